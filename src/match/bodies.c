/* SPDX-License-Identifier: GPL-3.0-or-later
 * bodies.c - a body becomes an institution by the state named in the same phrase: 美国国防部, 韩国防部, U.S. State Department, 한국 외교부,
 * Ministry of Foreign Affairs of Japan; and in a list the first one's state counts for the others: 美国国务院、国防部. A body of a body
 * is the state's as well: 美国国会参议院. */
#include "draft.h"

#include "neighbour.h"
#include "tails.h"
#include "trace.h"

/* Fewest characters of a body that may share its first one with the state: 韩|国防部, but 美国|会 is a state and a verb. */
#define SHORTEST_SHARING 3

static const GxFormReading *
body_reading (const GxDraft *self, guint form)
{
    for (guint i = 0; form != GX_NO_FORM && i < self->forms[form].n_readings; i++)
        if (self->forms[form].readings[i].kind == GX_FORM_BODY)
            return &self->forms[form].readings[i];
    return NULL;
}

static gboolean
is_state (const GxSpot *spot)
{
    return spot && spot->kind == GX_FORM_NAME && spot->entity && spot->entity->type == GX_ENTITY_STATE;
}

/* The state whose name ends before the body, and where it starts. */
static const GxEntity *
state_before (const GxDraft *self, gsize body, gsize *start)
{
    const GxSpot *spot = gx_draft_spot_ending (self, body);

    gsize n = GX_ANY_LENGTH;

    while (!is_state (spot) && (n = gx_lexicon_affix_before (self->dictionary, GX_AFFIX_BODY_LINK, self->text, body, n)) != 0)
        spot = gx_draft_spot_ending (self, body - n);
    if (!is_state (spot))
        return NULL;
    *start = spot->start;
    return spot->entity;
}

/* Whether the character that ends at end is the second one of a pair of states: the body is of both, 韩美国防部. */
static gboolean
ends_pair (const GxDraft *self, gsize end)
{
    gsize second, first;

    (void)gx_char_before (self->text, end, &second);
    (void)gx_char_before (self->text, second, &first);
    return gx_judgement_is_pair (self->judgement, (GxStr){ self->text.data + first, end - first });
}

/* A state's abbreviation glued to the body: 韩外交部, when that state is named in the document and no other one so written is. */
static const GxEntity *
short_state_before (GxDraft *self, gsize body, gsize *start)
{
    const GxEntity *only = NULL;
    gsize at;
    gunichar c = gx_char_before (self->text, body, &at);
    const GxEntity *const *states = gx_lexicon_short_states (self->dictionary, c);

    if (!states || gx_draft_covered (self, at, body) || ends_pair (self, body) || !gx_draft_word_starts (self, at))
        return NULL;
    for (; *states; states++) {
        if (!gx_draft_seen (self, *states))
            continue;
        if (only)
            return NULL;
        only = *states;
    }
    if (only)
        *start = at;
    return only;
}

static const GxEntity *
state_behind (const GxDraft *self, gsize body_end, gsize *end)
{
    gsize n = GX_ANY_LENGTH;

    while ((n = gx_lexicon_affix_at (self->dictionary, GX_AFFIX_OF_LINK, self->text, body_end, n)) != 0) {
        const GxSpot *spot = gx_draft_spot_starting (self, body_end + n);
        if (is_state (spot)) {
            *end = spot->end;
            return spot->entity;
        }
    }
    return NULL;
}

/* The body that follows in a list, or NULL. */
static const GxSpot *
next_in_list (GxDraft *self, gsize end)
{
    gsize n = GX_ANY_LENGTH;

    while ((n = gx_lexicon_affix_at (self->dictionary, GX_AFFIX_LIST_LINK, self->text, end, n)) != 0) {
        const GxSpot *spot = gx_draft_spot_starting (self, end + n);
        if (spot && gx_draft_is_body (self, spot->form) && !gx_tail_goes_on (self, spot->end))
            return spot;
    }
    return NULL;
}

/* The body that a body is directly followed by, the smaller one of the same state (美国国会|参议院), or NULL. */
static const GxSpot *
next_inside (GxDraft *self, gsize end)
{
    const GxSpot *spot = gx_draft_spot_starting (self, end);
    gsize last;

    if (!spot || !gx_is_han (gx_char_before (self->text, end, &last)) || !gx_draft_is_body (self, spot->form) ||
        gx_tail_goes_on (self, spot->end))
        return NULL;
    return spot;
}

/* The smallest body of a row of them, and where it ends. */
static const GxBody *
innermost (GxDraft *self, const GxBody *body, gsize *end)
{
    const GxSpot *spot;

    while ((spot = next_inside (self, *end)) != NULL) {
        body = body_reading (self, spot->form)->body;
        *end = spot->end;
    }
    return body;
}

/* Gives the state to the bodies that follow in a list. */
static void
read_list (GxDraft *self, gsize end, const GxEntity *state)
{
    const GxSpot *spot;

    while ((spot = next_in_list (self, end)) != NULL) {
        end = spot->end;
        const GxBody *body = innermost (self, body_reading (self, spot->form)->body, &end);
        gx_draft_add (self, spot->start, end, gx_lexicon_state_body (self->dictionary, state, body), "body:list");
    }
}

