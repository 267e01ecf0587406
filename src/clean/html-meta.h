/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-meta.h - what a page says of itself: title, author, date, site.
 *
 * Each is taken from the surest place that has it. In order:
 *   title   og:title, citation_title, dc.title, headline · JSON-LD headline · twitter:title · <title>
 *   author  citation_author, dc.creator · JSON-LD author · <meta name=author>, byl · what is marked rel=author or itemprop=author
 *   date    article:published_time, citation_publication_date, dc.date and their like · JSON-LD datePublished · <meta name=date>,
 *           itemprop=datePublished · the first <time datetime>
 *   site    og:site_name, citation_journal_title · JSON-LD publisher · the host of canonical, og:url
 * <title> is taken without the site's name at its end, where that is known, where the rest is the page's first heading, or where one
 * separator stands in it twice. What the builder has already (front matter, a container's fields) stays.
 *
 * Ownership  copies what it keeps.
 * Cost       O(bytes). */
#pragma once

#include "builder.h"
#include "markup.h"

typedef enum { GX_META_TITLE, GX_META_AUTHOR, GX_META_DATE, GX_META_SITE } GxMetaField;
#define GX_N_META_FIELDS (GX_META_SITE + 1)

/** How sure a place is; the lowest wins, of equals the first. */
typedef enum { GX_META_MADE_FOR_IT, GX_META_JSON, GX_META_LOOSE, GX_META_TEXT, GX_META_NOWHERE } GxMetaRank;

typedef struct {
    char *values[GX_N_META_FIELDS];
    GxMetaRank ranks[GX_N_META_FIELDS];
    char *body;       /* the longest text of an article that JSON-LD holds, NULL for none */
    GxStr body_json;  /* where; borrowed from the page */
    gboolean is_list; /* the author so far is one of citation_author: others are appended */
} GxPageMeta;

/** Starts with nothing. */
void gx_page_meta_init (GxPageMeta *self);
void gx_page_meta_clear (GxPageMeta *self);
/** Offers a value; blank ones are ignored. */
void gx_page_meta_offer (GxPageMeta *self, GxMetaField field, GxMetaRank rank, GxStr value);
/** Reads a <meta>, <link> or <time> tag. */
void gx_page_meta_read_tag (GxPageMeta *self, const GxToken *token);
/** Reads the text of a <script type=application/ld+json>; what is no JSON is ignored. */
void gx_page_meta_read_json (GxPageMeta *self, GxStr text);
/** Gives the builder what it hasn't; first_block is the page's first block in it. */
void gx_page_meta_apply (const GxPageMeta *self, GxBuilder *builder, guint first_block);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GxPageMeta, gx_page_meta_clear)
