/* SPDX-License-Identifier: GPL-3.0-or-later
 * graphml.c - GraphML that Gephi, Cytoscape, networkx, igraph, graph-tool, Tulip, R and graph databases read alike.
 *
 * What they need: UTF-8 without a byte order mark; keys before the graph, the graph's data before its nodes, nodes before edges; no
 * defaults, no descriptions, no key for `all`; `entity_type`, since `type` breaks some; weights above 0; a line for every element. */
#include "graphml-fields.h"
#include "node-ids.h"
#include "xml-text.h"

#include <guanxi/export.h>
#include <guanxi/version.h>

static void
vertex_clear (gpointer data)
{
    GxVertex *self = data;

    g_free (self->label);
    g_free (self->name);
}

/* Cleaning may make two names the same that were not; then the id tells them apart again. */
static char *
unique_name (const char *name, const char *id, GHashTable *used)
{
    char *unique = gx_xml_clean (name);

    while (!*unique || g_hash_table_contains (used, unique)) {
        char *longer = *unique ? g_strdup_printf ("%s [%s]", unique, id) : g_strdup (id);

        g_free (unique);
        unique = longer;
    }
    g_hash_table_add (used, unique);
    return unique;
}

/* Coordinates are there for all nodes or for none; before a layout they are all 0. */
static gboolean
has_layout (const GxNode *nodes, guint n_nodes)
{
    for (guint i = 0; i < n_nodes; i++)
        if (nodes[i].x != 0 || nodes[i].y != 0)
            return TRUE;
    return n_nodes == 1;
}

static GArray *
make_vertices (const GxNetwork *network, const GPtrArray *ids)
{
    guint n_nodes, n_edges;
    const GxNode *nodes = gx_network_nodes (network, &n_nodes);
    const GxEdge *edges = gx_network_edges (network, &n_edges);
    gboolean has_place = has_layout (nodes, n_nodes);
    g_autofree double *strengths = g_new0 (double, n_nodes);
    g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
    GArray *vertices = g_array_sized_new (FALSE, FALSE, sizeof (GxVertex), n_nodes);
    double largest = 0;

    g_array_set_clear_func (vertices, vertex_clear);
    for (guint i = 0; i < n_edges; i++) {
        strengths[edges[i].a] += edges[i].weight;
        strengths[edges[i].b] += edges[i].weight;
    }
    for (guint i = 0; i < n_nodes; i++)
        largest = MAX (largest, strengths[i]);
    for (guint i = 0; i < n_nodes; i++) {
        GxVertex vertex = { &nodes[i],
                            g_ptr_array_index (ids, i),
                            gx_xml_clean (nodes[i].label),
                            NULL,
                            gx_size_of_strength (strengths[i], largest),
                            gx_colour_of_type (nodes[i].type),
                            has_place };

        vertex.name = unique_name (nodes[i].name, vertex.id, used);
        if (!*vertex.label) {
            g_free (vertex.label);
            vertex.label = g_strdup (vertex.id);
        }
        g_array_append_val (vertices, vertex);
    }
    return vertices;
}

static gboolean
occurs (const GxField *field, const char *items, guint n_items, gsize item_size)
{
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < n_items; i++) {
        g_string_truncate (text, 0);
        if (field->tell (items + i * item_size, text))
            return TRUE;
    }
    return FALSE;
}

/* Declares the fields that occur in at least one of the items. */
static void
put_keys (const GxField *fields, gsize n_fields, const char *domain, const char *items, guint n_items, gsize item_size, GxWriter *writer)
{
    for (gsize f = 0; f < n_fields; f++)
        if (occurs (&fields[f], items, n_items, item_size))
            gx_writer_printf (writer, "  <key id=\"%c_%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>\n", *domain == 'n' ? 'v' : 'e',
                              fields[f].name, domain, fields[f].name, fields[f].type);
}

static void
put_data (const GxField *fields, gsize n_fields, char prefix, gconstpointer item, GString *text, GxWriter *writer)
{
    for (gsize f = 0; f < n_fields; f++) {
        g_string_truncate (text, 0);
        if (!fields[f].tell (item, text))
            continue;
        gx_writer_printf (writer, "      <data key=\"%c_%s\">", prefix, fields[f].name);
        gx_xml_put (writer, text->str);
        gx_writer_puts (writer, "</data>\n");
    }
}

