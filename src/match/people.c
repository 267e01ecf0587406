/* SPDX-License-Identifier: GPL-3.0-or-later
 * people.c - who in a document may be meant by a surname. */
#include "people.h"

#include "neighbour.h"
#include "trace.h"

/* Shortest surname in Latin letters, in bytes. */
#define SHORTEST_LATIN 2
/* Most people of one surname that are told apart. */
#define MOST_BEARERS 32
/* Most syllables of a Korean name written without a blank. */
#define MOST_SYLLABLES 4

typedef struct {
    const GxEntity *entity;
    gsize first; /* where the full name first stands */
} Bearer;

struct _GxPeople {
    const GxDraft *draft;
    GHashTable *by_surname; /* char * -> GArray of Bearer */
    GHashTable *known;      /* people whose Han surname is in by_surname */
    GHashTable *titles;     /* person -> GArray of guint: forms of the titles beside the full name */
    gboolean has_latin;
    GString *key;
};

static void
add_bearer (GxPeople *self, const char *surname, gsize len, const GxEntity *entity, gsize first)
{
    g_autofree char *key = g_strndup (surname, len);
    GArray *bearers = g_hash_table_lookup (self->by_surname, key);

    if (!bearers) {
        bearers = g_array_new (FALSE, FALSE, sizeof (Bearer));
        g_hash_table_insert (self->by_surname, g_steal_pointer (&key), bearers);
    }
    for (guint i = 0; i < bearers->len; i++)
        if (g_array_index (bearers, Bearer, i).entity == entity)
            return;
    Bearer bearer = { entity, first };
    g_array_append_val (bearers, bearer);
}

/* The last word of the English label; also the first one of people whose own name begins with the surname. Only when the full name stands
 * in Latin letters here: among Chinese text a lone Wang is anybody. */
static void
add_latin (GxPeople *self, const GxMark *mark)
{
    const GxEntity *entity = mark->entity;
    const char *here = self->draft->text.data + mark->start;

    if ((guchar)*here >= 0x80 || !memchr (here, ' ', mark->end - mark->start))
        return;
    g_autofree char *english = *entity->english ? gx_fold_name (entity->english) : g_strndup (here, mark->end - mark->start);
    const char *last = strrchr (english, ' ');

    if (!last || strlen (last + 1) < SHORTEST_LATIN)
        return;
    add_bearer (self, last + 1, strlen (last + 1), entity, mark->start);
    gsize leading = strcspn (english, " ");
    if (gx_lexicon_surname (self->draft->dictionary, entity) && leading >= SHORTEST_LATIN)
        add_bearer (self, english, leading, entity, mark->start);
    self->has_latin = TRUE;
}

static void
add_korean (GxPeople *self, const GxMark *mark)
{
    const char *name = self->draft->text.data + mark->start;
    gsize len = mark->end - mark->start;
    glong n = g_utf8_strlen (name, (gssize)len);

    if (n < 2 || n > MOST_SYLLABLES)
        return;
    for (const char *at = name; at < name + len; at = g_utf8_next_char (at))
        if (!gx_is_hangul (g_utf8_get_char (at)))
            return;
    add_bearer (self, name, (gsize)(g_utf8_next_char (name) - name), mark->entity, mark->start);
}

static void
add_title (GxPeople *self, const GxEntity *entity, const GxSpot *spot)
{
    if (!spot || spot->kind != GX_FORM_TITLE)
        return;
    GArray *titles = g_hash_table_lookup (self->titles, entity);
    if (!titles) {
        titles = g_array_new (FALSE, FALSE, sizeof (guint));
        g_hash_table_insert (self->titles, (gpointer)entity, titles);
    }
    for (guint i = 0; i < titles->len; i++)
        if (g_array_index (titles, guint, i) == spot->form)
            return;
    g_array_append_val (titles, spot->form);
}

static void
add_person (GxPeople *self, const GxMark *mark)
{
    const GxDraft *draft = self->draft;
    gsize before = mark->start - (gx_text_ends (draft->text, mark->start, " ") ? 1 : 0);
    gsize behind = mark->end + (gx_text_goes_on (draft->text, mark->end, " ") ? 1 : 0);

    add_title (self, mark->entity, gx_draft_spot_ending (draft, before));
    add_title (self, mark->entity, gx_draft_spot_starting (draft, behind));
    add_korean (self, mark);
    add_latin (self, mark);
    if (!g_hash_table_add (self->known, (gpointer)mark->entity))
        return;
    const char *surname = gx_lexicon_surname (draft->dictionary, mark->entity);
    if (surname)
        add_bearer (self, surname, strlen (surname), mark->entity, mark->start);
}

