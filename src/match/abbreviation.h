/* SPDX-License-Identifier: GPL-3.0-or-later
 * abbreviation.h - one-character states read by their context: 朝美, 对朝, 驻韩美军, 中、美、俄, （韩）.
 *
 * Which characters, pairs, contexts and vetoes count, and for how much, is in contexts.tsv, and for some languages in tables of their own;
 * this only adds the weights up.
 *
 * Units      bytes of folded text.
 * Threads    the grammar is immutable and shared; calls work on their own scratch. */
#pragma once

#include "fold.h"
#include "lexicon.h"

/** What was considered, for an explanation: trace.h. */
typedef struct _GxTrace GxTrace;

typedef struct _GxAbbreviations GxAbbreviations;

/** A stretch of text that other rules have already read: a name, a phrase, a title. In order, not overlapping. */
typedef struct {
    gsize start, end;
    const GxEntity *entity; /**< for names; NULL for phrases, titles, bodies, ambiguous names */
    gboolean gates;         /**< FALSE when abbreviations may still be read inside it */
    gboolean is_body;       /**< a body without its state: a state before it may be its own */
    gboolean is_office;     /**< a title or any body: no state ends with its first character */
} GxCover;

/** What language the text is written in, up to an offset. In order. */
typedef struct {
    gsize end;
    const char *language;
} GxStretch;

/** An abbreviation found. */
typedef struct {
    gsize start, end;
    const GxEntity *entity; /**< NULL when it can't be told which of several */
    const char *rule;       /**< `short:` and `pair`, `chain`, `list`, `left`, `right`, `bracket`, `clause` or `phrase`; static */
} GxShort;

/** Compiles the contexts of a dictionary, which must outlive it. */
GxAbbreviations *gx_abbreviations_new (const GxDictionary *dictionary);
void gx_abbreviations_free (GxAbbreviations *self);
/** Appends the abbreviations of the whole folded text to found (an array of GxShort), in order. O(text). Document evidence (full names
 * present) is taken from the covers. Stretches (of GxStretch) tell the languages; behind the last one, the rows of all languages count.
 * Trace may be NULL. */
void gx_abbreviations_find (const GxAbbreviations *self, GxStr folded, const GArray *stretches, const GxCover *covers, guint n_covers,
                            GxTrace *trace, GArray *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxAbbreviations, gx_abbreviations_free)
