/* SPDX-License-Identifier: GPL-3.0-or-later
 * key-table.c - numbers keys in order of first sight. */
#include "key-table.h"

#define FIRST_SLOTS 1024

void
gx_key_table_init (GxKeyTable *self)
{
    self->slots = g_new0 (GxKeySlot, FIRST_SLOTS);
    self->mask = FIRST_SLOTS - 1;
    self->n_keys = 0;
}

void
gx_key_table_clear (GxKeyTable *self)
{
    g_clear_pointer (&self->slots, g_free);
}

/* Multiplication spreads the low bits upwards, so the high ones choose the slot (Fibonacci hashing). */
static gsize
first_slot (const GxKeyTable *self, guint64 key)
{
    guint64 mixed = (key ^ key >> 32) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
    return (gsize)(mixed >> 32) & self->mask;
}

static GxKeySlot *
find_slot (const GxKeyTable *self, guint64 key)
{
    gsize at = first_slot (self, key);
    while (self->slots[at].key != key && self->slots[at].key != 0)
        at = (at + 1) & self->mask;
    return &self->slots[at];
}

static void
grow (GxKeyTable *self)
{
    GxKeySlot *old = self->slots;
    gsize n_old = self->mask + 1;
    self->slots = g_new0 (GxKeySlot, 2 * n_old);
    self->mask = 2 * n_old - 1;
    for (gsize i = 0; i < n_old; i++)
        if (old[i].key != 0)
            *find_slot (self, old[i].key) = old[i];
    g_free (old);
}

guint
gx_key_table_number (GxKeyTable *self, guint64 key)
{
    GxKeySlot *slot = find_slot (self, key);
    if (slot->key == key)
        return slot->number;
    if (2 * ((gsize)self->n_keys + 1) > self->mask) {
        grow (self);
        slot = find_slot (self, key);
    }
    *slot = (GxKeySlot){ key, self->n_keys++ };
    return slot->number;
}
