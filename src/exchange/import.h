/* SPDX-License-Identifier: GPL-3.0-or-later
 * import.h - what an import keeps, between the file that collects and the one that writes. */
#pragma once

#include "foreign.h"

/** A name that is kept: cleaned, marked where it must be. */
typedef struct {
    char *text, *folded, *language;
    guint flags;
} GxKeptName;

/** An entity that is kept. */
typedef struct {
    char *id; /**< NULL until it is named by its name */
    GxEntityType type;
    gboolean is_place;
    GArray *names;    /**< GxKeptName */
    GHashTable *seen; /**< the texts of names, once there are many; else NULL */
    char *country;    /**< as the file has it */
    gint since, until;
} GxImportedRow;

struct _GxImport {
    const GxDictionary *dictionary;
    GxForeignType type; /**< of names whose file tells none */
    gboolean joins;     /**< whether names without an id take that of the dictionary */
    GxFindingFunc report;
    gpointer user_data;
    GxImportCounts counts;
    char *path; /**< of the file that is read */
    guint line;
    GHashTable *codes;
    GPtrArray *rows;   /**< GxImportedRow */
    GHashTable *index; /**< who it is -> GxImportedRow */
};

/** Whether the dictionary has text as a name of this entity, folded. */
gboolean gx_import_bears (const GxImport *self, const GxEntity *entity, const char *text);
/** Text in NFC, on one line, trimmed; NULL when it is not UTF-8. The caller's. */
char *gx_import_clean (GxStr text);
/** Small letters and digits of text with `-` between, accents taken off; the caller's. keep: characters that stay as they are, case too. */
char *gx_import_slug (const char *text, const char *keep);
