/* SPDX-License-Identifier: GPL-3.0-or-later
 * findings.c - listeners for what is wrong with tables. */
#include "findings.h"

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
    if (self->report)
        self->report (GX_FINDING_ERROR, place.file, place.line, message, self->user_data);
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
    self->report (GX_FINDING_WARNING, place.file, place.line, message, self->user_data);
}
