/* SPDX-License-Identifier: GPL-3.0-or-later
 * titles.c - surnames with a title (文总统, 문 대통령, Mr Moon), and Latin surnames by themselves, after the full name. */
#include "people.h"

#include "neighbour.h"

/* What may stand between a surname and its title: 文前总统, 金副委员长. */
static const char *const qualifiers[] = { "前", "原", "副", "代" };

static GxTitlePosition
position_of (const GxDraft *self, const GxSpot *spot)
{
    const GxForm *form = &self->forms[spot->form];
    guint position = 0;

    for (guint i = 0; i < form->n_readings; i++)
        if (form->readings[i].kind == GX_FORM_TITLE)
            position |= form->readings[i].position;
    return (GxTitlePosition)position;
}

/* Where the n characters before an offset begin, when nothing else has read them and all are Han or all Hangul; else the offset itself. */
static gsize
letters_before (const GxDraft *self, gsize offset, guint n)
{
    gsize start = offset;

    for (guint i = 0; i < n; i++) {
        gsize at;
        gunichar c = gx_char_before (self->text, start, &at);
        if (!gx_is_han (c) && !gx_is_hangul (c))
            return offset;
        start = at;
    }
    return gx_draft_covered (self, start, offset) ? offset : start;
}

/* Whether the surname begins a word and the title ends one: not in 浙|江省委书记, nor in 驻华|大使馆. What leads an abbreviation of a
 * state, and may lead no person, speaks against a surname too: 驻华大使. */
static gboolean
stands_free (GxDraft *self, gsize start, gsize end)
{
    static const char *const state_leads[] = { "驻", "来", "旅" };

    if (!gx_draft_word_starts (self, start) || !gx_draft_word_starts (self, end))
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (state_leads); i++)
        if (gx_text_ends (self->text, start, state_leads[i]))
            return FALSE;
    return TRUE;
}

static gboolean
add_before_title (GxDraft *self, const GxPeople *people, const GxSpot *spot, gsize surname_end)
{
    for (guint n = 2; n >= 1; n--) {
        gsize at, start = letters_before (self, surname_end, n);
        if (start == surname_end)
            continue;
        GxStr surname = { self->text.data + start, surname_end - start };
        gunichar first = gx_char_at (self->text, start, &at);
        /* A Korean surname is a word, or begins the one with the title. */
        if (gx_is_hangul (first) && (n > 1 || gx_is_hangul (gx_char_before (self->text, start, &at))))
            continue;
        const GxEntity *person = gx_people_find (people, surname, start, spot->form);
        if (!person || (gx_is_han (first) && !stands_free (self, start, spot->end)))
            continue;
        gx_draft_add (self, start, spot->end, person, "title");
        return TRUE;
    }
    return FALSE;
}

static void
read_title_after (GxDraft *self, const GxPeople *people, const GxSpot *spot)
{
    gsize at, end = spot->start;

    if (add_before_title (self, people, spot, end))
        return;
    for (gsize i = 0; i < G_N_ELEMENTS (qualifiers); i++)
        if (gx_text_ends (self->text, end, qualifiers[i]) && add_before_title (self, people, spot, end - strlen (qualifiers[i])))
            return;
    if (gx_text_ends (self->text, end, " ") && gx_is_hangul (gx_char_before (self->text, end - 1, &at)))
        (void)add_before_title (self, people, spot, end - 1);
}

static gboolean
is_capital (const GxDraft *self, gsize start, gsize end)
{
    GxSpan clean = gx_folded_clean (self->folded, start, end);
    return g_unichar_isupper (g_utf8_get_char (gx_document_text (self->document).data + clean.start));
}

/* Where the Latin word at start ends: letters with hyphens and apostrophes between them, a possessive 's left out. */
static gsize
word_end (GxStr text, gsize start)
{
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
    return end > start + 2 && gx_text_ends (text, end, "'s") ? end - 2 : end;
}

static void
read_title_before (GxDraft *self, const GxPeople *people, const GxSpot *spot)
{
    gsize start = spot->end;

    if (gx_text_goes_on (self->text, start, "."))
        start++;
    if (!gx_text_goes_on (self->text, start, " "))
        return;
    start++;
    gsize end = word_end (self->text, start);
    if (end == start || gx_draft_covered (self, start, end) || !is_capital (self, start, end))
        return;
    GxStr surname = { self->text.data + start, end - start };
    const GxEntity *person = gx_people_find (people, surname, start, spot->form);
    if (person)
        gx_draft_add (self, start, end, person, "title");
}

/* Whether the word is a part of somebody else's full name: a capitalised word that no spot has read stands before or behind it. */
static gboolean
has_other_names (const GxDraft *self, gsize start, gsize end, const GxEntity *person)
{
    gsize at;

    if (gx_lexicon_surname (self->dictionary, person) && gx_text_goes_on (self->text, end, " ")) {
        gsize next_end = word_end (self->text, end + 1);
        if (next_end > end + 1 && !gx_draft_covered (self, end + 1, next_end) && is_capital (self, end + 1, next_end))
            return TRUE;
    }
    if (!gx_text_ends (self->text, start, " "))
        return FALSE;
    gsize before = start - 1;
    for (gsize first = before; first > 0; first = at) {
        gunichar c = gx_char_before (self->text, first, &at);
        if (!gx_is_word_script (c) && c != '-')
            break;
        before = at;
    }
    if (before == start - 1 || gx_draft_spot_ending (self, start - 1) || !is_capital (self, before, start - 1))
        return FALSE;
    /* The first word of a sentence is always capitalised. */
    return gx_text_ends (self->text, before, " ") && gx_is_word_script (gx_char_before (self->text, before - 1, &at));
}

static void
read_word (GxDraft *self, const GxPeople *people, gsize start, gsize end)
{
    GxStr word = { self->text.data + start, end - start };
    const GxEntity *person = gx_people_find (people, word, start, GX_NO_FORM);

    if (person && is_capital (self, start, end) && !has_other_names (self, start, end, person))
        gx_draft_add (self, start, end, person, "surname");
}

/* Reads the words between the spots. */
static void
read_surnames (GxDraft *self, const GxPeople *people)
{
    guint i = 0;
    gsize at = 0;

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
        gsize end = word_end (self->text, at);
        if (!gx_draft_covered (self, at, end))
            read_word (self, people, at, end);
        at = MAX (end, next);
    }
}

void
gx_rule_titles (GxDraft *self)
{
    g_autoptr (GxPeople) people = gx_people_new (self);

    for (guint i = 0; i < self->spots->len; i++) {
        const GxSpot *spot = &g_array_index (self->spots, GxSpot, i);
        if (spot->kind != GX_FORM_TITLE)
            continue;
        GxTitlePosition position = position_of (self, spot);
        if (position & GX_TITLE_AFTER)
            read_title_after (self, people, spot);
        if (position & GX_TITLE_BEFORE)
            read_title_before (self, people, spot);
    }
    if (gx_people_have_latin (people))
        read_surnames (self, people);
}
