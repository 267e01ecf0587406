/* SPDX-License-Identifier: GPL-3.0-or-later
 * community.c - groups of entities that keep company.
 *
 * Leiden (Traag, Waltman & van Eck 2019) on modularity (Newman & Girvan 2004), resolution 1: the vertices weigh their strengths and the
 * resolution is 1 / (2m). It is run from many seeds and the partition of the highest modularity is kept, the first of equals. */
#include "graph.h"
#include "network-parts.h"

#include <math.h>

/* 50 runs while a run is cheap (up to 20,000 edges), fewer above: about a million edges looked at in all, but never less than 5 runs. */
enum { MAX_RUNS = 50, MIN_RUNS = 5, EDGE_BUDGET = 1000000, MAX_PASSES = 50 };
static const double randomness = 0.01;
static const double smallest_gain = 1e-12;

static guint
choose_runs (guint n_edges)
{
    return CLAMP ((guint)EDGE_BUDGET / n_edges, (guint)MIN_RUNS, (guint)MAX_RUNS);
}

/* Passes of Leiden until one no longer gains anything. */
static gboolean
run_leiden (const GxGraph *graph, const GxReals *strengths, GxInts *membership, double *quality, GError **error)
{
    double resolution = 1 / igraph_vector_sum (strengths), previous = -INFINITY;

    for (guint pass = 0; pass < MAX_PASSES; pass++) {
        if (!gx_igraph_succeeded (
                gx_igraph_leiden_pass (&graph->graph, &graph->weights, strengths, resolution, randomness, pass > 0, membership, quality),
                error))
            return FALSE;
        if (*quality - previous < smallest_gain)
            break;
        previous = *quality;
    }
    return TRUE;
}

static gboolean
find_best (const GxGraph *graph, const GxReals *strengths, GxInts *best, GError **error)
{
    guint runs = choose_runs ((guint)igraph_vector_size (&graph->weights));
    double best_quality = -INFINITY;
    g_auto (GxInts) membership = { 0 };

    if (!gx_ints_init (&membership, 0, error))
        return FALSE;
    for (guint seed = 1; seed <= runs; seed++) {
        double quality = -INFINITY;

        if (!gx_igraph_seed (seed, error) || !run_leiden (graph, strengths, &membership, &quality, error))
            return FALSE;
        if (quality - best_quality > smallest_gain) {
            best_quality = quality;
            if (!gx_igraph_succeeded (igraph_vector_int_update (best, &membership), error))
                return FALSE;
        }
    }
    return TRUE;
}

typedef struct {
    double strength;
    guint first_node, number;
} Community;

static int
compare_communities (gconstpointer a, gconstpointer b)
{
    const Community *left = a, *right = b;

    if (left->strength != right->strength)
        return left->strength > right->strength ? -1 : 1;
    return (left->first_node > right->first_node) - (left->first_node < right->first_node);
}

/* Numbers the communities by total strength. Nodes without an edge keep company with nobody and stay at -1. */
static void
store_communities (GxNetwork *self, const GxReals *strengths, const GxInts *membership)
{
    guint n_nodes = self->nodes->len, n_used = 0;
    g_autofree Community *communities = g_new (Community, n_nodes);
    g_autofree gint *numbers = g_new (gint, n_nodes);

    for (guint i = 0; i < n_nodes; i++)
        communities[i] = (Community){ 0, G_MAXUINT, i };
    for (guint i = 0; i < n_nodes; i++) {
        Community *community = &communities[VECTOR (*membership)[i]];

        community->strength += VECTOR (*strengths)[i];
        if (VECTOR (*strengths)[i] > 0)
            community->first_node = MIN (community->first_node, i);
    }
    qsort (communities, n_nodes, sizeof *communities, compare_communities);
    while (n_used < n_nodes && communities[n_used].strength > 0) {
        numbers[communities[n_used].number] = (gint)n_used;
        n_used++;
    }
    for (guint i = 0; i < n_nodes; i++)
        gx_network_node (self, i)->community = VECTOR (*strengths)[i] > 0 ? numbers[VECTOR (*membership)[i]] : -1;
}

gboolean
gx_network_find_communities (GxNetwork *self, GError **error)
{
    for (guint i = 0; i < self->nodes->len; i++)
        gx_network_node (self, i)->community = -1;
    self->modularity = NAN;
    if (self->edges->len == 0)
        return TRUE;

    g_autoptr (GxIgraph) igraph = gx_igraph_enter (1, error);
    g_autoptr (GxGraph) graph = igraph ? gx_graph_new_whole (self, error) : NULL;
    g_auto (GxReals) strengths = { 0 };
    g_auto (GxInts) best = { 0 };
    double modularity;

    if (!graph || !gx_reals_init (&strengths, 0, error) || !gx_ints_init (&best, 0, error) ||
        !gx_igraph_succeeded (gx_igraph_strength (&graph->graph, &graph->weights, &strengths), error) ||
        !find_best (graph, &strengths, &best, error) ||
        !gx_igraph_succeeded (igraph_modularity (&graph->graph, &best, &graph->weights, 1, IGRAPH_UNDIRECTED, &modularity), error))
        return FALSE;
    store_communities (self, &strengths, &best);
    self->modularity = modularity;
    return TRUE;
}
