/* SPDX-License-Identifier: GPL-3.0-or-later
 * components.h - the connected parts of a network. */
#pragma once

#include <guanxi/network.h>

/** A connected part. The ends of its edges index its nodes. */
typedef struct {
    GArray *nodes; /**< guint: indices into the network's nodes, ascending */
    GArray *edges; /**< GxEdge */
} GxComponent;

/** The parts (GxComponent), most nodes first, then by smallest node; the caller's. O(n log n + m). */
GPtrArray *gx_components_find (const GxNetwork *network);
