/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-columns.c - a gutter is a place where line after line has blanks in front of it and ink behind.
 *
 * Places are counted in characters, as pdftotext sets them, or in columns, as others do: whichever gives the straighter gutter. */
#include "plain-columns.h"

/* A gutter is looked for between these places. */
#define FIRST_PLACE 12u
#define LAST_PLACE  240u
/* So many lines of a stretch have ink on both sides of the gutter, and so wide are the pieces of prose, in columns on average. */
#define LEAST_BOTH  4u
#define LEAST_WIDTH 15u
/* Columns beside each other. */
#define MOST_COLUMNS 4u
/* Blanks of a gutter. */
#define GUTTER 2u

typedef enum { PLACES_CHARACTERS, PLACES_COLUMNS } Places;

typedef struct {
    GxPlain *plain;
    GArray *out; /* of GxLine */
} Splitter;

/* What of a line lies on which side of place x. */
typedef struct {
    gsize left_end, right_start; /* bytes: the end of the ink before x, the start of that behind */
    guint left_place, right_place;
    gboolean has_left, has_right;
} Sides;

static guint
advance (Places places, guchar lead)
{
    return places == PLACES_COLUMNS && lead >= 0xE3 ? 2 : 1;
}

/* Goes through the pieces of ink of a line that are GUTTER blanks or more apart. */
typedef struct {
    const char *data;
    gsize at, end;
    guint place;
    Places places;
} Pieces;

static gboolean
next_piece (Pieces *p, gsize *start, gsize *end, guint *place, guint *end_place)
{
    guint blanks = 0;

    if (p->at >= p->end)
        return FALSE;
    *start = p->at;
    *place = p->place;
    *end = p->at;
    *end_place = p->place;
    while (p->at < p->end) {
        guchar lead = (guchar)p->data[p->at];
        gboolean is_blank = lead == ' ' || lead == '\t';

        if (!is_blank && blanks >= GUTTER)
            return TRUE;
        p->place += advance (p->places, lead);
        p->at += (gsize)g_utf8_skip[lead];
        blanks = is_blank ? blanks + 1 : 0;
        if (!is_blank) {
            *end = p->at;
            *end_place = p->place;
        }
    }
    return TRUE;
}

static Pieces
pieces_of (const GxPlain *plain, const GxLine *line, Places places)
{
    return (Pieces){ plain->text.data, line->start, line->end, line->indent, places };
}

static Sides
sides_of (const GxPlain *plain, const GxLine *line, Places places, guint x)
{
    Sides sides = { .left_end = line->start, .right_start = line->end };
    Pieces p = pieces_of (plain, line, places);
    gsize start, end;
    guint place, end_place;

    while (next_piece (&p, &start, &end, &place, &end_place)) {
        if (place + 1 >= x) {
            if (!sides.has_right) {
                sides.right_start = start;
                sides.right_place = place;
            }
            sides.has_right = TRUE;
        } else {
            sides.left_end = end;
            sides.left_place = end_place;
            sides.has_left = TRUE;
        }
    }
    return sides;
}

/* Whether the line has no ink across the gutter. */
static gboolean
is_clear (const Sides *sides, guint x)
{
    return !sides->has_left || sides->left_place + GUTTER <= x + 1;
}

/* The place at which most lines go on with ink behind a gap; how many do. */
static guint
find_gutter (const GxPlain *plain, const GArray *lines, Places places, guint *n_best)
{
    guint votes[LAST_PLACE + 2] = { 0 }, best = 0;

    *n_best = 0;
    for (guint i = 0; i < lines->len; i++) {
        const GxLine *line = &g_array_index (lines, GxLine, i);
        Pieces p = pieces_of (plain, line, places);
        gsize start, end;
        guint place, end_place, n = 0;

        if (!(line->signs & GX_SIGN_BLANK))
            continue;
        while (n < MOST_COLUMNS && next_piece (&p, &start, &end, &place, &end_place))
            if (n++ > 0 && place >= FIRST_PLACE && place <= LAST_PLACE)
                votes[place]++;
    }
    for (guint x = FIRST_PLACE; x <= LAST_PLACE; x++) {
        guint n = votes[x] + votes[x + 1] / 2;

        if (n > *n_best + *n_best / 8) { /* of gutters that are as good, the one in front */
            best = x;
            *n_best = n;
        }
    }
    return best;
}

