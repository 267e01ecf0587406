/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-apart.c - numbers on lines of their own count up as notes do, and each has its mark in the text above.
 *
 * Page numbers count up, too: they stand at the edges of pages, one a page, and have no marks. */
#include "plain-apart.h"
#include "plain-kinds.h"
#include "plain-marks.h"
#include "plain-notes.h"

/* So many numbers may be missing in a sequence. */
#define MAX_GAP 3
/* Lines of a note that stands before its number. */
#define MOST_LINES 8
/* Numbers below one whose marks tell where the text ends. */
#define MAX_AHEAD 16
/* Lines between the text's last mark and a number that are all the note's. */
#define FEW_LINES 3
/* Lines above a number among which a note is looked for that begins with the same one. */
#define LOOK_BACK 60

/* A line that is a number. */
typedef struct {
    guint line, number, page;
    gboolean is_first, is_last; /* of its page */
    gboolean is_note;
} Lone;

typedef struct {
    GxPlain *plain;
    GArray *lone;       /* of Lone, in reading order */
    GArray *candidates; /* of GxMarkCandidate */
    guint last_number;  /* the greatest of a note */
    gint offset;        /* of page numbers: number - page */
    gboolean has_offset;
} Numbers;

/* The number that is all of the line, 0 when it is none. */
static guint
lone_number (const GxPlain *plain, const GxLine *line)
{
    GxStr text = gx_plain_text (plain, line);
    guint number;

    if (text.len > 3 || line->first < '1' || line->first > '9' || line->role != GX_LINE_BODY)
        return 0;
    return gx_note_number (text, GX_NOTE_DIGITS, &number) == text.len ? number : 0;
}

static void
collect (Numbers *n)
{
    const GxPlain *plain = n->plain;

    for (guint i = 0; i < plain->lines->len; i++) {
        const GxLine *line = gx_plain_line (plain, i);
        guint number = line->end - line->start > 3 ? 0 : lone_number (plain, line);
        Lone lone = { .line = i, .number = number, .page = line->page };

        if (number == 0)
            continue;
        lone.is_first = i == 0 || gx_plain_line (plain, i - 1)->page != line->page;
        lone.is_last = i + 1 == plain->lines->len || gx_plain_line (plain, i + 1)->page != line->page;
        g_array_append_val (n->lone, lone);
    }
}

/* Numbers at the edges of three pages or more that go up by what their pages do are page numbers. */
static void
find_offset (Numbers *n)
{
    const Lone *last = NULL;
    guint n_same = 0;

    for (guint k = 0; k < n->lone->len && n->plain->has_pages && !n->has_offset; k++) {
        const Lone *lone = &g_array_index (n->lone, Lone, k);

        if (!lone->is_first && !lone->is_last)
            continue;
        if (last && last->page == lone->page)
            continue;
        n_same = last && (gint)(lone->number - last->number) == (gint)(lone->page - last->page) ? n_same + 1 : 0;
        n->has_offset = n_same >= 2;
        n->offset = (gint)lone->number - (gint)lone->page;
        last = lone;
    }
}

static gboolean
is_page_number (const Numbers *n, const Lone *lone)
{
    return lone->is_first || (n->has_offset && lone->is_last && (gint)lone->number - (gint)lone->page == n->offset);
}

/* Bytes of the number that the line begins with, text behind it; 0 when it begins with none. */
static gsize
leading_number (const GxPlain *plain, const GxLine *line, guint *number)
{
    GxStr text = gx_plain_text (plain, line);
    gsize len;

    if (line->first < '1' || line->first > '9' || (len = gx_note_number (text, GX_NOTE_DIGITS, number)) == 0 || len == text.len)
        return 0;
    if (text.data[len] == '.' && len + 1 < text.len)
        return g_ascii_isdigit (text.data[len + 1]) ? 0 : len;
    return strchr ("0123456789,%:/-", text.data[len]) ? 0 : len;
}

/* Whether a line above begins with the number, as notes do whose numbers don't stand apart. */
static gboolean
has_rival (const Numbers *n, const Lone *lone, guint last_line)
{
    for (guint i = lone->line; i-- > last_line && lone->line - i < LOOK_BACK;) {
        const GxLine *line = gx_plain_line (n->plain, i);
        guint number;
        gsize len;

        if (line->page != lone->page)
            break;
        if ((len = leading_number (n->plain, line, &number)) == 0 || number != lone->number)
            continue;
        if (i > 0 && gx_plain_line (n->plain, i - 1)->ends && (lone->is_last || n->plain->text.data[line->start + len] != '.'))
            return TRUE;
    }
    return FALSE;
}

