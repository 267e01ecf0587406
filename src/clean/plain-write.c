/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-write.c - what of a line is copied, and what stands between two lines. */
#include "plain-write.h"
#include "plain-gaps.h"
#include "plain-kinds.h"
#include "spacing.h"

/* Columns up to which a line may have been spaced with ideographic blanks. */
#define SPACED_WIDTH 60

/* Copies source bytes [start, end), gaps set right. */
static void
copy_gapped (GxPlainWriter *w, gsize start, gsize end, GxLineContext context)
{
    GxGaps gaps = { .line = { w->plain->text.data + start, end - start }, .context = context };
    GxSpan gap;
    gboolean is_closed;
    gsize from = 0;

    while (gx_gaps_next (&gaps, &gap, &is_closed)) {
        gx_builder_copy (w->builder, start + from, start + gap.start);
        if (!is_closed)
            gx_builder_replace (w->builder, gx_str (" "), start + gap.start, start + gap.end);
        from = gap.end;
    }
    gx_builder_copy (w->builder, start + from, end);
}

/* The first mark that ends behind byte start. */
static guint
first_mark (const GArray *marks, gsize start)
{
    guint low = 0, high = marks->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;

        if (g_array_index (marks, GxMark, middle).start < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Where the white space that starts at `at` ends, or ends before `at`, within [from, to). */
static gsize
white_after (GxStr text, gsize at, gsize to)
{
    while (at < to && gx_spacing_is_white (gx_char_at (text.data + at)))
        at += (gsize)g_utf8_skip[(guchar)text.data[at]];
    return at;
}

static gsize
white_before (GxStr text, gsize from, gsize at)
{
    while (at > from && gx_spacing_is_white (gx_char_at (gx_char_before (text.data + at))))
        at = (gsize)(gx_char_before (text.data + at) - text.data);
    return at;
}

/* Whether the line may have gaps that are not copied as they are. */
static gboolean
needs_gaps (const GxPlainWriter *w, const GxLine *line)
{
    gsize n_bytes = line->end - line->start;

    if (!(line->signs & GX_SIGN_BLANK) && (line->width > SPACED_WIDTH || line->width >= n_bytes))
        return FALSE;
    return gx_bytes_have_gap (gx_plain_text (w->plain, line));
}

/* Copies source bytes [start, end) without the marks; white space around a mark goes where there would be none without the mark. */
static void
copy_line (GxPlainWriter *w, const GxLine *line, gsize end, GxLineContext context)
{
    const GArray *marks = w->plain->marks;
    GxStr text = w->plain->text;
    gsize start = line->start;

    for (guint m = first_mark (marks, start); m < marks->len && g_array_index (marks, GxMark, m).start < end; m++) {
        const GxMark *mark = &g_array_index (marks, GxMark, m);
        gsize before = white_before (text, start, mark->start), after = white_after (text, mark->end, end);

        if (before > start && after < end && (before < mark->start || after > mark->end) &&
            !gx_spacing_is_tight (gx_char_at (gx_char_before (text.data + before)), gx_char_at (text.data + after))) {
            copy_gapped (w, start, before, context);
            gx_builder_replace (w->builder, gx_str (" "), before, after);
        } else
            copy_gapped (w, start, before, context);
        start = after;
    }
    if (start >= end)
        return;
    if (needs_gaps (w, line))
        copy_gapped (w, start, end, context);
    else
        gx_builder_copy (w->builder, start, end);
}

/* Copies a line whose single characters are set apart, without the blanks. */
static void
copy_closed_up (GxPlainWriter *w, const GxLine *line)
{
    for (gsize at = line->start; at < line->end;) {
        gsize len = (gsize)g_utf8_skip[(guchar)w->plain->text.data[at]];

        if (!gx_spacing_is_white (gx_char_at (w->plain->text.data + at)))
            gx_builder_copy (w->builder, at, at + len);
        at += len;
    }
}

/* Where the last word of a line begins, which is looked for over MOST_WORD bytes. */
static gsize
last_word (const GxPlain *plain, const GxLine *line)
{
    enum { MOST_WORD = 400 };
    gsize at = line->end, least = line->end - line->start > MOST_WORD ? line->end - MOST_WORD : line->start;

    while (at > least && plain->text.data[at - 1] != ' ')
        at--;
    return at;
}

/* What becomes of a line's end where a hyphen stands at it. */
typedef enum { HYPHEN_NONE, HYPHEN_KEPT, HYPHEN_DROPPED } Hyphen;

/* Whether the letter is one of those that words are broken between by a hyphen. */
static gboolean
is_alphabetic (gunichar c)
{
    return c < 0x1100 ? g_unichar_isalpha (c) : c >= 0x1E00 && c < 0x2000;
}

/* A word broken by a hyphen goes on, without it (`co-` and `operation`), or with it before a capital or digit. A hyphen inside an address
 * stays. */
static Hyphen
hyphen_between (const GxPlainWriter *w, const GxLine *line, const GxLine *next)
{
    const char *data = w->plain->text.data, *hyphen;
    gunichar before;

    if (line->last == 0xAD) /* a soft hyphen is there for nothing else */
        return g_unichar_isalpha (next->first) ? HYPHEN_DROPPED : HYPHEN_NONE;
    if (line->last != '-' && line->last != 0x2010)
        return HYPHEN_NONE;
    hyphen = gx_char_before (data + line->end);
    if (hyphen == data + line->start)
        return HYPHEN_NONE;
    before = gx_char_at (gx_char_before (hyphen));
    if (!is_alphabetic (before) || !(is_alphabetic (next->first) || g_unichar_isdigit (next->first)))
        return HYPHEN_NONE;
    for (gsize at = (gsize)(hyphen - data), word = last_word (w->plain, line); at > word;)
        if (strchr ("/_=&:", data[--at]))
            return HYPHEN_NONE;
    return g_unichar_islower (before) && g_unichar_islower (next->first) ? HYPHEN_DROPPED : HYPHEN_KEPT;
}

/* Whether the line ends inside of an address (https://…) that goes on: its last piece asks for more, or the next one looks like one. */
static gboolean
is_broken_address (const GxPlainWriter *w, const GxLine *line, const GxLine *next)
{
    const char *data = w->plain->text.data;
    gsize word, at = next->start;
    GxStr address;
    gboolean has_sign = FALSE;

    if (line->last >= 0x80 || next->first >= 0x80)
        return FALSE;
    word = last_word (w->plain, line);
    address = (GxStr){ data + word, line->end - word };
    if (address.len < 10 || !g_strstr_len (address.data, (gssize)address.len, "://"))
        return FALSE;
    for (; at < next->end && data[at] > ' ' && data[at] < 0x7F; at++) {
        if (data[at] == ':')
            return FALSE;
        has_sign = has_sign || strchr ("/-_=&?%", data[at]) != NULL;
    }
    return has_sign || strchr ("/-_=&?", (int)line->last) != NULL;
}

/* Whether no blank stands for the break between two lines. */
static gboolean
is_tight_break (GxPlainWriter *w, const GxLine *last, const GxLine *line)
{
    if (gx_spacing_is_tight (last->last, line->first))
        return TRUE;
    if (gx_syllables_may_break (last->last, line->first)) {
        if (!w->syllables)
            w->syllables = gx_syllables_new (w->plain);
        return gx_syllables_break_word (w->syllables, w->plain, last, line);
    }
    if (!(gx_spacing_is_han (last->last) && line->first < 0x80 && g_ascii_isdigit ((gchar)line->first)) &&
        !(gx_spacing_is_han (line->first) && last->last < 0x80 && g_ascii_isdigit ((gchar)last->last)))
        return FALSE;
    if (w->digits == GX_DIGITS_UNKNOWN)
        w->digits = gx_plain_has_tight_digits (w->plain) ? GX_DIGITS_TIGHT : GX_DIGITS_SPACED;
    return w->digits == GX_DIGITS_TIGHT;
}

void
gx_plain_writer_clear (GxPlainWriter *self)
{
    g_clear_pointer (&self->syllables, gx_syllables_free);
}

/* Writes a blank for the white character behind a line (a note's mark may stand in front of it), at the text's end for the one before the
 * next line. */
static void
write_blank_between (GxPlainWriter *self, const GxLine *last, const GxLine *line)
{
    GxStr text = self->plain->text;
    gsize at = last->end;

    while (at < text.len && !gx_spacing_is_white (g_utf8_get_char (text.data + at)))
        at += (gsize)g_utf8_skip[(guchar)text.data[at]];
    if (at >= text.len)
        at = line->start > 0 ? (gsize)(g_utf8_prev_char (text.data + line->start) - text.data) : 0;
    gx_builder_replace (self->builder, gx_str (" "), at, at + (gsize)g_utf8_skip[(guchar)text.data[at]]);
}

void
gx_plain_write_line (GxPlainWriter *self, const GxLine *last, const GxLine *line, const GxLine *next)
{
    gboolean breaks_word = next && hyphen_between (self, line, next) == HYPHEN_DROPPED;
    gsize end = breaks_word ? (gsize)(gx_char_before (self->plain->text.data + line->end) - self->plain->text.data) : line->end;

    if (last && (last->is_number || (hyphen_between (self, last, line) == HYPHEN_NONE && !is_tight_break (self, last, line) &&
                                     !is_broken_address (self, last, line))))
        write_blank_between (self, last, line);
    if (!last && !next && (line->signs & GX_SIGN_BLANK) && !gx_spacing_is_han (line->first) &&
        gx_plain_is_letter_spaced (gx_plain_text (self->plain, line)))
        copy_closed_up (self, line);
    else
        copy_line (self, line, end, last || next || line->ends || line->width > SPACED_WIDTH ? GX_LINE_RUNNING : GX_LINE_ALONE);
}

/* Whether line i is written apart from the body. */
static gboolean
is_aside (const GxPlain *plain, guint i)
{
    GxLineRole role = gx_plain_line (plain, i)->role;

    return role != GX_LINE_BODY && role != GX_LINE_EMPTY && role != GX_LINE_OVERFLOW;
}

/* The line that goes on with the note or caption that line i is part of, its index in *next; NULL when it ends there. A note cut by its
 * page goes on below other lines. */
static const GxLine *
next_of_aside (const GxPlain *plain, guint i, guint *next)
{
    GxLineRole role = gx_plain_line (plain, i)->role, then;

    *next = i + 1;
    if (role == GX_LINE_CAPTION || role == GX_LINE_CAPTION_MORE)
        return *next < plain->lines->len && gx_plain_line (plain, *next)->role == GX_LINE_CAPTION_MORE ? gx_plain_line (plain, *next)
                                                                                                       : NULL;
    if (role != GX_LINE_NOTE && role != GX_LINE_NOTE_START && role != GX_LINE_OVERFLOW)
        return NULL;
    if (*next < plain->lines->len && gx_plain_line (plain, *next)->role == GX_LINE_NOTE)
        return role == GX_LINE_OVERFLOW ? NULL : gx_plain_line (plain, *next);
    for (; *next < plain->lines->len; *next += 1) {
        then = gx_plain_line (plain, *next)->role;
        if (then == GX_LINE_OVERFLOW)
            return gx_plain_line (plain, *next);
        if (role == GX_LINE_OVERFLOW || then == GX_LINE_NOTE || then == GX_LINE_NOTE_START)
            return NULL;
    }
    return NULL;
}

static void
end_aside (GxPlainWriter *self, GxLineRole role)
{
    switch (role) {
    case GX_LINE_FURNITURE:
        gx_builder_end_furniture (self->builder, GX_REASON_PAGE);
        break;
    case GX_LINE_GARBLED:
        gx_builder_end_furniture (self->builder, GX_REASON_GARBLED);
        break;
    case GX_LINE_CAPTION:
    case GX_LINE_CAPTION_MORE:
        gx_builder_end_block (self->builder, GX_BLOCK_CAPTION);
        break;
    case GX_LINE_CELL:
        gx_builder_end_block (self->builder, GX_BLOCK_CELL);
        break;
    default:
        gx_builder_end_block (self->builder, GX_BLOCK_NOTE);
        break;
    }
}

void
gx_plain_write_asides (GxPlainWriter *self, guint end)
{
    for (; self->next_line < end; self->next_line++) {
        const GxLine *last = NULL, *line = gx_plain_line (self->plain, self->next_line), *next;
        guint at = self->next_line, next_at;

        if (!is_aside (self->plain, at))
            continue;
        for (; line; last = line, line = next, at = next_at) {
            next = next_of_aside (self->plain, at, &next_at);
            gx_plain_write_line (self, last, line, next);
            if (line->role != GX_LINE_OVERFLOW)
                self->next_line = at;
        }
        end_aside (self, last->role);
    }
}
