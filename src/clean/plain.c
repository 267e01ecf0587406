/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain.c - plain text: which lines are one paragraph, and what each is.
 *
 * Lines are first told apart (furniture, notes, captions, the rest: body). The body is then read in order, each line joined to the one
 * before or not; what stands aside waits while a paragraph is open, so that a page's notes don't cut the sentence that runs on over the
 * page. */
#include "builder.h"
#include "date.h"
#include "plain-apart.h"
#include "plain-cells.h"
#include "plain-closing.h"
#include "plain-furniture.h"
#include "plain-garbled.h"
#include "plain-heads.h"
#include "plain-kinds.h"
#include "plain-letter.h"
#include "plain-notes.h"
#include "plain-stitch.h"
#include "plain-write.h"
#include "spacing.h"

/* Columns up to which an unwrapped line may be a heading, and from which it is surely none. */
#define HEADING_WIDTH   60
#define PARAGRAPH_WIDTH 80
/* Body lines among which a byline is looked for, and those among which a line with nothing but a date is the text's date. */
#define BYLINE_LINES 15
#define END_LINES    8
#define DATE_LINES   100
/* Columns by which the first line of a paragraph is indented at most. */
#define DEEPEST_INDENT 8
/* So many lines that are dates, each another one: they date what happened, not the text. */
#define CHRONICLE_DATES 3
/* Lines of a page's foot may wait for the paragraph that runs on; more than so many are no foot. */
#define MAX_WAITING 200

typedef struct {
    GxPlainWriter writer;
    GxPlain *plain;
    GArray *body;   /* of guint: the lines of the body */
    GArray *joined; /* of gboolean: whether that line of the body goes on with the one before it */
    guint8 *alone;  /* of each line of the body in the source's order: see stands_alone() */
    gboolean is_chronicle;
    GxClosing closing;
} Reader;

static const GxLine *
body_line (const Reader *r, guint k)
{
    return gx_plain_line (r->plain, g_array_index (r->body, guint, k));
}

/* Which field of a letter's head the line of the body is; a label alone, without others beside it, is none. */
static GxLetterField
letter_field (const Reader *r, guint k, GxStr *value)
{
    GxLetterField field = k < BYLINE_LINES ? gx_letter_field (gx_plain_text (r->plain, body_line (r, k)), value) : GX_LETTER_NONE;
    GxStr other;

    if (field == GX_LETTER_NONE || (k > 0 && gx_letter_field (gx_plain_text (r->plain, body_line (r, k - 1)), &other)) ||
        (k + 1 < r->body->len && gx_letter_field (gx_plain_text (r->plain, body_line (r, k + 1)), &other)))
        return field;
    return GX_LETTER_NONE;
}

/* Whether the line of the body is a group that stands right above a date. */
static gboolean
is_signing_group (const Reader *r, guint k)
{
    return k + 1 < r->body->len && (k < BYLINE_LINES || k + END_LINES >= r->body->len) &&
           gx_letter_is_group (gx_plain_text (r->plain, body_line (r, k))) &&
           gx_plain_is_date (gx_plain_text (r->plain, body_line (r, k + 1)));
}

/* Whether the line of the body stands for itself whatever its neighbours are: who wrote the text, when and where it appeared, told near its
 * top or at its end; a date near the top. */
static gboolean
stands_alone (const Reader *r, guint k)
{
    const GxLine *line = body_line (r, k);
    GxStr text = gx_plain_text (r->plain, line), value;

    if (gx_plain_is_about_author (text) || letter_field (r, k, &value) || is_signing_group (r, k))
        return TRUE;
    if ((k < BYLINE_LINES || k + END_LINES >= r->body->len) && gx_plain_is_byline (text))
        return TRUE;
    return k < DATE_LINES && text.len < 64 && gx_plain_is_date (text);
}

/* Whether the first lines hold different dates: then these are headings. */
static gboolean
is_chronicle (const Reader *r)
{
    g_autoptr (GHashTable) dates = NULL;

    for (guint k = 0; k < MIN (DATE_LINES, r->body->len); k++) {
        GxStr text = gx_plain_text (r->plain, body_line (r, k));
        char *date = r->alone[k] && gx_plain_is_date (text) ? gx_dateline_parse (text, GX_BLOCK_BYLINE) : NULL;

        if (!date) /* 2019年2月30日 has a date's form, and is none */
            continue;
        if (!dates)
            dates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
        g_hash_table_add (dates, date);
    }
    return dates && g_hash_table_size (dates) >= CHRONICLE_DATES;
}

