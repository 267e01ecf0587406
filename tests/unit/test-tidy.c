/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-tidy.c - what `--fix` makes of a table, and what it leaves alone. */
#include <guanxi/dictionary.h>

#include "tidy.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER "id\ttype\tname\taliases\tnote\n"

static void
count (GxCheck check, guint line, const char *message, gpointer user_data)
{
    (void)check, (void)line, (void)message;
    (*(guint *)user_data)++;
}

/* The table becomes wanted, and needs nothing more then. NULL: it is left as it is. */
static void
expect (const char *table, const char *wanted)
{
    guint n_changes = 0, n_more = 0;
    GString *tidy = gx_tidy_table (gx_str (table), GX_TIDY_REPAIR, count, &n_changes);
    g_assert_cmpstr (tidy ? tidy->str : NULL, ==, wanted);
    g_assert_true ((n_changes > 0) == (wanted != NULL));
    if (!tidy)
        return;
    g_assert_null (gx_tidy_table ((GxStr){ tidy->str, tidy->len }, GX_TIDY_REPAIR, count, &n_more));
    g_assert_cmpuint (n_more, ==, 0);
    g_string_free (tidy, TRUE);
}

static void
test_order (void)
{
    expect (HEADER "b\tperson\t乙\t\t\na\tperson\t甲\t\t\n", HEADER "a\tperson\t甲\t\t\nb\tperson\t乙\t\t\n");
    /* By bytes: capitals first. Comments and blank lines go with the row below them; those at the ends stay. */
    expect ("# top\n" HEADER "# of b\n\nb\tperson\t乙\t\t\nQ1\tperson\t甲\t\t\n# end\n",
            "# top\n" HEADER "Q1\tperson\t甲\t\t\n# of b\n\nb\tperson\t乙\t\t\n# end\n");
    expect ("phrase\n乙\n丙\n", "phrase\n丙\n乙\n");
    expect ("kind\ttext\nlink\t的\nhead\t长\n", "kind\ttext\nhead\t长\nlink\t的\n");
    /* What a later row says of the same context counts: their order means something. */
    expect ("id\tkind\ttext\tstates\tweight\nb\tleft\t访\t*\t1\na\tleft\t对\t*\t1\n", NULL);
    /* Two rows of one id are somebody's to choose from. */
    expect (HEADER "b\tperson\t丙\t\t\na\tperson\t甲\t\t\na\tperson\t乙\t\t\n",
            HEADER "a\tperson\t甲\t\t\na\tperson\t乙\t\t\nb\tperson\t丙\t\t\n");
}

static void
test_cells (void)
{
    expect (HEADER "a\tperson\t 张國寅\t\t\n", HEADER "a\tperson\t张國寅\t\t\n");
    expect (HEADER "a\tperson\t張國寅\t張國寅甲\t註\n", HEADER "a\tperson\t张国寅\t張國寅甲\t註\n");
    expect (HEADER "a\tperson\t瞭望新闻\t\t\nb\tperson\t胡厚崑\t\t\nc\tperson\t毛沢東\t\t\n", NULL);
    expect (HEADER "a\tperson\t甲‧乙\tＡnn　Lee| ~ =Lee |\t\n", HEADER "a\tperson\t甲·乙\tAnn Lee|~=Lee\t\n");
    expect (HEADER "a\tperson\t甲乙\t～=Lee｜丙丁\t\n", HEADER "a\tperson\t甲乙\t~=Lee|丙丁\t\n");
    expect (HEADER "a\tperson\t甲乙\tイ・ロ|甲・乙丙\t\n", NULL);
    expect (HEADER "a\tperson\t甲\xe2\x80\x8b乙\tFranc\xcc\xa7ois\t\n", HEADER "a\tperson\t甲乙\tFrançois\t\n");
    /* Joiners of Persian stay. */
    expect (HEADER "a\tperson\t甲乙\tمی\xe2\x80\x8cر\t\n", NULL);
}

