/* SPDX-License-Identifier: GPL-3.0-or-later
 * state-body.c - institutions made of a state and a body: 美国 + 国防部.
 *
 * Threads    what was made is kept under the dictionary's lock, so that a pair is always the same entity. */
#include "dictionary-private.h"
#include "fold.h"

#include <string.h>

static gboolean
is_word_end (const char *text)
{
    const char *last = *text ? g_utf8_prev_char (text + strlen (text)) : text;
    return gx_is_word_script (gx_fold_char (g_utf8_get_char (last)));
}

/* Puts second behind first, with a blank where both scripts write words apart. The caller's, g_free(). */
static char *
join (const char *first, const char *second)
{
    gboolean apart = is_word_end (first) && gx_is_word_script (gx_fold_char (g_utf8_get_char (second)));
    return g_strconcat (first, apart ? " " : "", second, NULL);
}

/* The better of best and an institution of this state that goes by this form: the smallest id, so that the order of rows changes nothing.
 */
static const GxEntity *
better_owner (const GxDictionary *self, const GxEntity *best, const char *text, const GxEntity *state)
{
    const GxForm *form = gx_forms_find (self->forms, text, strlen (text));
    for (guint i = 0; form && i < form->n_readings; i++) {
        const GxEntity *entity = form->readings[i].entity;
        if (entity && entity->type == GX_ENTITY_INSTITUTION && strcmp (entity->country, state->id) == 0 &&
            (!best || strcmp (entity->id, best->id) < 0))
            best = entity;
    }
    return best;
}

/* An institution of the tables that goes by a name of the state and a name of the body, or, if there is none, by a name of the body alone.
 */
static const GxEntity *
find_row (const GxDictionary *self, const GxEntity *state, const GxBody *body)
{
    const GxEntityRow *states = g_hash_table_lookup (self->tables->entity_index, state->id);
    const GxBodyRow *bodies = g_hash_table_lookup (self->tables->body_index, body->id);
    const GxEntity *whole = NULL, *alone = NULL;
    for (guint b = 0; states && bodies && b < bodies->names->len; b++) {
        const char *body_name = g_array_index (bodies->names, GxNameRow, b).folded;
        alone = better_owner (self, alone, body_name, state);
        for (guint s = 0; s < states->names->len; s++) {
            g_autofree char *text = join (g_array_index (states->names, GxNameRow, s).folded, body_name);
            whole = better_owner (self, whole, text, state);
        }
    }
    return whole ? whole : alone;
}

static GxMade *
make (const GxDictionary *self, const char *id, const GxEntity *state, const GxBody *body)
{
    GxMade *made = g_new0 (GxMade, 1);
    const GxEntity *row = gx_dictionary_find (self, id);
    made->answer = row ? row : find_row (self, state, body);
    if (made->answer)
        return made;

    made->own.id = g_strdup (id);
    made->own.type = GX_ENTITY_INSTITUTION;
    made->own.name = join (state->name, body->name);
    made->own.english = *state->english && *body->english ? g_strconcat (state->english, " ", body->english, NULL) : g_strdup ("");
    made->own.country = g_strdup (state->id);
    made->answer = &made->own;
    return made;
}

void
gx_made_free (GxMade *self)
{
    if (!self)
        return;
    g_free ((char *)self->own.id);
    g_free ((char *)self->own.name);
    g_free ((char *)self->own.english);
    g_free ((char *)self->own.country);
    g_free (self);
}

const GxEntity *
gx_lexicon_state_body (const GxDictionary *self, const GxEntity *state, const GxBody *body)
{
    g_autofree char *id = g_strconcat (state->id, "+", body->id, NULL);
    pthread_mutex_t *lock = (pthread_mutex_t *)&self->made_lock;

    if (pthread_mutex_lock (lock) != 0) /* never, on a lock of this kind */
        g_assert_not_reached ();
    GxMade *made = g_hash_table_lookup (self->made, id);
    if (!made) {
        made = make (self, id, state, body);
        g_hash_table_insert (self->made, g_steal_pointer (&id), made);
    }
    if (pthread_mutex_unlock (lock) != 0)
        g_assert_not_reached ();
    return made->answer;
}
