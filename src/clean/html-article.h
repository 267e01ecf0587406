/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-article.h - the text of an article in its description (JSON-LD, articleBody): pages that a script would fill have no other.
 *
 * Units      bytes of the page. */
#pragma once

#include "builder.h"

/** Reads the text `body`, which json, a part of source (the builder's), says under "articleBody": as HTML, each line a paragraph. What json
 * doesn't hold in so many words is left alone. O(bytes). */
void gx_article_read (GxBuilder *builder, GxStr source, GxStr json, const char *body);
