/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-network.h"

#include <glib/gstdio.h>
#include <locale.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
#define TAIL "</graph></graphml>\n"

/* Reads text as if it were a file. */
static GxNetwork *
read_text (const char *text, GError **error)
{
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp ("guanxi-XXXXXX.graphml", &path, NULL);
    GxNetwork *network;

    g_assert_cmpint (fd, >=, 0);
    g_close (fd, NULL);
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
    network = gx_network_read (path, error);
    g_remove (path);
    if (error && *error) {
        g_assert_true (g_str_has_prefix ((*error)->message, path));
        g_assert_true (g_utf8_validate ((*error)->message, -1, NULL));
        g_assert_null (strchr ((*error)->message, '\n'));
        g_assert_false (g_str_has_suffix ((*error)->message, "."));
    }
    return network;
}

static GxNetwork *
read_good (const char *text)
{
    GError *error = NULL;
    GxNetwork *network = read_text (text, &error);

    g_assert_no_error (error);
    return network;
}

static void
check_refused (const char *text, GxError code)
{
    g_autoptr (GError) error = NULL;

    g_assert_null (read_text (text, &error));
    g_assert_error (error, GX_ERROR, (gint)code);
}

static void
test_missing (void)
{
    g_autoptr (GError) missing = NULL;
    g_autoptr (GError) folder = NULL;

    g_assert_null (gx_network_read ("/nowhere/at/all.graphml", &missing));
    g_assert_error (missing, GX_ERROR, GX_ERROR_IO);
    g_assert_null (gx_network_read (g_get_tmp_dir (), &folder));
    g_assert_error (folder, GX_ERROR, GX_ERROR_IO);
}

static void
test_not_graphml (void)
{
    check_refused ("", GX_ERROR_FORMAT);
    check_refused ("中", GX_ERROR_FORMAT);
    check_refused ("{\"nodes\": []}\n", GX_ERROR_FORMAT);
    check_refused ("<?xml version=\"1.0\"?>\n<html><body>graph</body></html>\n", GX_ERROR_FORMAT);
    check_refused (HEAD "<graph edgedefault=\"undirected\"><node id=\"a\"/>", GX_ERROR_FORMAT);
    check_refused (HEAD "</graphml>", GX_ERROR_FORMAT);
    check_refused (HEAD "<graph edgedefault=\"undirected\"><node id=\"\xd2.na\"/>" TAIL, GX_ERROR_FORMAT);
}

static void
test_empty_graph (void)
{
    g_autoptr (GxNetwork) network = read_good (HEAD "<graph edgedefault=\"undirected\">" TAIL);

    g_assert_cmpuint (network->nodes->len, ==, 0);
    g_assert_cmpuint (gx_network_totals (network)->documents, ==, 0);
}

/* The least a file can say; nodes are sorted, ends follow. */
static void
test_bare (void)
{
    g_autoptr (GxNetwork) network = read_good (HEAD "<graph edgedefault=\"undirected\"><node id=\"z\"/><node id=\"a\"/><node id=\"m\"/>"
                                                    "<edge source=\"z\" target=\"a\"/>" TAIL);
    const GxEdge *edge = gx_network_edge (network, 0);

    g_assert_cmpuint (network->nodes->len, ==, 3);
    g_assert_cmpstr (gx_network_node (network, 0)->id, ==, "a");
    g_assert_cmpstr (gx_network_node (network, 0)->label, ==, "a");
    g_assert_cmpstr (gx_network_node (network, 0)->type, ==, "");
    g_assert_cmpuint (edge->a, ==, 0);
    g_assert_cmpuint (edge->b, ==, 2);
    g_assert_cmpfloat (edge->weight, ==, 1);
    g_assert_cmpstr (edge->first_date, ==, "");
}

#define WEIGHT_KEY                  "<key id=\"w\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>"
#define WEIGHTED(attributes, value) "<edge " attributes "><data key=\"w\">" value "</data></edge>"

