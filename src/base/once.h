/* SPDX-License-Identifier: GPL-3.0-or-later
 * once.h - what is made when it is first needed, once, and stays: tables that are computed.
 *
 * Like g_once_init_enter(), but the value is handed from thread to thread where the thread sanitizer sees it.
 *
 * Threads    any number. */
#pragma once

#include <glib.h>
#include <pthread.h>

typedef struct {
    gpointer value; /**< NULL until it is made */
    pthread_mutex_t lock;
} GxOnce;

#define GX_ONCE_INIT                                                                                                                       \
    {                                                                                                                                      \
        NULL, PTHREAD_MUTEX_INITIALIZER                                                                                                    \
    }

/** Makes the value, unless another thread did meanwhile. */
gpointer gx_once_make (GxOnce *self, gpointer (*make) (gpointer data), gpointer data);

/** What make, which is given data, returned (never NULL) the first time. O(1). */
static inline gconstpointer
gx_once_get (GxOnce *self, gpointer (*make) (gpointer data), gpointer data)
{
    gpointer value = g_atomic_pointer_get (&self->value);
    return value ? value : gx_once_make (self, make, data);
}
