/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "texts.h"

#include <unistd.h>

static void
put_field (GxWriter *writer, const char *name, const char *value)
{
    if (value)
        gx_writer_printf (writer, "%s: %s\n", name, value);
}

/* What is known of the document. */
static void
print_header (const GxReading *reading, GxWriter *writer)
{
    const GxDocument *document = reading->document;
    const GxSource *source = reading->source;

    gx_writer_printf (writer, "==== %s (%s, %s", gx_document_name (document), gx_kind_name (gx_source_kind (source)),
                      gx_source_encoding (source));
    if (gx_source_confidence (source) < 100)
        gx_writer_printf (writer, " %u %%", gx_source_confidence (source));
    gx_writer_puts (writer, ")\n");
    put_field (writer, "title", gx_document_title (document));
    put_field (writer, "author", gx_document_author (document));
    if (gx_document_date (document))
        gx_writer_printf (writer, "date: %s (%s)\n", gx_document_date (document), gx_date_origin_name (gx_document_date_origin (document)));
    put_field (writer, "site", gx_document_site (document));
    if (reading->twin)
        gx_writer_printf (writer, "twin: %s (%u %%)\n", reading->twin, reading->similarity);
}

/* The block's kind, why it is furniture, and where it lies: in the part, if the source has parts. */
static void
print_place (const GxReading *reading, const GxBlock *block, GxWriter *writer)
{
    GxSpan span = gx_document_source_span (reading->document, block->start, block->end);
    const GxPart *part = gx_source_part_at (reading->source, span.start);
    gsize origin = part ? part->start : 0;

    gx_writer_printf (writer, "\n[%s", gx_block_type_name (block->type));
    if (block->reason != GX_REASON_NONE)
        gx_writer_printf (writer, " (%s)", gx_reason_name (block->reason));
    if (part)
        gx_writer_printf (writer, " %s", part->name);
    gx_writer_printf (writer, " %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT "]\n", span.start - origin, span.end - origin);
}

/* One line a sentence, under a line for its block. */
static void
print_document (const GxReading *reading, GxWriter *writer)
{
    const GxDocument *document = reading->document;
    guint n_blocks = 0, n_sentences = 0, next = 0;
    const GxBlock *blocks = gx_document_blocks (document, &n_blocks);
    const GxSentence *sentences = gx_sentences_get (reading->sentences, &n_sentences);
    GxStr text = gx_document_text (document);

    print_header (reading, writer);
    for (guint b = 0; b < n_blocks; b++) {
        print_place (reading, &blocks[b], writer);
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

typedef enum { SHOW_DOCUMENTS, SHOW_REMOVED, SHOW_DUPLICATES } Show;

static const Format formats[] = { { "text", print_document }, { "jsonl", gx_export_document_json }, { "source", print_source } };

typedef struct {
    Show show;
    const Format *format; /* of documents */
    GxRepeats *repeats;
    GxWriter *writer;
} Listing;

static gboolean
print_reading (const GxReading *reading, gpointer user_data, GError **error)
{
    const Listing *listing = user_data;
    (void)error; /* the writer keeps its own until it is finished */
    if (listing->show == SHOW_REMOVED)
        gx_export_removed (reading, listing->repeats, listing->writer);
    else if (listing->show == SHOW_DUPLICATES)
        gx_export_duplicate (reading, listing->writer);
    else if (!reading->failure)
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

static ExitStatus
show_texts (const Options *options, Listing *listing)
{
    TextCounts counts = { 0 };
    g_autoptr (GError) error = NULL;
    g_autoptr (GxWriter) writer = gx_writer_new (STDOUT_FILENO, "standard output");

    listing->writer = writer;
    if (listing->show == SHOW_REMOVED)
        gx_export_removed_header (writer);
    else if (listing->show == SHOW_DUPLICATES)
        gx_export_duplicates_header (writer);
    gboolean done = survey_texts (options, &listing->repeats, &error) &&
                    read_texts (options, NULL, listing->repeats, print_reading, listing, &counts, &error) &&
                    gx_writer_finish (writer, &error);
    gx_repeats_free (listing->repeats);
    if (done)
        return texts_status (&counts);
    report_failure (error);
    return EXIT_FAILED;
}

ExitStatus
command_clean (int argc, char **argv)
{
    g_autofree char *format = NULL;
    gboolean removed = FALSE, duplicates = FALSE;
    const GOptionEntry own[] = {
        { "format", 'f', 0, G_OPTION_ARG_STRING, &format, "Write as text (default), jsonl, or source: the text whose bytes are counted",
          "FORMAT" },
        { "removed", 0, 0, G_OPTION_ARG_NONE, &removed, "List what was taken out of the texts, and why (tab-separated)", NULL },
        { "duplicates", 0, 0, G_OPTION_ARG_NONE, &duplicates, "List documents that repeat others (tab-separated)", NULL },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const OptionHelp help = {
        "PATH…",
        "Prints texts as they are read: title, author and date, then every block with its\n"
        "kind and its bytes in the file, one numbered sentence a line.",
        "Example:\n  guanxi clean report.txt | less\n  guanxi clean --removed texts/ > removed.tsv\n",
    };
    g_auto (Options) options = { 0 };
    ExitStatus status = EXIT_DONE;
    if (!options_parse (&options, OPTIONS_INPUT, own, &help, argc, argv, &status))
        return status;
    if (options.n_arguments == 0)
        return options_misuse (argv[0], "name at least one file or folder");
    if (!find_format (format))
        return options_misuse (argv[0], "--format is text, jsonl or source");
    if (removed + duplicates + (format != NULL) > 1)
        return options_misuse (argv[0], "--removed, --duplicates and --format exclude each other");
    if (duplicates && options.keep_duplicates)
        return options_misuse (argv[0], "--duplicates and --keep-duplicates exclude each other");

    Listing listing = { .show = removed ? SHOW_REMOVED : duplicates ? SHOW_DUPLICATES : SHOW_DOCUMENTS, .format = find_format (format) };
    return show_texts (&options, &listing);
}