static void split_stretch (Splitter *s, GArray *lines, guint n_columns);

/* A piece of line: bytes [start, end), or nothing; blanks counts the lines without a piece before it. */
static void
add_piece (const GxPlain *plain, GArray *to, const GxLine *line, gsize start, gsize end, guint indent, guint *blanks)
{
    GxLine piece = *line;

    piece.start = start;
    piece.end = end;
    piece.indent = indent;
    if (start >= end || !gx_plain_measure (plain, &piece)) {
        *blanks += 1;
        return;
    }
    piece.blanks = MAX (line->blanks, *blanks);
    piece.starts_page = FALSE;
    *blanks = 0;
    g_array_append_val (to, piece);
}

/* Takes lines [from, to) apart at x when they are prose on both sides; FALSE when they aren't. */
static gboolean
split_run (Splitter *s, const GArray *lines, guint from, guint to, Places places, guint x, guint n_columns)
{
    g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (GxLine));
    g_autoptr (GArray) right = g_array_new (FALSE, FALSE, sizeof (GxLine));
    guint n_both = 0, left_blanks = 0, right_blanks = 0;
    gsize left_width = 0, right_width = 0;

    for (guint i = from; i < to; i++) {
        const GxLine *line = &g_array_index (lines, GxLine, i);
        Sides sides = sides_of (s->plain, line, places, x);

        add_piece (s->plain, left, line, line->start, sides.has_left ? sides.left_end : line->start, line->indent, &left_blanks);
        add_piece (s->plain, right, line, sides.right_start, line->end, sides.right_place > x ? sides.right_place - x : 0, &right_blanks);
        if (sides.has_left && sides.has_right) {
            n_both++;
            left_width += g_array_index (left, GxLine, left->len - 1).width;
            right_width += g_array_index (right, GxLine, right->len - 1).width;
        }
    }
    if (n_both < LEAST_BOTH || left_width < (gsize)n_both * LEAST_WIDTH || right_width < (gsize)n_both * LEAST_WIDTH)
        return FALSE;
    g_array_append_vals (s->out, left->data, left->len);
    split_stretch (s, right, n_columns + 1);
    return TRUE;
}

/* Splits lines of one page, which are as many columns deep inside another as n_columns says. */
static void
split_stretch (Splitter *s, GArray *lines, guint n_columns)
{
    guint n_characters = 0, n_places = 0, from = 0;
    guint x = n_columns < MOST_COLUMNS ? find_gutter (s->plain, lines, PLACES_CHARACTERS, &n_characters) : 0;
    guint wide_x = n_columns < MOST_COLUMNS ? find_gutter (s->plain, lines, PLACES_COLUMNS, &n_places) : 0;
    Places places = n_places > n_characters ? PLACES_COLUMNS : PLACES_CHARACTERS;

    x = places == PLACES_COLUMNS ? wide_x : x;
    if (MAX (n_characters, n_places) < LEAST_BOTH) {
        g_array_append_vals (s->out, lines->data, lines->len);
        return;
    }
    while (from < lines->len) {
        guint to = from, end;

        for (; to < lines->len; to++) {
            const GxLine *line = &g_array_index (lines, GxLine, to);
            Sides sides = sides_of (s->plain, line, places, x);

            if (!is_clear (&sides, x))
                break;
        }
        /* What stands below a gap and on the left only is set across both columns. */
        for (end = to; end > from; end--) {
            const GxLine *line = &g_array_index (lines, GxLine, end - 1);
            Sides sides = sides_of (s->plain, line, places, x);

            if (sides.has_right)
                break;
            if (line->blanks >= 2)
                to = end - 1;
        }
        if (to <= from || !split_run (s, lines, from, to, places, x, n_columns)) {
            to = MAX (to, from + 1);
            g_array_append_vals (s->out, &g_array_index (lines, GxLine, from), to - from);
        }
        from = to;
    }
}

/* Whether a line has a gap inside as wide as those between columns mostly are. */
static gboolean
has_wide_gap (const GxPlain *plain, const GxLine *line)
{
    return (line->signs & GX_SIGN_BLANK) && gx_bytes_have_wide_gap ((GxStr){ plain->text.data + line->start, line->end - line->start });
}

