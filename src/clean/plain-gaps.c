/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-gaps.c - each gap is judged by the pieces beside it, of which only a few characters are looked at. */
#include "plain-gaps.h"
#include "spacing.h"

/* Pieces of Han letters are counted up to here; names and words in a row have at most four. */
#define MOST_LETTERS 5u
#define LONGEST_NAME 4u
/* Single Latin letters that are a spaced word, inside a line and as a whole line. */
#define MANY_SINGLES 5u
#define LINE_SINGLES 4u

static gunichar
char_before (GxStr line, gsize at)
{
    return at > 0 ? gx_char_at (gx_char_before (line.data + at)) : 0;
}

static gunichar
char_at (GxStr line, gsize at)
{
    return at < line.len ? gx_char_at (line.data + at) : 0;
}

static guint
han_before (GxStr line, gsize at)
{
    guint n = 0;

    for (; n < MOST_LETTERS && gx_spacing_is_han (char_before (line, at)); n++)
        at = (gsize)(gx_char_before (line.data + at) - line.data);
    return n;
}

static guint
han_after (GxStr line, gsize at)
{
    guint n = 0;

    for (; n < MOST_LETTERS && gx_spacing_is_han (char_at (line, at)); n++)
        at += (gsize)g_utf8_skip[(guchar)line.data[at]];
    return n;
}

/* Where the white space at `at` ends. */
static gsize
skip_white (GxStr line, gsize at)
{
    while (at < line.len && gx_spacing_is_white (char_at (line, at)))
        at += (gsize)g_utf8_skip[(guchar)line.data[at]];
    return at;
}

static gsize
back_over_white (GxStr line, gsize at)
{
    while (at > 0 && gx_spacing_is_white (char_before (line, at)))
        at = (gsize)(gx_char_before (line.data + at) - line.data);
    return at;
}

/* Whether white space is wider than one blank. */
static gboolean
is_wide (GxStr line, gsize start, gsize end)
{
    return end - start > 1 || line.data[start] == '\t';
}

/* Whether a gap of one blank stands on the far side of one of the single letters beside this gap. */
static gboolean
has_narrow_neighbour (GxStr line, gsize start, gsize end)
{
    gsize before = (gsize)(gx_char_before (line.data + start) - line.data), after = end + (gsize)g_utf8_skip[(guchar)line.data[end]];
    gsize before_start = back_over_white (line, before), after_end = skip_white (line, after);

    return (before_start > 0 && before - before_start == 1) || (after_end < line.len && after_end - after == 1);
}

/* The end of the row of single Latin letters that starts with the one before this gap, when it is long enough to be a spaced word. */
static gsize
end_of_singles (GxStr line, gsize start, gsize end)
{
    gsize at = end;
    guint n = 1;

    if (start >= 2 && !gx_spacing_is_white (char_before (line, start - 1)))
        return 0;
    while (at < line.len && g_ascii_isalpha (line.data[at]) && (at + 1 == line.len || gx_spacing_is_white (char_at (line, at + 1)))) {
        n++;
        start = at + 1;
        at = skip_white (line, start);
    }
    return n >= MANY_SINGLES || (n >= LINE_SINGLES && start == line.len) ? start : 0;
}

/* Whether white space stands in front of the n Han letters before `at`, or behind the n letters from `at` on. */
static gboolean
is_white_before (GxStr line, gsize at, guint n)
{
    for (; n > 0; n--)
        at = (gsize)(gx_char_before (line.data + at) - line.data);
    return at > 0 && gx_spacing_is_white (char_before (line, at));
}

static gboolean
is_white_after (GxStr line, gsize at, guint n)
{
    for (; n > 0; n--)
        at += (gsize)g_utf8_skip[(guchar)line.data[at]];
    return gx_spacing_is_white (char_at (line, at));
}

/* Whether a gap between Han letters goes. */
static gboolean
is_between_han (const GxGaps *g, gsize start, gsize end)
{
    guint left = han_before (g->line, start), right = han_after (g->line, end);
    gboolean wide = is_wide (g->line, start, end);

    if (left == 1 && right == 1)
        return !wide || !has_narrow_neighbour (g->line, start, end);
    if (wide)
        return FALSE;
    if (left == 1 || right == 1)
        return TRUE;
    if (g->context == GX_LINE_ALONE || (left <= LONGEST_NAME && right <= LONGEST_NAME))
        return FALSE;
    return !(left <= LONGEST_NAME && is_white_before (g->line, start, left)) &&
           !(right <= LONGEST_NAME && is_white_after (g->line, end, right));
}

/* Dashes and bullets, beside which a blank is meant. */
static gboolean
is_separator (gunichar c)
{
    return c == 0xB7 || (c >= 0x2010 && c <= 0x2015) || c == 0x2022 || c == 0x2027;
}

/* Whether the gap goes altogether. */
static gboolean
is_closed_gap (GxGaps *g, gsize start, gsize end)
{
    gunichar left = char_before (g->line, start), right = char_at (g->line, end);

    if (gx_spacing_is_han (left) && gx_spacing_is_han (right))
        return is_between_han (g, start, end);
    if (left < 0x80 && right < 0x80 && g_ascii_isalpha ((gchar)left) && g_ascii_isalpha ((gchar)right)) {
        if (start >= g->closed_until)
            g->closed_until = MAX (end_of_singles (g->line, start, end), g->closed_until);
        return start < g->closed_until && !is_wide (g->line, start, end);
    }
    if (is_separator (left) || is_separator (right))
        return FALSE;
    return gx_spacing_is_tight (left, right);
}

/* Whether the byte may begin a gap that needs a look: two blanks side by side, a blank beside letters beyond ASCII on both sides or beside
 * a single letter, white space beyond ASCII. */
static gboolean
may_be_gap (GxStr line, gsize at)
{
    guchar c = (guchar)line.data[at], next;

    if (c == '\t')
        return TRUE;
    if (c == 0xE3)
        return at + 2 < line.len && (guchar)line.data[at + 1] == 0x80 && (guchar)line.data[at + 2] == 0x80;
    if (c != ' ' || at == 0 || at + 1 >= line.len)
        return c == ' ';
    next = (guchar)line.data[at + 1];
    return next == ' ' || next == '\t' || ((guchar)line.data[at - 1] >= 0x80 && next >= 0x80) || next == 0xE3 ||
           (at + 2 < line.len && line.data[at + 2] == ' ' && (at == 1 || line.data[at - 2] == ' ')) ||
           (at >= 2 && line.data[at - 2] == ' ' && at + 2 == line.len);
}

gboolean
gx_gaps_next (GxGaps *self, GxSpan *gap, gboolean *is_closed)
{
    GxStr line = self->line;

    for (gsize end; self->at < line.len; self->at = end) {
        gsize at = self->at;

        if (gx_byte_is_han (line.data[at])) {
            end = at + 3;
            continue;
        }
        end = at + 1;
        if (((guchar)line.data[at] != 0xE3 && line.data[at] != ' ' && line.data[at] != '\t') || !may_be_gap (line, at))
            continue;
        end = skip_white (line, at);
        if (at == 0 || end == line.len)
            continue;
        *is_closed = is_closed_gap (self, at, end);
        if (!*is_closed && end - at == 1 && line.data[at] == ' ')
            continue;
        *gap = (GxSpan){ at, end };
        self->at = end;
        return TRUE;
    }
    return FALSE;
}
