/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-exchange.c - what is written for another program comes back as it was; what comes is cleaned. */
#include "exchange-sample.h"
#include "fold.h"

/* A dictionary that is written. */
typedef struct {
    const GxDictionary *dictionary;
    const char *format;
    GxNamesOptions options;
} Writing;

static void
write_names (gpointer data, GxWriter *writer)
{
    const Writing *writing = data;
    gx_names_write (writing->dictionary, writing->format, &writing->options, writer);
}

static gint
compare_texts (gconstpointer left, gconstpointer right)
{
    return strcmp (*(const char *const *)left, *(const char *const *)right);
}

/* `type folded-name` of all names, sorted, each once. */
static char *
names_of (const GxDictionary *dictionary)
{
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    guint n_entities = 0;
    const GxEntity *const *entities = gx_dictionary_entities (dictionary, &n_entities);
    for (guint i = 0; i < n_entities; i++) {
        guint n_names = 0;
        g_autofree GxName *names = gx_dictionary_names (dictionary, entities[i], &n_names);
        for (guint k = 0; k < n_names; k++) {
            g_autofree char *folded = gx_fold_name (names[k].text);
            if (!(names[k].flags & GX_ALIAS_SHORT))
                g_hash_table_add (seen, g_strconcat (gx_entity_type_name (entities[i]->type), " ", folded, NULL));
        }
    }
    g_autofree char **all = (char **)g_hash_table_get_keys_as_array (seen, NULL);
    qsort (all, g_hash_table_size (seen), sizeof *all, compare_texts);
    return g_strjoinv ("\n", all);
}

static void
note_error (GxFindingLevel level, const char *file, guint line, const char *message, gpointer user_data)
{
    (void)user_data;
    if (level == GX_FINDING_ERROR)
        g_test_message ("%s:%u: %s", file, line, message);
}

/* That the names of a dictionary are those of the table that comes of what was written at path. */
static void
expect_same (const GxDictionary *dictionary, const char *format, const char *path)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxDictionary) none = sample_dictionary (GX_DICTIONARY_OWN_ONLY, NULL);
    g_auto (Imported) made = import_file (none, format, path, NULL);
    g_autofree char *table = NULL;
    int file = g_file_open_tmp ("guanxi-XXXXXX.tsv", &table, &error);
    g_assert_cmpint (close (file), ==, 0);
    g_assert_true (g_file_set_contents (table, made.table, -1, &error));
    const char *const paths[] = { table, NULL };
    g_assert_cmpuint (gx_dictionary_check (GX_DICTIONARY_OWN_ONLY, paths, 0, note_error, NULL), ==, 0);
    g_autoptr (GxDictionary) back = sample_dictionary (GX_DICTIONARY_OWN_ONLY, table);
    g_autofree char *wanted = names_of (dictionary), *found = names_of (back);
    g_assert_cmpint (g_unlink (table), ==, 0);
    g_assert_cmpstr (found, ==, wanted);
    g_assert_cmpstr (made.complaints, ==, "");
    g_assert_cmpuint (made.counts.n_malformed + made.counts.n_other + made.counts.n_untyped + made.counts.n_unfit, ==, 0);
}

static void
round_trip_file (const GxDictionary *dictionary, const char *format)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *path = NULL;
    Writing writing = { dictionary, format, { 0, 0 } };
    g_autofree char *text = written_by (write_names, &writing);
    int file = g_file_open_tmp ("guanxi-XXXXXX", &path, &error);
    g_assert_cmpint (close (file), ==, 0);
    g_assert_true (g_file_set_contents (path, text, -1, &error));
    expect_same (dictionary, format, path);
    g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
