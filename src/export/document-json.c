/* SPDX-License-Identifier: GPL-3.0-or-later
 * document-json.c - a document as it was read, as one line of JSON. */
#include "json.h"

#include <guanxi/export.h>

/* Sets a key that is left out when there is nothing to say. */
static void
set_text (json_t *object, const char *key, const char *value)
{
    if (value && *value)
        gx_json_set (object, key, json_string (value));
}

static void
set_place (json_t *object, GxSpan place)
{
    gx_json_set (object, "start", json_integer ((json_int_t)place.start));
    gx_json_set (object, "end", json_integer ((json_int_t)place.end));
}

/* A stretch of clean text with its place in the source. */
static json_t *
make_stretch (const GxDocument *document, gsize start, gsize end)
{
    GxStr text = gx_document_text (document);
    json_t *object = json_object ();

    set_place (object, gx_document_source_span (document, start, end));
    gx_json_set (object, "text", json_stringn (text.data + start, end - start));
    return object;
}

static json_t *
make_parts (const GxPart *parts, guint n_parts)
{
    json_t *array = json_array ();

    for (guint i = 0; i < n_parts; i++) {
        json_t *part = json_object ();

        gx_json_set (part, "name", json_string (parts[i].name));
        set_place (part, (GxSpan){ parts[i].start, parts[i].end });
        gx_json_append (array, part);
    }
    return array;
}

/* Writes an object but for its end, and behind its keys the start of a list, of which nothing is kept in memory. */
static void
open_list (GxWriter *writer, json_t *object, const char *key)
{
    char *text = json_dumps (object, JSON_COMPACT);

    if (!text)
        g_error ("out of memory while writing JSON");
    gx_writer_put (writer, text, strlen (text) - 1);
    gx_writer_printf (writer, ",\"%s\":[", key);
    free (text);
    json_decref (object);
}

/* Writes the list of blocks, and what closes it. */
static void
put_blocks (const GxReading *reading, GxWriter *writer)
{
    guint n_blocks = 0, n_sentences = 0, next = 0;
    const GxBlock *blocks = gx_document_blocks (reading->document, &n_blocks);
    const GxSentence *sentences = gx_sentences_get (reading->sentences, &n_sentences);

    for (guint b = 0; b < n_blocks; b++) {
        json_t *block = make_stretch (reading->document, blocks[b].start, blocks[b].end);
        gboolean first = TRUE;

        gx_json_set (block, "type", json_string (gx_block_type_name (blocks[b].type)));
        set_text (block, "reason", gx_reason_name (blocks[b].reason));
        set_text (block, "language", gx_sentences_language (reading->sentences, b));
        gx_writer_puts (writer, b > 0 ? "," : "");
        open_list (writer, block, "sentences");
        for (; next < n_sentences && sentences[next].block == b; next++) {
            gx_writer_puts (writer, first ? "" : ",");
            gx_json_put (make_stretch (reading->document, sentences[next].start, sentences[next].end), JSON_COMPACT, writer);
            first = FALSE;
        }
        gx_writer_puts (writer, "]}");
    }
    gx_writer_puts (writer, "]}\n");
}

void
gx_export_document_json (const GxReading *reading, GxWriter *writer)
{
    const GxDocument *document = reading->document;
    const GxSource *source = reading->source;
    json_t *object;
    guint n_parts = 0;
    const GxPart *parts;

    if (reading->failure)
        return;
    object = json_object ();
    parts = gx_source_parts (source, &n_parts);
    gx_json_set (object, "document", json_string (gx_document_name (document)));
    gx_json_set (object, "kind", json_string (gx_kind_name (gx_source_kind (source))));
    gx_json_set (object, "encoding", json_string (gx_source_encoding (source)));
    gx_json_set (object, "confidence", json_integer (gx_source_confidence (source)));
    gx_json_set (object, "replaced", json_integer (gx_source_replaced (source)));
    set_text (object, "title", gx_document_title (document));
    set_text (object, "author", gx_document_author (document));
    set_text (object, "date", gx_document_date (document));
    set_text (object, "date_origin", gx_date_origin_name (gx_document_date_origin (document)));
    set_text (object, "site", gx_document_site (document));
    set_text (object, "twin", reading->twin);
    if (reading->twin)
        gx_json_set (object, "similarity", json_integer (reading->similarity));
    if (n_parts > 0)
        gx_json_set (object, "parts", make_parts (parts, n_parts));
    open_list (writer, object, "blocks");
    put_blocks (reading, writer);
}
