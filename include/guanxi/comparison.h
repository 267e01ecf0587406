/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/comparison.h - what one network ties together and another does not.
 *
 * Nodes are the same when their ids are; edges when their ends are. Shares are weights divided by the network's total weight.
 *
 * Threads    immutable once made. */
#pragma once

#include <guanxi/network.h>

G_BEGIN_DECLS

typedef enum { GX_SIDE_BOTH, GX_SIDE_A_ONLY, GX_SIDE_B_ONLY } GxSide;

/** A node of either network. Ranks are 1-based by strength, ties share the lowest; 0 where absent. */
typedef struct {
    const char *id, *label, *type;
    GxSide side;
    double strength_a, strength_b, share_a, share_b;
    guint rank_a, rank_b;
} GxNodeDifference;

/** An edge of either network; a < b index the node differences. */
typedef struct {
    guint a, b;
    GxSide side;
    double weight_a, weight_b, share_a, share_b;
} GxEdgeDifference;

/** Figures of the whole; NaN where undefined (both empty). */
typedef struct {
    guint nodes_a, nodes_b, nodes_both, edges_a, edges_b, edges_both;
    double node_jaccard, edge_jaccard, edge_jaccard_common_nodes;
    double jensen_shannon; /**< divergence of edge shares, log2, 0 (same) .. 1 (nothing shared) */
} GxComparisonSummary;

typedef struct _GxComparison GxComparison;

/** Compares a with b, which may be freed afterwards. O((n + m) log). */
GxComparison *gx_comparison_new (const GxNetwork *a, const GxNetwork *b);
void gx_comparison_free (GxComparison *self);
const GxComparisonSummary *gx_comparison_summary (const GxComparison *self);
/** Differences of nodes, sorted by id. */
const GxNodeDifference *gx_comparison_nodes (const GxComparison *self, guint *n_nodes);
/** Differences of edges, largest |share_a - share_b| first, then by ids. */
const GxEdgeDifference *gx_comparison_edges (const GxComparison *self, guint *n_edges);
/** `both`, `a_only`, `b_only`. */
const char *gx_side_name (GxSide side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxComparison, gx_comparison_free)
G_END_DECLS
