/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "texts.h"

#include <unistd.h>

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

/* The text that spans count the bytes of. */
static void
print_source (const GxReading *reading, GxWriter *writer)
{
    GxStr text = gx_source_text (reading->source);

    gx_writer_put (writer, text.data, text.len);
}

/* A way of printing a document. */
typedef struct {
    const char *name;
    void (*print) (const GxReading *reading, GxWriter *writer);
} Format;

static const Format formats[] = { { "text", print_document }, { "jsonl", gx_export_document_json }, { "source", print_source } };

typedef struct {
    const Format *format;
    GxWriter *writer;
} Listing;

static gboolean
print_reading (const GxReading *reading, gpointer user_data, GError **error)
{
    const Listing *listing = user_data;
    (void)error; /* the writer keeps its own until it is finished */
    if (!reading->failure)
        listing->format->print (reading, listing->writer);
    return TRUE;
}

static const Format *
find_format (const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
        if (!name || strcmp (formats[i].name, name) == 0)
            return &formats[i];
    return NULL;
}

ExitStatus
command_clean (int argc, char **argv)
{
    g_autofree char *format = NULL;
    const GOptionEntry own[] = {
        { "format", 'f', 0, G_OPTION_ARG_STRING, &format, "Write as text (default), jsonl, or source: the text whose bytes are counted",
          "FORMAT" },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const OptionHelp help = {
        "PATH…",
        "Prints texts as they are read: title, author and date, then every block with its\n"
        "kind and its bytes in the file, one numbered sentence a line.",
        "Example:\n  guanxi clean report.txt | less\n",
    };
    g_auto (Options) options = { 0 };
    ExitStatus status = EXIT_DONE;
    if (!options_parse (&options, OPTIONS_INPUT, own, &help, argc, argv, &status))
        return status;
    if (options.n_arguments == 0)
        return options_misuse (argv[0], "name at least one file or folder");

    if (!find_format (format))
        return options_misuse (argv[0], "--format is text, jsonl or source");

    TextCounts counts = { 0 };
    g_autoptr (GError) error = NULL;
    g_autoptr (GxWriter) writer = gx_writer_new (STDOUT_FILENO, "standard output");
    Listing listing = { find_format (format), writer };
    if (read_texts (&options, NULL, print_reading, &listing, &counts, &error) && gx_writer_finish (writer, &error))
        return texts_status (&counts);
    report_failure (error);
    return EXIT_FAILED;
}
