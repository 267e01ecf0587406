/* SPDX-License-Identifier: GPL-3.0-or-later
 * igraph-versions.h - the igraph calls whose arguments changed between 0.10 and 1.0, in one form. */
#pragma once

#include <igraph.h>

#if IGRAPH_VERSION_MAJOR >= 1
#define GX_IGRAPH_1 1
#else
#define GX_IGRAPH_1 0
#endif

static inline igraph_error_t
gx_igraph_degree (const igraph_t *graph, igraph_vector_int_t *result)
{
    return igraph_degree (graph, result, igraph_vss_all (), IGRAPH_ALL, IGRAPH_NO_LOOPS);
}

static inline igraph_error_t
gx_igraph_strength (const igraph_t *graph, const igraph_vector_t *weights, igraph_vector_t *result)
{
    return igraph_strength (graph, result, igraph_vss_all (), IGRAPH_ALL, IGRAPH_NO_LOOPS, weights);
}

/** Not normalised. Distances NULL: steps. */
static inline igraph_error_t
gx_igraph_betweenness (const igraph_t *graph, const igraph_vector_t *distances, igraph_vector_t *result)
{
#if GX_IGRAPH_1
    return igraph_betweenness (graph, distances, result, igraph_vss_all (), IGRAPH_UNDIRECTED, false);
#else
    return igraph_betweenness (graph, result, igraph_vss_all (), IGRAPH_UNDIRECTED, distances);
#endif
}

/** Scaled to a maximum of 1. */
static inline igraph_error_t
gx_igraph_eigenvector (const igraph_t *graph, const igraph_vector_t *weights, igraph_vector_t *result, igraph_arpack_options_t *options)
{
#if GX_IGRAPH_1
    return igraph_eigenvector_centrality (graph, result, NULL, IGRAPH_ALL, weights, options);
#else
    return igraph_eigenvector_centrality (graph, result, NULL, IGRAPH_UNDIRECTED, true, weights, options);
#endif
}

static inline igraph_error_t
gx_igraph_pagerank (const igraph_t *graph, const igraph_vector_t *weights, double damping, igraph_vector_t *result)
{
#if GX_IGRAPH_1
    return igraph_pagerank (graph, weights, result, NULL, damping, IGRAPH_UNDIRECTED, igraph_vss_all (), IGRAPH_PAGERANK_ALGO_PRPACK, NULL);
#else
    return igraph_pagerank (graph, IGRAPH_PAGERANK_ALGO_PRPACK, result, NULL, igraph_vss_all (), IGRAPH_UNDIRECTED, damping, weights, NULL);
#endif
}

/** One pass of Leiden; a negative number of passes means different things in different versions. */
static inline igraph_error_t
gx_igraph_leiden_pass (const igraph_t *graph, const igraph_vector_t *weights, const igraph_vector_t *node_weights, double resolution,
                       double randomness, igraph_bool_t start, igraph_vector_int_t *membership, double *quality)
{
    igraph_integer_t n_communities;

#if GX_IGRAPH_1
    return igraph_community_leiden (graph, weights, node_weights, NULL, resolution, randomness, start, 1, membership, &n_communities,
                                    quality);
#else
    return igraph_community_leiden (graph, weights, node_weights, resolution, randomness, start, 1, membership, &n_communities, quality);
#endif
}

/** What igraph wants to be called before anything else. */
static inline igraph_error_t
gx_igraph_set_up (void)
{
#if GX_IGRAPH_1
    return igraph_setup ();
#else
    return IGRAPH_SUCCESS;
#endif
}
