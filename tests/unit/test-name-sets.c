/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "name-sets.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_squeeze (void)
{
    static const char *const pairs[][2] = { { "Wang Yi", "wangyi" },
                                            { "半\n\n岛", "半岛" },
                                            { "ＵＮ　Ａ", "ｕｎａ" },
                                            { "ÉCOLE\xc2\xa0x", "écolex" },
                                            { "a\x1c\v\xc2\x85z", "az" },
                                            { " \t\r\n", "" },
                                            { "", "" } };
    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
        g_autofree char *squeezed = gx_name_squeeze (pairs[i][0]);
        g_assert_cmpstr (squeezed, ==, pairs[i][1]);
    }
}

/* Reads a table from a file, which is gone afterwards. */
static gboolean
read_table (GxNameSets *sets, const char *table, gssize len, GError **error)
{
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp ("guanxi-XXXXXX.tsv", &path, NULL);
    g_assert_cmpint (fd, >=, 0);
    g_assert_true (g_close (fd, NULL));
    g_assert_true (g_file_set_contents (path, table, len, NULL));
    gboolean done = gx_name_sets_read (sets, path, error);
    g_assert_cmpint (g_remove (path), ==, 0);
    if (error && *error) {
        char *tail = g_strdup (strstr ((*error)->message, ".tsv"));
        g_free ((*error)->message);
        (*error)->message = tail;
    }
    return done;
}

static void
test_table (void)
{
    g_autoptr (GxNameSets) sets = gx_name_sets_new ();
    g_assert_true (read_table (sets, "\xef\xbb\xbf# 注\n\n东国\tEast Land|东\r\n东国\t大东国\t注\n", -1, NULL));
    g_assert_true (gx_name_sets_has (sets, "东国", "eastland"));
    g_assert_true (gx_name_sets_has (sets, "东国", "东"));
    g_assert_true (gx_name_sets_has (sets, "东国", "大东国"));
    g_assert_false (gx_name_sets_has (sets, "东国", "东国"));
    g_assert_false (gx_name_sets_has (sets, "西国", "东"));
}

static void
test_faults (void)
{
    static const struct {
        const char *table, *message;
    } faults[] = {
        { "东国\t东\n\n西国 西\n", ".tsv:3: there is no tab between an entity and its names" },
        { "\t东\n", ".tsv:1: the entity is empty" },
        { "东国\t\xff\n", ".tsv:1: the line is not valid UTF-8" },
    };
    for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
        g_autoptr (GxNameSets) sets = gx_name_sets_new ();
        g_autoptr (GError) error = NULL;
        g_assert_false (read_table (sets, faults[i].table, -1, &error));
        g_assert_error (error, GX_ERROR, GX_ERROR_DICTIONARY);
        g_assert_cmpstr (error->message, ==, faults[i].message);
        g_assert_false (gx_name_sets_has (sets, "东国", "东"));
    }
}

static void
test_missing (void)
{
    g_autoptr (GxNameSets) sets = gx_name_sets_new ();
    g_autoptr (GError) error = NULL;
    g_assert_false (gx_name_sets_read (sets, "no/such.tsv", &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_IO);
    g_assert_cmpstr (error->message, ==, "no/such.tsv: No such file or directory");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/name-sets/squeeze", test_squeeze);
    g_test_add_func ("/name-sets/table", test_table);
    g_test_add_func ("/name-sets/faults", test_faults);
    g_test_add_func ("/name-sets/missing", test_missing);
    return g_test_run ();
}
