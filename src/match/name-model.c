/* SPDX-License-Identifier: GPL-3.0-or-later
 * name-model.c - how much a name looks like one by its characters or words. */
#include "name-model.h"

#include "fold.h"
#include "neighbour.h"

#include <math.h>
#include <string.h>

#define FIRST_HAN 0x3400
#define END_HAN   0xA000
#define N_HAN     (END_HAN - FIRST_HAN)

/* Added to every count, so that what no name of the tables has may still stand in one. */
#define UNSEEN 0.1f
/* Characters from which on names tell something of others. */
#define LEAST_LEARNT 300
/* Occurrences in a million characters of those that no row tells. */
#define RARE    10.0f
#define MILLION 1e6f
#define DOT     "·"
/* A character is one of transliterations when it stands in so many parts of names with dots, and isn't so much commoner in prose (也 of
 * 梯也尔). */
#define FEWEST_USES   3
#define LEAST_FOREIGN (-2.0f)
/* Bytes of the longest word that is looked up. */
#define LONGEST_WORD 63
/* Characters of the longest name that is learnt from. */
#define LONGEST_NAME 4

struct _GxNameModel {
    float surname[N_HAN], given[N_HAN], foreign[N_HAN];
    guint8 in_names[N_HAN];   /* uses in transliterated names, up to FEWEST_USES */
    guint8 compound[N_HAN];   /* whether a surname of several characters begins so */
    GHashTable *first, *last; /* folded word -> in how many names it comes first, last */
    GHashTable *parts;        /* part of a name with dots -> in how many */
    guint32 *body_pairs;      /* a bit for each two characters side by side in names of institutions, by a hash */
};

typedef struct {
    guint16 uses[N_HAN];
    guint n;
} Counts;

static gboolean
is_known_han (gunichar c)
{
    return c >= FIRST_HAN && c < END_HAN;
}

static void
count_in (Counts *counts, gunichar c)
{
    if (!is_known_han (c))
        return;
    if (counts->uses[c - FIRST_HAN] < G_MAXUINT16)
        counts->uses[c - FIRST_HAN]++;
    counts->n++;
}

static void
count_word (GHashTable *counts, const char *word, gsize len)
{
    g_autofree char *key = g_strndup (word, len);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));

    g_hash_table_insert (counts, g_steal_pointer (&key), GUINT_TO_POINTER (n + 1));
}

static guint
look_up (GHashTable *counts, GxStr word)
{
    char key[LONGEST_WORD + 1];

    if (word.len > LONGEST_WORD)
        return 0;
    memcpy (key, word.data, word.len);
    key[word.len] = '\0';
    return GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
}

/* Counts the characters of a person's label, if it is a surname of the table and one or two characters more. */
static void
learn_chinese (const GxDictionary *dictionary, const GxEntity *person, GxStr label, Counts *surnames, Counts *given)
{
    const char *surname = gx_lexicon_surname (dictionary, person);
    gsize n = surname ? strlen (surname) : 0;

    if (!surname || n >= label.len || memcmp (label.data, surname, n) != 0 ||
        g_utf8_strlen (label.data, (gssize)label.len) > LONGEST_NAME || !gx_lexicon_is_surname (dictionary, gx_str (surname)))
        return;
    gsize first = (gsize)g_utf8_skip[(guchar)*surname];
    if (n == first)
        count_in (surnames, g_utf8_get_char (surname));
    for (gsize at = n; at < label.len;)
        count_in (given, gx_char_at (label, at, &at));
}

static void
learn_latin (GxNameModel *self, GxStr label)
{
    const char *blank = memchr (label.data, ' ', label.len), *last = label.data + label.len;

    if (!blank)
        return;
    while (last[-1] != ' ')
        last--;
    count_word (self->first, label.data, (gsize)(blank - label.data));
    count_word (self->last, last, (gsize)(label.data + label.len - last));
}