static gboolean
ends_with_comma (const GxLine *line)
{
    return line->last == 0xFF0C || line->last == 0x3001 || line->last == ','; /* ，、 */
}

/* Whether next goes on with line where a line is a paragraph: only when the paragraph was cut (by a page, a column, a picture). */
static gboolean
is_cut_paragraph (const GxPlain *plain, const GxLine *line, const GxLine *next)
{
    if (gx_plain_ends (plain, line) || gx_plain_item_marker (gx_plain_text (plain, next)) > 0)
        return FALSE;
    if (ends_with_comma (line))
        return TRUE;
    if (gx_plain_is_closing (line->last) || g_unichar_isupper (next->first))
        return FALSE;
    if (line->width < PARAGRAPH_WIDTH && !gx_plain_has_end_inside (plain, line))
        return FALSE;
    return next->width > HEADING_WIDTH || gx_plain_ends (plain, next);
}

/* Whether body lines k - 1 and k are pieces of one sentence in a text too short to show how wide its lines are: no blank between them, the
 * first no shorter than a heading is beside its paragraph, and, from there on, pieces like these up to a full stop. */
static gboolean
is_broken_sentence (const Reader *r, guint k)
{
    enum { MOST_PIECES = 12, LEAST_WIDTH = 12 };
    const GxLine *line = body_line (r, k - 1);

    if (gx_plain_ends (r->plain, line) || line->width < LEAST_WIDTH || line->width > HEADING_WIDTH ||
        gx_plain_item_marker (gx_plain_text (r->plain, line)) > 0)
        return FALSE;
    for (guint at = k; at < r->body->len && at < k + MOST_PIECES; at++) {
        const GxLine *next = body_line (r, at);

        if (next->blanks > 0 || next->indent > 0 || line->width * 3 < next->width * 2 || r->alone[at] ||
            gx_plain_item_marker (gx_plain_text (r->plain, next)) > 0)
            return FALSE;
        if (gx_plain_ends (r->plain, next))
            return TRUE;
        line = next;
    }
    return FALSE;
}

/* Whether no line begins with c that isn't broken off from the one above: commas, ends of sentences, closing marks of wide script. */
static gboolean
begins_no_line (gunichar c)
{
    return c >= 0x3001 && c != 0xFF0E && (c == 0x3001 || c == 0xFF0C || gx_plain_is_end_mark (c) || gx_plain_is_closing (c)); /* 、， */
}

/* Whether body lines k - 1 and k, right below each other, are a sentence broken off: the second begins as no line does, or both are all the
 * text there is, and the first is too short to be a heading. */
static gboolean
is_broken_off (const Reader *r, guint k)
{
    enum { SHORTEST_HEADING = 12 };
    const GxLine *line = body_line (r, k - 1), *next = body_line (r, k);

    if (next->blanks > 0 || next->indent > 0 || gx_plain_ends (r->plain, line))
        return FALSE;
    return begins_no_line (next->first) ||
           (r->body->len == 2 && line->width < SHORTEST_HEADING && line->first != 0x7B2C /* 第二节 */ && gx_spacing_is_han (line->last) &&
            gx_spacing_is_han (next->first) && gx_plain_ends (r->plain, next) &&
            gx_plain_item_marker (gx_plain_text (r->plain, line)) == 0 && !gx_plain_is_notes_heading (gx_plain_text (r->plain, line)));
}

/* Whether next goes on with line in wrapped text. was_joined: line itself goes on with another; is_apart: a page ends or something stands
 * between. */
