/* SPDX-License-Identifier: GPL-3.0-or-later
 * tables.h - all that the tables say, merged, before it is compiled: who has which names, in the order in which they were read.
 *
 * Ownership  GxTables owns every string and row. Rows keep their address. */
#pragma once

#include "lexicon.h"
#include "table-reader.h"

/** A name of an entity or a body. */
typedef struct {
    const char *text;   /**< as written, without marks */
    const char *folded; /**< set by gx_tables_fold() */
    guint flags;        /**< GxAliasFlags */
    GxPlace place;
} GxNameRow;

/** A one-character abbreviation. */
typedef struct {
    gunichar c;       /**< folded */
    const char *text; /**< the same, terminated */
    GxPlace place;
} GxShortRow;

/** A table that was read. */
typedef struct {
    const char *name;
    GxRowsKind kind;
    guint n_rows;
} GxTableRow;

/** Where an entity or body keeps its labels. */
typedef struct {
    const char **name, **english;
} GxLabels;

/** An entity and its names; the entity comes first, so that its address is the row's. */
typedef struct {
    GxEntity entity;
    GArray *names;  /**< GxNameRow */
    GArray *shorts; /**< GxShortRow */
    GxPlace place, country_place;
    const char *surname; /**< folded; NULL when it has none in Han characters */
    const char *role;    /**< of a person: the note, folded; "" without */
} GxEntityRow;

/** A body and its names. */
typedef struct {
    GxBody body;
    GArray *names; /**< GxNameRow */
    GxPlace place;
} GxBodyRow;

/** A phrase, title, surname or affix. */
typedef struct {
    const char *text; /**< folded; NULL when a later table took it away */
    GxTitlePosition position;
    GxPlace place;
} GxWordRow;

/** Words in table order. */
typedef struct {
    GArray *rows;      /**< GxWordRow */
    GHashTable *index; /**< folded text -> 1 + index of the row */
} GxWordList;

/** What a row of words.tsv says, which only checks read. */
typedef enum {
    GX_WORD_NAME,   /**< a word that is nearly always a name */
    GX_WORD_COMMON, /**< a character that begins and ends many words */
    GX_N_WORDS
} GxWordKind;

/** Everything read. */
typedef struct {
    GStringChunk *strings;
    char *bytes;         /**< of compiled tables, where the strings are theirs; or NULL */
    GPtrArray *entities; /**< GxEntityRow */
    GHashTable *entity_index;
    GPtrArray *bodies; /**< GxBodyRow */
    GHashTable *body_index;
    GxWordList phrases, titles, surnames, affixes[GX_N_AFFIXES], words[GX_N_WORDS];
    GArray *contexts;       /**< GxContextRow */
    GArray *context_places; /**< GxPlace of each */
    GHashTable *context_index;
    GArray *files; /**< GxTableRow, those of them that have a header */
    guint n_files;
} GxTables;

GxTables *gx_tables_new (void);
void gx_tables_free (GxTables *self);

/** Reads one table, whose name is file; faults go to findings. O(len). */
void gx_tables_read (GxTables *self, const char *file, GxStr text, GxFindings *findings);
/** Folds all names and looks at what only shows when all tables are read: countries, names that fold to nothing. O(total bytes). */
void gx_tables_fold (GxTables *self, GxFindings *findings);

/** Reads the rows of an entity table; of a table of bodies; of phrases, titles or surnames; of contexts; of affixes; of words. */
void gx_tables_read_entities (GxTables *self, GxTableReader *reader, GxFindings *findings);
void gx_tables_read_bodies (GxTables *self, GxTableReader *reader, GxFindings *findings);
void gx_tables_read_words (GxTables *self, GxTableReader *reader, GxFindings *findings);
void gx_tables_read_contexts (GxTables *self, GxTableReader *reader, GxFindings *findings);
void gx_tables_read_affixes (GxTables *self, GxTableReader *reader, GxFindings *findings);
void gx_tables_read_known_words (GxTables *self, GxTableReader *reader, GxFindings *findings);

/** The tables' own copy of text; "" for "". */
const char *gx_tables_keep (GxTables *self, const char *text);
/** A new row without names, which no index knows yet. */
GxEntityRow *gx_tables_add_entity (GxTables *self);
GxBodyRow *gx_tables_add_body (GxTables *self);
/** Whether the states of a row of contexts.tsv of this kind are ids (`Q334|Q833`), not characters. */
gboolean gx_context_kind_has_ids (const char *kind);
/** Whether text has neither control characters nor is empty; what names the cell in the message. */
gboolean gx_tables_text_is_sound (GxFindings *findings, GxPlace place, const char *what, const char *text);
/** Replaces labels by name and english where these are not empty, and has them among the names. */
void gx_tables_set_labels (GxTables *self, GArray *names, GxLabels labels, const char *name, const char *english, GxPlace place);
/** Adds the aliases of a cell `a|~b|-c` to names. */
void gx_tables_add_aliases (GxTables *self, GArray *names, const char *aliases, GxPlace place, GxFindings *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxTables, gx_tables_free)
