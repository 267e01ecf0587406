/* SPDX-License-Identifier: GPL-3.0-or-later
 * findings.c - listeners for what is wrong with tables. */
#include "findings.h"

/* A finding that is kept. */
typedef struct {
    GxFindingLevel level;
    GxPlace place;
    guint number; /* of those kept */
    char *file, *message;
} Kept;

static void
free_kept (gpointer data)
{
    Kept *kept = data;
    g_free (kept->file);
    g_free (kept->message);
    g_free (kept);
}

void
gx_findings_keep (GxFindings *self)
{
    self->kept = g_ptr_array_new_with_free_func (free_kept);
}

static gint
compare_kept (gconstpointer left, gconstpointer right)
{
    const Kept *a = *(const Kept *const *)left, *b = *(const Kept *const *)right;
    if (a->place.rank != b->place.rank)
        return a->place.rank < b->place.rank ? -1 : 1;
    if (a->place.line != b->place.line)
        return a->place.line < b->place.line ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

void
gx_findings_tell (GxFindings *self)
{
    g_ptr_array_sort (self->kept, compare_kept);
    for (guint i = 0; i < self->kept->len; i++) {
        const Kept *kept = self->kept->pdata[i];
        self->report (kept->level, kept->file, kept->place.line, kept->message, self->user_data);
    }
    g_clear_pointer (&self->kept, g_ptr_array_unref);
}

static void
report (const GxFindings *self, GxFindingLevel level, GxPlace place, const char *message)
{
    if (!self->report)
        return;
    if (!self->kept) {
        self->report (level, place.file, place.line, message, self->user_data);
        return;
    }
    Kept *kept = g_new (Kept, 1);
    *kept = (Kept){ level, place, self->kept->len, g_strdup (place.file), g_strdup (message) };
    g_ptr_array_add (self->kept, kept);
}

static void
fail (GxFindings *self, GxError code, GxPlace place, const char *message)
{
    self->n_errors++;
    if (!self->first) {
        if (code == GX_ERROR_IO)
            self->first = g_error_new_literal (GX_ERROR, (gint)code, message);
        else if (place.line == 0)
            self->first = g_error_new (GX_ERROR, (gint)code, "%s: %s", place.file, message);
        else
            self->first = g_error_new (GX_ERROR, (gint)code, "%s:%u: %s", place.file, place.line, message);
    }
    report (self, GX_FINDING_ERROR, place, message);
}

void
gx_findings_error (GxFindings *self, GxPlace place, const char *format, ...)
{
    va_list args;
    va_start (args, format);
    g_autofree char *message = g_strdup_vprintf (format, args);
    va_end (args);
    fail (self, GX_ERROR_DICTIONARY, place, message);
}

void
gx_findings_unreadable (GxFindings *self, GxPlace place, const char *message)
{
    fail (self, GX_ERROR_IO, place, message);
}

void
gx_findings_warning (GxFindings *self, GxPlace place, const char *format, ...)
{
    if (!self->report || place.rank < self->first_doubted)
        return;
    va_list args;
    va_start (args, format);
    g_autofree char *message = g_strdup_vprintf (format, args);
    va_end (args);
    report (self, GX_FINDING_WARNING, place, message);
}
