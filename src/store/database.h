/* SPDX-License-Identifier: GPL-3.0-or-later
 * database.h - the SQLite file behind a store: its tables, and running statements on it.
 *
 * Errors     GX_ERROR_IO when the system refuses, GX_ERROR_STORE when the file is not what it should be; both start with the file's name.
 */
#pragma once

#include <guanxi/error.h>
#include <guanxi/str.h>

#include <sqlite3.h>

/** An open file. */
typedef struct {
    sqlite3 *handle;
    char *path;
} GxDatabase;

/** Makes the tables in the empty file at path, called name in messages, and begins the one transaction. */
GxDatabase *gx_database_create (const char *path, const char *name, GError **error);
/** Writes the indices and ends the transaction. */
gboolean gx_database_commit (GxDatabase *self, GError **error);
/** Opens a file for reading; checks that it is a store of this version. */
GxDatabase *gx_database_open (const char *path, GError **error);
void gx_database_free (GxDatabase *self);

/** A value to put into a statement. */
typedef struct {
    enum { GX_VALUE_NUMBER, GX_VALUE_TEXT } type;
    gint64 number;
    GxStr text; /**< data NULL: no value */
} GxValue;

static inline GxValue
gx_value_number (gint64 number)
{
    GxValue value = { .type = GX_VALUE_NUMBER, .number = number };
    return value;
}

static inline GxValue
gx_value_str (GxStr text)
{
    GxValue value = { .type = GX_VALUE_TEXT, .text = text };
    return value;
}

/** Of a terminated string, or of nothing (NULL). */
static inline GxValue
gx_value_text (const char *text)
{
    GxStr str = { text, text ? strlen (text) : 0 };
    return gx_value_str (str);
}

/** A statement; the caller's. */
sqlite3_stmt *gx_database_prepare (const GxDatabase *self, const char *sql, GError **error);
/** Puts values into the statement's places, from the first on. Texts must live until the statement is run. */
gboolean gx_database_bind (const GxDatabase *self, sqlite3_stmt *statement, const GxValue *values, guint n_values, GError **error);
/** Runs a statement that gives no rows, once for these values, and makes it ready for the next. */
gboolean gx_database_run (const GxDatabase *self, sqlite3_stmt *statement, const GxValue *values, guint n_values, GError **error);

/** What the next step of a statement gave. */
typedef enum { GX_STEP_ROW, GX_STEP_END, GX_STEP_FAILED } GxStep;
GxStep gx_database_step (const GxDatabase *self, sqlite3_stmt *statement, GError **error);

/** A column as a size; FALSE with GX_ERROR_STORE when it is negative. */
gboolean gx_database_size (const GxDatabase *self, sqlite3_stmt *statement, int column, gsize *size, GError **error);
/** A column's text, NULL when there is none; borrowed until the next step. */
const char *gx_database_text (sqlite3_stmt *statement, int column);
/** Sets GX_ERROR_STORE `PATH: damaged: what`; FALSE. */
gboolean gx_database_damaged (const GxDatabase *self, const char *what, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxDatabase, gx_database_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)
