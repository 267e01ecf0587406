/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-stitch.c - one end, one start, and a reason: else nothing is moved. */
#include "plain-stitch.h"
#include "plain-kinds.h"

/* Characters of a line that are looked at for brackets. */
#define LOOK 400u
/* Columns from which on a line is running text. */
#define RUNNING_WIDTH 60u

/* 1 for what opens a bracket or quotation, -1 for what closes one; apostrophes look like single quotation marks, which are none here. */
static gint
side_of (gunichar c)
{
    switch (c) {
    case '(':
    case '[':
    case 0x201C: /* “ */
    case 0xFF08: /* （ */
        return 1;
    case ')':
    case ']':
    case 0x201D: /* ” */
    case 0xFF09: /* ） */
        return -1;
    default: /* 《》「」『』【】〔〕 */
        return c < 0x3008 || c > 0x3015 || c == 0x3012 || c == 0x3013 ? 0 : c % 2 == 0 ? 1 : -1;
    }
}

/* How many brackets and quotations are left open at the end of a line; of those closed without being opened, *n_closed. */
static guint
count_open (const GxPlain *plain, const GxLine *line, gboolean from_end, guint *n_closed)
{
    const char *p = plain->text.data + line->start, *end = plain->text.data + line->end;
    guint n_open = 0, n = 0;

    *n_closed = 0;
    if (from_end && line->end - line->start > (gsize)LOOK * 3) {
        p = end - LOOK * 3;
        while (((guchar)*p & 0xC0) == 0x80)
            p++;
    }
    for (; p < end && n < LOOK; p = g_utf8_next_char (p), n++) {
        gint side = side_of (gx_char_at (p));

        if (side > 0)
            n_open++;
        else if (side < 0 && n_open > 0)
            n_open--;
        else if (side < 0)
            *n_closed += 1;
    }
    return n_open;
}

gboolean
gx_plain_fits (const GxPlain *plain, const GxLine *end, const GxLine *start)
{
    guint ignored, n_closed;
    guint n_open = count_open (plain, end, TRUE, &ignored);

    (void)count_open (plain, start, FALSE, &n_closed);
    return n_open == 0 ? n_closed == 0 : n_closed > 0 || start->width < RUNNING_WIDTH || n_open > 1;
}

static GxLine *
body_line (const GxPlain *plain, const GArray *body, guint k)
{
    return gx_plain_line (plain, g_array_index (body, guint, k));
}

static gboolean
is_running (const GxPlain *plain, const GxLine *line)
{
    return line->width >= RUNNING_WIDTH || gx_plain_has_end_inside (plain, line);
}

/* The only line that ends an article; body->len when there is none, or another. */
static guint
find_terminal (const GxPlain *plain, const GArray *body)
{
    guint found = body->len;

    for (guint k = 0; k < body->len; k++) {
        const GxLine *line = body_line (plain, body, k);

        if ((line->first != 0xFF08 && line->first != '(') || !gx_plain_is_about_author (gx_plain_text (plain, line)))
            continue;
        if (found < body->len)
            return body->len;
        found = k;
    }
    return found;
}

/* The line before which a sentence breaks off although something stands between or pages turn: the only one of lines [1, to); 0 when there
 * is none, or another. */
static guint
find_break (const GxPlain *plain, const GArray *body, guint to)
{
    guint found = 0;

    for (guint k = 1; k < to; k++) {
        const GxLine *last = body_line (plain, body, k - 1), *line = body_line (plain, body, k);
        gboolean is_apart = g_array_index (body, guint, k) > g_array_index (body, guint, k - 1) + 1 || line->starts_page;

        if (last->ends || !is_apart || !is_running (plain, last) || !is_running (plain, line))
            continue;
        if (found > 0)
            return 0;
        found = k;
    }
    return found;
}

/* Moves the elements [middle, end) in front of [start, middle). */
static void
rotate (GArray *array, guint start, guint middle)
{
    guint size = g_array_get_element_size (array), end = array->len;
    g_autofree guint8 *copy = g_memdup2 (array->data, (gsize)end * size);

    memcpy (array->data + (gsize)start * size, copy + (gsize)middle * size, (gsize)(end - middle) * size);
    memcpy (array->data + (gsize)(start + end - middle) * size, copy + (gsize)start * size, (gsize)(middle - start) * size);
}

void
gx_plain_stitch (const GxPlain *plain, GArray *body, GArray *joined)
{
    guint terminal, from, behind;
    const GxLine *last;

    if (body->len < 4 || (last = body_line (plain, body, body->len - 1))->ends || !is_running (plain, last))
        return;
    terminal = find_terminal (plain, body);
    behind = terminal + 1;
    if (behind >= body->len || !is_running (plain, body_line (plain, body, behind)))
        return;
    from = find_break (plain, body, terminal);
    if (from == 0 || !gx_plain_fits (plain, body_line (plain, body, from - 1), body_line (plain, body, behind)) ||
        !gx_plain_fits (plain, last, body_line (plain, body, from)))
        return;
    g_array_index (joined, gboolean, from) = TRUE;
    g_array_index (joined, gboolean, behind) = TRUE;
    rotate (body, from, behind);
    rotate (joined, from, behind);
}
