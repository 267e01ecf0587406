/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dict.h"

#include <unistd.h>

/* What is to be written, and where. */
typedef struct {
    const char *format, *path;
    GxNamesOptions names;
} Writing;

static gboolean
write_folder (const GxDictionary *dictionary, const Writing *writing, GError **error)
{
    g_autoptr (GxOutput) output = gx_output_new (writing->path, error);
    return output && gx_names_write_folder (dictionary, writing->format, &writing->names, output, error) &&
           gx_output_commit (output, error);
}

static gboolean
write_names (const GxDictionary *dictionary, const Writing *writing, GError **error)
{
    if (gx_names_format_is_folder (writing->format))
        return write_folder (dictionary, writing, error);
    if (!writing->path || strcmp (writing->path, "-") == 0) {
        g_autoptr (GxWriter) writer = gx_writer_new (STDOUT_FILENO, "standard output");
        gx_names_write (dictionary, writing->format, &writing->names, writer);
        return gx_writer_finish (writer, error);
    }
    g_autofree char *folder = g_path_get_dirname (writing->path), *name = g_path_get_basename (writing->path);
    g_autoptr (GxOutput) output = gx_output_new (folder, error);
    GxWriter *writer = output ? gx_output_add (output, name, error) : NULL;
    if (!writer)
        return FALSE;
    gx_names_write (dictionary, writing->format, &writing->names, writer);
    return gx_output_commit (output, error);
}

static gboolean
parse_types (const char *names, guint *types)
{
    g_auto (GStrv) parts = g_strsplit (names, ",", -1);
    for (guint i = 0; parts[i]; i++) {
        GxEntityType type;
        if (!gx_entity_type_parse (g_strstrip (parts[i]), &type))
            return FALSE;
        *types |= 1u << type;
    }
    return TRUE;
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
    Writing writing = { format, path, { 0, sure ? GX_ALIAS_CONTEXT : 0u } };
    if (!format || !g_strv_contains (gx_names_formats (), format))
        return options_misuse (argv[0], "--to is spacy, gate or jieba");
    if (types && !parse_types (types, &writing.names.types))
        return options_misuse (argv[0], "--type is person, state or institution, or several with commas between");
    if (gx_names_format_is_folder (format) && (!path || strcmp (path, "-") == 0))
        return options_misuse (argv[0], "lists are a folder: name it by --output");

    g_autoptr (GError) error = NULL;
    g_autofree const char **tables = dict_tables (&options, 0);
    g_autoptr (GxDictionary) dictionary = gx_dictionary_load (options.base, tables, &error);
    if (dictionary && write_names (dictionary, &writing, &error))
        return EXIT_DONE;
    report_failure (error);
    return EXIT_FAILED;
}
