/* SPDX-License-Identifier: GPL-3.0-or-later
 * html.h - HTML of any state of repair. */
#pragma once

#include "builder.h"
#include "page.h"

/** Reads a page into the builder. Metadata that the builder has already stays. O(bytes). */
void gx_html_read_page (GxBuilder *builder, const GxPage *page);
/** Reads text (a source's) from byte start to its end. */
void gx_html_read (GxBuilder *builder, GxStr text, gsize start);
