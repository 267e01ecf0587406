/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading-sample.h"

static gboolean
note (const GxReading *reading, gpointer user_data, GError **error)
{
    (void)error;
    GString *log = user_data;
    guint n = 0;
    if (reading->mentions)
        (void)gx_mentions_get (reading->mentions, &n);
    g_assert_true ((reading->failure != NULL) == (reading->source == NULL));
    g_assert_true ((reading->document != NULL) == (reading->sentences != NULL));
    g_string_append_printf (log, "%s %s %u\n", gx_input_name (reading->input), reading->failure ? "failed" : "read", n);
    return TRUE;
}

static void
test_order (void)
{
    Sample sample = sample_new ();
    for (guint n_threads = 0; n_threads <= 4; n_threads++) {
        g_autoptr (GString) log = g_string_new (NULL);
        sample_read (&sample, n_threads, note, log);
        g_assert_cmpstr (log->str, ==, "a.md read 5\nb.txt failed 0\nc.txt read 7\nd.txt read 0\n");
    }
    sample_clear (&sample);
}

static gboolean
stop (const GxReading *reading, gpointer user_data, GError **error)
{
    (void)reading;
    ++*(guint *)user_data;
    g_set_error (error, GX_ERROR, GX_ERROR_CANCELLED, "enough");
    return FALSE;
}

static void
test_stop (void)
{
    Sample sample = sample_new ();
    const char *const paths[] = { sample.texts, NULL };
    g_autoptr (GError) error = NULL;
    g_autoptr (GxCorpus) corpus = gx_corpus_open (paths, NULL, &error);
    guint taken = 0;
    const GxReadingOptions options = { .matcher = sample.matcher, .n_threads = 3 };
    g_assert_false (gx_corpus_read_all (corpus, &options, stop, &taken, &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_CANCELLED);
    g_assert_cmpuint (taken, ==, 1);
    sample_clear (&sample);
}

static gboolean
expect_no_mentions (const GxReading *reading, gpointer user_data, GError **error)
{
    (void)user_data;
    (void)error;
    g_assert_null (reading->mentions);
    g_assert_true (reading->failure != NULL || reading->sentences != NULL);
    return TRUE;
}

static void
test_no_matcher (void)
{
    Sample sample = sample_new ();
    g_clear_pointer (&sample.matcher, gx_matcher_free);
    sample_read (&sample, 2, expect_no_mentions, NULL);
    sample_clear (&sample);
}

static gboolean
expect_path (const GxReading *reading, gpointer user_data, GError **error)
{
    guint *n_failed = user_data;
    (void)error;
    if (!reading->failure)
        return TRUE;
    ++*n_failed;
    g_assert_true (g_str_has_prefix (reading->failure->message, gx_input_path (reading->input)));
    return TRUE;
}

/* What fails is told by its path, whether it can't be read or can't be cleaned; options may be left out. */
static void
test_failures (void)
{
    Sample sample = sample_new ();
    g_autofree char *tags = g_build_filename (sample.texts, "tags.xml", NULL);
    const char *const paths[] = { sample.texts, NULL };
    g_autoptr (GError) error = NULL;
    guint n_failed = 0;
    g_assert_true (g_file_set_contents (tags, "<a><b/></a>", -1, &error));
    g_autoptr (GxCorpus) corpus = gx_corpus_open (paths, NULL, &error);
    g_assert_true (gx_corpus_read_all (corpus, NULL, expect_path, &n_failed, &error));
    g_assert_cmpuint (n_failed, ==, 2);
    g_assert_cmpint (g_unlink (tags), ==, 0);
    sample_clear (&sample);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/reading/order", test_order);
    g_test_add_func ("/reading/stop", test_stop);
    g_test_add_func ("/reading/no-matcher", test_no_matcher);
    g_test_add_func ("/reading/failures", test_failures);
    return g_test_run ();
}
