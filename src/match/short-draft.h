/* SPDX-License-Identifier: GPL-3.0-or-later
 * short-draft.h - what the rules for abbreviations share while they read one document. */
#pragma once

#include "short-line.h"

/** The grammar of one language. Which characters matter is told by one look-up: flags of GxShortFlags by character of the basic plane, and
 * whether a null phrase may start with it. */
struct _GxAbbreviations {
    const GxDictionary *dictionary;
    const char *language; /**< "" for all that have no rows of their own */
    GxContexts *contexts;
    guint8 *flags;         /**< 65,536 GxShortFlags */
    guint8 *null_first;    /**< 65,536 booleans */
    gboolean has_own;      /**< the language has its own abbreviations, by rows of kind default: no others are read */
    GxAbbreviations *next; /**< that of another language, or NULL */
};

/** The state that a row of kind default gives to a character, or NULL. */
const GxEntity *gx_short_default (const GxAbbreviations *grammar, gunichar c);
/** The grammar for a language. */
const GxAbbreviations *gx_short_grammar (const GxAbbreviations *first, const char *language);

/** Characters that have a code of 16 bits. */
#define GX_BASIC_PLANE 0x10000

/** The state of one document's reading. */
typedef struct {
    const GxAbbreviations *grammar;
    const GxContextScores *scores;
    GxShortLine line;
    GHashTable *names;  /**< entity -> how often its name stands in the document */
    GHashTable *rivals; /**< characters whose namesakes the document tells of: 澳 by 澳门 */
    GHashTable *uses;   /**< character -> how often it was read as an abbreviation */
    GHashTable *read;   /**< character -> the one state it was read as; the character's own key for several */
    GArray *found;      /**< GxShort */
    GArray *unread;     /**< GxShort whose state could not be told where they stand */
} GxShortDraft;

/** Evidence of the document for character c: its full name elsewhere. */
double gx_short_evidence (const GxShortDraft *draft, gunichar c);
/** Which state character i stands for, beside what stands in [start, end); NULL when it can't be told. */
const GxEntity *gx_short_state (const GxShortDraft *draft, guint i, guint start, guint end);
/** Reads character i as an abbreviation in the company of [start, end). */
void gx_short_take (GxShortDraft *draft, guint i, guint start, guint end, const char *rule);
/** Whether character i may still be read: a candidate that nothing has covered or taken. */
gboolean gx_short_is_free (const GxShortDraft *draft, guint i);
/** What the gaps before i and before j add: both clean, or words running over them. A word made of the reading and a strict context, or of
 * the reading and the lead characters before it or the follow characters after it (中美关系), is no objection. */
double gx_short_edges (GxShortDraft *draft, guint i, guint j, guint lead, guint follow);
/** What vetoes add for a reading that starts at i and ends before j. */
double gx_short_vetoes (GxShortDraft *draft, guint i, guint j, gboolean led, gboolean followed);

/** Rules, each over the whole line. */
void gx_short_read_phrases (GxShortDraft *draft);
void gx_short_read_chains (GxShortDraft *draft);
void gx_short_read_lists (GxShortDraft *draft);
/** Lone characters; those that come short of the threshold by no more than the evidence of further uses are appended to doubtful (GxShort).
 */
void gx_short_read_lone (GxShortDraft *draft, GArray *doubtful);
