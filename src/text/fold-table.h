/* SPDX-License-Identifier: GPL-3.0-or-later
 * fold-table.h - what each single character becomes when text is folded.
 *
 * Threads    the table is made when the program is built, or once, at first use, when another ICU runs; it never changes. */
#pragma once

#include <glib.h>

/** Places in GxFoldTable.to that are no characters. */
enum {
    GX_FOLD_DROP = 0,  /**< leaves nothing behind: zero-width and control characters */
    GX_FOLD_BLANK = 1, /**< white space */
    GX_FOLD_LONG = 2   /**< becomes several characters, or one outside the basic plane: ask gx_fold_table_expand() */
};

typedef struct {
    guint16 to[0x10000];       /**< folded form of a character of the basic plane; '\n' stays itself */
    guint8 joins[0x10000 / 8]; /**< bit: may melt into the character before it (accents, jamo) */
} GxFoldTable;

/** The table. */
const GxFoldTable *gx_fold_table_get (void);
/** The same made of the data of the ICU that runs; the caller's, g_free(). O(characters), about 30 ms. */
GxFoldTable *gx_fold_table_compute (void);
/** Folded form of n characters that melt together (a letter and its accents), or of a single one the table has no room for; out holds at
 * least GX_FOLD_EXPANDED characters. Returns how many it is. */
guint gx_fold_table_expand (const gunichar *cluster, guint n, gunichar *out);

/** Longest cluster: the limit of Unicode's stream-safe text. */
#define GX_FOLD_CLUSTER 32
/** The longest compatibility mapping has 18 characters; a cluster adds at most as many as it has, each perhaps decomposed. */
#define GX_FOLD_EXPANDED 256

/** Whether c may melt into the character before it. */
gboolean gx_fold_table_joins (const GxFoldTable *self, gunichar c);
