/* SPDX-License-Identifier: GPL-3.0-or-later
 * stranger.c - people whom no table knows: which characters their transliterated names are made of, and entities for them.
 *
 * Threads    entities are kept under the dictionary's lock, so that one name is always one entity. */
#include "dictionary-private.h"

#include <string.h>

/* A character is one of transliterations when it stands in one of so many names with dots: more names bring more rare ones (梯也尔). */
#define NAMES_A_USE 1200
#define FEWEST_USES 3
#define DOT         "·"

static void
count_characters (GHashTable *uses, const char *name)
{
    g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
    for (const char *at = name; *at; at = g_utf8_next_char (at)) {
        gpointer key = GUINT_TO_POINTER (g_utf8_get_char (at));
        if (g_hash_table_add (known, key))
            g_hash_table_insert (uses, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (uses, key)) + 1));
    }
}

static gboolean
is_rare (gpointer G_GNUC_UNUSED character, gpointer uses, gpointer fewest)
{
    return GPOINTER_TO_UINT (uses) < GPOINTER_TO_UINT (fewest);
}

GHashTable *
gx_name_characters_find (const GxTables *tables)
{
    GHashTable *uses = g_hash_table_new (NULL, NULL);
    guint n_names = 0;

    for (guint i = 0; i < tables->entities->len; i++) {
        const GxEntityRow *row = tables->entities->pdata[i];
        for (guint n = 0; row->entity.type == GX_ENTITY_PERSON && n < row->names->len; n++) {
            const char *name = g_array_index (row->names, GxNameRow, n).folded;
            if (strstr (name, DOT)) {
                count_characters (uses, name);
                n_names++;
            }
        }
    }
    g_hash_table_foreach_remove (uses, is_rare, GUINT_TO_POINTER (MAX (FEWEST_USES, n_names / NAMES_A_USE)));
    return uses;
}

gboolean
gx_lexicon_is_name_character (const GxDictionary *self, gunichar c)
{
    return g_hash_table_contains (self->name_characters, GUINT_TO_POINTER (c));
}

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
        made->own.english = g_strdup ("");
        made->own.country = g_strdup ("");
        if (!made->answer)
            made->answer = &made->own;
        g_hash_table_insert (self->made, g_strdup (name), made);
    }
    if (pthread_mutex_unlock (lock) != 0)
        g_assert_not_reached ();
    return made->answer;
}
