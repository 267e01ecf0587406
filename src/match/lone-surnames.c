/* SPDX-License-Identifier: GPL-3.0-or-later
 * lone-surnames.c - surnames in Latin letters by themselves, after the full name: Moon Jae-in … Moon. */
#include "latin.h"
#include "people.h"

#include "neighbour.h"

/* English surnames that are months, and what stands before a month. */
static const char *const months[] = { "may", "april", "june", "august", "march" };
static const char *const before_months[] = {
    "in ", "since ", "until ", "by ", "of ", "last ", "next ", "early ", "late ", "mid-", "from "
};

/* Whether the word is a part of somebody else's full name: a capitalised word that no spot has read stands before it or, where surnames
 * come first, behind it. */
static gboolean
has_other_names (const GxDraft *self, gsize start, gsize end, const GxEntity *person)
{
    if (gx_lexicon_surname (self->dictionary, person) && gx_text_goes_on (self->text, end, " ")) {
        gsize next_end = gx_latin_word_end (self->text, end + 1);
        if (next_end > end + 1 && !gx_draft_covered (self, end + 1, next_end) && gx_latin_is_capital (self, end + 1, next_end))
            return TRUE;
    }
    return gx_latin_has_first_name (self, start);
}

static gboolean
is_month (GxStr text, gsize start, gsize end)
{
    gboolean found = FALSE;

    for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
        found |= gx_str_equal ((GxStr){ text.data + start, end - start }, gx_str (months[i]));
    if (!found)
        return FALSE;
    if (gx_text_goes_on (text, end, " ") && end + 1 < text.len && g_ascii_isdigit (text.data[end + 1]))
        return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS (before_months); i++)
        if (gx_text_ends (text, start, before_months[i]))
            return TRUE;
    return FALSE;
}

static void
read_word (GxDraft *self, const GxPeople *people, gsize start, gsize end)
{
    GxStr word = { self->text.data + start, end - start };
    const GxEntity *person = gx_people_find (people, word, start, GX_NO_FORM);

    if (person && gx_latin_is_capital (self, start, end) && !is_month (self->text, start, end) &&
        !has_other_names (self, start, end, person))
        gx_draft_add (self, start, end, person, "surname");
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
        gsize end = gx_latin_word_end (self->text, at);
        if (!gx_draft_covered (self, at, end))
            read_word (self, people, at, end);
        at = MAX (end, next);
    }
}
