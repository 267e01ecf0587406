/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-output.h"

#include <guanxi/table.h>

#include <jansson.h>
#include <math.h>

static GxTable *
sample_table (void)
{
    GxTable *table = gx_table_new ();

    gx_table_add_column (table, "name", GX_COLUMN_TEXT);
    gx_table_add_column (table, "value", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "note", GX_COLUMN_TEXT);
    gx_table_put_text (table, "金正恩");
    gx_table_put_double (table, 1.0 / 3, 3);
    gx_table_put_text (table, "a\tb");
    gx_table_put_text (table, "e\u0301\"x\"");
    gx_table_put_int (table, -12);
    gx_table_put_text (table, NULL);
    gx_table_put_text (table, "");
    gx_table_put_double (table, NAN, 3);
    gx_table_put_text (table, "\x1b[31m");
    return table;
}

static char *
write_table (const GxTable *table, GxTableFormat format)
{
    SampleOutput output = sample_output_open ();

    gx_table_write (table, format, output.writer);
    return sample_output_close (&output);
}

static void
test_aligned (void)
{
    g_autoptr (GxTable) table = sample_table ();
    g_autofree char *text = write_table (table, GX_TABLE_ALIGNED);

    g_assert_cmpstr (text, ==,
                     "name    value  note\n"
                     "金正恩  0.333  a b\n"
                     "e\u0301\"x\"      -12  NA\n"
                     "           NA   [31m\n");
}

static void
test_tsv (void)
{
    g_autoptr (GxTable) table = sample_table ();
    g_autofree char *text = write_table (table, GX_TABLE_TSV);

    g_assert_cmpstr (text, ==, "name\tvalue\tnote\n金正恩\t0.333\ta\\tb\ne\u0301\"x\"\t-12\tNA\n\tNA\t\x1b[31m\n");
}

static void
test_csv (void)
{
    g_autoptr (GxTable) table = sample_table ();
    g_autofree char *text = write_table (table, GX_TABLE_CSV);

    g_assert_cmpstr (text, ==, "name,value,note\r\n金正恩,0.333,a\tb\r\n\"e\u0301\"\"x\"\"\",-12,\r\n,,\x1b[31m\r\n");
}

static void
test_json (void)
{
    g_autoptr (GxTable) table = sample_table ();
    g_autofree char *text = write_table (table, GX_TABLE_JSON);
    json_t *array = json_loads (text, 0, NULL);
    json_t *first = json_array_get (array, 0);

    g_assert_true (g_str_has_prefix (text, "[\n {\"name\": \"金正恩\", \"value\": 0.333, \"note\": "));
    g_assert_cmpuint (json_array_size (array), ==, 3);
    g_assert_cmpfloat (json_real_value (json_object_get (first, "value")), ==, 0.333);
    g_assert_cmpstr (json_string_value (json_object_get (first, "note")), ==, "a\tb");
    g_assert_true (json_is_integer (json_object_get (json_array_get (array, 1), "value")));
    g_assert_true (json_is_null (json_object_get (json_array_get (array, 1), "note")));
    g_assert_true (json_is_null (json_object_get (json_array_get (array, 2), "value")));
    json_decref (array);
}

/* The same objects, a line each. */
static void
test_json_lines (void)
{
    g_autoptr (GxTable) table = sample_table ();
    g_autofree char *text = write_table (table, GX_TABLE_JSONL), *whole = write_table (table, GX_TABLE_JSON);
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    json_t *array = json_loads (whole, 0, NULL);

    g_assert_cmpuint (g_strv_length (lines), ==, json_array_size (array) + 1);
    for (guint i = 0; i < json_array_size (array); i++) {
        json_t *object = json_loads (lines[i], 0, NULL);

        g_assert_true (json_equal (object, json_array_get (array, i)));
        json_decref (object);
    }
    json_decref (array);
}

static void
test_empty (void)
{
    static const char *const expected[] = { "a  b\n", "a\tb\n", "a,b\r\n", "[]\n" };
    g_autoptr (GxTable) table = gx_table_new ();

    gx_table_add_column (table, "a", GX_COLUMN_TEXT);
    gx_table_add_column (table, "b", GX_COLUMN_NUMBER);
    for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
        g_autofree char *text = write_table (table, (GxTableFormat)i);

        g_assert_cmpstr (text, ==, expected[i]);
    }
}

static void
check_number (double value, guint digits, const char *expected)
{
    g_autoptr (GxTable) table = gx_table_new ();
    g_autofree char *text = NULL;
    g_autofree char *line = g_strdup_printf ("x\n%s\n", expected);

    gx_table_add_column (table, "x", GX_COLUMN_TEXT);
    gx_table_put_double (table, value, digits);
    text = write_table (table, GX_TABLE_TSV);
    g_assert_cmpstr (text, ==, line);
}

static void
test_numbers (void)
{
    check_number (0.1, 15, "0.1");
    check_number (0.1, 99, "0.1");
    check_number (-0.0, 3, "0");
    check_number (1234567, 3, "1.23e+06");
    check_number (INFINITY, 3, "NA");
    check_number (2, 0, "2");
}

static void
test_width (void)
{
    g_assert_cmpuint (gx_display_width (gx_str ("")), ==, 0);
    g_assert_cmpuint (gx_display_width (gx_str ("abc")), ==, 3);
    g_assert_cmpuint (gx_display_width (gx_str ("朝美，")), ==, 6);
    g_assert_cmpuint (gx_display_width (gx_str ("김정은")), ==, 6);
    g_assert_cmpuint (gx_display_width (gx_str ("𠮷")), ==, 2);
    g_assert_cmpuint (gx_display_width (gx_str ("e\u0301\u200b")), ==, 1);
    g_assert_cmpuint (gx_display_width (gx_str ("\xff\xe4\xb8")), ==, 3);
    g_assert_cmpuint (gx_display_width ((GxStr){ "中", 2 }), ==, 2); /* cut inside a character */
}

static void
test_formats (void)
{
    GxTableFormat format;

    g_assert_true (gx_table_format_parse ("json", &format));
    g_assert_cmpuint (format, ==, GX_TABLE_JSON);
    g_assert_true (gx_table_format_parse ("table", &format));
    g_assert_cmpuint (format, ==, GX_TABLE_ALIGNED);
    g_assert_false (gx_table_format_parse ("JSON", &format));
    g_assert_false (gx_table_format_parse ("", &format));
}

/* 10^5 rows take their time once, not squared. */
static void
test_long (void)
{
    g_autoptr (GxTable) table = gx_table_new ();
    g_autofree char *text = NULL;

    gx_table_add_column (table, "x", GX_COLUMN_NUMBER);
    for (guint i = 0; i < 100000; i++)
        gx_table_put_int (table, i);
    text = write_table (table, GX_TABLE_ALIGNED);
    g_assert_true (g_str_has_suffix (text, "\n99999\n"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/table/aligned", test_aligned);
    g_test_add_func ("/table/tsv", test_tsv);
    g_test_add_func ("/table/csv", test_csv);
    g_test_add_func ("/table/json", test_json);
    g_test_add_func ("/table/json-lines", test_json_lines);
    g_test_add_func ("/table/empty", test_empty);
    g_test_add_func ("/table/numbers", test_numbers);
    g_test_add_func ("/table/width", test_width);
    g_test_add_func ("/table/formats", test_formats);
    g_test_add_func ("/table/long", test_long);
    return g_test_run ();
}
