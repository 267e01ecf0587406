/* SPDX-License-Identifier: GPL-3.0-or-later
 * grams.c - strings that stand several times. */
#include "grams.h"

#include <math.h>

/* Fewest times. */
#define FEWEST 2
#define NONE   G_MAXUINT32

typedef struct {
    gsize start;            /* where it first stands */
    guint32 prefix, suffix; /* without its last (first) symbol: grams of the level below */
    guint32 inner_left;     /* times nothing ends a name behind its first symbol */
    guint32 inner_right;    /* before its last one */
    GxEvidence evidence;
} Gram;

/* The strings of one length. */
typedef struct {
    guint length;
    guint32 *ids;  /* which string starts at a symbol; NONE: one that stands once only */
    GArray *grams; /* of Gram */
} Level;

/* Places in the order of the two strings that start there. */
typedef struct {
    guint32 *places, *other;
    guint n;
} Order;

static void
level_clear (Level *self)
{
    g_free (self->ids);
    if (self->grams)
        g_array_unref (self->grams);
}

static guint
bits_at (const GArray *array, gsize i)
{
    return g_array_index (array, guint16, i);
}

/* How many of the symbols are those of known names. */
static guint
count_covered (const GxBatch *batch, gsize start, guint length)
{
    guint n = 0;
    for (gsize i = start; i < start + length; i++)
        n += (bits_at (batch->before, i) & GX_BESIDE_COVERED) != 0;
    return n;
}

/* Counts a string of this length at a place. */
static void
count_place (const GxBatch *batch, Gram *gram, gsize start, guint length)
{
    gsize last = start + length - 1;
    guint l = bits_at (batch->before, start), r = bits_at (batch->after, last);

    gram->evidence.raw++;
    gram->inner_right += !((bits_at (batch->after, last - 1) | bits_at (batch->before, last)) & GX_BESIDE_FREE);
    gram->inner_left += !((bits_at (batch->after, start) | bits_at (batch->before, start + 1)) & GX_BESIDE_FREE);
    guint n_covered = (l | r) & GX_BESIDE_CUT ? length : count_covered (batch, start, length);
    if (n_covered == length)
        return;
    gram->evidence.signs[GX_SIGN_HOLDS] += n_covered > 0;
    gx_evidence_count (&gram->evidence, batch, l, r, g_array_index (batch->passage, guint32, start));
}

/* The symbols themselves. */
static Level
first_level (const GxBatch *batch)
{
    const gunichar *symbols = (const gunichar *)(gpointer)batch->symbols->data;
    gsize n = batch->symbols->len;
    Level self = { 1, g_new (guint32, n + 1), g_array_new (FALSE, TRUE, sizeof (Gram)) };
    g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

    for (gsize i = 0; i < n; i++) {
        self.ids[i] = NONE;
        if (symbols[i] == 0)
            continue;
        guint32 id = GPOINTER_TO_UINT (g_hash_table_lookup (known, GUINT_TO_POINTER (symbols[i])));
        if (id == 0) {
            Gram gram = { .start = i };
            g_array_append_val (self.grams, gram);
            id = self.grams->len;
            g_hash_table_insert (known, GUINT_TO_POINTER (symbols[i]), GUINT_TO_POINTER (id));
        }
        self.ids[i] = id - 1;
        g_array_index (self.grams, Gram, id - 1).evidence.raw++;
    }
    self.ids[n] = NONE;
    return self;
}

/* Sorts the places by the string that starts at shift symbols behind them, keeping the order of those alike. */
static void
sort_places (Order *order, const Level *level, gsize shift)
{
    g_autofree guint32 *starts = g_new0 (guint32, (gsize)level->grams->len + 1);
    guint32 *swap = order->other;

    for (guint i = 0; i < order->n; i++)
        starts[level->ids[order->places[i] + shift] + 1]++;
    for (guint i = 0; i < level->grams->len; i++)
        starts[i + 1] += starts[i];
    for (guint i = 0; i < order->n; i++)
        swap[starts[level->ids[order->places[i] + shift]]++] = order->places[i];
    order->other = order->places;
    order->places = swap;
}

