/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load.h"

typedef enum { AS_GRAPHML, AS_NODES, AS_EDGES } Shape;

static gboolean
parse_shape (const char *name, Shape *shape)
{
    static const char *const names[] = { "graphml", "nodes", "edges" };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (strcmp (name, names[i]) == 0) {
            *shape = (Shape)i;
            return TRUE;
        }
    return FALSE;
}

/* What is written, and as what. */
typedef struct {
    const GxNetwork *network;
    Shape shape;
    const GxExportInfo *info;
} Writing;

static void
write_shape (gpointer data, GxWriter *writer)
{
    const Writing *writing = data;
    switch (writing->shape) {
    case AS_GRAPHML:
        gx_export_graphml (writing->network, writing->info, writer);
        break;
    case AS_NODES:
        gx_export_nodes_csv (writing->network, writer);
        break;
    case AS_EDGES:
        gx_export_edges_csv (writing->network, writer);
        break;
    }
}

ExitStatus
command_export (int argc, char **argv)
{
    g_autofree char *as = NULL, *path = NULL, *title = NULL;
    g_auto (GStrv) documents = NULL;
    const GOptionEntry own[] = {
        { "as", 0, 0, G_OPTION_ARG_STRING, &as, "What to write: graphml (default), nodes or edges (CSV)", "SHAPE" },
        { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, "File to write (default: standard output)", "FILE" },
        { "title", 0, 0, G_OPTION_ARG_FILENAME, &title, "Title of the network", "TEXT" },
        { "document", 'D', 0, G_OPTION_ARG_FILENAME_ARRAY, &documents, "Count only this document: name, part of it, or number (repeatable)",
          "NAME" },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const OptionHelp help = {
        "NETWORK",
        "Writes a network, counted anew with these options, for other programs. NETWORK is a\n"
        "folder that `guanxi build` wrote, a corpus.db, or any GraphML file.",
        "Example:\n  guanxi export output --type person --min-count 2 -o people.graphml\n  guanxi export output --as edges > edges.csv\n",
    };
    g_auto (Options) options = { 0 };
    ExitStatus status = EXIT_DONE;
    Shape shape = AS_GRAPHML;
    if (!options_parse (&options, OPTIONS_NETWORK, own, &help, argc, argv, &status))
        return status;
    if (as && !parse_shape (as, &shape))
        return options_misuse (argv[0], "--as is graphml, nodes or edges");
    if (options.n_arguments != 1)
        return options_misuse (argv[0], "name one network");
    if (!options_check_text (argv[0], "--title", title))
        return EXIT_MISUSED;

    g_autoptr (GError) error = NULL;
    g_autoptr (GxNetwork) network = load_network (options.arguments[0], &options, (const char *const *)documents, &error);
    GxExportInfo info = { title, title, gx_window_name (options.count.window) };
    Writing writing = { network, shape, &info };
    if (!network || !gx_network_measure (network, &error) || !gx_network_find_communities (network, &error) ||
        !gx_network_lay_out (network, &error) || !write_to_path (path, write_shape, &writing, &error)) {
        report_failure (error);
        return EXIT_FAILED;
    }
    return EXIT_DONE;
}
