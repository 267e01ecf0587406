/* SPDX-License-Identifier: GPL-3.0-or-later
 * network.c - putting networks together, from counts or piece by piece. */
#include "network-parts.h"

#include <math.h>
#include <string.h>

static const char *const measure_names[GX_N_MEASURES] = {
    [GX_MEASURE_DEGREE] = "degree",           [GX_MEASURE_STRENGTH] = "strength",
    [GX_MEASURE_BETWEENNESS] = "betweenness", [GX_MEASURE_BETWEENNESS_UNWEIGHTED] = "betweenness_unweighted",
    [GX_MEASURE_HARMONIC] = "harmonic",       [GX_MEASURE_EIGENVECTOR] = "eigenvector",
    [GX_MEASURE_PAGERANK] = "pagerank",       [GX_MEASURE_CORENESS] = "coreness",
};

const char *
gx_measure_name (GxMeasure measure)
{
    g_return_val_if_fail ((guint)measure < GX_N_MEASURES, NULL);
    return measure_names[measure];
}

gboolean
gx_measure_parse (const char *name, GxMeasure *measure)
{
    for (guint i = 0; i < GX_N_MEASURES; i++)
        if (strcmp (name, measure_names[i]) == 0) {
            *measure = (GxMeasure)i;
            return TRUE;
        }
    return FALSE;
}

GxNetwork *
gx_network_new_empty (void)
{
    GxNetwork *self = g_new0 (GxNetwork, 1);

    self->nodes = g_array_new (FALSE, FALSE, sizeof (GxNode));
    self->edges = g_array_new (FALSE, FALSE, sizeof (GxEdge));
    self->strings = g_string_chunk_new (4096);
    self->modularity = NAN;
    return self;
}

void
gx_network_free (GxNetwork *self)
{
    if (!self)
        return;
    g_array_unref (self->nodes);
    g_array_unref (self->edges);
    g_string_chunk_free (self->strings);
    g_free (self);
}

const char *
gx_network_keep (GxNetwork *self, const char *text)
{
    return text && *text ? g_string_chunk_insert_const (self->strings, text) : "";
}

guint
gx_network_add_node (GxNetwork *self, const GxNode *node)
{
    GxNode added = *node;

    for (guint i = 0; i < GX_N_MEASURES; i++)
        added.measures[i] = NAN;
    added.community = -1;
    added.x = added.y = 0;
    g_array_append_val (self->nodes, added);
    return self->nodes->len - 1;
}

void
gx_network_add_edge (GxNetwork *self, const GxEdge *edge)
{
    g_array_append_vals (self->edges, edge, 1);
}

static int
compare_indices_by_id (gconstpointer a, gconstpointer b, gpointer user_data)
{
    const GxNetwork *self = user_data;

    return strcmp (gx_network_node (self, *(const guint *)a)->id, gx_network_node (self, *(const guint *)b)->id);
}

/* Sorts the nodes by id and lets the edges follow them. */
static void
sort_nodes (GxNetwork *self)
{
    guint n_nodes = self->nodes->len;
    g_autofree guint *order = g_new (guint, n_nodes);
    g_autofree guint *places = g_new (guint, n_nodes);
    GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (GxNode), n_nodes);

    for (guint i = 0; i < n_nodes; i++)
        order[i] = i;
    if (n_nodes > 0)
        g_qsort_with_data (order, (gint)n_nodes, sizeof *order, compare_indices_by_id, self);
    for (guint i = 0; i < n_nodes; i++) {
        places[order[i]] = i;
        g_array_append_vals (sorted, gx_network_node (self, order[i]), 1);
    }
    g_array_unref (self->nodes);
    self->nodes = sorted;
    for (guint i = 0; i < self->edges->len; i++) {
        GxEdge *edge = gx_network_edge (self, i);
        guint a = places[edge->a], b = places[edge->b];

        edge->a = MIN (a, b);
        edge->b = MAX (a, b);
    }
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
    const GxEdge *left = a, *right = b;

    if (left->a != right->a)
        return left->a < right->a ? -1 : 1;
    if (left->b != right->b)
        return left->b < right->b ? -1 : 1;
    /* parallels are added up in one order, so that the sum has the same bits whatever the order they came in */
    return (left->weight > right->weight) - (left->weight < right->weight);
}

static const char *
earlier (const char *a, const char *b)
{
    return *a && (!*b || strcmp (a, b) <= 0) ? a : b;
}

static const char *
later (const char *a, const char *b)
{
    return strcmp (a, b) >= 0 ? a : b;
}

static void
join_parallels (GxNetwork *self)
{
    guint kept = 0;

    g_array_sort (self->edges, compare_edges);
    for (guint i = 0; i < self->edges->len; i++) {
        GxEdge edge = *gx_network_edge (self, i);
        GxEdge *last = kept > 0 ? gx_network_edge (self, kept - 1) : NULL;

        if (edge.a == edge.b)
            continue;
        if (!last || last->a != edge.a || last->b != edge.b) {
            *gx_network_edge (self, kept++) = edge;
            continue;
        }
        last->weight += edge.weight;
        last->count += edge.count;
        last->documents += edge.documents;
        last->touching += edge.touching;
        last->first_date = earlier (last->first_date, edge.first_date);
        last->last_date = later (last->last_date, edge.last_date);
    }
    g_array_set_size (self->edges, kept);
}

