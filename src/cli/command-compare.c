/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "load.h"

#include <stdio.h>
#include <unistd.h>

/* A network with the name it is called by. */
typedef struct {
    char *name;
    GxNetwork *network;
} Named;

static void
clear_named (gpointer data)
{
    Named *named = data;
    g_free (named->name);
    gx_network_free (named->network);
}

static gboolean
add_path (GArray *networks, const char *path, const Options *options, const char *const *documents, GError **error)
{
    GxNetwork *network = load_network (path, options, documents, error);
    if (!network)
        return FALSE;
    Named named = { g_strdup (path), network };
    g_array_append_val (networks, named);
    return TRUE;
}

/* Each of these documents (or all) as a network of its own. */
static gboolean
add_documents (GArray *networks, const char *path, const Options *options, const char *const *names, GError **error)
{
    g_autoptr (GxStore) store = load_store (path, error);
    if (!store)
        return FALSE;
    g_autofree gint64 *wanted = find_documents (store, names, error);
    if (names && !wanted)
        return FALSE;
    guint n_documents = 0;
    const GxStoreDocument *documents = gx_store_documents (store, &n_documents, error);
    if (!documents)
        return FALSE;
    for (guint i = 0; i < n_documents; i++) {
        gboolean chosen = !wanted && !documents[i].failure && !documents[i].twin;
        for (guint w = 0; wanted && wanted[w]; w++)
            chosen |= wanted[w] == documents[i].number;
        if (!chosen)
            continue;
        const gint64 one[] = { documents[i].number, 0 };
        GxNetwork *network = count_network (store, options, one, error);
        if (!network)
            return FALSE;
        Named named = { g_strdup (documents[i].name), network };
        g_array_append_val (networks, named);
    }
    return TRUE;
}

static void
add_figures (GxTable *table, const char *a, const char *b, const GxComparisonSummary *summary)
{
    enum { DIGITS = 6 };
    gx_table_put_text (table, a);
    gx_table_put_text (table, b);
    gx_table_put_int (table, summary->nodes_a);
    gx_table_put_int (table, summary->nodes_b);
    gx_table_put_int (table, summary->nodes_both);
    gx_table_put_int (table, summary->edges_a);
    gx_table_put_int (table, summary->edges_b);
    gx_table_put_int (table, summary->edges_both);
    gx_table_put_double (table, summary->node_jaccard, DIGITS);
    gx_table_put_double (table, summary->edge_jaccard, DIGITS);
    gx_table_put_double (table, summary->edge_jaccard_common_nodes, DIGITS);
    gx_table_put_double (table, summary->jensen_shannon, DIGITS);
}

static GxTable *
new_summary (void)
{
    static const char *const numbers[] = { "nodes_a",       "nodes_b",      "nodes_both",
                                           "edges_a",       "edges_b",      "edges_both",
                                           "node_jaccard",  "edge_jaccard", "edge_jaccard_common_nodes",
                                           "jensen_shannon" };
    GxTable *table = gx_table_new ();
    gx_table_add_column (table, "a", GX_COLUMN_TEXT);
    gx_table_add_column (table, "b", GX_COLUMN_TEXT);
    for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
        gx_table_add_column (table, numbers[i], GX_COLUMN_NUMBER);
    return table;
}

static GxTable *
list_edges (const GxComparison *comparison, guint top)
{
    enum { DIGITS = 4 };
    guint n_nodes = 0, n_edges = 0;
    const GxNodeDifference *nodes = gx_comparison_nodes (comparison, &n_nodes);
    const GxEdgeDifference *edges = gx_comparison_edges (comparison, &n_edges);
    GxTable *table = gx_table_new ();

    gx_table_add_column (table, "source", GX_COLUMN_TEXT);
    gx_table_add_column (table, "target", GX_COLUMN_TEXT);
    gx_table_add_column (table, "where", GX_COLUMN_TEXT);
    gx_table_add_column (table, "weight_a", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "weight_b", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "share_a", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "share_b", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "difference", GX_COLUMN_NUMBER);
    for (guint i = 0; i < n_edges && (top == 0 || i < top); i++) {
        gx_table_put_text (table, nodes[edges[i].a].label);
        gx_table_put_text (table, nodes[edges[i].b].label);
        gx_table_put_text (table, gx_side_name (edges[i].side));
        gx_table_put_double (table, edges[i].weight_a, DIGITS);
        gx_table_put_double (table, edges[i].weight_b, DIGITS);
        gx_table_put_double (table, edges[i].share_a, DIGITS);
        gx_table_put_double (table, edges[i].share_b, DIGITS);
        gx_table_put_double (table, edges[i].share_a - edges[i].share_b, DIGITS);
    }
    return table;
}

static GxTable *
list_nodes (const GxComparison *comparison, guint top)
{
    enum { DIGITS = 4 };
    guint n_nodes = 0;
    const GxNodeDifference *nodes = gx_comparison_nodes (comparison, &n_nodes);
    GxTable *table = gx_table_new ();

    gx_table_add_column (table, "name", GX_COLUMN_TEXT);
    gx_table_add_column (table, "type", GX_COLUMN_TEXT);
    gx_table_add_column (table, "where", GX_COLUMN_TEXT);
    gx_table_add_column (table, "rank_a", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "rank_b", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "share_a", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "share_b", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "difference", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "id", GX_COLUMN_TEXT);
    for (guint i = 0; i < n_nodes && (top == 0 || i < top); i++) {
        gx_table_put_text (table, nodes[i].label);
        gx_table_put_text (table, nodes[i].type);
        gx_table_put_text (table, gx_side_name (nodes[i].side));
        nodes[i].rank_a > 0 ? gx_table_put_int (table, nodes[i].rank_a) : gx_table_put_text (table, NULL);
        nodes[i].rank_b > 0 ? gx_table_put_int (table, nodes[i].rank_b) : gx_table_put_text (table, NULL);
        gx_table_put_double (table, nodes[i].share_a, DIGITS);
        gx_table_put_double (table, nodes[i].share_b, DIGITS);
        gx_table_put_double (table, nodes[i].share_a - nodes[i].share_b, DIGITS);
        gx_table_put_text (table, nodes[i].id);
    }
    return table;
}

