/* SPDX-License-Identifier: GPL-3.0-or-later
 * portmanteau.c - two people in one word: 特金会, 习马会. Each character is a mention. */
#include "draft.h"

#include "neighbour.h"

/* Who may be meant by a character: those whose name stands in the text, else the only one who is written so. */
typedef struct {
    const GxEntity *entity;
    gboolean is_seen;
} Guess;

static Guess
guess (const GxDraft *self, gunichar c)
{
    const GxEntity *const *people = gx_lexicon_short_people (self->dictionary, c);
    Guess only = { NULL, FALSE };
    guint n = 0, n_seen = 0;

    for (; people && *people; people++) {
        gboolean is_seen = gx_draft_seen (self, *people);
        n++;
        if (is_seen)
            n_seen++;
        if (is_seen || !only.entity)
            only = (Guess){ *people, is_seen };
    }
    if (n_seen == 1 || (n_seen == 0 && n == 1))
        return only;
    return (Guess){ NULL, FALSE };
}

static void
read_meeting (GxDraft *self, gsize at)
{
    gsize second_at, first_at;
    gunichar second = gx_char_before (self->text, at, &second_at);
    gunichar first = gx_char_before (self->text, second_at, &first_at);

    if (!gx_is_han (first) || !gx_is_han (second) || gx_draft_covered (self, first_at, at))
        return;
    Guess a = guess (self, first);
    if (!a.entity)
        return;
    Guess b = guess (self, second);
    if (!b.entity || a.entity == b.entity || (!a.is_seen && !b.is_seen))
        return;
    gx_draft_add (self, first_at, second_at, a.entity, "portmanteau");
    gx_draft_add (self, second_at, at, b.entity, "portmanteau");
}

static gboolean
names_somebody (const GxDraft *self)
{
    for (guint i = 0; i < self->marks->len; i++)
        if (g_array_index (self->marks, GxMark, i).entity->type == GX_ENTITY_PERSON)
            return TRUE;
    return FALSE;
}

void
gx_rule_portmanteaus (GxDraft *self)
{
    if (!names_somebody (self))
        return;
    for (const char *const *meeting = gx_lexicon_affixes (self->dictionary, GX_AFFIX_MEETING); *meeting; meeting++)
        for (gsize end = 0; (end = gx_text_find_end (self->text, end, *meeting)) != 0;) {
            gsize start = end - strlen (*meeting);
            read_meeting (self,
                          start - gx_lexicon_affix_before (self->dictionary, GX_AFFIX_MEETING_LEAD, self->text, start, GX_ANY_LENGTH));
        }
}
