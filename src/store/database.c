/* SPDX-License-Identifier: GPL-3.0-or-later
 * database.c - the SQLite file behind a store. */
#include "database.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

/** `GuXi`: tells a store from other SQLite files. */
#define APPLICATION_ID 0x47755869
/** Of the tables below: a store of another version is built again. */
#define FORMAT_VERSION 3

/* Rows are numbered by us, in the order of the corpus, so that the bytes are the same every time. */
static const char schema[] =
    "CREATE TABLE documents (number INTEGER PRIMARY KEY, name TEXT NOT NULL, title TEXT, author TEXT, date TEXT,"
    " date_origin TEXT, site TEXT, kind TEXT, encoding TEXT, confidence INTEGER, replaced INTEGER, digest TEXT,"
    /* twin: the document that this one repeats, whose sentences stand for those of both */
    " sentences INTEGER NOT NULL, mentions INTEGER NOT NULL, twin INTEGER, similarity INTEGER, failure TEXT);"
    "CREATE TABLE entities (number INTEGER PRIMARY KEY, id TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL,"
    " english TEXT NOT NULL, country TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,"
    " mentions INTEGER NOT NULL);"
    /* the files inside a document that is made of several; start and end: its source bytes */
    "CREATE TABLE parts (document INTEGER NOT NULL, start INTEGER NOT NULL, \"end\" INTEGER NOT NULL, name TEXT NOT NULL,"
    " PRIMARY KEY (document, start)) WITHOUT ROWID;"
    "CREATE TABLE rules (number INTEGER PRIMARY KEY, name TEXT NOT NULL);"
    "CREATE TABLE block_types (number INTEGER PRIMARY KEY, name TEXT NOT NULL);"
    /* clean_start: of the sentence, in clean bytes; start and end: source bytes */
    "CREATE TABLE sentences (number INTEGER PRIMARY KEY, document INTEGER NOT NULL, block INTEGER NOT NULL,"
    " block_type INTEGER NOT NULL, clean_start INTEGER NOT NULL, start INTEGER NOT NULL, \"end\" INTEGER NOT NULL, text TEXT NOT NULL);"
    "CREATE TABLE mentions (number INTEGER PRIMARY KEY, document INTEGER NOT NULL, block INTEGER NOT NULL,"
    " block_type INTEGER NOT NULL, sentence INTEGER NOT NULL, entity INTEGER NOT NULL, rule INTEGER NOT NULL, clean_start INTEGER NOT NULL,"
    " clean_end INTEGER NOT NULL, start INTEGER NOT NULL, \"end\" INTEGER NOT NULL);"
    /* how texts name an entity */
    "CREATE TABLE names (text TEXT NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (text, entity)) WITHOUT ROWID;";

static const char indices[] = "CREATE INDEX mentions_entity ON mentions (entity);";

/** Whether it is the system that failed, not the file's content. */
static gboolean
is_system_failure (int code)
{
    return code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_CANTOPEN || code == SQLITE_READONLY || code == SQLITE_PERM ||
           code == SQLITE_AUTH || code == SQLITE_NOMEM || code == SQLITE_BUSY;
}

static void
fail (const GxDatabase *self, GError **error)
{
    int code = sqlite3_errcode (self->handle) & 0xFF;
    if (is_system_failure (code)) {
        int reason = sqlite3_system_errno (self->handle);
        g_set_error (error, GX_ERROR, GX_ERROR_IO, "%s: %s", self->path, reason ? g_strerror (reason) : sqlite3_errmsg (self->handle));
    } else if (code == SQLITE_NOTADB) {
        g_set_error (error, GX_ERROR, GX_ERROR_STORE, "%s: not a store of guanxi", self->path);
    } else {
        (void)gx_database_damaged (self, sqlite3_errmsg (self->handle), error);
    }
}

gboolean
gx_database_damaged (const GxDatabase *self, const char *what, GError **error)
{
    g_set_error (error, GX_ERROR, GX_ERROR_STORE, "%s: damaged: %s", self->path, what);
    return FALSE;
}

static gboolean
execute (const GxDatabase *self, const char *sql, GError **error)
{
    if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
        return TRUE;
    fail (self, error);
    return FALSE;
}

