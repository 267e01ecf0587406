/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-table-reader.c - rows, headers and broken bytes. */
#include "table-reader.h"

/* A line for each thing said: `3 message`. */
static void
note (GxFindingLevel level, const char *file, guint line, const char *message, gpointer user_data)
{
    if (level == GX_FINDING_WARNING)
        return;
    g_assert_cmpstr (file, ==, "t.tsv");
    g_string_append_printf (user_data, "%u %s\n", line, message);
}

/* Reads a table and gives back what its rows hold in two columns and what was said: `line:a/b` each. */
static char *
read_bytes (const char *data, gsize len, GxCell first, GxCell second)
{
    g_autoptr (GString) said = g_string_new (NULL);
    GxFindings findings = { .report = note, .user_data = said };
    g_autoptr (GxTableReader) reader = gx_table_reader_new ("t.tsv", 0, (GxStr){ data, len }, &findings);
    while (reader && gx_table_reader_next (reader)) {
        GxPlace place = gx_table_reader_place (reader);
        g_string_append_printf (said, "%u:%s/%s\n", place.line, gx_table_reader_cell (reader, first),
                                gx_table_reader_cell (reader, second));
    }
    g_clear_error (&findings.first);
    return g_strdup (said->str);
}

static void
expect (const char *table, GxCell first, GxCell second, const char *rows)
{
    g_autofree char *found = read_bytes (table, strlen (table), first, second);
    g_assert_cmpstr (found, ==, rows);
}

static GxRowsKind
kind_of (const char *header)
{
    GxFindings findings = { 0 };
    g_autoptr (GxTableReader) reader = gx_table_reader_new ("t.tsv", 0, gx_str (header), &findings);
    g_assert_nonnull (reader);
    return gx_table_reader_kind (reader);
}

static void
test_kinds (void)
{
    g_assert_cmpint (kind_of ("id\ttype\tname\ten\taliases\tshort\tcountry\tsince\tuntil\tnote"), ==, GX_ROWS_ENTITIES);
    g_assert_cmpint (kind_of ("note\tname\tid\ttype"), ==, GX_ROWS_ENTITIES);
    g_assert_cmpint (kind_of ("phrase\tnote\n"), ==, GX_ROWS_PHRASES);
    g_assert_cmpint (kind_of ("title\tposition\tnote\n"), ==, GX_ROWS_TITLES);
    g_assert_cmpint (kind_of ("id\tname\ten\taliases\tnote\r\n"), ==, GX_ROWS_BODIES);
    g_assert_cmpint (kind_of ("id\tkind\ttext\tstates\tweight\tnote\n"), ==, GX_ROWS_CONTEXTS);
    g_assert_cmpint (kind_of ("surname\tnote\n"), ==, GX_ROWS_SURNAMES);
    g_assert_cmpint (kind_of ("kind\ttext\tnote\n"), ==, GX_ROWS_AFFIXES);
}

static void
test_no_header (void)
{
    expect ("", GX_CELL_ID, GX_CELL_NAME, "0 there is no header line\n");
    expect ("#", GX_CELL_ID, GX_CELL_NAME, "1 there is no header line\n");
    expect ("a\tb\n", GX_CELL_ID, GX_CELL_NAME, "1 this is not the header of a table: no column is known\n");
    expect ("# x\nid\ttype\n", GX_CELL_ID, GX_CELL_NAME, "2 the header lacks the column \"name\"\n");
    expect ("id\tname\tcountry\n", GX_CELL_ID, GX_CELL_NAME, "1 the header lacks the column \"type\"\n");
    expect ("title\tnote\n", GX_CELL_ID, GX_CELL_NAME, "1 the header lacks the column \"position\"\n");
    expect ("id\tid\tname\n", GX_CELL_ID, GX_CELL_NAME, "1 the header has the column \"id\" twice\n");
}

