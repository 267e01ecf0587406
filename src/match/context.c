/* SPDX-License-Identifier: GPL-3.0-or-later
 * context.c - when an alias marked `~` counts: after the entity's own name, beside its country or a title, or in title marks. */
#include "draft.h"

#include "latin.h"
#include "neighbour.h"
#include "trace.h"
#include "unlisted.h"

/* Most characters of the rest of a name's first part. */
#define LONGEST_REST 5

/* The offset before what may stand between a country or a title and the name it belongs to, else start. */
static gsize
before_link (const GxDraft *self, gsize start)
{
    return start - gx_lexicon_affix_before (self->dictionary, GX_AFFIX_LINK, self->text, start, GX_ANY_LENGTH);
}

static gsize
behind_link (const GxDraft *self, gsize end)
{
    return end + gx_lexicon_affix_at (self->dictionary, GX_AFFIX_PLAIN_LINK, self->text, end, GX_ANY_LENGTH);
}

/* The spot before start, a link between them allowed. Only the last one can be it: the scan goes from left to right. */
static const GxSpot *
left_neighbour (const GxDraft *self, gsize start)
{
    if (self->spots->len == 0)
        return NULL;
    const GxSpot *last = &g_array_index (self->spots, GxSpot, self->spots->len - 1);
    return last->end == start || last->end == before_link (self, start) ? last : NULL;
}

/* The state whose name, or whose abbreviation when it has been named, stands before start. */
static const GxEntity *
state_before (const GxDraft *self, gsize start, const GxEntity *country)
{
    const GxSpot *left = left_neighbour (self, start);
    gsize at;

    if (left)
        return left->entity && left->entity->type == GX_ENTITY_STATE ? left->entity : NULL;
    gunichar c = gx_char_before (self->text, start, &at);
    if (c == 0 || (self->spots->len > 0 && g_array_index (self->spots, GxSpot, self->spots->len - 1).end > at))
        return NULL;
    if (country && gx_draft_is_short_of (self, c, country))
        return country;
    const GxEntity *const *states = gx_lexicon_short_states (self->dictionary, c);
    for (; states && *states; states++)
        if (gx_draft_seen_before (self, *states, start))
            return *states;
    return NULL;
}

static gboolean
has_country_behind (const GxDraft *self, gsize end, const GxEntity *country)
{
    gsize name_end;
    const GxFormReading *reading = gx_draft_reading_at (self, behind_link (self, end), GX_FORM_NAME, &name_end);
    return reading && reading->entity == country && !(reading->flags & GX_ALIAS_CONTEXT);
}

/* Whether the hit is the first name of somebody else: founder Alexander Nix. */
static gboolean
is_first_name (const GxDraft *self, gsize start, gsize end)
{
    return (guchar)self->text.data[start] < 0x80 && gx_latin_last_name (self, end) != 0;
}

/* Whether a title is a form of address: Mr Kim may be any Kim. */
static gboolean
is_address (const GxDraft *self, gsize start, gsize end)
{
    return gx_lexicon_affix_at (self->dictionary, GX_AFFIX_ADDRESS, (GxStr){ self->text.data, end }, start, GX_ANY_LENGTH) == end - start;
}

/* The title before a name, a link between them allowed, or NULL. */
static const GxSpot *
title_before (const GxDraft *self, gsize start, gsize end)
{
    const GxSpot *left = left_neighbour (self, start);

    if (!left || left->kind != GX_FORM_TITLE || is_first_name (self, start, end) || is_address (self, left->start, left->end))
        return NULL;
    return left;
}

/* People may follow their title; anything may be followed by one. */
static gboolean
has_title_beside (const GxDraft *self, gsize start, gsize end, const GxEntity *entity)
{
    gsize title_end;

    if (entity->type == GX_ENTITY_PERSON && title_before (self, start, end))
        return TRUE;
    gsize behind = behind_link (self, end);
    return gx_draft_reading_at (self, behind, GX_FORM_TITLE, &title_end) && !is_address (self, behind, title_end);
}

/* Sino- of Sino-American, but not of Sino-Tibetan. */
static gboolean
is_joined_to_state (const GxDraft *self, gsize end, const GxEntity *entity)
{
    gsize name_end;

    const GxFormReading *other = gx_draft_reading_at (self, end, GX_FORM_NAME, &name_end);
    return other && other->entity->type == GX_ENTITY_STATE && other->entity != entity && !(other->flags & GX_ALIAS_CONTEXT);
}

static gboolean
is_in_title_marks (GxStr text, gsize start, gsize end)
{
    return (gx_text_ends (text, start, "《") && gx_text_goes_on (text, end, "》")) ||
           (gx_text_ends (text, start, "〈") && gx_text_goes_on (text, end, "〉"));
}

