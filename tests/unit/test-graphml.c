/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-network.h"
#include "sample-output.h"

#include "node-ids.h"
#include "palette.h"
#include "xml-text.h"

#include <guanxi/export.h>
#include <locale.h>

static const GxExportInfo info = { "题目 & <more>", "文集", "sentence" };

static void
check_clean (const char *text, const char *expected)
{
    g_autofree char *clean = gx_xml_clean (text);

    g_assert_cmpstr (clean, ==, expected);
}

static void
test_clean (void)
{
    check_clean ("", "");
    check_clean (" \t\n ", "");
    check_clean ("李\r\n\t明", "李 明");
    check_clean ("\u3000李明\u00a0", "李明");
    check_clean ("a\x01\x1f\x7f\xc2\x85"
                 "b",
                 "ab");
    check_clean ("\xef\xbf\xbe\xef\xbf\xbf𠮷", "𠮷");
    check_clean ("e\u0301", "\u00e9");
    check_clean ("\xff中", "\ufffd中");
}

static void
check_put (const char *clean, const char *expected)
{
    SampleOutput output = sample_output_open ();
    g_autofree char *written = NULL;

    gx_xml_put (output.writer, clean);
    written = sample_output_close (&output);
    g_assert_cmpstr (written, ==, expected);
}

static void
test_put (void)
{
    check_put ("", "");
    check_put ("a > b \"c\" 'd'", "a > b \"c\" 'd'");
    check_put ("A&B", "<![CDATA[A&B]]>");
    check_put ("<i>", "<![CDATA[<i>]]>");
    check_put ("]]>", "<![CDATA[]]]]><![CDATA[>]]>");
    check_put ("a]]>]]>b", "<![CDATA[a]]]]><![CDATA[>]]]]><![CDATA[>b]]>");
}

static void
test_ids (void)
{
    const GxNode nodes[] = {
        { .id = "Q30" }, { .id = "Q30+defence-ministry" }, { .id = "Q30:army" }, { .id = "Q30+army" }, { .id = "李明" }, { .id = "" },
        { .id = "a b" },
    };
    g_autoptr (GPtrArray) ids = gx_node_ids (nodes, G_N_ELEMENTS (nodes));
    g_autoptr (GPtrArray) again = gx_node_ids (nodes + 4, 1);

    g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, "Q30");
    g_assert_cmpstr (g_ptr_array_index (ids, 1), ==, "Q30:defence-ministry");
    g_assert_cmpstr (g_ptr_array_index (ids, 2), ==, "Q30:army");
    g_assert_true (g_str_has_prefix (g_ptr_array_index (ids, 3), "ent-"));
    g_assert_true (g_str_has_prefix (g_ptr_array_index (ids, 4), "ent-"));
    g_assert_true (g_str_has_prefix (g_ptr_array_index (ids, 5), "ent-"));
    g_assert_cmpstr (g_ptr_array_index (again, 0), ==, g_ptr_array_index (ids, 4));
    for (guint i = 0; i < ids->len; i++)
        for (guint j = 0; j < i; j++)
            g_assert_cmpstr (g_ptr_array_index (ids, i), !=, g_ptr_array_index (ids, j));
}

static void
test_palette (void)
{
    const GxColour person = gx_colour_of_type ("person"), state = gx_colour_of_type ("state"), other = gx_colour_of_type ("");

    g_assert_cmpuint (person.red, !=, state.red);
    g_assert_cmpuint (other.red, ==, other.green);
    g_assert_cmpfloat (gx_size_of_strength (0, 0), ==, 4);
    g_assert_cmpfloat (gx_size_of_strength (9, 9), ==, 40);
    g_assert_cmpfloat (gx_size_of_strength (1, 4), ==, 22);
}

/* A network with every label that has hurt somebody. */
static GxNetwork *
hostile_network (void)
{
    static const char *const labels[] = {
        "a & b", "<script>", "]]>",   "\"quoted\" 'twice'", "𠮷野家", "line\nbreak", "con\x01trol", "李明", "李明", " 李明",
        "",      "é\u0301",  "&amp;",
    };
    GxNetwork *network = gx_network_new_empty ();

    for (guint i = 0; i < G_N_ELEMENTS (labels); i++) {
        g_autofree char *id = i == 3 ? g_strdup ("Q7+army") : g_strdup_printf ("Q%u", 100 + i);
        GxNode node = { .english = i == 4 ? "Yoshinoya" : "", .country = "", .windows = 1, .mentions = i, .documents = 1 };

        node.id = gx_network_keep (network, id);
        node.label = gx_network_keep (network, labels[i]);
        node.type = i % 2 ? "person" : "state";
        gx_network_add_node (network, &node);
        if (i > 0 && i < 9) {
            GxEdge edge = { .a = i, .b = i / 2, .weight = 0.5 * i, .count = i, .documents = 1 };

            edge.first_date = edge.last_date = i % 3 ? "2024-05-01" : "";
            gx_network_add_edge (network, &edge);
        }
    }
    g_assert_true (gx_network_settle (network, NULL));
    g_assert_true (gx_network_measure (network, NULL));
    g_assert_true (gx_network_find_communities (network, NULL));
    g_assert_true (gx_network_lay_out (network, NULL));
    return network;
}

static char *
write_network (const GxNetwork *network)
{
    SampleOutput output = sample_output_open ();

    gx_export_graphml (network, &info, output.writer);
    return sample_output_close (&output);
}

