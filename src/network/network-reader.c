/* SPDX-License-Identifier: GPL-3.0-or-later
 * network-reader.c - GraphML of any tool -> a network.
 *
 * igraph parses; here its attributes become nodes and edges. A weight of 0 is no edge; a weight that was not given is 1 (igraph can't tell
 * it from NaN); a negative one, or one beyond 10^15 or below its inverse, means something else than a count and is refused. Where our own
 * files had to write another id than the entity's, because XML can't hold it, they say the entity's in `entity`. */
#include "graph.h"
#include "network-parts.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Weights outside are no counts and no shares; inside, sums and quotients stay finite. */
static const double least_weight = 1e-15, most_weight = 1e15;

/** The attributes of a graph's nodes or edges: name to igraph_attribute_type_t. */
typedef struct {
    const igraph_t *graph;
    GHashTable *nodes, *edges;
} Attributes;

static void
attributes_clear (Attributes *self)
{
    g_clear_pointer (&self->nodes, g_hash_table_unref);
    g_clear_pointer (&self->edges, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Attributes, attributes_clear)

static GHashTable *
attribute_types (const igraph_strvector_t *names, const GxInts *types)
{
    GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    for (igraph_integer_t i = 0; i < igraph_strvector_size (names); i++)
        g_hash_table_insert (table, g_strdup (igraph_strvector_get (names, i)), GINT_TO_POINTER ((gint)VECTOR (*types)[i]));
    return table;
}

/* What igraph calls the three sorts of names and types it lists. */
typedef struct {
    igraph_strvector_t names[3];
    GxInts types[3];
    guint n_names, n_types;
} Listing;

static void
listing_clear (Listing *self)
{
    for (guint i = 0; i < self->n_names; i++)
        igraph_strvector_destroy (&self->names[i]);
    for (guint i = 0; i < self->n_types; i++)
        gx_ints_clear (&self->types[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listing, listing_clear)

static gboolean
list_attributes (const igraph_t *graph, Attributes *attributes, GError **error)
{
    g_auto (Listing) list = { 0 };

    for (guint i = 0; i < 3; i++) {
        if (!gx_igraph_succeeded (igraph_strvector_init (&list.names[i], 0), error))
            return FALSE;
        list.n_names++;
        if (!gx_ints_init (&list.types[i], 0, error))
            return FALSE;
        list.n_types++;
    }
    if (!gx_igraph_succeeded (
            igraph_cattribute_list (graph, &list.names[0], &list.types[0], &list.names[1], &list.types[1], &list.names[2], &list.types[2]),
            error))
        return FALSE;
    attributes->graph = graph;
    attributes->nodes = attribute_types (&list.names[1], &list.types[1]);
    attributes->edges = attribute_types (&list.names[2], &list.types[2]);
    return TRUE;
}

static char *
number_text (double value)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];

    return isnan (value) ? NULL : g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", value));
}

/* A node's attribute as text; NULL when it isn't there or empty. */
static char *
node_text (const Attributes *attributes, const char *name, guint node)
{
    gint type = GPOINTER_TO_INT (g_hash_table_lookup (attributes->nodes, name));
    const char *text;

    if (type == IGRAPH_ATTRIBUTE_NUMERIC)
        return number_text (igraph_cattribute_VAN (attributes->graph, name, node));
    if (type != IGRAPH_ATTRIBUTE_STRING)
        return NULL;
    text = igraph_cattribute_VAS (attributes->graph, name, node);
    return text && *text ? g_strdup (text) : NULL;
}

static char *
edge_text (const Attributes *attributes, const char *name, guint edge)
{
    gint type = GPOINTER_TO_INT (g_hash_table_lookup (attributes->edges, name));
    const char *text;

    if (type == IGRAPH_ATTRIBUTE_NUMERIC)
        return number_text (igraph_cattribute_EAN (attributes->graph, name, edge));
    if (type != IGRAPH_ATTRIBUTE_STRING)
        return NULL;
    text = igraph_cattribute_EAS (attributes->graph, name, edge);
    return text && *text ? g_strdup (text) : NULL;
}

/* The number in text, or missing when there is none. */
static double
parse_number (const char *text, double missing)
{
    char *end = NULL;
    double value;

    if (!text)
        return missing;
    value = g_ascii_strtod (text, &end);
    while (g_ascii_isspace (*end))
        end++;
    return end == text || *end ? missing : value;
}

static guint64
parse_count (char *text)
{
    g_autofree char *owned = text;
    double value = parse_number (owned, 0);

    return value >= 1 && value < 9e15 ? (guint64)value : 0;
}

static const char *
keep_text (GxNetwork *self, char *text)
{
    g_autofree char *owned = text;

    return gx_network_keep (self, owned);
}

/* Whether id is what our files write instead of entity: a colon for a plus, or a hash. */
static gboolean
stands_for (const char *id, const char *entity)
{
    g_autofree char *written = g_strdelimit (g_strdup (entity), "+", ':');

    return strcmp (id, written) == 0 || g_str_has_prefix (id, "ent-");
}

static char *
node_id (const Attributes *attributes, guint index)
{
    g_autofree char *id = node_text (attributes, "id", index);
    g_autofree char *entity = node_text (attributes, "entity", index);

    if (!id)
        return g_strdup_printf ("n%u", index);
    return entity && stands_for (id, entity) ? g_steal_pointer (&entity) : g_steal_pointer (&id);
}

static void
read_node (GxNetwork *self, const Attributes *attributes, guint index)
{
    g_autofree char *id = node_id (attributes, index);
    g_autofree char *label = node_text (attributes, "label", index);
    g_autofree char *type = node_text (attributes, "entity_type", index);
    GxNode node = { 0 };

    if (!label)
        label = node_text (attributes, "name", index);
    if (!type)
        type = node_text (attributes, "type", index);
    node.id = gx_network_keep (self, id);
    node.label = gx_network_keep (self, label ? label : id);
    node.type = gx_network_keep (self, type);
    node.english = keep_text (self, node_text (attributes, "english", index));
    node.country = keep_text (self, node_text (attributes, "country", index));
    node.windows = parse_count (node_text (attributes, "windows", index));
    node.mentions = parse_count (node_text (attributes, "mentions", index));
    node.documents = parse_count (node_text (attributes, "documents", index));
    gx_network_add_node (self, &node);
}

static gboolean
read_edge (GxNetwork *self, const Attributes *attributes, guint index, GError **error)
{
    g_autofree char *weight = edge_text (attributes, "weight", index);
    GxEdge edge = { .weight = parse_number (weight, 1) };

    edge.a = (guint)IGRAPH_FROM (attributes->graph, index);
    edge.b = (guint)IGRAPH_TO (attributes->graph, index);
    if (edge.weight == 0)
        return TRUE;
    if (!(edge.weight >= least_weight && edge.weight <= most_weight)) {
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "the edge of %s and %s has the weight %s", gx_network_node (self, edge.a)->id,
                     gx_network_node (self, edge.b)->id, weight);
        return FALSE;
    }
    edge.count = parse_count (edge_text (attributes, "count", index));
    edge.documents = parse_count (edge_text (attributes, "documents", index));
    edge.touching = parse_count (edge_text (attributes, "touching", index));
    edge.first_date = keep_text (self, edge_text (attributes, "first_date", index));
    edge.last_date = keep_text (self, edge_text (attributes, "last_date", index));
    gx_network_add_edge (self, &edge);
    return TRUE;
}

