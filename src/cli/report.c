/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* So many complaints of one sort about one file are told one by one. */
#define TOLD_ONE_BY_ONE 10
/* Of 100: an encoding that is less sure is doubted. */
#define SURE_ENOUGH 80

void
report_error (const char *format, ...)
{
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *text = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    fprintf (stderr, "guanxi: %s\n", text);
}

void
report_failure (const GError *error)
{
    report_error ("%s", error ? error->message : "unknown failure");
}

void
progress_start (Progress *self, Verbosity verbosity)
{
    memset (self, 0, sizeof *self);
    self->verbosity = verbosity;
    self->started = self->shown = g_get_monotonic_time ();
    self->on_terminal = isatty (STDERR_FILENO) && verbosity != REPORT_QUIET;
}

static void
show (Progress *self, const GxCorpus *corpus)
{
    const gint64 interval = G_USEC_PER_SEC / 5;
    gint64 now = g_get_monotonic_time ();
    if (!self->on_terminal || now - self->shown < interval)
        return;

    double seconds = (double)(now - self->started) / G_USEC_PER_SEC, megabytes = (double)self->bytes / 1e6;
    guint64 total = gx_corpus_bytes (corpus);
    fprintf (stderr, "\r\033[K%u/%u texts, %.1f MB/s", self->n_read + self->n_skipped, gx_corpus_size (corpus), megabytes / seconds);
    if (self->bytes > 0 && total > self->bytes)
        fprintf (stderr, ", %.0f s left", (double)(total - self->bytes) * seconds / (double)self->bytes);
    self->shown = now;
}

static void
clear_line (const Progress *self)
{
    if (self->on_terminal)
        fputs ("\r\033[K", stderr);
}

/* Tells how many complaints of each sort were not told, and forgets the file. */
static void
finish_complaints (Progress *self)
{
    Complaints *complaints = &self->complaints;
    for (guint i = 0; complaints->file && i < complaints->sorts->len; i++) {
        const char *sort = g_ptr_array_index (complaints->sorts, i);
        guint n = GPOINTER_TO_UINT (g_hash_table_lookup (complaints->counts, sort));
        if (n > TOLD_ONE_BY_ONE && self->verbosity != REPORT_VERBOSE) {
            clear_line (self);
            report_error ("%s: %u more: %s", complaints->file, n - TOLD_ONE_BY_ONE, sort);
        }
    }
    g_clear_pointer (&complaints->counts, g_hash_table_unref);
    g_clear_pointer (&complaints->sorts, g_ptr_array_unref);
    g_clear_pointer (&complaints->file, g_free);
}

/* Whether a complaint of this sort (taken over) is to be told: it is, unless the file had many of the sort. */
static gboolean
is_told (Progress *self, const GxInput *input, char *sort)
{
    Complaints *complaints = &self->complaints;
    const char *file = gx_input_container (input);
    g_autofree char *owned = sort;
    if (g_strcmp0 (complaints->file, file) != 0)
        finish_complaints (self);
    if (!file)
        return TRUE;
    if (!complaints->file) {
        complaints->file = g_strdup (file);
        complaints->counts = g_hash_table_new (g_str_hash, g_str_equal);
        complaints->sorts = g_ptr_array_new_with_free_func (g_free);
    }
    gpointer count = NULL;
    if (!g_hash_table_lookup_extended (complaints->counts, sort, NULL, &count))
        g_ptr_array_add (complaints->sorts, g_steal_pointer (&owned));
    guint n = GPOINTER_TO_UINT (count) + 1;
    g_hash_table_insert (complaints->counts, count ? sort : g_ptr_array_index (complaints->sorts, complaints->sorts->len - 1),
                         GUINT_TO_POINTER (n));
    return n <= TOLD_ONE_BY_ONE || self->verbosity == REPORT_VERBOSE;
}

/* What sort of failure a message tells: what it says of the input, without what is in brackets. */
static char *
sort_of_failure (const GxInput *input, const char *message)
{
    const char *path = gx_input_path (input), *reason = message;
    if (g_str_has_prefix (message, path) && g_str_has_prefix (message + strlen (path), ": "))
        reason = message + strlen (path) + 2;
    const char *bracket = strstr (reason, " (");
    return bracket ? g_strndup (reason, (gsize)(bracket - reason)) : g_strdup (reason);
}

