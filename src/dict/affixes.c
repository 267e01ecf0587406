/* SPDX-License-Identifier: GPL-3.0-or-later
 * affixes.c - what stands beside names, found by hash from either end. */
#include "affixes.h"

#include <string.h>

/* A text in the table of all. */
typedef struct {
    const char *text; /* NULL: a free place */
    gsize len;
    GxAffixKind kind;
} Slot;

struct _GxAffixes {
    GPtrArray *texts[GX_N_AFFIXES]; /* const char, NULL-terminated */
    guint64 lengths[GX_N_AFFIXES];  /* bit n is set when a text has n bytes */
    Slot *slots;                    /* open addressing: each text by its hash from the left and by the one from the right */
    gsize mask;
};

G_STATIC_ASSERT (GX_LONGEST_AFFIX < 64);

static gint
compare_texts (gconstpointer left, gconstpointer right)
{
    const char *const *a = left, *const *b = right;
    gsize n_a = strlen (*a), n_b = strlen (*b);
    return n_a != n_b ? (n_a > n_b ? -1 : 1) : strcmp (*a, *b);
}

static guint64
first_hash (GxAffixKind kind)
{
    return G_GUINT64_CONSTANT (14695981039346656037) + (guint64)kind;
}

/* FNV-1a, a byte at a time. */
static guint64
next_hash (guint64 hash, char byte)
{
    return (hash ^ (guchar)byte) * G_GUINT64_CONSTANT (1099511628211);
}

/* Only the low bits choose a place. */
static gsize
place_of (const GxAffixes *self, guint64 hash)
{
    return (gsize)(hash ^ hash >> 32) & self->mask;
}

static void
insert (GxAffixes *self, guint64 hash, Slot slot)
{
    gsize place = place_of (self, hash);
    while (self->slots[place].text)
        place = (place + 1) & self->mask;
    self->slots[place] = slot;
}

static void
insert_text (GxAffixes *self, GxAffixKind kind, const char *text)
{
    Slot slot = { text, strlen (text), kind };
    guint64 forward = first_hash (kind), backward = forward;
    for (gsize i = 0; i < slot.len; i++) {
        forward = next_hash (forward, text[i]);
        backward = next_hash (backward, text[slot.len - 1 - i]);
    }
    insert (self, forward, slot);
    insert (self, backward, slot);
    self->lengths[kind] |= G_GUINT64_CONSTANT (1) << slot.len;
}

GxAffixes *
gx_affixes_new (const GxTables *tables)
{
    GxAffixes *self = g_new0 (GxAffixes, 1);
    gsize n_slots = 16, n_texts = 0;
    for (guint kind = 0; kind < GX_N_AFFIXES; kind++) {
        self->texts[kind] = g_ptr_array_new ();
        for (guint i = 0; i < tables->affixes[kind].rows->len; i++) {
            const char *text = g_array_index (tables->affixes[kind].rows, GxWordRow, i).text;
            if (text)
                g_ptr_array_add (self->texts[kind], (gpointer)text);
        }
        n_texts += self->texts[kind]->len;
        g_ptr_array_sort (self->texts[kind], compare_texts);
        g_ptr_array_add (self->texts[kind], NULL);
    }
    while (n_slots < 4 * n_texts)
        n_slots *= 2;
    self->slots = g_new0 (Slot, n_slots);
    self->mask = n_slots - 1;
    for (guint kind = 0; kind < GX_N_AFFIXES; kind++)
        for (guint i = 0; i + 1 < self->texts[kind]->len; i++)
            insert_text (self, (GxAffixKind)kind, self->texts[kind]->pdata[i]);
    return self;
}

void
gx_affixes_free (GxAffixes *self)
{
    if (!self)
        return;
    for (guint kind = 0; kind < GX_N_AFFIXES; kind++)
        g_ptr_array_unref (self->texts[kind]);
    g_free (self->slots);
    g_free (self);
}

static gboolean
is_there (const GxAffixes *self, guint64 hash, Slot wanted)
{
    for (gsize place = place_of (self, hash); self->slots[place].text; place = (place + 1) & self->mask) {
        const Slot *slot = &self->slots[place];
        if (slot->kind == wanted.kind && slot->len == wanted.len && memcmp (slot->text, wanted.text, wanted.len) == 0)
            return TRUE;
    }
    return FALSE;
}

gsize
gx_affixes_begin (const GxAffixes *self, GxAffixKind kind, const char *bytes, gsize n_bytes, gsize below)
{
    guint64 hash = first_hash (kind), lengths = self->lengths[kind] >> 1;
    gsize longest = 0;
    for (gsize n = 1; lengths && n <= n_bytes && n < below; n++, lengths >>= 1) {
        hash = next_hash (hash, bytes[n - 1]);
        if ((lengths & 1) && is_there (self, hash, (Slot){ bytes, n, kind }))
            longest = n;
    }
    return longest;
}

gsize
gx_affixes_end (const GxAffixes *self, GxAffixKind kind, const char *bytes, gsize n_bytes, gsize below)
{
    guint64 hash = first_hash (kind), lengths = self->lengths[kind] >> 1;
    gsize longest = 0;
    for (gsize n = 1; lengths && n <= n_bytes && n < below; n++, lengths >>= 1) {
        hash = next_hash (hash, bytes[n_bytes - n]);
        if ((lengths & 1) && is_there (self, hash, (Slot){ bytes + n_bytes - n, n, kind }))
            longest = n;
    }
    return longest;
}

const char *const *
gx_affixes_all (const GxAffixes *self, GxAffixKind kind)
{
    return (const char *const *)self->texts[kind]->pdata;
}
