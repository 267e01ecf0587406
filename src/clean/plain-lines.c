/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-lines.c - lines of plain text and their layout. */
#include "plain-lines.h"
#include "plain-columns.h"
#include "plain-layout.h"
#include "spacing.h"

/* A line of fewer columns says nothing about the width of the text. */
#define LONG_LINE 30
/* Wrapped text: so many of the long lines, in percent, end within a sentence, and so many of those near one width. */
#define WRAPPED_SHARE 30
#define SAME_WIDTH    6
#define MAX_WIDTH     400
/* Lines, and bytes of each, that show how digits are set. */
#define HABIT_LINES 200u
#define HABIT_BYTES 400u

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

/* Columns of a character as its first byte tells them: one up to U+2FFF, two from there on. */
static guint
columns_of_byte (guchar byte)
{
    return byte < 0x80 ? 1 : byte < 0xC0 ? 0 : byte < 0xE3 ? 1 : 2;
}

/* Signs and columns of a stretch of bytes. */
static void
sum_up (GxStr text, GxLine *line)
{
    line->signs = gx_bytes_sum (text, &line->width);
}

static gboolean
find_end (GxStr text, const GxLine *line)
{
    const char *p = text.data + line->end, *start = text.data + line->start;
    gunichar c = 0;

    if ((line->first == 0xFF08 && line->last == 0xFF09) || (line->first == '(' && line->last == ')'))
        return TRUE;
    while (p > start) {
        p = gx_char_before (p);
        c = gx_char_at (p);
        if (!gx_plain_is_closing (c) && !is_white (c))
            break;
    }
    return gx_plain_is_end_mark (c);
}

/* First and last character, and whether a sentence ends with the line. */
static void
look_at_ends (GxStr text, GxLine *line)
{
    line->first = gx_char_at (text.data + line->start);
    line->last = gx_char_at (gx_char_before (text.data + line->end));
    line->ends = find_end (text, line);
}

typedef struct {
    GxPlain *plain;
    GxLine next; /* what is known of the next line: blanks before it, whether it starts a page */
} Splitter;

/* Adds source bytes [start, end), which hold no line end, as a line unless they are white; summed: next has their signs and columns. */
static void
add_piece (Splitter *s, gsize start, gsize end, gboolean summed)
{
    GxStr text = s->plain->text;
    GxLine *line = &s->next;
    gunichar c;

    if (!summed)
        sum_up ((GxStr){ text.data + start, end - start }, line);
    for (line->indent = 0; start < end && is_white (c = gx_char_at (text.data + start));) {
        guint columns = columns_of_byte ((guchar)text.data[start]);

        line->indent += c == '\t' ? 8 : columns;
        line->width -= MIN (columns, line->width);
        start += (gsize)g_utf8_skip[(guchar)text.data[start]];
    }
    while (end > start) {
        const char *last = gx_char_before (text.data + end);

        if (!is_white (gx_char_at (last)))
            break;
        line->width -= MIN (columns_of_byte ((guchar)*last), line->width);
        end = (gsize)(last - text.data);
    }
    if (start >= end)
        return;
    if ((line->signs & GX_SIGN_BLANK) && !memchr (text.data + start, ' ', end - start) && !memchr (text.data + start, '\t', end - start))
        line->signs &= ~(guint)GX_SIGN_BLANK; /* it was at the ends */
    line->start = start;
    line->end = end;
    look_at_ends (text, line);
    g_array_append_vals (s->plain->lines, line, 1);
    line->blanks = 0;
    line->starts_page = FALSE;
}

/* Bytes of the line end at the start of text, 0 when it starts with none. */
static gsize
line_end_len (const char *p)
{
    gunichar c = (guchar)*p < 0x80 || *p == '\xC2' || *p == '\xE2' ? gx_char_at (p) : 0;

    return is_line_end (c) ? (gsize)g_utf8_skip[(guchar)*p] : 0;
}

/* Adds the lines of source bytes [start, end), in which there is no '\n' but may be other line ends. */
static void
add_stretch (Splitter *s, gsize start, gsize end)
{
    const char *data = s->plain->text.data;
    gsize len, piece = start;

    if (end > start && data[end - 1] == '\r')
        end--;
    sum_up ((GxStr){ data + start, end - start }, &s->next);
    if (!(s->next.signs & GX_SIGN_BREAK)) {
        add_piece (s, start, end, TRUE);
        return;
    }
    for (gsize at = start; at < end;) {
        if ((len = line_end_len (data + at)) == 0) {
            at++;
            continue;
        }
        if (at > piece)
            add_piece (s, piece, at, FALSE);
        if (data[at] == '\f')
            s->next.starts_page = s->plain->has_pages = TRUE;
        else if (data[at] == '\r' && at == piece)
            s->next.blanks++;
        piece = at += len;
    }
    add_piece (s, piece, end, FALSE);
}

static void
split (GxPlain *self, gsize start, gsize end)
{
    Splitter s = { .plain = self, .next = { .starts_page = TRUE } };

    while (start < end) {
        const char *stop = memchr (self->text.data + start, '\n', end - start);
        gsize at = stop ? (gsize)(stop - self->text.data) : end;
        guint n_lines = self->lines->len;

        add_stretch (&s, start, at);
        if (self->lines->len == n_lines && stop)
            s.next.blanks++;
        start = at + 1;
    }
}

gboolean
gx_plain_ends (const GxPlain *self, const GxLine *line)
{
    (void)self;
    return line->ends;
}

