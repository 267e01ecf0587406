/* SPDX-License-Identifier: GPL-3.0-or-later
 * mentions.c - every mention with its place in the source file.
 *
 * `start` and `end` are bytes of the source, of the part that `document` names where it has parts, and `text` is what lies there, so that
 * all can be checked against the file; `sentence` is 1-based. */
#include "field-text.h"
#include "json.h"
#include "place.h"

#include <guanxi/export.h>

#define COLUMNS "document\tstart\tend\ttext\tentity\tname\ttype\trule\tsentence\tblock"

void
gx_export_mentions_header (GxMentionFormat format, GxWriter *writer)
{
    if (format == GX_MENTIONS_TSV)
        gx_writer_puts (writer, COLUMNS "\n");
}

/* A line of output. */
typedef struct {
    GxSpan source;
    const GxEntity *const *entities; /* one, or the candidates */
    guint n_entities;
    const char *rule;
    guint sentence;
    const char *part_of; /* NULL: no such column; "": of nothing */
} Row;

/* What a sentence stands in. */
static const char *
block_name (const GxReading *reading, guint sentence)
{
    guint n_sentences, n_blocks;
    const GxSentence *sentences = gx_sentences_get (reading->sentences, &n_sentences);
    const GxBlock *blocks = gx_document_blocks (reading->document, &n_blocks);

    return gx_block_type_name (blocks[sentences[sentence].block].type);
}

typedef const char *(*Field) (const GxEntity *entity);

static const char *
id_of (const GxEntity *entity)
{
    return entity->id;
}

static const char *
name_of (const GxEntity *entity)
{
    return entity->name;
}

static const char *
type_of (const GxEntity *entity)
{
    return gx_entity_type_name (entity->type);
}

/* A field of all entities with | between them. */
static void
put_field (const Row *row, Field field, GxWriter *writer)
{
    for (guint i = 0; i < row->n_entities; i++) {
        if (i > 0)
            gx_writer_puts (writer, "|");
        gx_tsv_put (writer, gx_str (field (row->entities[i])));
    }
    gx_writer_puts (writer, "\t");
}

static void
put_tsv (const GxReading *reading, const Row *row, GxWriter *writer)
{
    GxSpan span = row->source;
    g_autofree char *place = gx_place_tell (reading, &span);

    gx_tsv_put (writer, gx_str (place));
    gx_writer_printf (writer, "\t%" G_GSIZE_FORMAT "\t%" G_GSIZE_FORMAT "\t", span.start, span.end);
    gx_tsv_put (writer, gx_place_text (reading, row->source));
    gx_writer_puts (writer, "\t");
    put_field (row, id_of, writer);
    put_field (row, name_of, writer);
    put_field (row, type_of, writer);
    gx_writer_printf (writer, "%s\t%u\t%s", row->rule, row->sentence + 1, block_name (reading, row->sentence));
    if (row->part_of) {
        gx_writer_puts (writer, "\t");
        gx_tsv_put (writer, gx_str (row->part_of));
    }
    gx_writer_puts (writer, "\n");
}

static void
set_candidates (json_t *object, const Row *row)
{
    json_t *candidates = json_array ();

    for (guint i = 0; i < row->n_entities; i++) {
        json_t *entity = json_object ();
        gx_json_set_entity (entity, row->entities[i]);
        gx_json_append (candidates, entity);
    }
    gx_json_set (object, "candidates", candidates);
}

static void
put_json (const GxReading *reading, const Row *row, GxWriter *writer)
{
    GxStr text = gx_place_text (reading, row->source);
    GxSpan span = row->source;
    g_autofree char *place = gx_place_tell (reading, &span);
    json_t *object = json_pack ("{s:s, s:I, s:I, s:s%}", "document", place, "start", (json_int_t)span.start, "end", (json_int_t)span.end,
                                "text", text.data, text.len);

    if (row->n_entities == 1)
        gx_json_set_entity (object, row->entities[0]);
    else
        set_candidates (object, row);
    gx_json_set (object, "rule", json_string (row->rule));
    gx_json_set (object, "sentence", json_integer ((json_int_t)row->sentence + 1));
    gx_json_set (object, "block", json_string (block_name (reading, row->sentence)));
    if (row->part_of && *row->part_of)
        gx_json_set (object, "part_of", json_string (row->part_of));
    gx_json_put (object, JSON_COMPACT, writer);
    gx_writer_puts (writer, "\n");
}

static void
put (const GxReading *reading, const Row *row, GxMentionFormat format, GxWriter *writer)
{
    if (format == GX_MENTIONS_TSV)
        put_tsv (reading, row, writer);
    else
        put_json (reading, row, writer);
}

static void
put_mention (const GxReading *reading, const GxMention *mention, const char *part_of, GxMentionFormat format, GxWriter *writer)
{
    Row row = { mention->source, &mention->entity, 1, mention->rule, mention->sentence, part_of };
    put (reading, &row, format, writer);
}

void
gx_export_mentions (const GxReading *reading, GxMentionFormat format, GxWriter *writer)
{
    guint n_mentions;
    const GxMention *mentions;

    if (reading->failure || !reading->mentions)
        return;
    mentions = gx_mentions_get (reading->mentions, &n_mentions);
    for (guint i = 0; i < n_mentions; i++)
        put_mention (reading, &mentions[i], NULL, format, writer);
}

void
gx_export_nested_header (GxMentionFormat format, GxWriter *writer)
{
    if (format == GX_MENTIONS_TSV)
        gx_writer_puts (writer, COLUMNS "\tpart_of\n");
}

void
gx_export_nested (const GxReading *reading, GxMentionFormat format, GxWriter *writer)
{
    guint n_mentions, n_nested, next = 0;

    if (reading->failure || !reading->mentions)
        return;
    const GxMention *mentions = gx_mentions_get (reading->mentions, &n_mentions);
    const GxNested *nested = gx_mentions_nested (reading->mentions, &n_nested);
    for (guint i = 0; i < n_mentions; i++) {
        put_mention (reading, &mentions[i], "", format, writer);
        for (; next < n_nested && nested[next].part_of == i; next++) {
            Row row = { nested[next].source, &nested[next].entity, 1, "part", mentions[i].sentence, mentions[i].entity->id };
            put (reading, &row, format, writer);
        }
    }
}

void
gx_export_unresolved_header (GxMentionFormat format, GxWriter *writer)
{
    gx_export_mentions_header (format, writer);
}

void
gx_export_unresolved (const GxReading *reading, GxMentionFormat format, GxWriter *writer)
{
    guint n_names;

    if (reading->failure || !reading->mentions)
        return;
    const GxUnresolved *names = gx_mentions_unresolved (reading->mentions, &n_names);
    for (guint i = 0; i < n_names; i++) {
        Row row = { names[i].source, names[i].candidates, names[i].n_candidates, names[i].rule, names[i].sentence, NULL };
        put (reading, &row, format, writer);
    }
}
