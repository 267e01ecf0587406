/* SPDX-License-Identifier: GPL-3.0-or-later
 * mentions.c - every mention with its place in the source file.
 *
 * `start` and `end` are bytes of the source, of the part that `document` names where it has parts, and `text` is what lies there, so that
 * all can be checked against the file; `sentence` is 1-based. */
#include "field-text.h"
#include "json.h"
#include "place.h"

#include <guanxi/export.h>

void
gx_export_mentions_header (GxMentionFormat format, GxWriter *writer)
{
    if (format == GX_MENTIONS_TSV)
        gx_writer_puts (writer, "document\tstart\tend\ttext\tentity\tname\ttype\trule\tsentence\tblock\n");
}

static GxStr
source_text (const GxReading *reading, const GxMention *mention)
{
    GxStr source = gx_source_text (reading->source);
    gsize end = MIN (mention->source.end, source.len), start = MIN (mention->source.start, end);

    return (GxStr){ source.data + start, end - start };
}

/* What the mention stands in. */
static const char *
block_name (const GxReading *reading, const GxMention *mention)
{
    guint n_sentences, n_blocks;
    const GxSentence *sentences = gx_sentences_get (reading->sentences, &n_sentences);
    const GxBlock *blocks = gx_document_blocks (reading->document, &n_blocks);

    return gx_block_type_name (blocks[sentences[mention->sentence].block].type);
}

static void
put_tsv (const GxReading *reading, const GxMention *mention, GxWriter *writer)
{
    const GxEntity *entity = mention->entity;
    GxSpan span = mention->source;
    g_autofree char *place = gx_place_tell (reading, &span);

    gx_tsv_put (writer, gx_str (place));
    gx_writer_printf (writer, "\t%" G_GSIZE_FORMAT "\t%" G_GSIZE_FORMAT "\t", span.start, span.end);
    gx_tsv_put (writer, source_text (reading, mention));
    gx_writer_puts (writer, "\t");
    gx_tsv_put (writer, gx_str (entity->id));
    gx_writer_puts (writer, "\t");
    gx_tsv_put (writer, gx_str (entity->name));
    gx_writer_printf (writer, "\t%s\t%s\t%u\t%s\n", gx_entity_type_name (entity->type), mention->rule, mention->sentence + 1,
                      block_name (reading, mention));
}

static void
put_json (const GxReading *reading, const GxMention *mention, GxWriter *writer)
{
    const GxEntity *entity = mention->entity;
    GxStr text = source_text (reading, mention);
    GxSpan span = mention->source;
    g_autofree char *place = gx_place_tell (reading, &span);
    json_t *object = json_pack ("{s:s, s:I, s:I, s:s%, s:s, s:s, s:s, s:s, s:I, s:s}", "document", place, "start", (json_int_t)span.start,
                                "end", (json_int_t)span.end, "text", text.data, text.len, "entity", entity->id, "name", entity->name,
                                "type", gx_entity_type_name (entity->type), "rule", mention->rule, "sentence",
                                (json_int_t)mention->sentence + 1, "block", block_name (reading, mention));

    gx_json_put (object, JSON_COMPACT, writer);
    gx_writer_puts (writer, "\n");
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
        if (format == GX_MENTIONS_TSV)
            put_tsv (reading, &mentions[i], writer);
        else
            put_json (reading, &mentions[i], writer);
}
