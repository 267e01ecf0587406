/* SPDX-License-Identifier: GPL-3.0-or-later
 * latin.c - words of scripts that write words apart. */
#include "latin.h"

#include "neighbour.h"

/* Bytes of the longest first name looked for. */
#define LONGEST_NAME 32

gsize
gx_latin_word_end (const GxDraft *self, gsize start)
{
    GxStr text = self->text;
    gsize at = start, end = start;

    while (at < text.len) {
        gsize next;
        gunichar c = gx_char_at (text, at, &next);
        if (gx_is_word_script (c))
            end = next;
        else if ((c != '-' && c != '\'') || end != at)
            break;
        at = next;
    }
    gsize possessive = gx_lexicon_affix_before (self->dictionary, GX_AFFIX_POSSESSIVE, text, end, GX_ANY_LENGTH);
    return end > start + possessive ? end - possessive : end;
}

gboolean
gx_latin_is_capital (const GxDraft *self, gsize start, gsize end)
{
    GxSpan clean = gx_folded_clean (self->folded, start, end);
    return g_unichar_isupper (g_utf8_get_char (gx_document_text (self->document).data + clean.start));
}

gsize
gx_latin_last_name (const GxDraft *self, gsize end)
{
    gsize last_end = gx_text_goes_on (self->text, end, " ") ? gx_latin_word_end (self, end + 1) : end;
    return last_end > end + 1 && gx_latin_is_capital (self, end + 1, last_end) ? last_end : 0;
}

gboolean
gx_latin_has_first_name (const GxDraft *self, gsize start)
{
    GxStr text = self->text;
    gsize before;

    if (!gx_text_ends (text, start, " "))
        return FALSE;
    gsize end = start - 1, first = end;
    while (first > 0) {
        gunichar c = gx_char_before (text, first, &before);
        if (!gx_is_word_script (c) && c != '-')
            break;
        first = before;
        if (end - first > LONGEST_NAME)
            return FALSE;
    }
    if (first == end || gx_draft_spot_ending (self, end))
        return FALSE;
    gsize blank = gx_text_ends (text, first, " ") ? 1 : 0;
    gunichar leading = gx_char_before (text, first - blank, &before);
    return (gx_is_han (leading) || (blank > 0 && (gx_is_word_script (leading) || leading == ','))) &&
           gx_latin_is_capital (self, first, end);
}

gboolean
gx_latin_is_in_chinese (const GxDraft *self, gsize start, gsize end)
{
    gsize at;

    if (gx_text_goes_on (self->text, end, " "))
        end = MAX (end, gx_latin_word_end (self, end + 1));
    start -= gx_text_ends (self->text, start, "(") ? 1 : 0;
    start -= gx_text_ends (self->text, start, " ") ? 1 : 0;
    end += gx_text_goes_on (self->text, end, " ") ? 1 : 0;
    return gx_is_han (gx_char_at (self->text, end, &at)) || gx_is_han (gx_char_before (self->text, start, &at));
}
