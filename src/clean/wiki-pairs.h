/* SPDX-License-Identifier: GPL-3.0-or-later
 * wiki-pairs.h - what stands between two marks in wikitext: links, templates, notes, comments.
 *
 * Units      bytes of the page. O(bytes) to make, whatever is nested in what.
 * Ownership  borrows the page. */
#pragma once

#include <guanxi/str.h>

typedef enum {
    GX_WIKI_TEMPLATE,   /**< {{…}} */
    GX_WIKI_PARAMETER,  /**< {{{…}}} */
    GX_WIKI_LINK,       /**< [[…]] */
    GX_WIKI_CONVERSION, /**< -{…}- */
    GX_WIKI_NOTE,       /**< <ref>…</ref> */
    GX_WIKI_GALLERY,    /**< <gallery>…</gallery> */
    GX_WIKI_HIDDEN,     /**< comments, formulas */
    GX_WIKI_LITERAL     /**< <nowiki>…</nowiki> */
} GxWikiType;

/** A pair of marks. */
typedef struct {
    GxWikiType type;
    gsize start, end;       /**< with the marks; end is 0 when the pair isn't closed: then it is none */
    gsize inner, inner_end; /**< without them */
    guint n_pipes;          /**< | in it that are in no pair inside it */
    guint first_pipe, last_pipe;
} GxWikiPair;

/** A | of a pair. */
typedef struct {
    gsize at;
    guint next; /**< the pair's next one */
} GxWikiPipe;

typedef struct {
    GArray *pairs; /**< of GxWikiPair, in the order of their starts */
    GArray *pipes; /**< of GxWikiPipe */
} GxWikiPairs;

GxWikiPairs *gx_wiki_pairs_new (GxStr page, gsize start);
void gx_wiki_pairs_free (GxWikiPairs *self);
/** The pair's n-th argument, from 0 on, which is what stands in front of the first |. Take them in order: at is the pipe in front of the
 * next one, 0 for the first. FALSE when there are no more. */
gboolean gx_wiki_pairs_next (const GxWikiPairs *self, const GxWikiPair *pair, guint *n, guint *at, gsize *start, gsize *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxWikiPairs, gx_wiki_pairs_free)
