/* SPDX-License-Identifier: GPL-3.0-or-later
 * names.c - names and aliases that stand in the text as they are in the tables. */
#include "candidates.h"
#include "trace.h"

/* Every country has a 众议院: it is the one of the tables only when that one is named in full, or its country beside it, or when the text
 * is about its country. */
static gboolean
is_sure (const GxDraft *self, const GxCandidates *candidates, const GxSpot *spot)
{
    const GxForm *form = &self->forms[spot->form];

    if (!gx_draft_is_body (self, spot->form) || gx_draft_seen (self, spot->entity) || gx_draft_kin_before (self, spot->entity))
        return TRUE;
    const GxEntity *leading = gx_candidates_leading (candidates);
    for (guint i = 0; i < MIN (form->n_readings, GX_MOST_READINGS); i++)
        if ((spot->usable >> i & 1) && form->readings[i].entity == spot->entity)
            return (form->readings[i].flags & GX_ALIAS_CONTEXT) || gx_candidates_beside (candidates, spot, spot->entity) ||
                   (leading && *spot->entity->country && leading == gx_dictionary_find (self->dictionary, spot->entity->country));
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

/* Spots that nothing but the document could have made names, and did not, are none. */
static void
forget_alone (GxDraft *self)
{
    guint n = 0;
    GxSpot *spots = (GxSpot *)(gpointer)self->spots->data;

    for (guint i = 0; i < self->spots->len; i++)
        if (!spots[i].alone || spots[i].entity)
            spots[n++] = spots[i];
    g_array_set_size (self->spots, n);
}

void
gx_rule_names (GxDraft *self)
{
    g_autoptr (GxCandidates) candidates = gx_candidates_new (self);

    for (guint i = 0; i < self->spots->len; i++) {
        GxSpot *spot = &g_array_index (self->spots, GxSpot, i);
        if (spot->kind != GX_FORM_NAME)
            continue;
        if (!spot->entity) {
            spot->entity = gx_candidates_decide (candidates, spot);
            if (spot->entity)
                gx_candidates_settle (candidates, self, spot);
            else if (!gx_draft_is_body (self, spot->form))
                gx_candidates_doubt (candidates, self, spot, "name");
        }
        if (spot->entity && !is_sure (self, candidates, spot))
            spot->entity = NULL;
        if (spot->entity)
            gx_draft_add (self, spot->start, spot->end, spot->entity, rule_for (self, spot));
        else if (gx_draft_is_body (self, spot->form))
            gx_trace_undecided (self, spot);
    }
    forget_alone (self);
}
