/* SPDX-License-Identifier: GPL-3.0-or-later
 * odt.h - OpenDocument text: the parts of an .odt, or a flat one in a single file. */
#pragma once

#include "builder.h"

/** Reads the content among the source's parts, with its styles, into the builder; a source without parts is a flat document. O(bytes). */
void gx_odt_read (GxBuilder *builder, const GxSource *source);
