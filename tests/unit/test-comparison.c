/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-volumes.h"

#include <guanxi/comparison.h>

static void
test_same (void)
{
    g_autoptr (GxNetwork) network = sample_network ("a b 3\nb c 7\nd");
    g_autoptr (GxComparison) comparison = gx_comparison_new (network, network);
    const GxComparisonSummary *summary = gx_comparison_summary (comparison);

    g_assert_cmpfloat (summary->node_jaccard, ==, 1);
    g_assert_cmpfloat (summary->edge_jaccard, ==, 1);
    g_assert_cmpfloat (summary->edge_jaccard_common_nodes, ==, 1);
    g_assert_cmpfloat (summary->jensen_shannon, ==, 0);
    g_assert_cmpuint (summary->nodes_both, ==, 4);
    g_assert_cmpuint (summary->edges_both, ==, 2);
}

static void
test_nothing_in_common (void)
{
    g_autoptr (GxNetwork) a = sample_network ("a b 3\nb c 7");
    g_autoptr (GxNetwork) b = sample_network ("x y 1");
    g_autoptr (GxComparison) comparison = gx_comparison_new (a, b);
    const GxComparisonSummary *summary = gx_comparison_summary (comparison);

    g_assert_cmpfloat (summary->node_jaccard, ==, 0);
    g_assert_cmpfloat (summary->edge_jaccard, ==, 0);
    g_assert_true (isnan (summary->edge_jaccard_common_nodes));
    g_assert_true (is_near (summary->jensen_shannon, 1, 1e-15));
}

static void
test_empty (void)
{
    g_autoptr (GxNetwork) empty = gx_network_new_empty ();
    g_autoptr (GxNetwork) full = sample_network ("a b 3");
    g_autoptr (GxComparison) both = gx_comparison_new (empty, empty);
    g_autoptr (GxComparison) one = gx_comparison_new (full, empty);
    guint n;

    g_assert_true (isnan (gx_comparison_summary (both)->node_jaccard));
    g_assert_true (isnan (gx_comparison_summary (both)->edge_jaccard));
    g_assert_true (isnan (gx_comparison_summary (both)->jensen_shannon));
    gx_comparison_nodes (both, &n);
    g_assert_cmpuint (n, ==, 0);
    g_assert_cmpfloat (gx_comparison_summary (one)->node_jaccard, ==, 0);
    g_assert_cmpfloat (gx_comparison_summary (one)->jensen_shannon, ==, 1);
    gx_comparison_edges (one, &n);
    g_assert_cmpuint (n, ==, 1);
}

static void
test_differences (void)
{
    g_autoptr (GxNetwork) a = sample_network ("a b 6\nb c 2\na d 2");
    g_autoptr (GxNetwork) b = sample_network ("a b 1\nb c 1\nc e 2");
    g_autoptr (GxComparison) comparison = gx_comparison_new (a, b);
    guint n_nodes, n_edges;
    const GxNodeDifference *nodes = gx_comparison_nodes (comparison, &n_nodes);
    const GxEdgeDifference *edges = gx_comparison_edges (comparison, &n_edges);

    g_clear_pointer (&a, gx_network_free);
    g_clear_pointer (&b, gx_network_free);
    g_assert_cmpuint (n_nodes, ==, 5);
    g_assert_cmpstr (nodes[3].id, ==, "d");
    g_assert_cmpstr (gx_side_name (nodes[3].side), ==, "a_only");
    g_assert_cmpuint (nodes[3].rank_a, ==, 3); /* a and b share rank 1, c and d share rank 3 */
    g_assert_cmpuint (nodes[3].rank_b, ==, 0);
    g_assert_cmpuint (nodes[0].rank_a, ==, 1);
    g_assert_cmpuint (nodes[1].rank_a, ==, 1);
    g_assert_cmpuint (nodes[2].rank_a, ==, 3);
    g_assert_cmpuint (nodes[2].rank_b, ==, 1);
    g_assert_cmpfloat (nodes[2].strength_b, ==, 3);
    g_assert_cmpfloat (nodes[2].share_b, ==, 0.75);
    g_assert_cmpuint (n_edges, ==, 4);
    g_assert_cmpfloat (edges[0].share_a - edges[0].share_b, ==, -0.5); /* c e */
    g_assert_cmpstr (nodes[edges[0].b].id, ==, "e");
    g_assert_cmpfloat (edges[1].share_a, ==, 0.6); /* a b */
    g_assert_cmpuint (edges[1].side, ==, GX_SIDE_BOTH);
    g_assert_cmpfloat (edges[2].weight_a, ==, 2); /* a d */
    g_assert_cmpuint (edges[2].side, ==, GX_SIDE_A_ONLY);
}

/* Sides change places, the figures stay. */
static void
test_symmetric (void)
{
    g_autoptr (GxNetwork) a = sample_network ("a b 6\nb c 2\na d 2");
    g_autoptr (GxNetwork) b = sample_network ("a b 1\nb c 1\nc e 2");
    g_autoptr (GxComparison) there = gx_comparison_new (a, b);
    g_autoptr (GxComparison) back = gx_comparison_new (b, a);

    g_assert_true (is_near (gx_comparison_summary (there)->jensen_shannon, gx_comparison_summary (back)->jensen_shannon, 1e-15));
    g_assert_cmpfloat (gx_comparison_summary (there)->edge_jaccard, ==, gx_comparison_summary (back)->edge_jaccard);
}

static void
test_volumes (void)
{
    static const struct {
        guint a, b;
        double node_jaccard, edge_jaccard, common_jaccard, divergence;
    } expected[] = {
        { 1, 2, .1489361702, .0297029703, .3333333333, .939944888 },
        { 3, 5, .4102564103, .2065217391, .4042553191, .5907715975 },
        { 4, 5, .4722222222, .2480620155, .5423728814, .4890994471 },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (expected); i++) {
        g_autoptr (GxNetwork) a = sample_volume_network (expected[i].a);
        g_autoptr (GxNetwork) b = sample_volume_network (expected[i].b);

        if (!a || !b) {
            g_test_skip ("no sample here");
            return;
        }

        g_autoptr (GxComparison) comparison = gx_comparison_new (a, b);
        const GxComparisonSummary *summary = gx_comparison_summary (comparison);

        g_assert_true (is_near (summary->node_jaccard, expected[i].node_jaccard, 1e-9));
        g_assert_true (is_near (summary->edge_jaccard, expected[i].edge_jaccard, 1e-9));
        g_assert_true (is_near (summary->edge_jaccard_common_nodes, expected[i].common_jaccard, 1e-9));
        g_assert_true (is_near (summary->jensen_shannon, expected[i].divergence, 1e-9));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/comparison/same", test_same);
    g_test_add_func ("/comparison/nothing-in-common", test_nothing_in_common);
    g_test_add_func ("/comparison/empty", test_empty);
    g_test_add_func ("/comparison/differences", test_differences);
    g_test_add_func ("/comparison/symmetric", test_symmetric);
    g_test_add_func ("/comparison/volumes", test_volumes);
    return g_test_run ();
}
