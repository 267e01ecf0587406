/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "context-rows.h"

#include "str-hash.h"

#include <math.h>

/* One row: for which characters, and how much. */
typedef struct {
    const char *states;
    double weight;
} Row;

struct _GxContexts {
    const GxContexts *all;           /* the rows of all languages, looked at behind its own; or NULL */
    GHashTable *rows[GX_N_CONTEXTS]; /* GxStr -> GArray of Row */
    guint longest[GX_N_CONTEXTS];
    GArray *marked[GX_N_CONTEXTS]; /* GxMarkedText, for kinds that bracket characters */
    GxContextScores scores;
    double prior_of_others;
};

static const char *const kind_names[GX_N_CONTEXTS] = {
    "score",   "prior",     "default", "reading", "rival",    "neighbour", "pair",      "nopair",    "phrase",     "left", "right",
    "bracket", "separator", "follow",  "lead",    "function", "noun",      "predicate", "veto-left", "veto-right", "null",
};

static gboolean
kind_of (const char *name, GxContextKind *kind)
{
    for (guint i = 0; i < GX_N_CONTEXTS; i++)
        if (strcmp (name, kind_names[i]) == 0) {
            *kind = (GxContextKind)i;
            return TRUE;
        }
    return FALSE;
}

static void
set_score (GxContextScores *scores, const char *name, double weight)
{
    const struct {
        const char *name;
        double *value;
    } known[] = {
        { "emit-chain", &scores->emit_chain },
        { "emit-list", &scores->emit_list },
        { "emit-lone", &scores->emit_lone },
        { "strict", &scores->strict },
        { "veto", &scores->veto },
        { "pair-unlisted", &scores->pair_unlisted },
        { "chain-three", &scores->chain_three },
        { "chain-long", &scores->chain_long },
        { "chain-pair", &scores->chain_pair },
        { "two-countries", &scores->two_countries },
        { "edge-left", &scores->edge_left },
        { "edge-right", &scores->edge_right },
        { "words-clean", &scores->words_clean },
        { "words-cross-left", &scores->words_cross_left },
        { "words-cross-right", &scores->words_cross_right },
        { "words-inside", &scores->words_inside },
        { "prior-in-chain", &scores->prior_in_chain },
        { "hard", &scores->hard },
        { "list-three", &scores->list_three },
        { "list-long", &scores->list_long },
        { "list-mixed", &scores->list_mixed },
        { "clause-start", &scores->clause_start },
        { "name-run", &scores->name_run },
        { "evidence-name", &scores->evidence_name },
        { "evidence-many", &scores->evidence_many },
        { "evidence-use", &scores->evidence_use },
        { "glued", &scores->glued },
        { "body", &scores->body },
    };
    for (guint i = 0; i < G_N_ELEMENTS (known); i++)
        if (strcmp (name, known[i].name) == 0)
            *known[i].value = weight;
}

static GxMarkedText
read_marked (const GxContextRow *row)
{
    GString *text = g_string_new (NULL);
    guint64 marked = 0;
    guint n = 0;
    gboolean inside = FALSE;

    for (const char *p = row->text; *p; p = g_utf8_next_char (p)) {
        if (*p == '[' || *p == ']') {
            inside = *p == '[';
            continue;
        }
        if (inside && n < GX_MOST_CONTEXT)
            marked |= G_GUINT64_CONSTANT (1) << n;
        g_string_append_len (text, p, g_utf8_next_char (p) - p);
        n++;
    }
    GxMarkedText self = { g_string_free (text, FALSE), marked, row->states };
    return self;
}

static void
clear_marked (gpointer data)
{
    g_free (((GxMarkedText *)data)->text);
}

static void
add_row (GxContexts *self, GxContextKind kind, const GxContextRow *from, double weight)
{
    GxStr key = gx_str (from->text);
    GArray *rows = g_hash_table_lookup (self->rows[kind], &key);
    if (!rows) {
        rows = g_array_new (FALSE, FALSE, sizeof (Row));
        GxStr *kept = g_new (GxStr, 1);
        *kept = key;
        g_hash_table_insert (self->rows[kind], kept, rows);
    }
    Row row = { from->states, weight };
    g_array_append_val (rows, row);
    self->longest[kind] = MAX (self->longest[kind], (guint)g_utf8_strlen (from->text, -1));
}

static void
take_row (GxContexts *self, const GxContextRow *row)
{
    GxContextKind kind;
    if (!kind_of (row->kind, &kind))
        return;

    double weight = row->weight;
    if (isinf (weight))
        weight = kind == GX_CONTEXT_VETO_LEFT || kind == GX_CONTEXT_VETO_RIGHT ? self->scores.veto : self->scores.strict;
    gboolean inherited = self->all && *row->language == '\0';
    if (kind == GX_CONTEXT_PRIOR && strcmp (row->text, "*") == 0)
        self->prior_of_others = weight;
    else if (kind == GX_CONTEXT_PHRASE || kind == GX_CONTEXT_READING || kind == GX_CONTEXT_RIVAL) {
        GxMarkedText marked = read_marked (row);
        g_array_append_val (self->marked[kind], marked);
    } else if (kind != GX_CONTEXT_SCORE && !inherited)
        add_row (self, kind, row, weight);
}

