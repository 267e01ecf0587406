/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ranking.h"

#include <math.h>

typedef struct {
    const GxNode *node;
    double value;
} Ranked;

static gint
compare (gconstpointer a, gconstpointer b)
{
    const Ranked *first = a, *second = b;
    if (first->value != second->value)
        return first->value > second->value ? -1 : 1;
    if (first->node->windows != second->node->windows)
        return first->node->windows > second->node->windows ? -1 : 1;
    return strcmp (first->node->id, second->node->id);
}

/* Measures that a table has: all for programs; for people those that most ask for and the one it is in order of, as lines are short. */
static guint
choose_measures (GxMeasure by, GxTableFormat format)
{
    const guint usual = 1u << GX_MEASURE_DEGREE | 1u << GX_MEASURE_STRENGTH | 1u << GX_MEASURE_BETWEENNESS | 1u << GX_MEASURE_PAGERANK;
    return format == GX_TABLE_ALIGNED ? usual | 1u << by : (1u << GX_N_MEASURES) - 1;
}

static void
add_columns (GxTable *table, guint measures)
{
    gx_table_add_column (table, "rank", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "name", GX_COLUMN_TEXT);
    gx_table_add_column (table, "type", GX_COLUMN_TEXT);
    for (guint m = 0; m < GX_N_MEASURES; m++)
        if (measures & 1u << m)
            gx_table_add_column (table, gx_measure_name ((GxMeasure)m), GX_COLUMN_NUMBER);
    gx_table_add_column (table, "community", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "mentions", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "windows", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "documents", GX_COLUMN_NUMBER);
    gx_table_add_column (table, "id", GX_COLUMN_TEXT);
}

static void
add_row (GxTable *table, guint rank, const GxNode *node, guint measures)
{
    enum { DIGITS = 4 };
    gx_table_put_int (table, rank);
    gx_table_put_text (table, node->label);
    gx_table_put_text (table, node->type);
    for (guint m = 0; m < GX_N_MEASURES; m++) {
        double value = node->measures[m];
        if (!(measures & 1u << m))
            continue;
        if ((m == GX_MEASURE_DEGREE || m == GX_MEASURE_CORENESS) && !isnan (value))
            gx_table_put_int (table, (gint64)value);
        else
            gx_table_put_double (table, value, m == GX_MEASURE_STRENGTH ? 15 : DIGITS);
    }
    if (node->community < 0)
        gx_table_put_text (table, NULL);
    else
        gx_table_put_int (table, node->community);
    gx_table_put_int (table, (gint64)node->mentions);
    gx_table_put_int (table, (gint64)node->windows);
    gx_table_put_int (table, (gint64)node->documents);
    gx_table_put_text (table, node->id);
}

GxTable *
rank_nodes (const GxNetwork *network, GxMeasure by, guint top, GxTableFormat format)
{
    guint n_nodes = 0, measures = choose_measures (by, format);
    const GxNode *nodes = gx_network_nodes (network, &n_nodes);
    g_autofree Ranked *order = g_new (Ranked, MAX (n_nodes, 1));
    GxTable *table = gx_table_new ();

    for (guint i = 0; i < n_nodes; i++) {
        double value = nodes[i].measures[by];
        order[i] = (Ranked){ &nodes[i], isnan (value) ? -HUGE_VAL : value };
    }
    qsort (order, n_nodes, sizeof *order, compare);
    add_columns (table, measures);
    guint rank = 0;
    for (guint i = 0; i < n_nodes && (top == 0 || i < top); i++) {
        if (i == 0 || order[i].value != order[i - 1].value)
            rank = i + 1;
        add_row (table, rank, order[i].node, measures);
    }
    return table;
}
