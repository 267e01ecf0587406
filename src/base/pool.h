/* SPDX-License-Identifier: GPL-3.0-or-later
 * pool.h - work on many threads, results in the order of the items.
 *
 * The calling thread draws items and takes results; at most a few items a worker are under way, so memory stays bounded. */
#pragma once

#include <guanxi/error.h>

typedef struct {
    gpointer (*next) (gpointer user_data);                /**< the next item, NULL at the end; calling thread */
    gpointer (*work) (gpointer item, gpointer user_data); /**< item to result (never NULL); any worker; owns the item */
    gboolean (*take) (gpointer result, gpointer user_data,
                      GError **error);     /**< a result, in order; calling thread; owns the result; FALSE ends the run */
    GDestroyNotify free_item, free_result; /**< for what is still under way when the run ends early */
} GxPoolFuncs;

/** Runs until next is NULL or take says FALSE. n_threads 0: one a core. */
gboolean gx_pool_run (const GxPoolFuncs *funcs, guint n_threads, gpointer user_data, GError **error);
