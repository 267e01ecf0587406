/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-network.h"

static double
value_of (const GxNetwork *network, const char *id, GxMeasure measure)
{
    return find_sample_node (network, id)->measures[measure];
}

static void
measure (GxNetwork *network)
{
    GError *error = NULL;

    gx_network_measure (network, &error);
    g_assert_no_error (error);
}

static void
test_names (void)
{
    for (guint i = 0; i < GX_N_MEASURES; i++) {
        GxMeasure parsed;

        g_assert_true (gx_measure_parse (gx_measure_name ((GxMeasure)i), &parsed));
        g_assert_cmpuint (parsed, ==, i);
    }
    g_assert_false (gx_measure_parse ("closeness", &(GxMeasure){ 0 }));
    g_assert_false (gx_measure_parse ("", &(GxMeasure){ 0 }));
}

static void
test_null (void)
{
    g_autoptr (GxNetwork) network = gx_network_new_empty ();

    measure (network);
    g_assert_cmpuint (network->nodes->len, ==, 0);
}

static void
test_one_node (void)
{
    g_autoptr (GxNetwork) network = sample_network ("only");

    measure (network);
    g_assert_cmpfloat (value_of (network, "only", GX_MEASURE_DEGREE), ==, 0);
    g_assert_cmpfloat (value_of (network, "only", GX_MEASURE_STRENGTH), ==, 0);
    g_assert_cmpfloat (value_of (network, "only", GX_MEASURE_BETWEENNESS), ==, 0);
    g_assert_cmpfloat (value_of (network, "only", GX_MEASURE_HARMONIC), ==, 0);
    g_assert_cmpfloat (value_of (network, "only", GX_MEASURE_PAGERANK), ==, 1);
    g_assert_cmpfloat (value_of (network, "only", GX_MEASURE_CORENESS), ==, 0);
    g_assert_true (isnan (value_of (network, "only", GX_MEASURE_EIGENVECTOR)));
}

static void
test_no_edges (void)
{
    g_autoptr (GxNetwork) network = sample_network ("a\nb\nc\nd");

    measure (network);
    g_assert_true (is_near (value_of (network, "c", GX_MEASURE_PAGERANK), 0.25, 1e-12));
    g_assert_cmpfloat (value_of (network, "c", GX_MEASURE_BETWEENNESS_UNWEIGHTED), ==, 0);
}

static void
test_one_edge (void)
{
    g_autoptr (GxNetwork) network = sample_network ("a b 7");

    measure (network);
    g_assert_cmpfloat (value_of (network, "a", GX_MEASURE_STRENGTH), ==, 7);
    g_assert_cmpfloat (value_of (network, "a", GX_MEASURE_HARMONIC), ==, 1);
    g_assert_cmpfloat (value_of (network, "a", GX_MEASURE_BETWEENNESS), ==, 0);
    g_assert_true (is_near (value_of (network, "b", GX_MEASURE_EIGENVECTOR), 1, 1e-12));
    g_assert_true (is_near (value_of (network, "b", GX_MEASURE_PAGERANK), 0.5, 1e-12));
}

static void
test_star (void)
{
    g_autoptr (GxNetwork) network = sample_network ("hub a 1\nhub b 1\nhub c 1\nhub d 1");

    measure (network);
    g_assert_cmpfloat (value_of (network, "hub", GX_MEASURE_DEGREE), ==, 4);
    g_assert_true (is_near (value_of (network, "hub", GX_MEASURE_BETWEENNESS), 1, 1e-12));
    g_assert_true (is_near (value_of (network, "hub", GX_MEASURE_HARMONIC), 1, 1e-12));
    g_assert_true (is_near (value_of (network, "a", GX_MEASURE_HARMONIC), (1 + 3 * 0.5) / 4, 1e-12));
    g_assert_true (is_near (value_of (network, "hub", GX_MEASURE_EIGENVECTOR), 1, 1e-9));
    g_assert_true (is_near (value_of (network, "a", GX_MEASURE_EIGENVECTOR), 0.5, 1e-9));
    g_assert_cmpfloat (value_of (network, "hub", GX_MEASURE_CORENESS), ==, 1);
}

/* The strong way round is shorter than the weak way straight. */
static void
test_strong_ties_are_short (void)
{
    g_autoptr (GxNetwork) network = sample_network ("a b 10\nb c 10\na c 1");

    measure (network);
    g_assert_true (is_near (value_of (network, "b", GX_MEASURE_BETWEENNESS), 1, 1e-12));
    g_assert_cmpfloat (value_of (network, "b", GX_MEASURE_BETWEENNESS_UNWEIGHTED), ==, 0);
}

static void
test_two_components (void)
{
    g_autoptr (GxNetwork) network = sample_network ("a b 1\nb c 1\nx y 500\nalone");

    measure (network);
    g_assert_true (is_near (value_of (network, "b", GX_MEASURE_EIGENVECTOR), 1, 1e-9));
    g_assert_true (is_near (value_of (network, "a", GX_MEASURE_EIGENVECTOR), sqrt (0.5), 1e-9));
    g_assert_true (isnan (value_of (network, "x", GX_MEASURE_EIGENVECTOR)));
    g_assert_true (isnan (value_of (network, "alone", GX_MEASURE_EIGENVECTOR)));
    g_assert_cmpfloat (value_of (network, "alone", GX_MEASURE_HARMONIC), ==, 0);
    g_assert_true (is_near (value_of (network, "b", GX_MEASURE_BETWEENNESS), 1.0 / 10, 1e-12)); /* one of C(5, 2) pairs */
}

