/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place.h"

char *
gx_place_tell (const GxReading *reading, GxSpan *span)
{
    const char *name = gx_document_name (reading->document);
    const GxPart *part = gx_source_part_at (reading->source, span->start);

    if (!part)
        return g_strdup (name);
    span->start -= MIN (span->start, part->start);
    span->end -= MIN (span->end, part->start);
    return g_strconcat (name, "/", part->name, NULL);
}

GxStr
gx_place_text (const GxReading *reading, GxSpan span)
{
    GxStr source = gx_source_text (reading->source);
    gsize end = MIN (span.end, source.len), start = MIN (span.start, end);

    return (GxStr){ source.data + start, end - start };
}
