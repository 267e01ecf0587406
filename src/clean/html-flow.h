/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-flow.h - from positioned text to blocks, as a browser would flow it: white space collapses, two <br> in a row end a paragraph,
 * footnote marks are dropped. What a block consists of is noted down; what becomes of it, html-density.h says.
 *
 * Units      bytes of the page. */
#pragma once

#include "builder.h"
#include "html-frame.h"
#include "page.h"

typedef struct _GxFlow GxFlow;

/** What is known of a block. */
typedef struct {
    guint block;                              /**< its number in the builder */
    guint flags, root, cell, table;           /**< of the element it lies in: html-frame.h */
    gsize bytes;                              /**< of its text, white space not counted */
    gsize link_bytes, side_bytes, name_bytes; /**< of these, in links; in inline elements that are furniture; that name author or date */
    guint links;
} GxEvidence;

/** Inline elements whose text is counted. */
typedef enum { GX_INLINE_LINK, GX_INLINE_SIDE, GX_INLINE_NAMES } GxInline;
#define GX_N_INLINE (GX_INLINE_NAMES + 1)

/** Builder and page must outlive the flow. */
GxFlow *gx_flow_new (GxBuilder *builder, const GxPage *page);
void gx_flow_free (GxFlow *self);

/** Adds text: page bytes [start, end), or what they stand for when decoded is not NULL. */
void gx_flow_add (GxFlow *self, gsize start, gsize end, const GxStr *decoded);
/** A <br> whose tag is [start, end); frame is that of the block it may end. */
void gx_flow_break_line (GxFlow *self, gsize start, gsize end, const GxFrame *frame);
/** Ends the current block, if any, which lies in frame. */
void gx_flow_end_block (GxFlow *self, const GxFrame *frame);
/** Such an inline element starts or ends; they may be nested in damaged markup. */
void gx_flow_begin (GxFlow *self, GxInline kind);
void gx_flow_end (GxFlow *self, GxInline kind);
/** Text until the matching end may be a footnote mark, which is dropped. May be nested. */
void gx_flow_begin_mark (GxFlow *self);
void gx_flow_end_mark (GxFlow *self);
/** The blocks so far: of GxEvidence; borrowed. */
GArray *gx_flow_evidence (const GxFlow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxFlow, gx_flow_free)