/* Follows the sequence; says how many of the numbers have a mark, and how many of those stand behind an end or another sign. */
static guint
follow (Numbers *n, guint *n_strong)
{
    guint expected = 1, last_page = 0, last_line = 0, n_found = 0, at = 0, page = 0;
    guint starts[2] = { 0, 0 }; /* the first lines of the page and of the one before */
    guint64 from = 0;

    *n_strong = 0;
    for (guint k = 0; k < n->lone->len; k++) {
        Lone *lone = &g_array_index (n->lone, Lone, k);
        const GxMarkCandidate *mark;
        guint64 to = gx_mark_place (n->plain, lone->line, gx_plain_line (n->plain, lone->line)->start);

        for (; n->plain->has_pages && page < lone->page; at++)
            if (gx_plain_line (n->plain, at)->page > page) {
                page = gx_plain_line (n->plain, at)->page;
                starts[1] = starts[0];
                starts[0] = at;
            }
        if (n->plain->has_pages && lone->number == 1 && lone->page > last_page)
            expected = 1;
        if (lone->number < expected || lone->number > expected + MAX_GAP || is_page_number (n, lone) || has_rival (n, lone, last_line))
            continue;
        mark = gx_mark_find (n->candidates, GX_NOTE_DIGITS, lone->number, MAX (from, (guint64)starts[1] << 32), to);
        if (!mark)
            continue;
        lone->is_note = TRUE;
        from = mark->place + (mark->end - mark->start);
        expected = lone->number + 1;
        n->last_number = MAX (n->last_number, lone->number);
        last_page = lone->page;
        last_line = lone->line + 1;
        n_found++;
        *n_strong += mark->score >= 2 ? 1 : 0;
    }
    return n_found;
}

/* How many of the numbers up to most begin a line with text behind them, as notes do whose numbers don't stand apart: where pages aren't
 * told apart, the numbers that stand alone are those of pages then. */
static guint
count_rivals (const GxPlain *plain, guint most)
{
    g_autofree gboolean *seen = g_new0 (gboolean, GX_N_NOTE_NUMBERS);
    guint n = 0, number;

    for (guint i = 0; i < plain->lines->len; i++) {
        const GxLine *line = gx_plain_line (plain, i);

        if (leading_number (plain, line, &number) == 0 || number > most || seen[number])
            continue;
        seen[number] = TRUE;
        n++;
    }
    return n;
}

/* The line behind the last one that has a mark of a note below number k, or is such a number itself: the text goes no further down than to
 * there. least when there is none. */
static guint
end_of_text (const Numbers *n, guint k, guint least)
{
    const Lone *lone = &g_array_index (n->lone, Lone, k);
    guint64 to = (guint64)lone->line << 32;
    guint last = lone->number;

    for (guint j = k; j < n->lone->len && j < k + MAX_AHEAD && g_array_index (n->lone, Lone, j).page == lone->page; j++)
        last = g_array_index (n->lone, Lone, j).is_note ? g_array_index (n->lone, Lone, j).number : last;
    for (guint number = lone->number; number <= last + MAX_GAP; number++) {
        const GxMarkCandidate *mark = gx_mark_find (n->candidates, GX_NOTE_DIGITS, number, (guint64)least << 32, to);

        if (mark && mark->score >= 2)
            least = mark->line + 1;
    }
    if (k > 0 && g_array_index (n->lone, Lone, k - 1).page == lone->page)
        least = MAX (least, g_array_index (n->lone, Lone, k - 1).line + 1);
    return least;
}

/* Whether a note may begin with line i rather than go on: behind a gap, below a short line that ends a sentence, or where Han ends. */
static gboolean
may_begin (const GxPlain *plain, guint i)
{
    const GxLine *line = gx_plain_line (plain, i), *last = i > 0 ? gx_plain_line (plain, i - 1) : NULL;

    if (!last || last->page != line->page || (line->blanks > 0 && !plain->has_idle_blanks))
        return TRUE;
    return (last->ends && !gx_plain_is_full (plain, last, line, 4)) || ((last->signs & GX_SIGN_HAN) && !(line->signs & GX_SIGN_HAN));
}

