/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-frame.h - the open elements: which of them a tag ends, and what they make of the text in them.
 *
 * Elements whose end tag may be left out end where HTML says; an end tag that fits nothing is ignored; one that fits ends what is open
 * above its element, but an inline one ends no block, and none goes beyond its cell of a table. No more than GX_MAX_DEPTH elements are
 * kept: deeper ones are only counted.
 *
 * Units      a tag costs O(GX_MAX_DEPTH) at worst. */
#pragma once

#include <guanxi/document.h>

#include "html-elements.h"
#include "html-words.h"

#define GX_MAX_DEPTH 512

typedef enum {
    GX_FRAME_LEFT_OUT = 1 << 0,
    GX_FRAME_FURNITURE = 1 << 1,
    GX_FRAME_NOTE = 1 << 2,
    GX_FRAME_ARTICLE = 1 << 3, /**< in the text proper: a header is the article's */
    GX_FRAME_HEADER = 1 << 4,  /**< in a header, of the article or the page */
    GX_FRAME_BYLINE = 1 << 5,
    GX_FRAME_COMMENTS = 1 << 6,
    GX_FRAME_MARK = 1 << 7,    /**< this element began a footnote mark; not inherited */
    GX_FRAME_SIDE = 1 << 8,    /**< an inline element that is furniture by a word for it; not inherited */
    GX_FRAME_NAMES = 1 << 9,   /**< an inline element that names author, date or source; not inherited */
    GX_FRAME_AUTHOR = 1 << 10, /**< this element holds the author's name; not inherited */
    GX_FRAME_PRE = 1 << 11     /**< line breaks count */
} GxFrameFlags;

typedef struct {
    const GxElement *element;
    GxStr name;       /**< as written */
    GxBlockType type; /**< of the blocks in it, if nothing in flags says otherwise */
    guint flags;      /**< GxFrameFlags */
    guint root;       /**< the element that makes it furniture: its number in the roots; 0: none */
    guint cell;       /**< the cell of a table it lies in, counted from 1; 0: none */
    guint table;      /**< the table it lies in, likewise */
} GxFrame;

/** An element that made furniture of all in it. */
typedef struct {
    guint parent;          /**< the root around it; 0: none */
    gboolean is_word;      /**< only a word of its class or id says so, and it isn't readers' comments */
    gboolean is_comments;  /**< readers' comments, by such a word */
    gboolean is_paragraph; /**< it is a <p> */
} GxRoot;

typedef struct {
    guint n, n_deeper; /**< open elements, and those too deep to be kept */
    guint open[GX_MAX_ELEMENTS];
    GArray *roots; /**< of GxRoot; the first stands for none */
    guint n_cells, n_tables;
    gboolean was_deep;
    GxFrame frames[GX_MAX_DEPTH];
} GxFrames;

GxFrames *gx_frames_new (void);
void gx_frames_free (GxFrames *self);

/** The innermost open element; what surrounds the outermost one when none is. Borrowed until the next push. */
const GxFrame *gx_frames_top (const GxFrames *self);
/** Of how many elements this start tag is the end. */
guint gx_frames_ended_by_start (const GxFrames *self, const GxElement *element);
/** Of how many elements this end tag is the end; 0 when it fits none. */
guint gx_frames_ended_by_end (const GxFrames *self, const GxElement *element, GxStr name);
/** Opens an element in the innermost one; FALSE when it is too deep and only counted. */
gboolean gx_frames_push (GxFrames *self, const GxElement *element, GxStr name, guint traits);
/** What is in the innermost block is a note: its text begins with the way back to its mark. */
void gx_frames_mark_note (GxFrames *self);
/** Closes the innermost element. */
void gx_frames_pop (GxFrames *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxFrames, gx_frames_free)
