/* SPDX-License-Identifier: GPL-3.0-or-later
 * prefixes.h - the scanner's tables: a bitmap of how forms begin, and every prefix of a form up to where only one form goes on.
 *
 * Internal to scan.c and prefixes.c. */
#pragma once

#include "scan.h"

/** What follows a prefix. */
enum {
    GX_PREFIX_ENDS = 0,     /**< nothing */
    GX_PREFIX_BRANCHES = 1, /**< prefixes one character longer that are in the table too */
    GX_PREFIX_TAIL = 2      /**< from here on: this plus the index of the only form that goes on */
};

typedef struct {
    guint64 key;  /**< hash of the bytes; 0: an empty place */
    guint32 form; /**< the longest form this prefix begins with, itself included, or GX_NO_FORM */
    guint32 next;
} GxPrefix;

struct _GxScanner {
    GxStr *forms;
    guint n_forms;
    guint32 *shorter;   /**< for each form the longest form that is a proper prefix of it */
    GxPrefix *prefixes; /**< open addressing */
    gsize capacity;
    guint64 *bits;     /**< rows by first character, in them a bit by the second */
    guint n_row_bits;  /**< log2 of the bits of a row */
    guint n_row_count; /**< log2 of the number of rows */
    gsize longest;     /**< bytes of the longest form */
    guint64 *powers;   /**< of the hash's base, up to longest */
};

#define GX_HASH_BASE G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)

/** Goes on hashing: hash of s + bytes from the hash of s (0 for the empty string). */
static inline guint64
gx_prefix_hash (guint64 hash, const guint8 *bytes, gsize n)
{
    for (gsize i = 0; i < n; i++)
        hash = hash * GX_HASH_BASE + bytes[i] + 1;
    return hash;
}

/** Bytes of the character a lead byte begins; 1 for a byte that begins none. */
static inline gsize
gx_char_bytes (guint8 lead)
{
    return lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

static inline gsize
gx_prefix_place (const GxScanner *self, guint64 key)
{
    guint64 mixed = (key ^ (key >> 29)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
    return (gsize)(((mixed >> 32) * self->capacity) >> 32);
}

/** The prefix with this hash, or NULL. */
static inline const GxPrefix *
gx_prefix_find (const GxScanner *self, guint64 hash)
{
    guint64 key = hash ? hash : 1;
    gsize place = gx_prefix_place (self, key);

    while (self->prefixes[place].key != 0) {
        if (self->prefixes[place].key == key)
            return &self->prefixes[place];
        if (++place == self->capacity)
            place = 0;
    }
    return NULL;
}

/** The bytes of one character as a number. */
static inline guint32
gx_char_key (const guint8 *text, gsize len, gsize start, gsize end)
{
    static const guint32 masks[] = { 0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF };
    guint32 key = 0;

    if (start + 4 <= len)
        memcpy (&key, text + start, 4);
    else
        memcpy (&key, text + start, end - start);
    return GUINT32_FROM_LE (key) & masks[end - start];
}

/** The bit for two characters. */
static inline gsize
gx_prefix_bit (const GxScanner *self, guint32 first, guint32 second)
{
    gsize row = (gsize)((guint32)(first * 0x9E3779B1u) >> (32 - self->n_row_count));
    gsize column = (gsize)((guint32)(second * 0x85EBCA6Bu) >> (32 - self->n_row_bits));
    return (row << self->n_row_bits) + column;
}

/** FALSE when no form begins with these two characters; second is 0 at the end of the text. */
static inline gboolean
gx_prefix_may_start (const GxScanner *self, guint32 first, guint32 second)
{
    gsize bit = gx_prefix_bit (self, first, second);
    return (gboolean)((self->bits[bit / 64] >> (bit % 64)) & 1);
}
