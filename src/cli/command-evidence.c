/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ask.h"
#include "load.h"

#include <unistd.h>

typedef struct {
    GxTable *table;   /* rows for programs, or NULL */
    GxWriter *writer; /* text for people, or NULL */
    guint n_taken, top;
} Showing;

/* The sentence with its mentions in brackets. */
static void
write_marked (const GxEvidence *evidence, GxWriter *writer)
{
    gsize at = 0;
    gx_writer_puts (writer, "  ");
    for (guint i = 0; i < evidence->n_mentions; i++) {
        GxSpan span = evidence->mentions[i].in_sentence;
        gx_writer_put (writer, evidence->text + at, span.start - at);
        gx_writer_puts (writer, "[");
        gx_writer_put (writer, evidence->text + span.start, span.end - span.start);
        gx_writer_puts (writer, "]");
        at = span.end;
    }
    gx_writer_puts (writer, evidence->text + at);
    gx_writer_puts (writer, "\n");
}

/* The document, or the file inside it. */
static char *
place_of (const GxEvidence *evidence)
{
    return evidence->part ? g_strconcat (evidence->document, "/", evidence->part, NULL) : g_strdup (evidence->document);
}

static void
write_for_people (const GxEvidence *evidence, GxWriter *writer)
{
    g_autofree char *place = place_of (evidence);
    gx_writer_printf (writer, "%s:%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT, place, evidence->source.start, evidence->source.end);
    if (evidence->date)
        gx_writer_printf (writer, "  %s", evidence->date);
    if (evidence->title)
        gx_writer_printf (writer, "  %s", evidence->title);
    if (!gx_block_set_has (GX_BLOCK_SET_DEFAULT, evidence->block))
        gx_writer_printf (writer, "  [%s]", gx_block_type_name (evidence->block));
    gx_writer_puts (writer, "\n");
    write_marked (evidence, writer);
    for (guint i = 0; i < evidence->n_mentions; i++) {
        const GxEvidenceMention *mention = &evidence->mentions[i];
        gx_writer_printf (writer, "    %s  %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT "  %s\n", mention->entity->name, mention->source.start,
                          mention->source.end, mention->rule);
    }
    gx_writer_puts (writer, "\n");
}

static void
add_rows (const GxEvidence *evidence, GxTable *table)
{
    g_autofree char *place = place_of (evidence);
    for (guint i = 0; i < evidence->n_mentions; i++) {
        const GxEvidenceMention *mention = &evidence->mentions[i];
        g_autofree char *text =
            g_strndup (evidence->text + mention->in_sentence.start, mention->in_sentence.end - mention->in_sentence.start);
        gx_table_put_text (table, place);
        gx_table_put_text (table, evidence->date);
        gx_table_put_int (table, (gint64)evidence->source.start);
        gx_table_put_int (table, (gint64)evidence->source.end);
        gx_table_put_text (table, mention->entity->id);
        gx_table_put_text (table, mention->entity->name);
        gx_table_put_int (table, (gint64)mention->source.start);
        gx_table_put_int (table, (gint64)mention->source.end);
        gx_table_put_text (table, text);
        gx_table_put_text (table, mention->rule);
        gx_table_put_text (table, evidence->text);
        gx_table_put_text (table, gx_block_type_name (evidence->block));
    }
}

static gboolean
take_evidence (const GxEvidence *evidence, gpointer user_data, GError **error)
{
    (void)error;
    Showing *showing = user_data;
    if (showing->top > 0 && showing->n_taken >= showing->top)
        return TRUE;
    showing->n_taken++;
    if (showing->table)
        add_rows (evidence, showing->table);
    else
        write_for_people (evidence, showing->writer);
    return TRUE;
}

static GxTable *
new_table (void)
{
    static const struct {
        const char *name;
        GxColumnType type;
    } columns[] = {
        { "document", GX_COLUMN_TEXT },       { "date", GX_COLUMN_TEXT },     { "sentence_start", GX_COLUMN_NUMBER },
        { "sentence_end", GX_COLUMN_NUMBER }, { "entity", GX_COLUMN_TEXT },   { "name", GX_COLUMN_TEXT },
        { "start", GX_COLUMN_NUMBER },        { "end", GX_COLUMN_NUMBER },    { "text", GX_COLUMN_TEXT },
        { "rule", GX_COLUMN_TEXT },           { "sentence", GX_COLUMN_TEXT }, { "block", GX_COLUMN_TEXT },
    };
    GxTable *table = gx_table_new ();
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        gx_table_add_column (table, columns[i].name, columns[i].type);
    return table;
}

static gboolean
show_evidence (const Options *options, GError **error)
{
    g_autoptr (GxStore) store = load_store (options->arguments[0], error);
    if (!store)
        return FALSE;
    guint n_entities = options->n_arguments - 1;
    g_autofree const GxEntity **entities = g_new0 (const GxEntity *, n_entities);
    for (guint i = 0; i < n_entities; i++)
        if (!(entities[i] = ask_entity (store, options->arguments[i + 1], error)))
            return FALSE;

    g_autoptr (GxTable) table = options->format == GX_TABLE_ALIGNED ? NULL : new_table ();
    g_autoptr (GxWriter) writer = gx_writer_new (STDOUT_FILENO, "standard output");
    Showing showing = { table, writer, 0, options->top };
    gint64 n_windows = gx_store_evidence (store, &options->count, entities, n_entities, take_evidence, &showing, error);
    if (n_windows < 0)
        return FALSE;
    if (table)
        gx_table_write (table, options->format, writer);
    else
        gx_writer_printf (writer, "%" G_GINT64_FORMAT " %s%s\n", n_windows, gx_window_name (options->count.window),
                          n_windows == 1 ? "" : "s");
    return gx_writer_finish (writer, error);
}

ExitStatus
command_evidence (int argc, char **argv)
{
    const OptionHelp help = {
        "NETWORK ENTITY [ENTITY…]",
        "Prints the sentences that mention all the entities: document, bytes in the file, and\n"
        "where each name stands. NETWORK is a folder that `guanxi build` wrote or a corpus.db;\n"
        "an ENTITY is an id or any name: as the texts write it, or as the dictionary knows it.",
        "Example:\n  guanxi evidence output 金正恩 特朗普\n  guanxi evidence output Q30 --format tsv --top 100\n",
    };
    g_auto (Options) options = { 0 };
    ExitStatus status = EXIT_DONE;
    if (!options_parse (&options, OPTIONS_WINDOW | OPTIONS_TABLE, NULL, &help, argc, argv, &status))
        return status;
    if (options.n_arguments < 2)
        return options_misuse (argv[0], "name a network and at least one entity");

    g_autoptr (GError) error = NULL;
    if (!show_evidence (&options, &error)) {
        report_failure (error);
        status = EXIT_FAILED;
    }
    return status;
}
