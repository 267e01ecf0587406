/* SPDX-License-Identifier: GPL-3.0-or-later
 * fuzz-graphml.c - a GraphML file of any bytes: read, measured and told apart into communities. */
#include "fuzz.h"

#include <glib/gstdio.h>
#include <guanxi/network.h>
#include <math.h>
#include <unistd.h>

static void
check (const GxNetwork *network)
{
    guint n_nodes = 0, n_edges = 0;
    (void)gx_network_nodes (network, &n_nodes);
    const GxEdge *edges = gx_network_edges (network, &n_edges);
    for (guint i = 0; i < n_edges; i++)
        g_assert_true (edges[i].a < edges[i].b && edges[i].b < n_nodes && isfinite (edges[i].weight) && edges[i].weight > 0);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp ("fuzz-XXXXXX.graphml", &path, NULL);
    g_assert_cmpint (fd, >=, 0);
    g_assert_cmpint (write (fd, data, size), ==, (gssize)size);
    g_assert_cmpint (close (fd), ==, 0);

    g_autoptr (GxNetwork) network = gx_network_read (path, NULL);
    g_assert_cmpint (g_unlink (path), ==, 0);
    if (network) {
        check (network);
        (void)(gx_network_measure (network, NULL) && gx_network_find_communities (network, NULL));
    }
    return 0;
}
