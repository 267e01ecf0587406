/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "texts.h"

typedef struct {
    const Options *options;
    GxCorpus *corpus;
    GxReadingFunc take;
    gpointer user_data;
    Progress progress;
} Run;

static gboolean
take_reading (const GxReading *reading, gpointer user_data, GError **error)
{
    Run *run = user_data;
    if (interrupt_check (error))
        return FALSE;
    if (reading->failure && run->options->strict) {
        *error = g_error_copy (reading->failure);
        return FALSE;
    }
    progress_take (&run->progress, run->corpus, reading);
    return run->take (reading, run->user_data, error);
}

gboolean
read_texts (const Options *options, const GxMatcher *matcher, GxReadingFunc take, gpointer user_data, TextCounts *counts, GError **error)
{
    g_autoptr (GxCorpus) corpus = gx_corpus_open ((const char *const *)options->arguments, &options->corpus, error);
    if (!corpus)
        return FALSE;
    Run run = { .options = options, .corpus = corpus, .take = take, .user_data = user_data };
    progress_start (&run.progress, options->verbosity);
    gboolean done = gx_corpus_read_all (corpus, matcher, options->n_threads, take_reading, &run, error);
    progress_end (&run.progress);
    *counts = (TextCounts){ run.progress.n_read, run.progress.n_skipped };
    return done;
}

ExitStatus
texts_status (const TextCounts *counts)
{
    if (counts->n_skipped == 0)
        return EXIT_DONE;
    return counts->n_read > 0 ? EXIT_SKIPPED : EXIT_FAILED;
}
