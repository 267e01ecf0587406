/* SPDX-License-Identifier: GPL-3.0-or-later
 * sentence.c - sentences, block by block.
 *
 * An end mark ends the sentence behind the closing marks that follow it, unless what stands there goes on with it (a comma, ”的, ”他说), or
 * the mark stands inside a short bracket within the sentence, or in a quotation that is a part of it (see gx_marks_pair()). Two sentences
 * inside one quotation are two. */
#include <guanxi/sentence.h>

#include "fold.h"
#include "language.h"
#include "sentence-marks.h"
#include "sentence-rules.h"

#include <unicode/uchar.h>

#define LONGEST_REFERENCE 24  /* bytes */
#define USUAL_BYTES       160 /* of a sentence */

struct _GxSentences {
    GArray *found; /* of GxSentence */
    const char **languages;
    guint n_blocks;
};

typedef struct {
    GxPlace place;
    gsize offset; /* clean byte of the text's first */
    guint block;
    gboolean in_quote; /* behind an odd number of ASCII quotation marks */
    GArray *marks;     /* of GxMark */
    GArray *opens;     /* scratch */
    GArray *found;
} Scan;

/* Whether there is any letter or digit. */
static gboolean
has_word (GxStr text, gsize start, gsize end)
{
    for (gsize at = start; at < end; at += gx_char_len (text, at))
        if (gx_lead_is_han (text, at) || u_isalnum ((UChar32)gx_sentence_char_at (text, at)))
            return TRUE;
    return FALSE;
}

/* Whether there is no more than a place in a book, in brackets: （P172）, (2019). */
static gboolean
is_reference (GxStr text, gsize start, gsize end)
{
    gboolean has_digit = FALSE;

    if (end - start > LONGEST_REFERENCE || !gx_mark_is_bracket (gx_sentence_char_at (text, start)) ||
        !gx_mark_is_bracket (gx_sentence_char_before (text, start, end)))
        return FALSE;
    for (gsize at = start; at < end; at += gx_char_len (text, at)) {
        gunichar c = gx_sentence_char_at (text, at);

        if (gx_is_han (c) && !g_utf8_strchr ("第页頁年", -1, c))
            return FALSE;
        has_digit = has_digit || u_isdigit ((UChar32)c);
    }
    return has_digit;
}

/* Adds what lies between the last end and this one, without the blanks around it; a rest without any letter or digit, or a reference, is
 * added to the sentence before it. */
static void
add_sentence (Scan *scan, gsize end)
{
    GxStr text = scan->place.text;
    gsize start = scan->place.start;
    GxSentence *last = scan->found->len > 0 ? &g_array_index (scan->found, GxSentence, scan->found->len - 1) : NULL;
    GxSentence sentence;

    scan->place.start = gx_skip_blanks (text, end);
    while (end > start && u_isUWhiteSpace ((UChar32)gx_sentence_char_before (text, start, end)))
        end = (gsize)(g_utf8_prev_char (text.data + end) - text.data);
    if (start >= end)
        return;
    sentence = (GxSentence){ scan->offset + start, scan->offset + end, scan->block };
    if (last && last->block == scan->block && (!has_word (text, start, end) || is_reference (text, start, end)))
        last->end = sentence.end;
    else
        g_array_append_val (scan->found, sentence);
}

/* Where an end is that begins at `at`, and what it is made of. */
typedef struct {
    gsize at, end;             /* the mark, and behind all end marks and closing marks that follow it */
    gunichar c;                /* the mark; any other but … and . of them when there is one */
    gboolean is_quotation_end; /* a quotation is closed there */
} End;

/* Whether an opening quotation mark stands where only a closing one can: before a comma, or at the end. */
static gboolean
is_reversed_quote (GxStr text, gsize at)
{
    gunichar c = gx_sentence_char_at (text, at), next;

    if (c != 0x201C && c != 0x2018) /* “ ‘ */
        return FALSE;
    next = gx_sentence_char_at (text, at + gx_char_len (text, at));
    return next == 0 || gx_mark_continues (next) || next == 0x3002; /* 。 */
}

static End
read_end (Scan *scan, const GxMark *mark)
{
    GxStr text = scan->place.text;
    End end = { mark->at, mark->at + gx_char_len (text, mark->at), mark->c, FALSE };

    while (end.end < text.len && !gx_lead_is_han (text, end.end)) {
        gunichar c = gx_sentence_char_at (text, end.end);

        if (c == '"' && scan->in_quote) {
            scan->in_quote = FALSE;
            end.is_quotation_end = TRUE;
        } else if (is_reversed_quote (text, end.end))
            end.is_quotation_end = TRUE;
        else if (gx_mark_is_closing (c))
            end.is_quotation_end = end.is_quotation_end || gx_mark_is_closing_quote (c);
        else if (!gx_mark_is_end (c) && !gx_mark_may_end (c))
            break;
        else if (c != '.' && !gx_mark_is_ellipsis (c) && (end.c == '.' || gx_mark_is_ellipsis (end.c)))
            end.c = c;
        end.end += gx_char_len (text, end.end);
    }
    return end;
}

/* Whether a name ends with this mark: Yahoo!公司. */
static gboolean
is_mark_of_name (const GxPlace *place, const End *end)
{
    gsize at = end->at;

    if (end->c != '!' || end->end > at + 1 || !gx_is_han (gx_sentence_char_at (place->text, end->end)))
        return FALSE;
    while (at > place->start && g_ascii_islower (place->text.data[at - 1]))
        at--;
    return at < end->at && at > place->start && g_ascii_isupper (place->text.data[at - 1]);
}

