/* SPDX-License-Identifier: GPL-3.0-or-later
 * graphml-fields.h - what a GraphML file says of a node and of an edge. */
#pragma once

#include "palette.h"

#include <guanxi/network.h>

/** A node with what its data need beyond it. */
typedef struct {
    const GxNode *node;
    const char *id;
    char *label, *name;
    double size;
    GxColour colour;
    gboolean has_place;
} GxVertex;

/** A kind of data: the key's name and type, and how the value is told. The value is appended to text; FALSE: there is none. */
typedef struct {
    const char *name, *type;
    gboolean (*tell) (gconstpointer item, GString *text);
} GxField;

/** The fields of a node (GxVertex) and of an edge (GxEdge), in the order they are written. */
const GxField *gx_vertex_fields (gsize *n_fields);
const GxField *gx_edge_fields (gsize *n_fields);