/* Short names of institutions lie across the edges of other words more often than not: 中大 in 华中大区. */
static gboolean
crosses_words (GxDraft *self, const GxHit *hit, const GxEntity *entity)
{
    const gsize two_characters = 2 * strlen ("中");

    if (entity->type != GX_ENTITY_INSTITUTION || hit->end - hit->start != two_characters || (guchar)self->text.data[hit->start] < 0xE0)
        return FALSE;
    return !gx_draft_word_starts (self, hit->start) || !gx_draft_word_starts (self, hit->end);
}

/* 俄央行 isn't China's, and 中国央行 is one name, which the rule of bodies reads. */
gboolean
gx_context_contradicts (const GxDraft *self, const GxHit *hit, const GxEntity *entity)
{
    const GxEntity *country = *entity->country ? gx_dictionary_find (self->dictionary, entity->country) : NULL;
    const GxEntity *state = entity->type == GX_ENTITY_INSTITUTION ? state_before (self, hit->start, country) : NULL;

    if (!state)
        return FALSE;
    return state != country || (gx_draft_is_body (self, hit->form) &&
                                gx_lexicon_affix_before (self->dictionary, GX_AFFIX_DIVIDER, self->text, hit->start, GX_ANY_LENGTH) == 0);
}

/* Whether characters of names and a dot follow: 教授克里|斯托夫·凯利. */
static gboolean
runs_to_dot (const GxDraft *self, gsize end)
{
    gsize next;

    if (gx_lexicon_affix_at (self->dictionary, GX_AFFIX_NAME_END, self->text, end, GX_ANY_LENGTH) != 0)
        return FALSE;
    for (guint n = 0; n < LONGEST_REST; n++, end = next) {
        gunichar c = gx_char_at (self->text, end, &next);
        if (c == 0xB7) /* · */
            return TRUE;
        if (!gx_is_han (c) || !gx_name_model_is_foreign (self->names, c))
            return FALSE;
    }
    return FALSE;
}

/* Whether a word is part of a person's own English name. */
static gboolean
is_own_name (const GxDraft *self, const GxEntity *entity, gsize start, gsize end)
{
    g_autofree char *own = g_ascii_strdown (entity->english, -1);
    g_autofree char *word = g_strndup (self->text.data + start, end - start);
    return strstr (own, word) != NULL;
}

/* Whether another full name stands in brackets behind: 罗斯 (Tim Ross) is no Wilbur Ross; 奥布莱恩 (Robert C. O'Brien) is Robert O'Brien.
 */
static gboolean
has_other_in_brackets (const GxDraft *self, gsize end, const GxEntity *entity)
{
    gsize at, name_end;

    end += gx_text_goes_on (self->text, end, " ") ? 1 : 0;
    if (!gx_text_goes_on (self->text, end, "("))
        return FALSE;
    gsize first = end + 1, last = gx_latin_word_end (self, first);
    if (!gx_is_word_script (gx_char_at (self->text, first, &at)) || !gx_text_goes_on (self->text, last, " ") ||
        !gx_latin_is_capital (self, first, last) || !gx_is_word_script (gx_char_at (self->text, last + 1, &at)))
        return FALSE;
    const GxFormReading *reading = gx_draft_reading_at (self, first, GX_FORM_NAME, &name_end);
    if (reading && (reading->entity->type != GX_ENTITY_PERSON || reading->entity == entity))
        return FALSE;
    return !is_own_name (self, entity, first, last);
}

/* Whether the capitalised word behind a surname in Chinese is none of the bearer's own names: Michel Mayor, but not Gramsci Antonio. */
static gboolean
has_other_name_behind (const GxDraft *self, gsize start, gsize end, const GxEntity *entity)
{
    if (!gx_latin_is_in_chinese (self, start, end) || !is_first_name (self, start, end))
        return FALSE;
    return !is_own_name (self, entity, end + 1, gx_latin_word_end (self, end + 1));
}

/* Whether a doubtful name of a person is a part of another's, or another's is told behind it. */
static gboolean
is_anothers (const GxDraft *self, const GxHit *hit, const GxEntity *entity)
{
    gsize at;

    if (entity->type != GX_ENTITY_PERSON)
        return FALSE;
    if (!gx_is_han (gx_char_before (self->text, hit->end, &at)))
        return has_other_name_behind (self, hit->start, hit->end, entity);
    return has_other_in_brackets (self, hit->end, entity) || runs_to_dot (self, hit->end);
}

/* Whether the person's own name stands in brackets behind. */
static gboolean
has_own_in_brackets (const GxDraft *self, gsize end, const GxEntity *entity)
{
    gsize name_end;

    end += gx_text_goes_on (self->text, end, " ") ? 1 : 0;
    if (!gx_text_goes_on (self->text, end, "("))
        return FALSE;
    const GxFormReading *reading = gx_draft_reading_at (self, end + 1, GX_FORM_NAME, &name_end);
    return reading && reading->entity == entity;
}

