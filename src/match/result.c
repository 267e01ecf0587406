/* SPDX-License-Identifier: GPL-3.0-or-later
 * result.c - an input read and cleaned. */
#include "result.h"

GxResult *
gx_result_new (GxInput *input)
{
    GxResult *self = g_new0 (GxResult, 1);
    self->input = input;
    self->source = gx_input_read (input, &self->failure);
    if (self->source)
        self->document = gx_document_read (self->source, &self->failure);
    if (!self->document)
        g_clear_pointer (&self->source, gx_source_free);
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
