/* SPDX-License-Identifier: GPL-3.0-or-later
 * names.c - names and aliases that stand in the text as they are in the tables. */
#include "draft.h"

/* Years a term may be off. */
#define SLACK 1

typedef gboolean (*Test) (const GxDraft *self, const GxSpot *spot, const GxFormReading *reading);

static gboolean
stands_elsewhere (const GxDraft *self, const GxSpot *spot G_GNUC_UNUSED, const GxFormReading *reading)
{
    return gx_draft_seen (self, reading->entity);
}

static const GxEntity *
country_of (const GxDraft *self, const GxEntity *entity)
{
    return *entity->country ? gx_dictionary_find (self->dictionary, entity->country) : NULL;
}

static gboolean
stands_by_its_country (const GxDraft *self, const GxSpot *spot, const GxFormReading *reading)
{
    gsize link = gx_lexicon_affix_before (self->dictionary, GX_AFFIX_PLAIN_LINK, self->text, spot->start, GX_ANY_LENGTH);
    const GxSpot *left = gx_draft_spot_ending (self, spot->start - link);
    return left && left->entity && left->entity == country_of (self, reading->entity);
}

static gboolean
covers_the_date (const GxDraft *self, const GxSpot *spot G_GNUC_UNUSED, const GxFormReading *reading)
{
    const GxEntity *entity = reading->entity;

    if (self->year == 0)
        return FALSE;
    return (entity->since == 0 || entity->since - SLACK <= self->year) && (entity->until == 0 || self->year <= entity->until + SLACK);
}

static gboolean
has_its_country_in_the_text (const GxDraft *self, const GxSpot *spot G_GNUC_UNUSED, const GxFormReading *reading)
{
    const GxEntity *country = country_of (self, reading->entity);
    return country && gx_draft_seen (self, country);
}

static gboolean
is_unmarked (const GxDraft *self G_GNUC_UNUSED, const GxSpot *spot G_GNUC_UNUSED, const GxFormReading *reading)
{
    return !(reading->flags & GX_ALIAS_CONTEXT);
}

/* The only entity among the usable readings that passes a test, or NULL. */
static const GxEntity *
only_one (const GxDraft *self, const GxSpot *spot, Test test)
{
    const GxForm *form = &self->forms[spot->form];
    const GxEntity *only = NULL;

    for (guint i = 0; i < MIN (form->n_readings, GX_MOST_READINGS); i++) {
        if (!(spot->usable >> i & 1) || !test (self, spot, &form->readings[i]))
            continue;
        if (only && only != form->readings[i].entity)
            return NULL;
        only = form->readings[i].entity;
    }
    return only;
}

/* Whoever the evidence leaves alone; what it leaves in doubt is nobody. */
static const GxEntity *
decide (const GxDraft *self, const GxSpot *spot)
{
    static const Test tests[] = { stands_by_its_country, stands_elsewhere, covers_the_date, has_its_country_in_the_text, is_unmarked };
    const GxEntity *entity = NULL;

    for (gsize i = 0; i < G_N_ELEMENTS (tests) && !entity; i++)
        entity = only_one (self, spot, tests[i]);
    return entity;
}

/* The state named most often; NULL when there is none or two. */
static const GxEntity *
leading_state (const GxDraft *self)
{
    g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
    const GxEntity *leading = NULL;
    guint most = 0;

    for (guint i = 0; i < self->spots->len; i++) {
        const GxSpot *spot = &g_array_index (self->spots, GxSpot, i);
        if (spot->kind != GX_FORM_NAME || !spot->entity || spot->entity->type != GX_ENTITY_STATE)
            continue;
        guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, spot->entity)) + 1;
        g_hash_table_insert (counts, (gpointer)spot->entity, GUINT_TO_POINTER (count));
        if (count == most && leading != spot->entity)
            leading = NULL;
        if (count > most) {
            most = count;
            leading = spot->entity;
        }
    }
    return leading;
}

/* Every country has a 众议院: it is the one of the tables only when that one is named in full, or its country beside it, or when the text
 * is about its country. */
static gboolean
is_sure (const GxDraft *self, const GxSpot *spot, const GxEntity *leading)
{
    const GxForm *form = &self->forms[spot->form];

    if (!gx_draft_is_body (self, spot->form) || gx_draft_seen (self, spot->entity) || gx_draft_kin_before (self, spot->entity))
        return TRUE;
    for (guint i = 0; i < MIN (form->n_readings, GX_MOST_READINGS); i++)
        if ((spot->usable >> i & 1) && form->readings[i].entity == spot->entity)
            return (form->readings[i].flags & GX_ALIAS_CONTEXT) || stands_by_its_country (self, spot, &form->readings[i]) ||
                   (leading && leading == country_of (self, spot->entity));
    return FALSE;
}

static const char *
rule_for (const GxDraft *self, const GxSpot *spot)
{
    const GxForm *form = &self->forms[spot->form];
    const char *rule = "context";

    for (guint i = 0; i < MIN (form->n_readings, GX_MOST_READINGS); i++) {
        const GxFormReading *reading = &form->readings[i];
        if (!(spot->usable >> i & 1) || reading->entity != spot->entity || (reading->flags & GX_ALIAS_CONTEXT))
            continue;
        if (reading->flags & GX_ALIAS_LABEL)
            return "name";
        rule = "alias";
    }
    return rule;
}

void
gx_rule_names (GxDraft *self)
{
    const GxEntity *leading = leading_state (self);

    for (guint i = 0; i < self->spots->len; i++) {
        GxSpot *spot = &g_array_index (self->spots, GxSpot, i);
        if (spot->kind != GX_FORM_NAME)
            continue;
        if (!spot->entity)
            spot->entity = decide (self, spot);
        if (spot->entity && !is_sure (self, spot, leading))
            spot->entity = NULL;
        if (spot->entity)
            gx_draft_add (self, spot->start, spot->end, spot->entity, rule_for (self, spot));
    }
}
