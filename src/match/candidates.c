/* SPDX-License-Identifier: GPL-3.0-or-later
 * candidates.c - which of the entities that share a name is meant. */
#include "candidates.h"

#include "trace.h"

/* Most people of a document that are asked whether they are somebody's colleagues. */
#define MOST_PEOPLE 64

struct _GxCandidates {
    const GxDraft *draft;
    const GxJudgementScores *scores;
    const GxEntity *leading;
    GPtrArray *people;    /* const GxEntity, named beyond doubt */
    GHashTable *document; /* entity -> double *: what the document says for it */
};

static const GxEntity *
country_of (const GxDraft *draft, const GxEntity *entity)
{
    return *entity->country ? gx_dictionary_find (draft->dictionary, entity->country) : NULL;
}

static const GxEntity *
leading_state (const GxDraft *draft)
{
    g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
    const GxEntity *leading = NULL;
    guint most = 0;

    for (guint i = 0; i < draft->spots->len; i++) {
        const GxSpot *spot = &g_array_index (draft->spots, GxSpot, i);
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

static void
collect_people (GxCandidates *self)
{
    g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

    for (guint i = 0; i < self->draft->spots->len && self->people->len < MOST_PEOPLE; i++) {
        const GxSpot *spot = &g_array_index (self->draft->spots, GxSpot, i);
        if (spot->kind == GX_FORM_NAME && spot->entity && spot->entity->type == GX_ENTITY_PERSON &&
            g_hash_table_add (known, (gpointer)spot->entity))
            g_ptr_array_add (self->people, (gpointer)spot->entity);
    }
}

GxCandidates *
gx_candidates_new (const GxDraft *draft)
{
    GxCandidates *self = g_new0 (GxCandidates, 1);

    self->draft = draft;
    self->scores = gx_judgement_scores (draft->judgement);
    self->leading = leading_state (draft);
    self->people = g_ptr_array_new ();
    self->document = g_hash_table_new_full (NULL, NULL, NULL, g_free);
    collect_people (self);
    return self;
}

void
gx_candidates_free (GxCandidates *self)
{
    if (!self)
        return;
    g_ptr_array_unref (self->people);
    g_hash_table_unref (self->document);
    g_free (self);
}

const GxEntity *
gx_candidates_leading (const GxCandidates *self)
{
    return self->leading;
}

gboolean
gx_candidates_beside (const GxCandidates *self, const GxSpot *spot, const GxEntity *entity)
{
    const GxDraft *draft = self->draft;
    gsize link = gx_lexicon_affix_before (draft->dictionary, GX_AFFIX_PLAIN_LINK, draft->text, spot->start, GX_ANY_LENGTH);
    const GxSpot *left = gx_draft_spot_ending (draft, spot->start - link);
    return left && left->entity && left->entity == country_of (draft, entity);
}

static gboolean
lived_together (const GxEntity *a, const GxEntity *b)
{
    return (a->until == 0 || b->since == 0 || b->since <= a->until) && (b->until == 0 || a->since == 0 || a->since <= b->until);
}

static gboolean
is_dated (const GxEntity *entity)
{
    return entity->since != 0 && entity->until != 0;
}

/* What the people beside it add. */
static double
weigh_colleagues (const GxCandidates *self, const GxEntity *entity)
{
    double sum = 0;

    for (guint i = 0; i < self->people->len; i++) {
        const GxEntity *person = self->people->pdata[i];
        if (person == entity || !lived_together (person, entity))
            continue;
        if (*entity->country && strcmp (person->country, entity->country) == 0)
            sum += self->scores->colleague;
        else if (is_dated (person) && is_dated (entity))
            sum += self->scores->contemporary;
    }
    return MIN (sum, self->scores->colleagues);
}

/* What the other names that stand in the document add. */
static double
weigh_ties (const GxCandidates *self, const GxEntity *entity)
{
    guint n_ties;
    const GxTie *ties = gx_judgement_ties (self->draft->judgement, entity, &n_ties);
    double most = 0;

    for (guint i = 0; i < n_ties; i++) {
        const GxForm *form = gx_lexicon_find (self->draft->dictionary, ties[i].text, strlen (ties[i].text));
        for (guint r = 0; form && r < form->n_readings; r++)
            if (form->readings[r].kind == GX_FORM_NAME && gx_draft_seen (self->draft, form->readings[r].entity))
                most = MAX (most, ties[i].weight);
    }
    return most;
}

static double
weigh_document (GxCandidates *self, const GxEntity *entity)
{
    const GxDraft *draft = self->draft;
    double *known = g_hash_table_lookup (self->document, entity);
    if (known)
        return *known;

    const GxEntity *country = country_of (draft, entity);
    double sum = gx_judgement_year (draft->judgement, entity, draft->year) + weigh_colleagues (self, entity) + weigh_ties (self, entity);
    if (gx_draft_seen (draft, entity))
        sum += self->scores->full;
    if (country && gx_draft_seen (draft, country))
        sum += self->scores->state + (country == self->leading ? self->scores->leading : 0);
    known = g_new (double, 1);
    *known = sum;
    g_hash_table_insert (self->document, (gpointer)entity, known);
    return sum;
}

/* A candidate and what speaks for it. */
typedef struct {
    const GxEntity *entity;
    double sum;
    double document, office, alone, beside, unmarked, no_office; /* which it is made of */
} Candidate;

/* A name that nothing beside it makes one means nobody unless the tables say more than that time and country fit. */
static Candidate
weigh (GxCandidates *self, const GxSpot *spot, const GxFormReading *reading)
{
    const GxEntity *entity = reading->entity;
    double office = gx_judgement_office (self->draft->judgement, self->draft->text, spot->start, spot->end, entity);
    double document = weigh_document (self, entity);
    Candidate result = { .entity = entity, .sum = document + office, .office = office, .document = document };

    if (spot->alone && !gx_draft_seen_before (self->draft, entity, spot->start) &&
        MAX (office, weigh_ties (self, entity)) < self->scores->alone)
        result.alone = MIN (0, -result.sum);
    else if (gx_candidates_beside (self, spot, entity))
        result.beside = self->scores->beside;
    if (!(reading->flags & GX_ALIAS_CONTEXT))
        result.unmarked = self->scores->unmarked;
    result.sum += result.alone + result.beside + result.unmarked;
    return result;
}

/* All candidates of a spot, each with its better reading; returns how many. */
static guint
weigh_all (GxCandidates *self, const GxSpot *spot, Candidate all[static GX_MOST_READINGS])
{
    const GxForm *form = &self->draft->forms[spot->form];
    gboolean held = FALSE;
    guint n = 0;

    for (guint i = 0; i < MIN (form->n_readings, GX_MOST_READINGS); i++) {
        if (!(spot->usable >> i & 1))
            continue;
        Candidate next = weigh (self, spot, &form->readings[i]);
        if (n > 0 && all[n - 1].entity == next.entity)
            all[n - 1] = all[n - 1].sum < next.sum ? next : all[n - 1];
        else
            all[n++] = next;
        held |= next.office > 0;
    }
    /* An office beside the name that others hold speaks against who doesn't. */
    for (guint i = 0; held && i < n; i++)
        if (all[i].office <= 0) {
            all[i].no_office = self->scores->no_office;
            all[i].sum += all[i].no_office;
        }
    return n;
}

static void
tell (const GxCandidates *self, const GxSpot *spot, const Candidate *candidate, const GxEntity *meant)
{
    const struct {
        const char *label;
        double weight;
    } grounds[] = { { "document", candidate->document },       { "office", candidate->office },
                    { "meant-alone", candidate->alone },       { "meant-beside", candidate->beside },
                    { "meant-unmarked", candidate->unmarked }, { "meant-no-office", candidate->no_office } };
    GxWhy why = candidate->entity == meant             ? GX_WHY_TAKEN
                : candidate->sum < self->scores->meant ? GX_WHY_BELOW
                : meant                                ? GX_WHY_OTHER
                                                       : GX_WHY_AMBIGUOUS;

    for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
        if (grounds[i].weight != 0)
            gx_trace_ground (self->draft->trace, grounds[i].label, gx_str (""), "", grounds[i].weight);
    GxCase *told = gx_trace_case (self->draft->trace, spot->start, spot->end, candidate->entity, NULL, why);
    told->sum = candidate->sum;
    told->threshold = self->scores->meant;
}

const GxEntity *
gx_candidates_decide (GxCandidates *self, const GxSpot *spot)
{
    Candidate all[GX_MOST_READINGS];
    guint n = weigh_all (self, spot, all), best = 0;

    for (guint i = 1; i < n; i++)
        if (all[i].sum > all[best].sum)
            best = i;
    const GxEntity *meant = n > 0 && all[best].sum >= self->scores->meant ? all[best].entity : NULL;
    for (guint i = 0; i < n; i++)
        if (i != best && all[best].sum - all[i].sum < self->scores->margin)
            meant = NULL;
    for (guint i = 0; i < n && self->draft->trace; i++)
        tell (self, spot, &all[i], meant);
    return meant;
}

void
gx_candidates_settle (GxCandidates *self, GxDraft *draft, const GxSpot *spot)
{
    if (spot->entity->type != GX_ENTITY_PERSON || gx_draft_seen (draft, spot->entity))
        return;
    g_hash_table_insert (draft->seen, (gpointer)spot->entity, GSIZE_TO_POINTER (spot->start + 1));
    g_hash_table_remove_all (self->document); /* the person may speak for others, too */
}

void
gx_candidates_doubt (GxCandidates *self, GxDraft *draft, const GxSpot *spot, const char *rule)
{
    const GxForm *form = &self->draft->forms[spot->form];
    const GxEntity *entities[GX_MOST_READINGS];
    guint n = 0;

    for (guint i = 0; i < MIN (form->n_readings, GX_MOST_READINGS); i++)
        if (spot->usable >> i & 1)
            entities[n++] = form->readings[i].entity;
    gx_draft_doubt (draft, spot->start, spot->end, entities, n, rule);
}