static void
add_body (GxDraft *self, gsize start, gsize end, const GxEntity *state, const GxBody *body)
{
    body = innermost (self, body, &end);
    gx_draft_add (self, start, end, gx_lexicon_state_body (self->dictionary, state, body), "body");
    read_list (self, end, state);
}

/* The state in front of 的: 美国的国防部. Only at the beginning of a clause: in 访问日本的国会议员 the state belongs to a verb. */
static const GxEntity *
divided_state_before (const GxDraft *self, gsize body)
{
    gsize n = gx_lexicon_affix_before (self->dictionary, GX_AFFIX_DIVIDER, self->text, body, GX_ANY_LENGTH), at;
    const GxSpot *spot = n > 0 ? gx_draft_spot_ending (self, body - n) : NULL;

    if (!is_state (spot))
        return NULL;
    gunichar before = gx_char_before (self->text, spot->start, &at);
    return before == 0 || !g_unichar_isalnum (before) ? spot->entity : NULL;
}

static void
read_body (GxDraft *self, const GxSpot *spot)
{
    const GxBody *body = body_reading (self, spot->form)->body;
    gsize start = spot->start, end = spot->end;
    const GxEntity *state;

    if (gx_tail_goes_on (self, spot->end)) {
        gx_trace_tell (self, spot->start, spot->end, NULL, "body", GX_WHY_GOES_ON);
        return;
    }
    if ((state = state_before (self, spot->start, &start)) || (state = short_state_before (self, spot->start, &start)) ||
        (state = state_behind (self, spot->end, &end)) || (state = divided_state_before (self, spot->start)))
        add_body (self, start, end, state, body);
}

/* 韩国防部 was read as 韩国 and a rest: gives the shared character back to the body. */
static void
read_shared (GxDraft *self, const GxSpot *spot)
{
    gsize last, behind_first, end;
    gunichar first = gx_char_at (self->text, spot->start, &behind_first);

    (void)gx_char_before (self->text, spot->end, &last);
    if (behind_first != last || !gx_draft_is_short_of (self, first, spot->entity))
        return;
    const GxFormReading *reading = gx_draft_reading_at (self, last, GX_FORM_BODY, &end);
    if (!reading || end <= spot->end || g_utf8_strlen (self->text.data + last, (gssize)(end - last)) < SHORTEST_SHARING ||
        gx_tail_goes_on (self, end))
        return;
    add_body (self, spot->start, end, spot->entity, reading->body);
}

/* An institution with a row of its own whose name begins with its state: a list of bodies may follow it too (美国白宫、国务院), and where
 * the rest of the name is a body, a smaller one. */
static void
read_named (GxDraft *self, const GxSpot *spot)
{
    guint form = gx_scanner_shorter (self->scanner, spot->form);
    const GxEntity *country = *spot->entity->country ? gx_dictionary_find (self->dictionary, spot->entity->country) : NULL;

    for (; form != GX_NO_FORM && country; form = gx_scanner_shorter (self->scanner, form)) {
        gboolean is_country = FALSE;
        for (guint i = 0; i < self->forms[form].n_readings; i++)
            if (self->forms[form].readings[i].entity == country)
                is_country = TRUE;
        gsize rest = spot->start + self->forms[form].len;
        rest += gx_text_goes_on (self->text, rest, " ") ? 1 : 0;
        if (!is_country)
            continue;
        const GxForm *rest_form = gx_lexicon_find (self->dictionary, self->text.data + rest, spot->end - rest);
        const GxFormReading *body = rest_form ? body_reading (self, (guint)(rest_form - self->forms)) : NULL;
        if (body && next_inside (self, spot->end))
            add_body (self, spot->start, spot->end, country, body->body);
        else
            read_list (self, spot->end, country);
        return;
    }
}

/* Whether the grammar read the mark as a state's abbreviation by what follows it. One of several (中俄外交部) or one that belongs to a verb
 * (访日外交部长) is no body's own. */
static gboolean
is_lone_short (const GxMark *mark)
{
    return g_str_equal (mark->rule, "short:right") || g_str_equal (mark->rule, "short:clause");
}

void
gx_rule_short_bodies (GxDraft *self)
{
    guint n_marks = self->marks->len;

    for (guint i = 0; i < n_marks; i++) {
        const GxMark mark = g_array_index (self->marks, GxMark, i);
        if (!is_lone_short (&mark))
            continue;
        gsize side = gx_lexicon_affix_at (self->dictionary, GX_AFFIX_BODY_LINK, self->text, mark.end, GX_ANY_LENGTH);
        const GxSpot *spot = gx_draft_spot_starting (self, mark.end + side);
        if (spot && spot->kind == GX_FORM_BODY && !gx_tail_goes_on (self, spot->end))
            add_body (self, mark.start, spot->end, mark.entity, body_reading (self, spot->form)->body);
    }
}

void
gx_rule_bodies (GxDraft *self)
{
    for (guint i = 0; i < self->spots->len; i++) {
        const GxSpot *spot = &g_array_index (self->spots, GxSpot, i);
        if (spot->kind == GX_FORM_BODY)
            read_body (self, spot);
        else if (is_state (spot))
            read_shared (self, spot);
        else if (spot->kind == GX_FORM_NAME && spot->entity && spot->entity->type == GX_ENTITY_INSTITUTION)
            read_named (self, spot);
    }
}
