/* SPDX-License-Identifier: GPL-3.0-or-later
 * appraisal.c - weighs what speaks for a name. */
#include "appraisal-private.h"

#include <string.h>

#define DOT        "·"
#define ROW_PREFIX "suggest-"

static const char *const sorts[N_SORTS] = { "*", "latin", "foreign", "body", "person", "other", "is-person" };

static void
read_weights (GxAppraisal *self)
{
    guint n_rows = 0;
    const GxContextRow *rows = gx_lexicon_contexts (self->dictionary, &n_rows);
    for (guint i = 0; i < n_rows; i++) {
        if (strcmp (rows[i].kind, "score") != 0 || !g_str_has_prefix (rows[i].text, ROW_PREFIX))
            continue;
        for (guint k = 0; k < GX_N_FEATURES; k++)
            for (guint sort = 0; sort < N_SORTS; sort++)
                if (strcmp (rows[i].text + strlen (ROW_PREFIX), gx_feature_name (k)) == 0 && strcmp (rows[i].states, sorts[sort]) == 0)
                    self->weights[sort][k] = rows[i].weight;
    }
}

static void
read_parts (GxAppraisal *self)
{
    guint n_forms = 0;
    const GxForm *forms = gx_lexicon_forms (self->dictionary, &n_forms);
    for (guint i = 0; i < n_forms; i++) {
        if (!strstr (forms[i].text, DOT))
            continue;
        char **parts = g_strsplit (forms[i].text, DOT, -1);
        for (guint k = 0; parts[k]; k++)
            g_hash_table_add (self->parts, parts[k]);
        g_free (parts);
    }
}

GxAppraisal *
gx_appraisal_new (const GxDictionary *dictionary)
{
    GxAppraisal *self = g_new0 (GxAppraisal, 1);
    self->dictionary = dictionary;
    self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->words = gx_words_new ();
    self->likeness = gx_likeness_new (dictionary);
    read_weights (self);
    read_parts (self);
    return self;
}

void
gx_appraisal_free (GxAppraisal *self)
{
    if (!self)
        return;
    g_hash_table_unref (self->parts);
    gx_likeness_free (self->likeness);
    gx_words_free (self->words);
    g_free (self);
}

static Sort
sort_of (const double *features)
{
    if (features[GX_FEATURE_LATIN] > 0)
        return SORT_LATIN;
    if (features[GX_FEATURE_BODY] > 0)
        return SORT_BODY;
    if (features[GX_FEATURE_DOTTED] > 0 || features[GX_FEATURE_TRANSLITERATED] > 0)
        return SORT_FOREIGN;
    return features[GX_FEATURE_SURNAME] > 0 ? SORT_PERSON : SORT_OTHER;
}

double
gx_appraisal_weight (const GxAppraisal *self, const double features[static GX_N_FEATURES], GxFeature feature)
{
    return features[feature] * (self->weights[SORT_ANY][feature] + self->weights[sort_of (features)][feature]);
}

double
gx_appraisal_score (GxAppraisal *self, const GxProposal *proposal)
{
    double features[GX_N_FEATURES], sum = 0;
    gx_appraisal_features (self, proposal, features);
    for (guint i = 0; i < GX_N_FEATURES; i++)
        sum += gx_appraisal_weight (self, features, i);
    return sum;
}

void
gx_appraisal_add_batch (GxAppraisal *self, const GxBatch *batch)
{
    for (guint i = 0; i < batch->symbols->len; i++)
        gx_likeness_add (self->likeness, g_array_index (batch->symbols, gunichar, i));
}

void
gx_appraisal_set_texts (GxAppraisal *self, const GxProposals *proposals, guint n_documents)
{
    self->proposals = proposals;
    self->n_documents = n_documents;
}

GxEntityType
gx_appraisal_type (GxAppraisal *self, const GxProposal *proposal)
{
    double features[GX_N_FEATURES], sum = 0;
    gx_appraisal_features (self, proposal, features);
    for (guint i = 0; i < GX_N_FEATURES; i++)
        sum += features[i] * self->weights[SORT_IS_PERSON][i];
    return sum > 0 ? GX_ENTITY_PERSON : GX_ENTITY_INSTITUTION;
}
