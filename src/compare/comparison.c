/* SPDX-License-Identifier: GPL-3.0-or-later
 * comparison.c - two networks side by side.
 *
 * Jaccard: shared / all. Jensen-Shannon divergence of edge shares p and q with m = (p + q) / 2: KL(p|m)/2 + KL(q|m)/2, log2 (Lin 1991). */
#include <guanxi/comparison.h>

#include <math.h>
#include <string.h>

struct _GxComparison {
    GArray *nodes; /* GxNodeDifference */
    GArray *edges; /* GxEdgeDifference */
    GStringChunk *strings;
    GxComparisonSummary summary;
};

/** One of the networks, with where its nodes are among the differences. */
typedef struct {
    const GxNode *nodes;
    const GxEdge *edges;
    guint n_nodes, n_edges;
    double weight; /* of all edges */
    guint *places;
    double *strengths;
} Side;

static void
side_init (Side *self, const GxNetwork *network)
{
    self->nodes = gx_network_nodes (network, &self->n_nodes);
    self->edges = gx_network_edges (network, &self->n_edges);
    self->places = g_new (guint, self->n_nodes);
    self->strengths = g_new0 (double, self->n_nodes);
    self->weight = 0;
    for (guint i = 0; i < self->n_edges; i++) {
        self->weight += self->edges[i].weight;
        self->strengths[self->edges[i].a] += self->edges[i].weight;
        self->strengths[self->edges[i].b] += self->edges[i].weight;
    }
}

static void
side_clear (Side *self)
{
    g_free (self->places);
    g_free (self->strengths);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Side, side_clear)

static double
share_of (double weight, const Side *side)
{
    return side->weight > 0 ? weight / side->weight : 0;
}

static double
ratio (guint part, guint whole)
{
    return whole > 0 ? (double)part / whole : NAN;
}

static void
add_node (GxComparison *self, const GxNode *node, GxSide side)
{
    GxNodeDifference difference = {
        .id = g_string_chunk_insert (self->strings, node->id),
        .label = g_string_chunk_insert (self->strings, node->label),
        .type = g_string_chunk_insert_const (self->strings, node->type),
        .side = side,
    };

    g_array_append_val (self->nodes, difference);
}

/* Merges the nodes, which both networks keep sorted by id. */
static void
merge_nodes (GxComparison *self, Side *a, Side *b)
{
    guint i = 0, j = 0;

    while (i < a->n_nodes || j < b->n_nodes) {
        int order = i == a->n_nodes ? 1 : j == b->n_nodes ? -1 : strcmp (a->nodes[i].id, b->nodes[j].id);
        GxNodeDifference *added;

        add_node (self, order <= 0 ? &a->nodes[i] : &b->nodes[j], order < 0 ? GX_SIDE_A_ONLY : order > 0 ? GX_SIDE_B_ONLY : GX_SIDE_BOTH);
        added = &g_array_index (self->nodes, GxNodeDifference, self->nodes->len - 1);
        if (order <= 0) {
            a->places[i] = self->nodes->len - 1;
            added->strength_a = a->strengths[i];
            added->share_a = share_of (a->strengths[i], a);
            i++;
        }
        if (order >= 0) {
            b->places[j] = self->nodes->len - 1;
            added->strength_b = b->strengths[j];
            added->share_b = share_of (b->strengths[j], b);
            j++;
        }
        self->summary.nodes_both += order == 0;
    }
}

static GxEdgeDifference
difference_of (const Side *side, guint edge)
{
    GxEdgeDifference difference = { 0 };

    if (edge < side->n_edges) {
        difference.a = side->places[side->edges[edge].a];
        difference.b = side->places[side->edges[edge].b];
    }
    return difference;
}

static int
compare_ends (const GxEdgeDifference *left, const GxEdgeDifference *right)
{
    if (left->a != right->a)
        return left->a < right->a ? -1 : 1;
    return (left->b > right->b) - (left->b < right->b);
}

/* Merges the edges: sorted by their ends in both networks, they stay so when their ends move to the merged nodes, which keep the order. */
static void
merge_edges (GxComparison *self, const Side *a, const Side *b)
{
    guint i = 0, j = 0;

    while (i < a->n_edges || j < b->n_edges) {
        GxEdgeDifference left = difference_of (a, i), right = difference_of (b, j), merged;
        int order = i == a->n_edges ? 1 : j == b->n_edges ? -1 : compare_ends (&left, &right);

        merged = order <= 0 ? left : right;
        merged.side = order < 0 ? GX_SIDE_A_ONLY : order > 0 ? GX_SIDE_B_ONLY : GX_SIDE_BOTH;
        if (order <= 0) {
            merged.weight_a = a->edges[i].weight;
            merged.share_a = share_of (merged.weight_a, a);
            i++;
        }
        if (order >= 0) {
            merged.weight_b = b->edges[j].weight;
            merged.share_b = share_of (merged.weight_b, b);
            j++;
        }
        self->summary.edges_both += order == 0;
        g_array_append_val (self->edges, merged);
    }
}

/** A node's strength in one network, for ranking. */
typedef struct {
    double strength;
    guint place;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
    const Ranked *left = a, *right = b;

    if (left->strength != right->strength)
        return left->strength > right->strength ? -1 : 1;
    return (left->place > right->place) - (left->place < right->place);
}

