/* SPDX-License-Identifier: GPL-3.0-or-later
 * cutter.c - records cut out of a stream. */
#include "cutter.h"

/** Read at once. */
#define CHUNK_SIZE ((gsize)256 * 1024)
/** Of a record that is too large, so much is kept to tell what it was. */
#define KEPT_BYTES 4096u

struct _GxCutter {
    GxStream *stream;
    guint64 max_bytes;
    GxCutFunc cut;
    gpointer state;
    char *chunk;
    gsize start, end; /* of what is left in the chunk */
    guint64 line;
};

GxCutter *
gx_cutter_new (GxStream *stream, guint64 max_bytes, GxCutFunc cut, gpointer state)
{
    GxCutter *self = g_new0 (GxCutter, 1);
    self->stream = stream;
    self->max_bytes = MIN (max_bytes, (guint64)G_MAXINT);
    self->cut = cut;
    self->state = state;
    self->chunk = g_malloc (CHUNK_SIZE);
    self->line = 1;
    return self;
}

void
gx_cutter_free (GxCutter *self)
{
    if (!self)
        return;
    g_free (self->chunk);
    g_free (self);
}

static guint64
count_lines (GxStr bytes)
{
    guint64 n = 0;
    const char *end = bytes.data + bytes.len;
    for (const char *p = bytes.data; p < end && (p = memchr (p, '\n', (gsize)(end - p))); p++)
        n++;
    return n;
}

GxCutResult
gx_cutter_next (GxCutter *self, GByteArray **bytes, guint64 *line, GError **error)
{
    g_autoptr (GByteArray) record = g_byte_array_new ();
    gboolean ends = FALSE, too_large = FALSE;
    guint64 lines = 0;
    *line = self->line;
    while (!ends) {
        if (self->start == self->end) {
            gssize n = gx_stream_read (self->stream, self->chunk, CHUNK_SIZE, error);
            if (n < 0)
                return GX_CUT_FAILED;
            if (n == 0)
                break;
            self->start = 0;
            self->end = (gsize)n;
        }
        const GxStr rest = { self->chunk + self->start, self->end - self->start };
        const GxStr taken = { rest.data, self->cut (self->state, rest, &ends) };
        self->start += taken.len;
        lines += count_lines (taken);
        if (!too_large && taken.len > self->max_bytes - record->len) {
            too_large = TRUE;
            if (record->len < KEPT_BYTES)
                g_byte_array_append (record, (const guint8 *)taken.data, (guint)MIN (taken.len, KEPT_BYTES));
            g_byte_array_set_size (record, MIN (record->len, KEPT_BYTES));
        }
        if (!too_large && taken.len > 0)
            g_byte_array_append (record, (const guint8 *)taken.data, (guint)taken.len);
    }
    self->line += lines;
    if (record->len == 0)
        return GX_CUT_END;
    *bytes = g_steal_pointer (&record);
    return too_large ? GX_CUT_TOO_LARGE : ends ? GX_CUT_RECORD : GX_CUT_UNENDED;
}
