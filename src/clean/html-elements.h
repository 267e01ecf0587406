/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-elements.h - what an element does to the text in it, and which elements its start ends. */
#pragma once

#include <guanxi/str.h>

typedef enum {
    GX_ELEMENT_INLINE, /**< nothing: also what is not known */
    GX_ELEMENT_BLOCK,  /**< begins and ends a block; its text is of the type around it */
    GX_ELEMENT_RULE,   /**< ends a block, has no content */
    GX_ELEMENT_PAGE,   /**< holds the whole page, whatever its class says */
    GX_ELEMENT_PROSE,  /**< a block of paragraphs, whatever is around it */
    GX_ELEMENT_HEADING,
    GX_ELEMENT_LIST_ITEM,
    GX_ELEMENT_CELL,
    GX_ELEMENT_CAPTION,
    GX_ELEMENT_ARTICLE, /**< a block; headers in it are the text's own */
    GX_ELEMENT_HEADER,  /**< furniture but for headings in an article */
    GX_ELEMENT_FURNITURE,
    GX_ELEMENT_LEFT_OUT,
    GX_ELEMENT_HEAD, /**< its own text is left out, not that of elements in it */
    GX_ELEMENT_BREAK,
    GX_ELEMENT_LINK,
    GX_ELEMENT_MARK, /**< may hold a footnote mark */
    GX_ELEMENT_TITLE,
    GX_ELEMENT_META,
    GX_ELEMENT_TIME,
    GX_ELEMENT_EMPTY /**< has no content and means nothing here */
} GxElementKind;

/** Elements whose start or end tags say something about others that are open. */
typedef enum {
    GX_GROUP_NONE,
    GX_GROUP_P,
    GX_GROUP_ITEM,  /**< li */
    GX_GROUP_LIST,  /**< ul, ol, dl: holds items */
    GX_GROUP_ENTRY, /**< dt, dd */
    GX_GROUP_CELL,
    GX_GROUP_ROW,
    GX_GROUP_ROWS, /**< tbody and its like */
    GX_GROUP_TABLE,
    GX_GROUP_LINK,
    GX_GROUP_OPTION,
    GX_GROUP_RUBY_TEXT,
    GX_GROUP_DIV, /**< blocks that do not come between a list and its items: div, address */
    GX_GROUP_MAIN,
    GX_GROUP_PRE, /**< line breaks count */
    GX_GROUP_HEAD /**< what may stand in <head> */
} GxElementGroup;

typedef struct {
    const char *name;
    GxElementKind kind;
    GxElementGroup group;
} GxElement;

/** The element of this name, in any case; one of an empty name when it is not known. O(1). */
const GxElement *gx_element_find (GxStr name);
/** The number of an element, below GX_MAX_ELEMENTS; 0 for what is not known. */
guint gx_element_index (const GxElement *element);
#define GX_MAX_ELEMENTS 160
/** Whether it begins and ends a block. */
gboolean gx_element_is_block (GxElementKind kind);
/** Whether it has no content and no end tag. */
gboolean gx_element_is_void (GxElementKind kind);
