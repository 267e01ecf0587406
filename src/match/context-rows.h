/* SPDX-License-Identifier: GPL-3.0-or-later
 * context-rows.h - the rows of contexts.tsv and its like, compiled for looking up what stands beside a character.
 *
 * Texts are folded. A row holds for the characters of its `states` column, or for all (`*`); where several rows of a kind fit, the one with
 * the longest text wins, then the one of the text's language, then the one that names the character.
 *
 * Threads    immutable once made. */
#pragma once

#include "lexicon.h"

#include <guanxi/str.h>

/** Kinds of rows that are looked up by text. */
typedef enum {
    GX_CONTEXT_SCORE,
    GX_CONTEXT_PRIOR,
    GX_CONTEXT_DEFAULT,
    GX_CONTEXT_READING,
    GX_CONTEXT_RIVAL,
    GX_CONTEXT_NEIGHBOUR,
    GX_CONTEXT_PAIR,
    GX_CONTEXT_NOPAIR,
    GX_CONTEXT_PHRASE,
    GX_CONTEXT_LEFT,
    GX_CONTEXT_RIGHT,
    GX_CONTEXT_BRACKET,
    GX_CONTEXT_SEPARATOR,
    GX_CONTEXT_FOLLOW,
    GX_CONTEXT_LEAD,
    GX_CONTEXT_FUNCTION,
    GX_CONTEXT_NOUN,
    GX_CONTEXT_PREDICATE,
    GX_CONTEXT_VETO_LEFT,
    GX_CONTEXT_VETO_RIGHT,
    GX_CONTEXT_NULL,
    GX_N_CONTEXTS
} GxContextKind;

/** The weights of the sum, from the rows of kind `score`; 0 where the table has none. */
typedef struct {
    double emit_chain, emit_list, emit_lone, strict, veto;
    double pair_unlisted, chain_three, chain_long, chain_pair, two_countries;
    double edge_left, edge_right, words_clean, words_cross_left, words_cross_right, words_inside, prior_in_chain;
    double hard, list_three, list_long, list_mixed, clause_start, name_run;
    double evidence_name, evidence_many, evidence_use, glued, body;
} GxContextScores;

typedef struct _GxContexts GxContexts;

/** Those that hold in a language: its own, and behind them those of all languages, which must outlive it. With "" and NULL: those of all.
 */
GxContexts *gx_contexts_new (const GxDictionary *dictionary, const char *language, const GxContexts *all);
void gx_contexts_free (GxContexts *self);
const GxContextScores *gx_contexts_scores (const GxContexts *self);

/** The weight of the row of this kind with exactly this text that holds for character c (`strict` and vetoes already turned into numbers);
 *  FALSE when there is none. */
gboolean gx_contexts_find (const GxContexts *self, GxContextKind kind, GxStr text, gunichar c, double *weight);
/** For which characters that row is, the bare `states` column; "" when there is none. */
const char *gx_contexts_characters (const GxContexts *self, GxContextKind kind, GxStr text, gunichar c);
/** The word of the column `kind`. */
const char *gx_contexts_kind_name (GxContextKind kind);
/** The `states` column of the row of this kind with exactly this text, or NULL. */
const char *gx_contexts_states (const GxContexts *self, GxContextKind kind, GxStr text);
/** Length in characters of the longest text of a kind. */
guint gx_contexts_longest (const GxContexts *self, GxContextKind kind);
/** Prior of a character. */
double gx_contexts_prior (const GxContexts *self, gunichar c);
/** Every text of a kind (phrase, reading, rival), with its bracketed characters (`一[中]原则`): text without brackets, and a bit for each
 * bracketed character. */
typedef struct {
    char *text;
    guint64 marked;
    const char *states;
} GxMarkedText;
const GxMarkedText *gx_contexts_marked (const GxContexts *self, GxContextKind kind, guint *n_texts);
/** Those of the kind phrase that begin with a character. O(log rows). */
const GxMarkedText *gx_contexts_phrases (const GxContexts *self, gunichar first, guint *n_texts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxContexts, gx_contexts_free)
