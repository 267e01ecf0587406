/* SPDX-License-Identifier: GPL-3.0-or-later
 * foreign.h - how a file of another program is read and written.
 *
 * A format is a row of the table in formats.c and a file of that name. Its reader gets lines (or, for what is no text of lines, the whole
 * file), fills a GxForeignRecord for each entity and gives it to gx_import_take(), which cleans the names, finds who it is and keeps it. A
 * line that makes no sense goes to gx_import_complain(). No reader looks at another one or at tables.
 *
 * Ownership  a record owns its strings; gx_import_take() empties it. */
#pragma once

#include <guanxi/exchange.h>
#include <guanxi/str.h>

/** What an entity is: as GxEntityType, or one of the others; the surest first. */
typedef enum {
    GX_TYPE_PERSON = GX_ENTITY_PERSON,
    GX_TYPE_STATE = GX_ENTITY_STATE,
    GX_TYPE_INSTITUTION = GX_ENTITY_INSTITUTION,
    GX_TYPE_PLACE, /**< a state, town or region: taken for a state, and counted when no such state is known */
    GX_TYPE_OTHER, /**< none of all: left out, and counted */
    GX_TYPE_UNTOLD /**< the file doesn't say */
} GxForeignType;

/** A name as it is found. */
typedef struct {
    char *text;
    char *language; /**< `zh-hans`, `en` …; NULL: not told */
    guint flags;    /**< GxAliasFlags: GX_ALIAS_CONTEXT, GX_ALIAS_EXACT */
} GxForeignName;

/** An entity as a reader fills it in. */
typedef struct {
    char *id; /**< of Wikidata, or what the file calls it; NULL: none, its first name tells who it is */
    GxForeignType type;
    GArray *names;     /**< GxForeignName, the most important first */
    char *country;     /**< id, ISO code or English name; NULL: none */
    gint since, until; /**< years; 0: open */
} GxForeignRecord;

GxForeignRecord *gx_foreign_record_new (void);
void gx_foreign_record_free (GxForeignRecord *self);
/** Makes it a record of nobody. */
void gx_foreign_record_clear (GxForeignRecord *self);
void gx_foreign_record_add_name (GxForeignRecord *self, GxStr text, const char *language, guint flags);
/** Replaces a string of the record by a copy. */
void gx_foreign_record_set (char **field, GxStr text);
/** Widens the years by these (0: open, or unknown). */
void gx_foreign_record_add_years (GxForeignRecord *self, gint since, gint until);

/** Takes what a record says, and clears it. O(names). */
void gx_import_take (GxImport *self, GxForeignRecord *record);
/** Tells that the line that is being read (or, line > 0, this one) makes no sense, and counts it. */
void gx_import_complain (GxImport *self, guint line, const char *format, ...) G_GNUC_PRINTF (3, 4);
/** The file that is being read, and its line. */
const char *gx_import_path (const GxImport *self);
guint gx_import_line (const GxImport *self);
/** The id of the state with this code of ISO 3166 (two or three letters of any case) or CAMEO; NULL when there is none. */
const char *gx_import_country (const GxImport *self, GxStr code);
/** Whether the dictionary has an entity with this id. */
gboolean gx_import_knows (const GxImport *self, const char *id);
/** The id of a state that the dictionary knows by this name; NULL when it knows none. */
const char *gx_import_state_named (const GxImport *self, const char *name);

/** What a word that other programs use for the type of an entity (`ORG`, `person`, `Company`) means, whatever its case;
 * GX_TYPE_OTHER when it is not known. */
GxForeignType gx_foreign_type (GxStr word);
/** What the id of a class of Wikidata means; GX_TYPE_OTHER when it is not known. */
GxForeignType gx_foreign_class (const char *id);
/** The year at the start of an ISO date, with or without a sign (`+1946-06-14T00:00:00Z`); 0 when there is none. */
gint gx_foreign_year (GxStr date);
/** The last part of an address: Q30 of http://www.wikidata.org/entity/Q30. */
GxStr gx_foreign_tail (GxStr address);
/** Without white space at its ends. */
GxStr gx_foreign_trim (GxStr text);

/** A format that is read. What its reader keeps from line to line is its own. */
typedef struct {
    /** How sure it is, 0 to 100, that a file with this name and these first bytes (up to GX_HEAD_BYTES) is of its format. */
    guint (*judge) (const char *path, GxStr head);
    /** Reads a file as a whole; NULL: line by line. */
    gboolean (*read) (GxImport *import, const char *path, GError **error);
    /** What it keeps; NULL when it keeps nothing. */
    gpointer (*start) (GxImport *import);
    /** Reads a line, which is UTF-8 without its end and not blank. */
    void (*line) (GxImport *import, gpointer state, GxStr line);
    /** Takes what is still to be taken and frees what was kept. */
    void (*finish) (GxImport *import, gpointer state);
} GxForeignReader;

/** The start and finish of a reader that keeps nothing but a record. */
gpointer gx_foreign_start (GxImport *import);
void gx_foreign_finish (GxImport *import, gpointer record);

/** Bytes a format is told by. */
#define GX_HEAD_BYTES 4096

extern const GxForeignReader gx_read_spacy, gx_read_gate, gx_read_jieba, gx_read_petrarch, gx_read_wikidata, gx_read_sparql, gx_read_ftm,
    gx_read_skos, gx_read_cortext, gx_read_vosviewer, gx_read_list;

/** Gives every line of the file at path (`-`: standard input) that is UTF-8 and not blank to a function; others are complained of. While it
 * does, gx_import_path() is path. */
gboolean gx_import_each_line (GxImport *import, const char *path, void (*line) (GxImport *import, gpointer state, GxStr line),
                              gpointer state, GError **error);

/** A format that is written: one file (write) or a folder of them (write_folder). */
typedef struct {
    const char *name;
    void (*write) (const GxDictionary *dictionary, const GxNamesOptions *options, GxWriter *writer);
    gboolean (*write_folder) (const GxDictionary *dictionary, const GxNamesOptions *options, GxOutput *output, GError **error);
} GxForeignWriter;

extern const GxForeignWriter gx_write_spacy, gx_write_gate, gx_write_jieba;

/** Told of a name that is to be written. */
typedef void (*GxNameFunc) (const GxEntity *entity, const char *name, gpointer user_data);
/** Gives every name that options ask for to a function, entities by id. */
void gx_names_each (const GxDictionary *dictionary, const GxNamesOptions *options, GxNameFunc take, gpointer user_data);