/* Two nodes of one label both carry their id, so that a name means the same node whatever the order. */
static void
make_names_unique (GxNetwork *self)
{
    g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal); /* label to how many have it */

    for (guint i = 0; i < self->nodes->len; i++) {
        const char *label = gx_network_node (self, i)->label;
        guint count = GPOINTER_TO_UINT (g_hash_table_lookup (labels, label));

        g_hash_table_insert (labels, (gpointer)label, GUINT_TO_POINTER (count + 1));
    }
    for (guint i = 0; i < self->nodes->len; i++) {
        GxNode *node = gx_network_node (self, i);

        node->name = node->label;
        if (GPOINTER_TO_UINT (g_hash_table_lookup (labels, node->label)) == 1)
            continue;
        do {
            g_autofree char *name = g_strdup_printf ("%s [%s]", node->name, node->id);

            node->name = gx_network_keep (self, name);
        } while (g_hash_table_contains (labels, node->name));
        g_hash_table_insert (labels, (gpointer)node->name, GUINT_TO_POINTER (1));
    }
}

gboolean
gx_network_settle (GxNetwork *self, GError **error)
{
    sort_nodes (self);
    for (guint i = 1; i < self->nodes->len; i++) {
        const char *id = gx_network_node (self, i)->id;

        if (strcmp (id, gx_network_node (self, i - 1)->id) == 0) {
            g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "two nodes have the id %s", id);
            return FALSE;
        }
    }
    join_parallels (self);
    make_names_unique (self);
    return TRUE;
}

static void
add_counted_node (GxNetwork *self, const GxNodeCount *count)
{
    const GxEntity *entity = count->entity;
    GxNode node = {
        .id = gx_network_keep (self, entity->id),
        .label = gx_network_keep (self, *entity->name ? entity->name : entity->id),
        .english = gx_network_keep (self, entity->english),
        .type = gx_entity_type_name (entity->type),
        .country = gx_network_keep (self, entity->country),
        .windows = count->windows,
        .mentions = count->mentions,
        .documents = count->documents,
    };

    gx_network_add_node (self, &node);
}

static void
add_counted_edge (GxNetwork *self, const GxPairCount *pair, guint a, guint b)
{
    GxEdge edge = {
        .a = a,
        .b = b,
        .weight = (double)pair->windows,
        .count = pair->windows,
        .documents = pair->documents,
        .touching = pair->touching,
        .first_date = gx_network_keep (self, pair->first_date),
        .last_date = gx_network_keep (self, pair->last_date),
    };

    gx_network_add_edge (self, &edge);
}

static void
copy_totals (GxNetwork *self, const GxCountTotals *totals)
{
    self->totals = *totals;
    self->totals.first_date = totals->first_date ? gx_network_keep (self, totals->first_date) : NULL;
    self->totals.last_date = totals->last_date ? gx_network_keep (self, totals->last_date) : NULL;
}

GxNetwork *
gx_network_new (GxCounts *counts, const GxNetworkOptions *options, GError **error)
{
    g_autoptr (GxNetwork) self = gx_network_new_empty ();
    guint64 min_count = options ? MAX (options->min_count, 1) : 1;
    guint types = options && options->types ? options->types : ~0u;
    guint n_nodes, n_pairs;
    const GxNodeCount *nodes = gx_counts_nodes (counts, &n_nodes);
    const GxPairCount *pairs = gx_counts_pairs (counts, &n_pairs);
    g_autofree guint *places = g_new (guint, n_nodes);

    copy_totals (self, gx_counts_totals (counts));
    for (guint i = 0; i < n_nodes; i++) {
        places[i] = G_MAXUINT;
        if (types & 1u << nodes[i].entity->type) {
            places[i] = self->nodes->len;
            add_counted_node (self, &nodes[i]);
        }
    }
    for (guint i = 0; i < n_pairs; i++) {
        guint a = places[pairs[i].a], b = places[pairs[i].b];

        if (a != G_MAXUINT && b != G_MAXUINT && pairs[i].windows >= min_count)
            add_counted_edge (self, &pairs[i], a, b);
    }
    return gx_network_settle (self, error) ? g_steal_pointer (&self) : NULL;
}

const GxNode *
gx_network_nodes (const GxNetwork *self, guint *n_nodes)
{
    *n_nodes = self->nodes->len;
    return (const GxNode *)(void *)self->nodes->data;
}

const GxEdge *
gx_network_edges (const GxNetwork *self, guint *n_edges)
{
    *n_edges = self->edges->len;
    return (const GxEdge *)(void *)self->edges->data;
}

const GxCountTotals *
gx_network_totals (const GxNetwork *self)
{
    return &self->totals;
}

double
gx_network_modularity (const GxNetwork *self)
{
    return self->modularity;
}
