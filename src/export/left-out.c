/* SPDX-License-Identifier: GPL-3.0-or-later
 * left-out.c - what is not read for names: blocks that are furniture, documents that repeat others. */
#include "field-text.h"
#include "place.h"

#include <guanxi/export.h>

void
gx_export_removed_header (GxWriter *writer)
{
    gx_writer_puts (writer, "document\tstart\tend\treason\tdocuments\ttext\n");
}

void
gx_export_removed (const GxReading *reading, const GxRepeats *repeats, GxWriter *writer)
{
    guint n_blocks = 0;
    if (reading->failure)
        return;
    const GxDocument *document = reading->document;
    const GxBlock *blocks = gx_document_blocks (document, &n_blocks);
    for (guint i = 0; i < n_blocks; i++) {
        if (blocks[i].type != GX_BLOCK_FURNITURE)
            continue;
        GxSpan source = gx_document_source_span (document, blocks[i].start, blocks[i].end);
        const GxStr text = { gx_document_text (document).data + blocks[i].start, blocks[i].end - blocks[i].start };
        g_autofree char *place = gx_place_tell (reading, &source);
        gx_tsv_put (writer, gx_str (place));
        gx_writer_printf (writer, "\t%" G_GSIZE_FORMAT "\t%" G_GSIZE_FORMAT "\t%s\t", source.start, source.end,
                          gx_reason_name (blocks[i].reason));
        if (blocks[i].reason == GX_REASON_REPEATED && repeats)
            gx_writer_printf (writer, "%u", gx_repeats_count (repeats, document, i));
        gx_writer_puts (writer, "\t");
        gx_tsv_put (writer, text);
        gx_writer_puts (writer, "\n");
    }
}

void
gx_export_duplicates_header (GxWriter *writer)
{
    gx_writer_puts (writer, "document\ttwin\tsimilarity\n");
}

void
gx_export_duplicate (const GxReading *reading, GxWriter *writer)
{
    if (!reading->twin)
        return;
    gx_tsv_put (writer, gx_str (gx_document_name (reading->document)));
    gx_writer_puts (writer, "\t");
    gx_tsv_put (writer, gx_str (reading->twin));
    gx_writer_printf (writer, "\t%u\n", reading->similarity);
}