static GxDatabase *
open_file (const char *path, const char *name, int flags, GError **error)
{
    GxDatabase *self = g_new0 (GxDatabase, 1);
    self->path = g_strdup (name);
    if (sqlite3_open_v2 (path, &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
        return self;
    if (self->handle)
        fail (self, error);
    else
        g_set_error (error, GX_ERROR, GX_ERROR_IO, "%s: %s", name, sqlite3_errstr (SQLITE_NOMEM));
    gx_database_free (self);
    return NULL;
}

void
gx_database_free (GxDatabase *self)
{
    if (!self)
        return;
    if (sqlite3_close (self->handle) != SQLITE_OK)
        g_critical ("%s: closed with statements open", self->path);
    g_free (self->path);
    g_free (self);
}

GxDatabase *
gx_database_create (const char *path, const char *name, GError **error)
{
    g_autoptr (GxDatabase) self = open_file (path, name, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
    if (!self)
        return NULL;
    /* The file is a temporary one that is synced and renamed by its owner: it needs no journal. */
    g_autofree char *setup = g_strdup_printf ("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
                                              "PRAGMA locking_mode = EXCLUSIVE; PRAGMA encoding = 'UTF-8';"
                                              "PRAGMA application_id = %d; PRAGMA user_version = %d; BEGIN;",
                                              APPLICATION_ID, FORMAT_VERSION);
    if (!execute (self, setup, error) || !execute (self, schema, error))
        return NULL;
    return g_steal_pointer (&self);
}

gboolean
gx_database_commit (GxDatabase *self, GError **error)
{
    return execute (self, indices, error) && execute (self, "COMMIT;", error);
}

static gboolean
read_number (const GxDatabase *self, const char *sql, gint64 *number, GError **error)
{
    g_autoptr (sqlite3_stmt) statement = gx_database_prepare (self, sql, error);
    if (!statement || gx_database_step (self, statement, error) != GX_STEP_ROW)
        return FALSE;
    *number = sqlite3_column_int64 (statement, 0);
    return TRUE;
}

static gboolean
check_version (const GxDatabase *self, GError **error)
{
    gint64 application = 0, version = 0;
    if (!read_number (self, "PRAGMA application_id", &application, error) || !read_number (self, "PRAGMA user_version", &version, error))
        return FALSE;
    if (application != APPLICATION_ID) {
        g_set_error (error, GX_ERROR, GX_ERROR_STORE, "%s: not a store of guanxi", self->path);
        return FALSE;
    }
    if (version != FORMAT_VERSION) {
        g_set_error (error, GX_ERROR, GX_ERROR_STORE, "%s: in format %" G_GINT64_FORMAT ", but this guanxi reads format %d; build it again",
                     self->path, version, FORMAT_VERSION);
        return FALSE;
    }
    return TRUE;
}

GxDatabase *
gx_database_open (const char *path, GError **error)
{
    /* SQLite says no more than that it cannot. */
    GStatBuf status;
    int reason = g_stat (path, &status) != 0 ? errno : S_ISDIR (status.st_mode) ? EISDIR : 0;
    if (reason != 0) {
        g_set_error (error, GX_ERROR, GX_ERROR_IO, "%s: %s", path, g_strerror (reason));
        return NULL;
    }
    g_autoptr (GxDatabase) self = open_file (path, path, SQLITE_OPEN_READONLY, error);
    if (!self || !execute (self, "PRAGMA trusted_schema = OFF;", error) || !check_version (self, error))
        return NULL;
    return g_steal_pointer (&self);
}

sqlite3_stmt *
gx_database_prepare (const GxDatabase *self, const char *sql, GError **error)
{
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL) != SQLITE_OK)
        fail (self, error);
    return statement;
}

gboolean
gx_database_bind (const GxDatabase *self, sqlite3_stmt *statement, const GxValue *values, guint n_values, GError **error)
{
    for (guint i = 0; i < n_values; i++) {
        int place = (int)i + 1, code;
        if (values[i].type == GX_VALUE_NUMBER)
            code = sqlite3_bind_int64 (statement, place, values[i].number);
        else
            code = sqlite3_bind_text64 (statement, place, values[i].text.data, values[i].text.len, SQLITE_STATIC, SQLITE_UTF8);
        if (code != SQLITE_OK) {
            fail (self, error);
            return FALSE;
        }
    }
    return TRUE;
}

gboolean
gx_database_run (const GxDatabase *self, sqlite3_stmt *statement, const GxValue *values, guint n_values, GError **error)
{
    if (!gx_database_bind (self, statement, values, n_values, error))
        return FALSE;
    int code = sqlite3_step (statement);
    if (code != SQLITE_DONE)
        fail (self, error);
    (void)sqlite3_reset (statement); /* repeats what the step said */
    return code == SQLITE_DONE;
}

GxStep
gx_database_step (const GxDatabase *self, sqlite3_stmt *statement, GError **error)
{
    switch (sqlite3_step (statement)) {
    case SQLITE_ROW:
        return GX_STEP_ROW;
    case SQLITE_DONE:
        return GX_STEP_END;
    default:
        fail (self, error);
        return GX_STEP_FAILED;
    }
}

gboolean
gx_database_size (const GxDatabase *self, sqlite3_stmt *statement, int column, gsize *size, GError **error)
{
    gint64 value = sqlite3_column_int64 (statement, column);
    if (value < 0)
        return gx_database_damaged (self, "a negative size", error);
    *size = (gsize)value;
    return TRUE;
}

const char *
gx_database_text (sqlite3_stmt *statement, int column)
{
    return (const char *)sqlite3_column_text (statement, column);
}
