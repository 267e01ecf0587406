/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-numbers.c - the numbers of notes: 12, ⑫, [12], ^[12], **. */
#include "plain-marks.h"

static gunichar
char_at (GxStr text, gsize at)
{
    return at < text.len ? gx_char_at (text.data + at) : 0;
}

/* Bytes of a row of stars or daggers at the start of text: *, **, †, ‡; number tells the rows apart. */
static gsize
stars_len (GxStr text, guint *number)
{
    gunichar first = char_at (text, 0);
    gsize len = 0;

    *number = first == 0x2020 ? 4 : first == 0x2021 ? 5 : 0;
    if (*number > 0)
        return 3;
    while (len < text.len && text.data[len] == '*')
        len++;
    *number = (guint)MIN (len, 4);
    return len <= 3 ? len : 0;
}

gsize
gx_note_number (GxStr text, GxNoteStyle style, guint *number)
{
    gunichar first = char_at (text, 0);
    gsize open = 0, at;

    *number = 0;
    if (style == GX_NOTE_CIRCLED) {
        if (first >= 0x2460 && first <= 0x2473)
            *number = first - 0x2460 + 1;
        else if (first >= 0x3251 && first <= 0x325F)
            *number = first - 0x3251 + 21;
        return *number > 0 ? 3 : 0;
    }
    if (style == GX_NOTE_STARS)
        return stars_len (text, number);
    if (style == GX_NOTE_BRACKETS) {
        if (first == '^' && text.len > 1 && text.data[1] == '[')
            open = 2;
        else
            open = first == '[' ? 1 : first == 0x3014 || first == 0xFF3B ? 3 : 0; /* 〔 ［ */
        if (open == 0)
            return 0;
    }
    for (at = open; at < text.len && at - open < 3 && g_ascii_isdigit (text.data[at]); at++)
        *number = *number * 10 + (guint)(text.data[at] - '0');
    if (at == open || *number == 0 || text.data[open] == '0')
        return 0;
    if (style == GX_NOTE_BRACKETS) {
        gunichar last = char_at (text, at);

        return last == ']' ? at + 1 : last == 0x3015 || last == 0xFF3D ? at + 3 : 0;
    }
    return at;
}
