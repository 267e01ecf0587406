/* SPDX-License-Identifier: GPL-3.0-or-later
 * dictionary-private.h - what a dictionary is made of. */
#pragma once

#include "affixes.h"
#include "forms.h"

#include <pthread.h>

/** What gx_lexicon_state_body() found or made, or gx_lexicon_stranger() made. */
typedef struct {
    const GxEntity *answer;
    GxEntity own; /**< filled when no row had it */
} GxMade;
void gx_made_free (GxMade *self);

struct _GxDictionary {
    GxTables *tables;
    GPtrArray *sorted; /* const GxEntity, by id */
    GxForms *forms;
    GxAffixes *affixes;
    GHashTable *name_characters;             /* characters that transliterated names are made of -> in how many names with dots */
    GHashTable *short_states, *short_people; /* character -> GPtrArray of GxEntity, NULL-terminated */

    /* The only part that changes after loading, and the only lock: POSIX's, which thread sanitizers can see. */
    pthread_mutex_t made_lock;
    GHashTable *made; /* id -> GxMade */
};

/** Counts the characters of people's names with dots: stranger.c. The caller's. */
GHashTable *gx_name_characters_find (const GxTables *tables);
/** Finds the surnames of all people. */
void gx_surnames_find (GxTables *tables);

/** How many tables of the library belong to a base: they are the first ones. */
guint gx_builtin_count (GxDictionaryBase base);
/** The table with this number, and its bytes, which live as long as the program; FALSE when it can't be found. */
gboolean gx_builtin_read (guint number, const char **name, GxStr *text, GError **error);

/** Reads and merges all tables; NULL when there was an error. */
GxTables *gx_dictionary_read_tables (GxDictionaryBase base, const char *const *paths, GxFindings *findings);
