/* SPDX-License-Identifier: GPL-3.0-or-later
 * docx.h - Office Open XML: the parts of a .docx. */
#pragma once

#include "builder.h"

/** Reads the document, footnotes and endnotes among the source's parts, with its styles, into the builder. O(bytes). */
void gx_docx_read (GxBuilder *builder, const GxSource *source);
