/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-frame.h - an open element: what it and the elements around it make of the text in it. */
#pragma once

#include <guanxi/document.h>

#include "html-elements.h"

typedef enum {
    GX_FRAME_LEFT_OUT = 1 << 0,
    GX_FRAME_FURNITURE = 1 << 1,
    GX_FRAME_NOTE = 1 << 2,
    GX_FRAME_ARTICLE = 1 << 3, /**< in the text proper: a header is the article's */
    GX_FRAME_HEADER = 1 << 4,  /**< in such a header: furniture but for headings */
    GX_FRAME_MARK = 1 << 5     /**< this element began a footnote mark; not inherited */
} GxFrameFlags;

typedef struct {
    GxElementKind kind;
    GxBlockType type; /**< of the blocks in it, if nothing in flags says otherwise */
    guint flags;      /**< GxFrameFlags */
} GxFrame;

/** What surrounds the outermost element. */
GxFrame gx_frame_outermost (void);
/** The frame of an element in parent; attributes as in html-attributes.h. */
GxFrame gx_frame_inside (const GxFrame *parent, GxElementKind kind, const char *const *attributes);
/** The type of a block right in this element. */
GxBlockType gx_frame_block_type (const GxFrame *self);