/* Counts the parts and characters of a transliterated name with dots. */
static void
learn_foreign (GxNameModel *self, GxStr name, Counts *foreign)
{
    for (gsize at = 0, end; at < name.len; at = end + strlen (DOT)) {
        const char *dot = g_strstr_len (name.data + at, (gssize)(name.len - at), DOT);
        end = dot ? (gsize)(dot - name.data) : name.len;
        count_word (self->parts, name.data + at, end - at);
        for (gsize i = at; i < end;) {
            gunichar c = gx_char_at (name, i, &i);
            count_in (foreign, c);
            if (is_known_han (c) && self->in_names[c - FIRST_HAN] < FEWEST_USES)
                self->in_names[c - FIRST_HAN]++;
        }
    }
}

/* So many that of a hundred pairs that no name has one seems to be had. */
#define PAIR_BITS 22

static guint32
pair_bit (gunichar first, gunichar second)
{
    return (((first - FIRST_HAN) << 16 | (second - FIRST_HAN)) * 2654435769u) >> (32 - PAIR_BITS);
}

static void
learn_body (GxNameModel *self, GxStr name)
{
    gunichar before = 0;

    for (gsize at = 0; at < name.len;) {
        gunichar c = gx_char_at (name, at, &at);
        if (is_known_han (before) && is_known_han (c)) {
            guint32 bit = pair_bit (before, c);
            self->body_pairs[bit / 32] |= (guint32)1 << bit % 32;
        }
        before = c;
    }
}

static void
learn (GxNameModel *self, const GxDictionary *dictionary, Counts *surnames, Counts *given, Counts *foreign)
{
    guint n;
    const GxForm *forms = gx_lexicon_forms (dictionary, &n);

    for (guint i = 0; i < n; i++) {
        GxStr text = { forms[i].text, forms[i].len };
        gboolean is_latin = (guchar)*text.data < 0x80, has_dot = !is_latin && g_strstr_len (text.data, (gssize)text.len, DOT) != NULL;
        gsize end;
        for (guint r = 0; r < forms[i].n_readings; r++) {
            const GxFormReading *reading = &forms[i].readings[r];
            if (reading->kind == GX_FORM_NAME && reading->entity->type == GX_ENTITY_INSTITUTION)
                learn_body (self, text);
            if (reading->kind != GX_FORM_NAME || reading->entity->type != GX_ENTITY_PERSON)
                continue;
            if (has_dot && gx_is_han (gx_char_at (text, 0, &end))) {
                learn_foreign (self, text, foreign);
            } else if (is_latin && (reading->flags & GX_ALIAS_LABEL))
                learn_latin (self, text);
            else if (reading->flags & GX_ALIAS_LABEL)
                learn_chinese (dictionary, reading->entity, text, surnames, given);
        }
    }
}

/* How often each character stands in prose, in logarithms of shares. */
static void
read_prose (const GxDictionary *dictionary, float prose[static N_HAN])
{
    const float rare = logf (RARE / MILLION);
    guint n_rows;
    const GxContextRow *rows = gx_lexicon_contexts (dictionary, &n_rows);

    for (guint i = 0; i < N_HAN; i++)
        prose[i] = rare;
    for (guint i = 0; i < n_rows; i++) {
        gunichar c = g_utf8_get_char (rows[i].text);
        if (strcmp (rows[i].kind, "prose") == 0 && is_known_han (c) && rows[i].weight > (double)RARE)
            prose[c - FIRST_HAN] = logf ((float)rows[i].weight / MILLION);
    }
}

static void
weigh (const Counts *counts, const float prose[static N_HAN], float weights[static N_HAN])
{
    gboolean learnt = counts->n >= LEAST_LEARNT;
    const float all = logf ((float)MAX (counts->n, 1)), unseen = logf (UNSEEN) - all;

    for (guint i = 0; i < N_HAN; i++)
        weights[i] = learnt ? (counts->uses[i] > 0 ? logf ((float)counts->uses[i] + UNSEEN) - all : unseen) - prose[i] : -HUGE_VALF;
}

