/* SPDX-License-Identifier: GPL-3.0-or-later
 * short-line.h - one line of folded text as the abbreviation grammar looks at it: characters that can be counted, what other rules have
 * covered, and where words break.
 *
 * Units      indices count characters of the line.
 * Threads    one thread; reused from line to line. */
#pragma once

#include "abbreviation.h"
#include "context-rows.h"

typedef struct _GxWords GxWords;

/** What is known of a character. */
typedef enum {
    GX_SHORT_CANDIDATE = 1 << 0, /**< some state's abbreviation */
    GX_SHORT_NEIGHBOUR = 1 << 1, /**< may stand in a chain, yields nothing */
    GX_SHORT_GATED = 1 << 2,     /**< inside a name or phrase */
    GX_SHORT_TAKEN = 1 << 3,     /**< already read as an abbreviation */
    GX_SHORT_PHRASE = 1 << 4,    /**< a row of kind phrase may start here */
    GX_SHORT_BODY = 1 << 5,      /**< a body without its state starts here */
    GX_SHORT_OFFICE = 1 << 6     /**< a title or body starts here */
} GxShortFlags;

typedef struct {
    const GxContexts *contexts;
    GxStr text;             /**< of the line */
    gsize offset;           /**< of the line in the folded text */
    guint n;                /**< characters */
    gunichar *chars;        /**< n of them */
    guint32 *at;            /**< n + 1 byte offsets into text */
    guint8 *flags;          /**< n GxShortFlags */
    const GxEntity **named; /**< n: the entity whose name starts here, or NULL */
    guint16 *name_length;   /**< n: characters of the name that starts here, 0: none */
    guint capacity;
    GxWords *words;
    guint words_start, words_end; /**< the stretch the words were looked up in */
} GxShortLine;

/** Nothing yet; its contexts are the caller's to set. */
void gx_short_line_init (GxShortLine *self);
void gx_short_line_clear (GxShortLine *self);
/** Longest piece of text that is looked at as one line, in bytes. */
#define GX_LONGEST_SHORT_LINE ((gsize)1 << 16)
/** Takes a new line of at most GX_LONGEST_SHORT_LINE bytes; flags are 0. */
void gx_short_line_set (GxShortLine *self, GxStr text, gsize offset);
/** The index of the character at this byte of the line. */
guint gx_short_line_index (const GxShortLine *self, gsize byte);
/** Characters [i, j). */
GxStr gx_short_line_text (const GxShortLine *self, guint i, guint j);

/** Whether a word of the dictionary of words runs over the gap before character i. */
gboolean gx_short_line_crosses (GxShortLine *self, guint i);
/** The word around character i. */
void gx_short_line_word (GxShortLine *self, guint i, guint *start, guint *end);
/** Whether nothing or a mark of punctuation stands before (after) the gap before character i. */
gboolean gx_short_line_edge_left (const GxShortLine *self, guint i);
gboolean gx_short_line_edge_right (const GxShortLine *self, guint i);

/** Whether the dot of a transliterated name (埃德加·胡佛) stands within two characters of [i, j). */
gboolean gx_short_line_beside_dot (const GxShortLine *self, guint i, guint j);

/** The longest row of a kind that ends (starts) at the gap before character i and holds for c: its length in characters and weight; 0 when
 * there is none. */
guint gx_short_line_left (const GxShortLine *self, GxContextKind kind, guint i, gunichar c, double *weight);
guint gx_short_line_right (const GxShortLine *self, GxContextKind kind, guint i, gunichar c, double *weight);