static gboolean
is_wrapped_paragraph (const GxPlain *plain, const GxLine *line, const GxLine *next, gboolean was_joined, gboolean is_apart)
{
    gboolean ends = gx_plain_ends (plain, line), is_full = gx_plain_is_full (plain, line, next, 6);
    gboolean has_gap = next->blanks > 0 && !plain->has_idle_blanks && !is_apart;

    if (gx_plain_item_marker (gx_plain_text (plain, next)) > 0 && (ends || !is_full || has_gap))
        return FALSE;
    if (ends) {
        if (has_gap || (next->indent >= 2 && next->indent > line->indent))
            return FALSE;
        if (plain->has_tails)
            return !line->has_blank;
        return gx_plain_is_full (plain, line, next, 0);
    }
    if (ends_with_comma (line))
        return TRUE;
    if (has_gap)
        return is_full && (was_joined || gx_plain_has_end_inside (plain, line));
    if (is_full)
        return TRUE;
    if (plain->has_idle_blanks || is_apart)
        return gx_plain_has_end_inside (plain, line) && next->indent <= line->indent; /* it is no heading */
    return was_joined || line->width * 10 >= plain->full_width * 6 || (g_unichar_isupper (line->first) && g_unichar_islower (next->first));
}

static gboolean
goes_on (const Reader *r, guint k)
{
    guint i = g_array_index (r->body, guint, k - 1), j = g_array_index (r->body, guint, k);
    const GxLine *line = body_line (r, k - 1), *next = body_line (r, k);

    if (line->quote != next->quote)
        return FALSE;
    if (j - i > MAX_WAITING || r->alone[k - 1] || r->alone[k])
        return FALSE;
    if (line->size > 0 && next->size > 0 && ABS (line->size - next->size) > line->size / 12)
        return FALSE; /* set in another size */
    if (line->ends && line->size <= 0 && j > i + 1 && gx_plain_line (r->plain, i + 1)->role == GX_LINE_CAPTION && next->page == line->page)
        return FALSE;
    if (next->lead > 0 || (next->has_mark_before && !line->ends) || (line->has_mark_behind && !line->ends && next->blanks == 0))
        return TRUE; /* a mark had broken the line */
    if (next->blanks > 0 && next->quote == 0 && gx_plain_is_in_brackets (r->plain, r->body, k))
        return TRUE; /* a piece of a stretched line */
    if (r->plain->full_width == 0)
        return gx_plain_heading_goes_on (r->plain, r->body, k) ||
               (is_cut_paragraph (r->plain, line, next) && gx_plain_fits (r->plain, line, next)) ||
               (j == i + 1 && (is_broken_off (r, k) || is_broken_sentence (r, k)));
    if (gx_plain_heading_ends (r->plain, r->body, r->joined, k))
        return FALSE;
    return is_wrapped_paragraph (r->plain, line, next, g_array_index (r->joined, gboolean, k - 1), next->starts_page || j > i + 1);
}

static void
find_paragraphs (Reader *r)
{
    guint n = 0;

    g_array_set_size (r->body, r->plain->lines->len);
    for (guint i = 0; i < r->plain->lines->len; i++)
        if (gx_plain_line (r->plain, i)->role == GX_LINE_BODY)
            g_array_index (r->body, guint, n++) = i;
    g_array_set_size (r->body, n);
    g_array_set_size (r->joined, n);
    r->alone = g_new (guint8, n);
    for (guint k = 0; k < n; k++)
        r->alone[k] = stands_alone (r, k) ? 1 : 0;
    r->is_chronicle = is_chronicle (r);
    for (guint k = 0; k < n; k++)
        g_array_index (r->joined, gboolean, k) = k > 0 && goes_on (r, k);
    g_clear_pointer (&r->alone, g_free); /* the order may change */
}

/* Whether a line that is a paragraph by itself is a heading. */
static gboolean
is_heading (const GxPlain *plain, const GxLine *line)
{
    guint limit = plain->full_width > 0 ? plain->full_width * 9 / 10 : HEADING_WIDTH;

    if (line->size > plain->body_size * 1.12f && plain->body_size > 0)
        return TRUE;

    return line->width <= limit && !gx_plain_ends (plain, line) && !ends_with_comma (line);
}

/* Whether no other line of the first ones is a date: in a chronicle dates are headings. */
static gboolean
is_only_date (const Reader *r, guint k)
{
    for (guint i = 0; i < MIN (DATE_LINES, r->body->len); i++)
        if (i != k && gx_plain_is_date (gx_plain_text (r->plain, body_line (r, i))))
            return FALSE;
    return TRUE;
}