static GxNetwork *
convert_graph (const igraph_t *graph, GError **error)
{
    igraph_integer_t n_nodes = igraph_vcount (graph), n_edges = igraph_ecount (graph);
    g_autoptr (GxNetwork) self = gx_network_new_empty ();
    g_auto (Attributes) attributes = { 0 };

    if (n_nodes >= G_MAXINT || n_edges >= G_MAXINT) {
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "too many nodes or edges");
        return NULL;
    }
    if (!list_attributes (graph, &attributes, error))
        return NULL;
    for (guint i = 0; i < (guint)n_nodes; i++)
        read_node (self, &attributes, i);
    for (guint i = 0; i < (guint)n_edges; i++)
        if (!read_edge (self, &attributes, i, error))
            return NULL;
    return gx_network_settle (self, error) ? g_steal_pointer (&self) : NULL;
}

static GxNetwork *
parse_stream (FILE *stream, GError **error)
{
    g_autoptr (GxIgraph) igraph = gx_igraph_enter (0, error);
    igraph_t graph;
    GxNetwork *self;

    if (!igraph)
        return NULL;
    if (!gx_igraph_succeeded (igraph_read_graph_graphml (&graph, stream, 0), error)) {
        if (error && *error)
            (*error)->code = GX_ERROR_FORMAT;
        return NULL;
    }
    self = convert_graph (&graph, error);
    igraph_destroy (&graph);
    return self;
}

GxNetwork *
gx_network_read (const char *path, GError **error)
{
    FILE *stream = g_fopen (path, "rb");
    GxNetwork *self;
    int saved = errno;

    if (stream && g_file_test (path, G_FILE_TEST_IS_DIR)) {
        (void)fclose (stream);
        stream = NULL;
        saved = EISDIR;
    }
    if (!stream) {
        g_set_error (error, GX_ERROR, GX_ERROR_IO, "%s: %s", path, g_strerror (saved));
        return NULL;
    }
    self = parse_stream (stream, error);
    (void)fclose (stream); /* only read from: nothing can be lost */
    if (!self)
        g_prefix_error (error, "%s: ", path);
    return self;
}
