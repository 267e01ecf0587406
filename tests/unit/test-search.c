/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-search.c - names that are looked up and counted. */
#include <guanxi/dictionary.h>

#include <glib/gstdio.h>

#define TABLE                                                                                                                              \
    "id\ttype\tname\ten\taliases\tshort\tcountry\tsince\tuntil\n"                                                                          \
    "Q1\tstate\t东国\tEastland\t=EL|~东\t东\t\t\t\n"                                                                                   \
    "Q2\tperson\t约翰·李\tJohn Lee\t~李\t\tQ1\t1990\t2001\n"                                                                          \
    "lee-club\tinstitution\t约翰·李俱乐部\t\t동클럽|クラブ\t\tQ1\t1950\t\n"

/* The dictionary of these tables, the affixes of the library aside. */
static GxDictionary *
load (const char *table, const char *other)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("guanxi-XXXXXX", &error);
    g_assert_no_error (error);
    g_autofree char *first = g_build_filename (folder, "a.tsv", NULL), *second = g_build_filename (folder, "b.tsv", NULL);
    const char *const paths[] = { first, other ? second : NULL, NULL };
    g_assert_true (g_file_set_contents (first, table, -1, &error));
    g_assert_true (!other || g_file_set_contents (second, other, -1, &error));
    GxDictionary *self = gx_dictionary_load (GX_DICTIONARY_OWN_ONLY, paths, &error);
    g_assert_no_error (error);
    g_assert_cmpint (g_unlink (first), ==, 0);
    g_assert_true (!other || g_unlink (second) == 0);
    g_assert_cmpint (g_rmdir (folder), ==, 0);
    return self;
}

/* `how id` or `kind word line` each. */
static void
note_found (const GxFound *found, gpointer user_data)
{
    static const char *const hows[] = { "id", "name", "part" };
    if (found->entity)
        g_string_append_printf (user_data, "%s %s; ", hows[found->how], found->entity->id);
    else
        g_string_append_printf (user_data, "%s %s %u; ", found->kind, found->word, found->line);
}

static void
expect (const GxDictionary *dictionary, const char *name, const char *wanted)
{
    g_autoptr (GString) found = g_string_new (NULL);
    guint n = gx_dictionary_search (dictionary, name, note_found, found);
    g_assert_cmpstr (found->str, ==, wanted);
    g_assert_cmpint (n > 0, ==, *wanted != '\0');
}

static void
test_search (void)
{
    g_autoptr (GxDictionary) dictionary = load (TABLE, "phrase\n东国人\n李\n");
    expect (dictionary, "Q2", "id Q2; ");
    expect (dictionary, "東國", "name Q1; ");
    expect (dictionary, "ＥＬ", "name Q1; ");
    expect (dictionary, "东", "name Q1; ");
    expect (dictionary, "约翰•李", "name Q2; part lee-club; ");
    expect (dictionary, "李", "name Q2; phrase 李 3; part lee-club; ");
    expect (dictionary, "东国人", "phrase 东国人 2; ");
    expect (dictionary, "lee-club", "id lee-club; ");
    expect (dictionary, "王", "");
    expect (dictionary, "", "");
    expect (dictionary, " ", "");
}

static void
test_bodies (void)
{
    g_autoptr (GxDictionary) dictionary = load (TABLE, "id\tname\ten\taliases\nnavy\t海军\tNavy\t海上部队\n");
    expect (dictionary, "海上部队", "body 海上部队 2; ");
    expect (dictionary, "navy", "body 海军 2; ");
}

static void
test_names (void)
{
    g_autoptr (GxDictionary) dictionary = load (TABLE, "id\ttype\tname\taliases\nQ1\tstate\t东国\t-EL|东土\n");
    g_autoptr (GString) said = g_string_new (NULL);
    guint n = 0;
    g_autofree GxName *names = gx_dictionary_names (dictionary, gx_dictionary_find (dictionary, "Q1"), &n);
    for (guint i = 0; i < n; i++)
        g_string_append_printf (said, "%s %u %s; ", names[i].text, names[i].flags, strrchr (names[i].file, G_DIR_SEPARATOR) + 1);
    g_assert_cmpstr (said->str, ==, "东国 4 a.tsv; Eastland 4 a.tsv; 东 1 a.tsv; 东土 0 b.tsv; 东 8 a.tsv; ");
}

static void
note_count (const GxDictionaryCount *count, gpointer user_data)
{
    const char *value = strrchr (count->value, G_DIR_SEPARATOR);
    g_string_append_printf (user_data, "%s %s %u %u %u %u %u\n", count->by, value ? value + 1 : count->value, count->rows, count->names,
                            count->aliases, count->marked, count->wikidata);
}

static void
test_counts (void)
{
    g_autoptr (GxDictionary) dictionary = load (TABLE, "phrase\n东国人\n");
    g_autoptr (GString) said = g_string_new (NULL);
    gx_dictionary_count (dictionary, note_count, said);
    const char *library = strstr (said->str, "table words.tsv"); /* the last of its own tables */
    g_assert_nonnull (library);
    g_assert_true (g_str_has_prefix (said->str, "all  3 11 6 3 2\ntable affixes.tsv"));
    g_assert_cmpstr (strchr (library, '\n') + 1, ==,
                     "table a.tsv 3 11 6 3 2\ntable b.tsv 1 0 0 0 0\n"
                     "type person 1 3 1 1 1\ntype state 1 5 3 2 1\ntype institution 1 3 2 0 0\n"
                     "script han 3 5 2 2 2\nscript latin 2 3 1 1 2\nscript hangul 1 1 1 0 0\nscript kana 1 1 1 0 0\n"
                     "country Q1 2 6 3 1 1\ncountry none 1 5 3 2 1\n"
                     "years none 1 5 3 2 1\nyears since 1 3 2 0 0\nyears since and until 1 3 1 1 1\n");
}

static void
test_ids (void)
{
    g_assert_true (gx_id_is_wikidata ("Q30"));
    g_assert_false (gx_id_is_wikidata ("Q"));
    g_assert_false (gx_id_is_wikidata ("Q030"));
    g_assert_false (gx_id_is_wikidata ("Q30+army"));
    g_assert_false (gx_id_is_wikidata ("q30"));
    g_assert_false (gx_id_is_wikidata (""));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/search/search", test_search);
    g_test_add_func ("/search/bodies", test_bodies);
    g_test_add_func ("/search/names", test_names);
    g_test_add_func ("/search/counts", test_counts);
    g_test_add_func ("/search/ids", test_ids);
    return g_test_run ();
}
