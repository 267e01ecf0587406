/* SPDX-License-Identifier: GPL-3.0-or-later
 * prose.h - running text as readers of XML and wikitext hand it over, made blocks.
 *
 * White space collapses, and is none between Han characters; references are decoded; a footnote mark is dropped; what stands aside (a note,
 * a text box) comes behind the block it stands in, which goes on as if it were not there.
 *
 * Units      source bytes. O(bytes) over all calls.
 * Ownership  builder and source must outlive the prose. */
#pragma once

#include "builder.h"
#include "markup.h"

typedef struct _GxProse GxProse;

/** How a place that is no character separates what stands around it. */
typedef enum {
    GX_GAP_SOFT, /**< like white space: a blank, but none between Han characters */
    GX_GAP_HARD, /**< a blank whatever is around it: a tab */
    GX_GAP_NONE  /**< not at all: white space around it is none either */
} GxGap;

/** Mode says which references there are. */
GxProse *gx_prose_new (GxBuilder *builder, GxStr source, GxMarkupMode mode);
void gx_prose_free (GxProse *self);

/** Adds text in which & begins a reference. */
void gx_prose_add (GxProse *self, gsize start, gsize end);
/** Adds text in which & means itself. */
void gx_prose_add_literal (GxProse *self, gsize start, gsize end);
/** Adds a character that stands for [start, end). */
void gx_prose_add_char (GxProse *self, gunichar c, gsize start, gsize end);
/** Adds the token's text, if it has any. */
void gx_prose_add_token (GxProse *self, const GxToken *token);
/** Something at [start, end) that separates. */
void gx_prose_add_gap (GxProse *self, GxGap gap, gsize start, gsize end);
/** A line break: two in a row, or one in front of an indented line, end a block of this type. */
void gx_prose_break_line (GxProse *self, gsize start, gsize end, GxBlockType type);
/** Ends the current block, if any. GX_BLOCK_FURNITURE: because the markup says so. */
void gx_prose_end_block (GxProse *self, GxBlockType type);

/** What follows, up to the matching end, stands aside. Text in it that no gx_prose_end_block() ends is of this type. May be nested. */
void gx_prose_begin_aside (GxProse *self, GxBlockType type);
void gx_prose_end_aside (GxProse *self);
/** What follows, up to the matching end, is raised: dropped when it is a footnote mark ([1], ①, *). May be nested. */
void gx_prose_begin_mark (GxProse *self);
/** A number alone is a mark only when it points somewhere, as a link does. */
typedef enum { GX_MARK_PLAIN, GX_MARK_LINKED } GxMarkKind;
void gx_prose_end_mark (GxProse *self, GxMarkKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxProse, gx_prose_free)
