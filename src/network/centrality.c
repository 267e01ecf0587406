/* SPDX-License-Identifier: GPL-3.0-or-later
 * centrality.c - who matters, by several standards. */
#include "components.h"
#include "graph.h"
#include "network-parts.h"

#include <math.h>

/* Nothing here draws random numbers; the seed only keeps that true whatever igraph does inside. */
static const guint seed = 42;
static const double pagerank_damping = 0.85;
/* Below this an entry of the eigenvector is rounding noise. */
static const double eigenvector_noise = 1e-12;

static void
store_reals (GxNetwork *self, GxMeasure measure, const GxReals *values, double divisor)
{
    for (guint i = 0; i < self->nodes->len; i++)
        gx_network_node (self, i)->measures[measure] = divisor > 0 ? VECTOR (*values)[i] / divisor : 0;
}

static void
store_ints (GxNetwork *self, GxMeasure measure, const GxInts *values)
{
    for (guint i = 0; i < self->nodes->len; i++)
        gx_network_node (self, i)->measures[measure] = (double)VECTOR (*values)[i];
}

static gboolean
measure_neighbourhood (GxNetwork *self, const GxGraph *graph, GError **error)
{
    g_auto (GxInts) whole = { 0 };
    g_auto (GxReals) real = { 0 };

    if (!gx_ints_init (&whole, 0, error) || !gx_reals_init (&real, 0, error))
        return FALSE;
    if (!gx_igraph_succeeded (gx_igraph_degree (&graph->graph, &whole), error))
        return FALSE;
    store_ints (self, GX_MEASURE_DEGREE, &whole);
    if (!gx_igraph_succeeded (gx_igraph_strength (&graph->graph, &graph->weights, &real), error))
        return FALSE;
    store_reals (self, GX_MEASURE_STRENGTH, &real, 1);
    if (!gx_igraph_succeeded (igraph_coreness (&graph->graph, &whole, IGRAPH_ALL), error))
        return FALSE;
    store_ints (self, GX_MEASURE_CORENESS, &whole);
    return TRUE;
}

/* Strong ties are short: mean weight / weight, so that an average tie has length 1 in every network. */
static gboolean
fill_distances (const GxGraph *graph, GxReals *distances, GError **error)
{
    guint n_edges = (guint)igraph_vector_size (&graph->weights);
    double mean = n_edges > 0 ? igraph_vector_sum (&graph->weights) / n_edges : 1;

    if (!gx_reals_init (distances, n_edges, error))
        return FALSE;
    for (guint i = 0; i < n_edges; i++)
        VECTOR (*distances)[i] = mean / VECTOR (graph->weights)[i];
    return TRUE;
}

static gboolean
measure_paths (GxNetwork *self, const GxGraph *graph, GError **error)
{
    double n_nodes = self->nodes->len, n_pairs = (n_nodes - 1) * (n_nodes - 2) / 2;
    g_auto (GxReals) distances = { 0 };
    g_auto (GxReals) result = { 0 };

    if (!fill_distances (graph, &distances, error) || !gx_reals_init (&result, 0, error))
        return FALSE;
    if (!gx_igraph_succeeded (gx_igraph_betweenness (&graph->graph, &distances, &result), error))
        return FALSE;
    store_reals (self, GX_MEASURE_BETWEENNESS, &result, n_pairs);
    if (!gx_igraph_succeeded (gx_igraph_betweenness (&graph->graph, NULL, &result), error))
        return FALSE;
    store_reals (self, GX_MEASURE_BETWEENNESS_UNWEIGHTED, &result, n_pairs);
    if (!gx_igraph_succeeded (igraph_harmonic_centrality (&graph->graph, &result, igraph_vss_all (), IGRAPH_ALL, &distances, false), error))
        return FALSE;
    store_reals (self, GX_MEASURE_HARMONIC, &result, n_nodes - 1);
    return TRUE;
}

static gboolean
measure_pagerank (GxNetwork *self, const GxGraph *graph, GError **error)
{
    const GxReals *weights = self->edges->len > 0 ? &graph->weights : NULL;
    g_auto (GxReals) result = { 0 };

    if (!gx_reals_init (&result, 0, error) ||
        !gx_igraph_succeeded (gx_igraph_pagerank (&graph->graph, weights, pagerank_damping, &result), error))
        return FALSE;
    store_reals (self, GX_MEASURE_PAGERANK, &result, 1);
    return TRUE;
}

/* Outside the component with the largest eigenvalue the vector is 0 plus noise, so it is taken of the largest component alone. Where
 * the iteration doesn't converge (very long chains) the values stay NaN: that is no reason to refuse the other measures. */
static gboolean
measure_eigenvector (GxNetwork *self, GError **error)
{
    g_autoptr (GPtrArray) components = gx_components_find (self);
    const GxComponent *largest = g_ptr_array_index (components, 0);
    g_autoptr (GxGraph) graph = NULL;
    g_auto (GxReals) result = { 0 };
    igraph_arpack_options_t options;
    igraph_error_t code;

    if (largest->edges->len == 0)
        return TRUE;
    graph = gx_graph_new (largest->nodes->len, (const GxEdge *)(void *)largest->edges->data, largest->edges->len, error);
    if (!graph || !gx_reals_init (&result, 0, error))
        return FALSE;
    igraph_arpack_options_init (&options);
    code = gx_igraph_eigenvector (&graph->graph, &graph->weights, &result, &options);
    if (code == IGRAPH_ENOMEM)
        return gx_igraph_succeeded (code, error);
    if (!gx_igraph_succeeded (code, NULL))
        return TRUE;
    for (guint i = 0; i < largest->nodes->len; i++) {
        double value = VECTOR (result)[i];

        gx_network_node (self, g_array_index (largest->nodes, guint, i))->measures[GX_MEASURE_EIGENVECTOR] =
            fabs (value) < eigenvector_noise ? 0 : value;
    }
    return TRUE;
}

gboolean
gx_network_measure (GxNetwork *self, GError **error)
{
    for (guint i = 0; i < self->nodes->len; i++)
        for (guint j = 0; j < GX_N_MEASURES; j++)
            gx_network_node (self, i)->measures[j] = NAN;
    if (self->nodes->len == 0)
        return TRUE;

    g_autoptr (GxIgraph) igraph = gx_igraph_enter (seed, error);
    g_autoptr (GxGraph) graph = igraph ? gx_graph_new_whole (self, error) : NULL;

    return graph && measure_neighbourhood (self, graph, error) && measure_paths (self, graph, error) &&
           measure_pagerank (self, graph, error) && measure_eigenvector (self, error);
}
