/* SPDX-License-Identifier: GPL-3.0-or-later
 * proposals.h - strings that may be names, with what speaks for each in all texts so far.
 *
 * Ownership  proposals own their strings. */
#pragma once

#include "batch.h"

/** Where a name stands. */
typedef struct {
    const char *document; /**< a GRefString */
    const char *text;     /**< the sentence; a GRefString */
    GxSpan source;
} GxPlaceSeen;

/** A string that may be a name. */
typedef struct {
    const char *key; /**< folded */
    char *written;   /**< as it stands in Latin letters; NULL: as folded */
    char *english;   /**< its name in Latin letters; NULL: none */
    gboolean is_latin;
    GxEvidence evidence; /**< without passages */
    GxPlaceSeen places[GX_N_PASSAGES];
    guint n_places;
    double score;
} GxProposal;

typedef struct _GxProposals GxProposals;

GxProposals *gx_proposals_new (void);
void gx_proposals_free (GxProposals *self);
/** The proposal of this folded name, made when it isn't there. O(1). */
GxProposal *gx_proposals_at (GxProposals *self, const char *key);
GxProposal *gx_proposals_find (const GxProposals *self, const char *key);
/** Adds evidence whose passages are the batch's. */
void gx_proposal_add (GxProposal *self, const GxBatch *batch, const GxEvidence *evidence);
/** All proposals, by their keys' bytes; the array is the caller's. O(n log n). */
GPtrArray *gx_proposals_sorted (const GxProposals *self);
/** Forgets a proposal. */
void gx_proposals_remove (GxProposals *self, const char *key);
guint gx_proposals_size (const GxProposals *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxProposals, gx_proposals_free)
