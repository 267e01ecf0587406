/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-left-out.c - twins, repeated lines and blocks that do not count, from files to the store and the lists. */
#include "sample-output.h"

#include <guanxi/export.h>
#include <guanxi/store.h>

static const char table[] = "id\ttype\tname\ten\taliases\tshort\tcountry\tsince\tuntil\tnote\n"
                            "A\tstate\t东之国\t\t\t\t\t\t\t\n"
                            "B\tstate\t西之国\t\t\t\t\t\t\t\n"
                            "C\tperson\t慕容长风\t\t\t\t\t\t\t\n";

enum { FILES = 8 };

typedef struct {
    char *folder, *files[FILES], *table;
    GxDictionary *dictionary;
    GxMatcher *matcher;
    GxRepeats *repeats;
} Sample;

static void
open_matcher (Sample *self)
{
    g_autoptr (GError) error = NULL;
    self->table = g_build_filename (self->folder, "table", NULL);
    g_assert_true (g_file_set_contents (self->table, table, -1, NULL));
    const char *const tables[] = { self->table, NULL };
    self->dictionary = gx_dictionary_load (GX_DICTIONARY_OWN_ONLY, tables, &error);
    g_assert_no_error (error);
    self->matcher = gx_matcher_new (self->dictionary);
}

static GxCorpus *
open_corpus (const Sample *self)
{
    g_autoptr (GError) error = NULL;
    const char *const paths[] = { self->folder, NULL };
    GxCorpus *corpus = gx_corpus_open (paths, NULL, &error);
    g_assert_no_error (error);
    return corpus;
}

/* Six documents with a foot line, a copy of the first, and one with a note. */
static void
set_up (Sample *self, gconstpointer data)
{
    (void)data;
    g_autoptr (GError) error = NULL;
    self->folder = g_dir_make_tmp ("gx-left-out-XXXXXX", NULL);
    for (guint i = 0; i < FILES; i++) {
        g_autofree char *name = g_strdup_printf ("%u.md", i), *text = NULL;
        guint number = i == 6 ? 0 : i;
        text = i == 7 ? g_strdup ("东之国来了信[^1]。\n\n信很长。\n\n还有一句。\n\n[^1]: 慕容长风编，西之国出版，第 3 页。\n")
                      : g_strdup_printf ("东之国与西之国第%u次会谈。\n\n第%u次没有结果。\n\n就是这样。\n\n东之国新闻网\n", number, number);
        self->files[i] = g_build_filename (self->folder, name, NULL);
        g_assert_true (g_file_set_contents (self->files[i], text, -1, NULL));
    }
    open_matcher (self);
    g_autoptr (GxCorpus) corpus = open_corpus (self);
    self->repeats = gx_repeats_survey (corpus, 2, NULL, NULL, &error);
    g_assert_no_error (error);
}

static void
tear_down (Sample *self, gconstpointer data)
{
    (void)data;
    gx_repeats_free (self->repeats);
    gx_matcher_free (self->matcher);
    gx_dictionary_free (self->dictionary);
    for (guint i = 0; i < FILES; i++) {
        g_assert_cmpint (g_unlink (self->files[i]), ==, 0);
        g_free (self->files[i]);
    }
    g_assert_cmpint (g_unlink (self->table), ==, 0);
    g_assert_cmpint (g_rmdir (self->folder), ==, 0);
    g_free (self->table);
    g_free (self->folder);
}

static void
read_all (const Sample *self, GxTwinsMode twins, guint n_threads, GxReadingFunc take, gpointer user_data)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxCorpus) corpus = open_corpus (self);
    const GxReadingOptions options = { .matcher = self->matcher, .repeats = self->repeats, .twins = twins, .n_threads = n_threads };
    g_assert_true (gx_corpus_read_all (corpus, &options, take, user_data, &error));
    g_assert_no_error (error);
}

static gboolean
list (const GxReading *reading, gpointer user_data, GError **error)
{
    (void)error;
    const gpointer *writers = user_data;
    gx_export_duplicate (reading, writers[0]);
    if (!reading->twin)
        gx_export_removed (reading, writers[2], writers[1]);
    return TRUE;
}

/* The same lists on any number of threads. */
static void
test_lists (Sample *self, gconstpointer data)
{
    (void)data;
    for (guint n_threads = 1; n_threads <= 4; n_threads++) {
        SampleOutput duplicates = sample_output_open (), removed = sample_output_open ();
        gpointer writers[] = { duplicates.writer, removed.writer, self->repeats };
        gx_export_duplicates_header (duplicates.writer);
        gx_export_removed_header (removed.writer);
        read_all (self, GX_TWINS_FOUND, n_threads, list, writers);
        g_autofree char *first = sample_output_close (&duplicates), *second = sample_output_close (&removed);
        g_assert_cmpstr (first, ==, "document\ttwin\tsimilarity\n6.md\t0.md\t100\n");
        g_assert_cmpstr (second, ==,
                         "document\tstart\tend\treason\tdocuments\ttext\n"
                         "0.md\t80\t98\trepeated\t6\t东之国新闻网\n1.md\t80\t98\trepeated\t6\t东之国新闻网\n"
                         "2.md\t80\t98\trepeated\t6\t东之国新闻网\n3.md\t80\t98\trepeated\t6\t东之国新闻网\n"
                         "4.md\t80\t98\trepeated\t6\t东之国新闻网\n5.md\t80\t98\trepeated\t6\t东之国新闻网\n");
    }
}

