/* SPDX-License-Identifier: GPL-3.0-or-later
 * suggestions.c - from readings to ranked names. */
#include "fold.h"
#include "grams.h"
#include "import.h"
#include "neighbour.h"
#include "variants.h"

#include <guanxi/suggestion.h>

#include <math.h>
#include <string.h>

/* Symbols of a batch. */
#define BATCH 6000000u
/* Proposals that are kept from batch to batch, and how many there may be before that is seen to. */
#define MOST_KEPT     200000u
#define MOST_PROPOSED 600000u
#define FEWEST        2
/* Bytes of a sentence in which a name is looked for, to be shown. */
#define LONGEST_CONTEXT 65536

struct _GxSuggestions {
    const GxDictionary *dictionary;
    GxSuggestionOptions options;
    GxCues *cues;
    GxAppraisal *appraisal;
    GxBatch *batch;
    GxProposals *proposals;
    GHashTable *capitals; /* key -> Capitals, of the batch */
    guint n_documents;
    GArray *ranked; /* of GxSuggestion; NULL until asked for */
};

/* A run of capitalised words in a batch. */
typedef struct {
    char *written;
    GxEvidence evidence;
} Capitals;

static void
free_capitals (gpointer data)
{
    g_free (((Capitals *)data)->written);
    g_free (data);
}

static void
clear_suggestion (gpointer data)
{
    GxSuggestion *self = data;
    g_free ((char *)self->name);
    g_free ((char *)self->english);
    g_strfreev ((char **)self->aliases);
    g_free ((char *)self->id);
    g_free ((gpointer)self->places);
    g_free ((gpointer)self->reasons);
}

GxSuggestions *
gx_suggestions_new (const GxDictionary *dictionary, const GxSuggestionOptions *options)
{
    GxSuggestions *self = g_new0 (GxSuggestions, 1);
    self->dictionary = dictionary;
    if (options)
        self->options = *options;
    self->options.min_count = MAX (self->options.min_count, FEWEST);
    self->cues = gx_cues_new (dictionary);
    self->appraisal = gx_appraisal_new (dictionary);
    self->batch = gx_batch_new ();
    self->proposals = gx_proposals_new ();
    self->capitals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_capitals);
    return self;
}

void
gx_suggestions_free (GxSuggestions *self)
{
    if (!self)
        return;
    gx_cues_free (self->cues);
    gx_appraisal_free (self->appraisal);
    gx_batch_free (self->batch);
    gx_proposals_free (self->proposals);
    g_hash_table_unref (self->capitals);
    if (self->ranked)
        g_array_unref (self->ranked);
    g_free (self);
}

static gboolean
has_han (const char *key)
{
    for (const char *at = key; *at; at = g_utf8_next_char (at))
        if (gx_is_han (g_utf8_get_char (at)))
            return TRUE;
    return FALSE;
}

static void
take_gram (const GxBatch *batch, gsize start, guint length, const GxEvidence *evidence, gpointer user_data)
{
    GxSuggestions *self = user_data;
    guint n = evidence->signs[GX_SIGN_COUNT], raw = evidence->raw;

    if (n < FEWEST || n * 2 < raw || evidence->tied_left * 10 > raw * 9 || evidence->tied_right * 10 > raw * 9)
        return;
    g_autofree char *key = gx_batch_text (batch, start, length);
    if (!has_han (key) || gx_appraisal_refuses (self->appraisal, key) ||
        (evidence->signs[GX_SIGN_HOLDS] * 2 > n && gx_appraisal_is_odd (self->appraisal, key)))
        return;
    GxProposal *proposal = gx_proposals_at (self->proposals, key);
    gx_proposal_add (proposal, batch, evidence);
    if (proposal->english || evidence->signs[GX_SIGN_PAIR] == 0)
        return;
    const char *english = g_hash_table_lookup (batch->pairs, GSIZE_TO_POINTER (start + length));
    proposal->english = g_strdup (english);
}

