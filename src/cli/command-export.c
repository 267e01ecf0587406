/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load.h"

#include <unistd.h>

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

static void
write_shape (const GxNetwork *network, Shape shape, const GxExportInfo *info, GxWriter *writer)
{
    switch (shape) {
    case AS_GRAPHML:
        gx_export_graphml (network, info, writer);
        break;
    case AS_NODES:
        gx_export_nodes_csv (network, writer);
        break;
    case AS_EDGES:
        gx_export_edges_csv (network, writer);
        break;
    }
}

static gboolean
write_to (const GxNetwork *network, Shape shape, const GxExportInfo *info, const char *path, GError **error)
{
    if (!path || strcmp (path, "-") == 0) {
        g_autoptr (GxWriter) writer = gx_writer_new (STDOUT_FILENO, "standard output");
        write_shape (network, shape, info, writer);
        return gx_writer_finish (writer, error);
    }
    g_autofree char *folder = g_path_get_dirname (path), *name = g_path_get_basename (path);
    g_autoptr (GxOutput) output = gx_output_new (folder, error);
    GxWriter *writer = output ? gx_output_add (output, name, error) : NULL;
    if (!writer)
        return FALSE;
    write_shape (network, shape, info, writer);
    return gx_output_commit (output, error);
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
    if (!network || !gx_network_measure (network, &error) || !gx_network_find_communities (network, &error) ||
        !gx_network_lay_out (network, &error) || !write_to (network, shape, &info, path, &error)) {
        report_failure (error);
        return EXIT_FAILED;
    }
    return EXIT_DONE;
}
