/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dictionaries.h"
#include "load.h"
#include "ranking.h"
#include "texts.h"

#include <stdio.h>
#include <unistd.h>

/* What one run of `build` works on. */
typedef struct {
    const Options *options;
    const char *folder, *title;
    GxOutput *output;
    GxStore *store;
    GxWriter *mentions;
    TextCounts texts;
    guint64 n_unresolved;
} Build;

static gboolean
keep_reading (const GxReading *reading, gpointer user_data, GError **error)
{
    Build *build = user_data;
    guint n_unresolved = 0;
    if (!reading->twin)
        gx_export_mentions (reading, GX_MENTIONS_TSV, build->mentions);
    if (!reading->twin && reading->mentions)
        (void)gx_mentions_unresolved (reading->mentions, &n_unresolved);
    build->n_unresolved += n_unresolved;
    return gx_store_add (build->store, reading, error);
}

static gboolean
fill_store (Build *build, const GxMatcher *matcher, GError **error)
{
    g_autofree char *name = g_build_filename (build->folder, GX_STORE_FILE, NULL);
    const char *path = gx_output_add_path (build->output, GX_STORE_FILE, error);
    build->store = path ? gx_store_create (path, name, error) : NULL;
    build->mentions = build->store ? gx_output_add (build->output, "mentions.tsv", error) : NULL;
    if (!build->mentions)
        return FALSE;
    gx_export_mentions_header (GX_MENTIONS_TSV, build->mentions);
    g_autoptr (GxRepeats) repeats = NULL;
    if (!survey_texts (build->options, &repeats, error) ||
        !read_texts (build->options, matcher, repeats, keep_reading, build, &build->texts, error))
        return FALSE;
    if (build->texts.n_read == 0) {
        g_set_error (error, GX_ERROR, GX_ERROR_EMPTY, "no text could be read; nothing was written");
        return FALSE;
    }
    return gx_store_finish (build->store, error);
}

static GxNetwork *
make_network (Build *build, GError **error)
{
    g_autoptr (GxNetwork) network = count_network (build->store, build->options, NULL, error);
    if (!network || !gx_network_measure (network, error) || !gx_network_find_communities (network, error) ||
        !gx_network_lay_out (network, error))
        return NULL;
    return g_steal_pointer (&network);
}

static gboolean
write_network (Build *build, const GxNetwork *network, GError **error)
{
    GxExportInfo info = { build->title, build->title, gx_window_name (build->options->count.window) };
    GxWriter *graphml = gx_output_add (build->output, "network.graphml", error);
    GxWriter *nodes = graphml ? gx_output_add (build->output, "nodes.csv", error) : NULL;
    GxWriter *edges = nodes ? gx_output_add (build->output, "edges.csv", error) : NULL;
    if (!edges)
        return FALSE;
    gx_export_graphml (network, &info, graphml);
    gx_export_nodes_csv (network, nodes);
    gx_export_edges_csv (network, edges);
    return !interrupt_check (error) && gx_output_commit (build->output, error);
}

static void
print_summary (const Build *build, const GxNetwork *network)
{
    guint n_nodes = 0, n_edges = 0;
    (void)gx_network_nodes (network, &n_nodes);
    (void)gx_network_edges (network, &n_edges);
    const GxCountTotals *totals = gx_network_totals (network);
    printf ("\n%u documents read, %u skipped; %" G_GUINT64_FORMAT " mentions of %u entities in %" G_GUINT64_FORMAT " %ss; %u edges\n",
            build->texts.n_read, build->texts.n_skipped, totals->mentions, n_nodes, totals->windows_with_entity,
            gx_window_name (build->options->count.window), n_edges);
    g_autofree char *duplicates = texts_duplicates (&build->texts);
    if (duplicates)
        printf ("%s\n", duplicates);
    if (build->n_unresolved > 0)
        printf ("%" G_GUINT64_FORMAT " %s left out: who is meant can't be told (guanxi mentions --unresolved)\n", build->n_unresolved,
                build->n_unresolved == 1 ? "name was" : "names were");
    if (totals->windows_crowded > 0)
        printf ("%" G_GUINT64_FORMAT " windows name more than %u entities and make no edges (--max-entities)\n", totals->windows_crowded,
                build->options->count.max_entities);
    printf ("network: %s/network.graphml\n", build->folder);
}

static ExitStatus
show_results (const Build *build, const GxNetwork *network)
{
    if (build->options->verbosity != REPORT_QUIET) {
        g_autoptr (GxTable) table = rank_nodes (network, GX_MEASURE_STRENGTH, build->options->top, build->options->format);
        if (print_table (table, build->options->format) != EXIT_DONE)
            return EXIT_FAILED;
        if (build->options->format == GX_TABLE_ALIGNED)
            print_summary (build, network);
    }
    return build->texts.n_skipped > 0 ? EXIT_SKIPPED : EXIT_DONE;
}

static ExitStatus
build_network (Build *build)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxDictionary) dictionary = load_dictionary (build->options, &error);
    g_autoptr (GxMatcher) matcher = dictionary ? make_matcher (build->options, dictionary) : NULL;
    g_autoptr (GxNetwork) network = NULL;

    if (matcher)
        build->output = gx_output_new (build->folder, &error);
    if (build->output && fill_store (build, matcher, &error))
        network = make_network (build, &error);
    ExitStatus status = EXIT_FAILED;
    if (network && write_network (build, network, &error))
        status = show_results (build, network);
    else
        report_failure (error);
    gx_store_free (build->store);
    gx_output_free (build->output);
    return status;
}

ExitStatus
command_build (int argc, char **argv)
{
    g_autofree char *folder = NULL, *title = NULL;
    gboolean nested = FALSE;
    const GOptionEntry own[] = {
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &folder, "Folder to write to (default: output)", "FOLDER" },
        { "title", 0, 0, G_OPTION_ARG_FILENAME, &title, "Title of the network", "TEXT" },
        { "nested", 0, 0, G_OPTION_ARG_NONE, &nested, "Count the states inside names of institutions too", NULL },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const OptionHelp help = {
        "PATH…",
        "Reads texts (files, folders, - for standard input) and writes their network:\n"
        "network.graphml, nodes.csv, edges.csv, mentions.tsv and corpus.db.",
        "Example:\n  guanxi build texts/ -o output\n  guanxi build --window paragraph --min-count 2 a.md b.html -o output\n",
    };
    g_auto (Options) options = { .top = 20 };
    ExitStatus status = EXIT_DONE;
    if (!options_parse (&options, OPTIONS_INPUT | OPTIONS_DICTIONARY | OPTIONS_LISTED | OPTIONS_NETWORK | OPTIONS_TABLE, own, &help, argc,
                        argv, &status))
        return status;
    if (options.n_arguments == 0)
        return options_misuse (argv[0], "name at least one file or folder");
    if (!options_check_text (argv[0], "--title", title))
        return EXIT_MISUSED;

    options.count_nested = nested;
    Build build = { .options = &options, .folder = folder ? folder : "output", .title = title };
    interrupt_watch ();
    status = build_network (&build);
    interrupt_finish ();
    return status;
}
