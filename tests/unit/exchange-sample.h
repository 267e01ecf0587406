/* SPDX-License-Identifier: GPL-3.0-or-later
 * exchange-sample.h - foreign files as texts, and what becomes of them. */
#pragma once

#include <guanxi/exchange.h>

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/** What an import made. */
typedef struct {
    char *table, *complaints; /* `line message` each */
    GxImportCounts counts;
} Imported;

static inline void
imported_clear (Imported *self)
{
    g_free (self->table);
    g_free (self->complaints);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Imported, imported_clear)

static inline void
note_complaint (GxFindingLevel level, const char *file, guint line, const char *message, gpointer user_data)
{
    g_assert_cmpint (level, ==, GX_FINDING_ERROR);
    g_assert_nonnull (file);
    g_string_append_printf (user_data, "%u %s\n", line, message);
}

/** A dictionary of the tables of the library, or of none and this one (or NULL). */
static inline GxDictionary *
sample_dictionary (GxDictionaryBase base, const char *path)
{
    g_autoptr (GError) error = NULL;
    const char *const paths[] = { path, NULL };
    GxDictionary *self = gx_dictionary_load (base, paths, &error);
    g_assert_no_error (error);
    return self;
}

/** What write puts into the writer; the caller's. */
static inline char *
written_by (void (*write) (gpointer data, GxWriter *writer), gpointer data)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *path = NULL, *text = NULL;
    int file = g_file_open_tmp ("guanxi-XXXXXX", &path, &error);
    g_assert_no_error (error);
    g_autoptr (GxWriter) writer = gx_writer_new (file, path);
    write (data, writer);
    g_assert_true (gx_writer_finish (writer, &error));
    g_assert_true (g_file_get_contents (path, &text, NULL, &error));
    g_assert_cmpint (close (file), ==, 0);
    g_assert_cmpint (g_unlink (path), ==, 0);
    return g_steal_pointer (&text);
}

static inline void
write_import (gpointer data, GxWriter *writer)
{
    gx_import_write (data, writer);
}

/** Imports the file at path. */
static inline Imported
import_file (const GxDictionary *dictionary, const char *format, const char *path, const GxEntityType *type)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) complaints = g_string_new (NULL);
    g_autoptr (GxImport) import = gx_import_new (dictionary, type, note_complaint, complaints);
    g_assert_true (gx_import_read (import, format, path, &error));
    g_assert_no_error (error);
    Imported made = { .table = written_by (write_import, import) };
    made.counts = gx_import_counts (import);
    made.complaints = g_strdup (complaints->str);
    return made;
}

/** Imports text, as a file of this name. */
static inline Imported
import_bytes (const char *format, const char *name, const char *text, gssize len, const GxEntityType *type)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("guanxi-XXXXXX", &error), *path = g_build_filename (folder, name, NULL);
    g_autoptr (GxDictionary) dictionary = sample_dictionary (GX_DICTIONARY_BUILTIN, NULL);
    g_assert_true (g_file_set_contents (path, text, len, &error));
    Imported made = import_file (dictionary, format, path, type);
    g_assert_cmpint (g_unlink (path), ==, 0);
    g_assert_cmpint (g_rmdir (folder), ==, 0);
    return made;
}

#define TABLE_HEADER "id\ttype\tname\ten\taliases\tcountry\tsince\tuntil\n"

/** That a text becomes these rows and complaints. */
static inline void
expect_import (const char *format, const char *name, const char *text, const char *rows, const char *complaints)
{
    g_auto (Imported) made = import_bytes (format, name, text, -1, NULL);
    g_autofree char *wanted = g_strconcat (TABLE_HEADER, rows, NULL);
    g_assert_cmpstr (made.table, ==, wanted);
    g_assert_cmpstr (made.complaints, ==, complaints);
}
