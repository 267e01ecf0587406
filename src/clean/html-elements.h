/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-elements.h - what an element does to the text in it. */
#pragma once

#include <glib.h>

typedef enum {
    GX_ELEMENT_INLINE, /**< nothing: also what is not known */
    GX_ELEMENT_BLOCK,  /**< begins and ends a block; its text is of the type around it */
    GX_ELEMENT_PAGE,   /**< a block that holds the whole page, whatever its class says */
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
    GX_ELEMENT_TIME
} GxElementKind;

/** The kind of an element by its name in small letters. O(log n). */
GxElementKind gx_element_kind (const char *name);
/** Whether it begins and ends a block. */
gboolean gx_element_is_block (GxElementKind kind);
