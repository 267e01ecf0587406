/* SPDX-License-Identifier: GPL-3.0-or-later
 * lone-surnames.c - surnames in Latin letters by themselves, after the full name: Moon Jae-in … Moon. */
#include "latin.h"
#include "people.h"

#include "neighbour.h"
#include "trace.h"

/* Whether the word is a part of somebody else's full name: a capitalised word that no spot has read stands before it or, where surnames
 * come first, behind it. */
static gboolean
has_other_names (const GxDraft *self, gsize start, gsize end, const GxEntity *person)
{
    gboolean may_go_on = person && (gx_lexicon_surname (self->dictionary, person) || gx_latin_is_in_chinese (self, start, end));
    gsize next_end = may_go_on ? gx_latin_last_name (self, end) : 0;

    if (next_end != 0 && !gx_draft_covered (self, end + 1, next_end))
        return gx_trace_said (self, start, end, person, "surname", GX_WHY_OTHER_NAME);
    return gx_latin_has_first_name (self, start) && gx_trace_said (self, start, end, person, "surname", GX_WHY_OTHER_NAME);
}

/* Whether a surname is a month here: May 3, in May. */
static gboolean
is_month (const GxDraft *self, gsize start, gsize end)
{
    GxStr text = self->text;

    if (gx_lexicon_affix_at (self->dictionary, GX_AFFIX_MONTH, (GxStr){ text.data, end }, start, GX_ANY_LENGTH) != end - start)
        return FALSE;
    if (gx_text_goes_on (text, end, " ") && end + 1 < text.len && g_ascii_isdigit (text.data[end + 1]))
        return gx_trace_said (self, start, end, NULL, "surname", GX_WHY_MONTH);
    return gx_lexicon_affix_before (self->dictionary, GX_AFFIX_MONTH_LEAD, text, start, GX_ANY_LENGTH) != 0 &&
           gx_trace_said (self, start, end, NULL, "surname", GX_WHY_MONTH);
}

static void
read_word (GxDraft *self, const GxPeople *people, gsize start, gsize end)
{
    GxStr word = { self->text.data + start, end - start };
    const GxEntity *person = gx_people_find (people, word, start, GX_NO_FORM);

    if ((!person && !gx_people_are_several (people, word, start)) || !gx_latin_is_capital (self, start, end) || is_month (self, start, end))
        return;
    if (has_other_names (self, start, end, person))
        return;
    if (person)
        gx_draft_add (self, start, end, person, "surname");
    else
        gx_people_doubt (people, self, word, (GxSpan){ start, end });
}

/* Reads the words between the spots. */
void
gx_people_read_surnames (const GxPeople *people, GxDraft *self)
{
    guint i = 0;
    gsize at = 0;

    if (!gx_people_have_latin (people))
        return;
    while (at < self->text.len) {
        if (i < self->spots->len && at >= g_array_index (self->spots, GxSpot, i).start) {
            const GxSpot *spot = &g_array_index (self->spots, GxSpot, i++);
            at = MAX (at, spot->kind == GX_FORM_TITLE || spot->kind == GX_FORM_BODY ? at : spot->end);
            continue;
        }
        gsize next;
        gunichar c = gx_char_at (self->text, at, &next);
        if (c < 'a' || !gx_is_word_script (c)) {
            at = next;
            continue;
        }
        gsize end = gx_latin_word_end (self, at);
        if (!gx_draft_covered (self, at, end))
            read_word (self, people, at, end);
        at = MAX (end, next);
    }
}
