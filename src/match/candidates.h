/* SPDX-License-Identifier: GPL-3.0-or-later
 * candidates.h - which of the entities that share a name is meant, weighed by what stands beside the name and in the document.
 *
 * Threads    one thread. */
#pragma once

#include "draft.h"

typedef struct _GxCandidates GxCandidates;

/** Looks at what the draft's spots say of the document. O(spots). */
GxCandidates *gx_candidates_new (const GxDraft *draft);
void gx_candidates_free (GxCandidates *self);
/** The state named most often; NULL when there is none or two. */
const GxEntity *gx_candidates_leading (const GxCandidates *self);
/** Whether the reading's state stands before the spot. */
gboolean gx_candidates_beside (const GxCandidates *self, const GxSpot *spot, const GxEntity *entity);
/** The one that a spot of several readings means, or NULL when nobody leads clearly. */
const GxEntity *gx_candidates_decide (GxCandidates *self, const GxSpot *spot);
/** Tells the draft who the spot means: a person who has been called so once is called so again. */
void gx_candidates_settle (GxCandidates *self, GxDraft *draft, const GxSpot *spot);
/** Tells the draft that the spot is in doubt. */
void gx_candidates_doubt (GxCandidates *self, GxDraft *draft, const GxSpot *spot, const char *rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxCandidates, gx_candidates_free)