static void
test_forgiving (void)
{
    /* A byte order mark, CRLF, comments, blank lines, empty spreadsheet rows, columns in another order, unknown columns, no last line
     * break. */
    expect ("\xef\xbb\xbf# words\r\n\r\nnote\tname\tx\tid\r\n1\t 越南 \t2\tvn\r\n#a\tb\tc\td\r\n\t\t\t\r\n\t朝鲜\t\tkp", GX_CELL_ID,
            GX_CELL_NAME, "4:vn/越南\n7:kp/朝鲜\n");
    expect ("phrase\n其中\n", GX_CELL_PHRASE, GX_CELL_NAME, "2:其中/\n");
}

static void
test_columns (void)
{
    expect ("id\tname\na\tb\tc\nd\te\nf\n", GX_CELL_ID, GX_CELL_NAME,
            "2 the row has 3 columns, the header 2: cells are parted by tabs\n3:d/e\n4 the row has 1 columns, the header 2: cells are "
            "parted by tabs\n");
}

static void
test_encoding (void)
{
    expect ("id\tname\na\t\xd6\xd0\nb\t中\n#\xff\nc\t\xe4\xb8", GX_CELL_ID, GX_CELL_NAME,
            "2 the line is not valid UTF-8\n3:b/中\n4 the line is not valid UTF-8\n5 the line is not valid UTF-8\n");

    static const char nul[] = "id\tname\na\0\tb\n";
    g_autofree char *found = read_bytes (nul, sizeof nul - 1, GX_CELL_ID, GX_CELL_NAME);
    g_assert_cmpstr (found, ==, "2 the line is not valid UTF-8\n");

    static const char wide[] = "\xff\xfei\0d\0";
    g_autofree char *utf16 = read_bytes (wide, sizeof wide - 1, GX_CELL_ID, GX_CELL_NAME);
    g_assert_cmpstr (utf16, ==, "1 the line is not valid UTF-8\n1 there is no header line\n");

    for (gsize len = 0; len < 3; len++) {
        g_autofree char *cut = read_bytes ("\xef\xbb\xbf", len, GX_CELL_ID, GX_CELL_NAME);
        g_assert_true (g_str_has_suffix (cut, "there is no header line\n"));
    }
}

static void
test_first_error (void)
{
    GxFindings findings = { 0 };
    g_autoptr (GxTableReader) reader = gx_table_reader_new ("t.tsv", 0, gx_str ("id\tname\na\nb\n"), &findings);
    g_assert_false (gx_table_reader_next (reader));
    g_assert_cmpuint (findings.n_errors, ==, 2);
    g_assert_error (findings.first, GX_ERROR, GX_ERROR_DICTIONARY);
    g_assert_cmpstr (findings.first->message, ==, "t.tsv:2: the row has 1 columns, the header 2: cells are parted by tabs");
    g_clear_error (&findings.first);
}

/* 10^5 tabs in a row, 10^5 rows. */
static void
test_large (void)
{
    g_autoptr (GString) text = g_string_new ("surname\n");
    for (guint i = 0; i < 100000; i++)
        g_string_append_c (text, '\t');
    g_string_append_c (text, '.');
    for (guint i = 0; i < 100000; i++)
        g_string_append (text, "\n李");

    GxFindings findings = { 0 };
    g_autoptr (GxTableReader) reader = gx_table_reader_new ("t.tsv", 0, (GxStr){ text->str, text->len }, &findings);
    guint n_rows = 0;
    while (gx_table_reader_next (reader))
        n_rows++;
    g_assert_cmpuint (n_rows, ==, 100000);
    g_assert_cmpuint (findings.n_errors, ==, 1);
    g_clear_error (&findings.first);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/table-reader/kinds", test_kinds);
    g_test_add_func ("/table-reader/no-header", test_no_header);
    g_test_add_func ("/table-reader/forgiving", test_forgiving);
    g_test_add_func ("/table-reader/columns", test_columns);
    g_test_add_func ("/table-reader/encoding", test_encoding);
    g_test_add_func ("/table-reader/first-error", test_first_error);
    g_test_add_func ("/table-reader/large", test_large);
    return g_test_run ();
}
