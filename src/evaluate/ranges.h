/* SPDX-License-Identifier: GPL-3.0-or-later
 * ranges.h - ranges of bytes, sorted by start, that may overlap, and those among them that overlap another one. */
#pragma once

#include <guanxi/document.h>

typedef struct _GxRanges GxRanges;

GxRanges *gx_ranges_new (void);
void gx_ranges_free (GxRanges *self);
/** Appends a range, whose start is not less than that of the one before. */
void gx_ranges_add (GxRanges *self, GxSpan range);
/** The index of the first range that overlaps span, at or behind index `from`; G_MAXUINT when there is none. O(log n), and the ranges
 * between. */
guint gx_ranges_find (const GxRanges *self, GxSpan span, guint from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxRanges, gx_ranges_free)
