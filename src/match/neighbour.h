/* SPDX-License-Identifier: GPL-3.0-or-later
 * neighbour.h - the characters beside an offset of folded text. */
#pragma once

#include <guanxi/str.h>

/** The character that starts at an offset and where it ends; 0 at the end of the text. */
static inline gunichar
gx_char_at (GxStr text, gsize offset, gsize *end)
{
    if (offset >= text.len) {
        *end = text.len;
        return 0;
    }
    gunichar c = g_utf8_get_char (text.data + offset);
    *end = MIN (text.len, offset + (gsize)g_utf8_skip[(guchar)text.data[offset]]);
    return c;
}

/** The character that ends at an offset and where it starts; 0 at the beginning of the text. */
static inline gunichar
gx_char_before (GxStr text, gsize offset, gsize *start)
{
    if (offset == 0) {
        *start = 0;
        return 0;
    }
    *start = (gsize)(g_utf8_prev_char (text.data + offset) - text.data);
    return g_utf8_get_char (text.data + *start);
}

/** Whether the text goes on with these bytes at an offset. */
static inline gboolean
gx_text_goes_on (GxStr text, gsize offset, const char *with)
{
    gsize n = strlen (with);
    return offset <= text.len && n <= text.len - offset && memcmp (text.data + offset, with, n) == 0;
}

/** Whether the text up to an offset ends in these bytes. */
static inline gboolean
gx_text_ends (GxStr text, gsize offset, const char *with)
{
    gsize n = strlen (with);
    return n <= offset && memcmp (text.data + offset - n, with, n) == 0;
}

/** Where the next occurrence of these bytes after an offset ends; 0 when there is none. Looks for the last byte, in Chinese the rarest. */
static inline gsize
gx_text_find_end (GxStr text, gsize from, const char *what)
{
    gchar last = what[strlen (what) - 1];

    while (from < text.len) {
        const char *at = memchr (text.data + from, last, text.len - from);
        if (!at)
            return 0;
        from = (gsize)(at - text.data) + 1;
        if (gx_text_ends (text, from, what))
            return from;
    }
    return 0;
}
