/* SPDX-License-Identifier: GPL-3.0-or-later
 * tally.c - open addressing; a count of 0 is a free slot. */
#include "tally.h"

#include "tokens.h"

#define FIRST_SLOTS 1024

typedef struct {
    guint64 key;
    guint count;
} Slot;

struct _GxTally {
    Slot *slots;
    gsize mask; /* number of slots - 1, a power of two */
    guint n_keys, max_keys;
};

GxTally *
gx_tally_new (guint max_keys)
{
    GxTally *self = g_new0 (GxTally, 1);
    self->slots = g_new0 (Slot, FIRST_SLOTS);
    self->mask = FIRST_SLOTS - 1;
    self->max_keys = max_keys;
    return self;
}

void
gx_tally_free (GxTally *self)
{
    if (!self)
        return;
    g_free (self->slots);
    g_free (self);
}

static Slot *
find_slot (const GxTally *self, guint64 key)
{
    gsize at = (gsize)gx_mix (key) & self->mask;
    while (self->slots[at].count != 0 && self->slots[at].key != key)
        at = (at + 1) & self->mask;
    return &self->slots[at];
}

/** Makes a table of n_slots, for the keys seen more than least times. */
static void
rebuild (GxTally *self, gsize n_slots, guint least)
{
    Slot *old = self->slots;
    gsize n_old = self->mask + 1;
    self->slots = g_new0 (Slot, n_slots);
    self->mask = n_slots - 1;
    self->n_keys = 0;
    for (gsize i = 0; i < n_old; i++)
        if (old[i].count > least) {
            *find_slot (self, old[i].key) = old[i];
            self->n_keys++;
        }
    g_free (old);
}

static void
make_room (GxTally *self)
{
    for (guint least = 1; self->n_keys >= self->max_keys; least++)
        rebuild (self, self->mask + 1, least);
    if (self->n_keys >= (self->mask + 1) / 2)
        rebuild (self, 2 * (self->mask + 1), 0);
}

void
gx_tally_add (GxTally *self, guint64 key)
{
    Slot *slot = find_slot (self, key);
    if (slot->count == 0) {
        make_room (self);
        slot = find_slot (self, key);
        slot->key = key;
        self->n_keys++;
    }
    if (slot->count < G_MAXUINT)
        slot->count++;
}

guint
gx_tally_get (const GxTally *self, guint64 key)
{
    return find_slot (self, key)->count;
}
