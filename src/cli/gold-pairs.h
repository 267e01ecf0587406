/* SPDX-License-Identifier: GPL-3.0-or-later
 * gold-pairs.h - which gold file is for which text. */
#pragma once

#include "options.h"

/** A text and its gold. */
typedef struct {
    char *source;     /**< the path as it was given */
    GPtrArray *golds; /**< paths of gold files, each once */
    gboolean refused; /**< it holds texts, and that was told */
} GoldPair;

typedef struct {
    GPtrArray *pairs;  /**< of GoldPair, in the order in which they were named */
    GHashTable *paths; /**< canonical path of a text -> its pair */
    guint n_skipped;   /**< gold files that no text was found for; they are told */
} GoldPairs;

/** Pairs the arguments, gold and text in turn. A text may be a folder, in which each gold file's text is the one of its name; gold may be a
 * folder of .jsonl files, then. FALSE: the arguments can't be paired at all. */
gboolean gold_pairs_find (GoldPairs *self, const char *const *arguments, GError **error);
void gold_pairs_clear (GoldPairs *self);
/** The pair of the text that lies at path; NULL when there is none. */
GoldPair *gold_pairs_at (const GoldPairs *self, const char *path);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GoldPairs, gold_pairs_clear)
