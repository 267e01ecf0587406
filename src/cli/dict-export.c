/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dict.h"
#include "dictionaries.h"
#include "load.h"

/* What is to be written, and where. */
typedef struct {
    const GxDictionary *dictionary;
    const char *format, *path;
    GxNamesOptions names;
} Writing;

static gboolean
write_folder (const Writing *writing, GError **error)
{
    g_autoptr (GxOutput) output = gx_output_new (writing->path, error);
    return output && gx_names_write_folder (writing->dictionary, writing->format, &writing->names, output, error) &&
           gx_output_commit (output, error);
}

static void
write_file (gpointer data, GxWriter *writer)
{
    const Writing *writing = data;
    gx_names_write (writing->dictionary, writing->format, &writing->names, writer);
}

static gboolean
write_names (Writing *writing, GError **error)
{
    if (gx_names_format_is_folder (writing->format))
        return write_folder (writing, error);
    return write_to_path (writing->path, write_file, writing, error);
}

ExitStatus
dict_export (int argc, char **argv)
{
    g_autofree char *format = NULL, *path = NULL, *types = NULL;
    gboolean sure = FALSE;
    const GOptionEntry own[] = {
        { "to", 0, 0, G_OPTION_ARG_STRING, &format, "The format to write: spacy, gate or jieba", "FORMAT" },
        { "type", 't', 0, G_OPTION_ARG_STRING, &types, "Only these types: person, state, institution, with commas between", "TYPES" },
        { "sure", 0, 0, G_OPTION_ARG_NONE, &sure, "Leave out names that count only in context (~)", NULL },
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, "File (for gate: folder) to write (default: standard output)", "PATH" },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const OptionHelp help = {
        "[TABLE…]",
        "Writes the names of the tables for other programs: patterns of spaCy's EntityRuler, lists\n"
        "of GATE (a folder; their features stand behind a tab) or a user dictionary of jieba.",
        "Those programs have no grammar of names: marks and one-character abbreviations are lost.\n\n"
        "Example:\n  guanxi dict export --to spacy --sure -o patterns.jsonl\n"
        "  guanxi dict export --to gate --no-builtin mine.tsv -o gazetteer\n",
    };
    g_auto (Options) options = { 0 };
    ExitStatus status = EXIT_DONE;
    if (!options_parse (&options, OPTIONS_DICTIONARY, own, &help, argc, argv, &status))
        return status;
    Writing writing = { NULL, format, path, { 0, sure ? GX_ALIAS_CONTEXT : 0u } };
    if (!format || !g_strv_contains (gx_names_formats (), format))
        return options_misuse (argv[0], "--to is spacy, gate or jieba");
    if (types && !options_parse_types (types, &writing.names.types))
        return options_misuse (argv[0], "--type is person, state or institution, or several with commas between");
    if (gx_names_format_is_folder (format) && (!path || strcmp (path, "-") == 0))
        return options_misuse (argv[0], "lists are a folder: name it by --output");

    g_autoptr (GError) error = NULL;
    g_autofree const char **tables = dict_tables (&options, 0);
    g_autoptr (GxDictionary) dictionary = load_tables (&options, tables, &error);
    writing.dictionary = dictionary;
    if (dictionary && write_names (&writing, &error))
        return EXIT_DONE;
    report_failure (error);
    return EXIT_FAILED;
}
