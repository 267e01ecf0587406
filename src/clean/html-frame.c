/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-frame.c - what elements inherit. */
#include "html-frame.h"

#include "html-attributes.h"

#define INHERITED (GX_FRAME_LEFT_OUT | GX_FRAME_FURNITURE | GX_FRAME_NOTE | GX_FRAME_ARTICLE | GX_FRAME_HEADER)

GxFrame
gx_frame_outermost (void)
{
    return (GxFrame){ GX_ELEMENT_BLOCK, GX_BLOCK_PARAGRAPH, 0 };
}

GxBlockType
gx_frame_block_type (const GxFrame *self)
{
    if (self->flags & GX_FRAME_FURNITURE)
        return GX_BLOCK_FURNITURE;
    if (self->flags & GX_FRAME_NOTE)
        return GX_BLOCK_NOTE;
    if ((self->flags & GX_FRAME_HEADER) && self->type != GX_BLOCK_HEADING)
        return GX_BLOCK_FURNITURE;
    return self->type;
}

GxFrame
gx_frame_inside (const GxFrame *parent, GxElementKind kind, const char *const *attributes)
{
    GxFrame frame = { kind, parent->type, parent->flags & INHERITED };

    switch ((int)kind) {
    case GX_ELEMENT_PROSE:
    case GX_ELEMENT_ARTICLE:
        frame.type = GX_BLOCK_PARAGRAPH;
        break;
    case GX_ELEMENT_HEADING:
        frame.type = GX_BLOCK_HEADING;
        break;
    case GX_ELEMENT_LIST_ITEM:
        frame.type = GX_BLOCK_LIST_ITEM;
        break;
    case GX_ELEMENT_CELL:
        frame.type = GX_BLOCK_CELL;
        break;
    case GX_ELEMENT_CAPTION:
        frame.type = GX_BLOCK_CAPTION;
        break;
    case GX_ELEMENT_HEADER:
        frame.flags |= parent->flags & GX_FRAME_ARTICLE ? GX_FRAME_HEADER : GX_FRAME_FURNITURE;
        break;
    case GX_ELEMENT_FURNITURE:
        frame.flags |= GX_FRAME_FURNITURE;
        break;
    case GX_ELEMENT_LEFT_OUT:
        frame.flags |= GX_FRAME_LEFT_OUT;
        break;
    default:
        break;
    }
    if (kind == GX_ELEMENT_ARTICLE)
        frame.flags |= GX_FRAME_ARTICLE;
    if (gx_attributes_hide (attributes))
        frame.flags |= GX_FRAME_LEFT_OUT;
    if (kind != GX_ELEMENT_ARTICLE && kind != GX_ELEMENT_PAGE && gx_attributes_are_furniture (attributes))
        frame.flags |= GX_FRAME_FURNITURE;
    if (gx_attributes_are_note (attributes))
        frame.flags |= GX_FRAME_NOTE;
    return frame;
}
