/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "short-line.h"

#include "words.h"

void
gx_short_line_init (GxShortLine *self)
{
    memset (self, 0, sizeof *self);
}

void
gx_short_line_clear (GxShortLine *self)
{
    g_free (self->chars);
    g_free (self->at);
    g_free (self->flags);
    g_free (self->named);
    g_free (self->name_length);
    gx_words_free (self->words);
}

static void
reserve (GxShortLine *self, gsize n)
{
    if (n <= self->capacity)
        return;
    guint capacity = MAX ((guint)n, self->capacity * 2);
    self->chars = g_renew (gunichar, self->chars, capacity);
    self->at = g_renew (guint32, self->at, capacity + 1);
    self->flags = g_renew (guint8, self->flags, capacity);
    self->named = g_renew (const GxEntity *, self->named, capacity);
    self->name_length = g_renew (guint16, self->name_length, capacity);
    self->capacity = capacity;
}

void
gx_short_line_set (GxShortLine *self, GxStr text, gsize offset)
{
    gsize n = 0;
    for (gsize i = 0; i < text.len; i++)
        n += ((guchar)text.data[i] & 0xC0) != 0x80;
    reserve (self, MAX (n, 1));

    self->text = text;
    self->offset = offset;
    self->n = (guint)n;
    self->words_start = self->words_end = 0;
    const char *p = text.data;
    for (guint i = 0; i < n; i++) {
        self->chars[i] = g_utf8_get_char (p);
        self->at[i] = (guint32)(p - text.data);
        p = g_utf8_next_char (p);
    }
    self->at[n] = (guint32)text.len;
    memset (self->flags, 0, n);
    memset (self->named, 0, n * sizeof *self->named);
    memset (self->name_length, 0, n * sizeof *self->name_length);
}

guint
gx_short_line_index (const GxShortLine *self, gsize byte)
{
    guint low = 0, high = self->n;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (self->at[middle] < byte)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

GxStr
gx_short_line_text (const GxShortLine *self, guint i, guint j)
{
    GxStr text = { self->text.data + self->at[i], self->at[j] - self->at[i] };
    return text;
}

/* Words never run over a mark or a blank, so the stretch of Han characters around i is all that has to be looked at. A stretch is cut at a
 * length no sentence reaches, to keep the cost of odd input linear. */
static void
look_up_words (GxShortLine *self, guint i)
{
    enum { LONGEST = 200 };
    if (i >= self->words_start && i < self->words_end)
        return;
    guint start = i, end = i;
    while (start > 0 && i - start < LONGEST && gx_is_han (self->chars[start - 1]))
        start--;
    while (end < self->n && end - i < LONGEST && gx_is_han (self->chars[end]))
        end++;
    if (end == i)
        end = i + 1;
    if (!self->words)
        self->words = gx_words_new ();
    gx_words_set_text (self->words, gx_short_line_text (self, start, end));
    self->words_start = start;
    self->words_end = end;
}

gboolean
gx_short_line_crosses (GxShortLine *self, guint i)
{
    if (i == 0 || i >= self->n || !gx_is_han (self->chars[i - 1]) || !gx_is_han (self->chars[i]))
        return FALSE;
    look_up_words (self, i);
    return !gx_words_is_boundary (self->words, self->at[i] - self->at[self->words_start]);
}

void
gx_short_line_word (GxShortLine *self, guint i, guint *start, guint *end)
{
    look_up_words (self, i);
    gsize base = self->at[self->words_start], first, last;
    gx_words_at (self->words, self->at[i] - base, &first, &last);
    *start = gx_short_line_index (self, base + first);
    *end = gx_short_line_index (self, base + last);
}

static gboolean
is_edge (gunichar c)
{
    return g_unichar_ispunct (c) || g_unichar_type (c) == G_UNICODE_MATH_SYMBOL;
}

/* Blanks that folding leaves stand between scripts (19 日) and part nothing. */
static guint
skip_blanks_left (const GxShortLine *self, guint i)
{
    while (i > 0 && self->chars[i - 1] == ' ')
        i--;
    return i;
}

static guint
skip_blanks_right (const GxShortLine *self, guint i)
{
    while (i < self->n && self->chars[i] == ' ')
        i++;
    return i;
}

gboolean
gx_short_line_edge_left (const GxShortLine *self, guint i)
{
    i = skip_blanks_left (self, i);
    return i == 0 || is_edge (self->chars[i - 1]);
}

gboolean
gx_short_line_edge_right (const GxShortLine *self, guint i)
{
    i = skip_blanks_right (self, i);
    return i >= self->n || is_edge (self->chars[i]);
}

guint
gx_short_line_left (const GxShortLine *self, GxContextKind kind, guint i, gunichar c, double *weight)
{
    guint skipped = i - skip_blanks_left (self, i);
    i -= skipped;
    for (guint length = MIN (gx_contexts_longest (self->contexts, kind), i); length > 0; length--)
        if (gx_contexts_find (self->contexts, kind, gx_short_line_text (self, i - length, i), c, weight))
            return length + skipped;
    *weight = 0;
    return 0;
}

guint
gx_short_line_right (const GxShortLine *self, GxContextKind kind, guint i, gunichar c, double *weight)
{
    guint skipped = skip_blanks_right (self, i) - i;
    i += skipped;
    for (guint length = MIN (gx_contexts_longest (self->contexts, kind), self->n - MIN (i, self->n)); length > 0; length--)
        if (gx_contexts_find (self->contexts, kind, gx_short_line_text (self, i, i + length), c, weight))
            return length + skipped;
    *weight = 0;
    return 0;
}

gboolean
gx_short_line_beside_dot (const GxShortLine *self, guint i, guint j)
{
    enum { REACH = 2, DOT = 0xB7 };
    for (guint k = 1; k <= REACH && k <= i && (gx_is_han (self->chars[i - k]) || self->chars[i - k] == DOT); k++)
        if (self->chars[i - k] == DOT)
            return TRUE;
    for (guint k = 0; k < REACH && j + k < self->n && (gx_is_han (self->chars[j + k]) || self->chars[j + k] == DOT); k++)
        if (self->chars[j + k] == DOT)
            return TRUE;
    return FALSE;
}
