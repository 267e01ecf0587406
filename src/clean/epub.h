/* SPDX-License-Identifier: GPL-3.0-or-later
 * epub.h - the chapters of an EPUB. */
#pragma once

#include "builder.h"

/** Reads the source's parts, pages of XHTML in reading order, into the builder. O(bytes). */
void gx_epub_read (GxBuilder *builder, const GxSource *source);
