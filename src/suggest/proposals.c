/* SPDX-License-Identifier: GPL-3.0-or-later
 * proposals.c - strings that may be names. */
#include "proposals.h"

#include <string.h>

struct _GxProposals {
    GHashTable *by_key; /* of GxProposal */
};

static void
free_proposal (gpointer data)
{
    GxProposal *self = data;
    for (guint i = 0; i < self->n_places; i++) {
        g_ref_string_release ((char *)self->places[i].document);
        g_ref_string_release ((char *)self->places[i].text);
    }
    g_free ((char *)self->key);
    g_free (self->written);
    g_free (self->english);
    g_free (self);
}

GxProposals *
gx_proposals_new (void)
{
    GxProposals *self = g_new0 (GxProposals, 1);
    self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_proposal);
    return self;
}

void
gx_proposals_free (GxProposals *self)
{
    if (!self)
        return;
    g_hash_table_unref (self->by_key);
    g_free (self);
}

GxProposal *
gx_proposals_find (const GxProposals *self, const char *key)
{
    return g_hash_table_lookup (self->by_key, key);
}

GxProposal *
gx_proposals_at (GxProposals *self, const char *key)
{
    GxProposal *proposal = gx_proposals_find (self, key);
    if (!proposal) {
        proposal = g_new0 (GxProposal, 1);
        proposal->key = g_strdup (key);
        g_hash_table_insert (self->by_key, (gpointer)proposal->key, proposal);
    }
    return proposal;
}

static void
add_place (GxProposal *self, const GxPassage *passage)
{
    if (self->n_places == GX_N_PASSAGES)
        return;
    self->places[self->n_places++] =
        (GxPlaceSeen){ g_ref_string_acquire ((char *)passage->document), g_ref_string_acquire ((char *)passage->text), passage->source };
}

void
gx_proposal_add (GxProposal *self, const GxBatch *batch, const GxEvidence *evidence)
{
    for (guint i = 0; i < GX_N_SIGNS; i++)
        self->evidence.signs[i] += evidence->signs[i];
    if (evidence->raw >= self->evidence.raw || evidence->cohesion > self->evidence.cohesion)
        self->evidence.cohesion = evidence->cohesion;
    self->evidence.raw += evidence->raw;
    self->evidence.tied_left += evidence->tied_left;
    self->evidence.tied_right += evidence->tied_right;
    for (guint i = 0; i < GX_N_PASSAGES; i++)
        if (evidence->passages[i] != GX_NO_PASSAGE)
            add_place (self, &g_array_index (batch->passages, GxPassage, evidence->passages[i]));
}

static gint
by_key (gconstpointer a, gconstpointer b)
{
    const GxProposal *const *left = a, *const *right = b;
    return strcmp ((*left)->key, (*right)->key);
}

GPtrArray *
gx_proposals_sorted (const GxProposals *self)
{
    GPtrArray *all = g_ptr_array_sized_new (g_hash_table_size (self->by_key));
    GHashTableIter iter;
    gpointer proposal;
    g_hash_table_iter_init (&iter, self->by_key);
    while (g_hash_table_iter_next (&iter, NULL, &proposal))
        g_ptr_array_add (all, proposal);
    g_ptr_array_sort (all, by_key);
    return all;
}

void
gx_proposals_remove (GxProposals *self, const char *key)
{
    g_hash_table_remove (self->by_key, key);
}

guint
gx_proposals_size (const GxProposals *self)
{
    return g_hash_table_size (self->by_key);
}
