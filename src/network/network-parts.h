/* SPDX-License-Identifier: GPL-3.0-or-later
 * network-parts.h - what a network is made of, and how one is put together.
 *
 * A builder adds nodes and edges in any order and then calls gx_network_settle() once; after that nodes and edges stay as they are. */
#pragma once

#include <guanxi/network.h>

struct _GxNetwork {
    GArray *nodes; /**< GxNode */
    GArray *edges; /**< GxEdge */
    GStringChunk *strings;
    GxCountTotals totals;
    double modularity;
};

/** A network without nodes. */
GxNetwork *gx_network_new_empty (void);
/** The network's own copy of text; NULL becomes "". */
const char *gx_network_keep (GxNetwork *self, const char *text);
/** Adds a node with nothing measured yet and returns its index; its strings must be kept ones. */
guint gx_network_add_node (GxNetwork *self, const GxNode *node);
/** Adds an edge between nodes added before; its dates must be kept ones. */
void gx_network_add_edge (GxNetwork *self, const GxEdge *edge);
/** Sorts nodes by id and edges by their ends, adds parallel edges up, drops loops and makes names unique. Fails with
 *  GX_ERROR_FORMAT when two nodes share an id. O((n + m) log). */
gboolean gx_network_settle (GxNetwork *self, GError **error);

/** The node at index. */
static inline GxNode *
gx_network_node (const GxNetwork *self, guint index)
{
    return &g_array_index (self->nodes, GxNode, index);
}

/** The edge at index. */
static inline GxEdge *
gx_network_edge (const GxNetwork *self, guint index)
{
    return &g_array_index (self->edges, GxEdge, index);
}
