/* SPDX-License-Identifier: GPL-3.0-or-later
 * context.c - when an alias marked `~` counts: after the entity's own name, beside its country or a title, or in title marks. */
#include "draft.h"

#include "neighbour.h"

/* What may stand between a country or a title and the name it belongs to. */
static const char *const links[] = { " ", "的", "'s ", "의 ", " 的" };

/* The offset before such a link that ends at start, else start. */
static gsize
before_link (GxStr text, gsize start)
{
    gsize longest = 0;

    for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
        if (gx_text_ends (text, start, links[i]))
            longest = MAX (longest, strlen (links[i]));
    return start - longest;
}

static gsize
behind_link (GxStr text, gsize end)
{
    return end + (gx_text_goes_on (text, end, " ") ? 1 : gx_text_goes_on (text, end, "的") ? strlen ("的") : 0);
}

/* The spot before start, a link between them allowed. Only the last one can be it: the scan goes from left to right. */
static const GxSpot *
left_neighbour (const GxDraft *self, gsize start)
{
    if (self->spots->len == 0)
        return NULL;
    const GxSpot *last = &g_array_index (self->spots, GxSpot, self->spots->len - 1);
    return last->end == start || last->end == before_link (self->text, start) ? last : NULL;
}

static gboolean
has_country_before (const GxDraft *self, gsize start, const GxEntity *country)
{
    const GxSpot *left = left_neighbour (self, start);
    gsize at;

    if (left)
        return left->entity == country;
    gunichar c = gx_char_before (self->text, start, &at);
    gboolean is_free = self->spots->len == 0 || g_array_index (self->spots, GxSpot, self->spots->len - 1).end <= at;
    return c != 0 && is_free && gx_draft_is_short_of (self, c, country);
}

static gboolean
has_country_behind (const GxDraft *self, gsize end, const GxEntity *country)
{
    gsize name_end;
    const GxFormReading *reading = gx_draft_reading_at (self, behind_link (self->text, end), GX_FORM_NAME, &name_end);
    return reading && reading->entity == country && !(reading->flags & GX_ALIAS_CONTEXT);
}

/* People may follow their title; anything may be followed by one. */
static gboolean
has_title_beside (const GxDraft *self, gsize start, gsize end, const GxEntity *entity)
{
    const GxSpot *left = entity->type == GX_ENTITY_PERSON ? left_neighbour (self, start) : NULL;
    gsize title_end;

    if (left && left->kind == GX_FORM_TITLE)
        return TRUE;
    return gx_draft_reading_at (self, behind_link (self->text, end), GX_FORM_TITLE, &title_end) != NULL;
}

static gboolean
is_in_title_marks (GxStr text, gsize start, gsize end)
{
    return (gx_text_ends (text, start, "《") && gx_text_goes_on (text, end, "》")) ||
           (gx_text_ends (text, start, "〈") && gx_text_goes_on (text, end, "〉"));
}

gboolean
gx_context_licenses (const GxDraft *self, gsize start, gsize end, const GxEntity *entity)
{
    if (gx_draft_seen_before (self, entity, start) || is_in_title_marks (self->text, start, end))
        return TRUE;
    const GxEntity *country = *entity->country ? gx_dictionary_find (self->dictionary, entity->country) : NULL;
    if (country && (has_country_before (self, start, country) || has_country_behind (self, end, country)))
        return TRUE;
    return has_title_beside (self, start, end, entity);
}
