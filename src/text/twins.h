/* SPDX-License-Identifier: GPL-3.0-or-later
 * twins.h - which document says what an earlier one has said.
 *
 * A document repeats an earlier one when it is its exact copy, or when both bodies have GX_SIGNATURE_MIN_SHINGLES, Jaccard's index of their
 * shingles is estimated to be GX_TWINS_SIMILARITY or more, and their numbers don't tell them apart. So one of them may have a quarter more
 * text than the other, or both differ in a tenth that stands together. The first in order stays; what repeats is compared with those that
 * stay, never with other repeats.
 *
 * Units      about 320 bytes a document that stays, its name included.
 * Threads    one thread, documents in the order of the corpus. */
#pragma once

#include "signature.h"

#define GX_TWINS_SIMILARITY 0.8

typedef struct _GxTwins GxTwins;

/** A document that is repeated. */
typedef struct {
    const char *name; /**< borrowed from the twins; NULL: there is none */
    guint number;     /**< the number it was added with */
    guint similarity; /**< of 100 */
} GxTwin;

GxTwins *gx_twins_new (void);
void gx_twins_free (GxTwins *self);
/** The earlier document that this one repeats, the most similar, of several the first; when there is none, this one stays. Amortised O(1):
 *  of documents that share some text but are no twins, at most a few dozen are looked at. */
GxTwin gx_twins_add (GxTwins *self, const char *name, guint number, const GxSignature *signature);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxTwins, gx_twins_free)
