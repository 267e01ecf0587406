/* SPDX-License-Identifier: GPL-3.0-or-later
 * judgement.c - what the tables say of who is meant. */
#include "judgement.h"

#include "neighbour.h"
#include "str-hash.h"

#include <math.h>
#include <stddef.h>

/* Most characters of an office that are looked at. */
#define LONGEST_OFFICE 24

/* An office of somebody. */
typedef struct {
    const GxEntity *entity;
    double weight;
} Holder;

struct _GxJudgement {
    const GxDictionary *dictionary;
    GxJudgementScores scores;
    GxRoles *roles;
    GHashTable *offices;  /* GxStr -> GArray of Holder */
    GHashTable *alone;    /* the same for names */
    GHashTable *ties;     /* GxEntity -> GArray of GxTie */
    GHashTable *meetings; /* GxStr -> const GxContextRow */
    GHashTable *pairs;    /* GxStr */
    guint longest_office; /* characters */
};

/* Where the weights go, by the names of their rows. */
static const struct {
    const char *name;
    gsize place;
} places[] = {
    { "meant-beside", offsetof (GxJudgementScores, beside) },
    { "meant-full", offsetof (GxJudgementScores, full) },
    { "meant-time", offsetof (GxJudgementScores, time) },
    { "meant-early", offsetof (GxJudgementScores, early) },
    { "meant-late", offsetof (GxJudgementScores, late) },
    { "meant-leading", offsetof (GxJudgementScores, leading) },
    { "meant-state", offsetof (GxJudgementScores, state) },
    { "meant-unmarked", offsetof (GxJudgementScores, unmarked) },
    { "meant-colleague", offsetof (GxJudgementScores, colleague) },
    { "meant-colleagues", offsetof (GxJudgementScores, colleagues) },
    { "meant-contemporary", offsetof (GxJudgementScores, contemporary) },
    { "meant", offsetof (GxJudgementScores, meant) },
    { "meant-alone", offsetof (GxJudgementScores, alone) },
    { "meant-margin", offsetof (GxJudgementScores, margin) },
    { "meant-no-office", offsetof (GxJudgementScores, no_office) },
    { "meant-slack", offsetof (GxJudgementScores, slack) },
    { "strict", offsetof (GxJudgementScores, strict) },
    { "latin", offsetof (GxJudgementScores, latin.least) },
    { "latin-words", offsetof (GxJudgementScores, latin.words) },
    { "latin-first-name", offsetof (GxJudgementScores, latin.first_name) },
    { "latin-last-name", offsetof (GxJudgementScores, latin.last_name) },
    { "latin-in-chinese", offsetof (GxJudgementScores, latin.in_chinese) },
    { "latin-in-brackets", offsetof (GxJudgementScores, latin.in_brackets) },
    { "latin-common", offsetof (GxJudgementScores, latin.common) },
    { "latin-again", offsetof (GxJudgementScores, latin.again) },
    { "latin-listed", offsetof (GxJudgementScores, latin.listed) },
    { "latin-after-title", offsetof (GxJudgementScores, latin.after[GX_BESIDE_TITLE]) },
    { "latin-after-list", offsetof (GxJudgementScores, latin.after[GX_BESIDE_LIST]) },
    { "latin-after-mark", offsetof (GxJudgementScores, latin.after[GX_BESIDE_MARK]) },
    { "latin-after-word", offsetof (GxJudgementScores, latin.after[GX_BESIDE_WORD]) },
    { "latin-after-other", offsetof (GxJudgementScores, latin.after[GX_BESIDE_OTHER]) },
    { "latin-before-title", offsetof (GxJudgementScores, latin.before[GX_BESIDE_TITLE]) },
    { "latin-before-speech", offsetof (GxJudgementScores, latin.before[GX_BESIDE_SPEECH]) },
    { "latin-before-list", offsetof (GxJudgementScores, latin.before[GX_BESIDE_LIST]) },
    { "latin-before-mark", offsetof (GxJudgementScores, latin.before[GX_BESIDE_MARK]) },
    { "latin-before-word", offsetof (GxJudgementScores, latin.before[GX_BESIDE_WORD]) },
    { "latin-before-other", offsetof (GxJudgementScores, latin.before[GX_BESIDE_OTHER]) },
    { "body-least", offsetof (GxJudgementScores, body.least) },
    { "body-sure", offsetof (GxJudgementScores, body.sure) },
    { "body-vague", offsetof (GxJudgementScores, body.vague) },
    { "body-one", offsetof (GxJudgementScores, body.one) },
    { "body-state", offsetof (GxJudgementScores, body.state) },
    { "body-institution", offsetof (GxJudgementScores, body.institution) },
    { "body-place", offsetof (GxJudgementScores, body.place) },
    { "body-foreign", offsetof (GxJudgementScores, body.foreign) },
    { "body-lead", offsetof (GxJudgementScores, body.lead) },
    { "body-none", offsetof (GxJudgementScores, body.none) },
    { "body-known", offsetof (GxJudgementScores, body.known) },
    { "body-unknown", offsetof (GxJudgementScores, body.unknown) },
    { "body-kind", offsetof (GxJudgementScores, body.kind) },
    { "body-short", offsetof (GxJudgementScores, body.shorter) },
    { "body-long", offsetof (GxJudgementScores, body.longer) },
    { "body-joined", offsetof (GxJudgementScores, body.joined) },
    { "body-brackets", offsetof (GxJudgementScores, body.brackets) },
    { "body-quotes", offsetof (GxJudgementScores, body.quotes) },
    { "body-again", offsetof (GxJudgementScores, body.again) },
    { "body-words", offsetof (GxJudgementScores, body.words) },
    { "body-common", offsetof (GxJudgementScores, body.common) },
    { "body-in-chinese", offsetof (GxJudgementScores, body.in_chinese) },
    { "body-after-title", offsetof (GxJudgementScores, body.after[GX_BESIDE_TITLE]) },
    { "body-after-list", offsetof (GxJudgementScores, body.after[GX_BESIDE_LIST]) },
    { "body-after-mark", offsetof (GxJudgementScores, body.after[GX_BESIDE_MARK]) },
    { "body-after-word", offsetof (GxJudgementScores, body.after[GX_BESIDE_WORD]) },
    { "body-after-other", offsetof (GxJudgementScores, body.after[GX_BESIDE_OTHER]) },
    { "body-before-title", offsetof (GxJudgementScores, body.before[GX_BESIDE_TITLE]) },
    { "body-before-speech", offsetof (GxJudgementScores, body.before[GX_BESIDE_SPEECH]) },
    { "body-before-list", offsetof (GxJudgementScores, body.before[GX_BESIDE_LIST]) },
    { "body-before-mark", offsetof (GxJudgementScores, body.before[GX_BESIDE_MARK]) },
    { "body-before-word", offsetof (GxJudgementScores, body.before[GX_BESIDE_WORD]) },
    { "body-before-other", offsetof (GxJudgementScores, body.before[GX_BESIDE_OTHER]) },
    { "foreign", offsetof (GxJudgementScores, foreign) },
    { "unlisted", offsetof (GxJudgementScores, unlisted.least) },
    { "unlisted-letters", offsetof (GxJudgementScores, unlisted.letters) },
    { "unlisted-compound", offsetof (GxJudgementScores, unlisted.compound) },
    { "unlisted-two", offsetof (GxJudgementScores, unlisted.two) },
    { "unlisted-three", offsetof (GxJudgementScores, unlisted.three) },
    { "unlisted-four", offsetof (GxJudgementScores, unlisted.four) },
    { "unlisted-apart", offsetof (GxJudgementScores, unlisted.apart) },
    { "unlisted-given-word", offsetof (GxJudgementScores, unlisted.given_word) },
    { "unlisted-head-word", offsetof (GxJudgementScores, unlisted.head_word) },
    { "unlisted-whole-word", offsetof (GxJudgementScores, unlisted.whole_word) },
    { "unlisted-two-apart", offsetof (GxJudgementScores, unlisted.two_apart) },
    { "unlisted-two-word", offsetof (GxJudgementScores, unlisted.two_word) },
    { "unlisted-function", offsetof (GxJudgementScores, unlisted.function) },
    { "unlisted-place", offsetof (GxJudgementScores, unlisted.place) },
    { "unlisted-again", offsetof (GxJudgementScores, unlisted.again) },
    { "unlisted-listed", offsetof (GxJudgementScores, unlisted.listed) },
    { "unlisted-after-title", offsetof (GxJudgementScores, unlisted.after[GX_BESIDE_TITLE]) },
    { "unlisted-after-list", offsetof (GxJudgementScores, unlisted.after[GX_BESIDE_LIST]) },
    { "unlisted-after-mark", offsetof (GxJudgementScores, unlisted.after[GX_BESIDE_MARK]) },
    { "unlisted-after-word", offsetof (GxJudgementScores, unlisted.after[GX_BESIDE_WORD]) },
    { "unlisted-after-other", offsetof (GxJudgementScores, unlisted.after[GX_BESIDE_OTHER]) },
    { "unlisted-before-title", offsetof (GxJudgementScores, unlisted.before[GX_BESIDE_TITLE]) },
    { "unlisted-before-speech", offsetof (GxJudgementScores, unlisted.before[GX_BESIDE_SPEECH]) },
    { "unlisted-before-list", offsetof (GxJudgementScores, unlisted.before[GX_BESIDE_LIST]) },
    { "unlisted-before-mark", offsetof (GxJudgementScores, unlisted.before[GX_BESIDE_MARK]) },
    { "unlisted-before-word", offsetof (GxJudgementScores, unlisted.before[GX_BESIDE_WORD]) },
    { "unlisted-before-other", offsetof (GxJudgementScores, unlisted.before[GX_BESIDE_OTHER]) },
};

