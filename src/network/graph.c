/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph.h"

#include <errno.h>
#include <locale.h>
#include <math.h>
#include <pthread.h>
#include <string.h>

enum { SET_UP = 1, SET_UP_FAILED };

struct _GxIgraph {
    igraph_error_handler_t *error_handler;
    igraph_warning_handler_t *warning_handler;
    const igraph_attribute_table_t *attributes;
    locale_t c_locale, previous_locale;
};

/* igraph's error handler gets no user data, so the reason has to wait here. Guarded by the lock: POSIX's, which thread sanitizers can see.
 */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char first_reason[256];

/* igraph calls the handler once for every level an error climbs; only the first call knows the reason, and the reason may lie in memory
 * that the stack of things to free holds. */
static void
keep_first_reason (const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)file;
    (void)line;
    if (!*first_reason)
        g_strlcpy (first_reason, reason && *reason ? reason : igraph_strerror (code), sizeof first_reason);
    IGRAPH_FINALLY_FREE ();
}

/* The first thing anybody does with igraph in this process. */
static gboolean
set_up_once (GError **error)
{
    static gsize done = 0;

    if (g_once_init_enter (&done)) {
        gboolean succeeded = gx_igraph_succeeded (gx_igraph_set_up (), error);

        g_once_init_leave (&done, succeeded ? SET_UP : SET_UP_FAILED);
        return succeeded;
    }
    return done == SET_UP || gx_igraph_succeeded (IGRAPH_FAILURE, error);
}

GxIgraph *
gx_igraph_enter (guint seed, GError **error)
{
    g_autoptr (GxIgraph) self = g_new0 (GxIgraph, 1);

    if (pthread_mutex_lock (&lock) != 0) /* never, on a lock of this kind */
        g_assert_not_reached ();
    *first_reason = '\0';
    self->error_handler = igraph_set_error_handler (keep_first_reason);
    self->warning_handler = igraph_set_warning_handler (igraph_warning_handler_ignore);
    self->attributes = igraph_set_attribute_table (&igraph_cattribute_table);
    self->c_locale = newlocale (LC_NUMERIC_MASK, "C", (locale_t)0);
    if (!self->c_locale) {
        g_set_error (error, GX_ERROR, GX_ERROR_NETWORK, "no C locale: %s", g_strerror (errno));
        return NULL;
    }
    self->previous_locale = uselocale (self->c_locale);
    return set_up_once (error) && gx_igraph_seed (seed, error) ? g_steal_pointer (&self) : NULL;
}

void
gx_igraph_leave (GxIgraph *self)
{
    if (self->c_locale) {
        uselocale (self->previous_locale);
        freelocale (self->c_locale);
    }
    igraph_set_attribute_table (self->attributes);
    igraph_set_warning_handler (self->warning_handler);
    igraph_set_error_handler (self->error_handler);
    if (pthread_mutex_unlock (&lock) != 0)
        g_assert_not_reached ();
    g_free (self);
}

/* A reason as one line without a full stop. It may quote a file's bytes, and have been cut inside a character. */
static char *
tidy_reason (const char *reason)
{
    char *tidy = g_strchomp (g_strdelimit (g_utf8_make_valid (reason, -1), "\t\r\n", ' '));

    if (g_str_has_suffix (tidy, "."))
        tidy[strlen (tidy) - 1] = '\0';
    return tidy;
}

gboolean
gx_igraph_succeeded (igraph_error_t code, GError **error)
{
    g_autofree char *reason = NULL;

    if (code == IGRAPH_SUCCESS)
        return TRUE;
    reason = tidy_reason (*first_reason ? first_reason : igraph_strerror (code));
    g_set_error_literal (error, GX_ERROR, GX_ERROR_NETWORK, reason);
    *first_reason = '\0';
    return FALSE;
}

gboolean
gx_igraph_seed (guint seed, GError **error)
{
    return gx_igraph_succeeded (igraph_rng_seed (igraph_rng_default (), seed), error);
}

gboolean
gx_reals_init (GxReals *self, guint n, GError **error)
{
    return gx_igraph_succeeded (igraph_vector_init (self, n), error);
}

gboolean
gx_ints_init (GxInts *self, guint n, GError **error)
{
    return gx_igraph_succeeded (igraph_vector_int_init (self, n), error);
}

void
gx_reals_clear (GxReals *self)
{
    if (self->stor_begin)
        igraph_vector_destroy (self);
}

void
gx_ints_clear (GxInts *self)
{
    if (self->stor_begin)
        igraph_vector_int_destroy (self);
}

GxGraph *
gx_graph_new (guint n_nodes, const GxEdge *edges, guint n_edges, GError **error)
{
    g_autofree GxGraph *self = g_new0 (GxGraph, 1);
    g_auto (GxInts) ends = { 0 };
    g_auto (GxReals) weights = { 0 };

    if (n_edges > G_MAXUINT / 2) {
        g_set_error (error, GX_ERROR, GX_ERROR_NETWORK, "too many edges: %u", n_edges);
        return NULL;
    }
    if (!gx_ints_init (&ends, 2 * n_edges, error) || !gx_reals_init (&weights, n_edges, error))
        return NULL;
    for (guint i = 0; i < n_edges; i++) {
        if (edges[i].a >= n_nodes || edges[i].b >= n_nodes || !isfinite (edges[i].weight) || edges[i].weight <= 0) {
            g_set_error (error, GX_ERROR, GX_ERROR_NETWORK, "edge %u has no valid ends or weight", i);
            return NULL;
        }
        VECTOR (ends)[2 * (gsize)i] = edges[i].a;
        VECTOR (ends)[2 * (gsize)i + 1] = edges[i].b;
        VECTOR (weights)[i] = edges[i].weight;
    }
    if (!gx_igraph_succeeded (igraph_create (&self->graph, &ends, n_nodes, IGRAPH_UNDIRECTED), error))
        return NULL;
    self->weights = weights;
    weights = (GxReals){ 0 };
    return g_steal_pointer (&self);
}

GxGraph *
gx_graph_new_whole (const GxNetwork *network, GError **error)
{
    guint n_nodes, n_edges;
    const GxEdge *edges = gx_network_edges (network, &n_edges);

    gx_network_nodes (network, &n_nodes);
    return gx_graph_new (n_nodes, edges, n_edges, error);
}

void
gx_graph_free (GxGraph *self)
{
    igraph_destroy (&self->graph);
    gx_reals_clear (&self->weights);
    g_free (self);
}
