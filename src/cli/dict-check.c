/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dict.h"

#include <stdio.h>

typedef struct {
    Verbosity verbosity;
    guint n_warnings;
} Findings;

static void
print_finding (GxFindingLevel level, const char *file, guint line, const char *message, gpointer user_data)
{
    Findings *findings = user_data;
    findings->n_warnings += level == GX_FINDING_WARNING;
    if (level == GX_FINDING_ERROR || findings->verbosity != REPORT_QUIET)
        printf ("%s:%u: %s: %s\n", file, line, level == GX_FINDING_ERROR ? "error" : "warning", message);
}

static void
print_contents (const GxDictionary *dictionary)
{
    guint n_entities = 0, n[3] = { 0 };
    const GxEntity *const *entities = gx_dictionary_entities (dictionary, &n_entities);
    for (guint i = 0; i < n_entities; i++)
        n[entities[i]->type]++;
    printf ("%u states, %u institutions, %u people\n", n[GX_ENTITY_STATE], n[GX_ENTITY_INSTITUTION], n[GX_ENTITY_PERSON]);
}

static ExitStatus
check_tables (const Options *options, const char *const *paths)
{
    g_autoptr (GError) error = NULL;
    Findings findings = { options->verbosity, 0 };
    guint n_errors = gx_dictionary_check (options->base, paths, print_finding, &findings);
    if (n_errors == 0 && options->verbosity != REPORT_QUIET) {
        g_autoptr (GxDictionary) dictionary = gx_dictionary_load (options->base, paths, &error);
        if (!dictionary) {
            report_failure (error);
            return EXIT_FAILED;
        }
        print_contents (dictionary);
    }
    if (options->verbosity != REPORT_QUIET)
        printf ("%u errors, %u warnings\n", n_errors, findings.n_warnings);
    return n_errors > 0 ? EXIT_FAILED : EXIT_DONE;
}

ExitStatus
dict_check (int argc, char **argv)
{
    const OptionHelp help = {
        "[TABLE…]",
        "Checks dictionary tables: every fault with its file and line, and rows that are\n"
        "doubtful. Without a TABLE the built-in ones are checked.",
        "Example:\n  guanxi dict check my-people.tsv\n  guanxi dict check --no-builtin states.tsv people.tsv\n",
    };
    g_auto (Options) options = { 0 };
    ExitStatus status = EXIT_DONE;
    if (!options_parse (&options, OPTIONS_DICTIONARY, NULL, &help, argc, argv, &status))
        return status;
    g_autofree const char **paths = dict_tables (&options, 0);
    return check_tables (&options, paths);
}
