/* SPDX-License-Identifier: GPL-3.0-or-later
 * tally.h - how often keys were seen, in bounded memory.
 *
 * When there are too many keys, those seen least are forgotten (Manku and Motwani's lossy counting): what is common is never lost, but its
 * count may be too low by the few sightings before the last forgetting. */
#pragma once

#include <glib.h>

typedef struct _GxTally GxTally;

/** Keeps at most max_keys keys, of 16 bytes each and room to grow. */
GxTally *gx_tally_new (guint max_keys);
void gx_tally_free (GxTally *self);
/** Counts a key. Amortised O(1). */
void gx_tally_add (GxTally *self, guint64 key);
/** How often a key was seen. O(1). */
guint gx_tally_get (const GxTally *self, guint64 key);
