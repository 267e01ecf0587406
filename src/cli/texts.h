/* SPDX-License-Identifier: GPL-3.0-or-later
 * texts.h - the texts a command is given, read one after the other, with what the user is told meanwhile. */
#pragma once

#include "options.h"

/** How many texts were read, and how many had to be skipped. */
typedef struct {
    guint n_read, n_skipped;
} TextCounts;

/** Reads the texts that options name and hands each reading to take, the failed ones too. Shows progress, names what is skipped and why;
 * with --strict the first of those ends the run, and so does Ctrl-C where it is watched. */
gboolean read_texts (const Options *options, const GxMatcher *matcher, GxReadingFunc take, gpointer user_data, TextCounts *counts,
                     GError **error);
/** Exit status of a command that printed what it read. */
ExitStatus texts_status (const TextCounts *counts);
