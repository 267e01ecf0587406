/* SPDX-License-Identifier: GPL-3.0-or-later
 * repeated-lines.h - counting the lines of many documents, and making furniture of those that are repeated.
 *
 * Units      16 bytes a line; when there are GX_REPEATS_MAX_LINES, the rarest are forgotten.
 * Threads    one thread adds; then any number may read. */
#pragma once

#include "fold.h"

#include <guanxi/repeats.h>

#define GX_REPEATS_MAX_LINES (1u << 20)

/** A line of a document, as guanxi/repeats.h says what one is. */
typedef struct {
    guint64 key; /**< of its words and its site */
    guint block;
    guint percent;               /**< of the site's documents that must have it */
    gboolean is_above, is_below; /**< where it may be furniture; both in short documents */
} GxLine;

/** Knows no lines. */
GxRepeats *gx_repeats_new (void);
/** The key of a document's site. */
guint64 gx_repeats_site (const GxDocument *document);
/** The lines of a document in order, of GxLine; the caller's. Folded is the document's text. O(blocks + length of the lines). */
GArray *gx_repeats_lines (const GxDocument *document, const GxFolded *folded);
/** Counts the lines of one document. */
void gx_repeats_add (GxRepeats *self, guint64 site, const GArray *lines);
/** Makes furniture of the lines that are repeated. */
void gx_repeats_remove (const GxRepeats *self, GxDocument *document, const GxFolded *folded);
