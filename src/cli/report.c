/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

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
    fprintf (stderr, "\r\033[K%u/%u files, %.1f MB/s", self->n_read + self->n_skipped, gx_corpus_size (corpus), megabytes / seconds);
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

void
progress_take (Progress *self, const GxCorpus *corpus, const GxReading *reading)
{
    self->bytes += gx_input_bytes (reading->input);
    if (reading->failure) {
        self->n_skipped++;
        clear_line (self);
        report_error ("skipped: %s", reading->failure->message);
        return;
    }
    self->n_read++;
    guint replaced = gx_source_replaced (reading->source);
    if (replaced > 0 && self->verbosity != REPORT_QUIET) {
        self->n_warned++;
        clear_line (self);
        report_error ("%s: %u damaged characters (read as %s)", gx_input_path (reading->input), replaced,
                      gx_source_encoding (reading->source));
    }
    const char *const *warnings = gx_document_warnings (reading->document);
    for (guint i = 0; warnings[i] && self->verbosity != REPORT_QUIET; i++) {
        self->n_warned++;
        clear_line (self);
        report_error ("%s: %s", gx_input_path (reading->input), warnings[i]);
    }
    if (self->verbosity == REPORT_VERBOSE) {
        clear_line (self);
        fprintf (stderr, "%s: %s\n", gx_input_path (reading->input), gx_source_encoding (reading->source));
    }
    show (self, corpus);
}

void
progress_end (Progress *self)
{
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
