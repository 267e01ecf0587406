/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-lines.c - lines of plain text and their layout. */
#include "plain-lines.h"
#include "spacing.h"

/* A line of fewer columns says nothing about the width of the text. */
#define LONG_LINE 30
/* Wrapped text: so many of the long lines, in percent, end within a sentence, and so many of those near one width. */
#define WRAPPED_SHARE 30
#define SAME_WIDTH    6
#define MAX_WIDTH     400

gboolean
gx_plain_is_end_mark (gunichar c)
{
    return c < 0x80 ? c != 0 && strchr (".!?:;", (int)c) != NULL
                    : c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF1A || c == 0xFF1B || c == 0x2026 || c == 0xFF61 || c == 0xFF0E;
}

gboolean
gx_plain_is_closing (gunichar c)
{
    if (c < 0x80)
        return c != 0 && strchr (")]\"'", (int)c) != NULL;
    return c == 0x201D || c == 0x2019 || c == 0xFF09 || c == 0xFF3D || (c >= 0x3009 && c <= 0x3015 && c % 2 == 1 && c != 0x3013) ||
           c == 0x00BB;
}

static gboolean
is_line_end (gunichar c)
{
    return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static gboolean
is_white (gunichar c)
{
    if (c >= 0x3001 && c < 0xFEFF)
        return FALSE;
    return gx_spacing_is_white (c) || is_line_end (c) || c == 0xFEFF;
}

static guint
columns_of (gunichar c)
{
    if (c < 0x300)
        return 1;
    if (c >= 0x4E00 && c <= 0x9FFF)
        return 2;
    if (g_unichar_iszerowidth (c))
        return 0;
    return g_unichar_iswide (c) ? 2 : 1;
}

/* First and last character and the width of what lies between start and end. */
static void
measure (GxStr text, GxLine *line)
{
    line->width = 0;
    for (const char *p = text.data + line->start; p < text.data + line->end; p = g_utf8_next_char (p))
        line->width += columns_of (g_utf8_get_char (p));
    line->first = g_utf8_get_char (text.data + line->start);
    line->last = g_utf8_get_char (g_utf8_prev_char (text.data + line->end));
}

static void
split (GxPlain *self, gsize start, gsize end)
{
    const char *data = self->text.data;
    GxLine line = { .starts_page = TRUE };
    gsize at = start;

    while (at < end) {
        gunichar c = g_utf8_get_char (data + at);

        line.indent = 0;
        while (at < end && !is_line_end (c = g_utf8_get_char (data + at)) && is_white (c)) {
            line.indent += columns_of (c);
            at += (gsize)g_utf8_skip[(guchar)data[at]];
        }
        line.start = line.end = at;
        while (at < end && !is_line_end (c = g_utf8_get_char (data + at))) {
            at += (gsize)g_utf8_skip[(guchar)data[at]];
            if (!is_white (c))
                line.end = at;
        }
        if (line.end > line.start) {
            measure (self->text, &line);
            g_array_append_val (self->lines, line);
            line.blanks = 0;
            line.starts_page = FALSE;
        } else if (at < end && (c == '\n' || c == '\r'))
            line.blanks++;
        if (at < end) {
            line.starts_page = line.starts_page || c == '\f';
            self->has_pages = self->has_pages || c == '\f';
            at += c == '\r' && at + 1 < end && data[at + 1] == '\n' ? 2 : (gsize)g_utf8_skip[(guchar)data[at]];
        }
    }
}

gboolean
gx_plain_ends (const GxPlain *self, const GxLine *line)
{
    const char *p = self->text.data + line->end, *start = self->text.data + line->start;
    gunichar c = 0;

    if ((line->first == 0xFF08 && line->last == 0xFF09) || (line->first == '(' && line->last == ')'))
        return TRUE;
    while (p > start) {
        p = g_utf8_prev_char (p);
        c = g_utf8_get_char (p);
        if (!gx_plain_is_closing (c) && !is_white (c))
            break;
    }
    return gx_plain_is_end_mark (c);
}

gboolean
gx_plain_has_end_inside (const GxPlain *self, const GxLine *line)
{
    for (const char *p = self->text.data + line->start; p < self->text.data + line->end; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        if (c >= 0x80 && gx_plain_is_end_mark (c) && c != 0xFF1A)
            return TRUE;
        if ((c == '.' || c == '?' || c == '!') && p + 1 < self->text.data + line->end && p[1] == ' ')
            return TRUE;
    }
    return FALSE;
}

/* Columns of the piece of line that could not have been broken: a word of Latin letters, or a character with the marks after it. */
static guint
first_word (const GxPlain *self, const GxLine *line)
{
    const char *p = self->text.data + line->start, *end = self->text.data + line->end;
    guint columns = columns_of (line->first);

    for (p = g_utf8_next_char (p); p < end; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        if (is_white (c) || (g_unichar_iswide (c) && !gx_plain_is_closing (c) && !gx_plain_is_end_mark (c)))
            break;
        columns += columns_of (c);
    }
    return columns;
}

gboolean
gx_plain_is_full (const GxPlain *self, const GxLine *line, const GxLine *next, guint slack)
{
    return line->width + MIN (line->indent, 8) + MIN (first_word (self, next), self->full_width / 3) + slack >= self->full_width;
}

/* The right edge of wrapped text: the width at which most long lines end that don't end a sentence. */
static void
find_width (GxPlain *self)
{
    guint counts[MAX_WIDTH + 1] = { 0 }, n_long = 0, n_open = 0, best = 0;

    for (guint i = 0; i < self->lines->len; i++) {
        const GxLine *line = gx_plain_line (self, i);

        if (line->width < LONG_LINE)
            continue;
        n_long++;
        if (gx_plain_ends (self, line))
            continue;
        n_open++;
        counts[MIN (line->width, MAX_WIDTH)]++;
    }
    if (n_open < 3 || n_open * 100 < n_long * WRAPPED_SHARE)
        return;
    for (guint width = LONG_LINE; width < MAX_WIDTH; width++) {
        guint n = 0;

        for (guint w = width - SAME_WIDTH; w <= width; w++)
            n += counts[w];
        if (n * 100 >= n_open * WRAPPED_SHARE && n > best) {
            best = n;
            self->full_width = width;
        }
    }
}

/* Whether lines that go on with the next one have an empty line behind them as a rule. */
static void
find_idle_blanks (GxPlain *self)
{
    guint n_open = 0, n_blank = 0;

    for (guint i = 0; i + 1 < self->lines->len; i++) {
        const GxLine *line = gx_plain_line (self, i), *next = gx_plain_line (self, i + 1);

        if (gx_plain_ends (self, line) || !gx_plain_is_full (self, line, next, 4))
            continue;
        n_open++;
        n_blank += next->blanks > 0;
    }
    self->has_idle_blanks = n_blank * 2 > n_open;
}

/* Where no form feed is left, it may have become a blank: a few lines out of many begin with exactly one. */
static void
find_pages (GxPlain *self)
{
    guint n = 0;

    if (self->has_pages || self->full_width == 0)
        return;
    for (guint i = 1; i < self->lines->len; i++)
        n += gx_plain_line (self, i)->indent == 1;
    if (n < 2 || n * 10 > self->lines->len)
        return;
    self->has_pages = TRUE;
    for (guint i = 1; i < self->lines->len; i++)
        gx_plain_line (self, i)->starts_page = gx_plain_line (self, i)->indent == 1;
}

GxPlain *
gx_plain_new (GxStr source, gsize start, gsize end)
{
    GxPlain *self = g_new0 (GxPlain, 1);

    self->text = source;
    self->lines = g_array_new (FALSE, FALSE, sizeof (GxLine));
    self->marks = g_array_new (FALSE, FALSE, sizeof (GxSpan));
    split (self, start, end);
    find_width (self);
    if (self->full_width > 0)
        find_idle_blanks (self);
    find_pages (self);
    return self;
}

void
gx_plain_free (GxPlain *self)
{
    if (!self)
        return;
    g_array_unref (self->lines);
    g_array_unref (self->marks);
    g_free (self);
}

static void
trim_white (GxStr text, GxLine *line)
{
    while (line->start < line->end && is_white (g_utf8_get_char (text.data + line->start)))
        line->start += (gsize)g_utf8_skip[(guchar)text.data[line->start]];
    while (line->start < line->end && is_white (g_utf8_get_char (g_utf8_prev_char (text.data + line->end))))
        line->end = (gsize)(g_utf8_prev_char (text.data + line->end) - text.data);
}

void
gx_plain_trim_marks (GxPlain *self)
{
    guint m = 0;

    for (guint i = 0; i < self->lines->len; i++) {
        GxLine *line = gx_plain_line (self, i);
        gsize end = line->end;
        guint first = m;

        while (m < self->marks->len && g_array_index (self->marks, GxSpan, m).start < end)
            m++;
        for (guint k = first; k < m && g_array_index (self->marks, GxSpan, k).start == line->start; k++) {
            line->start = g_array_index (self->marks, GxSpan, k).end;
            trim_white (self->text, line);
        }
        for (guint k = m; k > first && line->start < line->end && g_array_index (self->marks, GxSpan, k - 1).end == line->end; k--) {
            line->end = g_array_index (self->marks, GxSpan, k - 1).start;
            trim_white (self->text, line);
        }
        if (line->start >= line->end)
            line->role = GX_LINE_EMPTY;
        else if (m > first)
            measure (self->text, line);
    }
}
