/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-heads.c - headings of several lines, pieces of a stretched line. */
#include "plain-heads.h"
#include "plain-kinds.h"

/* Lines of a heading, and bytes of one that are looked at. */
#define MOST_LINES 3
/* Columns that each of these lines leaves free behind which no line of a heading's size went on. */
#define HEADING_SLACK 8
#define LONGEST_LINE  300
/* Columns of pieces of a stretched line, and how many of them stand between a bracket and the line that closes it. */
#define PIECE_WIDTH 30
#define MOST_PIECES 4

static const GxLine *
body_line (const GxPlain *plain, const GArray *body, guint k)
{
    return gx_plain_line (plain, g_array_index (body, guint, k));
}

static gboolean
is_alphabetic (gunichar c)
{
    return c < 0x1100 && g_unichar_isalpha (c);
}

static gboolean
ends_with_comma (const GxLine *line)
{
    return line->last == ',' || line->last == '-' || line->last == 0x2010;
}

/* Whether an empty line or a page's edge stands before line k of the body, which may be its end. */
static gboolean
is_parted (const GxPlain *plain, const GArray *body, guint k)
{
    const GxLine *line;

    if (k == 0 || k >= body->len)
        return k == 0;
    line = body_line (plain, body, k);
    return line->blanks > 0 || (line->starts_page && body_line (plain, body, k - 1)->ends);
}

/* Whether the line of the body may be one of a long heading. */
static gboolean
may_head (const GxPlain *plain, const GxLine *line)
{
    return !line->ends && !ends_with_comma (line) && line->end - line->start <= LONGEST_LINE && !gx_plain_has_end_inside (plain, line);
}

gboolean
gx_plain_heading_goes_on (const GxPlain *plain, const GArray *body, guint k)
{
    const GxLine *line = body_line (plain, body, k - 1), *next = body_line (plain, body, k);

    return !plain->has_idle_blanks && next->blanks == 0 && !next->starts_page && is_alphabetic (line->first) &&
           g_unichar_islower (next->first) && is_parted (plain, body, k - 1) && is_parted (plain, body, k + 1) && may_head (plain, line) &&
           may_head (plain, next);
}

gboolean
gx_plain_heading_ends (const GxPlain *plain, const GArray *body, const GArray *joined, guint k)
{
    const GxLine *next = body_line (plain, body, k), *line;

    if (plain->full_width == 0 || !is_alphabetic (next->first) || !g_unichar_isupper (next->first))
        return FALSE;
    for (guint n = 0, at = k; n < MOST_LINES && at-- > 0; n++, next = line) {
        line = body_line (plain, body, at);
        if (!is_alphabetic (line->first) || !may_head (plain, line) || gx_plain_is_full (plain, line, next, HEADING_SLACK))
            return FALSE;
        if (!g_array_index (joined, gboolean, at))
            return !g_unichar_islower (line->first);
    }
    return FALSE;
}

static gboolean
is_large (const GxPlain *plain, const GArray *body, guint k, guint end)
{
    if (plain->body_size <= 0)
        return FALSE;
    for (; k < end; k++)
        if (body_line (plain, body, k)->size <= plain->body_size * 1.12f)
            return FALSE;
    return TRUE;
}

gboolean
gx_plain_is_long_heading (const GxPlain *plain, const GArray *body, guint k, guint end)
{
    const GxLine *line = body_line (plain, body, k), *next;

    if (end - k > MOST_LINES || plain->full_width == 0)
        return end - k == 2 && plain->full_width == 0 && gx_plain_heading_goes_on (plain, body, k + 1);
    if (is_large (plain, body, k, end))
        return !body_line (plain, body, end - 1)->ends;
    if (plain->has_idle_blanks || !is_alphabetic (line->first) || g_unichar_islower (line->first) || end >= body->len ||
        !is_parted (plain, body, k) || !is_parted (plain, body, end) || (k > 0 && !body_line (plain, body, k - 1)->ends))
        return FALSE;
    next = body_line (plain, body, end);
    if (!is_alphabetic (next->first) || g_unichar_islower (next->first))
        return FALSE;
    for (guint i = k; i < end; i++)
        if (!may_head (plain, body_line (plain, body, i)))
            return FALSE;
    return TRUE;
}

/* What the brackets of a line leave open: 1 an opening one, -1 a closing one is the first without its partner, 0 neither; the last one
 * tells where no partner is looked for. */
static gint
balance (const GxPlain *plain, const GxLine *line)
{
    gint depth = 0;

    if (line->end - line->start > LONGEST_LINE)
        return 0;
    for (const char *p = plain->text.data + line->start, *end = plain->text.data + line->end; p < end; p++) {
        gunichar c = *p == '(' || *p == ')' || *p == '\xEF' ? gx_char_at (p) : 0;

        if (c == '(' || c == 0xFF08)
            depth++;
        else if ((c == ')' || c == 0xFF09) && --depth < 0)
            return -1;
    }
    return depth > 0 ? 1 : 0;
}

gboolean
gx_plain_is_in_brackets (const GxPlain *plain, const GArray *body, guint k)
{
    guint start = k;

    if (body_line (plain, body, k - 1)->width > PIECE_WIDTH &&
        (body_line (plain, body, k - 1)->ends || body_line (plain, body, k)->width > PIECE_WIDTH))
        return FALSE;
    /* back over pieces to the line that opens, on to the one that closes */
    while (start > 0 && start + MOST_PIECES > k && balance (plain, body_line (plain, body, start - 1)) == 0 &&
           body_line (plain, body, start - 1)->width <= PIECE_WIDTH)
        start--;
    if (start == 0 || balance (plain, body_line (plain, body, start - 1)) <= 0)
        return FALSE;
    for (guint i = k; i < body->len && i < start + MOST_PIECES; i++) {
        gint b = balance (plain, body_line (plain, body, i));

        if (b != 0)
            return b < 0;
        if (body_line (plain, body, i)->width > PIECE_WIDTH)
            return FALSE;
    }
    return FALSE;
}
