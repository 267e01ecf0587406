/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-network.h"

static void
lay_out (GxNetwork *network)
{
    GError *error = NULL;

    gx_network_lay_out (network, &error);
    g_assert_no_error (error);
}

/* Finite, inside the frame, centred, no two nodes in one place. */
static void
check_places (const GxNetwork *network)
{
    double min_x = INFINITY, max_x = -INFINITY, min_y = INFINITY, max_y = -INFINITY;

    for (guint i = 0; i < network->nodes->len; i++) {
        const GxNode *node = gx_network_node (network, i);

        g_assert_true (isfinite (node->x) && isfinite (node->y));
        g_assert_cmpfloat (fabs (node->x), <=, 1800);
        g_assert_cmpfloat (fabs (node->y), <=, 1800);
        min_x = MIN (min_x, node->x);
        max_x = MAX (max_x, node->x);
        min_y = MIN (min_y, node->y);
        max_y = MAX (max_y, node->y);
        for (guint j = 0; j < i; j++)
            g_assert_cmpfloat (hypot (node->x - gx_network_node (network, j)->x, node->y - gx_network_node (network, j)->y), >, 0.01);
    }
    if (network->nodes->len > 0) {
        g_assert_cmpfloat (fabs (min_x + max_x), <, 1e-6);
        g_assert_cmpfloat (fabs (min_y + max_y), <, 1e-6);
    }
}

static void
test_small (void)
{
    static const char *const texts[] = {
        "",
        "a",
        "a\nb",
        "a b 1",
        "a b 1\nc",
        "a b 1\nb c 1",
        "a b 1\nc d 1\ne f 1\ng\nh\ni\nj",
        "a b 1\nb c 1\nc a 1000000",
        "a b 1\nb c 2\nc d 3\nd e 4\ne a 5\nx y 7\ny z 7\nlone",
    };

    for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
        g_autoptr (GxNetwork) network = *texts[i] ? sample_network (texts[i]) : gx_network_new_empty ();

        lay_out (network);
        check_places (network);
    }
}

static GxNetwork *
random_network (guint n_nodes, guint n_edges)
{
    g_autoptr (GRand) random = g_rand_new_with_seed (11);
    GxNetwork *network = gx_network_new_empty ();

    for (guint i = 0; i < n_nodes; i++) {
        g_autofree char *id = g_strdup_printf ("n%u", i);
        GxNode node = { .id = gx_network_keep (network, id), .label = "", .type = "", .english = "", .country = "" };

        gx_network_add_node (network, &node);
    }
    for (guint i = 0; i < n_edges; i++) {
        GxEdge edge = { .weight = g_rand_int_range (random, 1, 20), .first_date = "", .last_date = "" };

        edge.a = (guint)g_rand_int_range (random, 0, (gint)n_nodes);
        edge.b = (guint)g_rand_int_range (random, 0, (gint)n_nodes);
        gx_network_add_edge (network, &edge);
    }
    g_assert_true (gx_network_settle (network, NULL));
    return network;
}

/* The same network gets the same coordinates, to the bit, whatever igraph did before. */
static void
check_repeatable (guint n_nodes, guint n_edges)
{
    g_autoptr (GxNetwork) first = random_network (n_nodes, n_edges);
    g_autoptr (GxNetwork) second = random_network (n_nodes, n_edges);

    lay_out (first);
    check_places (first);
    g_assert_true (gx_network_find_communities (second, NULL));
    lay_out (second);
    for (guint i = 0; i < first->nodes->len; i++) {
        g_assert_cmpfloat (gx_network_node (first, i)->x, ==, gx_network_node (second, i)->x);
        g_assert_cmpfloat (gx_network_node (first, i)->y, ==, gx_network_node (second, i)->y);
    }
}

static void
test_repeatable (void)
{
    check_repeatable (60, 150);
    check_repeatable (80, 50); /* many parts */
}

static void
test_large (void)
{
    if (!g_test_slow ()) {
        g_test_skip ("only with -m slow");
        return;
    }
    check_repeatable (2000, 6000);
}

/* What meets often lies near: lengths fall with weights. */
static void
test_strong_ties_are_near (void)
{
    g_autoptr (GxNetwork) network = sample_network ("a b 50\nc d 50\na c 1\nb d 1\na d 1\nb c 1");
    const GxNode *a, *b, *c;

    lay_out (network);
    a = find_sample_node (network, "a");
    b = find_sample_node (network, "b");
    c = find_sample_node (network, "c");
    g_assert_cmpfloat (hypot (a->x - b->x, a->y - b->y), <, hypot (a->x - c->x, a->y - c->y));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/layout/small", test_small);
    g_test_add_func ("/layout/repeatable", test_repeatable);
    g_test_add_func ("/layout/large", test_large);
    g_test_add_func ("/layout/strong-ties-are-near", test_strong_ties_are_near);
    return g_test_run ();
}
