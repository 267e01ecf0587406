/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-marks.c - where a number in the text may point to a note. */
#include "plain-marks.h"
#include "byte-blocks.h"
#include "plain-kinds.h"
#include "plain-quantities.h"
#include "spacing.h"

/* Digits of a mark. */
#define MOST_DIGITS 3

static gunichar
char_at (GxStr text, gsize at)
{
    return at < text.len ? gx_char_at (text.data + at) : 0;
}

static gboolean
is_superscript (gunichar c)
{
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
}

/* Bytes of a mark that can be nothing else at the start of text: ^[7], ¹². */
static gsize
sign_len (GxStr text)
{
    guint number;
    gsize at = 0;

    if (text.data[0] == '^' && text.len > 1) {
        return gx_note_number (text, GX_NOTE_BRACKETS, &number);
    }
    while (is_superscript (char_at (text, at)))
        at += (gsize)g_utf8_skip[(guchar)text.data[at]];
    return at;
}

typedef struct {
    GArray *found;
    const GxNoteStarts *starts;
    GxStr text; /* up to the line's end */
    gsize line_start;
    gunichar next;                      /* the first character of the line below, 0 when there is none */
    gunichar last, before;              /* the two characters at the end of the line above */
    gsize brackets_start, brackets_end; /* the row of bracketed marks passed last: what is before it is before what follows too */
} Scan;

static gboolean
is_start (const Scan *s, GxNoteStyle style, guint number)
{
    return number < GX_N_NOTE_NUMBERS && s->starts->is_there[style][number];
}

static void
add (Scan *s, GxNoteStyle style, guint number, gsize start, gsize end, guint score)
{
    GxMarkCandidate candidate = { style, number, start, end, 0, 0, score };
    gboolean is_any = style == GX_NOTE_BRACKETS || style == GX_NOTE_SIGNS;

    if (number > 0 && score > 0 && (is_any || is_start (s, style, number)))
        g_array_append_val (s->found, candidate);
}

/* Whether a note has the number that the digits [start, end) are or begin with. */
static gboolean
may_be_number (const Scan *s, gsize start, gsize end)
{
    guint number = 0;

    for (gsize at = start; at < end && at < start + MOST_DIGITS; at++) {
        number = number * 10 + (guint)(s->text.data[at] - '0');
        if (is_start (s, GX_NOTE_DIGITS, number))
            return TRUE;
    }
    return FALSE;
}

/* The readings of the run of digits [start, end) as a mark: all of it, or its first digits before a quantity. */
static void
add_digits (Scan *s, gsize start, gsize end, guint score)
{
    GxStr text = s->text;
    guint number = 0;

    for (gsize at = start; at < end && at < start + MOST_DIGITS && text.data[start] != '0'; at++) {
        number = number * 10 + (guint)(text.data[at] - '0');
        if (at + 1 < end) {
            if (score >= 2 && gx_quantity_begins (text, start, at + 1))
                add (s, GX_NOTE_DIGITS, number, start, at + 1, score - 1);
        } else
            add (s, GX_NOTE_DIGITS, number, start, end, gx_quantity_score_before (text, end, score));
    }
}

/* The two characters in front of byte `at`, white space aside. */
static void
look_back (const Scan *s, gsize at, gunichar *last, gunichar *before)
{
    gunichar seen[2] = { 0, 0 };
    guint n = 0;

    if (at == s->brackets_end && at > s->line_start)
        at = s->brackets_start;
    while (at > s->line_start && n < 2) {
        const char *p = gx_char_before (s->text.data + at);
        gunichar c = gx_char_at (p);

        at = (gsize)(p - s->text.data);
        if (!gx_spacing_is_white (c))
            seen[n++] = c;
        else if (n == 1)
            break;
    }
    *last = n > 0 ? seen[0] : s->last;
    *before = n > 1 ? seen[1] : n == 1 ? s->last : s->before;
}

/* Whether a number behind a blank at `at` belongs to what is before it after all: no blank sets it apart from the word behind it. */
static gboolean
leans_back (const Scan *s, gsize at, gsize end)
{
    gunichar after = char_at (s->text, end);

    return at > s->line_start && after >= 0x2E80 && (!gx_quantity_is_unit (after) || gx_quantity_refuses (s->text, end)) &&
           g_unichar_isalpha (after);
}

