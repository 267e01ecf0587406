/* SPDX-License-Identifier: GPL-3.0-or-later
 * stranger.c - entities for people and institutions whom no table knows.
 *
 * Threads    entities are kept under the dictionary's lock, so that one name is always one entity. */
#include "dictionary-private.h"

#include "fold.h"

#include <string.h>

/* The only institution of the tables that goes by a name without doubt, or NULL. */
static const GxEntity *
find_institution (const GxDictionary *self, const char *name)
{
    g_autofree char *folded = gx_fold_name (name);
    const GxForm *form = gx_forms_find (self->forms, folded, strlen (folded));
    const GxEntity *only = NULL;

    for (guint i = 0; form && i < form->n_readings; i++) {
        const GxFormReading *reading = &form->readings[i];
        if (reading->kind != GX_FORM_NAME || reading->entity->type != GX_ENTITY_INSTITUTION || (reading->flags & GX_ALIAS_CONTEXT))
            continue;
        if (only && only != reading->entity)
            return NULL;
        only = reading->entity;
    }
    return only;
}

static GxMade *
make (const GxDictionary *self, const char *name, GxEntityType type)
{
    GxMade *made = g_new0 (GxMade, 1);

    made->answer = type == GX_ENTITY_INSTITUTION ? find_institution (self, name) : NULL;
    if (!made->answer)
        made->answer = gx_dictionary_find (self, name);
    made->own.id = g_strdup (name);
    made->own.type = type;
    made->own.name = g_strdup (name);
    made->own.english = g_strdup ((guchar)*name < 0x80 ? name : "");
    made->own.country = g_strdup ("");
    made->surname = type == GX_ENTITY_PERSON ? gx_surname_of (self->tables, name) : NULL;
    if (!made->answer)
        made->answer = &made->own;
    return made;
}

const GxEntity *
gx_lexicon_unlisted (const GxDictionary *self, const char *name, GxEntityType type)
{
    /* No name holds the mark behind the type, nor does the id of a body that was made. */
    g_autofree char *key = g_strdup_printf ("%d\n%s", (gint)type, name);
    pthread_mutex_t *lock = (pthread_mutex_t *)&self->made_lock;

    if (pthread_mutex_lock (lock) != 0) /* never, on a lock of this kind */
        g_assert_not_reached ();
    GxMade *made = g_hash_table_lookup (self->made, key);
    if (!made) {
        made = make (self, name, type);
        g_hash_table_insert (self->made, g_steal_pointer (&key), made);
    }
    if (pthread_mutex_unlock (lock) != 0)
        g_assert_not_reached ();
    return made->answer;
}

const GxEntity *
gx_lexicon_stranger (const GxDictionary *self, const char *name)
{
    return gx_lexicon_unlisted (self, name, GX_ENTITY_PERSON);
}