static gboolean
keep (const GxReading *reading, gpointer user_data, GError **error)
{
    return gx_store_add (user_data, reading, error);
}

static GxStore *
make_store (const Sample *self, GxTwinsMode twins, char **path)
{
    g_autoptr (GError) error = NULL;
    int fd = g_file_open_tmp ("gx-left-out-XXXXXX.db", path, NULL);
    g_assert_cmpint (fd, >=, 0);
    g_close (fd, NULL);
    GxStore *store = gx_store_create (*path, *path, &error);
    g_assert_no_error (error);
    read_all (self, twins, 2, keep, store);
    g_assert_true (gx_store_finish (store, &error));
    g_assert_no_error (error);
    return store;
}

/* `id mentions` of each node, then the number of documents. */
static void
check_count (GxStore *store, const char *blocks, const char *expected)
{
    GxCountOptions options = { .window = GX_WINDOW_DOCUMENT };
    g_autoptr (GString) text = g_string_new (NULL);
    guint n = 0;
    g_assert_true (!blocks || gx_block_set_parse (blocks, &options.blocks));
    g_autoptr (GxCounts) counts = gx_store_count (store, &options, NULL, NULL);
    const GxNodeCount *nodes = gx_counts_nodes (counts, &n);
    for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "%s %" G_GUINT64_FORMAT " ", nodes[i].entity->id, nodes[i].mentions);
    g_string_append_printf (text, "%" G_GUINT64_FORMAT, gx_counts_totals (counts)->documents);
    g_assert_cmpstr (text->str, ==, expected);
}

static gboolean
note_block (const GxEvidence *evidence, gpointer user_data, GError **error)
{
    (void)error;
    g_string_append_printf (user_data, "%s %s ", evidence->document, gx_block_type_name (evidence->block));
    return TRUE;
}

static void
check_evidence (GxStore *store, GxBlockSet blocks, const char *id, const char *expected)
{
    const GxCountOptions options = { .window = GX_WINDOW_SENTENCE, .blocks = blocks };
    g_autoptr (GString) text = g_string_new (NULL);
    g_autofree const GxEntity **found = gx_store_find (store, id, NULL);
    g_assert_cmpint (gx_store_evidence (store, &options, found, 1, note_block, text, NULL), >=, 0);
    g_assert_cmpstr (text->str, ==, expected);
}

static void
test_store (Sample *self, gconstpointer data)
{
    (void)data;
    g_autofree char *path = NULL;
    guint n = 0;
    g_autoptr (GxStore) store = make_store (self, GX_TWINS_FOUND, &path);
    const GxStoreDocument *documents = gx_store_documents (store, &n, NULL);
    g_assert_cmpuint (n, ==, FILES);
    g_assert_cmpint (documents[6].twin, ==, 1);
    g_assert_cmpuint (documents[6].similarity, ==, 100);
    g_assert_cmpuint (documents[6].mentions + documents[6].sentences, ==, 0);
    g_assert_nonnull (documents[6].digest);
    g_assert_cmpint (documents[0].twin, ==, 0);
    g_assert_cmpuint (documents[0].confidence, ==, 100);
    g_assert_cmpuint (documents[0].replaced, ==, 0);
    g_assert_null (documents[0].date_origin);
    g_assert_null (documents[0].site);

    check_count (store, NULL, "A 7 B 6 7");
    check_count (store, "note", "B 1 C 1 7");
    check_count (store, "all", "A 7 B 7 C 1 7");
    check_evidence (store, 0, "C", "");
    check_evidence (store, 1u << GX_BLOCK_NOTE, "C", "7.md note ");
    g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_keep (Sample *self, gconstpointer data)
{
    (void)data;
    g_autofree char *path = NULL;
    g_autoptr (GxStore) store = make_store (self, GX_TWINS_IGNORED, &path);
    check_count (store, NULL, "A 8 B 7 8");
    g_assert_cmpint (g_unlink (path), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/left-out/lists", Sample, NULL, set_up, test_lists, tear_down);
    g_test_add ("/left-out/store", Sample, NULL, set_up, test_store, tear_down);
    g_test_add ("/left-out/keep", Sample, NULL, set_up, test_keep, tear_down);
    return g_test_run ();
}
