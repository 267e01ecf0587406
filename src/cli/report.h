/* SPDX-License-Identifier: GPL-3.0-or-later
 * report.h - what the tool says on standard error: errors, warnings, progress. */
#pragma once

#include <guanxi/guanxi.h>

/** `guanxi: message` on standard error. */
void report_error (const char *format, ...) G_GNUC_PRINTF (1, 2);
/** The same for a GError. */
void report_failure (const GError *error);

/** How much is said. */
typedef enum { REPORT_QUIET, REPORT_NORMAL, REPORT_VERBOSE } Verbosity;

/** Complaints of one sort about what lies in one file: the first are told one by one, the rest in one. */
typedef struct {
    char *file;         /**< NULL: none so far */
    GHashTable *counts; /**< sort -> how many */
    GPtrArray *sorts;   /**< in the order they came; owns them */
} Complaints;

/** Counts documents as they go by, and shows how far the work is when standard error is a terminal. */
typedef struct {
    Verbosity verbosity;
    guint n_read, n_skipped, n_warned;
    guint64 bytes;
    gint64 started, shown; /* microseconds */
    gboolean on_terminal;
    Complaints complaints;
} Progress;

void progress_start (Progress *self, Verbosity verbosity);
/** Takes note of a reading that is only a first look: it is told of when it is read. */
void progress_look (Progress *self, const GxCorpus *corpus, const GxReading *reading);
/** Takes note of a reading: names what was skipped and why. */
void progress_take (Progress *self, const GxCorpus *corpus, const GxReading *reading);
/** Tells what is left to be told, and wipes the progress line. */
void progress_end (Progress *self);

/** From now on Ctrl-C is remembered instead of ending the program; a second one ends it at once. For commands that have files to put away:
 *  one that only prints is best ended by the signal itself, also while it waits for its input. */
void interrupt_watch (void);
/** Whether Ctrl-C was pressed: sets GX_ERROR_CANCELLED. */
gboolean interrupt_check (GError **error);
/** Ends the program as Ctrl-C would have done, when it was pressed; call after everything is put away. */
void interrupt_finish (void);
