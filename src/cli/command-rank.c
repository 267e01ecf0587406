/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load.h"
#include "ranking.h"

#include <unistd.h>

ExitStatus
command_rank (int argc, char **argv)
{
    g_autofree char *by = NULL;
    g_auto (GStrv) documents = NULL;
    const GOptionEntry own[] = {
        { "by", 'b', 0, G_OPTION_ARG_STRING, &by,
          "Measure to rank by: degree, strength (default), betweenness, betweenness_unweighted, harmonic, eigenvector, pagerank, coreness",
          "MEASURE" },
        { "document", 'D', 0, G_OPTION_ARG_FILENAME_ARRAY, &documents, "Count only this document: name, part of it, or number (repeatable)",
          "NAME" },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const OptionHelp help = {
        "NETWORK",
        "Prints the nodes of a network with their centralities. NETWORK is a folder that\n"
        "`guanxi build` wrote, a corpus.db, or any GraphML file.",
        "Betweenness and harmonic centrality take strong ties as short; NA: not defined.\n"
        "tsv, csv, json and jsonl have all measures, a table the usual ones and the one it is ranked by.\n\n"
        "Example:\n  guanxi rank output --by betweenness --top 10\n  guanxi rank output --type person --format csv > people.csv\n",
    };
    g_auto (Options) options = { .top = 30 };
    ExitStatus status = EXIT_DONE;
    if (!options_parse (&options, OPTIONS_NETWORK | OPTIONS_TABLE, own, &help, argc, argv, &status))
        return status;
    GxMeasure measure = GX_MEASURE_STRENGTH;
    if (by && !gx_measure_parse (by, &measure))
        return options_misuse (argv[0], "there is no measure `%s`", by);
    if (options.n_arguments > 1)
        return options_misuse (argv[0], "name one network");

    g_autoptr (GError) error = NULL;
    const char *path = options.n_arguments == 1 ? options.arguments[0] : "output";
    g_autoptr (GxNetwork) network = load_network (path, &options, (const char *const *)documents, &error);
    if (!network || !gx_network_measure (network, &error) || !gx_network_find_communities (network, &error)) {
        report_failure (error);
        return EXIT_FAILED;
    }
    g_autoptr (GxTable) table = rank_nodes (network, measure, options.top, options.format);
    return print_table (table, options.format);
}