static void
check_absent (const char *text, const char *const *forbidden)
{
    for (; *forbidden; forbidden++)
        if (strstr (text, *forbidden))
            g_error ("%s must not be written", *forbidden);
}

static void
test_shape (void)
{
    static const char *const forbidden[] = { "nan", "inf\"", ">inf", "<default",           "<desc",     "for=\"all\"", "directed=\"true\"",
                                             "\t",  "\r",    "\x01", "attr.name=\"type\"", "<!DOCTYPE", "&amp;l",      NULL };
    g_autoptr (GxNetwork) network = hostile_network ();
    g_autofree char *text = write_network (network);

    g_assert_true (
        g_str_has_prefix (text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""));
    g_assert_true (g_str_has_suffix (text, "</graphml>\n"));
    g_assert_true (g_utf8_validate (text, -1, NULL));
    check_absent (text, forbidden);
    g_assert_nonnull (strstr (text, "<data key=\"v_label\"><![CDATA[]]]]><![CDATA[>]]></data>"));
    g_assert_nonnull (strstr (text, "<data key=\"v_label\">line break</data>"));
    g_assert_nonnull (strstr (text, "<data key=\"v_label\">control</data>"));
    g_assert_nonnull (strstr (text, "<data key=\"v_wikidata\">Q100</data>"));
    g_assert_nonnull (strstr (text, "<node id=\"Q7:army\">"));
    g_assert_null (strstr (text, "<data key=\"v_wikidata\">Q7"));
    g_assert_null (strstr (text, "v_country"));
    g_assert_nonnull (strstr (text, "<data key=\"e_weight\">0.5</data>"));
}

/* What is written is read again: nodes, weights, counts, unique names. */
static void
test_round_trip (void)
{
    g_autoptr (GxNetwork) network = hostile_network ();
    SampleOutput output = sample_output_open ();
    g_autofree char *path = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (GxNetwork) back = NULL;

    gx_export_graphml (network, &info, output.writer);
    path = sample_output_keep (&output);
    back = gx_network_read (path, &error);
    g_remove (path);
    g_assert_no_error (error);
    g_assert_cmpuint (back->nodes->len, ==, network->nodes->len);
    g_assert_cmpuint (back->edges->len, ==, network->edges->len);
    g_assert_cmpstr (find_sample_node (back, "Q104")->label, ==, "𠮷野家");
    g_assert_cmpstr (find_sample_node (back, "Q100")->label, ==, "a & b");
    g_assert_cmpstr (find_sample_node (back, "Q102")->label, ==, "]]>");
    g_assert_cmpstr (find_sample_node (back, "Q112")->label, ==, "&amp;");
    g_assert_cmpuint (find_sample_node (back, "Q105")->mentions, ==, 5);
    g_assert_cmpuint (find_sample_node (back, "Q7+army")->mentions, ==, 3);
    for (guint i = 0; i < network->edges->len; i++)
        g_assert_cmpfloat (gx_network_edge (back, i)->weight, ==, gx_network_edge (network, i)->weight);
}

static void
test_empty (void)
{
    g_autoptr (GxNetwork) network = gx_network_new_empty ();
    g_autofree char *text = write_network (network);

    g_assert_null (strstr (text, "<node"));
    g_assert_null (strstr (text, "for=\"node\""));
    g_assert_nonnull (strstr (text, "<data key=\"g_date\">unknown</data>"));
    g_assert_nonnull (strstr (text, "<data key=\"g_title\"><![CDATA[题目 & <more>]]></data>"));
}

/* Before any measure only what is known is declared; without a layout there are no coordinates at all. */
static void
test_bare (void)
{
    g_autoptr (GxNetwork) network = sample_network ("a b 2\nc");
    SampleOutput output = sample_output_open ();
    g_autofree char *text = NULL;

    gx_export_graphml (network, NULL, output.writer);
    text = sample_output_close (&output);
    g_assert_null (strstr (text, "v_x"));
    g_assert_null (strstr (text, "v_degree"));
    g_assert_null (strstr (text, "v_community"));
    g_assert_null (strstr (text, "e_first_date"));
    g_assert_nonnull (strstr (text, "<data key=\"v_entity_type\">unknown</data>"));
    g_assert_nonnull (strstr (text, "<data key=\"v_size\">40.00</data>"));
}

static void
test_locale (void)
{
    static const char *const names[] = { "de_DE.UTF-8", "de_DE.utf8", "de_DE", "fr_FR.utf8" };
    g_autoptr (GxNetwork) network = hostile_network ();
    g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
    g_autofree char *here = write_network (network);
    g_autofree char *there = NULL;
    gboolean found = FALSE;

    for (gsize i = 0; i < G_N_ELEMENTS (names) && !found; i++)
        found = setlocale (LC_ALL, names[i]) != NULL;
    if (!found) {
        g_test_skip ("no locale with a decimal comma here");
        return;
    }
    there = write_network (network);
    setlocale (LC_ALL, before);
    g_assert_cmpstr (here, ==, there);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/graphml/clean", test_clean);
    g_test_add_func ("/graphml/put", test_put);
    g_test_add_func ("/graphml/ids", test_ids);
    g_test_add_func ("/graphml/palette", test_palette);
    g_test_add_func ("/graphml/shape", test_shape);
    g_test_add_func ("/graphml/round-trip", test_round_trip);
    g_test_add_func ("/graphml/empty", test_empty);
    g_test_add_func ("/graphml/bare", test_bare);
    g_test_add_func ("/graphml/locale", test_locale);
    return g_test_run ();
}
