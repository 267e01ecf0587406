/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <guanxi/gold.h>

#include <string.h>

static const char *
kind_of (const GxAnnotation *annotation)
{
    static const char *const kinds[] = { [GX_GOLD_IGNORE] = "ignore", [GX_GOLD_OTHER] = "other" };
    return annotation->kind == GX_GOLD_MENTION ? gx_entity_type_name (annotation->type) : kinds[annotation->kind];
}

/* Annotations and warnings, one a line. */
static void
assert_gold (const char *text, const char *lines, const char *expected, guint n_skipped)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxSource) source = gx_source_new ("a.txt", text, strlen (text), NULL, &error);
    g_assert_no_error (error);
    g_autoptr (GxGold) gold = gx_gold_parse ("a.jsonl", gx_str (lines), source);
    g_autoptr (GString) told = g_string_new (NULL);
    guint n = 0;
    const GxAnnotation *annotations = gx_gold_annotations (gold, &n);
    for (guint i = 0; i < n; i++)
        g_string_append_printf (told, "%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " %s %s %s\n", annotations[i].source.start,
                                annotations[i].source.end, annotations[i].length, annotations[i].text, kind_of (&annotations[i]),
                                annotations[i].entity);
    for (const char *const *warning = gx_gold_warnings (gold); *warning; warning++)
        g_string_append_printf (told, "%s\n", *warning);
    g_assert_cmpstr (told->str, ==, expected);
    g_assert_cmpuint (gx_gold_n_skipped (gold), ==, n_skipped);
}

static void
test_places (void)
{
    assert_gold ("𠀀朝美 é UN",
                 "{\"start\": 1, \"end\": 2, \"text\": \"朝\", \"type\": \"state\", \"entity\": \"朝鲜\"}\n\n"
                 "{\"start\":2,\"end\":3,\"text\":\"美\",\"type\":\"state\",\"entity\":null,\"by\":[1]}\r\n"
                 "{\"start\": 6, \"end\": 8, \"text\": \"UN\", \"type\": \"institution\"}",
                 "4-7 1 朝 state 朝鲜\n7-10 1 美 state 美\n14-16 2 UN institution UN\n", 0);
}

/* A byte order mark is a character of a text, and none of a gold file. */
static void
test_byte_order_mark (void)
{
    assert_gold ("\xef\xbb\xbf"
                 "文",
                 "\xef\xbb\xbf{\"start\": 1, \"end\": 2, \"text\": \"文\", \"type\": \"person\"}\n", "3-6 1 文 person 文\n", 0);
}

static void
test_order_and_overlap (void)
{
    assert_gold ("朝美",
                 "{\"start\": 1, \"end\": 2, \"text\": \"美\", \"type\": \"ignore\"}\n{\"start\": 0, \"end\": 2, \"text\": \"朝美\", "
                 "\"type\": \"state\"}\n",
                 "3-6 1 美 ignore 美\n0-6 2 朝美 state 朝美\n", 0);
}

/* A type of another name doesn't count, and is told once. */
static void
test_other_types (void)
{
    assert_gold ("河内",
                 "{\"start\": 0, \"end\": 1, \"text\": \"河\", \"type\": \"place\"}\n{\"start\": 1, \"end\": 2, \"text\": \"内\", "
                 "\"type\": \"place\"}\n",
                 "0-3 1 河 other 河\n3-6 1 内 other 内\n"
                 "a.jsonl:1: the type \"place\" is none of person, state, institution: it does not count\n",
                 0);
}

static void
test_faults (void)
{
    static const char *const faults[][2] = {
        { "{\"start\": 0, \"end\": 1, ", "not JSON (string or '}' expected near end of file)" },
        { "[1]", "not an object of JSON" },
        { "{\"end\": 1, \"text\": \"美\", \"type\": \"state\"}", "\"start\" and \"end\" are no range of the text, which has 2 characters" },
        { "{\"start\": 1, \"end\": 1, \"text\": \"\", \"type\": \"state\"}",
          "\"start\" and \"end\" are no range of the text, which has 2 characters" },
        { "{\"start\": -1, \"end\": 1, \"text\": \"美\", \"type\": \"state\"}",
          "\"start\" and \"end\" are no range of the text, which has 2 characters" },
        { "{\"start\": 0, \"end\": 3, \"text\": \"美国\", \"type\": \"state\"}",
          "\"start\" and \"end\" are no range of the text, which has 2 characters" },
        { "{\"start\": 0.0, \"end\": 1, \"text\": \"美\", \"type\": \"state\"}",
          "\"start\" and \"end\" are no range of the text, which has 2 characters" },
        { "{\"start\": 0, \"end\": 1, \"type\": \"state\"}", "\"text\" is missing" },
        { "{\"start\": 1, \"end\": 2, \"text\": \"美\\n\", \"type\": \"state\"}", "\"美 \" does not stand there, but \"国\"" },
        { "{\"start\": 0, \"end\": 1, \"text\": \"美\"}", "\"type\" is missing" },
        { "{\"start\": 0, \"end\": 1, \"text\": \"美\", \"type\": \"state\", \"entity\": 30}", "\"entity\" is no text" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
        g_autofree char *lines =
            g_strdup_printf ("\n%s\n{\"start\": 0, \"end\": 2, \"text\": \"美国\", \"type\": \"state\"}\n", faults[i][0]);
        g_autofree char *expected = g_strdup_printf ("0-6 2 美国 state 美国\na.jsonl:2: %s\n", faults[i][1]);
        assert_gold ("美国", lines, expected, 1);
    }
}

static void
test_empty (void)
{
    assert_gold ("美国", "", "", 0);
    assert_gold ("美国", "\n \n", "", 0);
}

static void
test_missing (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxSource) source = gx_source_new ("a.txt", "a", 1, NULL, NULL);
    g_assert_null (gx_gold_read ("no/such.jsonl", source, &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_IO);
    g_assert_cmpstr (error->message, ==, "no/such.jsonl: No such file or directory");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/gold/places", test_places);
    g_test_add_func ("/gold/byte-order-mark", test_byte_order_mark);
    g_test_add_func ("/gold/order-and-overlap", test_order_and_overlap);
    g_test_add_func ("/gold/other-types", test_other_types);
    g_test_add_func ("/gold/faults", test_faults);
    g_test_add_func ("/gold/empty", test_empty);
    g_test_add_func ("/gold/missing", test_missing);
    return g_test_run ();
}