/* The numbers after the strength scale with nothing: ten times the weights, the same figures. */
static void
test_scale_free (void)
{
    g_autoptr (GxNetwork) small = sample_network ("a b 1\nb c 2\nc d 3\nd a 4\na c 5");
    g_autoptr (GxNetwork) large = sample_network ("a b 10\nb c 20\nc d 30\nd a 40\na c 50");

    measure (small);
    measure (large);
    for (guint i = 0; i < 4; i++)
        for (guint m = GX_MEASURE_BETWEENNESS; m < GX_N_MEASURES; m++)
            g_assert_true (is_near (gx_network_node (small, i)->measures[m], gx_network_node (large, i)->measures[m], 1e-9));
}

static void
test_les_miserables (void)
{
    g_autoptr (GxNetwork) network = reference_network ("lesmis.txt");
    g_autofree char *path = g_build_filename (GUANXI_SHARED, "methods-ref", "lesmis-ref.tsv", NULL);
    g_autofree char *text = NULL;
    const double mean = 820.0 / 254, pairs = 76.0 * 75 / 2;

    if (!network || !g_file_get_contents (path, &text, NULL, NULL)) {
        g_test_skip ("no reference values here");
        return;
    }
    measure (network);

    g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);
    guint n_seen = 0;

    for (guint i = 1; lines[i]; i++, n_seen++) {
        g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
        const struct {
            GxMeasure measure;
            guint column;
            double divisor;
        } columns[] = {
            { GX_MEASURE_DEGREE, 1, 1 },          { GX_MEASURE_STRENGTH, 2, 1 },    { GX_MEASURE_BETWEENNESS_UNWEIGHTED, 3, pairs },
            { GX_MEASURE_BETWEENNESS, 4, pairs }, { GX_MEASURE_HARMONIC, 8, mean }, { GX_MEASURE_EIGENVECTOR, 10, 1 },
            { GX_MEASURE_PAGERANK, 12, 1 },       { GX_MEASURE_CORENESS, 13, 1 }
        };

        for (gsize c = 0; c < G_N_ELEMENTS (columns); c++) {
            double expected = g_ascii_strtod (cells[columns[c].column], NULL) / columns[c].divisor;
            double found = value_of (network, cells[0], columns[c].measure);

            if (!is_near (found, expected, 1e-9))
                g_error ("%s %s: %.12g instead of %.12g", cells[0], gx_measure_name (columns[c].measure), found, expected);
        }
    }
    g_assert_cmpuint (n_seen, ==, 77);
    g_assert_true (is_near (value_of (network, "Valjean", GX_MEASURE_BETWEENNESS), .7946491228, 1e-9));
    g_assert_true (is_near (value_of (network, "Valjean", GX_MEASURE_BETWEENNESS_UNWEIGHTED), .5699890528, 1e-9));
}

static void
test_karate (void)
{
    g_autoptr (GxNetwork) network = reference_network ("karate.txt");

    if (!network) {
        g_test_skip ("no reference network here");
        return;
    }
    measure (network);
    g_assert_true (is_near (value_of (network, "0", GX_MEASURE_BETWEENNESS), 209 / (33.0 * 32 / 2), 1e-9));
    g_assert_true (is_near (value_of (network, "33", GX_MEASURE_BETWEENNESS), 174 / (33.0 * 32 / 2), 1e-9));
    g_assert_true (is_near (value_of (network, "0", GX_MEASURE_BETWEENNESS_UNWEIGHTED), 231.071428571 / 528, 1e-9));
}

/* A chain is the hardest case for the eigenvector; whatever happens there, everything else comes back. */
static void
test_chain (void)
{
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < 600; i++)
        g_string_append_printf (text, "%u %u 1\n", i, i + 1);

    g_autoptr (GxNetwork) network = sample_network (text->str);

    measure (network);
    g_assert_cmpfloat (value_of (network, "0", GX_MEASURE_DEGREE), ==, 1);
    g_assert_cmpfloat (value_of (network, "300", GX_MEASURE_BETWEENNESS), >, 0.5);
}

static gpointer
measure_in_thread (gpointer data)
{
    for (guint i = 0; i < 20; i++) {
        g_autoptr (GxNetwork) network = sample_network ("a b 1\nb c 2\nc d 3\nd a 4");

        measure (network);
        g_assert_true (gx_network_find_communities (network, NULL));
        g_assert_true (gx_network_lay_out (network, NULL));
    }
    return data;
}

static void
test_threads (void)
{
    GThread *threads[4];

    for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("measure", measure_in_thread, NULL);
    for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_thread_join (threads[i]);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/centrality/names", test_names);
    g_test_add_func ("/centrality/null", test_null);
    g_test_add_func ("/centrality/one-node", test_one_node);
    g_test_add_func ("/centrality/no-edges", test_no_edges);
    g_test_add_func ("/centrality/one-edge", test_one_edge);
    g_test_add_func ("/centrality/star", test_star);
    g_test_add_func ("/centrality/strong-ties-are-short", test_strong_ties_are_short);
    g_test_add_func ("/centrality/two-components", test_two_components);
    g_test_add_func ("/centrality/scale-free", test_scale_free);
    g_test_add_func ("/centrality/les-miserables", test_les_miserables);
    g_test_add_func ("/centrality/karate", test_karate);
    g_test_add_func ("/centrality/chain", test_chain);
    g_test_add_func ("/centrality/threads", test_threads);
    return g_test_run ();
}
