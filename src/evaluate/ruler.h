/* SPDX-License-Identifier: GPL-3.0-or-later
 * ruler.h - from characters to bytes. */
#pragma once

#include <guanxi/str.h>

typedef struct _GxRuler GxRuler;

/** Measures a text of valid UTF-8, which must outlive it. O(bytes). */
GxRuler *gx_ruler_new (GxStr text);
void gx_ruler_free (GxRuler *self);
/** How many characters the text has. */
gsize gx_ruler_length (const GxRuler *self);
/** The byte at which a character (0 to the length) begins. O(1). */
gsize gx_ruler_byte (const GxRuler *self, gsize character);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxRuler, gx_ruler_free)
