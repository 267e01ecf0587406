/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score.h"

#include <math.h>
#include <stdlib.h>

struct _GxScores {
    GHashTable *by_name; /* of GxScore, which owns its name */
};

static void
free_score (gpointer data)
{
    GxScore *score = data;
    g_free ((char *)score->name);
    g_free (score);
}

GxScores *
gx_scores_new (void)
{
    GxScores *self = g_new (GxScores, 1);
    self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_score);
    return self;
}

void
gx_scores_free (GxScores *self)
{
    if (!self)
        return;
    g_hash_table_unref (self->by_name);
    g_free (self);
}

GxScore *
gx_scores_at (GxScores *self, const char *name)
{
    GxScore *score = g_hash_table_lookup (self->by_name, name);
    if (!score) {
        score = g_new0 (GxScore, 1);
        score->name = g_strdup (name);
        g_hash_table_insert (self->by_name, (char *)score->name, score);
    }
    return score;
}

static double
share (guint64 part, guint64 whole)
{
    return whole > 0 ? (double)part / (double)whole : NAN;
}

double
gx_score_precision (const GxScore *self)
{
    return share (self->found, self->found + self->wrong);
}

double
gx_score_recall (const GxScore *self)
{
    return share (self->found, self->found + self->missed);
}

double
gx_score_f1 (const GxScore *self)
{
    return share (2 * self->found, 2 * self->found + self->wrong + self->missed);
}

static int
more_first (guint64 a, guint64 b)
{
    return a == b ? 0 : a > b ? -1 : 1;
}

static int
compare_types (const void *a, const void *b)
{
    const GxScore *left = a, *right = b;
    GxEntityType first = GX_ENTITY_PERSON, second = GX_ENTITY_PERSON;
    gboolean known = gx_entity_type_parse (left->name, &first) && gx_entity_type_parse (right->name, &second);
    g_assert (known);
    return (first > second) - (first < second);
}

static int
compare_rules (const void *a, const void *b)
{
    const GxScore *left = a, *right = b;
    int order = more_first (left->found + left->wrong, right->found + right->wrong);
    return order != 0 ? order : strcmp (left->name, right->name);
}

static int
compare_documents (const void *a, const void *b)
{
    const GxScore *left = a, *right = b;
    double first = gx_score_f1 (left), second = gx_score_f1 (right);
    int order = isnan (first) - isnan (second); /* nothing in it, nothing wrong */
    if (order == 0 && !isnan (first))
        order = (first > second) - (first < second);
    if (order == 0)
        order = more_first (left->wrong + left->missed, right->wrong + right->missed);
    return order != 0 ? order : strcmp (left->name, right->name);
}

GxScore *
gx_scores_list (const GxScores *self, GxScoreGroup group, guint *n_scores)
{
    static int (*const orders[GX_N_SCORE_GROUPS]) (const void *, const void *) = { compare_rules, compare_types, compare_rules,
                                                                                   compare_documents };
    GHashTableIter iter;
    gpointer score;
    guint n = 0;
    GxScore *list = g_new0 (GxScore, g_hash_table_size (self->by_name) + 1);
    g_hash_table_iter_init (&iter, self->by_name);
    while (g_hash_table_iter_next (&iter, NULL, &score))
        list[n++] = *(const GxScore *)score;
    qsort (list, n, sizeof *list, orders[group]);
    *n_scores = n;
    return list;
}