/* Whether the person's state, or an institution of it, stands before the last title: 中国|副部长, 中国商务部|副部长. */
static gboolean
is_of_country (const GxDraft *self, const GxSpot *title, const GxEntity *country)
{
    const GxSpot *before = self->spots->len >= 2 ? title - 1 : NULL;
    gsize at;

    if (before && (before->end == title->start || before->end == before_link (self, title->start)))
        return before->entity && (before->entity == country || g_str_equal (before->entity->country, country->id));
    gunichar c = gx_char_before (self->text, title->start, &at);
    return c != 0 && gx_draft_is_short_of (self, c, country);
}

static GxFit
fit_of (const GxDraft *self, gsize start, gsize end, const GxEntity *entity)
{
    return gx_roles_fit (gx_judgement_roles (self->judgement), (GxStr){ self->text.data + start, end - start }, entity);
}

/* How the titles beside a name fit the person: the better of both. */
static GxFit
fit_beside (GxDraft *self, const GxHit *hit, const GxEntity *entity)
{
    const GxEntity *country = *entity->country ? gx_dictionary_find (self->dictionary, entity->country) : NULL;
    const GxSpot *left = title_before (self, hit->start, hit->end);
    gsize behind = behind_link (self, hit->end), end;
    const GxFormReading *right = gx_draft_reading_at (self, behind, GX_FORM_TITLE, &end);
    GxFit before = left && gx_draft_word_starts (self, left->start) ? fit_of (self, left->start, left->end, entity) : GX_FIT_UNKNOWN;
    GxFit after = right && (right->position & GX_TITLE_AFTER) ? fit_of (self, behind, end, entity) : GX_FIT_UNKNOWN;
    /* It may be that of the next name: 布什|律师|科恩. */
    if (after != GX_FIT_GOOD && after != GX_FIT_UNKNOWN && gx_beside_behind (self, end) == GX_BESIDE_OTHER)
        after = GX_FIT_UNKNOWN;

    if (before == GX_FIT_OFFICE)
        before = country && is_of_country (self, left, country) ? GX_FIT_GOOD : GX_FIT_BAD;
    if (after == GX_FIT_OFFICE)
        after = country && state_before (self, hit->start, country) == country ? GX_FIT_GOOD : GX_FIT_BAD;
    if (before == GX_FIT_GOOD || after == GX_FIT_GOOD)
        return GX_FIT_GOOD;
    return MAX (before, after);
}

gboolean
gx_context_misfits (GxDraft *self, const GxHit *hit, const GxEntity *entity)
{
    return entity->type == GX_ENTITY_PERSON && fit_beside (self, hit, entity) == GX_FIT_BAD &&
           !gx_draft_seen_before (self, entity, hit->start) && !has_own_in_brackets (self, hit->end, entity);
}

/* Whether a name may be cut short, so that a state or a title beside it tells nothing: 学者科克|尔, 美国哈斯|克郡. */
static gboolean
is_cut (GxDraft *self, const GxHit *hit, const GxEntity *entity)
{
    gsize at, title_end;

    return entity->type == GX_ENTITY_PERSON && gx_is_han (gx_char_before (self->text, hit->end, &at)) &&
           !gx_draft_name_may_end (self, hit->end) && !gx_draft_reading_at (self, hit->end, GX_FORM_TITLE, &title_end);
}

gboolean
gx_context_licenses (GxDraft *self, const GxHit *hit, const GxEntity *entity)
{
    const GxEntity *country = *entity->country ? gx_dictionary_find (self->dictionary, entity->country) : NULL;
    const GxEntity *state = state_before (self, hit->start, country);
    gboolean body = gx_draft_is_body (self, hit->form);

    if (is_anothers (self, hit, entity))
        return gx_trace_drop (self, hit, entity, GX_WHY_OTHER_NAME);
    if (gx_context_misfits (self, hit, entity)) {
        g_hash_table_add (self->misfits, GUINT_TO_POINTER (hit->form + 1));
        return gx_trace_drop (self, hit, entity, GX_WHY_OTHER_FIELD);
    }
    if (state && state == country && !crosses_words (self, hit, entity) && !is_cut (self, hit, entity))
        return gx_trace_note (self, "its state before it");
    if (self->text.data[hit->end - 1] == '-')
        return is_joined_to_state (self, hit->end, entity) ? gx_trace_note (self, "joined to another state")
                                                           : gx_trace_drop (self, hit, entity, GX_WHY_DOUBTFUL);
    if (is_in_title_marks (self->text, hit->start, hit->end))
        return gx_trace_note (self, "title marks");
    if (gx_draft_seen_before (self, entity, hit->start) || gx_draft_kin_before (self, entity))
        return crosses_words (self, hit, entity) ? gx_trace_drop (self, hit, entity, GX_WHY_WORDS)
                                                 : gx_trace_note (self, "its full name before");
    if (country && has_country_behind (self, hit->end, country))
        return gx_trace_note (self, "its state behind it");
    /* Every country's bank has a governor: 央行行长. */
    if (!body && has_title_beside (self, hit->start, hit->end, entity) && !is_cut (self, hit, entity))
        return gx_trace_note (self, "a title beside it");
    return gx_trace_drop (self, hit, entity, GX_WHY_DOUBTFUL);
}
