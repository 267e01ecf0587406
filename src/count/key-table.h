/* SPDX-License-Identifier: GPL-3.0-or-later
 * key-table.h - numbers the keys it sees: 0, 1, 2 … in order of first sight.
 *
 * The hot path of counting: open addressing, one probe sequence for look-up and insertion. */
#pragma once

#include <glib.h>

/** A slot; key 0 is free. */
typedef struct {
    guint64 key;
    guint32 number;
} GxKeySlot;

typedef struct {
    GxKeySlot *slots;
    gsize mask;
    guint n_keys;
} GxKeyTable;

void gx_key_table_init (GxKeyTable *self);
void gx_key_table_clear (GxKeyTable *self);
/** The number of key, which isn't 0; a new key gets the number n_keys had. Amortised O(1). */
guint gx_key_table_number (GxKeyTable *self, guint64 key);