/* Whether the digits at `at` end a Latin word of at least four small letters: `treaty3`. */
static gboolean
ends_word (const Scan *s, gsize at)
{
    gsize n = 0;

    while (at > s->line_start && g_ascii_islower (s->text.data[at - 1]) && n < 4) {
        at--;
        n++;
    }
    return n == 4;
}

/* A run of digits at `at`; returns its end. */
static gsize
scan_digits (Scan *s, gsize at)
{
    gunichar last, before;
    gsize end = at;
    guint score;
    gboolean is_apart;

    while (end < s->text.len && g_ascii_isdigit (s->text.data[end]))
        end++;
    if (end - at > 8 || s->text.data[at] == '0' || !may_be_number (s, at, end))
        return end;
    is_apart = at > s->line_start && gx_spacing_is_white (gx_char_at (gx_char_before (s->text.data + at)));
    look_back (s, at, &last, &before);
    if (last < 0x80 ? g_ascii_isdigit ((gchar)last) : !gx_char_is_common_letter (last) && g_unichar_isdigit (last))
        return end;
    score = gx_quantity_score_behind (last, before);
    if (score == 0 && (ends_word (s, at) || (last >= 0x2E80 && (gx_quantity_refuses (s->text, end) ||
                                                                (end == s->text.len && gx_char_is_among (s->next, "一二三四五六七八九"))))))
        score = 1;
    /* A blank sets a number apart from the word before it: then it counts only behind the end of a sentence, or on a new line. */
    if (!is_apart || score == 3 || (score > 0 && leans_back (s, at, end)))
        add_digits (s, at, end, score);
    return end;
}

/* Bytes of a row of numbers in brackets at the start of text: [2,3], [2-4]; number is the first of them. */
static gsize
number_row (GxStr text, guint *number)
{
    gsize at = 1, most = MIN (text.len, 24);

    *number = 0;
    if (text.data[0] != '[')
        return 0;
    for (; at < most && g_ascii_isdigit (text.data[at]) && *number < 1000; at++)
        *number = *number * 10 + (guint)(text.data[at] - '0');
    if (at == 1 || *number == 0 || *number >= 1000)
        return 0;
    while (at < most && (g_ascii_isdigit (text.data[at]) || strchr (",- ", text.data[at])))
        at++;
    return at < most && text.data[at] == ']' && g_ascii_isdigit (text.data[at - 1]) ? at + 1 : 0;
}

/* A sign at `at` that is no digit; returns where to go on. */
static gsize
scan_sign (Scan *s, gsize at)
{
    GxStr rest = { s->text.data + at, s->text.len - at };
    gunichar c = gx_char_at (rest.data), last, before;
    gsize len = (gsize)g_utf8_skip[(guchar)*rest.data], mark;
    guint number, score;

    look_back (s, at, &last, &before);
    score = gx_quantity_score_behind (last, before);
    if ((c == '^' || is_superscript (c)) && (mark = sign_len (rest)) > 0) {
        if (c == '^' && gx_note_number (rest, GX_NOTE_BRACKETS, &number) > 0)
            add (s, GX_NOTE_BRACKETS, number, at, at + mark, 3);
        /* At the start of a line it may be a note's own number. */
        if (c == '^' ? at > s->line_start || mark == rest.len : score > 0)
            add (s, GX_NOTE_SIGNS, 1, at, at + mark, 3);
        return at + mark;
    }
    if (at == s->line_start)
        return at + len;
    if (gx_note_number (rest, GX_NOTE_CIRCLED, &number) > 0)
        add (s, GX_NOTE_CIRCLED, number, at, at + len, MAX (score, 1));
    else if ((mark = gx_note_number (rest, GX_NOTE_BRACKETS, &number)) > 0 || (mark = number_row (rest, &number)) > 0) {
        add (s, GX_NOTE_BRACKETS, number, at, at + mark, MAX (score, 1));
        if (at != s->brackets_end)
            s->brackets_start = at;
        return s->brackets_end = at + mark;
    } else if ((mark = gx_note_number (rest, GX_NOTE_STARS, &number)) > 0) {
        gunichar after = char_at (s->text, at + mark);

        if (!gx_spacing_is_white (gx_char_at (gx_char_before (rest.data))) && !(after < 0x80 && g_ascii_isalnum ((gchar)after)))
            add (s, GX_NOTE_STARS, number, at, at + mark, MAX (score, 1));
        return at + mark;
    }
    return at + len;
}

