/* SPDX-License-Identifier: GPL-3.0-or-later
 * trace.c - takes down what the rules tell. */
#include "trace-private.h"

#include "boundary.h"

void
gx_trace_clear_case (gpointer data)
{
    GxCase *told = data;

    g_free ((gpointer)told->candidates);
    g_free ((gpointer)told->grounds);
}

GxTrace *
gx_trace_new (const GxDraft *draft)
{
    const gsize chunk = 4096;
    GxTrace *self = g_new0 (GxTrace, 1);

    self->draft = draft;
    self->cases = g_array_new (FALSE, FALSE, sizeof (GxCase));
    g_array_set_clear_func (self->cases, gx_trace_clear_case);
    self->pending = g_array_new (FALSE, FALSE, sizeof (GxGround));
    self->strings = g_string_chunk_new (chunk);
    return self;
}

void
gx_trace_free (GxTrace *self)
{
    if (!self)
        return;
    g_array_unref (self->cases);
    g_array_unref (self->pending);
    g_clear_pointer (&self->strings, g_string_chunk_free);
    g_clear_pointer (&self->surnames, g_hash_table_unref);
    g_clear_pointer (&self->by_place, g_hash_table_unref);
    g_free (self);
}

void
gx_trace_ground (GxTrace *self, const char *label, GxStr text, const char *states, double weight)
{
    GxGround ground = { label, g_string_chunk_insert_len (self->strings, text.data, (gssize)text.len),
                        g_string_chunk_insert_const (self->strings, states), weight };
    g_array_append_val (self->pending, ground);
}

void
gx_trace_sum (GxTrace *self, double sum, double threshold)
{
    self->sum = sum;
    self->threshold = threshold;
}

void
gx_trace_clear (GxTrace *self)
{
    g_array_set_size (self->pending, 0);
    self->sum = self->threshold = 0;
}

void
gx_trace_add_grounds (GxCase *told, const GxGround *grounds, guint n)
{
    GxGround *all = g_renew (GxGround, (gpointer)told->grounds, told->n_grounds + n);

    for (guint i = 0; i < n; i++)
        all[told->n_grounds + i] = grounds[i];
    told->grounds = all;
    told->n_grounds += n;
}

GxCase *
gx_trace_case (GxTrace *self, gsize start, gsize end, const GxEntity *entity, const char *rule, GxWhy why)
{
    GxCase told = { .clean = { start, end }, .why = why, .rule = rule ? rule : "", .cover = "", .table = "", .sentence = GX_NO_SENTENCE };

    told.sum = self->sum;
    told.threshold = self->threshold;
    gx_trace_add_grounds (&told, (const GxGround *)(gconstpointer)self->pending->data, self->pending->len);
    gx_trace_clear (self);
    if (entity)
        gx_trace_candidate (&told, entity);
    g_array_append_val (self->cases, told);
    return &g_array_index (self->cases, GxCase, self->cases->len - 1);
}

void
gx_trace_candidate (GxCase *told, const GxEntity *entity)
{
    for (guint i = 0; i < told->n_candidates; i++)
        if (told->candidates[i] == entity)
            return;
    const GxEntity **all = g_renew (const GxEntity *, (gpointer)told->candidates, told->n_candidates + 1);
    all[told->n_candidates++] = entity;
    told->candidates = all;
}

void
gx_trace_cover (GxTrace *self, GxCase *told, gsize start, gsize end)
{
    told->cover = g_string_chunk_insert_len (self->strings, self->draft->text.data + start, (gssize)(end - start));
}

const char *
gx_trace_table (GxFormKind kind)
{
    switch (kind) {
    case GX_FORM_PHRASE:
        return "phrases.tsv";
    case GX_FORM_TITLE:
        return "titles.tsv";
    case GX_FORM_BODY:
        return "bodies.tsv";
    case GX_FORM_NAME:
        break;
    }
    return "";
}

GxFormKind
gx_trace_kind_at (const GxTrace *self, gsize offset)
{
    const GxSpot *spot = gx_draft_spot_starting (self->draft, offset);

    return spot ? spot->kind : GX_FORM_NAME;
}

