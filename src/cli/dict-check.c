/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "against.h"
#include "dict.h"

#include <stdio.h>

static void
print_finding (GxFindingLevel level, const char *file, guint line, const char *message, gpointer user_data)
{
    Findings *findings = user_data;
    findings->n_warnings += level == GX_FINDING_WARNING;
    if (level == GX_FINDING_ERROR || findings->verbosity != REPORT_QUIET)
        printf ("%s:%u: %s: %s\n", file, line, level == GX_FINDING_ERROR ? "error" : "warning", message);
}

static void
print_repair (GxFindingLevel level, const char *file, guint line, const char *message, gpointer user_data)
{
    const Options *options = user_data;
    (void)level;
    if (options->verbosity != REPORT_QUIET)
        printf ("%s:%u: fixed: %s\n", file, line, message);
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

static guint
present_year (void)
{
    g_autoptr (GDateTime) now = g_date_time_new_now_local ();
    return now ? (guint)g_date_time_get_year (now) : 0;
}

/* Those of --dict are only read. */
static gboolean
repair_tables (const Options *options, GError **error)
{
    gint n_changes = 0;
    for (guint i = 0; i < options->n_arguments; i++) {
        gint n = gx_dictionary_repair (options->arguments[i], print_repair, (gpointer)options, error);
        if (n < 0)
            return FALSE;
        n_changes += n;
    }
    if (options->verbosity != REPORT_QUIET)
        printf (n_changes == 0 ? "nothing to fix\n" : "%d fixed\n", n_changes);
    return TRUE;
}

/* What is wanted of a check. */
typedef struct {
    char **against; /* texts */
    char *output;
    gboolean fix;
} Wanted;

static ExitStatus
check_tables (const Options *options, const Wanted *wanted, const char *const *paths)
{
    g_autoptr (GError) error = NULL;
    Findings findings = { options->verbosity, 0, print_finding };
    if (wanted->fix && !repair_tables (options, &error)) {
        report_failure (error);
        return EXIT_FAILED;
    }
    ExitStatus status = EXIT_DONE;
    guint n_errors = gx_dictionary_check (options->base, paths, present_year (), print_finding, &findings);
    g_autoptr (GxDictionary) dictionary = n_errors == 0 ? gx_dictionary_load (options->base, paths, &error) : NULL;
    const Against against = { options, dictionary, paths, wanted->against, wanted->output };
    if (n_errors == 0 && (!dictionary || (wanted->against && !check_against (&against, &findings, &status, &error)))) {
        report_failure (error);
        return EXIT_FAILED;
    }
    if (options->verbosity != REPORT_QUIET) {
        if (dictionary)
            print_contents (dictionary);
        printf ("%u errors, %u warnings\n", n_errors, findings.n_warnings);
    }
    return n_errors > 0 ? EXIT_FAILED : status;
}

static ExitStatus
list_checks (void)
{
    const GxCheckKind *kind;
    for (guint i = 0; (kind = gx_dictionary_check_kind (i)); i++)
        printf ("%-14s %s\n               %s\n", kind->name, kind->about, kind->hint);
    return EXIT_DONE;
}

static void
clear_wanted (Wanted *wanted)
{
    g_strfreev (wanted->against);
    g_free (wanted->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wanted, clear_wanted)

ExitStatus
dict_check (int argc, char **argv)
{
    g_auto (Wanted) wanted = { 0 };
    gboolean list = FALSE;
    const GOptionEntry own[] = {
        { "fix", 0, 0, G_OPTION_ARG_NONE, &wanted.fix, "Sort and normalise the tables named, in place, and say what was changed", NULL },
        { "against", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &wanted.against,
          "Count in these texts how often each name stands there, alone or inside longer words (repeatable)", "PATH" },
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wanted.output, "File for the table of --against (default: standard output)", "FILE" },
        { "list", 0, 0, G_OPTION_ARG_NONE, &list, "List the sorts of doubt, and what to do about each", NULL },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const OptionHelp help = {
        "[TABLE…]",
        "Checks dictionary tables: every fault with its file and line, and rows that are\n"
        "doubtful, with what to do. Without a TABLE the built-in ones are checked.",
        "A fault keeps tables from being used; a doubt is a warning, whose sort stands in brackets behind it.\n\n"
        "Columns of --against: name, id of who bears it, fires (how often it stands there), inside (of these inside\n"
        "longer words), share, read (became a mention), words and example (the words around it, DOCUMENT:BYTE).\n\n"
        "Example:\n  guanxi dict check my-people.tsv\n  guanxi dict check --fix my-people.tsv\n"
        "  guanxi dict check --against texts/ my-people.tsv\n  guanxi dict check --no-builtin states.tsv people.tsv\n",
    };
    g_auto (Options) options = { .top = 20 };
    ExitStatus status = EXIT_DONE;
    if (!options_parse (&options, OPTIONS_DICTIONARY | OPTIONS_TABLE, own, &help, argc, argv, &status))
        return status;
    if (list)
        return list_checks ();
    g_autofree const char **paths = dict_tables (&options, 0);
    if (wanted.fix && options.n_arguments == 0)
        return options_misuse (argv[0], "--fix needs a TABLE: the built-in ones are part of the program, those of --dict are only read");
    if (wanted.output && !wanted.against)
        return options_misuse (argv[0], "--output is for the table of --against");
    return check_tables (&options, &wanted, paths);
}
