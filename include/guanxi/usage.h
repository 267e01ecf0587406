/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/usage.h - how names of a dictionary are used in texts: how often each stands there, alone or inside longer words.
 *
 * A name fires wherever it stands in a sentence and no longer name, title or phrase of the tables does; in scripts that write words apart,
 * as a whole word. It is inside longer words when a word of ICU's dictionary crosses one of its edges: 其[他信]息, 要[求是].
 *
 * Ownership  a usage borrows its dictionary; what it hands out ends with it.
 * Threads    one thread at a time. */
#pragma once

#include <guanxi/reading.h>

G_BEGIN_DECLS

typedef struct _GxUsage GxUsage;

/** How a name is used. Strings are never NULL. */
typedef struct {
    const char *name;             /**< as written in a table, without marks */
    guint flags;                  /**< GxAliasFlags */
    const GxEntity *entity;       /**< who bears it, by id the first of them */
    guint n_entities;             /**< how many do */
    guint64 fires, inside;        /**< how often it stands there; how often of these inside a longer word */
    guint64 read;                 /**< how often of these the matcher made it a mention, if the readings had any */
    const char *document, *words; /**< an example, inside words if there is one: document, and the words that hold the name */
    gsize byte;                   /**< of the document's source */
    const char *file;             /**< where the name stands */
    guint line;
    gboolean is_doubtful; /**< a name of fewer than 4 Han characters, no state's and without a mark, that words swallow 6 times in 10 */
} GxUse;

/** Nothing is counted yet. Names are those of the tables at paths, or when there are none, of all tables: as in gx_dictionary_check().
 * Dictionary must have been loaded from base and paths. O(total names). */
GxUsage *gx_usage_new (const GxDictionary *dictionary, GxDictionaryBase base, const char *const *paths);
void gx_usage_free (GxUsage *self);
/** Counts the names in a document that was read. O(text). */
void gx_usage_add (GxUsage *self, const GxReading *reading);
/** The names that stand in the texts: doubtful ones first, then the most swallowed, then the commonest. The caller's, g_free(). O(n log n).
 */
GxUse *gx_usage_list (const GxUsage *self, guint *n_uses);
/** Tells the doubtful names as gx_dictionary_check() tells doubts, by file and line. */
void gx_usage_doubt (const GxUsage *self, GxFindingFunc report, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxUsage, gx_usage_free)
G_END_DECLS
