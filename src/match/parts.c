/* SPDX-License-Identifier: GPL-3.0-or-later
 * parts.c - the states whose names are a part of an institution's: 美国 in 美国国防部, 朝鲜 in 朝鲜劳动党. */
#include "boundary.h"
#include "draft.h"
#include "neighbour.h"

typedef struct {
    GxDraft *draft;
    GArray *parts; /* GxMark */
    gsize start;   /* of the institution's name */
} Search;

/* The only state that goes by this form beyond doubt, or NULL. */
static const GxEntity *
state_of (const GxDraft *draft, const GxHit *hit)
{
    const GxForm *form = &draft->forms[hit->form];
    const GxEntity *state = NULL;

    for (guint i = 0; i < form->n_readings; i++) {
        const GxFormReading *reading = &form->readings[i];
        if (reading->kind == GX_FORM_PHRASE)
            return NULL;
        if (reading->kind != GX_FORM_NAME || (reading->flags & GX_ALIAS_CONTEXT))
            continue;
        if (reading->entity->type != GX_ENTITY_STATE || (state && state != reading->entity))
            return NULL;
        if (!(reading->flags & GX_ALIAS_EXACT) || gx_draft_has_case_of (draft, hit, reading->exact))
            state = reading->entity;
    }
    return state;
}

/* Takes states, and phrases that hide one, in the bytes of the mark alone. */
static gboolean
take (const GxHit *hit, gpointer user_data)
{
    Search *self = user_data;
    GxHit whole = { hit->start + self->start, hit->end + self->start, hit->form };
    const GxEntity *state = state_of (self->draft, &whole);

    if (!state || !gx_boundary_left (self->draft->text, whole.start) ||
        !gx_boundary_right (self->draft->dictionary, self->draft->text, whole.end))
        return gx_draft_has_kind (self->draft, hit->form, GX_FORM_PHRASE);
    GxMark part = { whole.start, whole.end, state, "part" };
    g_array_append_val (self->parts, part);
    return TRUE;
}

/* Whether an institution's first character is an abbreviation of its country: 俄 of 俄外交部, 美 of 美联储, whose name is 美国联邦储备系统.
 * 华 of 华为 is not, nor 中 of 中央电视台. */
static gboolean
begins_with_short (const GxDraft *self, const GxMark *mark, const GxEntity *country, gsize *end)
{
    gunichar c = gx_char_at (self->text, mark->start, end);

    return gx_is_han (c) && gx_draft_is_short_of (self, c, country) && g_str_has_prefix (mark->entity->name, country->name) &&
           gx_lexicon_affix_at (self->dictionary, GX_AFFIX_SPLIT_WORD, self->text, mark->start, GX_ANY_LENGTH) <= *end - mark->start;
}

GArray *
gx_draft_parts (GxDraft *self, const GxMark *mark)
{
    Search search = { self, g_array_new (FALSE, FALSE, sizeof (GxMark)), mark->start };
    GxStr name = { self->text.data + mark->start, mark->end - mark->start };

    gx_scanner_scan (self->scanner, name, take, &search, NULL);
    if (search.parts->len > 0 || *mark->entity->country == '\0')
        return search.parts;
    const GxEntity *country = gx_dictionary_find (self->dictionary, mark->entity->country);
    gsize end;
    if (country && begins_with_short (self, mark, country, &end)) {
        GxMark part = { mark->start, end, country, "part" };
        g_array_append_val (search.parts, part);
    }
    return search.parts;
}
