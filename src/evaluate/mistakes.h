/* SPDX-License-Identifier: GPL-3.0-or-later
 * mistakes.h - mistakes and the sentences they stand in. */
#pragma once

#include <guanxi/evaluation.h>

typedef struct _GxMistakes GxMistakes;

GxMistakes *gx_mistakes_new (void);
void gx_mistakes_free (GxMistakes *self);
/** Notes a mistake in a reading: gold may be NULL, or mention. */
void gx_mistakes_note (GxMistakes *self, const GxAnnotation *gold, const GxMention *mention);
/** Sorts what was noted since the last call, and finds its sentences in the reading. O(text log) when there is any. */
void gx_mistakes_settle (GxMistakes *self, const GxReading *reading);
const GxMistake *gx_mistakes_get (const GxMistakes *self, guint *n_mistakes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxMistakes, gx_mistakes_free)
