/* SPDX-License-Identifier: GPL-3.0-or-later
 * transliteration.c - where transliterated names begin and end, which no mark tells. */
#include "transliteration.h"

#include "latin.h"
#include "neighbour.h"
#include "unlisted.h"

/* Most characters of a part of a name. */
#define LONGEST_PART 7

/* Where the run of characters of names that begins at start ends: at most LONGEST_PART of them. */
static gsize
run_end (const GxDraft *self, gsize start)
{
    gsize end = start, next;

    for (guint n = 0; n < LONGEST_PART; n++) {
        gunichar c = gx_char_at (self->text, end, &next);
        if (!gx_is_han (c) || !gx_name_model_is_foreign (self->names, c))
            break;
        end = next;
    }
    return end;
}

/* The end of the last part of a name, which no mark tells: a word that runs over the end of the run belongs to what follows (汉森|希望),
 * and so does a name. start when there is none. */
static gsize
last_part_end (GxDraft *self, gsize start)
{
    gsize end = run_end (self, start), before;

    for (guint i = gx_draft_spot_after (self, start); i < self->spots->len; i++) {
        const GxSpot *spot = &g_array_index (self->spots, GxSpot, i);
        if (spot->start >= end)
            break;
        if (spot->kind == GX_FORM_TITLE || (spot->kind == GX_FORM_NAME && spot->entity))
            end = MAX (start, spot->start);
    }
    while (end > start && !gx_draft_name_may_end (self, end)) {
        (void)gx_char_before (self->text, end, &before);
        end = before;
    }
    return end;
}

gboolean
gx_dotted_name_at (GxDraft *self, gsize start, gsize *last, gsize *end)
{
    gsize at = start, part = run_end (self, start);

    while (part > at && gx_text_goes_on (self->text, part, GX_NAME_DOT)) {
        at = part + strlen (GX_NAME_DOT);
        part = run_end (self, at);
    }
    if (at == start)
        return FALSE;
    *last = at;
    *end = last_part_end (self, at);
    return *end > at && !gx_draft_covered (self, start, *end);
}

/* Whether a name in Latin letters stands in brackets behind an offset. */
static gboolean
has_latin_behind (const GxDraft *self, gsize end)
{
    end += gx_text_goes_on (self->text, end, " ") ? 1 : 0;
    if (!gx_text_goes_on (self->text, end, "("))
        return FALSE;
    gsize first = gx_latin_word_end (self, end + 1);
    return first > end + 1 && (guchar)self->text.data[end + 1] < 0x80 && gx_latin_is_capital (self, end + 1, first);
}

gsize
gx_plain_name_end (GxDraft *self, gsize start)
{
    const double least = gx_judgement_scores (self->judgement)->foreign;
    gsize run = run_end (self, start), end = start, best = start;

    for (guint n = 1; end < run; n++) {
        (void)gx_char_at (self->text, end, &end);
        if (n < 2 || gx_draft_covered (self, start, end))
            continue;
        GxStr name = { self->text.data + start, end - start };
        if (has_latin_behind (self, end))
            return end;
        if (n >= 3 && least > 0 && gx_name_model_foreign (self->names, name) >= least && gx_draft_word_starts (self, end) &&
            gx_beside_behind (self, end) != GX_BESIDE_OTHER)
            best = end;
    }
    return best;
}

/* Whether the character before an offset is one that transliterated names are made of far more than prose is; start is where it stands. */
static gboolean
is_foreign_before (const GxDraft *self, gsize offset, gsize *start)
{
    gunichar c = gx_char_before (self->text, offset, start);
    GxStr text = { self->text.data + *start, offset - *start };

    return gx_is_han (c) && gx_name_model_is_foreign (self->names, c) &&
           gx_name_model_foreign (self->names, text) >= gx_judgement_scores (self->judgement)->foreign;
}

gsize
gx_first_part_start (GxDraft *self, gsize dot)
{
    gsize start = dot, known = dot, before;
    guint n = 0;

    for (; n < LONGEST_PART; n++) {
        gunichar c = gx_char_before (self->text, start, &before);
        if (!gx_is_han (c) || !gx_name_model_is_foreign (self->names, c))
            break;
        start = before;
        if (gx_name_model_parts (self->names, (GxStr){ self->text.data + start, dot - start }) > 0)
            known = start;
    }
    if (known < dot) {
        while (known > start && is_foreign_before (self, known, &before))
            known = before;
        return known;
    }
    gunichar c = gx_char_before (self->text, start, &before);
    return n >= 2 && n < LONGEST_PART && (!gx_is_han (c) || gx_draft_spot_ending (self, start)) ? start : dot;
}
