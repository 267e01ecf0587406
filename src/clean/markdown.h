/* SPDX-License-Identifier: GPL-3.0-or-later
 * markdown.h - Markdown, with all the HTML it may hold. */
#pragma once

#include "builder.h"

/** Reads text (a source's) from byte start to its end. O(bytes). */
void gx_markdown_read (GxBuilder *builder, GxStr text, gsize start);
