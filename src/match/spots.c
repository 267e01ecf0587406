/* SPDX-License-Identifier: GPL-3.0-or-later
 * spots.c - decides, hit by hit from left to right, which forms of the lexicon stand in a document. */
#include "draft.h"

#include "boundary.h"
#include "latin.h"
#include "neighbour.h"
#include "organisations.h"
#include "tails.h"
#include "trace.h"

/* Letters and digits of a text without its width, blanks and marks, but with its case. */
static char *
plain_letters (GxStr text)
{
    g_autofree char *wide = g_utf8_normalize (text.data, (gssize)text.len, G_NORMALIZE_NFKC);
    GString *letters = g_string_new (NULL);

    for (const char *at = wide; at && *at; at = g_utf8_next_char (at)) {
        gunichar c = g_utf8_get_char (at);
        if (g_unichar_isalnum (c))
            g_string_append_unichar (letters, c);
    }
    return g_string_free (letters, FALSE);
}

gboolean
gx_draft_has_case_of (const GxDraft *self, const GxHit *hit, const char *exact)
{
    GxSpan span = gx_folded_clean (self->folded, hit->start, hit->end);
    GxStr clean = { gx_document_text (self->document).data + span.start, span.end - span.start };

    if (gx_str_equal (clean, gx_str (exact)))
        return TRUE;
    g_autofree char *here = plain_letters (clean);
    g_autofree char *there = plain_letters (gx_str (exact));
    return g_str_equal (here, there);
}

static gboolean
is_latin_word (GxStr text, gsize start, gsize end)
{
    return (guchar)text.data[start] < 0x80 && !memchr (text.data + start, ' ', end - start);
}

/* 韓国・文在寅: the country of whom the name behind the dot is. */
static gboolean
state_ends (const GxDraft *self, gsize end)
{
    const GxSpot *last = self->spots->len > 0 ? &g_array_index (self->spots, GxSpot, self->spots->len - 1) : NULL;
    return last && last->end == end && last->entity && last->entity->type == GX_ENTITY_STATE;
}

/* Whether a person's name is only a part of another, longer one: 伊万卡·特朗普, Ivanka Trump. */
static gboolean
is_part_of_name (const GxDraft *self, gsize start, gsize end)
{
    gsize at, beyond;

    if (gx_text_goes_on (self->text, end, "·") && gx_is_han (gx_char_at (self->text, end + strlen ("·"), &beyond)))
        return TRUE;
    if (gx_text_ends (self->text, start, "·") && gx_is_han (gx_char_before (self->text, start - strlen ("·"), &at)) &&
        !state_ends (self, start - strlen ("·")))
        return TRUE;
    return is_latin_word (self->text, start, end) && gx_latin_has_first_name (self, start);
}

/* Institutions and things named after somebody or some place: 福特基金会, 里根机场. What follows an alias that is doubtful anyway may also
 * be the beginning of a phrase about the person (特朗普大学毕业), so those words count against it alone. */
static gboolean
names_something_else (const GxDraft *self, gsize end, guint flags)
{
    return gx_lexicon_affix_at (self->dictionary, GX_AFFIX_NAMESAKE, self->text, end, GX_ANY_LENGTH) != 0 ||
           ((flags & GX_ALIAS_CONTEXT) &&
            gx_lexicon_affix_at (self->dictionary, GX_AFFIX_DOUBTFUL_NAMESAKE, self->text, end, GX_ANY_LENGTH) != 0);
}

/* Whether a name of two Han characters is the end of a word and the beginning of the next: 他信 in 其他信息, 里根 in 这里根本. Of
 * states only those are asked about whose last character may begin a word (欧美|国家): 中国 crosses others at no harm. */
static gboolean
lies_between_words (GxDraft *self, const GxHit *hit)
{
    gsize second, end;

    if (!gx_is_han (gx_char_at (self->text, hit->start, &second)) || !gx_is_han (gx_char_at (self->text, second, &end)) || end != hit->end)
        return FALSE;
    return !gx_draft_word_starts (self, hit->start) && gx_draft_word_starts (self, second) && !gx_draft_word_starts (self, end);
}

