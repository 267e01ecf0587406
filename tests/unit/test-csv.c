/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-network.h"
#include "sample-output.h"

#include "field-text.h"

#include <guanxi/export.h>

static void
check_field (void (*put) (GxWriter *, GxStr), const char *text, gsize len, const char *expected)
{
    SampleOutput output = sample_output_open ();
    g_autofree char *written = NULL;

    put (output.writer, (GxStr){ text, len });
    written = sample_output_close (&output);
    g_assert_cmpstr (written, ==, expected);
}

static void
check_csv (const char *text, const char *expected)
{
    check_field (gx_csv_put, text, strlen (text), expected);
}

static void
check_tsv (const char *text, const char *expected)
{
    check_field (gx_tsv_put, text, strlen (text), expected);
}

static void
test_fields (void)
{
    check_csv ("", "");
    check_csv ("李明", "李明");
    check_csv ("a,b", "\"a,b\"");
    check_csv ("\"", "\"\"\"\"");
    check_csv ("\"a\"\"b\"", "\"\"\"a\"\"\"\"b\"\"\"");
    check_csv ("a\nb", "\"a\nb\"");
    check_csv ("=1+1", "=1+1");
    check_tsv ("", "");
    check_tsv ("中\t国", "中\\t国");
    check_tsv ("\\n\n\r", "\\\\n\\n\\r");
    check_field (gx_tsv_put, "abc", 2, "ab");
    check_field (gx_csv_put, "ab,", 2, "ab");
}

static void
test_nodes (void)
{
    g_autoptr (GxNetwork) network = sample_network ("李,明 b 3\nb c 1");
    SampleOutput output = sample_output_open ();
    g_autofree char *text = NULL;

    g_assert_true (gx_network_measure (network, NULL));
    gx_export_nodes_csv (network, output.writer);
    text = sample_output_close (&output);

    g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

    g_assert_cmpuint (g_strv_length (lines), ==, 5); /* three nodes, the header, and what follows the last line end */
    g_assert_true (g_str_has_prefix (lines[0], "Id,Label,name,entity_type,"));
    g_assert_true (g_str_has_prefix (lines[1], "b,b,b,,,,0,0,0,2,4,1,1,"));
    g_assert_true (g_str_has_prefix (lines[3], "\"李,明\",\"李,明\",\"李,明\",,,,"));
    g_assert_true (g_str_has_suffix (lines[3], ",")); /* no community was looked for */
}

static void
test_edges (void)
{
    g_autoptr (GxNetwork) network = sample_network ("b a 2.5");
    SampleOutput output = sample_output_open ();
    g_autofree char *text = NULL;

    gx_export_edges_csv (network, output.writer);
    text = sample_output_close (&output);
    g_assert_cmpstr (text, ==,
                     "Source,Target,Type,Id,Weight,source_name,target_name,count,documents,touching,first_date,last_date\r\n"
                     "a,b,Undirected,e0,2.5,a,b,2,0,0,,\r\n");
}

static void
test_not_measured (void)
{
    g_autoptr (GxNetwork) network = sample_network ("a");
    SampleOutput output = sample_output_open ();
    g_autofree char *text = NULL;

    gx_export_nodes_csv (network, output.writer);
    text = sample_output_close (&output);
    g_assert_nonnull (strstr (text, "\r\na,a,a,,,,0,0,0,,,,,,,,,\r\n"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/csv/fields", test_fields);
    g_test_add_func ("/csv/nodes", test_nodes);
    g_test_add_func ("/csv/edges", test_edges);
    g_test_add_func ("/csv/not-measured", test_not_measured);
    return g_test_run ();
}
