/* SPDX-License-Identifier: GPL-3.0-or-later
 * page-layout.h - how a page's text stood on paper: where its lines are, how large, and which characters are raised.
 *
 * Units      source bytes, half-open; points from the page's left and upper edge.
 * Ownership  a source owns its layout.
 * Threads    immutable once read. */
#pragma once

#include <guanxi/corpus.h>

/** A line of the text. */
typedef struct {
    gsize start, end; /**< without the line break */
    guint page;       /**< counted from 0 */
    gfloat left, top, right, bottom;
    gfloat size; /**< of the font that most of it is set in */
} GxLayoutLine;

typedef struct {
    GArray *lines;  /**< of GxLayoutLine, in the text's order */
    GArray *raised; /**< of GxRaised: smaller characters at the upper edge of their line, in order */
} GxLayout;

/** A stretch of raised characters. */
typedef struct {
    gsize start, end;
} GxRaised;

GxLayout *gx_layout_new (void);
void gx_layout_free (GxLayout *self);

/** Gives the source its layout, which it takes over. */
void gx_source_set_layout (GxSource *self, GxLayout *layout);
/** The layout, borrowed; NULL when nothing is known of it. */
const GxLayout *gx_source_layout (const GxSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxLayout, gx_layout_free)
