/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/network.h - an undirected weighted network of entities, its centralities, communities and layout.
 *
 * Graph computations are igraph's; it is not safe for threads in every build, so all of them run behind one lock.
 *
 * Units      weights are counts of windows (> 0); distances are mean weight / weight.
 * Errors     GX_ERROR_NETWORK with igraph's reason; GX_ERROR_IO, GX_ERROR_FORMAT for files.
 * Threads    immutable once built; gx_network_measure() & co. belong to building. */
#pragma once

#include <guanxi/counts.h>

G_BEGIN_DECLS

/** Centralities; see gx_measure_name() for their names. */
typedef enum {
    GX_MEASURE_DEGREE,
    GX_MEASURE_STRENGTH,
    GX_MEASURE_BETWEENNESS,            /**< on distances, normalised by (n-1)(n-2)/2 */
    GX_MEASURE_BETWEENNESS_UNWEIGHTED, /**< the same on steps */
    GX_MEASURE_HARMONIC,               /**< mean of 1/distance to all others */
    GX_MEASURE_EIGENVECTOR,            /**< largest component, maximum 1; NaN elsewhere */
    GX_MEASURE_PAGERANK,               /**< damping 0.85, sums to 1 */
    GX_MEASURE_CORENESS,
    GX_N_MEASURES
} GxMeasure;

/** A node. Strings are owned by the network, terminated, never NULL ("" is absent). */
typedef struct {
    const char *id;    /**< stable between networks */
    const char *label; /**< for people to read */
    const char *name;  /**< the label made unique: `李明 [Q123]` */
    const char *english;
    const char *type; /**< `person`, `state`, `institution`, or what the file said */
    const char *country;
    guint64 windows, mentions, documents;
    double measures[GX_N_MEASURES]; /**< NaN where undefined or not computed */
    gint community;                 /**< 0-based, by total strength, largest first; -1: not computed */
    double x, y;                    /**< layout, |x|, |y| <= 1800; 0 before gx_network_lay_out() */
} GxNode;

/** An edge; a < b index the nodes, one edge a pair. */
typedef struct {
    guint a, b;
    double weight;
    guint64 count, documents, touching;
    const char *first_date, *last_date; /**< "" when unknown */
} GxEdge;

/** How counts become a network. */
typedef struct {
    guint64 min_count; /**< edges with fewer windows are left out */
    guint types;       /**< bits 1 << GxEntityType to keep; 0: all */
} GxNetworkOptions;

typedef struct _GxNetwork GxNetwork;

/** A network of counts. Entities without an edge stay as nodes. Options may be NULL (1, all). Nodes are in order of id. */
GxNetwork *gx_network_new (GxCounts *counts, const GxNetworkOptions *options, GError **error);
/** Reads a GraphML file, ours or another tool's: node ids come from the attribute `id` (else the XML id), labels from `label`, `name`, else
 * id; edge weight from `weight`, else 1; directed edges and parallels are added up, loops and edges of weight 0 dropped. A weight below
 * 10^-15 or above 10^15 is GX_ERROR_FORMAT. */
GxNetwork *gx_network_read (const char *path, GError **error);
void gx_network_free (GxNetwork *self);

const GxNode *gx_network_nodes (const GxNetwork *self, guint *n_nodes);
const GxEdge *gx_network_edges (const GxNetwork *self, guint *n_edges);
/** A summary of what was counted: documents, windows; zero for networks read from files. */
const GxCountTotals *gx_network_totals (const GxNetwork *self);

/** Computes every measure. O(n m). */
gboolean gx_network_measure (GxNetwork *self, GError **error);
/** Leiden communities on modularity with a fixed seed. O(m) a pass. */
gboolean gx_network_find_communities (GxNetwork *self, GError **error);
/** Modularity of the communities found; NaN when there are none. */
double gx_network_modularity (const GxNetwork *self);
/** Coordinates: the same for the same network. */
gboolean gx_network_lay_out (GxNetwork *self, GError **error);

/** `degree`, `strength`, `betweenness`, `betweenness_unweighted`, `harmonic`, `eigenvector`, `pagerank`, `coreness`. */
const char *gx_measure_name (GxMeasure measure);
gboolean gx_measure_parse (const char *name, GxMeasure *measure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxNetwork, gx_network_free)
G_END_DECLS