/* Keeps the weights of surnames only, and notes what the longer ones begin with. */
static void
keep_surnames (GxNameModel *self, const GxDictionary *dictionary, const float weights[static N_HAN])
{
    guint n;
    g_autofree const char **surnames = gx_lexicon_surnames (dictionary, &n);

    for (guint i = 0; i < N_HAN; i++)
        self->surname[i] = -HUGE_VALF;
    for (guint i = 0; i < n; i++) {
        gunichar c = g_utf8_get_char (surnames[i]);
        if (!is_known_han (c))
            continue;
        if (*g_utf8_next_char (surnames[i]))
            self->compound[c - FIRST_HAN] = TRUE;
        else
            self->surname[c - FIRST_HAN] = weights[c - FIRST_HAN];
    }
}

GxNameModel *
gx_name_model_new (const GxDictionary *dictionary)
{
    GxNameModel *self = g_new0 (GxNameModel, 1);
    g_autofree Counts *surnames = g_new0 (Counts, 1), *given = g_new0 (Counts, 1), *foreign = g_new0 (Counts, 1);
    g_autofree float *prose = g_new (float, N_HAN), *weights = g_new (float, N_HAN);

    self->first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    self->body_pairs = g_new0 (guint32, ((gsize)1 << PAIR_BITS) / 32);
    learn (self, dictionary, surnames, given, foreign);
    read_prose (dictionary, prose);
    weigh (surnames, prose, weights);
    keep_surnames (self, dictionary, weights);
    weigh (given, prose, self->given);
    weigh (foreign, prose, self->foreign);
    return self;
}

void
gx_name_model_free (GxNameModel *self)
{
    if (!self)
        return;
    g_hash_table_unref (self->first);
    g_hash_table_unref (self->last);
    g_hash_table_unref (self->parts);
    g_free (self->body_pairs);
    g_free (self);
}

double
gx_name_model_surname (const GxNameModel *self, gunichar c)
{
    return is_known_han (c) ? (double)self->surname[c - FIRST_HAN] : -HUGE_VAL;
}

gboolean
gx_name_model_begins_compound (const GxNameModel *self, gunichar c)
{
    return is_known_han (c) && self->compound[c - FIRST_HAN];
}

double
gx_name_model_given (const GxNameModel *self, gunichar c)
{
    return is_known_han (c) ? (double)self->given[c - FIRST_HAN] : -HUGE_VAL;
}

guint
gx_name_model_first_names (const GxNameModel *self, GxStr word)
{
    return look_up (self->first, word);
}

guint
gx_name_model_last_names (const GxNameModel *self, GxStr word)
{
    return look_up (self->last, word);
}

guint
gx_name_model_parts (const GxNameModel *self, GxStr text)
{
    return look_up (self->parts, text);
}

gboolean
gx_name_model_is_body_pair (const GxNameModel *self, gunichar first, gunichar second)
{
    if (!is_known_han (first) || !is_known_han (second))
        return FALSE;
    guint32 bit = pair_bit (first, second);
    return (self->body_pairs[bit / 32] >> bit % 32 & 1) != 0;
}

double
gx_name_model_foreign (const GxNameModel *self, GxStr text)
{
    double sum = 0;
    guint n = 0;

    for (gsize at = 0; at < text.len; n++) {
        gunichar c = gx_char_at (text, at, &at);
        if (!is_known_han (c))
            return -HUGE_VAL;
        sum += (double)self->foreign[c - FIRST_HAN];
    }
    return n > 0 ? sum / n : -HUGE_VAL;
}

gboolean
gx_name_model_is_foreign (const GxNameModel *self, gunichar c)
{
    return is_known_han (c) && self->in_names[c - FIRST_HAN] >= FEWEST_USES && self->foreign[c - FIRST_HAN] >= LEAST_FOREIGN;
}
