/* SPDX-License-Identifier: GPL-3.0-or-later
 * ruler.c - a mark every so many characters, and counting on from there. */
#include "ruler.h"

#define STEP 256

struct _GxRuler {
    GxStr text;
    gsize length;  /* in characters */
    GArray *marks; /* of gsize: the bytes at which the characters 0, STEP, 2 STEP … begin */
};

static gsize
next (const GxRuler *self, gsize byte)
{
    const char *p = self->text.data + byte;
    return (gsize)(g_utf8_next_char (p) - self->text.data);
}

GxRuler *
gx_ruler_new (GxStr text)
{
    GxRuler *self = g_new0 (GxRuler, 1);
    self->text = text;
    self->marks = g_array_new (FALSE, FALSE, sizeof (gsize));
    for (gsize byte = 0; byte < text.len; byte = next (self, byte))
        if (self->length++ % STEP == 0)
            g_array_append_val (self->marks, byte);
    return self;
}

void
gx_ruler_free (GxRuler *self)
{
    if (!self)
        return;
    g_array_unref (self->marks);
    g_free (self);
}

gsize
gx_ruler_length (const GxRuler *self)
{
    return self->length;
}

gsize
gx_ruler_byte (const GxRuler *self, gsize character)
{
    if (character >= self->length)
        return self->text.len;
    gsize byte = g_array_index (self->marks, gsize, character / STEP);
    for (gsize i = 0; i < character % STEP; i++)
        byte = next (self, byte);
    return byte;
}
