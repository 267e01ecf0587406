/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "field-text.h"

#include <string.h>

static gboolean
needs_quotes (GxStr text)
{
    for (gsize i = 0; i < text.len; i++)
        if (strchr (",\"\r\n", text.data[i]) && text.data[i])
            return TRUE;
    return FALSE;
}

void
gx_csv_put (GxWriter *writer, GxStr text)
{
    gsize start = 0;

    if (!needs_quotes (text)) {
        gx_writer_put (writer, text.data, text.len);
        return;
    }
    gx_writer_puts (writer, "\"");
    for (gsize i = 0; i < text.len; i++)
        if (text.data[i] == '"') {
            gx_writer_put (writer, text.data + start, i + 1 - start);
            start = i; /* the quote is written twice */
        }
    gx_writer_put (writer, text.data + start, text.len - start);
    gx_writer_puts (writer, "\"");
}

static const char *
escape_of (char c)
{
    switch (c) {
    case '\t':
        return "\\t";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\\':
        return "\\\\";
    default:
        return NULL;
    }
}

void
gx_tsv_put (GxWriter *writer, GxStr text)
{
    gsize start = 0;

    for (gsize i = 0; i < text.len; i++) {
        const char *escape = escape_of (text.data[i]);

        if (!escape)
            continue;
        gx_writer_put (writer, text.data + start, i - start);
        gx_writer_puts (writer, escape);
        start = i + 1;
    }
    gx_writer_put (writer, text.data + start, text.len - start);
}