round_trip_folder (const GxDictionary *dictionary, const char *format)
{
    static const char *const files[] = { "lists.def", "person.lst", "country.lst", "organization.lst" };
    const GxNamesOptions options = { 0, 0 };
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("guanxi-XXXXXX", &error), *index = g_build_filename (folder, files[0], NULL);
    g_autoptr (GxOutput) output = gx_output_new (folder, &error);
    g_assert_true (gx_names_write_folder (dictionary, format, &options, output, &error));
    g_assert_true (gx_output_commit (output, &error));
    expect_same (dictionary, format, index);
    for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
        g_autofree char *path = g_build_filename (folder, files[i], NULL);
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
    g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
round_trip (const GxDictionary *dictionary)
{
    for (const char *const *format = gx_names_formats (); *format; format++)
        if (gx_names_format_is_folder (*format))
            round_trip_folder (dictionary, *format);
        else
            round_trip_file (dictionary, *format);
}

static void
test_builtin (void)
{
    g_autoptr (GxDictionary) dictionary = sample_dictionary (GX_DICTIONARY_BUILTIN, NULL);
    round_trip (dictionary);
}

/* A dictionary of one table. */
static GxDictionary *
dictionary_of (const char *rows)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *path = NULL, *table = g_strconcat ("id\ttype\tname\ten\taliases\tshort\n", rows, NULL);
    int file = g_file_open_tmp ("guanxi-XXXXXX", &path, &error);
    g_assert_cmpint (close (file), ==, 0);
    g_assert_true (g_file_set_contents (path, table, -1, &error));
    GxDictionary *dictionary = sample_dictionary (GX_DICTIONARY_OWN_ONLY, path);
    g_assert_cmpint (g_unlink (path), ==, 0);
    return dictionary;
}

static void
test_odd_names (void)
{
    g_autoptr (GxDictionary) dictionary =
        dictionary_of ("a b/c\tstate\t东国\tEastland\t~=E.L.|西\\国|\"东\"\t东\n"
                       "Q9\tperson\tlee 5\tA5\t李 nr|Agenda 21|bank of england|x & id=5|a:b=c|#hash|李·小龙|김철수 박사\t\n"
                       "Q9+x\tinstitution\t李\t\t〔20〕10 号|O'Brien’s|ﬁ|Ａ１|É|\xF0\xA0\x80\x80字|NATO|{\"label\": 1}\t\n");
    round_trip (dictionary);
}

static void
append_random_name (GRand *random, GString *rows)
{
    static const char *const parts[] = { "李", "国", "안", "ア", "a", "Q", "5", " ", "·", ".", "é", "(", "&", ":", "x=y", "nr" };
    g_string_append (rows, "名");
    for (gint n = g_rand_int_range (random, 0, 7); n >= 0; n--)
        g_string_append (rows, parts[g_rand_int_range (random, 0, G_N_ELEMENTS (parts))]);
    g_string_append (rows, "z");
}

static void
test_random_names (void)
{
    static const char *const types[] = { "person", "state", "institution" };
    for (guint32 seed = 0; seed < 50; seed++) {
        GRand *random = g_rand_new_with_seed (seed);
        g_autoptr (GString) rows = g_string_new (NULL);
        for (guint i = 0; i < 20; i++) {
            g_string_append_printf (rows, "e%u\t%s\t", i, types[g_rand_int_range (random, 0, 3)]);
            append_random_name (random, rows);
            g_string_append (rows, "\t\t");
            append_random_name (random, rows);
            g_string_append (rows, g_rand_boolean (random) ? "|~" : "|=");
            append_random_name (random, rows);
            g_string_append (rows, "\t\n");
        }
        g_autoptr (GxDictionary) dictionary = dictionary_of (rows->str);
        g_test_message ("seed %u", seed);
        round_trip (dictionary);
        g_rand_free (random);
    }
}

static void
test_left_out (void)
{
    g_autoptr (GxDictionary) dictionary = dictionary_of ("Q1\tstate\t东国\tEastland\t~东\t东\nQ2\tperson\t李\t\t=Li\t\n");
    Writing writing = { dictionary, "jieba", { 1u << GX_ENTITY_STATE, GX_ALIAS_CONTEXT } };
    g_autofree char *sure = written_by (write_names, &writing);
    g_assert_cmpstr (sure, ==, "东国 ns\nEastland ns\n");
}