gboolean
gx_plain_has_end_inside (const GxPlain *self, const GxLine *line)
{
    for (const char *p = self->text.data + line->start; p < self->text.data + line->end; p = g_utf8_next_char (p)) {
        gunichar c = gx_char_at (p);

        if (c >= 0x80 && gx_plain_is_end_mark (c) && c != 0xFF1A)
            return TRUE;
        if ((c == '.' || c == '?' || c == '!') && p + 1 < self->text.data + line->end && p[1] == ' ')
            return TRUE;
    }
    return FALSE;
}

/* Columns of the piece of line that could not have been broken: a word of Latin letters, or a character with the marks after it; at most so
 * many. */
static guint
first_word (const GxPlain *self, const GxLine *line, guint most)
{
    const char *p = self->text.data + line->start, *end = self->text.data + line->end;
    guint columns = columns_of_byte ((guchar)*p);

    for (p = g_utf8_next_char (p); p < end && columns < most; p = g_utf8_next_char (p)) {
        gunichar c = gx_char_at (p);

        if (is_white (c) || (c >= 0x3000 && !gx_plain_is_closing (c) && !gx_plain_is_end_mark (c)))
            break;
        columns += columns_of_byte ((guchar)*p);
    }
    return MIN (columns, most);
}

gboolean
gx_plain_is_full (const GxPlain *self, const GxLine *line, const GxLine *next, guint slack)
{
    guint room = line->room > 0 ? line->room : self->full_width;

    return line->width + MIN (line->indent, 8) + first_word (self, next, room / 3) + slack >= room;
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

static void
number_pages (GxPlain *self)
{
    guint page = 0;

    for (guint i = 1; i < self->lines->len; i++) {
        page += gx_plain_line (self, i)->starts_page ? 1 : 0;
        gx_plain_line (self, i)->page = page;
    }
}

/* Where no form feed is left, it may have become a blank: a few lines out of many begin with exactly one. */
static void
guess_pages (GxPlain *self)
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
    number_pages (self);
}

/* Whether digits stand beside Han characters with blanks between or without, in the first lines that have both. */
static void
find_digit_habit (GxPlain *self)
{
    guint n_tight = 0, n_spaced = 0, n = 0;

    for (guint i = 0; i < self->lines->len && n < HABIT_LINES; i++) {
        const GxLine *line = gx_plain_line (self, i);
        gsize end = MIN (line->end, line->start + HABIT_BYTES);

        if ((line->signs & (GX_SIGN_DIGIT | GX_SIGN_HAN)) != (GX_SIGN_DIGIT | GX_SIGN_HAN))
            continue;
        n++;
        for (gsize at = line->start; at + 2 < end; at++) {
            guchar c = (guchar)self->text.data[at + 1], next = (guchar)self->text.data[at + 2];

            if (!g_ascii_isdigit (self->text.data[at]) || (c < 0x80 && c != ' '))
                continue;
            n_tight += c >= 0xE4 ? 1 : 0;
            n_spaced += c == ' ' && next >= 0xE4 ? 1 : 0;
        }
    }
    self->has_tight_digits = n_tight > n_spaced;
}

GxPlain *
gx_plain_new (GxStr source, gsize start, gsize end, const GxLayout *layout)
{
    GxPlain *self = g_new0 (GxPlain, 1);

    self->text = source;
    self->lines = g_array_new (FALSE, FALSE, sizeof (GxLine));
    self->marks = g_array_new (FALSE, FALSE, sizeof (GxMark));
    split (self, start, end);
    number_pages (self);
    self->layout = layout;
    if (layout)
        gx_plain_apply_layout (self, layout);
    else
        gx_plain_split_columns (self);
    find_width (self);
    if (self->full_width > 0)
        find_idle_blanks (self);
    guess_pages (self);
    find_digit_habit (self);
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

gboolean
gx_plain_measure (const GxPlain *self, GxLine *line)
{
    GxStr text = self->text;
    guint width;

    while (line->start < line->end && is_white (gx_char_at (text.data + line->start)))
        line->start += (gsize)g_utf8_skip[(guchar)text.data[line->start]];
    while (line->start < line->end && is_white (gx_char_at (gx_char_before (text.data + line->end))))
        line->end = (gsize)(gx_char_before (text.data + line->end) - text.data);
    if (line->start >= line->end)
        return FALSE;
    width = line->width;
    sum_up ((GxStr){ text.data + line->start, line->end - line->start }, line);
    if (line->size > 0)
        line->width = width; /* on paper it is as it was */
    look_at_ends (text, line);
    return TRUE;
}

void
gx_plain_trim_marks (GxPlain *self)
{
    const GArray *marks = self->marks;

    for (guint first = 0, next; first < marks->len; first = next) {
        GxLine *line = gx_plain_line (self, g_array_index (marks, GxMark, first).line);

        for (next = first; next < marks->len && g_array_index (marks, GxMark, next).line == g_array_index (marks, GxMark, first).line;)
            next++;
        for (guint k = first; k < next && g_array_index (marks, GxMark, k).start == line->start; k++) {
            line->start = g_array_index (marks, GxMark, k).end;
            (void)gx_plain_measure (self, line);
        }
        for (guint k = next; k > first && line->start < line->end && g_array_index (marks, GxMark, k - 1).end == line->end; k--) {
            line->end = g_array_index (marks, GxMark, k - 1).start;
            (void)gx_plain_measure (self, line);
        }
        if (line->start >= line->end)
            line->role = GX_LINE_EMPTY;
    }
}
