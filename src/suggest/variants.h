/* SPDX-License-Identifier: GPL-3.0-or-later
 * variants.h - which proposals are names by themselves: not pieces of another, not another's form. */
#pragma once

#include "appraisal.h"

/** A name and its other forms. */
typedef struct {
    GxProposal *head;
    GPtrArray *forms; /**< of GxProposal, without the head */
    GxProposal sum;   /**< the head with the evidence for all forms; borrows from it */
} GxVariants;

/** Sorts proposals by score, the highest first (then by key), and tells which are heads and whose forms the others are. Proposals that are
 * pieces of others, or names with something else behind them, are left out. The array is the caller's. O(n length² ). */
GPtrArray *gx_variants_find (const GxDictionary *dictionary, GPtrArray *proposals);
void gx_variants_free (GxVariants *self);
