/* SPDX-License-Identifier: GPL-3.0-or-later
 * sentence.c - sentences, block by block.
 *
 * An end mark ends the sentence behind the closing marks that follow it, unless a comma, colon or closing mark comes next, or it stands
 * inside a short bracket within the sentence, or in a quotation that is a part of it (see gx_holds_find()). Two sentences inside one
 * quotation are two. */
#include <guanxi/sentence.h>

#include "sentence-marks.h"

#include <unicode/uchar.h>

struct _GxSentences {
    GArray *found; /* of GxSentence */
};

typedef struct {
    GxStr text;   /* of the block */
    gsize offset; /* clean byte of the text's first */
    guint block;
    gsize start;       /* of the sentence */
    gboolean in_quote; /* behind an odd number of ASCII quotation marks */
    GArray *holds;     /* of GxHold */
    guint next_hold;
    gsize held_until; /* no sentence ends before this byte */
    GArray *found;
} Scan;

/* Adds [start, end) without the blanks at its ends; a rest without any letter or digit is added to the sentence before it. */
static void
add_sentence (Scan *scan, gsize end)
{
    gsize start = scan->start;
    gboolean has_word = FALSE;
    GxSentence *last = scan->found->len > 0 ? &g_array_index (scan->found, GxSentence, scan->found->len - 1) : NULL;
    GxSentence sentence;

    scan->start = gx_skip_blanks (scan->text, end);
    while (end > start && u_isUWhiteSpace ((UChar32)gx_sentence_char_before (scan->text, start, end)))
        end = (gsize)(g_utf8_prev_char (scan->text.data + end) - scan->text.data);
    if (start >= end)
        return;
    for (gsize at = start; at < end && !has_word; at += gx_char_len (scan->text, at))
        has_word = u_isalnum ((UChar32)gx_sentence_char_at (scan->text, at));
    sentence = (GxSentence){ scan->offset + start, scan->offset + end, scan->block };
    if (!has_word && last && last->block == scan->block)
        last->end = sentence.end;
    else
        g_array_append_val (scan->found, sentence);
}

/* Takes in the holds that begin at or before the byte `at`. */
static void
advance_holds (Scan *scan, gsize at)
{
    while (scan->next_hold < scan->holds->len) {
        const GxHold *hold = &g_array_index (scan->holds, GxHold, scan->next_hold);

        if (hold->start > at)
            return;
        if (!hold->is_bracket || scan->start < hold->start)
            scan->held_until = MAX (scan->held_until, hold->end);
        scan->next_hold++;
    }
}

/* Behind all end marks and closing marks that follow the end mark at `at`. */
static gsize
skip_end (Scan *scan, gsize at)
{
    gboolean in_quote = scan->in_quote;

    while (at < scan->text.len) {
        gunichar c = gx_sentence_char_at (scan->text, at);

        if (c == '"' && in_quote)
            in_quote = FALSE;
        else if (!gx_mark_is_end (c) && !gx_mark_is_ascii_end (c) && !gx_mark_is_closing (c))
            break;
        at += gx_char_len (scan->text, at);
    }
    scan->in_quote = in_quote;
    return at;
}

/* Whether the end mark c at `at`, with what follows it up to end, ends the sentence. */
static gboolean
ends_here (const Scan *scan, gunichar c, gsize at, gsize end)
{
    gsize next = gx_skip_blanks (scan->text, end);
    gunichar after = gx_sentence_char_at (scan->text, next);

    if (c == '.')
        return gx_full_stop_ends (scan->text, scan->start, at);
    if (after == 0)
        return TRUE;
    if (gx_mark_continues (after))
        return FALSE;
    if (c >= 0x80)
        return after != 0x7684 || end == at + gx_char_len (scan->text, at); /* ”的: a quotation used as a word */
    if (gx_mark_is_wide (gx_sentence_char_before (scan->text, scan->start, at)) || gx_mark_is_wide (after))
        return TRUE;
    return c != ';' && next > end && !u_islower ((UChar32)after);
}

static void
scan_block (Scan *scan)
{
    gsize at = scan->start = gx_skip_blanks (scan->text, 0);

    while (at < scan->text.len) {
        gunichar c;
        gsize next;

        if (gx_lead_is_han (scan->text, at)) {
            at += 3;
            continue;
        }
        c = gx_sentence_char_at (scan->text, at);
        next = at + gx_char_len (scan->text, at);
        if (c == '"')
            scan->in_quote = !scan->in_quote;
        else if (gx_mark_is_end (c) || gx_mark_is_ascii_end (c)) {
            advance_holds (scan, at);
            if (at >= scan->held_until) {
                next = skip_end (scan, next);
                if (ends_here (scan, c, at, next))
                    add_sentence (scan, next);
            }
        }
        at = next;
    }
    add_sentence (scan, scan->text.len);
}

GxSentences *
gx_sentences_find (const GxDocument *document)
{
    GxSentences *self = g_new (GxSentences, 1);
    GxStr text = gx_document_text (document);
    guint n_blocks;
    const GxBlock *blocks = gx_document_blocks (document, &n_blocks);

    self->found = g_array_new (FALSE, FALSE, sizeof (GxSentence));
    for (guint i = 0; i < n_blocks; i++) {
        GxStr block = { text.data + blocks[i].start, blocks[i].end - blocks[i].start };
        Scan scan = { .text = block, .offset = blocks[i].start, .block = i, .found = self->found };

        if (blocks[i].type == GX_BLOCK_FURNITURE)
            continue;
        scan.holds = gx_holds_find (block);
        scan_block (&scan);
        g_array_unref (scan.holds);
    }
    return self;
}

void
gx_sentences_free (GxSentences *self)
{
    if (!self)
        return;
    g_array_unref (self->found);
    g_free (self);
}

const GxSentence *
gx_sentences_get (const GxSentences *self, guint *n_sentences)
{
    *n_sentences = self->found->len;
    return &g_array_index (self->found, GxSentence, 0);
}