static void
test_aliases (void)
{
    expect (HEADER "a\tperson\t甲乙\t丙丁||丙丁|甲乙|=丙丁\t\n", HEADER "a\tperson\t甲乙\t丙丁|=丙丁\t\n");
    expect (HEADER "a\tperson\t韩甲\t韓甲|丙韩|丙韓\t\n", HEADER "a\tperson\t韩甲\t丙韩\t\n");
    /* Marks restrict a label or alias: what they say together is left alone. */
    expect (HEADER "a\tperson\t甲乙\t~甲乙\t\n", NULL);
    expect (HEADER "a\tperson\t韩甲\t~韩甲|韓甲\t\n", NULL);
    expect (HEADER "a\tperson\t甲乙\t丙丁|~丙丁\t\n", NULL);
    expect (HEADER "a\tperson\t甲乙\t-丙丁|~戊己\t\n", NULL);
}

static void
test_left_alone (void)
{
    expect (HEADER "a\tperson\t甲\t\t\nb\tperson\t乙\t\t\n", NULL);
    expect ("", NULL);
    expect ("no table at all\n", NULL);
    /* A line that is no row keeps its place, and the rows theirs; the rest is repaired. */
    expect (HEADER "b\tperson\t乙\t\t\nbroken\na\tperson\t甲 \t\t\n", HEADER "b\tperson\t乙\t\t\nbroken\na\tperson\t甲\t\t\n");
    expect (HEADER "b\tperson\t\xff \t\t\na\tperson\t甲\t\t\n", NULL);
    expect ("id\ttype\tname\r\na\tperson\t甲 \r\n", "id\ttype\tname\r\na\tperson\t甲\r\n");
    expect ("\xef\xbb\xbfid\ttype\tname\nb\tperson\t乙\na\tperson\t甲", "\xef\xbb\xbfid\ttype\tname\na\tperson\t甲\nb\tperson\t乙\n");
}

/* A file is replaced as a whole, keeps its rights, and is not touched without need. */
static void
test_file (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("guanxi-XXXXXX", &error), *path = g_build_filename (folder, "a.tsv", NULL),
                    *link = g_build_filename (folder, "link.tsv", NULL);
    g_assert_true (g_file_set_contents (path, HEADER "b\tperson\t乙\t\t\na\tperson\t甲\t\t\n", -1, &error));
    g_assert_cmpint (g_chmod (path, 0640), ==, 0);
    g_assert_cmpint (symlink ("a.tsv", link), ==, 0);

    g_assert_cmpint (gx_dictionary_repair (link, NULL, NULL, &error), ==, 1);
    g_assert_no_error (error);
    g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
    struct stat before, after;
    g_assert_cmpint (stat (path, &before), ==, 0);
    g_assert_cmpuint (before.st_mode & 0777, ==, 0640);

    g_assert_cmpint (gx_dictionary_repair (path, NULL, NULL, &error), ==, 0);
    g_assert_cmpint (stat (path, &after), ==, 0);
    g_assert_cmpuint (before.st_ino, ==, after.st_ino);

    g_assert_cmpint (g_unlink (link), ==, 0);
    g_assert_cmpint (g_unlink (path), ==, 0);
    g_assert_cmpint (gx_dictionary_repair (path, NULL, NULL, &error), ==, -1);
    g_assert_error (error, GX_ERROR, GX_ERROR_IO);
    g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Takes a moment, not minutes. */
static void
test_many_blanks (void)
{
    g_autofree char *blanks = g_strnfill (1000000, ' ');
    g_autofree char *table = g_strconcat (HEADER "a\tperson\t甲  乙", blanks, "丙\t\t\n", NULL);
    expect (table, HEADER "a\tperson\t甲 乙 丙\t\t\n");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/tidy/order", test_order);
    g_test_add_func ("/tidy/cells", test_cells);
    g_test_add_func ("/tidy/aliases", test_aliases);
    g_test_add_func ("/tidy/left-alone", test_left_alone);
    g_test_add_func ("/tidy/file", test_file);
    g_test_add_func ("/tidy/many-blanks", test_many_blanks);
    return g_test_run ();
}
