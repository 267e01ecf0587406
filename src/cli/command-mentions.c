/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dictionaries.h"
#include "texts.h"

#include <unistd.h>

/* What is listed. */
typedef struct {
    void (*header) (GxMentionFormat format, GxWriter *writer);
    void (*rows) (const GxReading *reading, GxMentionFormat format, GxWriter *writer);
} Kind;

typedef struct {
    Kind kind;
    GxMentionFormat format;
    GxWriter *writer;
} Listing;

static gboolean
list_reading (const GxReading *reading, gpointer user_data, GError **error)
{
    Listing *listing = user_data;
    (void)error; /* the writer keeps its own until it is finished */
    if (!reading->twin)
        listing->kind.rows (reading, listing->format, listing->writer);
    return TRUE;
}

static gboolean
list_mentions (const Options *options, Kind kind, GxMentionFormat format, TextCounts *counts, GError **error)
{
    g_autoptr (GxDictionary) dictionary = load_dictionary (options, error);
    if (!dictionary)
        return FALSE;
    g_autoptr (GxMatcher) matcher = make_matcher (options, dictionary);
    g_autoptr (GxWriter) writer = gx_writer_new (STDOUT_FILENO, "standard output");
    Listing listing = { kind, format, writer };
    g_autoptr (GxRepeats) repeats = NULL;
    kind.header (format, writer);
    if (!survey_texts (options, &repeats, error) || !read_texts (options, matcher, repeats, list_reading, &listing, counts, error) ||
        !gx_writer_finish (writer, error))
        return FALSE;
    g_autofree char *duplicates = texts_duplicates (counts);
    if (duplicates && options->verbosity != REPORT_QUIET)
        report_error ("%s", duplicates);
    return TRUE;
}

ExitStatus
command_mentions (int argc, char **argv)
{
    static const Kind mentions = { gx_export_mentions_header, gx_export_mentions };
    static const Kind with_nested = { gx_export_nested_header, gx_export_nested };
    static const Kind unresolved_names = { gx_export_unresolved_header, gx_export_unresolved };
    g_autofree char *format = NULL;
    gboolean nested = FALSE, unresolved = FALSE;
    const GOptionEntry own[] = {
        { "format", 'f', 0, G_OPTION_ARG_STRING, &format, "Write as tsv (default) or jsonl", "FORMAT" },
        { "nested", 0, 0, G_OPTION_ARG_NONE, &nested, "List the states inside names of institutions too, with a column part_of", NULL },
        { "unresolved", 0, 0, G_OPTION_ARG_NONE, &unresolved, "List instead the names that several entities share, left unread", NULL },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const OptionHelp help = {
        "PATH…",
        "Prints every mention in texts (files, folders, - for standard input), one a line:\n"
        "document, start and end (bytes of the file), text, entity, name, type, rule, sentence,\n"
        "and the kind of block it stands in. Documents that repeat others are left out.",
        "Example:\n  guanxi mentions texts/ > mentions.tsv\n  echo 朝美首脑会谈 | guanxi mentions -\n",
    };
    g_auto (Options) options = { 0 };
    ExitStatus status = EXIT_DONE;
    if (!options_parse (&options, OPTIONS_INPUT | OPTIONS_DICTIONARY | OPTIONS_LISTED, own, &help, argc, argv, &status))
        return status;
    if (options.n_arguments == 0)
        return options_misuse (argv[0], "name at least one file or folder");
    if (format && strcmp (format, "tsv") != 0 && strcmp (format, "jsonl") != 0)
        return options_misuse (argv[0], "--format is tsv or jsonl");
    if (nested && unresolved)
        return options_misuse (argv[0], "--nested and --unresolved exclude each other");

    TextCounts counts = { 0 };
    g_autoptr (GError) error = NULL;
    const Kind kind = unresolved ? unresolved_names : nested ? with_nested : mentions;
    if (list_mentions (&options, kind, format && strcmp (format, "jsonl") == 0 ? GX_MENTIONS_JSONL : GX_MENTIONS_TSV, &counts, &error))
        return texts_status (&counts);
    report_failure (error);
    return EXIT_FAILED;
}
