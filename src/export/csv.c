/* SPDX-License-Identifier: GPL-3.0-or-later
 * csv.c - nodes and edges as two tables, with the column names Gephi's spreadsheet importer knows. */
#include "field-text.h"

#include <guanxi/export.h>

#include <math.h>

static void
put_text (GxWriter *writer, const char *text)
{
    gx_csv_put (writer, gx_str (text));
    gx_writer_puts (writer, ",");
}

static void
put_count (GxWriter *writer, guint64 count)
{
    gx_writer_printf (writer, "%" G_GUINT64_FORMAT ",", count);
}

static void
put_number (GxWriter *writer, double value)
{
    if (isfinite (value))
        gx_writer_put_double (writer, value, 9);
    gx_writer_puts (writer, ",");
}

void
gx_export_nodes_csv (const GxNetwork *network, GxWriter *writer)
{
    guint n_nodes;
    const GxNode *nodes = gx_network_nodes (network, &n_nodes);

    gx_writer_puts (writer, "Id,Label,name,entity_type,english,country,windows,mentions,documents,");
    for (guint i = 0; i < GX_N_MEASURES; i++)
        gx_writer_printf (writer, "%s,", gx_measure_name ((GxMeasure)i));
    gx_writer_puts (writer, "community\r\n");
    for (guint i = 0; i < n_nodes; i++) {
        const GxNode *node = &nodes[i];

        put_text (writer, node->id);
        put_text (writer, node->label);
        put_text (writer, node->name);
        put_text (writer, node->type);
        put_text (writer, node->english);
        put_text (writer, node->country);
        put_count (writer, node->windows);
        put_count (writer, node->mentions);
        put_count (writer, node->documents);
        for (guint j = 0; j < GX_N_MEASURES; j++)
            put_number (writer, node->measures[j]);
        if (node->community >= 0)
            gx_writer_printf (writer, "%d", node->community);
        gx_writer_puts (writer, "\r\n");
    }
}

void
gx_export_edges_csv (const GxNetwork *network, GxWriter *writer)
{
    guint n_nodes, n_edges;
    const GxNode *nodes = gx_network_nodes (network, &n_nodes);
    const GxEdge *edges = gx_network_edges (network, &n_edges);

    gx_writer_puts (writer, "Source,Target,Type,Id,Weight,source_name,target_name,count,documents,touching,first_date,last_date\r\n");
    for (guint i = 0; i < n_edges; i++) {
        const GxEdge *edge = &edges[i];

        put_text (writer, nodes[edge->a].id);
        put_text (writer, nodes[edge->b].id);
        gx_writer_printf (writer, "Undirected,e%u,", i);
        put_number (writer, edge->weight);
        put_text (writer, nodes[edge->a].name);
        put_text (writer, nodes[edge->b].name);
        put_count (writer, edge->count);
        put_count (writer, edge->documents);
        put_count (writer, edge->touching);
        put_text (writer, edge->first_date);
        gx_csv_put (writer, gx_str (edge->last_date));
        gx_writer_puts (writer, "\r\n");
    }
}
