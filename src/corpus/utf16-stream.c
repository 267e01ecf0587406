/* SPDX-License-Identifier: GPL-3.0-or-later
 * utf16-stream.c - a stream of UTF-16 read as UTF-8. */
#include "utf16-stream.h"

/** A unit of two bytes becomes at most three. */
#define MAX_GROWTH 3u
/** So many bytes of UTF-8 must have room: a half of a pair that comes to nothing, and a unit. */
#define LEAST_ROOM  8u
#define REPLACEMENT 0xFFFD

struct _GxUtf16Stream {
    GxStream *inner, *outer;
    gsize high;  /* where in a unit its high byte is */
    guint8 left; /* a byte whose other half is to come */
    gboolean has_left, has_begun;
    guint32 lead; /* the first half of a pair, or 0 */
};

/** Writes a unit; how many bytes. */
static gsize
put_unit (GxUtf16Stream *self, guint32 unit, char *buffer)
{
    gsize len = 0;
    gboolean is_trail = unit >= 0xDC00 && unit < 0xE000;
    if (!self->has_begun) {
        self->has_begun = TRUE;
        if (unit == 0xFEFF)
            return 0;
    }
    if (self->lead && is_trail) {
        unit = 0x10000 + ((self->lead - 0xD800) << 10) + (unit - 0xDC00);
        self->lead = 0;
        return (gsize)g_unichar_to_utf8 (unit, buffer);
    }
    if (self->lead)
        len += (gsize)g_unichar_to_utf8 (REPLACEMENT, buffer);
    self->lead = unit >= 0xD800 && unit < 0xDC00 ? unit : 0;
    if (!self->lead)
        len += (gsize)g_unichar_to_utf8 (is_trail ? REPLACEMENT : unit, buffer + len);
    return len;
}

/** What is left at the end. */
static gsize
put_rest (GxUtf16Stream *self, char *buffer)
{
    gboolean is_cut = self->has_left || self->lead;
    self->has_left = FALSE;
    self->lead = 0;
    return is_cut ? (gsize)g_unichar_to_utf8 (REPLACEMENT, buffer) : 0;
}

static gssize
read_units (gpointer origin, char *buffer, gsize size, GError **error)
{
    GxUtf16Stream *self = origin;
    char raw[8192];
    gsize len = 0;
    g_return_val_if_fail (size >= LEAST_ROOM, -1);
    while (len == 0) {
        gsize room = MIN (sizeof raw, MAX ((size - LEAST_ROOM) / MAX_GROWTH, 1));
        gssize n = gx_stream_read (self->inner, raw, room, error);
        if (n < 0)
            return -1;
        if (n == 0)
            return (gssize)put_rest (self, buffer);
        for (gssize i = 0; i < n; i++) {
            guint8 byte = (guint8)raw[i];
            if (self->has_left)
                len += put_unit (self, self->high == 0 ? (guint32)self->left << 8 | byte : (guint32)byte << 8 | self->left, buffer + len);
            self->left = byte;
            self->has_left = !self->has_left;
        }
    }
    return (gssize)len;
}

GxUtf16Stream *
gx_utf16_stream_new (GxStream *inner, const char *encoding)
{
    GxUtf16Stream *self = g_new0 (GxUtf16Stream, 1);
    self->inner = inner;
    self->high = g_str_equal (encoding, "UTF-16LE") ? 1 : 0;
    self->outer = gx_stream_new (read_units, self);
    return self;
}

void
gx_utf16_stream_free (GxUtf16Stream *self)
{
    if (!self)
        return;
    gx_stream_free (self->outer);
    g_free (self);
}

GxStream *
gx_utf16_stream_get (const GxUtf16Stream *self)
{
    return self->outer;
}