/* What sort of warning a message is: `line N: garbled text is left out`, whichever line it was. */
static char *
sort_of_warning (const char *message)
{
    GString *sort = g_string_new (NULL);
    for (const char *p = message; *p; p++)
        if (!g_ascii_isdigit (*p))
            g_string_append_c (sort, *p);
        else if (!g_ascii_isdigit (p[1]))
            g_string_append_c (sort, 'N');
    return g_string_free (sort, FALSE);
}

static void warn (Progress *self, const GxInput *input, const char *sort, const char *format, ...) G_GNUC_PRINTF (4, 5);

/* `guanxi: PATH: message`, unless nothing is to be said. */
static void
warn (Progress *self, const GxInput *input, const char *sort, const char *format, ...)
{
    if (self->verbosity == REPORT_QUIET)
        return;
    self->n_warned++;
    if (!is_told (self, input, sort_of_warning (sort)))
        return;
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *text = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    clear_line (self);
    report_error ("%s: %s", gx_input_path (input), text);
}

static void
take_source (Progress *self, const GxInput *input, const GxSource *source)
{
    const char *encoding = gx_source_encoding (source);
    guint replaced = gx_source_replaced (source), confidence = gx_source_confidence (source);
    if (replaced > 0)
        warn (self, input, "damaged characters", "%u damaged characters, the first in line %" G_GUINT64_FORMAT " (read as %s)", replaced,
              gx_source_damaged_line (source), encoding);
    if (confidence < SURE_ENOUGH)
        warn (self, input, "encoding not sure", "read as %s, but not surely (%u %%): --encoding forces one", encoding, confidence);
}

void
progress_look (Progress *self, const GxCorpus *corpus, const GxReading *reading)
{
    self->bytes += gx_input_bytes (reading->input);
    self->n_read++;
    show (self, corpus);
}

void
progress_take (Progress *self, const GxCorpus *corpus, const GxReading *reading)
{
    self->bytes += gx_input_bytes (reading->input);
    if (reading->failure) {
        self->n_skipped++;
        if (is_told (self, reading->input, sort_of_failure (reading->input, reading->failure->message))) {
            clear_line (self);
            report_error ("skipped: %s", reading->failure->message);
        }
        show (self, corpus);
        return;
    }
    self->n_read++;
    take_source (self, reading->input, reading->source);
    const char *const *warnings = gx_document_warnings (reading->document);
    for (guint i = 0; warnings[i]; i++)
        warn (self, reading->input, warnings[i], "%s", warnings[i]);
    if (self->verbosity == REPORT_VERBOSE) {
        clear_line (self);
        fprintf (stderr, "%s: %s\n", gx_input_path (reading->input), gx_source_encoding (reading->source));
    }
    show (self, corpus);
}

void
progress_end (Progress *self)
{
    finish_complaints (self);
    clear_line (self);
}

/* A signal handler can reach nothing but a flag of the whole file. */
static volatile sig_atomic_t interrupted;

static void
remember (int signal_number)
{
    (void)signal_number;
    interrupted = 1;
}

void
interrupt_watch (void)
{
    struct sigaction action = { .sa_handler = remember, .sa_flags = (int)SA_RESETHAND };
    sigemptyset (&action.sa_mask);
    if (sigaction (SIGINT, &action, NULL) != 0 || sigaction (SIGTERM, &action, NULL) != 0)
        report_error ("cannot watch for Ctrl-C: %s", g_strerror (errno));
}

gboolean
interrupt_check (GError **error)
{
    if (!interrupted)
        return FALSE;
    g_set_error_literal (error, GX_ERROR, GX_ERROR_CANCELLED, "interrupted; no output was changed");
    return TRUE;
}

void
interrupt_finish (void)
{
    if (interrupted) {
        signal (SIGINT, SIG_DFL);
        raise (SIGINT);
    }
}