/* Directed edges and parallels are one edge; loops and zero weights none. */
static void
test_joined (void)
{
    g_autoptr (GxNetwork) network =
        read_good (HEAD WEIGHT_KEY "<graph edgedefault=\"directed\"><node id=\"a\"/><node id=\"b\"/><node id=\"c\"/>" WEIGHTED (
            "source=\"a\" target=\"b\"", "1.5") WEIGHTED ("source=\"b\" target=\"a\"", "2") WEIGHTED ("source=\"a\" target=\"b\"", "0.25")
                       WEIGHTED ("source=\"c\" target=\"c\"", "9") WEIGHTED ("source=\"b\" target=\"c\"", "0") TAIL);

    g_assert_cmpuint (network->edges->len, ==, 1);
    g_assert_cmpfloat (gx_network_edge (network, 0)->weight, ==, 3.75);
}

static void
test_odd_weights (void)
{
    static const char *const odd[] = { "-1", "-0.001", "INF", "-INF", "1e308", "1e-300" };

    for (gsize i = 0; i < G_N_ELEMENTS (odd); i++) {
        g_autofree char *text = g_strdup_printf (
            HEAD WEIGHT_KEY
            "<graph edgedefault=\"undirected\"><node id=\"a\"/><node id=\"b\"/>" WEIGHTED ("source=\"a\" target=\"b\"", "%s") TAIL,
            odd[i]);

        check_refused (text, GX_ERROR_FORMAT);
    }

    g_autoptr (GxNetwork) absent =
        read_good (HEAD WEIGHT_KEY "<graph edgedefault=\"undirected\"><node id=\"a\"/><node id=\"b\"/><node id=\"c\"/>"
                                   "<edge source=\"a\" target=\"b\"/>" WEIGHTED ("source=\"b\" target=\"c\"", "4") TAIL);

    g_assert_cmpfloat (gx_network_edge (absent, 0)->weight, ==, 1);
    g_assert_cmpfloat (gx_network_edge (absent, 1)->weight, ==, 4);
}

#define KEYS                                                                                                                               \
    "<key id=\"l\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>"                                                                \
    "<key id=\"n\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>"                                                                 \
    "<key id=\"t\" for=\"node\" attr.name=\"entity_type\" attr.type=\"string\"/>"                                                          \
    "<key id=\"m\" for=\"node\" attr.name=\"mentions\" attr.type=\"long\"/>"                                                               \
    "<key id=\"c\" for=\"edge\" attr.name=\"count\" attr.type=\"long\"/>"                                                                  \
    "<key id=\"f\" for=\"edge\" attr.name=\"first_date\" attr.type=\"string\"/>"

static void
test_attributes (void)
{
    g_autoptr (GxNetwork) network = read_good (
        HEAD KEYS WEIGHT_KEY
        "<graph edgedefault=\"undirected\">"
        "<node id=\"Q2\"><data key=\"l\"><![CDATA[李明 & <子>]]></data><data key=\"n\">李明 (2)</data><data key=\"t\">person</data>"
        "<data key=\"m\">17</data></node>"
        "<node id=\"Q1\"><data key=\"n\">𠮷野家</data></node>"
        "<edge source=\"Q1\" target=\"Q2\"><data key=\"w\">2.5</data><data key=\"c\">3</data><data key=\"f\">2024-05</data></edge>" TAIL);
    const GxNode *first = find_sample_node (network, "Q1"), *second = find_sample_node (network, "Q2");

    g_assert_cmpstr (second->label, ==, "李明 & <子>");
    g_assert_cmpstr (second->type, ==, "person");
    g_assert_cmpuint (second->mentions, ==, 17);
    g_assert_cmpstr (first->label, ==, "𠮷野家");
    g_assert_cmpuint (gx_network_edge (network, 0)->count, ==, 3);
    g_assert_cmpstr (gx_network_edge (network, 0)->first_date, ==, "2024-05");
    g_assert_cmpstr (gx_network_edge (network, 0)->last_date, ==, "");
}

