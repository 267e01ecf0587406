/* SPDX-License-Identifier: GPL-3.0-or-later
 * short-draft.h - what the rules for abbreviations share while they read one document. */
#pragma once

#include "short-line.h"
#include "trace.h"

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
    GHashTable *names; /**< entity -> how often its name stands in the document */
    GHashTable *uses;  /**< character -> how often it was read as an abbreviation */
    GHashTable *read;  /**< character -> the one state it was read as; the character's own key for several */
    GHashTable *lost;  /**< character that means something else in this document -> GxMarkedText: the rival's row */
    GArray *found;     /**< GxShort */
    GArray *unread;    /**< GxShort whose state could not be told where they stand */
    GxTrace *trace;    /**< NULL unless somebody wants an explanation */
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

/** The weight of the row of kind pair for characters i and j, in either order; FALSE when there is none. */
gboolean gx_short_find_pair (const GxShortLine *line, guint i, guint j, double *weight);

/** Rules, each over the whole line. */
void gx_short_read_phrases (GxShortDraft *draft);
void gx_short_read_chains (GxShortDraft *draft);
void gx_short_read_lists (GxShortDraft *draft);
/** Lone characters; those that come short of the threshold by no more than the evidence of further uses are appended to doubtful (GxShort).
 */
void gx_short_read_lone (GxShortDraft *draft, GArray *doubtful);

/* What is told to the trace: short-trace.c. Without one, these return what they are given. */

void gx_short_tell_open (GxShortDraft *draft);
void gx_short_tell_row (GxShortDraft *draft, GxContextKind kind, guint i, gunichar c, double weight);
void gx_short_tell_pair (GxShortDraft *draft, const char *name, guint i, guint j, double weight);
void gx_short_tell_evidence (const GxShortDraft *draft, guint i, double weight);
void gx_short_tell_score (const GxShortDraft *draft, const char *name, guint start, guint end, double weight);
gboolean gx_short_weigh (GxShortDraft *draft, guint start, guint end, const char *rule, double sum, double threshold);
void gx_short_tell_refused (GxShortDraft *draft, guint start, guint end, const char *rule, GxWhy why);
void gx_short_tell_taken (GxShortDraft *draft, const GxShort *found);
void gx_short_tell_more (GxShortDraft *draft, const GxShort *found, const char *name, double weight);
void gx_short_tell_covered (GxShortDraft *draft, guint start, guint end, const GxCover *cover);
void gx_short_tell_lost (GxShortDraft *draft, guint i, const GxMarkedText *rival);

/** Begins a new sum. */
static inline void
gx_short_open (GxShortDraft *draft)
{
    if (G_UNLIKELY (draft->trace))
        gx_short_tell_open (draft);
}

/** Words about characters [start, end) that change no sum. */
static inline void
gx_short_note (const GxShortDraft *draft, const char *words, guint start, guint end)
{
    if (G_UNLIKELY (draft->trace))
        gx_short_tell_score (draft, words, start, end, 0);
}

/** A weight by the row of a kind that ends (starts) at the gap before character i and holds for c. */
static inline double
gx_short_row (GxShortDraft *draft, GxContextKind kind, guint i, gunichar c, double weight)
{
    if (G_UNLIKELY (draft->trace && weight != 0))
        gx_short_tell_row (draft, kind, i, c, weight);
    return weight;
}

/** A weight by a score, given for characters [start, end). */
static inline double
gx_short_score (GxShortDraft *draft, const char *name, guint start, guint end, double weight)
{
    if (G_UNLIKELY (draft->trace && weight != 0))
        gx_short_tell_score (draft, name, start, end, weight);
    return weight;
}

/** The weight of the evidence for character i. */
static inline double
gx_short_add_evidence (GxShortDraft *draft, guint i, double weight)
{
    if (G_UNLIKELY (draft->trace && weight != 0))
        gx_short_tell_evidence (draft, i, weight);
    return weight;
}

/** A weight by the row of kind pair for characters i and j, in either order, or by a score for having one (chain-pair) or none. */
static inline double
gx_short_pair (GxShortDraft *draft, const char *name, guint i, guint j, double weight)
{
    if (G_UNLIKELY (draft->trace && weight != 0))
        gx_short_tell_pair (draft, name, i, j, weight);
    return weight;
}

/** Whether the sum of [start, end) reaches the threshold of a rule. */
static inline gboolean
gx_short_reaches (GxShortDraft *draft, guint start, guint end, const char *rule, double sum, double threshold)
{
    return G_UNLIKELY (draft->trace) ? gx_short_weigh (draft, start, end, rule, sum, threshold) : sum >= threshold;
}

/** That a rule does not read [start, end), whatever the weights. */
static inline void
gx_short_refuse (GxShortDraft *draft, guint start, guint end, const char *rule, GxWhy why)
{
    if (G_UNLIKELY (draft->trace))
        gx_short_tell_refused (draft, start, end, rule, why);
}

/** That character found is read, in the sum weighed last. */
static inline void
gx_short_taken (GxShortDraft *draft, const GxShort *found)
{
    if (G_UNLIKELY (draft->trace))
        gx_short_tell_taken (draft, found);
}

/** That a doubt is read after all, by one weight more. */
static inline void
gx_short_more (GxShortDraft *draft, const GxShort *doubt, const char *name, double weight)
{
    if (G_UNLIKELY (draft->trace))
        gx_short_tell_more (draft, doubt, name, weight);
}

/** That [start, end) is shut by a cover; NULL: by a row of kind null. */
static inline void
gx_short_covered (GxShortDraft *draft, guint start, guint end, const GxCover *cover)
{
    if (G_UNLIKELY (draft->trace && !(cover && cover->entity)))
        gx_short_tell_covered (draft, start, end, cover);
}

/** That character i means what a row of kind rival names. */
static inline void
gx_short_lost (GxShortDraft *draft, guint i, const GxMarkedText *rival)
{
    if (G_UNLIKELY (draft->trace))
        gx_short_tell_lost (draft, i, rival);
}