/* In the order of bytes, which is that of characters. */
static gint
compare_texts (gconstpointer a, gconstpointer b)
{
    return strcmp (((const GxMarkedText *)a)->text, ((const GxMarkedText *)b)->text);
}

static gboolean
holds_in (const GxContextRow *row, const char *language)
{
    return *row->language == '\0' || strcmp (row->language, language) == 0;
}

GxContexts *
gx_contexts_new (const GxDictionary *dictionary, const char *language, const GxContexts *all)
{
    GxContexts *self = g_new0 (GxContexts, 1);
    self->all = all;
    for (guint i = 0; i < GX_N_CONTEXTS; i++) {
        self->rows[i] = g_hash_table_new_full (gx_str_hash, gx_str_hash_equal, g_free, (GDestroyNotify)g_array_unref);
        self->marked[i] = g_array_new (FALSE, FALSE, sizeof (GxMarkedText));
        g_array_set_clear_func (self->marked[i], clear_marked);
        self->longest[i] = all ? all->longest[i] : 0;
    }

    guint n_rows = 0;
    const GxContextRow *rows = gx_lexicon_contexts (dictionary, &n_rows);
    for (guint i = 0; i < n_rows; i++)
        if (holds_in (&rows[i], language) && strcmp (rows[i].kind, kind_names[GX_CONTEXT_SCORE]) == 0)
            set_score (&self->scores, rows[i].text, rows[i].weight);
    for (guint i = 0; i < n_rows; i++)
        if (holds_in (&rows[i], language))
            take_row (self, &rows[i]);
    g_array_sort (self->marked[GX_CONTEXT_PHRASE], compare_texts);
    return self;
}

void
gx_contexts_free (GxContexts *self)
{
    if (!self)
        return;
    for (guint i = 0; i < GX_N_CONTEXTS; i++) {
        g_hash_table_unref (self->rows[i]);
        g_array_unref (self->marked[i]);
    }
    g_free (self);
}

const GxContextScores *
gx_contexts_scores (const GxContexts *self)
{
    return &self->scores;
}

/* The row that names the character, else the first one for all. */
static inline const Row *
find_row (const GxContexts *self, GxContextKind kind, GxStr text, gunichar c)
{
    const GArray *rows = g_hash_table_lookup (self->rows[kind], &text);
    const Row *found = NULL;

    for (guint i = 0; rows && i < rows->len; i++) {
        const Row *row = &g_array_index (rows, Row, i);
        if (strcmp (row->states, "*") == 0)
            found = found ? found : row;
        else if (g_utf8_strchr (row->states, -1, c)) {
            found = row;
            break;
        }
    }
    return !found && self->all ? find_row (self->all, kind, text, c) : found;
}

gboolean
gx_contexts_find (const GxContexts *self, GxContextKind kind, GxStr text, gunichar c, double *weight)
{
    const Row *found = find_row (self, kind, text, c);
    if (found)
        *weight = found->weight;
    return found != NULL;
}

const char *
gx_contexts_characters (const GxContexts *self, GxContextKind kind, GxStr text, gunichar c)
{
    const Row *found = find_row (self, kind, text, c);
    return found ? found->states : "";
}

const char *
gx_contexts_kind_name (GxContextKind kind)
{
    return kind_names[kind];
}

const char *
gx_contexts_states (const GxContexts *self, GxContextKind kind, GxStr text)
{
    const GArray *rows = g_hash_table_lookup (self->rows[kind], &text);
    if (!rows)
        return self->all ? gx_contexts_states (self->all, kind, text) : NULL;
    return g_array_index (rows, Row, 0).states;
}

guint
gx_contexts_longest (const GxContexts *self, GxContextKind kind)
{
    return self->longest[kind];
}

double
gx_contexts_prior (const GxContexts *self, gunichar c)
{
    char text[6];
    GxStr key = { text, (gsize)g_unichar_to_utf8 (c, text) };
    double weight;
    return gx_contexts_find (self, GX_CONTEXT_PRIOR, key, c, &weight) ? weight : self->prior_of_others;
}

const GxMarkedText *
gx_contexts_marked (const GxContexts *self, GxContextKind kind, guint *n_texts)
{
    *n_texts = self->marked[kind]->len;
    return (const GxMarkedText *)(gconstpointer)self->marked[kind]->data;
}

const GxMarkedText *
gx_contexts_phrases (const GxContexts *self, gunichar first, guint *n_texts)
{
    const GArray *phrases = self->marked[GX_CONTEXT_PHRASE];
    const GxMarkedText *texts = (const GxMarkedText *)(gconstpointer)phrases->data;
    guint low = 0, high = phrases->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (g_utf8_get_char (texts[middle].text) < first)
            low = middle + 1;
        else
            high = middle;
    }
    while (high < phrases->len && g_utf8_get_char (texts[high].text) == first)
        high++;
    *n_texts = high - low;
    return texts + low;
}
