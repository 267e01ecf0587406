/* SPDX-License-Identifier: GPL-3.0-or-later
 * organisations.c - where a state's name is only the beginning of an unknown organisation's. */
#include "organisations.h"

#include "neighbour.h"

/* Characters between the state and 协会, 委员会 …: 中国|人|协会 is too short for a name, and names end somewhere. */
enum { SHORTEST_MIDDLE = 2, LONGEST_MIDDLE = 10 };

/* Whether something begins here that no such name holds: a verb, a particle, or what is known by a name of its own. */
static gboolean
breaks_off (const GxDraft *self, gsize at)
{
    gsize end;
    return gx_lexicon_affix_at (self->dictionary, GX_AFFIX_ORGANISATION_BREAK, self->text, at, GX_ANY_LENGTH) != 0 ||
           gx_draft_reading_at (self, at, GX_FORM_NAME, &end) || gx_draft_reading_at (self, at, GX_FORM_BODY, &end);
}

/* Where 协会, 委员会 … begin behind a state that ends at end, or 0; suffix is their length. */
static gsize
find_suffix (const GxDraft *self, gsize end, gsize *suffix)
{
    gsize at = end, next;

    for (guint n = 0; n <= LONGEST_MIDDLE; n++, at = next) {
        *suffix = gx_lexicon_affix_at (self->dictionary, GX_AFFIX_ORGANISATION, self->text, at, GX_ANY_LENGTH);
        if (*suffix > 0)
            return n >= SHORTEST_MIDDLE ? at : 0;
        if (!gx_is_han (gx_char_at (self->text, at, &next)))
            return 0;
    }
    return 0;
}

gboolean
gx_organisation_goes_on (GxDraft *self, gsize end)
{
    gsize suffix, next, at = find_suffix (self, end, &suffix);

    if (at == 0)
        return FALSE;
    for (gsize middle = end; middle < at; middle = next) {
        if (breaks_off (self, middle))
            return FALSE;
        (void)gx_char_at (self->text, middle, &next);
    }
    return gx_draft_word_starts (self, end) && gx_draft_word_starts (self, at + suffix);
}
