/* SPDX-License-Identifier: GPL-3.0-or-later
 * findings.h - what is wrong with tables, told at once or kept as the first error.
 *
 * Loading and checking are the same code with another listener: a reader that meets a fault says so and goes on with the next row, and the
 * dictionary is thrown away at the end if there was one. */
#pragma once

#include <guanxi/dictionary.h>

/** Where a row stands. */
typedef struct {
    const char *file;
    guint line; /**< 1-based; 0: the file as a whole */
    guint rank; /**< how many files were read before this one */
} GxPlace;

/** A listener. */
typedef struct {
    GxFindingFunc report; /**< NULL: nobody listens, only the first error is kept */
    gpointer user_data;
    guint first_doubted; /**< warnings about files of a lower rank are not told */
    guint n_errors;
    GError *first;   /**< the first error, as gx_dictionary_load() returns it */
    GPtrArray *kept; /**< findings that are told by gx_findings_tell(), not at once; NULL: at once */
} GxFindings;

/** From now on findings are kept; tells those kept by file and line, in the order in which they were made there. O(n log n). */
void gx_findings_keep (GxFindings *self);
void gx_findings_tell (GxFindings *self);
/** A fault: the tables can't be used. */
void gx_findings_error (GxFindings *self, GxPlace place, const char *format, ...) G_GNUC_PRINTF (3, 4);
/** A file that can't be read; the message names it. */
void gx_findings_unreadable (GxFindings *self, GxPlace place, const char *message);
/** A doubt. */
void gx_findings_warning (GxFindings *self, GxPlace place, const char *format, ...) G_GNUC_PRINTF (3, 4);
