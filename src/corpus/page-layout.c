/* SPDX-License-Identifier: GPL-3.0-or-later
 * page-layout.c - rows of lines and raised characters. */
#include "page-layout.h"

GxLayout *
gx_layout_new (void)
{
    GxLayout *self = g_new0 (GxLayout, 1);

    self->lines = g_array_new (FALSE, FALSE, sizeof (GxLayoutLine));
    self->raised = g_array_new (FALSE, FALSE, sizeof (GxRaised));
    return self;
}

void
gx_layout_free (GxLayout *self)
{
    if (!self)
        return;
    g_array_unref (self->lines);
    g_array_unref (self->raised);
    g_free (self);
}
