/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/exchange.h - names from files of other programs, and for them.
 *
 * An import collects what any number of files say and writes it as a table of this project's own form (dictionary.h): rows sorted by id,
 * names in NFC. To an entity that the dictionary knows by its id it adds names, and the country and years only where these are not known.
 * Files are read line by line where their form allows it, so that a dump may be larger than memory; what is kept of it may not.
 *
 * Ownership  an import copies what it is given, but borrows its dictionary.
 * Errors     GX_ERROR_IO for a file that can't be read, GX_ERROR_FORMAT for one whose format is not told; a bad line stops nothing: it is
 * reported and passed over.
 * Threads    one thread at a time. */
#pragma once

#include <guanxi/dictionary.h>
#include <guanxi/output.h>

G_BEGIN_DECLS

typedef struct _GxImport GxImport;

/** What became of what was read. */
typedef struct {
    guint n_entities;  /**< rows of the table */
    guint n_names;     /**< their names */
    guint n_malformed; /**< lines that are not what the format says: reported */
    guint n_other;     /**< entities that are no person, state or institution */
    guint n_untyped;   /**< names of which the file doesn't tell the type, and nobody did */
    guint n_nameless;  /**< entities without a name, or (Wikidata) without one in a language that is read */
    guint n_unfit;     /**< names that no table can hold: `-x`, `a|b`, nothing but punctuation */
    guint n_places;    /**< places taken for states though the dictionary knows no state of that name */
    guint n_countries; /**< countries left out because no state is known by that code or name */
} GxImportCounts;

/** The names of the formats that can be read; NULL-terminated. */
const char *const *gx_import_formats (void);
/** An empty import. Countries are looked up in dictionary, which must outlive it. type (or NULL) is that of names whose file tells none.
 * report (or NULL) is told of bad lines. */
GxImport *gx_import_new (const GxDictionary *dictionary, const GxEntityType *type, GxFindingFunc report, gpointer user_data);
void gx_import_free (GxImport *self);
/** From now on who comes without an id is the entity of the same type that the dictionary knows by one of the names, if it is one alone. */
void gx_import_join (GxImport *self);
/** Reads the file at path (`-`: standard input); format NULL: told by its name and first bytes. What it says of an entity that is known
 * already is added to that. O(bytes). */
gboolean gx_import_read (GxImport *self, const char *format, const char *path, GError **error);
/** Writes the table, header first. O(n log n). */
void gx_import_write (GxImport *self, GxWriter *writer);
/** Complete after gx_import_write(). */
GxImportCounts gx_import_counts (const GxImport *self);

/** What is given to other programs. */
typedef struct {
    guint types;   /**< bits of 1 << GxEntityType; 0: all */
    guint without; /**< GxAliasFlags of names that are left out */
} GxNamesOptions;

/** The names of the formats that can be written; NULL-terminated. */
const char *const *gx_names_formats (void);
/** Whether a format is a folder of files rather than one. */
gboolean gx_names_format_is_folder (const char *format);
/** Writes the names of a dictionary, entities by id, in a format that is one file. One-character abbreviations, which mean nothing without
 * the grammar, are left out. O(names). */
void gx_names_write (const GxDictionary *dictionary, const char *format, const GxNamesOptions *options, GxWriter *writer);
/** The same for a format that is a folder: adds its files to output, which is not committed. */
gboolean gx_names_write_folder (const GxDictionary *dictionary, const char *format, const GxNamesOptions *options, GxOutput *output,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxImport, gx_import_free)
G_END_DECLS