static void
test_cleaning (void)
{
    const GxEntityType person = GX_ENTITY_PERSON;
    g_auto (Imported) made =
        import_bytes ("list", "a.txt",
                      "\xEF\xBB\xBF  Z\xC3\xB6lner,  Jose\xCC\x81 \t约瑟\r\n# a comment\n\n张三|张三|~老张|老 张\nUN|联\n"
                      "-minus\n---\n\xFF\xFE\n张三|小张\n|\n",
                      -1, &person);
    g_assert_cmpstr (made.table, ==,
                     TABLE_HEADER
                     "un\tperson\tUN\tUN\t=UN|~联\t\t\t\n"
                     "zolner-jose\tperson\t约瑟\tZ\xC3\xB6lner, Jos\xC3\xA9\t\t\t\t\n张三\tperson\t张三\t\t老 张|小张\t\t\t\n");
    g_assert_cmpstr (made.complaints, ==, "8 the line is not valid UTF-8\n10 the line has no name\n");
    g_assert_cmpuint (made.counts.n_malformed, ==, 2);
    g_assert_cmpuint (made.counts.n_unfit, ==, 3);
    g_assert_cmpuint (made.counts.n_entities, ==, 3);
    g_assert_cmpuint (made.counts.n_names, ==, 7);
}

/* Ids that would be alike get numbers; given ones come first. */
static void
test_ids (void)
{
    expect_import ("spacy", "a.jsonl",
                   "{\"label\": \"PERSON\", \"pattern\": \"Li Wei\"}\n{\"label\": \"ORG\", \"pattern\": \"Li-Wei\"}\n"
                   "{\"label\": \"ORG\", \"pattern\": \"Wei Fund\", \"id\": \"li-wei\"}\n{\"label\": \"ORG\", \"pattern\": \"WF\", \"id\": "
                   "\"li wei\"}\n"
                   "{\"label\": \"ORG\", \"pattern\": \"Eastbank\", \"id\": \"#1|a\\tb\"}\n{\"label\": \"ORG\", \"pattern\": \"Q5\"}\n",
                   "1-a-b\tinstitution\tEastbank\tEastbank\t\t\t\t\n"
                   "li-wei\tinstitution\tWei Fund\tWei Fund\t=WF\t\t\t\nli-wei-2\tperson\tLi Wei\tLi Wei\t\t\t\t\n"
                   "li-wei-3\tinstitution\tLi-Wei\tLi-Wei\t\t\t\t\nq5\tinstitution\tQ5\tQ5\t\t\t\t\n",
                   "");
}

static void
test_untyped (void)
{
    g_auto (Imported) made = import_bytes (NULL, "a.txt", "张三\n李四|小李\n", -1, NULL);
    g_assert_cmpstr (made.table, ==, TABLE_HEADER);
    g_assert_cmpuint (made.counts.n_untyped, ==, 2);
}

/* Ten thousand names of one entity, and as many entities of one name. */
static void
test_many (void)
{
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < 10000; i++) {
        g_string_append_printf (text, "{\"label\": \"ORG\", \"pattern\": \"社%u\", \"id\": \"x\"}\n", i);
        g_string_append_printf (text, "{\"label\": \"ORG\", \"pattern\": \"同名\", \"id\": \"y%u\"}\n", i);
        g_string_append_printf (text, "{\"label\": \"PER\", \"pattern\": \"A%.*s B\"}\n", (gint)(i % 50),
                                "--------------------------------------------------");
    }
    g_auto (Imported) made = import_bytes ("spacy", "a", text->str, -1, NULL);
    g_assert_cmpuint (made.counts.n_names, ==, 20000 + 1 + 49);
}

static void
test_unknown_format (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxDictionary) dictionary = sample_dictionary (GX_DICTIONARY_OWN_ONLY, NULL);
    g_autoptr (GxImport) import = gx_import_new (dictionary, NULL, NULL, NULL);
    g_assert_false (gx_import_read (import, "papyrus", "/dev/null", &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_FORMAT);
    g_clear_error (&error);
    g_assert_false (gx_import_read (import, NULL, "/dev/null", &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_FORMAT);
    g_clear_error (&error);
    g_assert_false (gx_import_read (import, "list", "/no/such/file", &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_IO);
    g_clear_error (&error);
    g_assert_false (gx_import_read (import, "list", "/", &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_IO);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/exchange/builtin", test_builtin);
    g_test_add_func ("/exchange/odd-names", test_odd_names);
    g_test_add_func ("/exchange/random-names", test_random_names);
    g_test_add_func ("/exchange/left-out", test_left_out);
    g_test_add_func ("/exchange/cleaning", test_cleaning);
    g_test_add_func ("/exchange/ids", test_ids);
    g_test_add_func ("/exchange/untyped", test_untyped);
    g_test_add_func ("/exchange/many", test_many);
    g_test_add_func ("/exchange/unknown-format", test_unknown_format);
    return g_test_run ();
}