static void
set_score (GxJudgementScores *scores, const GxContextRow *row)
{
    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
        if (strcmp (row->text, places[i].name) == 0)
            *(double *)(gpointer)((char *)scores + places[i].place) = row->weight;
}

static GxStr *
keep_key (const char *text)
{
    GxStr *key = g_new (GxStr, 1);
    *key = gx_str (text);
    return key;
}

/* The array that a table holds for a key, made when there is none; takes over the key. */
static GArray *
array_for (GHashTable *table, gpointer key, gsize size, GDestroyNotify free_key)
{
    GArray *array = g_hash_table_lookup (table, key);
    if (array) {
        if (free_key)
            free_key (key);
        return array;
    }
    array = g_array_new (FALSE, FALSE, (guint)size);
    g_hash_table_insert (table, key, array);
    return array;
}

static void
add_row (GxJudgement *self, const GxContextRow *row)
{
    gboolean is_office = strcmp (row->kind, "office") == 0;
    gboolean is_alone = strcmp (row->kind, "alone") == 0;
    if (strcmp (row->kind, "pair") == 0)
        g_hash_table_add (self->pairs, keep_key (row->text));
    if (strcmp (row->kind, "meeting") == 0)
        g_hash_table_insert (self->meetings, keep_key (row->text), (gpointer)row);
    if (!is_office && !is_alone && strcmp (row->kind, "tie") != 0)
        return;

    double weight = isinf (row->weight) ? self->scores.strict : row->weight;
    g_auto (GStrv) ids = g_strsplit (row->states, "|", -1);
    for (guint i = 0; ids[i]; i++) {
        const GxEntity *entity = gx_dictionary_find (self->dictionary, ids[i]);
        Holder holder = { entity, weight };
        GxTie tie = { row->text, weight };
        if (entity && (is_office || is_alone))
            g_array_append_val (array_for (is_office ? self->offices : self->alone, keep_key (row->text), sizeof holder, g_free), holder);
        else if (entity)
            g_array_append_val (array_for (self->ties, (gpointer)entity, sizeof tie, NULL), tie);
    }
    if (is_office)
        self->longest_office = MAX (self->longest_office, MIN (LONGEST_OFFICE, (guint)g_utf8_strlen (row->text, -1)));
}

