/* SPDX-License-Identifier: GPL-3.0-or-later
 * twins.c - signatures found again by bands of their places.
 *
 * Signatures that agree in all places of some band are compared. With BANDS bands of ROWS places, twins of similarity 0.8 share one with a
 * probability of 0.99, of 0.9 always; texts of 0.3 with one of 0.01. A slot of the table is the number of a document and a band; its key is
 * looked up in the document's signature. */
#include "twins.h"

#include "tokens.h"

#include <string.h>

#define BANDS 16
#define ROWS  6
G_STATIC_ASSERT (BANDS *ROWS <= GX_SIGNATURE_PLACES);
/** Documents under one key: more of them share a form, and each has other bands. */
#define MAX_ALIKE   32
#define FIRST_SLOTS 1024

/** A document that stays. */
typedef struct {
    GxSignature signature;
    const char *name;
    guint number;
} Kept;

/** Open addressing; 0 is free. */
typedef struct {
    guint32 *slots;
    gsize n_slots, n_used;
} Table;

struct _GxTwins {
    GArray *kept; /* of Kept */
    GStringChunk *names;
    Table bands, exact; /* 1 + document * BANDS + band; 1 + document */
};

static void
init_table (Table *table)
{
    *table = (Table){ .slots = g_new0 (guint32, FIRST_SLOTS), .n_slots = FIRST_SLOTS };
}

GxTwins *
gx_twins_new (void)
{
    GxTwins *self = g_new0 (GxTwins, 1);
    self->kept = g_array_new (FALSE, FALSE, sizeof (Kept));
    self->names = g_string_chunk_new (4096);
    init_table (&self->bands);
    init_table (&self->exact);
    return self;
}

void
gx_twins_free (GxTwins *self)
{
    if (!self)
        return;
    g_free (self->bands.slots);
    g_free (self->exact.slots);
    g_array_unref (self->kept);
    g_string_chunk_free (self->names);
    g_free (self);
}

static guint64
band_key (const GxSignature *signature, guint band)
{
    guint64 key = band;
    for (guint i = 0; i < ROWS; i++)
        key = key << 8 | signature->places[band * ROWS + i];
    return key;
}

static const Kept *
kept_at (const GxTwins *self, guint32 document)
{
    return &g_array_index (self->kept, Kept, document);
}

/** What a used slot of a table stands for. */
static guint64
slot_key (const GxTwins *self, const Table *table, guint32 slot)
{
    if (table == &self->exact)
        return kept_at (self, slot - 1)->signature.exact;
    return band_key (&kept_at (self, (slot - 1) / BANDS)->signature, (slot - 1) % BANDS);
}

static gsize
first_slot (const Table *table, guint64 key)
{
    return (gsize)(((gx_mix (key + 1) >> 32) * (guint64)table->n_slots) >> 32);
}

static gsize
next_slot (const Table *table, gsize at)
{
    return at + 1 == table->n_slots ? 0 : at + 1;
}

static void
put_slot (Table *table, guint64 key, guint32 slot)
{
    gsize at = first_slot (table, key);
    while (table->slots[at] != 0)
        at = next_slot (table, at);
    table->slots[at] = slot;
}

/** Adds a slot; the table is filled to four fifths and grows by a half. */
static void
add_slot (GxTwins *self, Table *table, guint64 key, guint32 slot)
{
    if (table->n_used >= table->n_slots / 5 * 4) {
        const Table old = *table;
        table->n_slots += old.n_slots / 2;
        table->slots = g_new0 (guint32, table->n_slots);
        for (gsize i = 0; i < old.n_slots; i++)
            if (old.slots[i] != 0)
                put_slot (table, slot_key (self, table, old.slots[i]), old.slots[i]);
        g_free (old.slots);
    }
    put_slot (table, key, slot);
    table->n_used++;
}

/** Looks at the documents under a band of the signature; how many there are. */
static guint
look_at_band (const GxTwins *self, const GxSignature *signature, guint band, guint32 *best, double *similarity)
{
    guint64 key = band_key (signature, band);
    guint n = 0;
    for (gsize at = first_slot (&self->bands, key); self->bands.slots[at] != 0; at = next_slot (&self->bands, at)) {
        guint32 slot = self->bands.slots[at], document = (slot - 1) / BANDS;
        if (slot_key (self, &self->bands, slot) != key)
            continue;
        n++;
        const GxSignature *other = &kept_at (self, document)->signature;
        double own = gx_signature_compare (signature, other);
        if (own < GX_TWINS_SIMILARITY || gx_signature_numbers_differ (signature, other))
            continue;
        if (own > *similarity || (own >= *similarity && document < *best)) {
            *similarity = own;
            *best = document;
        }
    }
    return n;
}

static const Kept *
find_exact (const GxTwins *self, const GxSignature *signature)
{
    for (gsize at = first_slot (&self->exact, signature->exact); self->exact.slots[at] != 0; at = next_slot (&self->exact, at)) {
        const Kept *kept = kept_at (self, self->exact.slots[at] - 1);
        if (kept->signature.exact == signature->exact)
            return kept;
    }
    return NULL;
}

GxTwin
gx_twins_add (GxTwins *self, const char *name, guint number, const GxSignature *signature)
{
    const GxTwin none = { NULL, 0, 0 };
    guint n_alike[BANDS] = { 0 };
    guint32 best = G_MAXUINT32;
    double similarity = 0;

    if (signature->exact == 0 || self->kept->len >= G_MAXUINT32 / BANDS - 1)
        return none;
    const Kept *same = find_exact (self, signature);
    if (same)
        return (GxTwin){ same->name, same->number, 100 };
    gboolean is_long = signature->n_shingles >= GX_SIGNATURE_MIN_SHINGLES;
    for (guint band = 0; is_long && band < BANDS; band++)
        n_alike[band] = look_at_band (self, signature, band, &best, &similarity);
    if (similarity > 0)
        return (GxTwin){ kept_at (self, best)->name, kept_at (self, best)->number, (guint)(similarity * 100) };

    guint32 own = self->kept->len;
    const Kept kept = { *signature, g_string_chunk_insert (self->names, name), number };
    g_array_append_val (self->kept, kept);
    add_slot (self, &self->exact, signature->exact, own + 1);
    for (guint band = 0; is_long && band < BANDS; band++)
        if (n_alike[band] < MAX_ALIKE)
            add_slot (self, &self->bands, band_key (signature, band), 1 + own * BANDS + band);
    return none;
}
