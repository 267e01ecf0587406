/* SPDX-License-Identifier: GPL-3.0-or-later
 * graph.h - the one way into igraph.
 *
 * igraph keeps its error handler, its stack of things to free and its random numbers for the whole process (or for a thread,
 * as it was built), so every use of it happens between gx_igraph_enter() and gx_igraph_leave(), which hold one lock, let errors
 * come back as codes, silence warnings and read numbers as in the C locale. Leaving puts back what was there. */
#pragma once

#include "igraph-versions.h"

#include <guanxi/network.h>

typedef struct _GxIgraph GxIgraph;
typedef igraph_vector_t GxReals;
typedef igraph_vector_int_t GxInts;

/** A graph with a weight for each edge. */
typedef struct {
    igraph_t graph;
    GxReals weights;
} GxGraph;

/** Takes the lock and seeds the random numbers; NULL, and nothing held, when that fails. */
GxIgraph *gx_igraph_enter (guint seed, GError **error);
void gx_igraph_leave (GxIgraph *self);
/** TRUE when code is success; else sets GX_ERROR_NETWORK with the first reason igraph gave. */
gboolean gx_igraph_succeeded (igraph_error_t code, GError **error);
/** Starts the random numbers anew. */
gboolean gx_igraph_seed (guint seed, GError **error);

/** A graph of these edges, whose ends must be below n_nodes and whose weights must be finite and above 0. */
GxGraph *gx_graph_new (guint n_nodes, const GxEdge *edges, guint n_edges, GError **error);
/** The graph of a whole network. */
GxGraph *gx_graph_new_whole (const GxNetwork *network, GError **error);
void gx_graph_free (GxGraph *self);

/** n zeros. */
gboolean gx_reals_init (GxReals *self, guint n, GError **error);
gboolean gx_ints_init (GxInts *self, guint n, GError **error);
/** Frees what init made; a zeroed one is left alone. */
void gx_reals_clear (GxReals *self);
void gx_ints_clear (GxInts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxIgraph, gx_igraph_leave)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxGraph, gx_graph_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GxReals, gx_reals_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GxInts, gx_ints_clear)
