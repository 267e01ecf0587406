/* SPDX-License-Identifier: GPL-3.0-or-later
 * tails.c - where an institution's name is only the beginning of another word. */
#include "tails.h"

#include "neighbour.h"

/* An office's head: 国防部|长, but not 国防部|长期. */
static gboolean
is_head (const GxDraft *self, gsize end)
{
    return gx_lexicon_affix_at (self->dictionary, GX_AFFIX_HEAD, self->text, end, GX_ANY_LENGTH) != 0 &&
           gx_lexicon_affix_before (self->dictionary, GX_AFFIX_OFFICE, self->text, end, GX_ANY_LENGTH) != 0 &&
           gx_lexicon_affix_at (self->dictionary, GX_AFFIX_NO_HEAD, self->text, end, GX_ANY_LENGTH) == 0;
}

gboolean
gx_tail_goes_on (GxDraft *self, gsize end)
{
    gsize at, last;

    if (!gx_is_han (gx_char_at (self->text, end, &at)))
        return FALSE;
    if (is_head (self, end))
        return TRUE;
    /* A word whose first character may end an institution's name: 国防|部门. */
    (void)gx_char_before (self->text, end, &last);
    return gx_lexicon_affix_at (self->dictionary, GX_AFFIX_SPLIT_WORD, self->text, last, GX_ANY_LENGTH) > end - last &&
           !gx_draft_word_starts (self, end);
}