GxPeople *
gx_people_new (const GxDraft *draft)
{
    GxPeople *self = g_new0 (GxPeople, 1);

    self->draft = draft;
    self->by_surname = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    self->known = g_hash_table_new (NULL, NULL);
    self->titles = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
    self->key = g_string_new (NULL);
    for (guint i = 0; i < draft->marks->len; i++) {
        const GxMark *mark = &g_array_index (draft->marks, GxMark, i);
        if (mark->entity->type == GX_ENTITY_PERSON && gx_draft_seen_before (draft, mark->entity, mark->end))
            add_person (self, mark);
    }
    return self;
}

void
gx_people_free (GxPeople *self)
{
    if (!self)
        return;
    g_hash_table_unref (self->by_surname);
    g_hash_table_unref (self->known);
    g_hash_table_unref (self->titles);
    (void)g_string_free (self->key, TRUE);
    g_free (self);
}

gboolean
gx_people_have_latin (const GxPeople *self)
{
    return self->has_latin;
}

static gboolean
holds_title (const GxPeople *self, const GxEntity *entity, guint title)
{
    const GArray *titles = g_hash_table_lookup (self->titles, entity);

    for (guint i = 0; titles && i < titles->len; i++)
        if (g_array_index (titles, guint, i) == title)
            return TRUE;
    return FALSE;
}

/* Those with this surname whose full names stand before an offset: fills all, returns how many. */
static guint
bearers_before (const GxPeople *self, GxStr surname, gsize before, const GxEntity *all[static MOST_BEARERS])
{
    guint n = 0;

    g_string_truncate (self->key, 0);
    g_string_append_len (self->key, surname.data, (gssize)surname.len);
    const GArray *bearers = g_hash_table_lookup (self->by_surname, self->key->str);
    for (guint i = 0; bearers && i < bearers->len && n < MOST_BEARERS; i++)
        if (g_array_index (bearers, Bearer, i).first < before)
            all[n++] = g_array_index (bearers, Bearer, i).entity;
    return n;
}

typedef gboolean (*Test) (const GxPeople *self, const GxEntity *entity, guint title);

static gboolean
holds_office (const GxPeople *self, const GxEntity *entity, guint title)
{
    const GxForm *form = &self->draft->forms[title];
    return gx_judgement_holds (self->draft->judgement, (GxStr){ form->text, form->len }, entity);
}

static gboolean
is_of_the_time (const GxPeople *self, const GxEntity *entity, guint title G_GNUC_UNUSED)
{
    return gx_judgement_year (self->draft->judgement, entity, self->draft->year) > 0;
}

const GxEntity *
gx_people_find (const GxPeople *self, GxStr surname, gsize before, guint title)
{
    static const Test tests[] = { holds_title, holds_office, is_of_the_time };
    const GxEntity *all[MOST_BEARERS];
    guint n = bearers_before (self, surname, before, all);

    if (n == 1)
        return all[0];
    for (guint t = 0; n > 1 && title != GX_NO_FORM && t < G_N_ELEMENTS (tests); t++) {
        const GxEntity *only = NULL;
        guint n_passed = 0;
        for (guint i = 0; i < n; i++)
            if (tests[t](self, all[i], title)) {
                only = all[i];
                n_passed++;
            }
        if (n_passed == 1)
            return only;
    }
    return NULL;
}

gboolean
gx_people_are_several (const GxPeople *self, GxStr surname, gsize before)
{
    const GxEntity *all[MOST_BEARERS];
    return bearers_before (self, surname, before, all) > 1;
}

void
gx_people_doubt (const GxPeople *self, GxDraft *draft, GxStr surname, GxSpan place)
{
    const GxEntity *all[MOST_BEARERS];
    guint n = bearers_before (self, surname, place.start, all);

    if (n < 2)
        return;
    gx_draft_doubt (draft, place.start, place.end, all, n, "surname");
    gx_trace_doubt (draft, place.start, place.end, all, n, "surname");
}

GPtrArray *
gx_people_bearers (const GxPeople *self, GxStr surname, gsize before)
{
    const GxEntity *all[MOST_BEARERS];
    guint n = bearers_before (self, surname, before, all);
    GPtrArray *found = g_ptr_array_sized_new (n);

    for (guint i = 0; i < n; i++)
        g_ptr_array_add (found, (gpointer)all[i]);
    return found;
}