/* The strings that are one symbol longer. */
static Level
next_level (const GxBatch *batch, const Level *level)
{
    gsize n = batch->symbols->len;
    Level self = { level->length + 1, g_new (guint32, n + 1), g_array_new (FALSE, TRUE, sizeof (Gram)) };
    Order order = { g_new (guint32, n), g_new (guint32, n), 0 };

    for (gsize i = 0; i <= n; i++)
        self.ids[i] = NONE;
    for (gsize i = 0; i < n; i++)
        if (level->ids[i] != NONE && level->ids[i + 1] != NONE)
            order.places[order.n++] = (guint32)i;
    sort_places (&order, level, 1);
    sort_places (&order, level, 0);
    for (guint i = 0, end; i < order.n; i = end) {
        guint32 prefix = level->ids[order.places[i]], suffix = level->ids[order.places[i] + 1];
        for (end = i + 1; end < order.n && level->ids[order.places[end]] == prefix && level->ids[order.places[end] + 1] == suffix; end++)
            ;
        if (end - i < FEWEST)
            continue;
        Gram gram = { .start = order.places[i], .prefix = prefix, .suffix = suffix };
        for (guint k = i; k < end; k++) {
            self.ids[order.places[k]] = self.grams->len;
            count_place (batch, &gram, order.places[k], self.length);
        }
        g_array_append_val (self.grams, gram);
    }
    g_free (order.places);
    g_free (order.other);
    return self;
}

/* How much more often a string stands than two parts of it would beside one another by chance. */
static double
attraction (double n, double whole, double left, double right)
{
    return log (whole * n / (left * right));
}

static double
uses_of (const Level *first, gsize symbol)
{
    return g_array_index (first->grams, Gram, first->ids[symbol]).evidence.raw;
}

/* Tells each level's strings what the next longer ones say of them. */
static void
tie (const Level *level, const Level *longer)
{
    for (guint i = 0; i < longer->grams->len; i++) {
        const Gram *gram = &g_array_index (longer->grams, Gram, i);
        GxEvidence *left = &g_array_index (level->grams, Gram, gram->prefix).evidence;
        GxEvidence *right = &g_array_index (level->grams, Gram, gram->suffix).evidence;
        left->tied_right = MAX (left->tied_right, gram->inner_right);
        right->tied_left = MAX (right->tied_left, gram->inner_left);
    }
}

static void
tell (const GxBatch *batch, const Level *first, const Level *shorter, const Level *level, GxGramFunc take, gpointer user_data)
{
    double n = batch->symbols->len;
    for (guint i = 0; i < level->grams->len; i++) {
        Gram *gram = &g_array_index (level->grams, Gram, i);
        double whole = gram->evidence.raw;
        double prefix = g_array_index (shorter->grams, Gram, gram->prefix).evidence.raw;
        double suffix = g_array_index (shorter->grams, Gram, gram->suffix).evidence.raw;
        gram->evidence.cohesion = MIN (attraction (n, whole, prefix, uses_of (first, gram->start + level->length - 1)),
                                       attraction (n, whole, uses_of (first, gram->start), suffix));
        if (gram->evidence.signs[GX_SIGN_COUNT] > 0)
            take (batch, gram->start, level->length, &gram->evidence, user_data);
    }
}

void
gx_grams_each (const GxBatch *batch, GxGramFunc take, gpointer user_data)
{
    if (batch->symbols->len == 0)
        return;
    Level first = first_level (batch), shorter = { 0 }, level = next_level (batch, &first);
    while (level.length <= GX_LONGEST_GRAM && level.grams->len > 0) {
        Level longer = next_level (batch, &level);
        tie (&level, &longer);
        tell (batch, &first, level.length == 2 ? &first : &shorter, &level, take, user_data);
        level_clear (&shorter);
        shorter = level;
        level = longer;
    }
    level_clear (&level);
    level_clear (&shorter);
    level_clear (&first);
}
