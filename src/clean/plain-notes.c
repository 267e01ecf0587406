/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-notes.c - notes are found by their numbers: each must have its mark in the text above, and follow the note before it. */
#include "plain-notes.h"
#include "plain-kinds.h"
#include "plain-layout.h"
#include "plain-marks.h"
#include "spacing.h"

/* So many numbers may be missing in a sequence (notes that were lost). */
#define MAX_GAP 3
/* Candidates looked at for one number. */
#define MAX_TRIES 64
/* Lines of a note. */
#define LONGEST_NOTE 14
/* Lines of a note that goes over to the next page. */
#define MAX_OVERFLOW 8

typedef struct {
    GxPlain *plain;
    gboolean has_small_print; /* notes are told by their size */
    guint8 *is_last;          /* of each line: no line below on its page starts with the same number */
    GxNoteStarts starts;
    GArray *candidates;               /* of GxMarkCandidate */
    guint expected[GX_N_NOTE_STYLES]; /* the number of the next note */
    guint64 last_mark;                /* place behind the last mark found */
    guint64 region_start, region_end; /* places of the run of notes found last */
    guint region_page;
    gboolean in_region;
} Finder;

/* The first candidate of this style and number that stands at or behind from; the number of all candidates when there is none. */
static guint
first_candidate (const GArray *candidates, GxNoteStyle style, guint number, guint64 from)
{
    guint low = 0, high = candidates->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        const GxMarkCandidate *c = &g_array_index (candidates, GxMarkCandidate, middle);
        gboolean is_before = c->style != style ? c->style < style : c->number != number ? c->number < number : c->place < from;

        if (is_before)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const GxMarkCandidate *
gx_mark_find (const GArray *candidates, GxNoteStyle style, guint number, guint64 from, guint64 to)
{
    const GxMarkCandidate *best = NULL;
    guint i = first_candidate (candidates, style, number, from);

    for (guint tries = 0; i < candidates->len && tries < MAX_TRIES; i++, tries++) {
        const GxMarkCandidate *c = &g_array_index (candidates, GxMarkCandidate, i);

        if (c->style != style || c->number != number || c->place >= to)
            break;
        if (!best || c->score > best->score)
            best = c;
    }
    return best;
}

/* Whether the number that ends at byte len of text is the first piece of a larger one or of a word: 1.5 1,000 2020 3D. */
static gboolean
goes_on_as_number (GxStr text, gsize len)
{
    char c = text.data[len];

    if ((c == '.' || c == ',') && len + 1 < text.len)
        return g_ascii_isdigit (text.data[len + 1]);
    return g_ascii_isdigit (c) || strchr ("%:/-", c) != NULL;
}

/* The style and number with which the line may begin a note. */
static gsize
note_start (const GxPlain *plain, const GxLine *line, GxNoteStyle *style, guint *number)
{
    GxStr text = gx_plain_text (plain, line);

    if (!gx_note_may_start (line->first))
        return 0;
    if (line->is_number)
        return gx_note_number (text, *style = GX_NOTE_DIGITS, number);
    for (*style = GX_NOTE_DIGITS; (guint)*style < GX_N_NOTE_STYLES; (*style)++) {
        gsize len = gx_note_number (text, *style, number);

        if (len == 0 || len >= text.len || (*style == GX_NOTE_DIGITS && goes_on_as_number (text, len)))
            continue;
        return len;
    }
    return 0;
}

/* Whether the line may be the first note of its page: from there on, note follows note down to the page's end, none longer than notes are.
 */
static gboolean
may_open_notes (const GxPlain *plain, guint i, GxNoteStyle style, guint number)
{
    guint page = gx_plain_line (plain, i)->page, n_lines = 0, next_number;
    GxNoteStyle next_style;

    if (!plain->has_pages)
        return TRUE;
    for (i++; i < plain->lines->len && gx_plain_line (plain, i)->page == page && n_lines <= LONGEST_NOTE; i++) {
        const GxLine *line = gx_plain_line (plain, i);

        if (line->role == GX_LINE_BODY && note_start (plain, line, &next_style, &next_number) > 0 && next_style == style &&
            next_number == number + 1)
            return TRUE;
        n_lines += line->role == GX_LINE_BODY ? 1 : 0;
    }
    return n_lines <= LONGEST_NOTE;
}

/* Whether line i begins a note, given the sequence so far; its mark is then noted. */
static gboolean
take_note (Finder *f, guint i)
{
    GxLine *line = gx_plain_line (f->plain, i);
    const GxMarkCandidate *mark;
    GxNoteStyle style;
    guint number, expected;
    guint64 to = f->in_region ? f->region_start : gx_mark_place (f->plain, i, line->start);
    GxMark found;

    if (note_start (f->plain, line, &style, &number) == 0)
        return FALSE;
    if (line->role == GX_LINE_BODY &&
        (f->has_small_print || (!f->in_region && (!f->is_last[i] || !may_open_notes (f->plain, i, style, number)))))
        return FALSE;
    expected = f->expected[style];
    if (number == 1 && !f->in_region && expected > 1)
        expected = 1;
    if (number < expected || number > expected + MAX_GAP)
        return FALSE;
    mark = gx_mark_find (f->candidates, style, number, MAX (f->last_mark, f->in_region ? 0 : f->region_end), to);
    if (!mark && line->is_number)
        mark = gx_mark_find (f->candidates, style, number, f->last_mark, to);
    if (!mark && !(f->in_region && number == expected))
        return FALSE;
    if (mark) {
        found = (GxMark){ mark->start, mark->end, mark->line };
        g_array_append_val (f->plain->marks, found);
        f->last_mark = mark->place + (mark->end - mark->start);
    }
    f->expected[style] = number + 1;
    return TRUE;
}

/* Whether the notes above line i end before it: with the page, or where pages aren't told apart with the paragraph. */
static gboolean
ends_region (const GxPlain *plain, guint i, guint region_page)
{
    const GxLine *line = gx_plain_line (plain, i), *last = i > 0 ? gx_plain_line (plain, i - 1) : line;

    if (plain->has_pages)
        return line->page != region_page;
    if (plain->has_numbers_apart && (last->is_number || !gx_plain_is_full (plain, last, line, 4)))
        return !last->is_number;
    if (line->blanks > 0 && !plain->has_idle_blanks)
        return TRUE;
    return plain->full_width == 0 || (plain->has_idle_blanks && gx_plain_ends (plain, gx_plain_line (plain, i - 1)));
}

/* The last note above line i was cut by the end of its page: it goes on in the lines just above the first note of this page, behind the gap
 * that sets notes apart. */
static void
take_overflow (Finder *f, guint i, const GxLine *last_note)
{
    guint first = i;

    if (!f->plain->has_pages || !last_note || last_note->last == '.' || last_note->last == 0x3002 || last_note->last == '/')
        return;
    while (first > 0 && i - first < MAX_OVERFLOW && !gx_plain_line (f->plain, first)->starts_page) {
        first--;
        if (gx_plain_line (f->plain, first)->role != GX_LINE_BODY)
            return;
        if (gx_plain_line (f->plain, first)->blanks >= 2)
            break;
    }
    if (first == i || gx_plain_line (f->plain, first)->blanks < 2 || gx_plain_line (f->plain, first)->starts_page)
        return;
    for (; first < i; first++)
        gx_plain_line (f->plain, first)->role = GX_LINE_OVERFLOW;
}

/* Finds the numbers that lines start with, and which lines are the last of their page to start with one: a list in the text may have the
 * numbers of the notes below it. */
static void
find_starts (Finder *f)
{
    g_autofree guint *seen = NULL;
    const GxPlain *plain = f->plain;

    for (guint i = plain->lines->len; i-- > 0;) {
        const GxLine *line = gx_plain_line (plain, i);
        GxNoteStyle style;
        guint number;

        if ((line->role != GX_LINE_BODY && line->role != GX_LINE_NOTE_START) || note_start (plain, line, &style, &number) == 0)
            continue;
        number = MIN (number, GX_N_NOTE_NUMBERS - 1);
        f->starts.has_any[style] = f->starts.is_there[style][number] = TRUE;
        if (line->role != GX_LINE_BODY)
            continue;
        if (!seen)
            seen = g_new0 (guint, GX_N_NOTE_NUMBERS * GX_N_NOTE_STYLES);
        number += style * GX_N_NOTE_NUMBERS;
        f->is_last[i] = !plain->has_pages || seen[number] != line->page + 1;
        seen[number] = line->page + 1;
    }
}

static void
find_numbered (Finder *f)
{
    const GxLine *last_note = NULL;

    for (guint i = 0; i < f->plain->lines->len; i++) {
        GxLine *line = gx_plain_line (f->plain, i);

        if (line->role == GX_LINE_NOTE_START) { /* listed below a heading */
            f->region_start = f->in_region ? f->region_start : gx_mark_place (f->plain, i, line->start);
            f->in_region = TRUE;
            take_note (f, i);
            continue;
        }
        if (line->role == GX_LINE_FURNITURE && !f->plain->has_pages)
            f->in_region = FALSE; /* a page's number or head */
        if (line->role != GX_LINE_BODY)
            continue;
        if (f->plain->has_pages && line->page != f->region_page)
            f->in_region = FALSE;
        if (take_note (f, i)) {
            line->role = GX_LINE_NOTE_START;
            if (!f->in_region) {
                f->region_start = gx_mark_place (f->plain, i, line->start);
                take_overflow (f, i, last_note);
            }
            f->in_region = TRUE;
        } else if (f->in_region && ends_region (f->plain, i, f->region_page))
            f->in_region = FALSE;
        else if (f->in_region)
            line->role = GX_LINE_NOTE;
        if (f->in_region) {
            last_note = line;
            f->region_page = line->page;
            f->region_end = gx_mark_place (f->plain, i, line->end);
        }
    }
}

/* A heading such as 注释 in the second half of the text: all below it are notes, each line a note that begins with a number. */
static void
find_listed (GxPlain *plain)
{
    gboolean in_list = FALSE;

    for (guint i = plain->lines->len / 2; i < plain->lines->len; i++) {
        GxLine *line = gx_plain_line (plain, i);
        GxStr text = gx_plain_text (plain, line);
        GxNoteStyle style;
        guint number;

        if (line->role != GX_LINE_BODY)
            continue;
        if (in_list) {
            gboolean starts = plain->full_width == 0 || note_start (plain, line, &style, &number) > 0 || gx_plain_item_marker (text) > 0;

            line->role = starts ? GX_LINE_NOTE_START : GX_LINE_NOTE;
        }
        in_list = in_list || gx_plain_is_notes_heading (text);
    }
}

/* Bracketed marks without any notes (their list was left out): 1, 2, 3 … each for the first time in this order. Several marks may name one
 * note. */
static void
find_bare_brackets (Finder *f)
{
    guint number = 1;
    guint64 from = 0;

    if (f->expected[GX_NOTE_BRACKETS] > 1)
        return;
    while (gx_mark_find (f->candidates, GX_NOTE_BRACKETS, number, from, G_MAXUINT64)) {
        guint i = first_candidate (f->candidates, GX_NOTE_BRACKETS, number, from);

        from = g_array_index (f->candidates, GxMarkCandidate, i).place + 1;
        number++;
    }
    f->expected[GX_NOTE_BRACKETS] = number > 2 ? number : 1;
}

/* Adds the marks that need no sequence, and every bracketed one whose number is that of a note. */
static void
add_signs (Finder *f)
{
    for (guint i = 0; i < f->candidates->len; i++) {
        const GxMarkCandidate *c = &g_array_index (f->candidates, GxMarkCandidate, i);
        GxMark span = { c->start, c->end, c->line };

        if (c->style == GX_NOTE_SIGNS || (c->style == GX_NOTE_BRACKETS && c->number < f->expected[GX_NOTE_BRACKETS]))
            g_array_append_val (f->plain->marks, span);
    }
}

static gint
compare_marks (gconstpointer a, gconstpointer b)
{
    const GxMark *left = a, *right = b;

    if (left->line != right->line)
        return left->line < right->line ? -1 : 1;
    if (left->start != right->start)
        return left->start < right->start ? -1 : 1;
    return left->end < right->end ? -1 : left->end > right->end;
}

static gint
compare_starts (gconstpointer a, gconstpointer b)
{
    const GxMark *left = a, *right = b;

    return left->start < right->start ? -1 : left->start > right->start;
}

/* Marks inside of notes are none; one place is one mark. */
static void
drop_doubles (GxPlain *plain)
{
    GArray *marks = plain->marks;
    guint n = 0;

    for (guint m = 0; m < marks->len; m++) {
        GxMark mark = g_array_index (marks, GxMark, m);
        const GxMark *last = n > 0 ? &g_array_index (marks, GxMark, n - 1) : NULL;

        if (gx_plain_line (plain, mark.line)->role == GX_LINE_BODY && !(last && last->line == mark.line && last->end > mark.start))
            g_array_index (marks, GxMark, n++) = mark;
    }
    g_array_set_size (marks, n);
}

void
gx_plain_find_notes (GxPlain *plain)
{
    Finder f = { .plain = plain, .expected = { 1, 1, 1, 1 } };

    if (plain->layout)
        f.has_small_print = gx_plain_find_small_print (plain, plain->layout);
    find_listed (plain);
    f.is_last = g_new0 (guint8, plain->lines->len);
    find_starts (&f);
    f.candidates = gx_mark_candidates_find (plain, &f.starts);
    if (f.starts.has_any[GX_NOTE_DIGITS] || f.starts.has_any[GX_NOTE_CIRCLED] || f.starts.has_any[GX_NOTE_BRACKETS] ||
        f.starts.has_any[GX_NOTE_STARS])
        find_numbered (&f);
    find_bare_brackets (&f);
    add_signs (&f);
    g_array_unref (f.candidates);
    g_free (f.is_last);
    g_array_sort (plain->marks, compare_marks);
    drop_doubles (plain);
    gx_plain_trim_marks (plain);
    g_array_sort (plain->marks, compare_starts);
}
