/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/dictionary.h - entities, all the names they go by, and the rules of context.
 *
 * Tables are tab-separated UTF-8 with a header line; the header tells which table it is. The built-in ones are part of the library.
 *
 * Ownership  a dictionary owns its strings and entities; what it hands out is borrowed and ends with it.
 * Errors     GX_ERROR_DICTIONARY with `file:line: reason`, GX_ERROR_IO; nothing is half loaded.
 * Threads    any number of threads may use it. */
#pragma once

#include <guanxi/entity.h>
#include <guanxi/error.h>

G_BEGIN_DECLS

typedef struct _GxDictionary GxDictionary;

/** Whether the built-in tables are loaded before the user's own. The one of affixes, which name nobody, always is. */
typedef enum { GX_DICTIONARY_BUILTIN, GX_DICTIONARY_OWN_ONLY } GxDictionaryBase;

/** Reads the tables at paths (NULL-terminated, or NULL for none) on top of base; a later table adds to or corrects an earlier one. O(total
 * bytes). */
GxDictionary *gx_dictionary_load (GxDictionaryBase base, const char *const *paths, GError **error);
void gx_dictionary_free (GxDictionary *self);

/** The entity with this id, or NULL. O(1). */
const GxEntity *gx_dictionary_find (const GxDictionary *self, const char *id);
/** The entities, sorted by id (byte order). */
const GxEntity *const *gx_dictionary_entities (const GxDictionary *self, guint *n_entities);

/** How bad a finding is. */
typedef enum { GX_FINDING_ERROR, GX_FINDING_WARNING } GxFindingLevel;
/** Told of one finding: `file`, 1-based `line`, and what is wrong with it. */
typedef void (*GxFindingFunc) (GxFindingLevel level, const char *file, guint line, const char *message, gpointer user_data);
/** Checks tables as gx_dictionary_load() would, but reports every fault, not only the first, and doubtful rows too (a name claimed
 *  by two entities, a one-character alias outside `short`, …). Doubts about the built-in tables are told only when paths is empty. Returns
 * the number of errors. */
guint gx_dictionary_check (GxDictionaryBase base, const char *const *paths, GxFindingFunc report, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxDictionary, gx_dictionary_free)
G_END_DECLS