/* The first line of the note that stands right before number k, below the text's last mark; the number's own line when that can't be told.
 */
static guint
start_of_note (const Numbers *n, guint k)
{
    guint line = g_array_index (n->lone, Lone, k).line, most = line > MOST_LINES ? line - MOST_LINES : 0;
    guint least = end_of_text (n, k, most);

    for (guint i = line; i-- > least;)
        if (may_begin (n->plain, i))
            return i;
    return least > most && line - least <= FEW_LINES ? least : line;
}

/* Moves line `from` in front of line `to`, with the gap that is before that. */
static void
move_up (GxPlain *plain, guint from, guint to)
{
    GxLine line = *gx_plain_line (plain, from), *first = gx_plain_line (plain, to);

    line.blanks = first->blanks;
    line.starts_page = first->starts_page;
    first->blanks = 0;
    first->starts_page = FALSE;
    for (guint i = from; i > to; i--)
        *gx_plain_line (plain, i) = *gx_plain_line (plain, i - 1);
    *gx_plain_line (plain, to) = line;
}

/* Where the numbers of a page's notes, from k to the last of that page, stand behind them, as the last line of the page and those with text
 * right before them show. */
static gboolean
stand_behind (const Numbers *n, guint k, guint *end)
{
    gboolean touch = TRUE, is_last = FALSE;
    guint page = g_array_index (n->lone, Lone, k).page;

    for (*end = k; *end < n->lone->len && g_array_index (n->lone, Lone, *end).page == page; *end += 1) {
        const Lone *lone = &g_array_index (n->lone, Lone, *end);

        if (!lone->is_note)
            continue;
        is_last = lone->is_last;
        touch = touch && (n->plain->has_idle_blanks || gx_plain_line (n->plain, lone->line)->blanks == 0) &&
                (*end == k || g_array_index (n->lone, Lone, *end - 1).line + 1 < lone->line);
    }
    return n->plain->has_pages && touch && is_last;
}

/* Marks the line of number k. A note that stands before it is told by what follows: another number, or the page's end. */
static void
take_number (Numbers *n, guint k, gboolean is_behind)
{
    const Lone *lone = &g_array_index (n->lone, Lone, k);
    const Lone *next = k + 1 < n->lone->len ? &g_array_index (n->lone, Lone, k + 1) : NULL;
    gboolean is_bare = is_behind || lone->is_last || (next && next->line == lone->line + 1);
    guint start = is_bare ? start_of_note (n, k) : lone->line;

    gx_plain_line (n->plain, lone->line)->is_number = TRUE;
    if (start < lone->line)
        move_up (n->plain, lone->line, start);
}

static void
take_numbers (Numbers *n)
{
    for (guint k = 0, end; k < n->lone->len; k = end) {
        gboolean is_behind = stand_behind (n, k, &end);

        for (guint i = k; i < end; i++)
            if (g_array_index (n->lone, Lone, i).is_note)
                take_number (n, i, is_behind);
    }
}

void
gx_plain_find_numbers_apart (GxPlain *plain)
{
    g_autoptr (GArray) lone = g_array_new (FALSE, FALSE, sizeof (Lone));
    g_autofree GxNoteStarts *starts = NULL;
    Numbers n = { .plain = plain, .lone = lone };
    guint n_found, n_strong;

    collect (&n);
    if (lone->len == 0)
        return;
    find_offset (&n);
    starts = g_new0 (GxNoteStarts, 1);
    for (guint k = 0; k < lone->len; k++) {
        const Lone *number = &g_array_index (lone, Lone, k);

        for (guint d = 0; d <= MAX_GAP && !is_page_number (&n, number); d++)
            starts->has_any[GX_NOTE_DIGITS] = starts->is_there[GX_NOTE_DIGITS][MIN (number->number + d, GX_N_NOTE_NUMBERS - 1)] = TRUE;
    }
    if (!starts->has_any[GX_NOTE_DIGITS])
        return;
    n.candidates = gx_mark_candidates_find (plain, starts);
    n_found = follow (&n, &n_strong);
    if (n_found > 0 && n_strong * 2 >= n_found && (plain->has_pages || count_rivals (plain, n.last_number) * 2 < n_found)) {
        plain->has_numbers_apart = TRUE;
        take_numbers (&n);
    }
    g_array_unref (n.candidates);
}
