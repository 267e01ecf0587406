/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/evaluation.h - how well a matcher does on texts that a person annotated.
 *
 * A gold mention is found when a mention overlaps it and is called as its entity is: by the name gold gives, by the annotated text when it
 * has more than one character, by any text of the same entity in this file, or by a name that a table adds; blanks and case don't matter.
 * One mention finds one gold mention, the first in the order of gold. Every other mention is wrong, unless it overlaps an annotation that
 * doesn't count. Every other gold mention is missed: another entity in its place is one wrong and one missed.
 *
 *     precision = found / (found + wrong)    recall = found / (found + missed)    F1 = 2 found / (2 found + wrong + missed)
 *
 * Ownership  an evaluation needs nothing of the readings and gold it was given; what it hands out is borrowed.
 * Threads    one thread at a time. */
#pragma once

#include <guanxi/gold.h>
#include <guanxi/reading.h>

G_BEGIN_DECLS

/** What must agree. */
typedef enum {
    GX_AGREE_ENTITY, /**< the place and who is meant */
    GX_AGREE_PLACE   /**< the place alone, for gold without entities */
} GxAgreement;

/** Which mentions are looked at. Gold of other lengths or types doesn't count, as if it were `ignore`. */
typedef enum {
    GX_LENGTH_ANY,
    GX_LENGTH_SHORT /**< those of one character */
} GxMentionLength;

/** How mentions are compared; all zero is the default. */
typedef struct {
    GxAgreement agreement;
    GxMentionLength length;
    guint types; /**< bits 1 << GxEntityType to look at; 0: all */
} GxEvaluationOptions;

typedef struct _GxEvaluation GxEvaluation;

/** Counts of some mentions. */
typedef struct {
    const char *name; /**< `person`, a rule, a document; `all` */
    guint64 found, wrong, missed;
} GxScore;

/** What the scores are told for. */
typedef enum {
    GX_SCORES_ALL,     /**< one score */
    GX_SCORES_TYPE,    /**< wrong ones by their own type, the others by that of gold; person, state, institution, each if it occurs */
    GX_SCORES_RULE,    /**< by the rule of the mention, the commonest first; what is missed has none, so that missed is 0 */
    GX_SCORES_DOCUMENT /**< the lowest F1 first, then most errors, then by name */
} GxScoreGroup;

typedef enum {
    GX_MISTAKE_WRONG,  /**< a mention where gold has none */
    GX_MISTAKE_MISSED, /**< gold without a mention */
    GX_MISTAKE_ENTITY  /**< both in one place, that don't agree: it counts as one wrong and one missed */
} GxMistakeKind;

/** One mistake. */
typedef struct {
    GxMistakeKind kind;
    const char *document; /**< its name; or that of a file inside it */
    GxSpan source;        /**< bytes of that; of gold where there is gold */
    const char *text;     /**< what stands there */
    const char *expected; /**< the entity of gold; NULL: none */
    const char *found;    /**< the name of the mention's entity; NULL: none */
    GxEntityType type;    /**< of gold where there is gold */
    const char *rule;     /**< of the mention; NULL: none */
    const char *sentence; /**< clean text; NULL where the place stands in none, as in furniture */
    GxSpan in_sentence;   /**< where in the sentence it stands */
} GxMistake;

/** Options may be NULL. */
GxEvaluation *gx_evaluation_new (const GxEvaluationOptions *options);
void gx_evaluation_free (GxEvaluation *self);
/** Reads a table of other names that count, for what is added from then on: an entity of gold, a tab, names with `|` between; `#` begins a
 * comment. GX_ERROR_IO, or GX_ERROR_DICTIONARY with `file:line: reason`. */
gboolean gx_evaluation_read_names (GxEvaluation *self, const char *path, GError **error);
/** Scores the mentions of a reading, which must have some (reading.h), against gold that was read for its source.
 * O((mentions + annotations) log), and for every mistake O(sentences). */
void gx_evaluation_add (GxEvaluation *self, const GxReading *reading, const GxGold *gold);
/** How many annotations were there to be found, and how many didn't count. */
guint64 gx_evaluation_n_annotations (const GxEvaluation *self);
guint64 gx_evaluation_n_ignored (const GxEvaluation *self);
/** The scores of a group; the caller's, g_free(). */
GxScore *gx_evaluation_scores (const GxEvaluation *self, GxScoreGroup group, guint *n_scores);
/** The mistakes, in the order in which texts were added and in that of their source. */
const GxMistake *gx_evaluation_mistakes (const GxEvaluation *self, guint *n_mistakes);

/** NaN where there is nothing to divide by. */
double gx_score_precision (const GxScore *self);
double gx_score_recall (const GxScore *self);
double gx_score_f1 (const GxScore *self);
/** `wrong`, `missed`, `entity`. */
const char *gx_mistake_kind_name (GxMistakeKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxEvaluation, gx_evaluation_free)
G_END_DECLS
