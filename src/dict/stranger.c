/* SPDX-License-Identifier: GPL-3.0-or-later
 * stranger.c - entities for people whom no table knows.
 *
 * Threads    entities are kept under the dictionary's lock, so that one name is always one entity. */
#include "dictionary-private.h"

const GxEntity *
gx_lexicon_stranger (const GxDictionary *self, const char *name)
{
    pthread_mutex_t *lock = (pthread_mutex_t *)&self->made_lock;

    if (pthread_mutex_lock (lock) != 0) /* never, on a lock of this kind */
        g_assert_not_reached ();
    GxMade *made = g_hash_table_lookup (self->made, name);
    if (!made) {
        made = g_new0 (GxMade, 1);
        made->answer = gx_dictionary_find (self, name);
        made->own.id = g_strdup (name);
        made->own.type = GX_ENTITY_PERSON;
        made->own.name = g_strdup (name);
        made->own.english = g_strdup ((guchar)*name < 0x80 ? name : "");
        made->own.country = g_strdup ("");
        made->surname = gx_surname_of (self->tables, name);
        if (!made->answer)
            made->answer = &made->own;
        g_hash_table_insert (self->made, g_strdup (name), made);
    }
    if (pthread_mutex_unlock (lock) != 0)
        g_assert_not_reached ();
    return made->answer;
}
