/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "components.h"

static GxComponent *
component_new (void)
{
    GxComponent *self = g_new (GxComponent, 1);

    self->nodes = g_array_new (FALSE, FALSE, sizeof (guint));
    self->edges = g_array_new (FALSE, FALSE, sizeof (GxEdge));
    return self;
}

static void
component_free (gpointer data)
{
    GxComponent *self = data;

    g_array_unref (self->nodes);
    g_array_unref (self->edges);
    g_free (self);
}

static guint
find_root (guint *parents, guint node)
{
    while (parents[node] != node) {
        parents[node] = parents[parents[node]];
        node = parents[node];
    }
    return node;
}

static int
compare_components (gconstpointer a, gconstpointer b)
{
    const GArray *left = (*(GxComponent *const *)a)->nodes, *right = (*(GxComponent *const *)b)->nodes;

    if (left->len != right->len)
        return left->len > right->len ? -1 : 1;
    return g_array_index (left, guint, 0) < g_array_index (right, guint, 0) ? -1 : 1;
}

GPtrArray *
gx_components_find (const GxNetwork *network)
{
    guint n_nodes, n_edges;
    const GxEdge *edges = gx_network_edges (network, &n_edges);
    GPtrArray *components = g_ptr_array_new_with_free_func (component_free);

    gx_network_nodes (network, &n_nodes);
    g_autofree guint *parents = g_new (guint, n_nodes);
    g_autofree guint *places = g_new (guint, n_nodes);                 /* node to its index in its component */
    g_autofree GxComponent **owners = g_new0 (GxComponent *, n_nodes); /* root to component */

    for (guint i = 0; i < n_nodes; i++)
        parents[i] = i;
    for (guint i = 0; i < n_edges; i++) {
        guint a = find_root (parents, edges[i].a), b = find_root (parents, edges[i].b);

        parents[MAX (a, b)] = MIN (a, b);
    }
    for (guint i = 0; i < n_nodes; i++) {
        guint root = find_root (parents, i);

        if (!owners[root]) {
            owners[root] = component_new ();
            g_ptr_array_add (components, owners[root]);
        }
        places[i] = owners[root]->nodes->len;
        g_array_append_val (owners[root]->nodes, i);
    }
    for (guint i = 0; i < n_edges; i++) {
        GxEdge edge = edges[i];

        edge.a = places[edges[i].a];
        edge.b = places[edges[i].b];
        g_array_append_val (owners[find_root (parents, edges[i].a)]->edges, edge);
    }
    g_ptr_array_sort (components, compare_components);
    return components;
}
