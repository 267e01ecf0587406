/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-network.h"

static void
find (GxNetwork *network)
{
    GError *error = NULL;

    gx_network_find_communities (network, &error);
    g_assert_no_error (error);
}

static gint
community_of (const GxNetwork *network, const char *id)
{
    return find_sample_node (network, id)->community;
}

static void
test_nothing (void)
{
    g_autoptr (GxNetwork) null = gx_network_new_empty ();
    g_autoptr (GxNetwork) loners = sample_network ("a\nb");

    find (null);
    find (loners);
    g_assert_true (isnan (gx_network_modularity (null)));
    g_assert_true (isnan (gx_network_modularity (loners)));
    g_assert_cmpint (community_of (loners, "a"), ==, -1);
}

/* The heavier triangle comes first although its ids come last; whoever has no tie has no community. */
static void
test_two_triangles (void)
{
    g_autoptr (GxNetwork) network = sample_network ("a b 1\nb c 1\nc a 1\nx y 5\ny z 5\nz x 5\nc x 1\nalone");

    find (network);
    g_assert_cmpint (community_of (network, "x"), ==, 0);
    g_assert_cmpint (community_of (network, "y"), ==, 0);
    g_assert_cmpint (community_of (network, "z"), ==, 0);
    g_assert_cmpint (community_of (network, "a"), ==, 1);
    g_assert_cmpint (community_of (network, "c"), ==, 1);
    g_assert_cmpint (community_of (network, "alone"), ==, -1);
    /* m = 19; inside 3 and 15, strengths 7 and 31 */
    g_assert_true (is_near (gx_network_modularity (network), 18 / 19.0 - (7 * 7 + 31 * 31) / (38.0 * 38), 1e-12));
}

/* Communities of one strength are numbered by their first node. */
static void
test_ties (void)
{
    g_autoptr (GxNetwork) network = sample_network ("m n 2\na b 2\nx y 2");

    find (network);
    g_assert_cmpint (community_of (network, "a"), ==, 0);
    g_assert_cmpint (community_of (network, "m"), ==, 1);
    g_assert_cmpint (community_of (network, "x"), ==, 2);
}

/* The best values there are, certified by exact search. */
static void
check_optimum (const char *file, double expected, gint n_communities, gboolean weighted)
{
    g_autoptr (GxNetwork) network = reference_network (file);
    gint highest = -1;

    if (!network) {
        g_test_skip ("no reference network here");
        return;
    }
    for (guint i = 0; !weighted && i < network->edges->len; i++)
        gx_network_edge (network, i)->weight = 1;
    find (network);
    g_assert_true (is_near (gx_network_modularity (network), expected, 1e-11));
    for (guint i = 0; i < network->nodes->len; i++)
        highest = MAX (highest, gx_network_node (network, i)->community);
    g_assert_cmpint (highest + 1, ==, n_communities);
}

static void
test_optima (void)
{
    check_optimum ("karate.txt", .419789612097, 4, FALSE);
    check_optimum ("karate.txt", .444903581267, 4, TRUE);
    check_optimum ("lesmis.txt", .566687983343, 6, TRUE);
    check_optimum ("lesmis.txt", .560008370017, 6, FALSE);
}

static void
test_repeatable (void)
{
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GRand) random = g_rand_new_with_seed (7);

    for (guint i = 0; i < 400; i++)
        g_string_append_printf (text, "%d %d %d\n", g_rand_int_range (random, 0, 100), g_rand_int_range (random, 0, 100),
                                g_rand_int_range (random, 1, 9));

    g_autoptr (GxNetwork) first = sample_network (text->str);
    g_autoptr (GxNetwork) second = sample_network (text->str);

    find (first);
    g_assert_true (gx_network_lay_out (first, NULL)); /* leaves igraph's random numbers elsewhere */
    find (second);
    g_assert_cmpfloat (gx_network_modularity (first), ==, gx_network_modularity (second));
    for (guint i = 0; i < first->nodes->len; i++)
        g_assert_cmpint (gx_network_node (first, i)->community, ==, gx_network_node (second, i)->community);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/community/nothing", test_nothing);
    g_test_add_func ("/community/two-triangles", test_two_triangles);
    g_test_add_func ("/community/ties", test_ties);
    g_test_add_func ("/community/optima", test_optima);
    g_test_add_func ("/community/repeatable", test_repeatable);
    return g_test_run ();
}