/* Whether the text goes on with the sentence behind a quotation. */
static gboolean
is_joined (const Scan *scan, const End *end, guint i)
{
    const GxPlace *place = &scan->place;

    for (; i < scan->marks->len && g_array_index (scan->marks, GxMark, i).at < end->end; i++)
        if (g_array_index (scan->marks, GxMark, i).is_joined)
            return TRUE;
    if (!end->is_quotation_end || place->text.data[end->end - 1] != '"')
        return FALSE;
    return gx_goes_on_behind_quotation (place->text, end->end, place->language) ||
           (place->text.data[place->start] == '"' && gx_is_attribution (place->text, end->end));
}

/* Whether the end at the mark of this index ends the sentence. */
static gboolean
ends_here (const Scan *scan, const End *end, guint index)
{
    const GxPlace *place = &scan->place;
    gsize next = gx_skip_blanks (place->text, end->end);
    gunichar before = gx_sentence_char_before (place->text, place->start, end->at);
    gunichar after = gx_sentence_char_at (place->text, next);
    gboolean is_wide;

    if (after == 0)
        return TRUE;
    if (end->c >= 0x3002 && end->c != 0xFF0E && !end->is_quotation_end && gx_is_han (after)) /* most of all ends */
        return TRUE;
    is_wide = gx_mark_is_wide (before) || gx_mark_is_wide (after);
    if (is_joined (scan, end, index))
        return FALSE;
    if (end->c == '.' && place->text.data[end->at] == '.' && end->end > end->at + 1 && place->text.data[end->at + 1] == '.' && is_wide)
        return gx_ellipsis_ends (place, end->at, end->end);
    if (end->c == '.' || end->c == 0xFF0E)
        return gx_full_stop_ends (place, end->at);
    if (gx_mark_is_ellipsis (end->c) && !end->is_quotation_end)
        return gx_ellipsis_ends (place, end->at, end->end);
    if (gx_mark_continues (after))
        return FALSE;
    if (end->c >= 0x80 && end->c != 0x037E)
        return TRUE;
    if (is_wide)
        return !is_mark_of_name (place, end);
    if (end->c == ';' && strcmp (place->language, "el") != 0)
        return FALSE;
    return next > end->end && !u_islower ((UChar32)after);
}

static void
scan_block (Scan *scan)
{
    gsize behind = 0, held_until = 0; /* no sentence ends before these */

    scan->in_quote = FALSE;
    scan->place.start = gx_skip_blanks (scan->place.text, 0);
    gx_marks_find (scan->marks, scan->place.text);
    gx_marks_pair (scan->marks, scan->opens, scan->place.text, scan->place.language);
    for (guint i = 0; i < scan->marks->len; i++) {
        const GxMark *mark = &g_array_index (scan->marks, GxMark, i);

        if (mark->at < behind)
            continue;
        if (mark->kind == GX_MARK_QUOTE)
            scan->in_quote = !scan->in_quote;
        else if (mark->kind == GX_MARK_OPEN && (!gx_mark_is_bracket (mark->c) || scan->place.start < mark->at))
            held_until = MAX (held_until, mark->hold);
        else if (mark->kind == GX_MARK_END && mark->at >= held_until) {
            End end = read_end (scan, mark);

            behind = end.end;
            if (ends_here (scan, &end, i))
                add_sentence (scan, end.end);
        }
    }
    add_sentence (scan, scan->place.text.len);
}

/* Whether the text has a 。 anywhere. */
static gboolean
has_wide_stops (GxStr text)
{
    const char *p = text.data, *end = text.data + text.len;

    while (p < end && (p = memchr (p, 0xE3, (gsize)(end - p))))
        if (memcmp (p, "。", 3) == 0)
            return TRUE;
        else
            p += 3;
    return FALSE;
}

GxSentences *
gx_sentences_find (const GxDocument *document)
{
    GxSentences *self = g_new (GxSentences, 1);
    g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (GxMark));
    g_autoptr (GArray) opens = g_array_new (FALSE, FALSE, sizeof (guint));
    GxStr text = gx_document_text (document);
    gboolean is_wide = has_wide_stops (text);
    const GxBlock *blocks = gx_document_blocks (document, &self->n_blocks);

    self->found = g_array_sized_new (FALSE, FALSE, sizeof (GxSentence), (guint)MIN (text.len / USUAL_BYTES, G_MAXINT / 64));
    self->languages = g_new (const char *, self->n_blocks);
    gx_language_of_blocks (document, self->languages);
    for (guint i = 0; i < self->n_blocks; i++) {
        GxStr block = { text.data + blocks[i].start, blocks[i].end - blocks[i].start };
        GxPlace place = { block, self->languages[i], is_wide, 0 };
        Scan scan = { .place = place, .offset = blocks[i].start, .block = i, .marks = marks, .opens = opens, .found = self->found };

        if (blocks[i].type != GX_BLOCK_FURNITURE)
            scan_block (&scan);
    }
    return self;
}

void
gx_sentences_free (GxSentences *self)
{
    if (!self)
        return;
    g_array_unref (self->found);
    g_free (self->languages);
    g_free (self);
}

const GxSentence *
gx_sentences_get (const GxSentences *self, guint *n_sentences)
{
    *n_sentences = self->found->len;
    return &g_array_index (self->found, GxSentence, 0);
}

const char *
gx_sentences_language (const GxSentences *self, guint block)
{
    g_return_val_if_fail (block < self->n_blocks, "und");
    return self->languages[block];
}