static char *
describe (const GxNetwork *network)
{
    const GxCountTotals *totals = gx_network_totals (network);
    guint n_nodes, n_edges;

    gx_network_nodes (network, &n_nodes);
    gx_network_edges (network, &n_edges);
    if (totals->documents == 0)
        return g_strdup_printf ("Co-occurrence network: %u nodes, %u edges", n_nodes, n_edges);
    return g_strdup_printf ("Co-occurrence network: %u nodes, %u edges; %" G_GUINT64_FORMAT " documents, %" G_GUINT64_FORMAT
                            " mentions, %" G_GUINT64_FORMAT " windows with an entity",
                            n_nodes, n_edges, totals->documents, totals->mentions, totals->windows_with_entity);
}

/* Readers of a folder of networks expect all of them in each, so what isn't known is said to be so. */
static void
put_graph_data (const GxNetwork *network, const GxExportInfo *info, GxWriter *writer)
{
    const GxCountTotals *totals = gx_network_totals (network);
    g_autofree char *description = describe (network);
    const char *source = info && info->source ? info->source : NULL;
    const char *title = info && info->title ? info->title : source ? source : "guanxi network";
    const struct {
        const char *name, *value;
    } data[] = {
        { "name", title },
        { "title", title },
        { "description", description },
        { "source", source },
        { "date", totals->last_date },
        { "window", info ? info->window : NULL },
        { "weighting", totals->documents > 0 ? "count of windows" : "as read" },
        { "generator", "guanxi " GX_VERSION_STRING },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (data); i++) {
        g_autofree char *clean = gx_xml_clean (data[i].value ? data[i].value : "");

        gx_writer_printf (writer, "    <data key=\"g_%s\">", data[i].name);
        gx_xml_put (writer, *clean ? clean : "unknown");
        gx_writer_puts (writer, "</data>\n");
    }
}

static void
put_graph_keys (GxWriter *writer)
{
    static const char *const names[] = { "name", "title", "description", "source", "date", "window", "weighting", "generator" };

    for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        gx_writer_printf (writer, "  <key id=\"g_%s\" for=\"graph\" attr.name=\"%s\" attr.type=\"string\"/>\n", names[i], names[i]);
}

void
gx_export_graphml (const GxNetwork *network, const GxExportInfo *info, GxWriter *writer)
{
    guint n_nodes, n_edges;
    const GxNode *nodes = gx_network_nodes (network, &n_nodes);
    const GxEdge *edges = gx_network_edges (network, &n_edges);
    g_autoptr (GPtrArray) ids = gx_node_ids (nodes, n_nodes);
    g_autoptr (GArray) vertices = make_vertices (network, ids);
    g_autoptr (GString) text = g_string_new (NULL);
    gsize n_vertex_fields, n_edge_fields;
    const GxField *vertex_fields = gx_vertex_fields (&n_vertex_fields);
    const GxField *edge_fields = gx_edge_fields (&n_edge_fields);

    gx_writer_puts (writer,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
                    "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
                    "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n");
    put_graph_keys (writer);
    put_keys (vertex_fields, n_vertex_fields, "node", vertices->data, n_nodes, sizeof (GxVertex), writer);
    put_keys (edge_fields, n_edge_fields, "edge", (const char *)edges, n_edges, sizeof (GxEdge), writer);
    gx_writer_puts (writer, "  <graph id=\"cooccurrence\" edgedefault=\"undirected\">\n");
    put_graph_data (network, info, writer);
    for (guint i = 0; i < n_nodes; i++) {
        const GxVertex *vertex = &g_array_index (vertices, GxVertex, i);

        gx_writer_printf (writer, "    <node id=\"%s\">\n", vertex->id);
        put_data (vertex_fields, n_vertex_fields, 'v', vertex, text, writer);
        gx_writer_puts (writer, "    </node>\n");
    }
    for (guint i = 0; i < n_edges; i++) {
        gx_writer_printf (writer, "    <edge id=\"e%u\" source=\"%s\" target=\"%s\">\n", i, (char *)g_ptr_array_index (ids, edges[i].a),
                          (char *)g_ptr_array_index (ids, edges[i].b));
        put_data (edge_fields, n_edge_fields, 'e', &edges[i], text, writer);
        gx_writer_puts (writer, "    </edge>\n");
    }
    gx_writer_puts (writer, "  </graph>\n</graphml>\n");
}
