/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load.h"

#include <stdio.h>
#include <unistd.h>

gboolean
is_store (const char *path)
{
    static const char magic[] = "SQLite format 3";
    if (g_file_test (path, G_FILE_TEST_IS_DIR))
        return TRUE;
    char head[sizeof magic] = { 0 };
    FILE *file = fopen (path, "rb");
    if (!file)
        return FALSE;
    gsize n = fread (head, 1, sizeof head, file);
    (void)fclose (file);
    return n == sizeof head && memcmp (head, magic, sizeof magic) == 0;
}

GxStore *
load_store (const char *path, GError **error)
{
    if (!g_file_test (path, G_FILE_TEST_IS_DIR))
        return gx_store_open (path, error);
    g_autofree char *inside = g_build_filename (path, GX_STORE_FILE, NULL);
    if (!g_file_test (inside, G_FILE_TEST_EXISTS)) {
        g_set_error (error, GX_ERROR, GX_ERROR_NOT_FOUND, "%s: no %s in this folder; `guanxi build -o %s` makes one", path, GX_STORE_FILE,
                     path);
        return NULL;
    }
    return gx_store_open (inside, error);
}

/* The one document that name asks for, or 0. */
static gint64
find_document (const GxStoreDocument *documents, guint n_documents, const char *name, GError **error)
{
    gint64 found = 0;
    guint n_found = 0;
    for (guint i = 0; i < n_documents; i++) {
        g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, documents[i].number);
        if (strcmp (documents[i].name, name) == 0 || strcmp (number, name) == 0)
            return documents[i].number;
        if (strstr (documents[i].name, name)) {
            found = documents[i].number;
            n_found++;
        }
    }
    if (n_found == 1)
        return found;
    g_set_error (error, GX_ERROR, GX_ERROR_NOT_FOUND,
                 n_found == 0 ? "no document is called `%s`" : "several documents have `%s` in their names", name);
    return 0;
}

gint64 *
find_documents (GxStore *store, const char *const *names, GError **error)
{
    guint n_documents = 0;
    if (!names)
        return NULL;
    const GxStoreDocument *documents = gx_store_documents (store, &n_documents, error);
    if (!documents)
        return NULL;

    guint n_names = g_strv_length ((char **)names);
    g_autofree gint64 *numbers = g_new0 (gint64, (gsize)n_names + 1);
    for (guint i = 0; i < n_names; i++) {
        numbers[i] = find_document (documents, n_documents, names[i], error);
        if (numbers[i] == 0)
            return NULL;
        const GxStoreDocument *document = &documents[numbers[i] - 1];
        if (document->twin) {
            g_set_error (error, GX_ERROR, GX_ERROR_NOT_FOUND, "%s: left out, as it repeats %s", document->name,
                         documents[document->twin - 1].name);
            return NULL;
        }
    }
    return g_steal_pointer (&numbers);
}

GxNetwork *
count_network (GxStore *store, const Options *options, const gint64 *documents, GError **error)
{
    g_autoptr (GxCounts) counts = gx_store_count (store, &options->count, documents, error);
    return counts ? gx_network_new (counts, &options->network, error) : NULL;
}

GxNetwork *
load_network (const char *path, const Options *options, const char *const *documents, GError **error)
{
    if (!is_store (path))
        return gx_network_read (path, error);
    g_autoptr (GxStore) store = load_store (path, error);
    if (!store)
        return NULL;
    g_autofree gint64 *numbers = find_documents (store, documents, error);
    if (documents && !numbers)
        return NULL;
    return count_network (store, options, numbers, error);
}

gboolean
write_to_path (const char *path, void (*write) (gpointer data, GxWriter *writer), gpointer data, GError **error)
{
    if (!path || strcmp (path, "-") == 0) {
        g_autoptr (GxWriter) writer = gx_writer_new (STDOUT_FILENO, "standard output");
        write (data, writer);
        return gx_writer_finish (writer, error);
    }
    g_autofree char *folder = g_path_get_dirname (path), *name = g_path_get_basename (path);
    g_autoptr (GxOutput) output = gx_output_new (folder, error);
    GxWriter *writer = output ? gx_output_add (output, name, error) : NULL;
    if (!writer)
        return FALSE;
    write (data, writer);
    return gx_output_commit (output, error);
}

ExitStatus
print_table (const GxTable *table, GxTableFormat format)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxWriter) writer = gx_writer_new (STDOUT_FILENO, "standard output");
    gx_table_write (table, format, writer);
    if (gx_writer_finish (writer, &error))
        return EXIT_DONE;
    report_failure (error);
    return EXIT_FAILED;
}
