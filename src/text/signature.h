/* SPDX-License-Identifier: GPL-3.0-or-later
 * signature.h - a document's text in few bytes, by which texts that say nearly the same are told.
 *
 * The body (paragraphs, list items, cells) is a set of shingles: all runs of GX_SHINGLE_TOKENS tokens, over the ends of blocks. What two
 * bodies share, divided by what they have together (Jaccard's index), is estimated from one-permutation MinHash (Li, Owen, Zhang 2012) with
 * empty places filled at random (Shrivastava 2017) and eight bits a place (Li, König 2010). The standard error is 0.035 for long texts,
 * 0.06 at 50 shingles.
 *
 * Texts of one form (a report of every month) differ in little but their numbers, so these are compared by themselves: the least hashes of
 * all different numbers of the body are kept.
 *
 * Threads    pure. */
#pragma once

#include "fold.h"

#define GX_SHINGLE_TOKENS 4
/** A body of fewer shingles is only known by its exact copies. */
#define GX_SIGNATURE_MIN_SHINGLES 50
#define GX_SIGNATURE_PLACES       128
#define GX_SIGNATURE_NUMBERS      16

typedef struct {
    guint8 places[GX_SIGNATURE_PLACES];
    guint16 numbers[GX_SIGNATURE_NUMBERS]; /**< ascending */
    guint n_numbers;                       /**< kept; there may be more when all are used */
    guint64 exact;    /**< of the title, the date that metadata gives, and all text but furniture and bylines; 0: there is no text */
    guint n_shingles; /**< of the body, repeated ones counted; 0xFFFFFFFF at most */
} GxSignature;

/** Folded is the document's text. O(text). */
void gx_signature_make (GxSignature *self, const GxDocument *document, const GxFolded *folded);
/** The estimate of Jaccard's index, 0 … 1. Both have GX_SIGNATURE_MIN_SHINGLES. */
double gx_signature_compare (const GxSignature *self, const GxSignature *other);
/** Whether at least half of the numbers that either has, whichever has fewer, are in the other too. */
gboolean gx_signature_shares_numbers (const GxSignature *self, const GxSignature *other);