/* Which of the bytes at p may begin a sign: ^ [ * ¹ † ① ㉑ 〔 ［. */
static guint
find_signs (const guint8 *p)
{
    GxBytes b = gx_bytes_load (p), next = gx_bytes_load (p + 1), then = gx_bytes_load (p + 2);
    GxBytes found = (GxBytes)(b == '^') | (GxBytes)(b == '*') | (GxBytes)(b == '[') | (GxBytes)(b == 0xC2);

    found |= (GxBytes)(b == 0xE2) & ((GxBytes)((next & 0xFE) == 0x80) | (GxBytes)(next == 0x91));
    found |= (GxBytes)(b == 0xE3) & (((GxBytes)(next == 0x80) & (GxBytes)(then == 0x94)) | (GxBytes)(next == 0x89));
    found |= (GxBytes)(b == 0xEF) & (GxBytes)(next == 0xBC) & (GxBytes)(then == 0xBB);
    return gx_bytes_mask (found);
}

/* Which of the bytes at p begin a run of digits. Was_digit: the byte before p is one; that of the next block's is noted there. */
static guint
find_runs (const guint8 *p, guint *was_digit)
{
    guint digits = gx_bytes_mask ((GxBytes)(gx_bytes_load (p) - '0' < 10));
    guint runs = digits & ~(digits << 1 | *was_digit);

    *was_digit = digits >> (GX_BYTES - 1) & 1;
    return runs;
}

static void
scan_line (Scan *s, const GxLine *line, gsize text_len)
{
    const guint8 *data = (const guint8 *)s->text.data;
    guint8 padded[GX_BYTES_WINDOW];
    gsize behind = line->start; /* the mark seen last */
    guint was_digit = 0;

    s->text.len = line->end;
    s->line_start = line->start;
    for (gsize from = line->start; from < line->end; from += GX_BYTES) {
        const guint8 *window = gx_bytes_window (data + from, data + text_len, padded);
        guint found = find_signs (window) | (s->starts->has_any[GX_NOTE_DIGITS] ? find_runs (window, &was_digit) : 0);

        for (; found != 0; found &= found - 1) {
            gsize at = from + gx_bytes_first (found);

            if (at >= behind && at < line->end)
                behind = g_ascii_isdigit ((gchar)data[at]) ? scan_digits (s, at) : scan_sign (s, at);
        }
    }
}

static gint
compare (gconstpointer a, gconstpointer b)
{
    const GxMarkCandidate *left = a, *right = b;

    if (left->style != right->style)
        return left->style < right->style ? -1 : 1;
    if (left->number != right->number)
        return left->number < right->number ? -1 : 1;
    return left->place < right->place ? -1 : left->place > right->place;
}

/* Whether the line may have a mark: a sign, an opening bracket with a digit behind it, or any digit or ① when there are notes that are
 * numbered so. */
static gboolean
may_have_mark (const GxPlain *plain, const GxLine *line, const GxNoteStarts *starts)
{
    GxStr text = gx_plain_text (plain, line);

    if ((line->signs & GX_SIGN_MARK) || ((line->signs & GX_SIGN_GENERAL) && gx_bytes_have_dagger (text)))
        return TRUE;
    if (!(line->signs & GX_SIGN_DIGIT))
        return FALSE;
    return starts->has_any[GX_NOTE_DIGITS] || starts->has_any[GX_NOTE_CIRCLED] || gx_bytes_have_bracketed_digit (text);
}

GArray *
gx_mark_candidates_find (const GxPlain *plain, const GxNoteStarts *starts)
{
    Scan s = { .found = g_array_new (FALSE, FALSE, sizeof (GxMarkCandidate)), .starts = starts, .text = plain->text };

    for (guint i = 0; i < plain->lines->len; i++) {
        const GxLine *line = gx_plain_line (plain, i);

        if (line->role != GX_LINE_BODY || line->is_number)
            continue;
        if (may_have_mark (plain, line, starts)) {
            guint n = s.found->len;

            s.next = i + 1 < plain->lines->len ? gx_plain_line (plain, i + 1)->first : 0;
            scan_line (&s, line, plain->text.len);
            for (; n < s.found->len; n++) {
                GxMarkCandidate *c = &g_array_index (s.found, GxMarkCandidate, n);

                c->line = i;
                c->place = gx_mark_place (plain, i, c->start);
            }
        }
        s.before = 0;
        s.last = line->last;
        if (line->last == '.' && line->end - line->start > 1)
            s.before = (guchar)plain->text.data[line->end - 2] < 0x80 ? (gunichar)plain->text.data[line->end - 2] : 0;
    }
    g_array_sort (s.found, compare);
    return s.found;
}