static void
take_capitals (const GxCapitals *found, gpointer user_data)
{
    GxSuggestions *self = user_data;
    Capitals *capitals = g_hash_table_lookup (self->capitals, found->key);
    if (!capitals) {
        if (gx_appraisal_refuses (self->appraisal, found->key))
            return;
        capitals = g_new0 (Capitals, 1);
        capitals->written = g_strdup (found->written);
        g_hash_table_insert (self->capitals, g_strdup (found->key), capitals);
    }
    capitals->evidence.raw++;
    capitals->evidence.signs[GX_SIGN_HOLDS] += found->holds_known != FALSE;
    gx_evidence_count (&capitals->evidence, self->batch, found->before, found->after, found->passage);
}

static gint
by_text (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
propose_capitals (GxSuggestions *self)
{
    g_autofree gpointer *keys = NULL;
    guint n = 0;
    keys = g_hash_table_get_keys_as_array (self->capitals, &n);
    if (n > 1)
        qsort (keys, n, sizeof *keys, by_text);
    for (guint i = 0; i < n; i++) {
        Capitals *capitals = g_hash_table_lookup (self->capitals, keys[i]);
        if (capitals->evidence.raw < FEWEST)
            continue;
        GxProposal *proposal = gx_proposals_at (self->proposals, keys[i]);
        proposal->is_latin = TRUE;
        if (!proposal->written)
            proposal->written = g_strdup (capitals->written);
        gpointer symbol = g_hash_table_lookup (self->batch->words, keys[i]);
        if (symbol)
            capitals->evidence.signs[GX_SIGN_LOWER] =
                g_array_index (self->batch->lower, guint32, GPOINTER_TO_UINT (symbol) - GX_FIRST_WORD);
        gx_proposal_add (proposal, self->batch, &capitals->evidence);
    }
    g_hash_table_remove_all (self->capitals);
}

static void
appraise (GxSuggestions *self, GPtrArray *proposals)
{
    gx_appraisal_set_texts (self->appraisal, self->proposals, self->n_documents);
    for (guint i = 0; i < proposals->len; i++) {
        GxProposal *proposal = proposals->pdata[i];
        proposal->score = gx_appraisal_score (self->appraisal, proposal);
    }
}

static gint
by_score (gconstpointer a, gconstpointer b)
{
    const GxProposal *left = *(const GxProposal *const *)a, *right = *(const GxProposal *const *)b;
    if (left->score != right->score)
        return left->score > right->score ? -1 : 1;
    return strcmp (left->key, right->key);
}

static gint
by_sum (gconstpointer a, gconstpointer b)
{
    const GxVariants *left = *(const GxVariants *const *)a, *right = *(const GxVariants *const *)b;
    if (left->sum.score != right->sum.score)
        return left->sum.score > right->sum.score ? -1 : 1;
    return strcmp (left->head->key, right->head->key);
}

/* Forgets those with the least evidence. */
static void
forget (GxSuggestions *self)
{
    if (gx_proposals_size (self->proposals) <= MOST_PROPOSED)
        return;
    g_autoptr (GPtrArray) all = gx_proposals_sorted (self->proposals);
    appraise (self, all);
    g_ptr_array_sort (all, by_score);
    for (guint i = MOST_KEPT; i < all->len; i++)
        gx_proposals_remove (self->proposals, ((GxProposal *)all->pdata[i])->key);
}

static void
finish_batch (GxSuggestions *self)
{
    gx_appraisal_add_batch (self->appraisal, self->batch);
    gx_grams_each (self->batch, take_gram, self);
    propose_capitals (self);
    gx_batch_clear (self->batch);
    forget (self);
}

void
gx_suggestions_add (GxSuggestions *self, const GxReading *reading)
{
    g_return_if_fail (reading->mentions);
    gx_batch_add (self->batch, reading, ++self->n_documents, self->dictionary, self->cues, take_capitals, self);
    if (self->batch->symbols->len > BATCH)
        finish_batch (self);
}

/* Where the name stands in the sentence; an empty range when it doesn't. */
static GxSpan
find_in (const char *sentence, const char *key)
{
    GxStr text = gx_str (sentence);
    if (text.len > LONGEST_CONTEXT) {
        const char *cut = g_utf8_find_prev_char (text.data, text.data + LONGEST_CONTEXT);
        text.len = cut ? (gsize)(cut - text.data) : 0;
    }
    g_autoptr (GxFolded) folded = gx_fold_new (text);
    gsize end = gx_text_find_end (gx_folded_text (folded), 0, key);
    return end == 0 ? (GxSpan){ 0, 0 } : gx_folded_clean (folded, end - strlen (key), end);
}

static gint
by_weight (gconstpointer a, gconstpointer b)
{
    const GxSuggestionReason *left = a, *right = b;
    double x = fabs (left->weight), y = fabs (right->weight);
    return x != y ? (x > y ? -1 : 1) : strcmp (left->name, right->name);
}

static void
set_reasons (GxSuggestions *self, GxSuggestion *suggestion, const GxProposal *proposal)
{
    double features[GX_N_FEATURES];
    GxSuggestionReason *reasons = g_new (GxSuggestionReason, GX_N_FEATURES);
    guint n = 0;
    gx_appraisal_features (self->appraisal, proposal, features);
    for (guint i = 1; i < GX_N_FEATURES; i++)
        if (features[i] != 0)
            reasons[n++] = (GxSuggestionReason){ gx_feature_name (i), features[i], gx_appraisal_weight (self->appraisal, features, i) };
    qsort (reasons, n, sizeof *reasons, by_weight);
    suggestion->reasons = reasons;
    suggestion->n_reasons = n;
}

static void
set_places (GxSuggestion *suggestion, const GxProposal *proposal)
{
    GxSuggestionPlace *places = g_new0 (GxSuggestionPlace, GX_N_PASSAGES);
    for (guint i = 0; i < proposal->n_places; i++)
        places[i] = (GxSuggestionPlace){ proposal->places[i].document, proposal->places[i].source, proposal->places[i].text,
                                         find_in (proposal->places[i].text, proposal->key) };
    suggestion->places = places;
    suggestion->n_places = proposal->n_places;
}

static const char *
written_of (const GxProposal *proposal)
{
    return proposal->written ? proposal->written : proposal->key;
}

static void
add_alias (GPtrArray *aliases, const GxSuggestion *suggestion, const char *alias)
{
    if (!alias || strcmp (alias, suggestion->name) == 0 || strcmp (alias, suggestion->english) == 0)
        return;
    for (guint i = 0; i < aliases->len; i++)
        if (strcmp (aliases->pdata[i], alias) == 0)
            return;
    g_ptr_array_add (aliases, g_strdup (alias));
}

/* The form that the name is shown in: the head, but Han characters rather than Latin letters. */
static const GxProposal *
shown_form (const GxVariants *variants)
{
    for (guint i = 0; i < variants->forms->len && variants->head->is_latin; i++)
        if (!((const GxProposal *)variants->forms->pdata[i])->is_latin)
            return variants->forms->pdata[i];
    return variants->head;
}

/* Its name in Latin letters: in brackets behind the shown form, else behind another, else a form; NULL when there is none. */
static const char *
find_english (const GxVariants *variants, const GxProposal *shown)
{
    const GxProposal *head = variants->head;
    const char *english = shown->is_latin ? written_of (shown) : shown->english;
    for (guint i = 0; i <= variants->forms->len && !english; i++) {
        const GxProposal *form = i == 0 ? head : variants->forms->pdata[i - 1];
        english = form->is_latin ? written_of (form) : form->english;
    }
    return english;
}

static void
set_names (GxSuggestion *suggestion, const GxVariants *variants, const GxProposal *shown)
{
    g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
    const char *english = find_english (variants, shown);
    suggestion->name = g_strdup (written_of (shown));
    suggestion->english = g_strdup (english ? english : "");
    add_alias (aliases, suggestion, written_of (variants->head));
    for (guint i = 0; i < variants->forms->len; i++) {
        const GxProposal *form = variants->forms->pdata[i];
        add_alias (aliases, suggestion, written_of (form));
    }
    g_ptr_array_add (aliases, NULL);
    suggestion->aliases = (const char *const *)g_ptr_array_free (g_steal_pointer (&aliases), FALSE);
}

/* Who of the dictionary alone bears a name, in full; NULL: nobody, or several. */
static const GxEntity *
find_known (const GxDictionary *dictionary, const char *name)
{
    g_autofree char *folded = gx_fold_name (name);
    const GxForm *form = gx_lexicon_find (dictionary, folded, strlen (folded));
    const GxFormReading *reading = form && form->n_readings == 1 ? form->readings : NULL;
    return reading && reading->kind == GX_FORM_NAME && !(reading->flags & GX_ALIAS_CONTEXT) ? reading->entity : NULL;
}

/* Of two names for one of the dictionary's only the first is given to it. */
static void
forget_english (GxSuggestion *suggestion)
{
    g_free ((char *)suggestion->english);
    suggestion->english = g_strdup ("");
    suggestion->known = NULL;
}

/* A slug that nobody has yet. */
static char *
free_slug (const GxSuggestions *self, GHashTable *used, const GxSuggestion *suggestion)
{
    g_autofree char *wanted = gx_import_slug (*suggestion->english ? suggestion->english : suggestion->name, "");
    char *id = g_strdup (wanted);
    for (guint n = 2; g_hash_table_contains (used, id) || gx_dictionary_find (self->dictionary, id); n++) {
        g_free (id);
        id = g_strdup_printf ("%s-%u", wanted, n);
    }
    g_hash_table_add (used, g_strdup (id));
    return id;
}

/* Adds a name to those that are suggested, if it is of a type that is wanted. */
static void
suggest (GxSuggestions *self, GHashTable *used, const GxVariants *variants)
{
    const guint32 *signs = variants->sum.evidence.signs;
    const GxProposal *shown = shown_form (variants);
    GxSuggestion suggestion = { .score = variants->sum.score, .count = signs[GX_SIGN_COUNT], .documents = signs[GX_SIGN_DOCUMENTS] };

    if (suggestion.count < self->options.min_count)
        return;
    set_names (&suggestion, variants, shown);
    suggestion.known = find_known (self->dictionary, suggestion.english);
    if (suggestion.known && !g_hash_table_add (used, g_strdup (suggestion.known->id)))
        forget_english (&suggestion);
    suggestion.type = suggestion.known ? suggestion.known->type : gx_appraisal_type (self->appraisal, shown);
    suggestion.id = suggestion.known ? g_strdup (suggestion.known->id) : free_slug (self, used, &suggestion);
    if (self->options.types && !(self->options.types & 1u << suggestion.type)) {
        clear_suggestion (&suggestion);
        return;
    }
    set_places (&suggestion, shown);
    set_reasons (self, &suggestion, &variants->sum);
    g_array_append_val (self->ranked, suggestion);
}

/* Scores names by what speaks for all their forms together. */
static void
appraise_names (GxSuggestions *self, GPtrArray *names)
{
    for (guint i = 0; i < names->len; i++) {
        GxProposal *sum = &((GxVariants *)names->pdata[i])->sum;
        sum->score = gx_appraisal_score (self->appraisal, sum);
    }
    g_ptr_array_sort (names, by_sum);
}

const GxSuggestion *
gx_suggestions_rank (GxSuggestions *self, guint *n_suggestions)
{
    if (!self->ranked) {
        finish_batch (self);
        self->ranked = g_array_new (FALSE, TRUE, sizeof (GxSuggestion));
        g_array_set_clear_func (self->ranked, clear_suggestion);
        g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
        g_autoptr (GPtrArray) all = gx_proposals_sorted (self->proposals);
        appraise (self, all);
        g_autoptr (GPtrArray) names = gx_variants_find (self->dictionary, all);
        appraise_names (self, names);
        for (guint i = 0; i < names->len; i++)
            suggest (self, used, names->pdata[i]);
    }
    *n_suggestions = self->ranked->len;
    return (const GxSuggestion *)(gpointer)self->ranked->data;
}
