/* SPDX-License-Identifier: GPL-3.0-or-later
 * judgement.h - what the tables say of who is meant: the weights of candidates.tsv and the rows of kind `office`, `alone`, `tie` and
 * `meeting`.
 *
 * Texts are folded.
 * Threads    immutable once made. */
#pragma once

#include "lexicon.h"
#include "roles.h"

#include <guanxi/str.h>

/** What stands beside a name that no table has. */
typedef enum { GX_BESIDE_TITLE, GX_BESIDE_SPEECH, GX_BESIDE_LIST, GX_BESIDE_MARK, GX_BESIDE_WORD, GX_BESIDE_OTHER, GX_N_BESIDE } GxBeside;

/** The weights of such names. */
typedef struct {
    double least, letters, compound, two, three, four;
    double apart, given_word, head_word, whole_word, two_apart, two_word;
    double after[GX_N_BESIDE], before[GX_N_BESIDE]; /**< by what stands before and behind */
    double function, place, again, listed;
} GxUnlistedScores;

/** The weights of names in Latin letters. */
typedef struct {
    double least, words, first_name, last_name, in_chinese, in_brackets, common, again, listed;
    double after[GX_N_BESIDE], before[GX_N_BESIDE];
} GxLatinScores;

/** The weights of institutions. */
typedef struct {
    double least, sure, vague, one;                        /**< how the name ends */
    double state, institution, place, foreign, lead, none; /**< how it begins */
    double known, unknown, kind, shorter, longer, joined;  /**< what stands between */
    double brackets, quotes, again;
    double words, common, in_chinese; /**< of names in Latin letters */
    double after[GX_N_BESIDE], before[GX_N_BESIDE];
} GxBodyScores;

/** The weights, each told in candidates.tsv; 0 where no table has them. */
typedef struct {
    double beside, full, time, early, late, leading, state, unmarked;
    double colleague, contemporary, colleagues; /**< each, and the most they add */
    double meant, alone, margin, no_office;
    double slack;   /**< years */
    double strict;  /**< what a `strict` row weighs */
    double foreign; /**< least mean weight of the characters of a transliterated name */
    GxUnlistedScores unlisted;
    GxLatinScores latin;
    GxBodyScores body;
} GxJudgementScores;

typedef struct _GxJudgement GxJudgement;

GxJudgement *gx_judgement_new (const GxDictionary *dictionary);
void gx_judgement_free (GxJudgement *self);
const GxJudgementScores *gx_judgement_scores (const GxJudgement *self);
/** Which titles fit whom. */
const GxRoles *gx_judgement_roles (const GxJudgement *self);

/** Weight of the longest office that ends before [start, end) or starts behind it and that the entity holds; 0 when there is none. O(1). */
double gx_judgement_office (const GxJudgement *self, GxStr text, gsize start, gsize end, const GxEntity *entity);
/** Whether a row of kind `alone` lets this name mean the entity with nothing beside it. O(1). */
gboolean gx_judgement_stands_alone (const GxJudgement *self, GxStr name, const GxEntity *entity);
/** Whether a row gives an office, a title's whole text, to the entity. O(1). */
gboolean gx_judgement_holds (const GxJudgement *self, GxStr office, const GxEntity *entity);

/** The names that speak for the entity when they stand in the document, as rows of (text, weight); n may be 0. */
typedef struct {
    const char *text;
    double weight;
} GxTie;
const GxTie *gx_judgement_ties (const GxJudgement *self, const GxEntity *entity, guint *n_ties);
/** Whom a listed pair of characters (特金) means; FALSE when it is not listed. O(1). */
gboolean gx_judgement_meeting (const GxJudgement *self, GxStr pair, const GxEntity **first, const GxEntity **second);
/** Whether two characters are a listed pair of states (中美). O(1). */
gboolean gx_judgement_is_pair (const GxJudgement *self, GxStr pair);
/** How a year fits an entity: the weight of `meant-time`, `meant-early` or `meant-late`; 0 when either is unknown. */
double gx_judgement_year (const GxJudgement *self, const GxEntity *entity, gint year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxJudgement, gx_judgement_free)