/* What the paragraph of body lines [k, end) is. */
static GxBlockType
type_of_paragraph (const Reader *r, guint k, guint end)
{
    const GxLine *line = body_line (r, k);
    GxStr text = gx_plain_text (r->plain, line);
    gsize marker = gx_plain_item_marker (text);
    gboolean may_head = (end == k + 1 && is_heading (r->plain, line)) || gx_plain_is_long_heading (r->plain, r->body, k, end) ||
                        (end < r->body->len && end > k + 1 && gx_plain_heading_ends (r->plain, r->body, r->joined, end));

    if (end == k + 1 && gx_plain_is_notes_heading (text))
        return GX_BLOCK_HEADING;
    if (k >= r->closing.signature)
        return GX_BLOCK_BYLINE;
    if (stands_alone (r, k)) {
        gboolean is_byline = !gx_plain_is_date (text) || (!r->is_chronicle && (k < BYLINE_LINES || is_only_date (r, k)));

        return is_byline ? GX_BLOCK_BYLINE : GX_BLOCK_HEADING;
    }
    if (marker > 0) {
        gboolean is_numbered = g_ascii_isdigit (text.data[0]) || (guchar)text.data[0] >= 0xE3 || text.data[0] == '(';

        if (!may_head || !is_numbered || (end < r->body->len && gx_plain_item_marker (gx_plain_text (r->plain, body_line (r, end))) > 0))
            return GX_BLOCK_LIST_ITEM;
    }
    return may_head && k < r->closing.words ? GX_BLOCK_HEADING : GX_BLOCK_PARAGRAPH;
}

static void
note_metadata (Reader *r, guint k, GxBlockType type)
{
    GxStr text = gx_plain_text (r->plain, body_line (r, k));
    GxStr author, value;
    GxLetterField field;

    if (type != GX_BLOCK_BYLINE)
        return;
    field = letter_field (r, k, &value);
    author = field == GX_LETTER_SENDER ? value : is_signing_group (r, k) ? text : gx_plain_author (text);
    if (field == GX_LETTER_SUBJECT && !gx_builder_has_title (r->writer.builder))
        gx_builder_set_title (r->writer.builder, value);
    if (author.len > 0 && (k < BYLINE_LINES || author.data == text.data)) {
        if (!gx_builder_has_author (r->writer.builder))
            gx_builder_set_author (r->writer.builder, author);
    } else if (gx_plain_is_date (text) && !gx_builder_has_date (r->writer.builder) && (k < BYLINE_LINES || is_only_date (r, k)))
        gx_builder_set_date (r->writer.builder, text, GX_DATE_DATELINE);
}

static void
write_paragraph (Reader *r, guint k, guint end)
{
    GxBlockType type = type_of_paragraph (r, k, end);

    note_metadata (r, k, type);
    for (guint i = k; i < end; i++)
        gx_plain_write_line (&r->writer, i > k ? body_line (r, i - 1) : NULL, body_line (r, i), i + 1 < end ? body_line (r, i + 1) : NULL);
    gx_builder_end_block (r->writer.builder, type);
}

/* Whether the line looks like a picture's caption or credit. Where a text came from is told like a picture's source: near the text's top or
 * end that is meant. */
static gboolean
is_credit (const GxPlain *plain, guint i)
{
    GxStr text = gx_plain_text (plain, gx_plain_line (plain, i));

    return gx_plain_is_caption (text) && !((i < BYLINE_LINES || i + END_LINES >= plain->lines->len) && gx_plain_is_byline (text));
}

/* Whether what line i belongs to ends with it, by its length or by what follows. */
static gboolean
is_last_line (const GxPlain *plain, guint i)
{
    const GxLine *line = gx_plain_line (plain, i), *next;

    if (plain->full_width == 0 || i + 1 == plain->lines->len)
        return TRUE;
    next = gx_plain_line (plain, i + 1);
    if (next->indent > line->indent + DEEPEST_INDENT && next->role == GX_LINE_BODY && next->blanks == 0)
        return FALSE; /* it stands in the middle below it */
    return next->role != GX_LINE_BODY || (next->indent >= 2 && next->indent > line->indent && next->size <= 0) ||
           !gx_plain_is_full (plain, line, next, 0);
}