/* Stores the ranks of side's nodes in the field at offset of their differences. */
static void
rank_nodes (GxComparison *self, const Side *side, gsize offset)
{
    g_autofree Ranked *ranked = g_new (Ranked, side->n_nodes);
    guint rank = 1;

    for (guint i = 0; i < side->n_nodes; i++)
        ranked[i] = (Ranked){ side->strengths[i], side->places[i] };
    if (side->n_nodes > 0)
        qsort (ranked, side->n_nodes, sizeof *ranked, compare_ranked);
    for (guint i = 0; i < side->n_nodes; i++) {
        if (i > 0 && ranked[i].strength < ranked[i - 1].strength)
            rank = i + 1;
        G_STRUCT_MEMBER (guint, &g_array_index (self->nodes, GxNodeDifference, ranked[i].place), offset) = rank;
    }
}

static double
divergence_term (double share, double middle)
{
    return share > 0 ? share * log2 (share / middle) / 2 : 0;
}

static double
jensen_shannon (const GxComparison *self)
{
    double sum = 0;

    if (self->edges->len == 0)
        return NAN;
    if (self->summary.edges_a == 0 || self->summary.edges_b == 0)
        return 1; /* nothing is shared with nothing */
    for (guint i = 0; i < self->edges->len; i++) {
        const GxEdgeDifference *edge = &g_array_index (self->edges, GxEdgeDifference, i);
        double middle = (edge->share_a + edge->share_b) / 2;

        sum += divergence_term (edge->share_a, middle) + divergence_term (edge->share_b, middle);
    }
    return CLAMP (sum, 0, 1);
}

static void
summarise (GxComparison *self, const Side *a, const Side *b)
{
    GxComparisonSummary *summary = &self->summary;
    guint among_common = 0;

    for (guint i = 0; i < self->edges->len; i++) {
        const GxEdgeDifference *edge = &g_array_index (self->edges, GxEdgeDifference, i);

        among_common += g_array_index (self->nodes, GxNodeDifference, edge->a).side == GX_SIDE_BOTH &&
                        g_array_index (self->nodes, GxNodeDifference, edge->b).side == GX_SIDE_BOTH;
    }
    summary->nodes_a = a->n_nodes;
    summary->nodes_b = b->n_nodes;
    summary->edges_a = a->n_edges;
    summary->edges_b = b->n_edges;
    summary->node_jaccard = ratio (summary->nodes_both, self->nodes->len);
    summary->edge_jaccard = ratio (summary->edges_both, self->edges->len);
    summary->edge_jaccard_common_nodes = ratio (summary->edges_both, among_common);
    summary->jensen_shannon = jensen_shannon (self);
}

static int
compare_differences (gconstpointer a, gconstpointer b)
{
    const GxEdgeDifference *left = a, *right = b;
    double left_size = fabs (left->share_a - left->share_b), right_size = fabs (right->share_a - right->share_b);

    if (left_size != right_size)
        return left_size > right_size ? -1 : 1;
    return compare_ends (left, right);
}

GxComparison *
gx_comparison_new (const GxNetwork *a, const GxNetwork *b)
{
    GxComparison *self = g_new0 (GxComparison, 1);
    g_auto (Side) left = { 0 };
    g_auto (Side) right = { 0 };

    self->nodes = g_array_new (FALSE, FALSE, sizeof (GxNodeDifference));
    self->edges = g_array_new (FALSE, FALSE, sizeof (GxEdgeDifference));
    self->strings = g_string_chunk_new (4096);
    side_init (&left, a);
    side_init (&right, b);
    merge_nodes (self, &left, &right);
    merge_edges (self, &left, &right);
    rank_nodes (self, &left, G_STRUCT_OFFSET (GxNodeDifference, rank_a));
    rank_nodes (self, &right, G_STRUCT_OFFSET (GxNodeDifference, rank_b));
    summarise (self, &left, &right);
    g_array_sort (self->edges, compare_differences);
    return self;
}

void
gx_comparison_free (GxComparison *self)
{
    if (!self)
        return;
    g_array_unref (self->nodes);
    g_array_unref (self->edges);
    g_string_chunk_free (self->strings);
    g_free (self);
}

const GxComparisonSummary *
gx_comparison_summary (const GxComparison *self)
{
    return &self->summary;
}

const GxNodeDifference *
gx_comparison_nodes (const GxComparison *self, guint *n_nodes)
{
    *n_nodes = self->nodes->len;
    return (const GxNodeDifference *)(void *)self->nodes->data;
}

const GxEdgeDifference *
gx_comparison_edges (const GxComparison *self, guint *n_edges)
{
    *n_edges = self->edges->len;
    return (const GxEdgeDifference *)(void *)self->edges->data;
}

const char *
gx_side_name (GxSide side)
{
    static const char *const names[] = { [GX_SIDE_BOTH] = "both", [GX_SIDE_A_ONLY] = "a_only", [GX_SIDE_B_ONLY] = "b_only" };

    g_return_val_if_fail ((guint)side < G_N_ELEMENTS (names), NULL);
    return names[side];
}
