/* SPDX-License-Identifier: GPL-3.0-or-later
 * reading.c - documents read on many threads, handed out in the order of the corpus. */
#include "repeated-lines.h"
#include "result.h"
#include "twins.h"

typedef struct {
    GxCorpus *corpus;
    const GxReadingOptions *options;
    GxTwins *twins; /* NULL when they are not looked for */
    guint n_taken;
    GxReadingFunc take;
    gpointer user_data;
} Run;

static GxInput *
next_input (gpointer user_data)
{
    const Run *run = user_data;
    return gx_corpus_next (run->corpus);
}

static void
read_input (GxResult *result, gpointer user_data)
{
    const Run *run = user_data;
    if (run->options->matcher)
        (void)gx_source_digest (result->source); /* what stores mentions asks for it, on the one thread that takes them */
    if (run->options->repeats || run->options->matcher || run->twins)
        result->folded = gx_fold_new (gx_document_text (result->document));
    if (run->options->repeats)
        gx_repeats_remove (run->options->repeats, result->document, result->folded);
    if (run->twins)
        gx_signature_make (&result->signature, result->document, result->folded);
    result->sentences = gx_sentences_find (result->document);
    if (run->options->matcher)
        result->mentions = gx_matcher_find_folded (run->options->matcher, result->document, result->folded, result->sentences);
    if (result->mentions && run->options->nested == GX_NESTED_COUNTED)
        gx_mentions_count_nested (result->mentions);
}

static gboolean
take_result (const GxResult *result, gpointer user_data, GError **error)
{
    Run *run = user_data;
    GxReading reading = gx_result_reading (result);
    run->n_taken++;
    if (run->twins && result->document) {
        GxTwin twin = gx_twins_add (run->twins, gx_input_name (result->input), run->n_taken, &result->signature);
        reading.twin = twin.name;
        reading.twin_number = twin.number;
        reading.similarity = twin.similarity;
    }
    return run->take (&reading, run->user_data, error);
}

gboolean
gx_corpus_read_all (GxCorpus *corpus, const GxReadingOptions *options, GxReadingFunc take, gpointer user_data, GError **error)
{
    static const GxResultFuncs funcs = { next_input, read_input, take_result };
    const GxReadingOptions defaults = { 0 };
    if (!options)
        options = &defaults;
    g_autoptr (GxTwins) twins = options->twins == GX_TWINS_FOUND ? gx_twins_new () : NULL;
    Run run = { .corpus = corpus, .options = options, .twins = twins, .take = take, .user_data = user_data };
    return gx_results_run (&funcs, options->n_threads, &run, error);
}