/* Whether line i may be what is left of a name that has filled the line above: short, without a comma; what follows begins anew. */
static gboolean
is_short_piece (const GxPlain *plain, guint i)
{
    const GxLine *line = gx_plain_line (plain, i);
    GxStr text = gx_plain_text (plain, line);

    if (line->width * 3 > plain->full_width * 2 || ends_with_comma (line) || g_strstr_len (text.data, (gssize)text.len, "，"))
        return FALSE;
    return i + 1 == plain->lines->len || !g_unichar_islower (gx_plain_line (plain, i + 1)->first);
}

/* Lines of the name of a figure that begins with line i, 0 when none does: it has no end mark, and its last line is short or the next one
 * begins a paragraph. */
static guint
figure_lines (const GxPlain *plain, guint i)
{
    enum { MOST_LINES = 3 };
    guint most = plain->full_width > 0 ? plain->full_width : PARAGRAPH_WIDTH;

    if (!gx_plain_is_figure_name (gx_plain_text (plain, gx_plain_line (plain, i))))
        return 0;
    for (guint n = 1; n <= MOST_LINES && i + n <= plain->lines->len; n++) {
        const GxLine *line = gx_plain_line (plain, i + n - 1);

        if (line->ends || line->width > most || line->role != GX_LINE_BODY)
            return 0;
        if (line->size > 0)
            return 1;
        if (is_last_line (plain, i + n - 1))
            return n == 1 || is_short_piece (plain, i + n - 1) ? n : 0;
    }
    return 0;
}

/* Captions are short lines that stand for themselves: not the next line of a sentence that happens to begin like one. The name of a figure
 * may follow a full line that ends a sentence. */
static void
find_captions (GxPlain *plain)
{
    for (guint i = 0; i < plain->lines->len; i++) {
        GxLine *line = gx_plain_line (plain, i);
        const GxLine *last = i > 0 ? gx_plain_line (plain, i - 1) : NULL;
        guint n = 0;

        if (line->role != GX_LINE_BODY || (!is_credit (plain, i) && (n = figure_lines (plain, i)) == 0))
            continue;
        if (plain->full_width > 0 && last && last->role == GX_LINE_BODY &&
            !(n > 0 && last->ends && last->last != 0xFF1A && line->size <= 0) &&
            is_wrapped_paragraph (plain, last, line, FALSE, line->starts_page))
            continue;
        line->role = GX_LINE_CAPTION;
        for (guint k = 1; k < n; k++)
            gx_plain_line (plain, i + k)->role = GX_LINE_CAPTION_MORE;
    }
}

void
gx_plain_read (GxBuilder *self, const GxSource *source, gsize start, gsize end)
{
    g_autoptr (GxPlain) plain = gx_plain_new (gx_source_text (source), start, end, gx_source_layout (source));
    g_autoptr (GArray) body = g_array_sized_new (FALSE, FALSE, sizeof (guint), plain->lines->len);
    g_autoptr (GArray) joined = g_array_sized_new (FALSE, FALSE, sizeof (gboolean), plain->lines->len);
    Reader r = { .writer = { .builder = self, .plain = plain }, .plain = plain, .body = body, .joined = joined };

    gx_builder_reserve (self, end - start);
    gx_plain_find_garbled (plain, self);
    if (!plain->layout)
        gx_plain_find_numbers_apart (plain);
    gx_plain_find_furniture (plain);
    gx_plain_find_notes (plain);
    find_captions (plain);
    gx_plain_find_cells (plain);
    find_paragraphs (&r);
    gx_plain_stitch (plain, body, joined);
    r.closing = gx_plain_find_closing (plain, body, joined);
    for (guint k = 0, next; k < body->len; k = next) {
        for (next = k + 1; next < body->len && g_array_index (joined, gboolean, next);)
            next++;
        gx_plain_write_asides (&r.writer, g_array_index (body, guint, k));
        write_paragraph (&r, k, next);
    }
    gx_plain_write_asides (&r.writer, plain->lines->len);
    gx_plain_writer_clear (&r.writer);
}
