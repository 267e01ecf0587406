/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-shape.c - what the lines together say of how a text is set: its width, its pages, its habits. */
#include "plain-lines.h"

/* A line of fewer columns says nothing about the width of the text. */
#define LONG_LINE 30
/* Wrapped text: so many of the long lines, in percent, end within a sentence, and so many of those near one width. */
#define WRAPPED_SHARE 30
#define SAME_WIDTH    6
#define MAX_WIDTH     400
/* So many paragraphs with a blank behind them are a habit. */
#define LEAST_TAILS 3
/* Lines, and bytes of each, that show how digits are set. */
#define HABIT_LINES 200u
#define HABIT_BYTES 400u

/* Whether line i, which ends with ：, may go on in the next one, right below it. */
static gboolean
may_go_on (const GxPlain *self, guint i)
{
    const GxLine *next;

    if (gx_plain_line (self, i)->last != 0xFF1A || i + 1 == self->lines->len)
        return FALSE;
    next = gx_plain_line (self, i + 1);
    return next->blanks == 0 && next->indent == 0;
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
        if (gx_plain_ends (self, line) && !may_go_on (self, i))
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

/* Whether exactly one blank stands behind the line, between it and its end. */
static gboolean
has_blank_behind (const GxPlain *self, const GxLine *line)
{
    GxStr text = self->text;

    return line->end + 1 < text.len && text.data[line->end] == ' ' &&
           (text.data[line->end + 1] == '\n' || text.data[line->end + 1] == '\r');
}

/* Text copied out of a PDF may have a blank where a paragraph ends: behind most of the lines that end a sentence, and behind hardly any
 * full line that doesn't. Where Latin words part a line there is a blank in any case. */
static void
find_tails (GxPlain *self)
{
    guint n_ended = 0, n_ended_tails = 0, n_open = 0, n_open_tails = 0;

    for (guint i = 0; i < self->lines->len; i++) {
        const GxLine *line = gx_plain_line (self, i);
        gboolean is_tail;

        if (line->last < 0x2E80 && !line->ends)
            continue;
        is_tail = has_blank_behind (self, line);
        if (line->ends) {
            n_ended++;
            n_ended_tails += is_tail ? 1 : 0;
        } else if (line->width * 10 >= self->full_width * 9) {
            n_open++;
            n_open_tails += is_tail ? 1 : 0;
        }
    }
    self->has_tails = n_ended_tails >= LEAST_TAILS && n_ended_tails * 2 > n_ended && n_open >= LEAST_TAILS && n_open_tails * 20 <= n_open;
    for (guint i = 0; i < self->lines->len && self->has_tails; i++)
        gx_plain_line (self, i)->has_blank = has_blank_behind (self, gx_plain_line (self, i));
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
    gx_plain_number_pages (self);
}

void
gx_plain_find_shape (GxPlain *self)
{
    find_width (self);
    if (self->full_width > 0)
        find_idle_blanks (self);
    if (self->full_width > 0 && !self->layout)
        find_tails (self);
    guess_pages (self);
}

gboolean
gx_plain_has_tight_digits (const GxPlain *self)
{
    const char *data = self->text.data;
    guint n_tight = 0, n_spaced = 0, n = 0;

    for (guint i = 0; i < self->lines->len && n < HABIT_LINES; i++) {
        const GxLine *line = gx_plain_line (self, i);
        gsize end = MIN (line->end, line->start + HABIT_BYTES);

        if ((line->signs & (GX_SIGN_DIGIT | GX_SIGN_HAN)) != (GX_SIGN_DIGIT | GX_SIGN_HAN))
            continue;
        n++;
        for (gsize at = line->start; at + 2 < end; at++) {
            if (gx_byte_is_han (data[at])) {
                at += 2;
                continue;
            }
            if (!g_ascii_isdigit (data[at]))
                continue;
            n_tight += (guchar)data[at + 1] >= 0xE4 ? 1 : 0;
            n_spaced += data[at + 1] == ' ' && (guchar)data[at + 2] >= 0xE4 ? 1 : 0;
        }
    }
    return n_tight > n_spaced;
}
