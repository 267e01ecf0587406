/* SPDX-License-Identifier: GPL-3.0-or-later
 * layout.c - coordinates.
 *
 * Each connected part is laid out by itself: Kamada & Kawai from a circle, with lengths 1/sqrt(weight), then Fruchterman & Reingold from
 * there, which pushes apart what lies on one another; parts of more than 1500 nodes by DrL, whose cost grows with edges instead of pairs of
 * nodes. Then the parts are packed in rings around the largest, so that none of them lies far away. */
#include "components.h"
#include "graph.h"
#include "network-parts.h"

#include <math.h>

enum { DRL_NODES = 1500, KAMADA_KAWAI_ROUNDS = 50, FRUCHTERMAN_REINGOLD_ROUNDS = 300 };
static const guint seed = 42;
/* The picture grows with the square root of the nodes up to this half side. */
static const double half_side_limit = 1800, half_side_of_one = 100;
/* A node alone takes this much room, and parts keep as much between them; the length of an average tie is about 1. */
static const double lone_radius = 0.5, gap = 0.5;

/** A part with the coordinates of its nodes around (0, 0). */
typedef struct {
    const GxComponent *component;
    igraph_matrix_t places;
    double radius, x, y; /* of the circle around it, and where that is put */
} Part;

static void
part_free (gpointer data)
{
    Part *self = data;

    igraph_matrix_destroy (&self->places);
    g_free (self);
}

/* exponent of weight / mean weight, so that the scale of the weights doesn't matter */
static gboolean
fill_powers (const GxGraph *graph, double exponent, GxReals *powers, GError **error)
{
    guint n_edges = (guint)igraph_vector_size (&graph->weights);
    double mean = igraph_vector_sum (&graph->weights) / n_edges;

    if (!gx_reals_init (powers, n_edges, error))
        return FALSE;
    for (guint i = 0; i < n_edges; i++)
        VECTOR (*powers)[i] = pow (VECTOR (graph->weights)[i] / mean, exponent);
    return TRUE;
}

static gboolean
spring_layout (const GxGraph *graph, guint n_nodes, igraph_matrix_t *places, GError **error)
{
    igraph_integer_t rounds = (igraph_integer_t)KAMADA_KAWAI_ROUNDS * n_nodes;
    g_auto (GxReals) lengths = { 0 };
    g_auto (GxReals) pulls = { 0 };

    return fill_powers (graph, -0.5, &lengths, error) && fill_powers (graph, 0.5, &pulls, error) &&
           gx_igraph_succeeded (
               igraph_layout_kamada_kawai (&graph->graph, places, false, rounds, 0, n_nodes, &lengths, NULL, NULL, NULL, NULL), error) &&
           gx_igraph_succeeded (igraph_layout_fruchterman_reingold (&graph->graph, places, true, FRUCHTERMAN_REINGOLD_ROUNDS,
                                                                    sqrt (n_nodes) / 10, IGRAPH_LAYOUT_NOGRID, &pulls, NULL, NULL, NULL,
                                                                    NULL),
                                error);
}

static gboolean
drl_layout (const GxGraph *graph, igraph_matrix_t *places, GError **error)
{
    igraph_layout_drl_options_t options;
    g_auto (GxReals) pulls = { 0 };

    return fill_powers (graph, 0.5, &pulls, error) &&
           gx_igraph_succeeded (igraph_layout_drl_options_init (&options, IGRAPH_LAYOUT_DRL_DEFAULT), error) &&
           gx_igraph_succeeded (igraph_layout_drl (&graph->graph, places, false, &options, &pulls), error);
}

/* Shifts the middle of the part to (0, 0) and measures how far it reaches. */
static void
centre_part (Part *part, guint n_nodes)
{
    double min_x = INFINITY, max_x = -INFINITY, min_y = INFINITY, max_y = -INFINITY, farthest = 0;

    for (guint i = 0; i < n_nodes; i++) {
        min_x = MIN (min_x, MATRIX (part->places, i, 0));
        max_x = MAX (max_x, MATRIX (part->places, i, 0));
        min_y = MIN (min_y, MATRIX (part->places, i, 1));
        max_y = MAX (max_y, MATRIX (part->places, i, 1));
    }
    for (guint i = 0; i < n_nodes; i++) {
        MATRIX (part->places, i, 0) -= min_x + (max_x - min_x) / 2;
        MATRIX (part->places, i, 1) -= min_y + (max_y - min_y) / 2;
        farthest = MAX (farthest, hypot (MATRIX (part->places, i, 0), MATRIX (part->places, i, 1)));
    }
    part->radius = farthest + lone_radius;
}

