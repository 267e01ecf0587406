/* SPDX-License-Identifier: GPL-3.0-or-later
 * signature.h - a document's text in few bytes, by which texts that say nearly the same are told.
 *
 * The body (paragraphs, list items, cells) is a set of shingles: all runs of GX_SHINGLE_TOKENS tokens, over the ends of blocks. What two
 * bodies share, divided by what they have together (Jaccard's index), is estimated from one-permutation MinHash (Li, Owen, Zhang 2012) with
 * empty places filled at random (Shrivastava 2017) and eight bits a place (Li, König 2010). The standard error is 0.035 for long texts,
 * 0.06 at 50 shingles.
 *
 * Texts of one form (a report of every month) differ in little but their numbers. So some of these are kept, with the two tokens before
 * them: another number at the same place says that it is another text.
 *
 * Threads    pure. */
#pragma once

#include "fold.h"

#define GX_SHINGLE_TOKENS 4
/** A body of fewer shingles is only known by its exact copies. */
#define GX_SIGNATURE_MIN_SHINGLES 50
#define GX_SIGNATURE_PLACES       96
#define GX_SIGNATURE_NUMBERS      12

typedef struct {
    guint8 places[GX_SIGNATURE_PLACES];
    guint16 contexts[GX_SIGNATURE_NUMBERS]; /**< of the numbers kept: least hashes of what stands before, ascending */
    guint8 numbers[GX_SIGNATURE_NUMBERS];   /**< hash of the first number behind each */
    guint8 n_numbers;                       /**< kept; there may be more when all are used */
    guint32 n_shingles;                     /**< of the body, repeated ones counted; 0xFFFFFFFF at most */
    guint64 exact; /**< of the title, the date that metadata gives, and all text but furniture and bylines; 0: there is no text */
} GxSignature;

/** Folded is the document's text. O(text). */
void gx_signature_make (GxSignature *self, const GxDocument *document, const GxFolded *folded);
/** The estimate of Jaccard's index, 0 … 1. Both have GX_SIGNATURE_MIN_SHINGLES. */
double gx_signature_compare (const GxSignature *self, const GxSignature *other);
/** Whether the numbers say that both are different texts of one form: at least three of those at the same places are others, and more than
 * are the same. */
gboolean gx_signature_numbers_differ (const GxSignature *self, const GxSignature *other);