static void
test_same_labels (void)
{
    g_autoptr (GxNetwork) network =
        read_good (HEAD KEYS "<graph edgedefault=\"undirected\"><node id=\"Q2\"><data key=\"l\">李明</data></node>"
                             "<node id=\"Q1\"><data key=\"l\">李明</data></node>"
                             "<node id=\"Q3\"><data key=\"l\">李明 [Q1]</data></node>" TAIL);

    g_assert_cmpstr (gx_network_node (network, 0)->name, ==, "李明 [Q1] [Q1]");
    g_assert_cmpstr (gx_network_node (network, 1)->name, ==, "李明 [Q2]");
    g_assert_cmpstr (gx_network_node (network, 2)->name, ==, "李明 [Q1]");
    g_assert_cmpstr (gx_network_node (network, 1)->label, ==, "李明");
}

/* Another tool's `id` attribute, a number, and an `entity` that has nothing to do with the id. */
static void
test_foreign_ids (void)
{
    g_autoptr (GxNetwork) network = read_good (HEAD "<key id=\"i\" for=\"node\" attr.name=\"id\" attr.type=\"int\"/>"
                                                    "<key id=\"e\" for=\"node\" attr.name=\"entity\" attr.type=\"string\"/>"
                                                    "<graph edgedefault=\"undirected\">"
                                                    "<node id=\"a\"><data key=\"i\">7</data><data key=\"e\">person</data></node>"
                                                    "<node id=\"b\"><data key=\"i\">5</data><data key=\"e\">person</data></node>"
                                                    "<edge source=\"a\" target=\"b\"/>" TAIL);

    g_assert_cmpuint (network->nodes->len, ==, 2);
    g_assert_cmpstr (gx_network_node (network, 0)->id, ==, "5");
    g_assert_cmpstr (gx_network_node (network, 1)->id, ==, "7");
}

static void
test_our_ids (void)
{
    g_autoptr (GxNetwork) network = read_good (HEAD "<key id=\"e\" for=\"node\" attr.name=\"entity\" attr.type=\"string\"/>"
                                                    "<graph edgedefault=\"undirected\">"
                                                    "<node id=\"Q30:army\"><data key=\"e\">Q30+army</data></node>"
                                                    "<node id=\"ent-12\"><data key=\"e\">李明</data></node>" TAIL);

    g_assert_cmpstr (gx_network_node (network, 0)->id, ==, "Q30+army");
    g_assert_cmpstr (gx_network_node (network, 1)->id, ==, "李明");
}

/* A decimal comma in the process must not reach the parser. */
static void
test_locale (void)
{
    static const char *const names[] = { "de_DE.UTF-8", "de_DE.utf8", "de_DE", "fr_FR.utf8" };
    g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
    gboolean found = FALSE;

    for (gsize i = 0; i < G_N_ELEMENTS (names) && !found; i++)
        found = setlocale (LC_ALL, names[i]) != NULL;
    if (!found) {
        g_test_skip ("no locale with a decimal comma here");
        return;
    }
    test_joined ();
    setlocale (LC_ALL, before);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/network-reader/missing", test_missing);
    g_test_add_func ("/network-reader/not-graphml", test_not_graphml);
    g_test_add_func ("/network-reader/empty-graph", test_empty_graph);
    g_test_add_func ("/network-reader/bare", test_bare);
    g_test_add_func ("/network-reader/joined", test_joined);
    g_test_add_func ("/network-reader/odd-weights", test_odd_weights);
    g_test_add_func ("/network-reader/attributes", test_attributes);
    g_test_add_func ("/network-reader/same-labels", test_same_labels);
    g_test_add_func ("/network-reader/foreign-ids", test_foreign_ids);
    g_test_add_func ("/network-reader/our-ids", test_our_ids);
    g_test_add_func ("/network-reader/locale", test_locale);
    return g_test_run ();
}
