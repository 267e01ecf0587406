/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-frame.c - a stack of open elements and what they inherit. */
#include "html-frame.h"

#define INHERITED                                                                                                                          \
    (GX_FRAME_LEFT_OUT | GX_FRAME_FURNITURE | GX_FRAME_NOTE | GX_FRAME_ARTICLE | GX_FRAME_HEADER | GX_FRAME_BYLINE | GX_FRAME_COMMENTS |   \
     GX_FRAME_PRE)

GxFrames *
gx_frames_new (void)
{
    GxFrames *self = g_new (GxFrames, 1);
    GxRoot none = { 0, FALSE, FALSE, FALSE };

    memset (self, 0, G_STRUCT_OFFSET (GxFrames, frames)); /* frames are set when they are opened */
    self->roots = g_array_new (FALSE, FALSE, sizeof (GxRoot));
    g_array_append_val (self->roots, none);
    return self;
}

void
gx_frames_free (GxFrames *self)
{
    if (!self)
        return;
    g_array_unref (self->roots);
    g_free (self);
}

const GxFrame *
gx_frames_top (const GxFrames *self)
{
    static const GxElement page = { "", GX_ELEMENT_BLOCK, GX_GROUP_NONE };
    static const GxFrame outermost = { .element = &page, .type = GX_BLOCK_PARAGRAPH };

    return self->n > 0 ? &self->frames[self->n - 1] : &outermost;
}

static gboolean
is_block (const GxElement *element)
{
    return gx_element_is_block (element->kind);
}

/* Which of the innermost n frames, counted from the outermost, is of this group and not beyond one that `stops`; n when there is none. */
static guint
find_group (const GxFrames *self, guint n, GxElementGroup group, gboolean (*stops) (const GxElement *))
{
    for (guint i = n; i > 0; i--) {
        const GxElement *element = self->frames[i - 1].element;

        if (element->group == group)
            return i - 1;
        if (stops (element))
            return n;
    }
    return n;
}

static gboolean
stops_item (const GxElement *element)
{
    return is_block (element) && element->group != GX_GROUP_P && element->group != GX_GROUP_DIV;
}

static gboolean
stops_cell (const GxElement *element)
{
    return element->group == GX_GROUP_ROW || element->group == GX_GROUP_TABLE;
}

static gboolean
stops_row (const GxElement *element)
{
    return element->group == GX_GROUP_TABLE;
}

guint
gx_frames_ended_by_start (const GxFrames *self, const GxElement *element)
{
    guint keep = self->n;

    if (self->n == 0 || self->n_deeper > 0)
        return 0;
    if (gx_frames_top (self)->element->kind == GX_ELEMENT_HEAD)
        return element->group == GX_GROUP_HEAD ? 0 : 1;
    if (is_block (element))
        keep = find_group (self, keep, GX_GROUP_P, is_block);
    if (element->kind == GX_ELEMENT_HEADING && keep > 0 && self->frames[keep - 1].element->kind == GX_ELEMENT_HEADING)
        keep--;
    switch ((int)element->group) {
    case GX_GROUP_ITEM:
    case GX_GROUP_ENTRY:
        keep = find_group (self, keep, element->group, stops_item);
        break;
    case GX_GROUP_CELL:
        keep = find_group (self, keep, GX_GROUP_CELL, stops_cell);
        break;
    case GX_GROUP_ROW:
    case GX_GROUP_ROWS:
        keep = find_group (self, keep, element->group, stops_row);
        break;
    case GX_GROUP_LINK:
    case GX_GROUP_OPTION:
    case GX_GROUP_RUBY_TEXT:
        keep = find_group (self, keep, element->group, is_block);
        break;
    default:
        break;
    }
    return self->n - keep;
}

/* Whether an end tag for `wanted` must not go beyond an open `element`. */
static gboolean
stops_end (const GxElement *wanted, const GxElement *element)
{
    if (element->group == GX_GROUP_TABLE)
        return TRUE;
    if (wanted->group == GX_GROUP_TABLE || wanted->group == GX_GROUP_ROW || wanted->group == GX_GROUP_ROWS)
        return FALSE;
    return element->group == GX_GROUP_CELL || (!is_block (wanted) && is_block (element));
}

guint
gx_frames_ended_by_end (const GxFrames *self, const GxElement *element, GxStr name)
{
    guint index = gx_element_index (element);
    gboolean heading = element->kind == GX_ELEMENT_HEADING;

    if (self->open[index] == 0 && !heading)
        return 0;
    for (guint i = self->n; i > 0; i--) {
        const GxFrame *frame = &self->frames[i - 1];

        if (frame->element == element || (heading && frame->element->kind == GX_ELEMENT_HEADING))
            if (index > 0 || (frame->name.len == name.len && g_ascii_strncasecmp (frame->name.data, name.data, name.len) == 0))
                return self->n - i + 1;
        if (stops_end (element, frame->element))
            return 0;
    }
    return 0;
}