GxJudgement *
gx_judgement_new (const GxDictionary *dictionary)
{
    GxJudgement *self = g_new0 (GxJudgement, 1);
    guint n_rows;
    const GxContextRow *rows = gx_lexicon_contexts (dictionary, &n_rows);

    self->dictionary = dictionary;
    self->roles = gx_roles_new (dictionary);
    self->offices = g_hash_table_new_full (gx_str_hash, gx_str_hash_equal, g_free, (GDestroyNotify)g_array_unref);
    self->alone = g_hash_table_new_full (gx_str_hash, gx_str_hash_equal, g_free, (GDestroyNotify)g_array_unref);
    self->ties = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
    self->meetings = g_hash_table_new_full (gx_str_hash, gx_str_hash_equal, g_free, NULL);
    self->pairs = g_hash_table_new_full (gx_str_hash, gx_str_hash_equal, g_free, NULL);
    for (guint i = 0; i < n_rows; i++)
        if (strcmp (rows[i].kind, "score") == 0)
            set_score (&self->scores, &rows[i]);
    for (guint i = 0; i < n_rows; i++)
        add_row (self, &rows[i]);
    return self;
}

void
gx_judgement_free (GxJudgement *self)
{
    if (!self)
        return;
    gx_roles_free (self->roles);
    g_hash_table_unref (self->offices);
    g_hash_table_unref (self->alone);
    g_hash_table_unref (self->ties);
    g_hash_table_unref (self->meetings);
    g_hash_table_unref (self->pairs);
    g_free (self);
}

