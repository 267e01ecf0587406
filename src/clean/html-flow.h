/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-flow.h - from positioned text to blocks, as a browser would flow it: white space collapses, two <br> in a row end a paragraph,
 * footnote marks are dropped, blocks and lists that are nothing but links become furniture.
 *
 * Units      bytes of the page. */
#pragma once

#include "builder.h"
#include "page.h"

typedef struct _GxFlow GxFlow;

/** Builder and page must outlive the flow. */
GxFlow *gx_flow_new (GxBuilder *builder, const GxPage *page);
void gx_flow_free (GxFlow *self);

/** Adds text: page bytes [start, end), or what they stand for when decoded is not NULL. */
void gx_flow_add (GxFlow *self, gsize start, gsize end, const GxStr *decoded);
/** A <br> whose tag is [start, end); type is that of the block it may end. */
void gx_flow_break_line (GxFlow *self, gsize start, gsize end, GxBlockType type);
/** Ends the current block, if any. */
void gx_flow_end_block (GxFlow *self, GxBlockType type);
/** A link starts or ends; links may be nested in damaged markup. */
void gx_flow_begin_link (GxFlow *self);
void gx_flow_end_link (GxFlow *self);
/** Text until the matching end may be a footnote mark, which is dropped. May be nested. */
void gx_flow_begin_mark (GxFlow *self);
void gx_flow_end_mark (GxFlow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxFlow, gx_flow_free)
