/* SPDX-License-Identifier: GPL-3.0-or-later
 * reading.c - documents read on many threads, handed out in the order of the corpus. */
#include "pool.h"
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

static void
free_input (gpointer input)
{
    gx_input_free (input);
}

static void
free_result (gpointer result)
{
    gx_result_free (result);
}

static gpointer
next_input (gpointer user_data)
{
    const Run *run = user_data;
    return gx_corpus_next (run->corpus);
}

static gpointer
read_input (gpointer item, gpointer user_data)
{
    const Run *run = user_data;
    GxResult *result = gx_result_new (item);
    if (!result->document)
        return result;
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
    g_clear_pointer (&result->folded, gx_folded_free);
    return result;
}

static gboolean
take_result (gpointer data, gpointer user_data, GError **error)
{
    Run *run = user_data;
    GxResult *result = data;
    GxReading reading = gx_result_reading (result);
    run->n_taken++;
    if (run->twins && result->document) {
        GxTwin twin = gx_twins_add (run->twins, gx_input_name (result->input), run->n_taken, &result->signature);
        reading.twin = twin.name;
        reading.twin_number = twin.number;
        reading.similarity = twin.similarity;
    }
    gboolean ok = run->take (&reading, run->user_data, error);
    gx_result_free (result);
    return ok;
}

gboolean
gx_corpus_read_all (GxCorpus *corpus, const GxReadingOptions *options, GxReadingFunc take, gpointer user_data, GError **error)
{
    static const GxPoolFuncs funcs = {
        .next = next_input, .work = read_input, .take = take_result, .free_item = free_input, .free_result = free_result
    };
    g_autoptr (GxTwins) twins = options->twins == GX_TWINS_FOUND ? gx_twins_new () : NULL;
    Run run = { .corpus = corpus, .options = options, .twins = twins, .take = take, .user_data = user_data };
    return gx_pool_run (&funcs, options->n_threads, &run, error);
}