/* What a comparison of two prints: figures, edges or nodes. */
typedef enum { SHOW_ALL, SHOW_SUMMARY, SHOW_EDGES, SHOW_NODES } Show;

static gboolean
parse_show (const char *name, Show *show)
{
    static const char *const names[] = { "all", "summary", "edges", "nodes" };
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (strcmp (name, names[i]) == 0) {
            *show = (Show)i;
            return TRUE;
        }
    return FALSE;
}

static ExitStatus
print_figures (const GArray *networks, GxTableFormat format)
{
    g_autoptr (GxTable) table = new_summary ();
    for (guint i = 0; i < networks->len; i++)
        for (guint j = i + 1; j < networks->len; j++) {
            const Named *a = &g_array_index (networks, Named, i), *b = &g_array_index (networks, Named, j);
            g_autoptr (GxComparison) comparison = gx_comparison_new (a->network, b->network);
            add_figures (table, a->name, b->name, gx_comparison_summary (comparison));
        }
    return print_table (table, format);
}

static ExitStatus
print_comparison (const GArray *networks, Show show, const Options *options)
{
    if (show == SHOW_SUMMARY || networks->len > 2)
        return print_figures (networks, options->format);

    const Named *a = &g_array_index (networks, Named, 0), *b = &g_array_index (networks, Named, 1);
    g_autoptr (GxComparison) comparison = gx_comparison_new (a->network, b->network);
    g_autoptr (GxTable) nodes = list_nodes (comparison, options->top), edges = list_edges (comparison, options->top);
    if (show == SHOW_ALL && options->format == GX_TABLE_ALIGNED) {
        ExitStatus status = print_figures (networks, options->format);
        printf ("\nEdges, largest difference of shares first (a: %s, b: %s)\n", a->name, b->name);
        if (fflush (stdout) != 0 || status != EXIT_DONE)
            return EXIT_FAILED;
    }
    return print_table (show == SHOW_NODES ? nodes : edges, options->format);
}

static gboolean
collect (GArray *networks, const Options *options, const char *by, const char *const *documents, GError **error)
{
    if (by || (documents && options->n_arguments == 1))
        return add_documents (networks, options->arguments[0], options, documents, error);
    for (guint i = 0; i < options->n_arguments; i++)
        if (!add_path (networks, options->arguments[i], options, NULL, error))
            return FALSE;
    return TRUE;
}

ExitStatus
command_compare (int argc, char **argv)
{
    g_autofree char *by = NULL, *shown = NULL;
    g_auto (GStrv) documents = NULL;
    const GOptionEntry own[] = {
        { "by", 0, 0, G_OPTION_ARG_STRING, &by, "Compare the parts of one store with each other: document", "PART" },
        { "document", 'D', 0, G_OPTION_ARG_FILENAME_ARRAY, &documents, "Compare these documents of one store (repeatable)", "NAME" },
        { "show", 0, 0, G_OPTION_ARG_STRING, &shown, "Print summary, edges, nodes or all (default; two networks only)", "WHAT" },
        { NULL, 0, 0, 0, NULL, NULL, NULL },
    };
    const OptionHelp help = {
        "NETWORK [NETWORK…]",
        "Compares networks: which nodes and edges they share, how far their edge shares\n"
        "diverge, what one ties together and the other does not. A NETWORK is a folder that\n"
        "`guanxi build` wrote, a corpus.db, or any GraphML file.",
        "Shares are weights divided by the total weight. jensen_shannon: 0 the same, 1 nothing in common;\n"
        "small networks differ much by chance alone.\n\n"
        "Example:\n  guanxi compare output --by document\n  guanxi compare before/ after/ --show edges --top 20\n",
    };
    g_auto (Options) options = { .top = 20 };
    ExitStatus status = EXIT_DONE;
    Show show = SHOW_ALL;
    if (!options_parse (&options, OPTIONS_NETWORK | OPTIONS_TABLE, own, &help, argc, argv, &status))
        return status;
    if (by && strcmp (by, "document") != 0)
        return options_misuse (argv[0], "--by is document");
    if (shown && !parse_show (shown, &show))
        return options_misuse (argv[0], "--show is summary, edges, nodes or all");
    if (options.n_arguments == 0 || ((by || documents) ? options.n_arguments != 1 : options.n_arguments < 2))
        return options_misuse (argv[0], "name two networks, or one with --by document");

    g_autoptr (GError) error = NULL;
    g_autoptr (GArray) networks = g_array_new (FALSE, FALSE, sizeof (Named));
    g_array_set_clear_func (networks, clear_named);
    if (!collect (networks, &options, by, (const char *const *)documents, &error)) {
        report_failure (error);
        return EXIT_FAILED;
    }
    if (networks->len < 2) {
        report_error ("%s: there are fewer than two texts to compare", options.arguments[0]);
        return EXIT_FAILED;
    }
    return print_comparison (networks, show, &options);
}
