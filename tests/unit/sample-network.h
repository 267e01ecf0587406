/* SPDX-License-Identifier: GPL-3.0-or-later
 * sample-network.h - small networks for tests. */
#pragma once

#include "network-parts.h"

#include <math.h>
#include <string.h>

/** The index of the node with this id, added when it isn't there. */
static inline guint
sample_node (GxNetwork *network, const char *id)
{
    for (guint i = 0; i < network->nodes->len; i++)
        if (strcmp (gx_network_node (network, i)->id, id) == 0)
            return i;

    GxNode node = { 0 };

    node.id = node.label = gx_network_keep (network, id);
    node.type = node.english = node.country = "";
    return gx_network_add_node (network, &node);
}

/** A network from lines like `a b 3`, or `a` for a node alone. */
static inline GxNetwork *
sample_network (const char *text)
{
    GxNetwork *network = gx_network_new_empty ();
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

    for (guint i = 0; lines[i]; i++) {
        g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
        GxEdge edge = { .first_date = "", .last_date = "" };

        if (!words[0])
            continue;
        edge.a = sample_node (network, words[0]);
        if (!words[1])
            continue;
        edge.b = sample_node (network, words[1]);
        edge.weight = g_ascii_strtod (words[2], NULL);
        edge.count = (guint64)edge.weight;
        gx_network_add_edge (network, &edge);
    }
    g_assert_true (gx_network_settle (network, NULL));
    return network;
}

/** The node with this id. */
static inline const GxNode *
find_sample_node (const GxNetwork *network, const char *id)
{
    guint n_nodes;
    const GxNode *nodes = gx_network_nodes (network, &n_nodes);

    for (guint i = 0; i < n_nodes; i++)
        if (strcmp (nodes[i].id, id) == 0)
            return &nodes[i];
    g_error ("no node %s", id);
}

/** A reference network: number of nodes and edges, names, then `from to weight` by index. NULL when the file isn't there. */
static inline GxNetwork *
reference_network (const char *file)
{
    g_autofree char *path = g_build_filename (GUANXI_SHARED, "methods-ref", file, NULL);
    g_autofree char *text = NULL;
    GxNetwork *network;

    if (!g_file_get_contents (path, &text, NULL, NULL))
        return NULL;
    network = gx_network_new_empty ();

    g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);
    guint n_nodes = (guint)g_ascii_strtoull (lines[0], NULL, 10);

    for (guint i = 1; i <= n_nodes; i++)
        sample_node (network, lines[i]);
    for (guint i = n_nodes + 1; lines[i]; i++) {
        char *rest = lines[i];
        GxEdge edge = { .first_date = "", .last_date = "" };

        edge.a = (guint)g_ascii_strtoull (rest, &rest, 10);
        edge.b = (guint)g_ascii_strtoull (rest, &rest, 10);
        edge.weight = g_ascii_strtod (rest, NULL);
        gx_network_add_edge (network, &edge);
    }
    g_assert_true (gx_network_settle (network, NULL));
    return network;
}

static inline gboolean
is_near (double a, double b, double tolerance)
{
    return fabs (a - b) <= tolerance * MAX (1, fabs (b));
}
