/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load.h"

#include <unistd.h>

typedef struct {
    const Options *options;
    GxCorpus *corpus;
    GxWriter *writer;
    Progress progress;
} Printing;

static void
put_field (GxWriter *writer, const char *name, const char *value)
{
    if (value)
        gx_writer_printf (writer, "%s: %s\n", name, value);
}

/* One line a sentence, under a line for its block that says where in the source it lies. */
static void
print_document (const GxReading *reading, GxWriter *writer)
{
    const GxDocument *document = reading->document;
    guint n_blocks = 0, n_sentences = 0, next = 0;
    const GxBlock *blocks = gx_document_blocks (document, &n_blocks);
    const GxSentence *sentences = gx_sentences_get (reading->sentences, &n_sentences);
    GxStr text = gx_document_text (document);

    gx_writer_printf (writer, "==== %s (%s)\n", gx_document_name (document), gx_source_encoding (reading->source));
    put_field (writer, "title", gx_document_title (document));
    put_field (writer, "author", gx_document_author (document));
    put_field (writer, "date", gx_document_date (document));
    for (guint b = 0; b < n_blocks; b++) {
        GxSpan source = gx_document_source_span (document, blocks[b].start, blocks[b].end);
        gx_writer_printf (writer, "\n[%s %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT "]\n", gx_block_type_name (blocks[b].type), source.start,
                          source.end);
        if (blocks[b].type == GX_BLOCK_FURNITURE) {
            gx_writer_puts (writer, "  ");
            gx_writer_put (writer, text.data + blocks[b].start, blocks[b].end - blocks[b].start);
            gx_writer_puts (writer, "\n");
        }
        for (; next < n_sentences && sentences[next].block == b; next++) {
            gx_writer_printf (writer, "%4u  ", next + 1);
            gx_writer_put (writer, text.data + sentences[next].start, sentences[next].end - sentences[next].start);
            gx_writer_puts (writer, "\n");
        }
    }
    gx_writer_puts (writer, "\n");
}

static gboolean
take_reading (const GxReading *reading, gpointer user_data, GError **error)
{
    Printing *printing = user_data;
    if (reading->failure && printing->options->strict) {
        *error = g_error_copy (reading->failure);
        return FALSE;
    }
    progress_take (&printing->progress, printing->corpus, reading);
    if (!reading->failure)
        print_document (reading, printing->writer);
    return TRUE;
}

static gboolean
print_texts (Printing *printing, GError **error)
{
    const Options *options = printing->options;
    g_autoptr (GxCorpus) corpus = gx_corpus_open ((const char *const *)options->arguments, &options->corpus, error);
    if (!corpus)
        return FALSE;
    g_autoptr (GxWriter) writer = gx_writer_new (STDOUT_FILENO, "standard output");
    printing->corpus = corpus;
    printing->writer = writer;
    progress_start (&printing->progress, options->verbosity);
    gboolean done = gx_corpus_read_all (corpus, NULL, options->n_threads, take_reading, printing, error);
    progress_end (&printing->progress);
    return done && gx_writer_finish (writer, error);
}

ExitStatus
command_clean (int argc, char **argv)
{
    const OptionHelp help = {
        "PATH…",
        "Prints texts as they are read: title, author and date, then every block with its\n"
        "kind and its bytes in the file, one numbered sentence a line.",
        "Example:\n  guanxi clean report.txt | less\n",
    };
    g_auto (Options) options = { 0 };
    ExitStatus status = EXIT_DONE;
    if (!options_parse (&options, OPTIONS_INPUT, NULL, &help, argc, argv, &status))
        return status;
    if (options.n_arguments == 0)
        return options_misuse (argv[0], "name at least one file or folder");

    Printing printing = { .options = &options };
    g_autoptr (GError) error = NULL;
    if (!print_texts (&printing, &error)) {
        report_failure (error);
        status = EXIT_FAILED;
    } else if (printing.progress.n_skipped > 0)
        status = printing.progress.n_read > 0 ? EXIT_SKIPPED : EXIT_FAILED;
    return status;
}
