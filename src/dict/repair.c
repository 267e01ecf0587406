/* SPDX-License-Identifier: GPL-3.0-or-later
 * repair.c - writes a table as it should be written, in place. */
#include "tidy.h"

#include <guanxi/output.h>

#include <errno.h>
#include <sys/stat.h>

typedef struct {
    const char *path;
    GxFindingFunc report;
    gpointer user_data;
    gint n_changes;
} Repairing;

static void
report_change (GxCheck check, guint line, const char *message, gpointer user_data)
{
    Repairing *self = user_data;
    g_autofree char *told = g_strdup_printf ("%s [%s]", message, gx_dictionary_check_kind (check)->name);
    self->n_changes++;
    if (self->report)
        self->report (GX_FINDING_WARNING, self->path, line, told, self->user_data);
}

/* Links that lead to one another; the system follows no more. */
#define MOST_LINKS 40

/* The file that a path leads to through links. */
static char *
follow_links (const char *path)
{
    char *real = g_strdup (path);
    for (guint i = 0; i < MOST_LINKS && g_file_test (real, G_FILE_TEST_IS_SYMLINK); i++) {
        g_autofree char *target = g_file_read_link (real, NULL), *folder = g_path_get_dirname (real);
        if (!target)
            break;
        g_free (real);
        real = g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
    }
    return real;
}

/* The new file has the rights of the old one; a link stays a link to it. */
static gboolean
replace (const char *path, const GString *text, GError **error)
{
    struct stat old;
    g_autofree char *real = follow_links (path);
    if (stat (real, &old) != 0) {
        g_set_error (error, GX_ERROR, GX_ERROR_IO, "%s: %s", path, g_strerror (errno));
        return FALSE;
    }
    g_autofree char *folder = g_path_get_dirname (real), *name = g_path_get_basename (real);
    g_autoptr (GxOutput) output = gx_output_new (folder, error);
    GxWriter *writer = output ? gx_output_add (output, name, error) : NULL;
    if (!writer)
        return FALSE;
    gx_writer_put (writer, text->str, text->len);
    if (!gx_output_commit (output, error))
        return FALSE;
    if (chmod (real, old.st_mode & 07777) != 0)
        g_debug ("%s: %s", real, g_strerror (errno));
    return TRUE;
}

gint
gx_dictionary_repair (const char *path, GxFindingFunc report, gpointer user_data, GError **error)
{
    g_autofree char *text = NULL;
    gsize len;
    g_autoptr (GError) unread = NULL;
    if (!g_file_get_contents (path, &text, &len, &unread)) {
        g_set_error_literal (error, GX_ERROR, GX_ERROR_IO, unread->message);
        return -1;
    }
    Repairing repairing = { path, report, user_data, 0 };
    GString *tidy = gx_tidy_table ((GxStr){ text, len }, GX_TIDY_REPAIR, report_change, &repairing);
    gboolean done = !tidy || replace (path, tidy, error);
    if (tidy)
        g_string_free (tidy, TRUE);
    return done ? repairing.n_changes : -1;
}
