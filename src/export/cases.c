/* SPDX-License-Identifier: GPL-3.0-or-later
 * cases.c - why places are mentions or not, a line of JSON a case. */
#include "json.h"
#include "place.h"

#include <guanxi/export.h>

/* Weights have a few decimals: sums of them are written without the rest that binary numbers leave. */
#define DIGITS 6

static void
set_text (json_t *object, const char *key, const char *value)
{
    if (*value)
        gx_json_set (object, key, json_string (value));
}

static json_t *
make_candidates (const GxCase *told)
{
    json_t *array = json_array ();

    for (guint i = 0; i < told->n_candidates; i++) {
        json_t *entity = json_object ();
        gx_json_set_entity (entity, told->candidates[i]);
        gx_json_append (array, entity);
    }
    return array;
}

static json_t *
make_grounds (const GxCase *told)
{
    json_t *array = json_array ();

    for (guint i = 0; i < told->n_grounds; i++) {
        json_t *ground = json_object ();
        gx_json_set (ground, "label", json_string (told->grounds[i].label));
        set_text (ground, "text", told->grounds[i].text);
        set_text (ground, "states", told->grounds[i].states);
        gx_json_set (ground, "weight", json_real (told->grounds[i].weight));
        gx_json_append (array, ground);
    }
    return array;
}

/* The block that holds the case; NULL when none does. */
static const GxBlock *
block_of (const GxReading *reading, const GxCase *told)
{
    guint n_blocks, n_sentences;
    const GxBlock *blocks = gx_document_blocks (reading->document, &n_blocks);
    const GxSentence *sentences = gx_sentences_get (reading->sentences, &n_sentences);

    if (told->sentence < n_sentences)
        return &blocks[sentences[told->sentence].block];
    for (guint i = 0; i < n_blocks && told->clean.end > told->clean.start; i++)
        if (blocks[i].start <= told->clean.start && told->clean.start < blocks[i].end)
            return &blocks[i];
    return NULL;
}

static void
set_where (json_t *object, const GxReading *reading, const GxCase *told)
{
    const GxBlock *block = block_of (reading, told);

    if (told->sentence != GX_NO_SENTENCE)
        gx_json_set (object, "sentence", json_integer ((json_int_t)told->sentence + 1));
    if (!block)
        return;
    gx_json_set (object, "block", json_string (gx_block_type_name (block->type)));
    set_text (object, "reason", gx_reason_name (block->reason));
}

void
gx_export_case (const GxReading *reading, const GxCase *told, GxWriter *writer)
{
    GxSpan span = told->source;
    GxStr text = gx_place_text (reading, span);
    g_autofree char *place = gx_place_tell (reading, &span);
    json_t *object = json_object ();

    gx_json_set (object, "document", json_string (place));
    gx_json_set (object, "start", json_integer ((json_int_t)span.start));
    gx_json_set (object, "end", json_integer ((json_int_t)span.end));
    gx_json_set (object, "text", json_stringn (text.data, text.len));
    gx_json_set (object, "why", json_string (gx_why_name (told->why)));
    set_text (object, "rule", told->rule);
    gx_json_set (object, "candidates", make_candidates (told));
    set_text (object, "cover", told->cover);
    set_text (object, "table", told->table);
    gx_json_set (object, "grounds", make_grounds (told));
    if (told->threshold != 0) {
        gx_json_set (object, "sum", json_real (told->sum));
        gx_json_set (object, "threshold", json_real (told->threshold));
    }
    set_where (object, reading, told);
    gx_json_put (object, JSON_COMPACT | JSON_REAL_PRECISION (DIGITS), writer);
    gx_writer_puts (writer, "\n");
}