static gboolean
may_be_meant (GxDraft *self, const GxHit *hit, const GxFormReading *reading)
{
    if ((reading->flags & GX_ALIAS_EXACT) && !gx_draft_has_case_of (self, hit, reading->exact))
        return gx_trace_drop (self, hit, reading->entity, GX_WHY_CASE);
    gboolean is_person = reading->entity->type == GX_ENTITY_PERSON;
    if (reading->entity->type == GX_ENTITY_INSTITUTION && gx_tail_goes_on (self, hit->end))
        return gx_trace_drop (self, hit, reading->entity, GX_WHY_GOES_ON);
    if (reading->entity->type == GX_ENTITY_STATE && gx_tail_goes_on (self, hit->end) && lies_between_words (self, hit))
        return gx_trace_drop (self, hit, reading->entity, GX_WHY_GOES_ON);
    if (reading->entity->type == GX_ENTITY_STATE && gx_organisation_goes_on (self, hit->end))
        return gx_trace_drop (self, hit, reading->entity, GX_WHY_GOES_ON);
    if (is_person && is_part_of_name (self, hit->start, hit->end))
        return gx_trace_drop (self, hit, reading->entity, GX_WHY_OTHER_NAME);
    if ((is_person || (reading->flags & GX_ALIAS_CONTEXT)) && reading->entity->type != GX_ENTITY_INSTITUTION &&
        names_something_else (self, hit->end, reading->flags))
        return gx_trace_drop (self, hit, reading->entity, GX_WHY_NAMESAKE);
    if (((reading->flags & GX_ALIAS_CONTEXT) || gx_draft_is_body (self, hit->form)) && gx_context_contradicts (self, hit, reading->entity))
        return gx_trace_drop (self, hit, reading->entity, GX_WHY_OTHER_STATE);
    if (reading->entity->type != GX_ENTITY_STATE && lies_between_words (self, hit))
        return gx_trace_drop (self, hit, reading->entity, GX_WHY_WORDS);
    return TRUE;
}

static gboolean
is_licensed (GxDraft *self, const GxHit *hit, const GxFormReading *reading)
{
    if (!(reading->flags & GX_ALIAS_CONTEXT) || gx_context_licenses (self, hit, reading->entity))
        return TRUE;
    return gx_judgement_office (self->judgement, self->text, hit->start, hit->end, reading->entity) > 0 ||
           gx_judgement_stands_alone (self->judgement, (GxStr){ self->text.data + hit->start, hit->end - hit->start }, reading->entity);
}

/* The one entity all usable readings mean, or NULL; full tells whether that is beyond doubt from here on: by an unmarked name, or, of a
 * person, by any name that its context licenses, for who has been called so once is called so again. */
static const GxEntity *
only_entity (const GxForm *form, guint64 usable, gboolean *full)
{
    const GxEntity *only = NULL;

    *full = FALSE;
    for (guint i = 0; i < MIN (form->n_readings, GX_MOST_READINGS); i++) {
        const GxFormReading *reading = &form->readings[i];
        if (!(usable >> i & 1))
            continue;
        if (only && only != reading->entity)
            return NULL;
        only = reading->entity;
        if (!(reading->flags & GX_ALIAS_CONTEXT) || only->type == GX_ENTITY_PERSON)
            *full = TRUE;
    }
    return only;
}

static void
note_kin (GxDraft *self, guint form, const GxEntity *entity)
{
    if (entity->type != GX_ENTITY_INSTITUTION || !*entity->country)
        return;
    while ((form = gx_scanner_shorter (self->scanner, form)) != GX_NO_FORM) {
        for (guint i = 0; i < self->forms[form].n_readings; i++) {
            const GxFormReading *reading = &self->forms[form].readings[i];
            if (reading->kind == GX_FORM_NAME && reading->entity->type == GX_ENTITY_INSTITUTION &&
                g_str_equal (reading->entity->country, entity->country))
                g_hash_table_add (self->kin, (gpointer)reading->entity);
        }
    }
}

/* Whether the document is of the time of a doubtful reading and not of that of any unmarked one. */
static gboolean
fits_better (const GxDraft *self, const GxForm *form, guint64 doubtful, guint64 unmarked)
{
    gboolean fits = FALSE;

    for (guint i = 0; self->year != 0 && i < MIN (form->n_readings, GX_MOST_READINGS); i++) {
        if (!((doubtful | unmarked) >> i & 1))
            continue;
        double weight = gx_judgement_year (self->judgement, form->readings[i].entity, self->year);
        if ((unmarked >> i & 1) && weight >= 0)
            return FALSE;
        fits |= (doubtful >> i & 1) && weight > 0;
    }
    return fits;
}

/* The readings that may be meant. A name that is somebody's own beyond doubt isn't somebody else's in context: where a daughter's full name
 * has been told, the bare surname is still her famous father's; unless the document is of her time and not of his. */
