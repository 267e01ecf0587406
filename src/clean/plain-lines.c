/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-lines.c - lines of plain text and their layout. */
#include "plain-lines.h"
#include "plain-columns.h"
#include "plain-layout.h"
#include "spacing.h"

/* Bytes of a line, by which room is made for the lines, for so many of them at most. */
#define USUAL_LINE    64
#define MOST_RESERVED (1u << 20)

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

/* Whether c opens a bracket or quotation, which never ends a line of Han characters. */
static gboolean
is_opening (gunichar c)
{
    return c == 0x201C || c == 0x2018 || c == 0xFF08 || (c >= 0x3008 && c <= 0x3014 && c % 2 == 0 && c != 0x3012);
}

/* Columns of the piece of line that could not have been broken: a word of Latin letters, or a character with the marks around it; at most
 * so many. */
static guint
first_word (const GxPlain *self, const GxLine *line, guint most)
{
    const char *p = self->text.data + line->start, *end = self->text.data + line->end;
    guint columns = columns_of_byte ((guchar)*p);
    gboolean is_open = is_opening (line->first);

    for (p = g_utf8_next_char (p); p < end && columns < most; p = g_utf8_next_char (p)) {
        gunichar c = gx_char_at (p);

        if (is_white (c) || (c >= 0x3000 && !is_open && !gx_plain_is_closing (c) && !gx_plain_is_end_mark (c)))
            break;
        is_open = is_open && is_opening (c);
        columns += columns_of_byte ((guchar)*p);
    }
    return MIN (columns, most);
}

gboolean
gx_plain_is_full (const GxPlain *self, const GxLine *line, const GxLine *next, guint slack)
{
    guint room = line->room > 0 ? line->room : self->full_width;

    return line->lead + line->width + MIN (line->indent, 8) + first_word (self, next, room / 3) + slack >= room;
}

void
gx_plain_number_pages (GxPlain *self)
{
    guint page = 0;

    for (guint i = 1; i < self->lines->len; i++) {
        page += gx_plain_line (self, i)->starts_page ? 1 : 0;
        gx_plain_line (self, i)->page = page;
    }
}

/* Takes the marks of quoted messages off the lines. */
static void
strip_quotes (GxPlain *self)
{
    guint n_quoted = 0, n = 0;

    for (guint i = 0; i < self->lines->len; i++)
        n_quoted += gx_plain_line (self, i)->first == '>' ? 1 : 0;
    if (n_quoted < 2)
        return;
    for (guint i = 0; i < self->lines->len; i++) {
        GxLine line = *gx_plain_line (self, i);

        while (line.start < line.end && (self->text.data[line.start] == '>' || self->text.data[line.start] == ' ')) {
            line.quote += self->text.data[line.start] == '>' ? 1 : 0;
            line.start++;
        }
        if (line.quote == 0 || gx_plain_measure (self, &line))
            *gx_plain_line (self, n++) = line;
        else if (i + 1 < self->lines->len)
            gx_plain_line (self, i + 1)->blanks++;
    }
    g_array_set_size (self->lines, n);
}

GxPlain *
gx_plain_new (GxStr source, gsize start, gsize end, const GxLayout *layout)
{
    GxPlain *self = g_new0 (GxPlain, 1);

    self->text = source;
    self->lines = g_array_sized_new (FALSE, FALSE, sizeof (GxLine), (guint)MIN ((end - start) / USUAL_LINE + 1, MOST_RESERVED));
    self->marks = g_array_new (FALSE, FALSE, sizeof (GxMark));
    split (self, start, end);
    strip_quotes (self);
    gx_plain_number_pages (self);
    self->layout = layout;
    if (layout)
        gx_plain_apply_layout (self, layout);
    else
        gx_plain_split_columns (self);
    gx_plain_find_shape (self);
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

/* Whether marks end or begin lines as a rule: then they had broken them. */
static gboolean
do_marks_break_lines (const GxPlain *self)
{
    guint n = 0;

    for (guint i = 0; i < self->lines->len; i++)
        n += gx_plain_line (self, i)->has_mark_behind || gx_plain_line (self, i)->has_mark_before ? 1 : 0;
    return n * 10 >= self->marks->len * 7;
}

/* A line that a raised mark had broken goes on in the next one, as long as both have room in one line. */
static void
find_leads (GxPlain *self)
{
    if (!do_marks_break_lines (self))
        return;
    for (guint i = 0; i + 1 < self->lines->len; i++) {
        const GxLine *line = gx_plain_line (self, i);
        GxLine *next = gx_plain_line (self, i + 1);
        guint lead = line->lead + line->width;

        if (line->role == GX_LINE_BODY && next->role == GX_LINE_BODY && line->size <= 0 &&
            (line->has_mark_behind || next->has_mark_before) && next->page == line->page && next->blanks == 0 &&
            lead + next->width <= self->full_width + 2)
            next->lead = lead;
    }
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
            line->has_mark_before = TRUE;
            (void)gx_plain_measure (self, line);
        }
        for (guint k = next; k > first && line->start < line->end && g_array_index (marks, GxMark, k - 1).end == line->end; k--) {
            line->end = g_array_index (marks, GxMark, k - 1).start;
            line->has_mark_behind = TRUE;
            (void)gx_plain_measure (self, line);
        }
        if (line->start >= line->end)
            line->role = GX_LINE_EMPTY;
    }
    find_leads (self);
}