/* Places that share a key are told apart by who looks one up. */
static gpointer
place_key (gsize start, gsize end)
{
    const guint bits = 8;

    return GSIZE_TO_POINTER ((start << bits) + (end - start));
}

static void
index_by_place (GxTrace *self)
{
    self->by_place = g_hash_table_new (NULL, NULL);
    for (guint i = 0; i < self->cases->len; i++) {
        const GxCase *told = &g_array_index (self->cases, GxCase, i);
        if (*told->rule)
            g_hash_table_insert (self->by_place, place_key (told->clean.start, told->clean.end), GUINT_TO_POINTER (i + 1));
    }
}

GxCase *
gx_trace_find (GxTrace *self, gsize start, gsize end, const char *rule)
{
    if (!self->by_place)
        index_by_place (self);
    guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_place, place_key (start, end)));
    if (found == 0)
        return NULL;
    GxCase *told = &g_array_index (self->cases, GxCase, found - 1);
    return told->clean.end == end && g_str_equal (told->rule, rule) ? told : NULL;
}

/* Takes back the last case. */
static void
forget (GxTrace *self)
{
    g_array_set_size (self->cases, self->cases->len - 1);
}

static void
add_names (GxCase *told, const GxForm *form, guint64 readings)
{
    for (guint i = 0; i < MIN (form->n_readings, GX_MOST_READINGS); i++)
        if ((readings >> i & 1) && form->readings[i].kind == GX_FORM_NAME)
            gx_trace_candidate (told, form->readings[i].entity);
}

/* A few letters of a longer word or name say nothing: un in under, and in Kim Jong-un. */
static gboolean
is_short_word (GxStr text, gsize start, gsize end)
{
    const gsize shortest = 4;

    return (guchar)text.data[start] < 0x80 && end - start < shortest;
}

void
gx_trace_tell_cut (const GxDraft *draft, const GxHit *hit)
{
    if (is_short_word (draft->text, hit->start, hit->end))
        return;
    GxCase *told = gx_trace_case (draft->trace, hit->start, hit->end, NULL, NULL, GX_WHY_BOUNDARY);

    add_names (told, &draft->forms[hit->form], G_MAXUINT64);
    if (told->n_candidates == 0)
        forget (draft->trace);
}

void
gx_trace_tell_undecided (const GxDraft *draft, const GxSpot *spot)
{
    GxCase *told = gx_trace_case (draft->trace, spot->start, spot->end, NULL, NULL, GX_WHY_AMBIGUOUS);

    add_names (told, &draft->forms[spot->form], spot->usable);
    if (told->n_candidates == 1)
        told->why = GX_WHY_ANYBODYS;
}

void
gx_trace_tell_beaten (const GxDraft *draft, const GxMark *loser, const GxMark *winner)
{
    GxCase *told = gx_trace_case (draft->trace, loser->start, loser->end, loser->entity, loser->rule, GX_WHY_LONGER);

    gx_trace_cover (draft->trace, told, winner->start, winner->end);
}

/* The surname in Han characters, the last word of the English label and, of people whose own name begins with the surname, the first: what
 * gx_people_find() knows people by. */
static void
add_surnames (GHashTable *surnames, const GxDictionary *dictionary, const GxEntity *entity)
{
    const char *han = gx_lexicon_surname (dictionary, entity);
    g_autofree char *english = gx_fold_name (entity->english);
    const char *last = strrchr (english, ' ');

    if (han)
        g_hash_table_add (surnames, g_strdup (han));
    if (last)
        g_hash_table_add (surnames, g_strdup (last + 1));
    if (last && han)
        g_hash_table_add (surnames, g_strndup (english, strcspn (english, " ")));
}

gboolean
gx_trace_is_surname (GxTrace *self, GxStr surname)
{
    g_autofree char *key = gx_str_dup (surname);

    if (!self->surnames) {
        guint n;
        const GxEntity *const *entities = gx_dictionary_entities (self->draft->dictionary, &n);
        self->surnames = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
        for (guint i = 0; i < n; i++)
            if (entities[i]->type == GX_ENTITY_PERSON)
                add_surnames (self->surnames, self->draft->dictionary, entities[i]);
    }
    return g_hash_table_contains (self->surnames, key);
}

