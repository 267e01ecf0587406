/* SPDX-License-Identifier: GPL-3.0-or-later
 * tidy.h - how tables are written: told as doubts by `dict check`, repaired by `--fix`. Both are the same code.
 *
 * Nothing is changed that would be read in another way, and no line that is not a sound row. */
#pragma once

#include "check.h"

/** Told of a change: its sort, 1-based line, and what is wrong there. */
typedef void (*GxTidyFunc) (GxCheck check, guint line, const char *message, gpointer user_data);

/** Whether all is told that is wrong, or only what is changed: rows among lines that are none are not sorted, nor is chosen among marks. */
typedef enum { GX_TIDY_LOOK, GX_TIDY_REPAIR } GxTidyMode;

/** What a cell holds, by its column. */
typedef enum {
    GX_TIDY_PLAIN,     /**< ids, years, notes: blanks at the edges and invisible characters */
    GX_TIDY_TEXT,      /**< a name, a word */
    GX_TIDY_LABEL,     /**< the column name of entities and bodies: in simplified characters */
    GX_TIDY_ALIASES,   /**< a|~b|-c */
    GX_TIDY_UNTOUCHED, /**< blanks at the edges alone: rows of contexts and affixes */
} GxTidyCell;

/** A row under way. */
typedef struct {
    guint line;
    GxTidyMode mode;
    GxTidyFunc tell;
    gpointer user_data;
    GHashTable *labels; /**< name and en of the row, tidied: the set of what its aliases need not repeat; owned by the caller */
} GxTidyRow;

/** Tidies a cell in place; column is its name, for messages. Aliases come after the labels of their row. */
void gx_tidy_cell (GxTidyRow *row, GxTidyCell kind, const char *column, GString *cell);
/** The table as it should be written; NULL when it is that already, or no table. The caller's, g_string_free(). O(n log n). */
GString *gx_tidy_table (GxStr text, GxTidyMode mode, GxTidyFunc tell, gpointer user_data);
/** Tells of every table what would be repaired. */
void gx_tidy_look (GxDictionaryBase base, const char *const *paths, GxFindings *findings);