/* Takes pages apart, page by page, where they have columns. */
static void
split_pages (GxPlain *plain)
{
    Splitter s = { plain, g_array_new (FALSE, FALSE, sizeof (GxLine)) };

    for (guint from = 0, to; from < plain->lines->len; from = to) {
        g_autoptr (GArray) page = g_array_new (FALSE, FALSE, sizeof (GxLine));
        guint n_out = s.out->len, n_gaps = 0;

        for (to = from; to < plain->lines->len && gx_plain_line (plain, to)->page == gx_plain_line (plain, from)->page; to++)
            n_gaps += has_wide_gap (plain, gx_plain_line (plain, to)) ? 1 : 0;
        g_array_append_vals (page, gx_plain_line (plain, from), to - from);
        if (n_gaps >= LEAST_BOTH)
            split_stretch (&s, page, 1);
        else
            g_array_append_vals (s.out, page->data, page->len);
        g_array_index (s.out, GxLine, n_out).starts_page = TRUE;
    }
    g_array_unref (plain->lines);
    plain->lines = s.out;
}

/* Appends the cells of a row of a table. */
static void
add_cells (const GxPlain *plain, GArray *out, const GxLine *row)
{
    Pieces p = pieces_of (plain, row, PLACES_CHARACTERS);
    gsize start, end;
    guint place, end_place;
    gboolean is_first = TRUE;

    while (next_piece (&p, &start, &end, &place, &end_place)) {
        GxLine cell = *row;

        cell.start = start;
        cell.end = end;
        if (!gx_plain_measure (plain, &cell))
            continue;
        cell.role = GX_LINE_CELL;
        cell.blanks = is_first ? row->blanks : 0;
        cell.starts_page = is_first && row->starts_page;
        is_first = FALSE;
        g_array_append_val (out, cell);
    }
}

/* Whether the line was stretched to fill its column: four or more gaps, none much wider than another, between words. */
static gboolean
is_justified (const GxPlain *plain, const GxLine *line)
{
    const char *data = plain->text.data;
    guint n_gaps = 0, narrowest = G_MAXUINT, widest = 0, n_letters = 0, n_digits = 0;

    for (gsize at = line->start; at < line->end;) {
        guint width = 0;

        n_letters += g_ascii_isalpha (data[at]) ? 1 : 0;
        n_digits += g_ascii_isdigit (data[at]) ? 1 : 0;
        if (data[at] != ' ') {
            at++;
            continue;
        }
        for (; at < line->end && data[at] == ' '; at++)
            width++;
        n_gaps++;
        narrowest = MIN (narrowest, width);
        widest = MAX (widest, width);
    }
    return n_gaps >= 3 && widest - narrowest <= MAX (narrowest, 2) && n_letters > 3 * n_digits;
}

static gboolean
may_be_row (const GxPlain *plain, const GxLine *line)
{
    return has_wide_gap (plain, line) && !is_justified (plain, line);
}

/* Lines with wide gaps that follow each other and are no columns of prose are rows of a table. */
static void
split_tables (GxPlain *plain)
{
    GArray *out = g_array_new (FALSE, FALSE, sizeof (GxLine));
    gboolean was_row = FALSE;

    for (guint i = 0; i < plain->lines->len; i++) {
        const GxLine *line = gx_plain_line (plain, i);
        const GxLine *next = i + 1 < plain->lines->len ? gx_plain_line (plain, i + 1) : NULL;

        was_row = may_be_row (plain, line) && (was_row || (next && next->page == line->page && may_be_row (plain, next)));
        if (was_row)
            add_cells (plain, out, line);
        else
            g_array_append_vals (out, line, 1);
    }
    g_array_unref (plain->lines);
    plain->lines = out;
}

void
gx_plain_split_columns (GxPlain *plain)
{
    guint n_gaps = 0;

    for (guint i = 0; i < plain->lines->len && n_gaps < LEAST_BOTH; i++)
        n_gaps += has_wide_gap (plain, gx_plain_line (plain, i)) ? 1 : 0;
    if (n_gaps >= LEAST_BOTH)
        split_pages (plain);
    if (n_gaps >= 2)
        split_tables (plain);
}
