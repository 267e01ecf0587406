/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-roles.c - which titles fit whom. */
#include "fold.h"
#include "roles.h"

#include <glib/gstdio.h>

static const char entities[] = "id\ttype\tname\ten\tcountry\tnote\n"
                               "minister\tperson\t甲\tA\t\tMinister of Trade 2001-2005\n"
                               "general\tperson\t乙\tB\t\tArmy general\n"
                               "lawyer\tperson\t丙\tC\t\tAttorney general, lawyer\n"
                               "scholar\tperson\t丁\tD\t\tco-founder, scholar\n"
                               "wife\tperson\t戊\tE\t\twife of a minister\n"
                               "unknown\tperson\t己\tF\t\tministerial generality\n"
                               "silent\tperson\t庚\tG\t\t\n";

static const char rows[] = "id\tkind\ttext\tstates\tweight\n"
                           "r1\trole\tMinister\tgovernment\t1\n"
                           "r2\trole\tgeneral\tforces\t1\n"
                           "r3\trole\tattorney general\tlaw\t1\n"
                           "r4\trole\tscholar\tlearning\t1\n"
                           "r5\trole\twife\t*\t1\n"
                           "t1\tfield\t部长\tgovernment\t1\n"
                           "t2\tfield\t司法部长\tgovernment law\t0\n"
                           "t3\tfield\t教授\tlearning letters\t0\n"
                           "t4\tfield\tMinister\tgovernment\t0\n"
                           "t5\tfield\t律師\tlaw\t0\n";

static char *
write_table (const char *text)
{
    g_autoptr (GError) error = NULL;
    char *path = NULL;
    int file = g_file_open_tmp ("guanxi-XXXXXX", &path, &error);
    g_assert_no_error (error);
    g_assert_true (g_close (file, NULL) && g_file_set_contents (path, text, -1, NULL));
    return path;
}

static void
assert_fit (const GxRoles *roles, const GxDictionary *dictionary, const char *title, const char *id, GxFit fit)
{
    g_autofree char *folded = gx_fold_name (title);
    const GxEntity *person = gx_dictionary_find (dictionary, id);

    g_assert_nonnull (person);
    g_test_message ("%s %s", title, id);
    g_assert_cmpint (gx_roles_fit (roles, gx_str (folded), person), ==, fit);
}

static void
test_fit (void)
{
    g_autofree char *first = write_table (entities), *second = write_table (rows);
    const char *const paths[] = { first, second, NULL };
    g_autoptr (GError) error = NULL;
    g_autoptr (GxDictionary) dictionary = gx_dictionary_load (GX_DICTIONARY_OWN_ONLY, paths, &error);
    g_assert_no_error (error);
    g_autoptr (GxRoles) roles = gx_roles_new (dictionary);

    assert_fit (roles, dictionary, "副部长", "minister", GX_FIT_GOOD);
    assert_fit (roles, dictionary, "教授", "minister", GX_FIT_BAD);
    assert_fit (roles, dictionary, "副部长", "scholar", GX_FIT_OFFICE);
    assert_fit (roles, dictionary, "副教授", "scholar", GX_FIT_GOOD);
    /* The longest row wins, of titles and of words. */
    assert_fit (roles, dictionary, "司法部长", "scholar", GX_FIT_BAD);
    assert_fit (roles, dictionary, "司法部长", "lawyer", GX_FIT_GOOD);
    assert_fit (roles, dictionary, "律师", "lawyer", GX_FIT_GOOD);
    assert_fit (roles, dictionary, "律师", "general", GX_FIT_BAD);
    /* Rows hold for whole words. */
    assert_fit (roles, dictionary, "Prime Minister", "minister", GX_FIT_GOOD);
    assert_fit (roles, dictionary, "Prime Minister", "scholar", GX_FIT_BAD);
    assert_fit (roles, dictionary, "Preminister", "scholar", GX_FIT_UNKNOWN);
    assert_fit (roles, dictionary, "教授", "unknown", GX_FIT_UNKNOWN);
    /* Of whom and what no row knows, nothing is said; `*` fits all. */
    assert_fit (roles, dictionary, "教授", "silent", GX_FIT_UNKNOWN);
    assert_fit (roles, dictionary, "理事", "minister", GX_FIT_UNKNOWN);
    assert_fit (roles, dictionary, "教授", "wife", GX_FIT_GOOD);
    (void)g_unlink (first);
    (void)g_unlink (second);
}

int
main (int argc, char *argv[])
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/roles/fit", test_fit);
    return g_test_run ();
}