static guint64
usable_readings (GxDraft *self, const GxHit *hit)
{
    const GxForm *form = &self->forms[hit->form];
    guint64 usable = 0, unmarked = 0;

    for (guint i = 0; i < MIN (form->n_readings, GX_MOST_READINGS); i++) {
        if (form->readings[i].kind != GX_FORM_NAME || !may_be_meant (self, hit, &form->readings[i]) ||
            !is_licensed (self, hit, &form->readings[i]))
            continue;
        usable |= (guint64)1 << i;
        if (!(form->readings[i].flags & GX_ALIAS_CONTEXT))
            unmarked |= (guint64)1 << i;
        gx_trace_tell (self, hit->start, hit->end, form->readings[i].entity, NULL, GX_WHY_TAKEN);
    }
    if (unmarked == 0 || gx_draft_is_body (self, hit->form) || fits_better (self, form, usable & ~unmarked, unmarked))
        return usable;
    return unmarked;
}

/* The readings of a name that several entities share and that nothing beside it licenses, when it stands there as a word; 0 when they are
 * fewer than two. What one alone could mean needs its context: a word that only looks like the name would be found everywhere. */
static guint64
shared_readings (GxDraft *self, const GxHit *hit)
{
    const GxForm *form = &self->forms[hit->form];
    const GxEntity *first = NULL;
    guint64 usable = 0;
    gboolean several = FALSE;

    if (form->n_readings < 2 || form->readings[0].kind != GX_FORM_NAME || form->readings[1].kind != GX_FORM_NAME ||
        form->readings[0].entity->type == GX_ENTITY_STATE || gx_draft_is_body (self, hit->form))
        return 0;
    for (guint i = 0; i < MIN (form->n_readings, GX_MOST_READINGS); i++) {
        if (form->readings[i].kind != GX_FORM_NAME || !may_be_meant (self, hit, &form->readings[i]) ||
            gx_context_misfits (self, hit, form->readings[i].entity))
            continue;
        usable |= (guint64)1 << i;
        several |= first && first != form->readings[i].entity;
        first = form->readings[i].entity;
    }
    return several && gx_draft_word_starts (self, hit->start) && gx_draft_word_starts (self, hit->end) ? usable : 0;
}

/* A state's name whose first character is the second one of a pair, where its second begins an office or body: 中美|国防部, not 美国. */
static gboolean
splits_pair (const GxDraft *self, const GxHit *hit, const GxEntity *entity)
{
    gsize before, second, last, end;

    if (!entity || entity->type != GX_ENTITY_STATE || !gx_is_han (gx_char_before (self->text, hit->start, &before)))
        return FALSE;
    gunichar first = gx_char_at (self->text, hit->start, &second);
    (void)gx_char_before (self->text, hit->end, &last);
    GxStr pair = { self->text.data + before, second - before };
    if (second != last || !gx_draft_is_short_of (self, first, entity) || !gx_judgement_is_pair (self->judgement, pair))
        return FALSE;
    return (gx_draft_reading_at (self, last, GX_FORM_BODY, &end) || gx_draft_reading_at (self, last, GX_FORM_TITLE, &end)) &&
           end > hit->end;
}

/* A long name of a state that takes away a body's first character, where a shorter name of the same state leaves it: 以色列国|防部. */
static gboolean
swallows_body (const GxDraft *self, const GxHit *hit, const GxEntity *entity)
{
    gsize last, end;
    guint form = hit->form;

    if (!entity || entity->type != GX_ENTITY_STATE)
        return FALSE;
    (void)gx_char_before (self->text, hit->end, &last);
    while ((form = gx_scanner_shorter (self->scanner, form)) != GX_NO_FORM && hit->start + self->forms[form].len >= last)
        for (guint i = 0; i < self->forms[form].n_readings; i++)
            if (hit->start + self->forms[form].len == last && self->forms[form].readings[i].entity == entity)
                return gx_draft_reading_at (self, last, GX_FORM_BODY, &end) && end > hit->end;
    return FALSE;
}

static gboolean
read_as_name (GxDraft *self, const GxHit *hit, GxSpot *spot)
{
    const GxForm *form = &self->forms[hit->form];
    gboolean full;

    spot->kind = GX_FORM_NAME;
    spot->usable = usable_readings (self, hit);
    if (spot->usable == 0) {
        spot->usable = shared_readings (self, hit);
        spot->alone = TRUE;
        return spot->usable != 0;
    }
    spot->entity = only_entity (form, spot->usable, &full);
    if (swallows_body (self, hit, spot->entity) || splits_pair (self, hit, spot->entity))
        return gx_trace_drop (self, hit, spot->entity, GX_WHY_WORDS);
    if (spot->entity && full && !gx_draft_seen (self, spot->entity) && !gx_draft_is_body (self, hit->form)) {
        g_hash_table_insert (self->seen, (gpointer)spot->entity, GSIZE_TO_POINTER (hit->start + 1));
        note_kin (self, hit->form, spot->entity);
    }
    return TRUE;
}