const GxJudgementScores *
gx_judgement_scores (const GxJudgement *self)
{
    return &self->scores;
}

const GxRoles *
gx_judgement_roles (const GxJudgement *self)
{
    return self->roles;
}

static const Holder *
find_among (GHashTable *table, GxStr text, const GxEntity *entity)
{
    const GArray *holders = g_hash_table_lookup (table, &text);
    for (guint i = 0; holders && i < holders->len; i++)
        if (g_array_index (holders, Holder, i).entity == entity)
            return &g_array_index (holders, Holder, i);
    return NULL;
}

static const Holder *
find_holder (const GxJudgement *self, GxStr office, const GxEntity *entity)
{
    return find_among (self->offices, office, entity);
}

gboolean
gx_judgement_stands_alone (const GxJudgement *self, GxStr name, const GxEntity *entity)
{
    return find_among (self->alone, name, entity) != NULL;
}

gboolean
gx_judgement_holds (const GxJudgement *self, GxStr office, const GxEntity *entity)
{
    return find_holder (self, office, entity) != NULL;
}

/* The longest office that begins at start; one that is not the entity's hides the shorter ones in it: 副总统 is no 总统. */
static double
office_behind (const GxJudgement *self, GxStr text, gsize start, const GxEntity *entity)
{
    double weight = 0;
    gsize at = start;

    for (guint n = 0; n < self->longest_office && at < text.len; n++) {
        (void)gx_char_at (text, at, &at);
        GxStr office = { text.data + start, at - start };
        const Holder *holder = find_holder (self, office, entity);
        if (holder || g_hash_table_contains (self->offices, &office))
            weight = holder ? holder->weight : 0;
    }
    return weight;
}

static double
office_before (const GxJudgement *self, GxStr text, gsize end, const GxEntity *entity)
{
    double weight = 0;
    gsize at = end;

    for (guint n = 0; n < self->longest_office && at > 0; n++) {
        (void)gx_char_before (text, at, &at);
        GxStr office = { text.data + at, end - at };
        const Holder *holder = find_holder (self, office, entity);
        if (holder || g_hash_table_contains (self->offices, &office))
            weight = holder ? holder->weight : 0;
    }
    return weight;
}

double
gx_judgement_office (const GxJudgement *self, GxStr text, gsize start, gsize end, const GxEntity *entity)
{
    if (gx_text_ends (text, start, " "))
        start--;
    if (gx_text_goes_on (text, end, " "))
        end++;
    return MAX (office_before (self, text, start, entity), office_behind (self, text, end, entity));
}

const GxTie *
gx_judgement_ties (const GxJudgement *self, const GxEntity *entity, guint *n_ties)
{
    const GArray *ties = g_hash_table_lookup (self->ties, entity);
    *n_ties = ties ? ties->len : 0;
    return ties ? (const GxTie *)(gconstpointer)ties->data : NULL;
}

gboolean
gx_judgement_meeting (const GxJudgement *self, GxStr pair, const GxEntity **first, const GxEntity **second)
{
    const GxContextRow *row = g_hash_table_lookup (self->meetings, &pair);
    if (!row)
        return FALSE;
    g_auto (GStrv) ids = g_strsplit (row->states, "|", 3);
    *first = ids[0] ? gx_dictionary_find (self->dictionary, ids[0]) : NULL;
    *second = *first && ids[1] ? gx_dictionary_find (self->dictionary, ids[1]) : NULL;
    return *first && *second;
}

gboolean
gx_judgement_is_pair (const GxJudgement *self, GxStr pair)
{
    if (pair.len == 0 || g_hash_table_contains (self->pairs, &pair))
        return pair.len > 0;
    /* Rows hold in either order. */
    gsize first = MIN (pair.len, (gsize)g_utf8_skip[(guchar)pair.data[0]]);
    g_autofree char *turned = g_strdup_printf ("%.*s%.*s", (int)(pair.len - first), pair.data + first, (int)first, pair.data);
    GxStr backward = { turned, pair.len };
    return g_hash_table_contains (self->pairs, &backward);
}

double
gx_judgement_year (const GxJudgement *self, const GxEntity *entity, gint year)
{
    gint slack = (gint)self->scores.slack;

    if (year == 0 || (entity->since == 0 && entity->until == 0))
        return 0;
    if (entity->since != 0 && year < entity->since - slack)
        return self->scores.early;
    return entity->until != 0 && year > entity->until + slack ? self->scores.late : self->scores.time;
}