static gboolean
lay_out_part (Part *part, GError **error)
{
    guint n_nodes = part->component->nodes->len;
    const GArray *edges = part->component->edges;
    g_autoptr (GxGraph) graph = NULL;
    gboolean done = TRUE;

    if (n_nodes == 1) {
        part->radius = lone_radius;
        return TRUE;
    }
    if (n_nodes == 2) {
        MATRIX (part->places, 0, 0) = -0.5;
        MATRIX (part->places, 1, 0) = 0.5;
        part->radius = 0.5 + lone_radius;
        return TRUE;
    }
    graph = gx_graph_new (n_nodes, (const GxEdge *)(void *)edges->data, edges->len, error);
    if (!graph || !gx_igraph_seed (seed, error))
        return FALSE;
    done = n_nodes <= DRL_NODES ? spring_layout (graph, n_nodes, &part->places, error) : drl_layout (graph, &part->places, error);
    if (!done)
        return FALSE;
    for (guint i = 0; i < n_nodes; i++)
        if (!isfinite (MATRIX (part->places, i, 0)) || !isfinite (MATRIX (part->places, i, 1))) {
            g_set_error (error, GX_ERROR, GX_ERROR_NETWORK, "the layout has no place for a node");
            return FALSE;
        }
    centre_part (part, n_nodes);
    return TRUE;
}

static GPtrArray *
lay_out_parts (const GPtrArray *components, GError **error)
{
    g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (part_free);

    for (guint i = 0; i < components->len; i++) {
        g_autofree Part *part = g_new0 (Part, 1);

        part->component = g_ptr_array_index (components, i);
        if (!gx_igraph_succeeded (igraph_matrix_init (&part->places, part->component->nodes->len, 2), error))
            return NULL;
        g_ptr_array_add (parts, part);
        if (!lay_out_part (g_steal_pointer (&part), error))
            return NULL;
    }
    return g_steal_pointer (&parts);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
    const Part *left = *(Part *const *)a, *right = *(Part *const *)b;
    guint left_first = g_array_index (left->component->nodes, guint, 0), right_first = g_array_index (right->component->nodes, guint, 0);

    if (left->radius != right->radius)
        return left->radius > right->radius ? -1 : 1;
    return left_first < right_first ? -1 : 1;
}

/* The widest part lies in the middle; the others follow on rings around it, each ring as wide as its first part. */
static void
pack_parts (GPtrArray *parts)
{
    double inner, ring = 0, ring_end = 0, angle = 2 * G_PI;

    g_ptr_array_sort (parts, compare_parts);
    inner = ((const Part *)g_ptr_array_index (parts, 0))->radius;
    ring_end = inner;
    for (guint i = 1; i < parts->len; i++) {
        Part *part = g_ptr_array_index (parts, i);
        double half_angle = asin (MIN ((part->radius + gap / 2) / MAX (ring, part->radius + gap), 1));

        if (angle + 2 * half_angle > 2 * G_PI) {
            ring = ring_end + gap + part->radius;
            ring_end = ring + part->radius;
            half_angle = asin (MIN ((part->radius + gap / 2) / ring, 1));
            angle = 0;
        }
        part->x = ring * cos (angle + half_angle);
        part->y = ring * sin (angle + half_angle);
        angle += 2 * half_angle;
    }
}

/* Writes the coordinates, centred and scaled as one. */
static void
store_places (GxNetwork *self, const GPtrArray *parts)
{
    double min_x = INFINITY, max_x = -INFINITY, min_y = INFINITY, max_y = -INFINITY, half, wanted, scale;

    for (guint i = 0; i < parts->len; i++) {
        const Part *part = g_ptr_array_index (parts, i);

        for (guint j = 0; j < part->component->nodes->len; j++) {
            GxNode *node = gx_network_node (self, g_array_index (part->component->nodes, guint, j));

            node->x = part->x + MATRIX (part->places, j, 0);
            node->y = part->y + MATRIX (part->places, j, 1);
            min_x = MIN (min_x, node->x);
            max_x = MAX (max_x, node->x);
            min_y = MIN (min_y, node->y);
            max_y = MAX (max_y, node->y);
        }
    }
    half = MAX (max_x - min_x, max_y - min_y) / 2;
    wanted = MIN (half_side_limit, half_side_of_one * sqrt (self->nodes->len));
    scale = half > 0 ? wanted / half : 1;
    for (guint i = 0; i < self->nodes->len; i++) {
        GxNode *node = gx_network_node (self, i);

        node->x = CLAMP ((node->x - (min_x + max_x) / 2) * scale, -half_side_limit, half_side_limit);
        node->y = CLAMP ((node->y - (min_y + max_y) / 2) * scale, -half_side_limit, half_side_limit);
    }
}

gboolean
gx_network_lay_out (GxNetwork *self, GError **error)
{
    if (self->nodes->len == 0)
        return TRUE;

    g_autoptr (GPtrArray) components = gx_components_find (self);
    g_autoptr (GxIgraph) igraph = gx_igraph_enter (seed, error);
    g_autoptr (GPtrArray) parts = igraph ? lay_out_parts (components, error) : NULL;

    if (!parts)
        return FALSE;
    pack_parts (parts);
    store_places (self, parts);
    return TRUE;
}
