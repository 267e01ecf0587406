/* SPDX-License-Identifier: GPL-3.0-or-later
 * grams.h - the strings that stand several times in a batch, with the evidence for each.
 *
 * A string of n + 1 symbols stands twice only where both its parts of n do: so strings grow level by level from pairs on, and every level
 * looks only at the places that are left. What stands most often behind (before) a string where nothing ends a name tells whether it is a
 * piece of a longer one. */
#pragma once

#include "batch.h"

/** Most symbols of a string. */
#define GX_LONGEST_GRAM 14

/** Takes a string of two symbols and more, given by where it first stands, and its evidence. */
typedef void (*GxGramFunc) (const GxBatch *batch, gsize start, guint length, const GxEvidence *evidence, gpointer user_data);
/** Tells all strings that stand twice or more, those at least once outside known names, by length. O(symbols) a level, of which there are
 * at most GX_LONGEST_GRAM. */
void gx_grams_each (const GxBatch *batch, GxGramFunc take, gpointer user_data);