void
gx_trace_tell_surname (const GxDraft *draft, gsize start, gsize end, GxStr surname, const GPtrArray *bearers)
{
    if (bearers->len == 0 && !gx_trace_is_surname (draft->trace, surname))
        return;
    GxWhy why = bearers->len > 0 ? GX_WHY_WORDS : GX_WHY_NO_FULL_NAME;
    gx_trace_tell_several (draft, start, end, (const GxEntity *const *)bearers->pdata, bearers->len, "title", why);
}

void
gx_trace_tell_several (const GxDraft *draft, gsize start, gsize end, const GxEntity *const *entities, guint n, const char *rule, GxWhy why)
{
    GxCase *told = gx_trace_case (draft->trace, start, end, NULL, rule, why);

    for (guint i = 0; i < n; i++)
        gx_trace_candidate (told, entities[i]);
}

static gboolean
is_body_in_title (const GxTrace *self, const GxSpot *spot, guint form)
{
    return spot->kind == GX_FORM_TITLE && gx_draft_is_body (self->draft, form);
}

/* A form that begins inside of a spot, or is the beginning of it. */
static void
tell_inner (GxTrace *self, const GxSpot *spot, gsize start, guint form)
{
    const GxForm *inner = &self->draft->forms[form];
    gsize end = start + inner->len;

    if ((start == spot->start && end >= spot->end) || is_short_word (self->draft->text, start, end))
        return;
    GxCase *told = gx_trace_case (self, start, end, NULL, NULL, spot->kind == GX_FORM_PHRASE ? GX_WHY_PHRASE : GX_WHY_LONGER);
    add_names (told, inner, G_MAXUINT64);
    if ((told->n_candidates == 0 && !is_body_in_title (self, spot, form)) ||
        (told->n_candidates == 1 && told->candidates[0] == spot->entity)) {
        forget (self);
        return;
    }
    gx_trace_cover (self, told, spot->start, spot->end);
    told->table = gx_trace_table (spot->kind);
}

/* Whether a form in a spot is one that the scan would look at if the spot were not there; in a phrase (한국어) edges don't matter. */
static gboolean
has_boundaries (const GxDraft *draft, const GxSpot *spot, gsize start, gsize end)
{
    return spot->kind == GX_FORM_PHRASE ||
           (gx_boundary_left (draft->text, start) && gx_boundary_right (draft->dictionary, draft->text, end));
}

/* The scan offers none of these: it goes on behind what it has taken. */
void
gx_trace_inner_names (GxTrace *self)
{
    const GxDraft *draft = self->draft;

    for (guint i = 0; i < draft->spots->len; i++) {
        const GxSpot *spot = &g_array_index (draft->spots, GxSpot, i);
        for (gsize at = spot->start; at < spot->end; at += (gsize)g_utf8_skip[(guchar)draft->text.data[at]]) {
            guint form = gx_scanner_longest_at (draft->scanner, draft->text, at);
            for (; form != GX_NO_FORM; form = gx_scanner_shorter (draft->scanner, form))
                if (has_boundaries (draft, spot, at, at + draft->forms[form].len))
                    tell_inner (self, spot, at, form);
        }
    }
}

void
gx_trace_bodies (GxTrace *self)
{
    const GxDraft *draft = self->draft;
    guint mark = 0;

    for (guint i = 0; i < draft->spots->len; i++) {
        const GxSpot *spot = &g_array_index (draft->spots, GxSpot, i);
        while (mark < draft->marks->len && g_array_index (draft->marks, GxMark, mark).end <= spot->start)
            mark++;
        gboolean is_read = mark < draft->marks->len && g_array_index (draft->marks, GxMark, mark).start < spot->end;
        if (spot->kind == GX_FORM_BODY && !is_read && !gx_trace_find (self, spot->start, spot->end, "body"))
            (void)gx_trace_case (self, spot->start, spot->end, NULL, "body", GX_WHY_NO_STATE);
    }
}
