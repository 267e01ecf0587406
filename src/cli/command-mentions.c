/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load.h"

#include <unistd.h>

typedef struct {
    const Options *options;
    GxCorpus *corpus;
    GxMentionFormat format;
    GxWriter *writer;
    Progress progress;
} Listing;

static gboolean
take_reading (const GxReading *reading, gpointer user_data, GError **error)
{
    Listing *listing = user_data;
    if (reading->failure && listing->options->strict) {
        *error = g_error_copy (reading->failure);
        return FALSE;
    }
    progress_take (&listing->progress, listing->corpus, reading);
    if (!reading->failure)
        gx_export_mentions (reading, listing->format, listing->writer);
    return TRUE;
}

static gboolean
list_mentions (Listing *listing, GError **error)
{
    const Options *options = listing->options;
    g_autoptr (GxDictionary) dictionary = gx_dictionary_load (options->base, (const char *const *)options->dictionaries, error);
    if (!dictionary)
        return FALSE;
    g_autoptr (GxMatcher) matcher = gx_matcher_new (dictionary);
    g_autoptr (GxCorpus) corpus = gx_corpus_open ((const char *const *)options->arguments, &options->corpus, error);
    if (!corpus)
        return FALSE;
    g_autoptr (GxWriter) writer = gx_writer_new (STDOUT_FILENO, "standard output");
    listing->corpus = corpus;
    listing->writer = writer;
    gx_export_mentions_header (listing->format, writer);
    progress_start (&listing->progress, options->verbosity);
    gboolean done = gx_corpus_read_all (corpus, matcher, options->n_threads, take_reading, listing, error);
    progress_end (&listing->progress);
    return done && gx_writer_finish (writer, error);
}

ExitStatus
command_mentions (int argc, char **argv)
{
    g_autofree char *format = NULL;
    const GOptionEntry own[] = {
        { "format", 'f', 0, G_OPTION_ARG_STRING, &format, "Write as tsv (default) or jsonl", "FORMAT" },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const OptionHelp help = {
        "PATH…",
        "Prints every mention in texts (files, folders, - for standard input), one a line:\n"
        "document, start and end (bytes of the file), text, entity, name, type, rule, sentence.",
        "Example:\n  guanxi mentions texts/ > mentions.tsv\n  echo 朝美首脑会谈 | guanxi mentions -\n",
    };
    g_auto (Options) options = { 0 };
    ExitStatus status = EXIT_DONE;
    if (!options_parse (&options, OPTIONS_INPUT | OPTIONS_DICTIONARY, own, &help, argc, argv, &status))
        return status;
    if (options.n_arguments == 0)
        return options_misuse (argv[0], "name at least one file or folder");
    if (format && strcmp (format, "tsv") != 0 && strcmp (format, "jsonl") != 0)
        return options_misuse (argv[0], "--format is tsv or jsonl");

    Listing listing = { .options = &options, .format = format && strcmp (format, "jsonl") == 0 ? GX_MENTIONS_JSONL : GX_MENTIONS_TSV };
    g_autoptr (GError) error = NULL;
    if (!list_mentions (&listing, &error)) {
        report_failure (error);
        status = EXIT_FAILED;
    } else if (listing.progress.n_skipped > 0)
        status = listing.progress.n_read > 0 ? EXIT_SKIPPED : EXIT_FAILED;
    return status;
}
