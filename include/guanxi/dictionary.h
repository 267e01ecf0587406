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

/** Whether the built-in tables are loaded before the user's own. Those of affixes, candidates, suggestions and words, which name nobody,
 * always are. */
typedef enum { GX_DICTIONARY_BUILTIN, GX_DICTIONARY_OWN_ONLY } GxDictionaryBase;

/** Reads the tables at paths (NULL-terminated, or NULL for none) on top of base; a later table adds to or corrects an earlier one. O(total
 * bytes). */
GxDictionary *gx_dictionary_load (GxDictionaryBase base, const char *const *paths, GError **error);
/** The same, but takes what was compiled the last time from a file in folder, which is made when it is not there (NULL: no file is read or
 * written). The file is used only when it is whole and the tables, the program and ICU are still the same; else it is made anew. Whatever
 * is wrong with it doesn't keep a dictionary from being loaded: note, if not NULL, then says it (the caller's, g_free()), else becomes
 * NULL. Any number of processes may use a folder. O(total bytes), several times faster when the file is used. */
GxDictionary *gx_dictionary_load_cached (GxDictionaryBase base, const char *const *paths, const char *folder, char **note, GError **error);
void gx_dictionary_free (GxDictionary *self);

/** The entity with this id, or NULL. O(1). */
const GxEntity *gx_dictionary_find (const GxDictionary *self, const char *id);
/** The entities, sorted by id (byte order). */
const GxEntity *const *gx_dictionary_entities (const GxDictionary *self, guint *n_entities);

/** How an alias may be used. */
typedef enum {
    GX_ALIAS_CONTEXT = 1 << 0, /**< `~`: only in context */
    GX_ALIAS_EXACT = 1 << 1,   /**< `=`: in exactly this case */
    GX_ALIAS_LABEL = 1 << 2,   /**< the entity's own name, not an alias */
    GX_ALIAS_SHORT = 1 << 3    /**< a one-character abbreviation, folded, of `short`; only gx_dictionary_names() tells it */
} GxAliasFlags;

/** A name of an entity and the row that says it last. Borrowed from the dictionary. */
typedef struct {
    const char *text; /**< as written, without marks */
    guint flags;      /**< GxAliasFlags */
    const char *file; /**< path of the table, or the bare name of a built-in one */
    guint line;       /**< 1-based */
} GxName;
/** The names of an entity of this dictionary in the order in which they were read, then its abbreviations; the caller's, g_free().
 * O(names). */
GxName *gx_dictionary_names (const GxDictionary *self, const GxEntity *entity, guint *n_names);

/** How a name was found. */
typedef enum {
    GX_FOUND_ID,   /**< it is the id */
    GX_FOUND_NAME, /**< it is a name, folded: width, case, traditional characters, dots don't matter */
    GX_FOUND_PART  /**< it is part of a name, folded */
} GxFoundHow;

/** What was found: an entity, or a word of another table. */
typedef struct {
    GxFoundHow how;
    const GxEntity *entity;  /**< NULL: a word */
    const char *word, *kind; /**< of a word: its text, and `body`, `title`, `phrase` or `surname`; else NULL */
    const char *file;        /**< where the word stands */
    guint line;
} GxFound;
typedef void (*GxFoundFunc) (const GxFound *found, gpointer user_data);
/** Tells what text is: the entity with this id; entities that bear it as a name, then words that are it, then entities that bear it as part
 * of a name; each sorted by id, an entity told once. Returns how many there are. O(total names). */
guint gx_dictionary_search (const GxDictionary *self, const char *text, GxFoundFunc report, gpointer user_data);

/** A line of the statistics: of all, or of the rows that have one thing in common. */
typedef struct {
    const char *by;    /**< `all`, `table`, `type`, `script`, `country`, `years` */
    const char *value; /**< name of the table or script, id of the country, …; "" for `all` */
    guint rows;        /**< entities; for `table`, rows of it; for `script`, entities with such a name */
    guint names;       /**< labels, aliases and abbreviations */
    guint aliases;     /**< those of them that are no label */
    guint marked;      /**< those of them that are marked `~` or `=` */
    guint wikidata;    /**< rows whose id is Wikidata's */
} GxDictionaryCount;
typedef void (*GxDictionaryCountFunc) (const GxDictionaryCount *count, gpointer user_data);
/** Counts what is in the tables, in the order of `by`; countries from the most rows to the fewest. O(total names). */
void gx_dictionary_count (const GxDictionary *self, GxDictionaryCountFunc report, gpointer user_data);

/** Whether an id is of Wikidata's form: Q and a number. */
gboolean gx_id_is_wikidata (const char *id);

/** How bad a finding is. */
typedef enum { GX_FINDING_ERROR, GX_FINDING_WARNING } GxFindingLevel;
/** Told of one finding: `file`, 1-based `line`, and what is wrong with it. */
typedef void (*GxFindingFunc) (GxFindingLevel level, const char *file, guint line, const char *message, gpointer user_data);
/** Checks tables as gx_dictionary_load() would, but reports every fault, not only the first, and doubtful rows too, with what to do and the
 * sort of doubt: `"旧邦" names both …: mark it with ~ in all but one [claimed]`. year: the present one, which no row should be later than;
 * 0: not known. Doubts about the built-in tables are told only when paths is empty. Returns the number of errors. O(total bytes). */
guint gx_dictionary_check (GxDictionaryBase base, const char *const *paths, guint year, GxFindingFunc report, gpointer user_data);

/** A sort of doubt. */
typedef struct {
    const char *name;  /**< as in brackets behind a message */
    const char *about; /**< what is looked for */
    const char *hint;  /**< what to do */
} GxCheckKind;
/** The sorts, counted from 0; NULL behind the last. */
const GxCheckKind *gx_dictionary_check_kind (guint number);

/** Sorts and normalises the table at path, in place: blanks, invisible characters, NFC, width, dots, traditional characters in the column
 * name, aliases that are empty or stand twice; rows by id (or what they are sorted by) with the comments above them. Lines that are no rows
 * of the table stay as they are; with one of those among them rows are not sorted, and a file that is no table stays whole. Each change is
 * reported as a warning. The file is replaced as a whole, and only when something changes. Returns the number of changes; -1 with error
 * set. O(n log n). */
gint gx_dictionary_repair (const char *path, GxFindingFunc report, gpointer user_data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxDictionary, gx_dictionary_free)
G_END_DECLS
