/* SPDX-License-Identifier: GPL-3.0-or-later
 * titles.c - surnames with a title, after the full name: 文总统, 문 대통령, Mr Moon. */
#include "boundary.h"
#include "latin.h"
#include "neighbour.h"
#include "people.h"
#include "trace.h"

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

/* Whether the surname begins a word and the title ends one: not in 浙|江省委书记, nor in 驻华|大使馆. Words of Hangul end before particles,
 * which the scan has looked at. What leads an abbreviation of a state, and may lead no person, speaks against a surname too: 驻华大使. */
static gboolean
stands_free (GxDraft *self, gsize start, gsize end)
{
    gboolean ends = gx_boundary_inside_hangul (self->text, end) || gx_draft_word_starts (self, end);

    return ends && gx_draft_word_starts (self, start) &&
           gx_lexicon_affix_before (self->dictionary, GX_AFFIX_STATE_LEAD, self->text, start, GX_ANY_LENGTH) == 0;
}

/* Why a surname beside a title is nobody's, if it is; for an explanation. Of several, the doubt about them tells. */
static void
tell_surname (GxDraft *self, const GxPeople *people, GxStr surname, GxSpan place)
{
    gsize at;

    if (!self->trace)
        return;
    g_autoptr (GPtrArray) bearers = gx_people_bearers (people, surname, place.start);
    if (bearers->len == 0 || (gx_is_han (gx_char_at (self->text, place.start, &at)) && !stands_free (self, place.start, place.end)))
        gx_trace_tell_surname (self, place.start, place.end, surname, bearers);
}

static gboolean
is_short_of_seen (const GxDraft *self, gunichar c)
{
    const GxEntity *const *states = gx_lexicon_short_states (self->dictionary, c);

    for (; states && *states; states++)
        if (gx_draft_seen (self, *states))
            return TRUE;
    return FALSE;
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
        tell_surname (self, people, surname, (GxSpan){ start, spot->end });
        const GxEntity *person = gx_people_find (people, surname, start, spot->form);
        if ((!person && !gx_people_are_several (people, surname, start)) || (gx_is_han (first) && !stands_free (self, start, spot->end)))
            continue;
        if (person)
            gx_draft_add (self, start, spot->end, person, "title");
        else
            gx_people_doubt (people, self, surname, (GxSpan){ start, spot->end });
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
    /* 文前总统, 金副委员长. */
    gsize qualifier = gx_lexicon_affix_before (self->dictionary, GX_AFFIX_QUALIFIER, self->text, end, GX_ANY_LENGTH);
    if (qualifier > 0 && add_before_title (self, people, spot, end - qualifier))
        return;
    if (!gx_text_ends (self->text, end, " "))
        return;
    /* 문 대통령, and 文 대통령 with the surname in Han characters. */
    gunichar last = gx_char_before (self->text, end - 1, &at);
    if (gx_is_hangul (last) || (gx_is_han (last) && gx_is_hangul (gx_char_at (self->text, spot->start, &at))))
        (void)add_before_title (self, people, spot, end - 1);
}

/* 文政府 is the government of 文: only the name is a mention. A character that is also short for a state named here is read as that. */
static void
read_governments (GxDraft *self, const GxPeople *people)
{
    for (const char *const *government = gx_lexicon_affixes (self->dictionary, GX_AFFIX_GOVERNMENT); *government; government++) {
        gsize end = 0;
        while ((end = gx_text_find_end (self->text, end, *government)) != 0) {
            gsize at, surname_end = end - strlen (*government);
            gsize start = letters_before (self, surname_end, 1);
            gunichar c = gx_char_at (self->text, start, &at);
            if (start == surname_end || !gx_is_han (c) || is_short_of_seen (self, c))
                continue;
            GxStr surname = { self->text.data + start, surname_end - start };
            tell_surname (self, people, surname, (GxSpan){ start, surname_end });
            const GxEntity *person = gx_people_find (people, surname, start, GX_NO_FORM);
            if (!stands_free (self, start, surname_end))
                continue;
            if (person)
                gx_draft_add (self, start, surname_end, person, "title");
            else
                gx_people_doubt (people, self, surname, (GxSpan){ start, surname_end });
        }
    }
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
    gsize end = gx_latin_word_end (self, start);
    if (end == start || gx_draft_covered (self, start, end) || !gx_latin_is_capital (self, start, end))
        return;
    if (gx_latin_last_name (self, end) != 0) /* Director Paul Stark is no Mr Paul */
        return;
    GxStr surname = { self->text.data + start, end - start };
    tell_surname (self, people, surname, (GxSpan){ start, end });
    const GxEntity *person = gx_people_find (people, surname, start, spot->form);
    if (person)
        gx_draft_add (self, start, end, person, "title");
    else
        gx_people_doubt (people, self, surname, (GxSpan){ start, end });
}

/* A doubtful alias that is also the surname of others whose full names stand before, Kim after Kim Jong-un and Kim Yo-jong, is nobody's
 * unless a title tells. */
static void
question_aliases (GxDraft *self, const GxPeople *people)
{
    GxMark *marks = (GxMark *)(gpointer)self->marks->data;
    guint n = 0;

    for (guint i = 0; i < self->marks->len; i++) {
        const GxMark mark = marks[i];
        GxStr name = { self->text.data + mark.start, mark.end - mark.start };
        if (!g_str_equal (mark.rule, "context") || !gx_people_are_several (people, name, mark.start)) {
            marks[n++] = mark;
            continue;
        }
        const GxSpot *title = gx_draft_spot_ending (self, mark.start - (gx_text_ends (self->text, mark.start, " ") ? 1 : 0));
        guint form = title && title->kind == GX_FORM_TITLE ? title->form : GX_NO_FORM;
        const GxEntity *person = gx_people_find (people, name, mark.start, form);
        if (person)
            marks[n++] = (GxMark){ mark.start, mark.end, person, mark.rule };
        else
            gx_people_doubt (people, self, name, (GxSpan){ mark.start, mark.end });
    }
    g_array_set_size (self->marks, n);
}

void
gx_rule_titles (GxDraft *self)
{
    g_autoptr (GxPeople) people = gx_people_new (self);

    question_aliases (self, people);
    for (guint i = 0; i < self->spots->len; i++) {
        const GxSpot *spot = &g_array_index (self->spots, GxSpot, i);
        if (spot->kind != GX_FORM_TITLE)
            continue;
        GxTitlePosition position = gx_draft_title_position (self, spot);
        if (position & GX_TITLE_AFTER)
            read_title_after (self, people, spot);
        if (position & GX_TITLE_BEFORE)
            read_title_before (self, people, spot);
    }
    read_governments (self, people);
    gx_people_read_surnames (people, self);
}
