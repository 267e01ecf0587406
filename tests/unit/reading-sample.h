/* SPDX-License-Identifier: GPL-3.0-or-later
 * reading-sample.h - for tests that read a corpus: a small dictionary and a few texts in a folder of their own. */
#pragma once

#include <guanxi/reading.h>

#include <glib/gstdio.h>

static const char sample_table[] = "id\ttype\tname\ten\taliases\tshort\tcountry\tsince\tuntil\tnote\n"
                                   "US\tstate\t美国\tUnited States\t=America\t\t\t\t\t\n"
                                   "KR\tstate\t韩国\tSouth Korea\t한국\t\t\t\t\t\n"
                                   "JP\tstate\t日本\tJapan\t\t\t\t\t\t\n"
                                   "li\tperson\t老李\tOld Li\t\t\tUS\t2012\t2030\t\n"
                                   "un\tinstitution\t联合国\tUnited Nations\t\t\t\t\t\t\n";

/** Name and text of the sample's documents, in the order of their names. */
static const struct {
    const char *name, *text;
} sample_texts[] = {
    { "a.md", "---\ntitle: 会谈之后\nauthor: 王五\ndate: 2019-02-27\n---\n\n美国与韩国会谈。日本没有参加。\n\n联合国欢迎美国的决定。\n" },
    { "b.txt", "\n" }, /* empty */
    { "c.txt", "韩国代表访问日本。\n\n美国和日本、韩国都到了。美国说：“美国会再来。”\n" },
    { "d.txt", "这里谁也没有。\n" },
};

typedef struct {
    char *folder, *table, *texts;
    GxDictionary *dictionary;
    GxMatcher *matcher;
} Sample;

static Sample
sample_new (void)
{
    g_autoptr (GError) error = NULL;
    Sample self = { .folder = g_dir_make_tmp ("gx-reading-XXXXXX", &error) };
    g_assert_no_error (error);
    self.table = g_build_filename (self.folder, "table.tsv", NULL);
    self.texts = g_build_filename (self.folder, "texts", NULL);
    g_assert_true (g_file_set_contents (self.table, sample_table, -1, NULL));
    g_assert_cmpint (g_mkdir (self.texts, 0777), ==, 0);
    for (gsize i = 0; i < G_N_ELEMENTS (sample_texts); i++) {
        g_autofree char *path = g_build_filename (self.texts, sample_texts[i].name, NULL);
        g_assert_true (g_file_set_contents (path, sample_texts[i].text, -1, NULL));
    }
    const char *const tables[] = { self.table, NULL };
    self.dictionary = gx_dictionary_load (GX_DICTIONARY_OWN_ONLY, tables, &error);
    g_assert_no_error (error);
    self.matcher = gx_matcher_new (self.dictionary);
    return self;
}

static void
sample_clear (Sample *self)
{
    gx_matcher_free (self->matcher);
    gx_dictionary_free (self->dictionary);
    for (gsize i = 0; i < G_N_ELEMENTS (sample_texts); i++) {
        g_autofree char *path = g_build_filename (self->texts, sample_texts[i].name, NULL);
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
    g_assert_cmpint (g_rmdir (self->texts), ==, 0);
    g_assert_cmpint (g_unlink (self->table), ==, 0);
    g_assert_cmpint (g_rmdir (self->folder), ==, 0);
    g_free (self->texts);
    g_free (self->table);
    g_free (self->folder);
}

/** Reads the texts; what comes of them is given to take. */
static void
sample_read (const Sample *self, guint n_threads, GxReadingFunc take, gpointer user_data)
{
    const char *const paths[] = { self->texts, NULL };
    g_autoptr (GError) error = NULL;
    g_autoptr (GxCorpus) corpus = gx_corpus_open (paths, NULL, &error);
    g_assert_no_error (error);
    const GxReadingOptions options = { .matcher = self->matcher, .n_threads = n_threads };
    g_assert_true (gx_corpus_read_all (corpus, &options, take, user_data, &error));
    g_assert_no_error (error);
}
