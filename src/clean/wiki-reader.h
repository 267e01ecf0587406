/* SPDX-License-Identifier: GPL-3.0-or-later
 * wiki-reader.h - the state of reading a page of wikitext, shared by what reads its lines and what reads in them. */
#pragma once

#include "prose.h"
#include "wiki-show.h"

/** A pair that is being shown. */
typedef struct {
    gsize until;  /* the end of what is shown */
    gsize behind; /* where to go on */
    GxWikiShow show;
    gboolean is_literal;
} GxWikiShowing;

typedef struct {
    GxProse *prose;
    GxWikiPage page;
    gsize at;
    guint next_pair;         /* the first whose start isn't passed */
    GArray *showing;         /* of GxWikiShowing */
    GxBlockType type;        /* of the block at hand */
    guint tables;            /* open ones */
    guint labels;            /* links to other sites whose ] is to come */
    gboolean in_head_row;    /* the line's cells are divided by !! */
    gboolean ends_with_line; /* the block at hand does */
    gsize head_end;          /* of a heading: its text's end, 0: none */
} GxWikiReader;

/** Reads what the first characters of the line at hand say: heading, item, table. */
void gx_wiki_start_line (GxWikiReader *self);
/** Begins a cell whose mark ends at `at`. */
void gx_wiki_start_cell (GxWikiReader *self, GxBlockType type, gsize at);
/** Ends the block at hand; the next is of this type. */
void gx_wiki_end_block (GxWikiReader *self, GxBlockType next);
/** The type of text that nothing else is said of. */
GxBlockType gx_wiki_plain_type (const GxWikiReader *self);
/** Where the line at `at` ends. */
gsize gx_wiki_line_end (const GxWikiReader *self, gsize at);
/** A byte of the page; 0 behind its end. */
char gx_wiki_byte (const GxWikiReader *self, gsize at);
/** Whether this stands at `at`. */
gboolean gx_wiki_starts (const GxWikiReader *self, gsize at, const char *prefix);
