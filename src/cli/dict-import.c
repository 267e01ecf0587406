/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dict.h"
#include "dictionaries.h"
#include "load.h"

/* So many bad lines of a file are told one by one. */
#define TOLD_ONE_BY_ONE 10

/* Bad lines as they come. */
typedef struct {
    Verbosity verbosity;
    guint n_in_file;
} Complaining;

static void
complain (GxFindingLevel level, const char *file, guint line, const char *message, gpointer user_data)
{
    Complaining *complaining = user_data;
    (void)level;
    if (complaining->n_in_file++ < TOLD_ONE_BY_ONE || complaining->verbosity == REPORT_VERBOSE)
        report_error ("%s:%u: %s", file, line, message);
}

static gboolean
read_files (GxImport *import, const Options *options, const char *format, Complaining *complaining, GError **error)
{
    for (guint i = 0; i < options->n_arguments; i++) {
        complaining->n_in_file = 0;
        if (!gx_import_read (import, format, options->arguments[i], error))
            return FALSE;
        if (complaining->n_in_file > TOLD_ONE_BY_ONE && options->verbosity != REPORT_VERBOSE)
            report_error ("%s: %u more bad lines", options->arguments[i], complaining->n_in_file - TOLD_ONE_BY_ONE);
    }
    return TRUE;
}

static void
write_table (gpointer import, GxWriter *writer)
{
    gx_import_write (import, writer);
}

static void
add_count (GString *text, guint n, const char *what)
{
    if (n > 0)
        g_string_append_printf (text, "; %u %s", n, what);
}

static void
report_counts (GxImportCounts counts)
{
    g_autoptr (GString) text = g_string_new (NULL);
    g_string_printf (text, "%u entities with %u names", counts.n_entities, counts.n_names);
    add_count (text, counts.n_malformed, "bad lines skipped");
    add_count (text, counts.n_other, "skipped that are no person, state or institution");
    add_count (text, counts.n_untyped, "skipped whose type isn't told: say it by --type");
    add_count (text, counts.n_nameless, "skipped that have no name");
    add_count (text, counts.n_unfit, "names left out that no table can hold");
    add_count (text, counts.n_places, "places taken for states that no table knows: look at them");
    add_count (text, counts.n_countries, "countries left out that no table knows");
    report_error ("%s", text->str);
}

/* What is asked for. */
typedef struct {
    const char *format, *path;
    const GxEntityType *type;
    gboolean join;
} Request;

static ExitStatus
import_files (const Options *options, const Request *request)
{
    g_autoptr (GError) error = NULL;
    Complaining complaining = { options->verbosity, 0 };
    g_autoptr (GxDictionary) dictionary = load_dictionary (options, &error);
    g_autoptr (GxImport) import = dictionary ? gx_import_new (dictionary, request->type, complain, &complaining) : NULL;
    if (import && request->join)
        gx_import_join (import);
    if (!import || !read_files (import, options, request->format, &complaining, &error) ||
        !write_to_path (request->path, write_table, import, &error)) {
        report_failure (error);
        return EXIT_FAILED;
    }
    GxImportCounts counts = gx_import_counts (import);
    if (options->verbosity != REPORT_QUIET)
        report_counts (counts);
    return counts.n_malformed > 0 ? EXIT_SKIPPED : EXIT_DONE;
}

ExitStatus
dict_import (int argc, char **argv)
{
    g_autofree char *format = NULL, *path = NULL, *type = NULL, *formats = g_strjoinv (", ", (char **)gx_import_formats ());
    gboolean join = FALSE;
    const GOptionEntry own[] = {
        { "from", 0, 0, G_OPTION_ARG_STRING, &format, "The format of the files (default: told by name and content)", "FORMAT" },
        { "type", 't', 0, G_OPTION_ARG_STRING, &type, "The type of names whose file tells none: person, state or institution", "TYPE" },
        { "join", 0, 0, G_OPTION_ARG_NONE, &join, "Who comes without an id is whom the tables know by that name", NULL },
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, "File to write (default: standard output)", "FILE" },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    g_autofree char *description =
        g_strdup_printf ("FORMAT is one of: %s.\n\nExample:\n  guanxi dict import --from spacy patterns.jsonl -o mine.tsv\n"
                         "  guanxi dict import --from list --type person names.txt > people.tsv\n",
                         formats);
    const OptionHelp help = {
        "FILE…",
        "Writes the names in files of other programs as a table (- is standard input). Wikidata's\n"
        "ids are kept; others become slugs. What is no person, state or institution is left out.",
        description,
    };
    g_auto (Options) options = { 0 };
    ExitStatus status = EXIT_DONE;
    GxEntityType told = GX_ENTITY_PERSON;
    if (!options_parse (&options, OPTIONS_DICTIONARY, own, &help, argc, argv, &status))
        return status;
    if (format && !g_strv_contains (gx_import_formats (), format))
        return options_misuse (argv[0], "--from is one of: %s", formats);
    if (type && !gx_entity_type_parse (type, &told))
        return options_misuse (argv[0], "--type is person, state or institution");
    if (options.n_arguments == 0)
        return options_misuse (argv[0], "name at least one file");
    return import_files (&options, &(Request){ format, path, type ? &told : NULL, join });
}