static gboolean
has_state (const GxForm *form)
{
    for (guint i = 0; i < form->n_readings; i++)
        if (form->readings[i].kind == GX_FORM_NAME && form->readings[i].entity->type == GX_ENTITY_STATE)
            return TRUE;
    return FALSE;
}

/* 대 in 대중국, toward China. */
static gboolean
has_prefix (const GxDraft *self, gsize start)
{
    gsize n = gx_lexicon_affix_before (self->dictionary, GX_AFFIX_STATE_PREFIX, self->text, start, GX_ANY_LENGTH);
    return n != 0 && gx_boundary_left (self->text, start - n);
}

/* A Korean title may be glued to the syllable of a surname, a title or body to the name before it, and a state's name to a prefix. */
static gboolean
has_left_boundary (const GxDraft *self, const GxHit *hit)
{
    const GxForm *form = &self->forms[hit->form];

    if (gx_boundary_left (self->text, hit->start))
        return TRUE;
    if (gx_boundary_inside_hangul (self->text, hit->start) && has_state (form) && has_prefix (self, hit->start))
        return TRUE;
    if (!gx_boundary_inside_hangul (self->text, hit->start) ||
        (!gx_draft_has_kind (self, hit->form, GX_FORM_TITLE) && !gx_draft_has_kind (self, hit->form, GX_FORM_BODY)))
        return FALSE;
    return (self->spots->len > 0 && g_array_index (self->spots, GxSpot, self->spots->len - 1).end == hit->start) ||
           (gx_draft_has_kind (self, hit->form, GX_FORM_TITLE) && gx_boundary_after_syllable (self->text, hit->start));
}

static gboolean
has_right_boundary (const GxDraft *self, const GxHit *hit)
{
    gsize end;

    if (gx_boundary_right (self->dictionary, self->text, hit->end))
        return TRUE;
    return gx_boundary_inside_hangul (self->text, hit->end) &&
           (gx_draft_reading_at (self, hit->end, GX_FORM_TITLE, &end) || gx_draft_reading_at (self, hit->end, GX_FORM_BODY, &end));
}

/* Where the title begins that shares its first character with the end of a state's name of two: 美|国务卿, not 美国|务卿; 0 when none does.
 */
static gsize
title_inside (const GxDraft *self, const GxSpot *spot)
{
    enum { SHORTEST_SHARING = 3 };
    gsize second, behind, end;

    if (!spot->entity || spot->entity->type != GX_ENTITY_STATE || !gx_is_han (gx_char_at (self->text, spot->start, &second)) ||
        !gx_is_han (gx_char_at (self->text, second, &behind)) || behind != spot->end)
        return 0;
    const GxFormReading *title = gx_draft_reading_at (self, second, GX_FORM_TITLE, &end);
    return title && g_utf8_strlen (self->text.data + second, (gssize)(end - second)) >= SHORTEST_SHARING ? second : 0;
}

static gboolean
take (const GxHit *hit, gpointer user_data)
{
    static const GxFormKind others[] = { GX_FORM_PHRASE, GX_FORM_BODY, GX_FORM_TITLE };
    GxDraft *self = user_data;
    GxSpot spot = { hit->start, hit->end, hit->form, GX_FORM_NAME, 0, NULL, FALSE };

    if (gx_draft_is_skipped (self, hit->start, &self->n_skipped))
        return FALSE;
    if (!has_left_boundary (self, hit) || !has_right_boundary (self, hit))
        return gx_trace_cut (self, hit);
    if (!read_as_name (self, hit, &spot)) {
        guint i = 0;
        while (i < G_N_ELEMENTS (others) && !gx_draft_has_kind (self, hit->form, others[i]))
            i++;
        if (i == G_N_ELEMENTS (others))
            return FALSE;
        spot.kind = others[i];
        spot.alone = FALSE;
    }
    gsize title = spot.kind == GX_FORM_NAME ? title_inside (self, &spot) : 0;
    if (title > 0) {
        gx_draft_add (self, spot.start, title, spot.entity, "short:right");
        return gx_trace_drop (self, hit, spot.entity, GX_WHY_WORDS);
    }
    if (self->text.data[spot.end - 1] == '-') /* the first half of a word: Sino- */
        spot.end--;
    g_array_append_val (self->spots, spot);
    return TRUE;
}

void
gx_draft_scan (GxDraft *self)
{
    gx_scanner_scan (self->scanner, self->text, take, self, NULL);
}