static GxBlockType
type_of (const GxFrame *parent, GxElementKind kind, guint traits)
{
    switch ((int)kind) {
    case GX_ELEMENT_PROSE:
    case GX_ELEMENT_ARTICLE:
        return GX_BLOCK_PARAGRAPH;
    case GX_ELEMENT_HEADING:
        return GX_BLOCK_HEADING;
    case GX_ELEMENT_LIST_ITEM:
        return GX_BLOCK_LIST_ITEM;
    case GX_ELEMENT_CELL:
        return GX_BLOCK_CELL;
    case GX_ELEMENT_CAPTION:
        return GX_BLOCK_CAPTION;
    default:
        return (traits & GX_TRAIT_CAPTION) && gx_element_is_block (kind) ? GX_BLOCK_CAPTION : parent->type;
    }
}

static guint
left_out (GxElementKind kind, guint traits)
{
    if (kind == GX_ELEMENT_LEFT_OUT)
        return GX_FRAME_LEFT_OUT;
    if ((traits & GX_TRAIT_HIDDEN) && kind != GX_ELEMENT_ARTICLE)
        return GX_FRAME_LEFT_OUT;
    return (traits & GX_TRAIT_VEILED) && kind != GX_ELEMENT_ARTICLE && kind != GX_ELEMENT_BLOCK ? GX_FRAME_LEFT_OUT : 0u;
}

/* Whether the element makes furniture of what is in it; says by what in is_word. */
static gboolean
is_furniture (const GxFrame *parent, GxElementKind kind, guint traits, gboolean *is_word)
{
    *is_word = FALSE;
    if ((kind == GX_ELEMENT_FURNITURE && !(traits & GX_TRAIT_NOTE)) || (kind == GX_ELEMENT_HEADER && !(parent->flags & GX_FRAME_ARTICLE)))
        return TRUE;
    if (kind == GX_ELEMENT_ARTICLE || !gx_element_is_block (kind) || !(traits & GX_TRAIT_FURNISHED))
        return FALSE;
    *is_word = !(traits & (GX_TRAIT_ROLE | GX_TRAIT_COMMENTS));
    return TRUE;
}

/* The frame of an element in the innermost one. */
static GxFrame
frame_inside (GxFrames *self, const GxElement *element, GxStr name, guint traits)
{
    const GxFrame *parent = gx_frames_top (self);
    GxElementKind kind = element->kind;
    gboolean block = gx_element_is_block (kind);
    GxRoot root = { parent->root, FALSE, FALSE, element->group == GX_GROUP_P };
    GxFrame frame = { element, name, type_of (parent, kind, traits), parent->flags & INHERITED, parent->root, parent->cell, parent->table };

    frame.flags |= left_out (kind, traits);
    if (element->group == GX_GROUP_PRE)
        frame.flags |= GX_FRAME_PRE;
    if ((element->group == GX_GROUP_MAIN || (traits & GX_TRAIT_MAIN)) && g_array_index (self->roots, GxRoot, frame.root).is_word) {
        frame.flags &= ~(guint)GX_FRAME_FURNITURE; /* it knows better than a word of a class around it */
        frame.root = 0;
    }
    if (is_furniture (parent, kind, traits, &root.is_word)) {
        root.is_comments = (traits & GX_TRAIT_COMMENTS) && !(traits & GX_TRAIT_ROLE);
        frame.flags |= GX_FRAME_FURNITURE;
        frame.root = self->roots->len;
        g_array_append_val (self->roots, root);
    } else if (!block && (traits & GX_TRAIT_FURNISHED)) {
        frame.flags |= GX_FRAME_SIDE;
    }
    if (block && (traits & GX_TRAIT_COMMENTS) && kind != GX_ELEMENT_ARTICLE)
        frame.flags |= GX_FRAME_COMMENTS;
    if (kind == GX_ELEMENT_HEADER)
        frame.flags |= GX_FRAME_HEADER;
    if (kind == GX_ELEMENT_ARTICLE || (traits & GX_TRAIT_ARTICLE))
        frame.flags |= GX_FRAME_ARTICLE;
    if (traits & GX_TRAIT_NOTE)
        frame.flags |= GX_FRAME_NOTE;
    if (traits & GX_TRAIT_BYLINE)
        frame.flags |= block ? GX_FRAME_BYLINE : GX_FRAME_NAMES;
    if (traits & GX_TRAIT_AUTHOR)
        frame.flags |= GX_FRAME_AUTHOR;
    if (kind == GX_ELEMENT_CELL)
        frame.cell = ++self->n_cells;
    if (element->group == GX_GROUP_TABLE)
        frame.table = ++self->n_tables;
    return frame;
}

gboolean
gx_frames_push (GxFrames *self, const GxElement *element, GxStr name, guint traits)
{
    if (self->n == GX_MAX_DEPTH || self->n_deeper > 0) {
        self->n_deeper++;
        self->was_deep = TRUE;
        return FALSE;
    }
    self->frames[self->n] = frame_inside (self, element, name, traits);
    self->open[gx_element_index (element)]++;
    self->n++;
    return TRUE;
}

void
gx_frames_mark_note (GxFrames *self)
{
    for (guint i = self->n; i > 0; i--) {
        GxFrame *frame = &self->frames[i - 1];

        frame->flags |= GX_FRAME_NOTE;
        if (is_block (frame->element))
            return;
    }
}

void
gx_frames_pop (GxFrames *self)
{
    self->n--;
    self->open[gx_element_index (self->frames[self->n].element)]--;
}
