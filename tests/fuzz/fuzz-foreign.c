/* SPDX-License-Identifier: GPL-3.0-or-later
 * fuzz-foreign.c - a file of another program, of any bytes; the first says of which one. Whatever it is, the table has no fault. */
#include "fuzz.h"

#include <guanxi/exchange.h>

#include <glib/gstdio.h>
#include <unistd.h>

static void
note (GxFindingLevel level, const char *file, guint line, const char *message, gpointer user_data)
{
    (void)line;
    g_assert_true (file && g_utf8_validate (message, -1, NULL));
    *(guint *)user_data += level == GX_FINDING_ERROR;
}

static char *
temporary_file (const char *pattern)
{
    char *path = NULL;
    g_autoptr (GError) error = NULL;
    int file = g_file_open_tmp (pattern, &path, &error);
    g_assert_no_error (error);
    g_assert_cmpint (close (file), ==, 0);
    return path;
}

static void
write_table (GxImport *import, const char *path)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_path_get_dirname (path), *name = g_path_get_basename (path);
    g_autoptr (GxOutput) output = gx_output_new (folder, &error);
    gx_import_write (import, gx_output_add (output, name, &error));
    g_assert_true (gx_output_commit (output, &error));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    const GxEntityType type = GX_ENTITY_INSTITUTION;
    const char *const *formats = gx_import_formats ();
    g_autoptr (GError) error = NULL;
    guint n_complaints = 0, n_faults = 0;
    if (size == 0)
        return 0;
    g_autofree char *path = temporary_file ("guanxi-XXXXXX.lst"), *table = temporary_file ("guanxi-XXXXXX.tsv");
    const char *const tables[] = { table, NULL };
    g_autoptr (GxDictionary) dictionary = gx_dictionary_load (GX_DICTIONARY_OWN_ONLY, NULL, &error);
    g_autoptr (GxImport) import = gx_import_new (dictionary, &type, note, &n_complaints);
    g_assert_true (g_file_set_contents (path, (const char *)data + 1, (gssize)size - 1, &error));
    g_assert_true (gx_import_read (import, formats[data[0] % g_strv_length ((char **)formats)], path, &error));
    write_table (import, table);
    g_assert_cmpuint (gx_import_counts (import).n_malformed, ==, n_complaints);
    g_assert_cmpuint (gx_dictionary_check (GX_DICTIONARY_OWN_ONLY, tables, 0, note, &n_faults), ==, 0);
    g_assert_cmpint (g_unlink (path), ==, 0);
    g_assert_cmpint (g_unlink (table), ==, 0);
    return 0;
}
