/* SPDX-License-Identifier: GPL-3.0-or-later
 * map.h - which source bytes a text's bytes stand for.
 *
 * A map is a list of runs in the order of the text. A run of equal lengths is linear: its n-th byte is the source's n-th byte there. Any
 * other run is atomic: all of its bytes stand for all of its source bytes (an entity, a blank for a line break and its indentation).
 *
 * Units      bytes; "clean" is the text mapped from, "source" the text mapped to. Runs need not follow each other in the source.
 * Threads    immutable once filled. */
#pragma once

#include <guanxi/document.h>

typedef struct {
    gsize clean, clean_len;
    gsize source, source_len;
} GxMapRun;

typedef struct _GxMap GxMap;

GxMap *gx_map_new (void);
void gx_map_free (GxMap *self);
/** Appends a run; clean must not lie before the end of the last one, lengths are not 0. Linear runs that touch become one. Amortised O(1).
 */
void gx_map_append (GxMap *self, GxMapRun run);
/** Forgets all at and after this clean offset. Amortised O(1). */
void gx_map_truncate (GxMap *self, gsize clean);
/** The runs in order; borrowed until the map changes. */
const GxMapRun *gx_map_runs (const GxMap *self, gsize *n_runs);
/** Index of the first run that ends after this clean offset; the number of runs when there is none. O(log n). */
gsize gx_map_find (const GxMap *self, gsize clean);
/** The source bytes behind [start, end), see gx_document_source_span(); empty when no run lies there. O(log n). */
GxSpan gx_map_span (const GxMap *self, gsize start, gsize end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxMap, gx_map_free)
