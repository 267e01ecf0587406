/* SPDX-License-Identifier: GPL-3.0-or-later
 * once.c - the first thread makes it, the others wait. */
#include "once.h"

/** Locks fail only when they are misused. */
static void
must (int code)
{
    if (code != 0)
        g_error ("once: %s", g_strerror (code));
}

gpointer
gx_once_make (GxOnce *self, gpointer (*make) (gpointer data), gpointer data)
{
    must (pthread_mutex_lock (&self->lock));
    gpointer value = self->value;
    if (!value) {
        value = make (data);
        g_atomic_pointer_set (&self->value, value);
    }
    must (pthread_mutex_unlock (&self->lock));
    return value;
}
