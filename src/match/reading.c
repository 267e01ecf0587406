/* SPDX-License-Identifier: GPL-3.0-or-later
 * reading.c - documents read on many threads, handed out in the order of the corpus. */
#include "pool.h"

#include <guanxi/reading.h>

typedef struct {
    GxCorpus *corpus;
    const GxMatcher *matcher;
    GxReadingFunc take;
    gpointer user_data;
} Run;

/** A reading that owns what it points to. */
typedef struct {
    GxInput *input;
    GxSource *source;
    GxDocument *document;
    GxSentences *sentences;
    GxMentions *mentions;
    GError *failure;
} Result;

static void
result_free (gpointer data)
{
    Result *result = data;
    g_clear_error (&result->failure);
    g_clear_pointer (&result->mentions, gx_mentions_free);
    g_clear_pointer (&result->sentences, gx_sentences_free);
    gx_document_free (result->document);
    gx_source_free (result->source);
    gx_input_free (result->input);
    g_free (result);
}

static void
input_free (gpointer input)
{
    gx_input_free (input);
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
    Result *result = g_new0 (Result, 1);
    result->input = item;
    result->source = gx_input_read (result->input, &result->failure);
    if (result->source)
        result->document = gx_document_read (result->source, &result->failure);
    if (!result->document) {
        g_clear_pointer (&result->source, gx_source_free);
        return result;
    }
    result->sentences = gx_sentences_find (result->document);
    if (run->matcher)
        result->mentions = gx_matcher_find (run->matcher, result->document, result->sentences);
    return result;
}

static gboolean
take_result (gpointer data, gpointer user_data, GError **error)
{
    const Run *run = user_data;
    const Result *result = data;
    const GxReading reading = { .input = result->input,
                                .source = result->source,
                                .document = result->document,
                                .sentences = result->sentences,
                                .mentions = result->mentions,
                                .failure = result->failure };
    gboolean ok = run->take (&reading, run->user_data, error);
    result_free (data);
    return ok;
}

gboolean
gx_corpus_read_all (GxCorpus *corpus, const GxMatcher *matcher, guint n_threads, GxReadingFunc take, gpointer user_data, GError **error)
{
    static const GxPoolFuncs funcs = {
        .next = next_input, .work = read_input, .take = take_result, .free_item = input_free, .free_result = result_free
    };
    Run run = { .corpus = corpus, .matcher = matcher, .take = take, .user_data = user_data };
    return gx_pool_run (&funcs, n_threads, &run, error);
}
