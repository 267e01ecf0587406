/* SPDX-License-Identifier: GPL-3.0-or-later
 * against.h - names of tables held against texts: `guanxi dict check --against`. */
#pragma once

#include "options.h"

/** What a check has found so far. */
typedef struct {
    Verbosity verbosity;
    guint n_warnings;
    GxFindingFunc print; /**< is given the findings */
} Findings;

/** What is held against what. */
typedef struct {
    const Options *options;
    const GxDictionary *dictionary;
    const char *const *paths; /**< the tables */
    char **texts;
    const char *output; /**< NULL: standard output */
} Against;

/** Reads the texts, prints the doubts they raise, and writes the table of how names are used; status is that of reading the texts. */
gboolean check_against (const Against *self, Findings *findings, ExitStatus *status, GError **error);
