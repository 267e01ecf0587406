/* SPDX-License-Identifier: GPL-3.0-or-later
 * result.c - an input read and cleaned; a corpus of them. */
#include "result.h"

#include "pool.h"

/** A document knows its name only; what is said of an input starts with its path. */
static void
tell_path (GError *failure, const GxInput *input)
{
    const char *name = gx_input_name (input), *path = gx_input_path (input), *reason = failure->message + strlen (name);
    if (!g_str_has_prefix (failure->message, name) || strcmp (name, path) == 0)
        return;
    char *message = g_strconcat (path, reason, NULL);
    g_free (failure->message);
    failure->message = message;
}

GxResult *
gx_result_new (GxInput *input)
{
    GxResult *self = g_new0 (GxResult, 1);
    self->input = input;
    self->source = gx_input_read (input, &self->failure);
    if (self->source)
        self->document = gx_document_read (self->source, &self->failure);
    if (self->source && !self->document) {
        tell_path (self->failure, input);
        g_clear_pointer (&self->source, gx_source_free);
    }
    return self;
}

void
gx_result_free (GxResult *self)
{
    g_clear_error (&self->failure);
    g_clear_pointer (&self->lines, g_array_unref);
    g_clear_pointer (&self->mentions, gx_mentions_free);
    g_clear_pointer (&self->sentences, gx_sentences_free);
    g_clear_pointer (&self->folded, gx_folded_free);
    gx_document_free (self->document);
    gx_source_free (self->source);
    gx_input_free (self->input);
    g_free (self);
}

GxReading
gx_result_reading (const GxResult *self)
{
    return (GxReading){ .input = self->input,
                        .source = self->source,
                        .document = self->document,
                        .sentences = self->sentences,
                        .mentions = self->mentions,
                        .failure = self->failure };
}

typedef struct {
    const GxResultFuncs *funcs;
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
    return run->funcs->next (run->user_data);
}

static gpointer
read_input (gpointer item, gpointer user_data)
{
    const Run *run = user_data;
    GxResult *result = gx_result_new (item);
    if (result->document)
        run->funcs->read (result, run->user_data);
    g_clear_pointer (&result->folded, gx_folded_free);
    return result;
}

static gboolean
take_result (gpointer data, gpointer user_data, GError **error)
{
    const Run *run = user_data;
    GxResult *result = data;
    gboolean ok = run->funcs->take (result, run->user_data, error);
    gx_result_free (result);
    return ok;
}

gboolean
gx_results_run (const GxResultFuncs *funcs, guint n_threads, gpointer user_data, GError **error)
{
    static const GxPoolFuncs pool = {
        .next = next_input, .work = read_input, .take = take_result, .free_item = free_input, .free_result = free_result
    };
    Run run = { funcs, user_data };
    return gx_pool_run (&pool, n_threads, &run, error);
}
