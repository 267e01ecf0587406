/* SPDX-License-Identifier: GPL-3.0-or-later
 * survey.c - a first look at all documents, for the lines they share. */
#include "repeated-lines.h"
#include "result.h"
#include "twins.h"

/** Fewer documents have no repeated lines. */
#define FEW 5

typedef struct {
    GxCorpus *corpus;
    GQueue first; /* inputs that were drawn to see how many there are */
    GxTwins *twins;
    GxRepeats *repeats;
    GxReadingFunc take; /* or NULL */
    gpointer user_data;
} Survey;

static GxInput *
next_input (gpointer user_data)
{
    Survey *survey = user_data;
    GxInput *first = g_queue_pop_head (&survey->first);
    return first ? first : gx_corpus_next (survey->corpus);
}

static void
read_input (GxResult *result, gpointer user_data)
{
    (void)user_data;
    result->folded = gx_fold_new (gx_document_text (result->document));
    gx_signature_make (&result->signature, result->document, result->folded);
    result->lines = gx_repeats_lines (result->document, result->folded);
}

static gboolean
take_result (const GxResult *result, gpointer user_data, GError **error)
{
    Survey *survey = user_data;
    const GxReading reading = gx_result_reading (result);
    if (survey->take && !survey->take (&reading, survey->user_data, error))
        return FALSE;
    if (result->document && !gx_twins_add (survey->twins, gx_input_name (result->input), 0, &result->signature).name)
        gx_repeats_add (survey->repeats, gx_repeats_site (result->document), result->lines);
    return TRUE;
}

GxRepeats *
gx_repeats_survey (GxCorpus *corpus, guint n_threads, GxReadingFunc take, gpointer user_data, GError **error)
{
    static const GxResultFuncs funcs = { next_input, read_input, take_result };
    g_autoptr (GxTwins) twins = gx_twins_new ();
    g_autoptr (GxRepeats) repeats = gx_repeats_new ();
    Survey survey = { .corpus = corpus, .twins = twins, .repeats = repeats, .take = take, .user_data = user_data };
    GxInput *input = NULL;
    while (survey.first.length < FEW && (input = gx_corpus_next (corpus)))
        g_queue_push_tail (&survey.first, input);
    gboolean ok = survey.first.length < FEW || gx_results_run (&funcs, n_threads, &survey, error);
    for (input = g_queue_pop_head (&survey.first); input; input = g_queue_pop_head (&survey.first))
        gx_input_free (input);
    return ok ? g_steal_pointer (&repeats) : NULL;
}
