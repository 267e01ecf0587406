/* SPDX-License-Identifier: GPL-3.0-or-later
 * dictionary-private.h - what a dictionary is made of. */
#pragma once

#include "affixes.h"
#include "forms.h"
#include "own-tables.h"

#include <pthread.h>

/** What gx_lexicon_state_body() found or made, or gx_lexicon_unlisted() made. */
typedef struct {
    const GxEntity *answer;
    GxEntity own;        /**< filled when no row had it */
    const char *surname; /**< of a person: in Han characters, folded, or NULL */
} GxMade;
void gx_made_free (GxMade *self);

struct _GxDictionary {
    GxTables *tables;
    GPtrArray *sorted; /* const GxEntity, by id */
    GxForms *forms;
    GxAffixes *affixes;
    GHashTable *short_states, *short_people; /* character -> GPtrArray of GxEntity, NULL-terminated */

    /* The only part that changes after loading, and the only lock: POSIX's, which thread sanitizers can see. */
    pthread_mutex_t made_lock;
    GHashTable *made; /* id -> GxMade */
};

/** Finds the surnames of all people. */
void gx_surnames_find (GxTables *tables);
/** The surname of surnames.tsv that a (folded) name of two to four Han characters begins with, or NULL. */
const char *gx_surname_of (const GxTables *tables, const char *name);

/** How many tables of the library belong to a base: they are the first ones. */
guint gx_builtin_count (GxDictionaryBase base);
/** The table with this number, and its bytes, which live as long as the program; FALSE when it can't be found. */
gboolean gx_builtin_read (guint number, const char **name, GxStr *text, GError **error);

/** The dictionary of tables whose surnames are found and of their forms; takes over both. O(n log n) of the entities. */
GxDictionary *gx_dictionary_new (GxTables *tables, GxForms *forms);
/** Reads and merges all tables, the user's last; the same with tables (GxOwnTable) whose bytes are read already. */
GxTables *gx_dictionary_read_tables (GxDictionaryBase base, const char *const *paths, GxFindings *findings);
GxTables *gx_dictionary_merge_tables (GxDictionaryBase base, const GPtrArray *own, GxFindings *findings);
