/* SPDX-License-Identifier: GPL-3.0-or-later
 * score.h - counts by name. */
#pragma once

#include <guanxi/evaluation.h>

#define GX_N_SCORE_GROUPS (GX_SCORES_DOCUMENT + 1)

typedef struct _GxScores GxScores;

GxScores *gx_scores_new (void);
void gx_scores_free (GxScores *self);
/** The counts of this name, which start at 0; borrowed until the scores are freed. */
GxScore *gx_scores_at (GxScores *self, const char *name);
/** All counts, sorted as the group asks; the caller's. */
GxScore *gx_scores_list (const GxScores *self, GxScoreGroup group, guint *n_scores);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxScores, gx_scores_free)
