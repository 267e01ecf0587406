/* SPDX-License-Identifier: GPL-3.0-or-later
 * wiki-show.h - what a reader of the page sees of a link, a template, a conversion between variants of Chinese.
 *
 * Units      bytes of the page. O(its arguments), of which only the beginnings are looked at.
 * Threads    pure. */
#pragma once

#include "wiki-pairs.h"

typedef enum {
    GX_WIKI_NOTHING, /**< nothing is seen */
    GX_WIKI_INLINE,  /**< a part, in its place */
    GX_WIKI_BLOCK,   /**< a part, as a paragraph of its own */
    GX_WIKI_CAPTION, /**< a part, under a picture */
    GX_WIKI_FOOTNOTE /**< a part, as a note */
} GxWikiShow;

typedef struct {
    GxStr page;
    const GxWikiPairs *pairs;
    gboolean is_han;   /**< the page is written in Chinese or Japanese */
    gboolean has_text; /**< something has been shown on the line at hand; whoever reads the page keeps it up to date */
} GxWikiPage;

/** A page and its pairs, both borrowed. */
GxWikiPage gx_wiki_page (GxStr page, gsize start, const GxWikiPairs *pairs);
/** How a pair shows, and which bytes. */
GxWikiShow gx_wiki_show (const GxWikiPage *self, const GxWikiPair *pair, gsize *start, gsize *end);
/** Where the caption in a line of a gallery starts; end when it has none. */
gsize gx_wiki_gallery_caption (const GxWikiPage *self, gsize start, gsize end);
