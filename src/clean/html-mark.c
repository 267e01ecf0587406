/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-mark.c - symbols, numbers and brackets. */
#include "html-mark.h"

#include "spacing.h"

#define MAX_SYMBOLS 3 /* * to *** */
#define MAX_DIGITS  3 /* digits or letters in a mark */

static gboolean
is_one_of (gunichar c, const char *set)
{
    return g_utf8_strchr (set, -1, c) != NULL;
}

void
gx_mark_text_add (GxMarkText *self, GxStr text)
{
    for (const char *p = text.data; p < text.data + text.len && self->n <= GX_MARK_ROOM; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        if (gx_spacing_is_white (c))
            continue;
        if (self->n < GX_MARK_ROOM)
            self->chars[self->n] = c;
        self->n++;
    }
}

gboolean
gx_mark_text_is_one (const GxMarkText *self, gboolean is_linked)
{
    const gunichar *chars = self->chars;
    gsize n = self->n, first = 0, last;
    gboolean square, round;

    if (n == 0 || n > GX_MARK_ROOM)
        return FALSE;
    if (n <= MAX_SYMBOLS && is_one_of (chars[0], "*†‡§※"))
        return is_one_of (chars[n - 1], "*†‡§※");
    if (is_linked && n <= MAX_SYMBOLS && is_one_of (chars[0], "↩↑^⤴"))
        return TRUE;
    if (n == 1 && chars[0] >= 0x2460 && chars[0] <= 0x2473) /* ① to ⑳ */
        return TRUE;
    square = n > 2 && is_one_of (chars[0], "[［【〔") && is_one_of (chars[n - 1], "]］】〕");
    round = n > 2 && is_one_of (chars[0], "(（") && is_one_of (chars[n - 1], ")）");
    last = square || round ? n - 1 : n;
    first = square || round ? 1 : 0;
    if (square && is_one_of (chars[first], "注註"))
        first++;
    if (square && last - first > MAX_DIGITS)
        return TRUE; /* [来源请求], [citation needed] */
    if (first == last || last - first > MAX_DIGITS)
        return FALSE;
    for (gsize i = first; i < last; i++)
        if (chars[i] >= 0x80 || !(g_ascii_isdigit ((gchar)chars[i]) || (square && g_ascii_isalpha ((gchar)chars[i]))))
            return FALSE;
    return square || is_linked;
}
