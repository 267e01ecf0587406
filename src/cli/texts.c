/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "texts.h"

typedef struct {
    const Options *options;
    GxCorpus *corpus;
    GxReadingFunc take;
    gpointer user_data;
    Progress progress;
    guint n_duplicates;
} Run;

/* A first look at the texts. */
typedef struct {
    GxCorpus *corpus;
    Progress progress;
} Look;

static gboolean
look (const GxReading *reading, gpointer user_data, GError **error)
{
    Look *self = user_data;
    progress_look (&self->progress, self->corpus, reading);
    return !interrupt_check (error);
}

gboolean
survey_texts (const Options *options, GxRepeats **repeats, GError **error)
{
    g_autoptr (GError) nothing = NULL;
    GxCorpusOptions files = options->corpus;
    files.scope = GX_CORPUS_FILES;
    *repeats = NULL;
    if (options->keep_repeated)
        return TRUE;
    g_autoptr (GxCorpus) corpus = gx_corpus_open ((const char *const *)options->arguments, &files, &nothing);
    if (!corpus) /* nothing to look at twice; what is wrong is told when the texts are read */
        return TRUE;
    Look self = { .corpus = corpus };
    progress_start (&self.progress, options->verbosity);
    *repeats = gx_repeats_survey (corpus, options->n_threads, look, &self, error);
    progress_end (&self.progress);
    return *repeats != NULL;
}

static void
note_duplicate (Run *run, const GxReading *reading)
{
    if (!reading->twin)
        return;
    run->n_duplicates++;
    if (run->options->verbosity != REPORT_VERBOSE)
        return;
    progress_end (&run->progress);
    report_error ("%s: repeats %s (%u %%)", gx_input_name (reading->input), reading->twin, reading->similarity);
}

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
    note_duplicate (run, reading);
    return run->take (reading, run->user_data, error);
}

gboolean
read_texts (const Options *options, const GxMatcher *matcher, const GxRepeats *repeats, GxReadingFunc take, gpointer user_data,
            TextCounts *counts, GError **error)
{
    g_autoptr (GxCorpus) corpus = gx_corpus_open ((const char *const *)options->arguments, &options->corpus, error);
    if (!corpus)
        return FALSE;
    const GxReadingOptions reading = { .matcher = matcher,
                                       .repeats = repeats,
                                       .twins = options->keep_duplicates ? GX_TWINS_IGNORED : GX_TWINS_FOUND,
                                       .nested = options->count_nested ? GX_NESTED_COUNTED : GX_NESTED_APART,
                                       .n_threads = options->n_threads };
    Run run = { .options = options, .corpus = corpus, .take = take, .user_data = user_data };
    progress_start (&run.progress, options->verbosity);
    gboolean done = gx_corpus_read_all (corpus, &reading, take_reading, &run, error);
    progress_end (&run.progress);
    *counts = (TextCounts){ run.progress.n_read, run.progress.n_skipped, run.n_duplicates };
    return done;
}

char *
texts_duplicates (const TextCounts *counts)
{
    if (counts->n_duplicates == 0)
        return NULL;
    if (counts->n_duplicates == 1)
        return g_strdup ("1 duplicate of another document left out (--keep-duplicates)");
    return g_strdup_printf ("%u duplicates of other documents left out (--keep-duplicates)", counts->n_duplicates);
}

ExitStatus
texts_status (const TextCounts *counts)
{
    if (counts->n_skipped == 0)
        return EXIT_DONE;
    return counts->n_read > 0 ? EXIT_SKIPPED : EXIT_FAILED;
}
