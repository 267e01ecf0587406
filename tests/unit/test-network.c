/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-volumes.h"

static const GxEntity people[] = {
    { "Q9", GX_ENTITY_PERSON, "李明", "Li Ming", "Q1", 0, 0 },
    { "Q2", GX_ENTITY_PERSON, "李明", "", "", 0, 0 },
    { "Q1", GX_ENTITY_STATE, "东国", "Eastland", "", 0, 0 },
    { "Q1+ministry", GX_ENTITY_INSTITUTION, "东国外交部", "", "Q1", 0, 0 },
};

/* Adds a document of one sentence that names the entities at these indices, -1 at the end. */
static void
add_sentence (GxCounts *counts, const char *date, const gint *indices)
{
    GxCountMention mentions[8];
    guint n_mentions = 0;

    for (; indices[n_mentions] >= 0; n_mentions++)
        mentions[n_mentions] =
            (GxCountMention){ &people[indices[n_mentions]], 10 * n_mentions, 10 * n_mentions + 3, 0, 0, GX_BLOCK_PARAGRAPH };
    gx_counts_add (counts, date, mentions, n_mentions);
}

static GxCounts *
count_people (void)
{
    const GxCountOptions options = GX_COUNT_OPTIONS_DEFAULT;
    GxCounts *counts = gx_counts_new (&options);

    add_sentence (counts, "2024-05-01", (const gint[]){ 0, 2, -1 });
    add_sentence (counts, "2023", (const gint[]){ 0, 2, 3, -1 });
    add_sentence (counts, NULL, (const gint[]){ 1, -1 });
    return counts;
}

static void
test_from_counts (void)
{
    g_autoptr (GxCounts) counts = count_people ();
    g_autoptr (GError) error = NULL;
    g_autoptr (GxNetwork) network = gx_network_new (counts, NULL, &error);
    guint n_nodes, n_edges;
    const GxNode *nodes = gx_network_nodes (network, &n_nodes);
    const GxEdge *edges = gx_network_edges (network, &n_edges);

    g_assert_no_error (error);
    g_clear_pointer (&counts, gx_counts_free); /* the network needs nothing of the counts */
    g_assert_cmpuint (n_nodes, ==, 4);
    g_assert_cmpstr (nodes[0].id, ==, "Q1");
    g_assert_cmpstr (nodes[1].id, ==, "Q1+ministry");
    g_assert_cmpstr (nodes[2].id, ==, "Q2");
    g_assert_cmpstr (nodes[3].id, ==, "Q9");
    g_assert_cmpstr (nodes[2].name, ==, "李明 [Q2]");
    g_assert_cmpstr (nodes[3].name, ==, "李明 [Q9]");
    g_assert_cmpstr (nodes[0].name, ==, "东国");
    g_assert_cmpstr (nodes[0].type, ==, "state");
    g_assert_cmpstr (nodes[3].country, ==, "Q1");
    g_assert_cmpuint (nodes[3].documents, ==, 2);
    g_assert_cmpint (nodes[3].community, ==, -1);
    g_assert_true (isnan (nodes[3].measures[GX_MEASURE_DEGREE]));
    g_assert_cmpuint (n_edges, ==, 3);
    g_assert_cmpuint (edges[1].a, ==, 0);
    g_assert_cmpuint (edges[1].b, ==, 3);
    g_assert_cmpfloat (edges[1].weight, ==, 2);
    g_assert_cmpuint (edges[1].count, ==, 2);
    g_assert_cmpstr (edges[1].first_date, ==, "2023");
    g_assert_cmpstr (edges[1].last_date, ==, "2024-05-01");
    g_assert_cmpuint (gx_network_totals (network)->documents, ==, 3);
    g_assert_cmpstr (gx_network_totals (network)->last_date, ==, "2024-05-01");
}

static void
test_options (void)
{
    g_autoptr (GxCounts) counts = count_people ();
    const GxNetworkOptions twice = { .min_count = 2 };
    const GxNetworkOptions thrice = { .min_count = 3 };
    const GxNetworkOptions states = { .types = 1u << GX_ENTITY_STATE | 1u << GX_ENTITY_INSTITUTION };
    g_autoptr (GxNetwork) heavy = gx_network_new (counts, &twice, NULL);
    g_autoptr (GxNetwork) none = gx_network_new (counts, &thrice, NULL);
    g_autoptr (GxNetwork) few = gx_network_new (counts, &states, NULL);

    g_assert_cmpuint (heavy->edges->len, ==, 1);
    g_assert_cmpuint (heavy->nodes->len, ==, 4);
    g_assert_cmpuint (none->edges->len, ==, 0);
    g_assert_cmpuint (few->nodes->len, ==, 2);
    g_assert_cmpuint (few->edges->len, ==, 1);
    g_assert_cmpstr (gx_network_node (few, 1)->id, ==, "Q1+ministry");
}

static void
test_no_counts (void)
{
    const GxCountOptions options = GX_COUNT_OPTIONS_DEFAULT;
    g_autoptr (GxCounts) counts = gx_counts_new (&options);
    g_autoptr (GxNetwork) network = gx_network_new (counts, NULL, NULL);

    g_assert_nonnull (network);
    g_assert_cmpuint (network->nodes->len, ==, 0);
    g_assert_true (gx_network_measure (network, NULL));
    g_assert_true (gx_network_find_communities (network, NULL));
    g_assert_true (gx_network_lay_out (network, NULL));
}

static void
test_two_nodes_of_one_id (void)
{
    g_autoptr (GxNetwork) network = gx_network_new_empty ();
    g_autoptr (GError) error = NULL;
    const GxNode node = { .id = "a", .label = "", .type = "", .english = "", .country = "" };

    gx_network_add_node (network, &node);
    gx_network_add_node (network, &node);
    g_assert_false (gx_network_settle (network, &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_FORMAT);
}

/* The published network: 77 who meet somebody (and 3 who don't), 254 ties, total weight 820, the heaviest 31. */
static void
test_les_miserables (void)
{
    g_autoptr (GxNetwork) network = sample_volume_network (0);
    double total = 0, heaviest = 0;

    if (!network) {
        g_test_skip ("no sample here");
        return;
    }
    for (guint i = 0; i < network->edges->len; i++) {
        total += gx_network_edge (network, i)->weight;
        heaviest = MAX (heaviest, gx_network_edge (network, i)->weight);
    }
    g_assert_cmpuint (network->nodes->len, ==, 80);
    g_assert_cmpuint (network->edges->len, ==, 254);
    g_assert_cmpfloat (total, ==, 820);
    g_assert_cmpfloat (heaviest, ==, 31);
    g_assert_true (gx_network_find_communities (network, NULL));
    g_assert_true (is_near (gx_network_modularity (network), .566687983343, 1e-11));
    g_assert_cmpint (find_sample_node (network, "LP")->community, ==, -1);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/network/from-counts", test_from_counts);
    g_test_add_func ("/network/options", test_options);
    g_test_add_func ("/network/no-counts", test_no_counts);
    g_test_add_func ("/network/two-nodes-of-one-id", test_two_nodes_of_one_id);
    g_test_add_func ("/network/les-miserables", test_les_miserables);
    return g_test_run ();
}
