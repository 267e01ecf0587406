/* SPDX-License-Identifier: GPL-3.0-or-later
 * texts.h - the texts a command is given, read one after the other, with what the user is told meanwhile. */
#pragma once

#include "options.h"

/** How many texts were read, how many had to be skipped, and how many of those read repeat others. */
typedef struct {
    guint n_read, n_skipped, n_duplicates;
} TextCounts;

/** Learns which lines of the texts are repeated; NULL in *repeats when they are to be kept. */
gboolean survey_texts (const Options *options, GxRepeats **repeats, GError **error);

/** Reads the texts that options name and hands each reading to take, the failed ones too. Shows progress, names what is skipped and why;
 * with --strict the first of those ends the run, and so does Ctrl-C where it is watched. */
gboolean read_texts (const Options *options, const GxMatcher *matcher, const GxRepeats *repeats, GxReadingFunc take, gpointer user_data,
                     TextCounts *counts, GError **error);
/** Exit status of a command that printed what it read. */
ExitStatus texts_status (const TextCounts *counts);
/** `3 duplicates of other documents left out (--keep-duplicates)`; the caller's, NULL when there are none. */
char *texts_duplicates (const TextCounts *counts);
