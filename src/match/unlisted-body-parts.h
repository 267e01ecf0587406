/* SPDX-License-Identifier: GPL-3.0-or-later
 * unlisted-body-parts.h - of what a Chinese name of an institution that stands in no table is made: how it begins, what stands in the
 * middle, how it ends.
 *
 * Units      bytes of folded text.
 * Threads    one thread. */
#pragma once

#include "draft.h"

/** What a byte is part of; BEGINS: the first byte of a state's or an institution's mark. */
enum { GX_IN_TITLE = 1, GX_IN_BODY = 2, GX_IN_STATE = 4, GX_IN_PERSON = 8, GX_BEGINS = 16 };

/** How a name ends, the surest first, and how it begins. */
typedef enum { GX_END_SURE, GX_END_PLAIN, GX_END_VAGUE, GX_N_ENDS } GxBodyEnd;
typedef enum { GX_HEAD_NONE, GX_HEAD_STATE, GX_HEAD_INSTITUTION, GX_HEAD_PLACE, GX_HEAD_FOREIGN, GX_HEAD_LEAD } GxBodyHead;

/** Fewest characters in the middle. */
#define GX_SHORTEST_MIDDLE 2

/** A place that may be a name: the middle lies between head and last, where the end begins. */
typedef struct {
    gsize start, head, last, end;
    GxBodyHead begins;
    GxBodyEnd kind;
} GxBodyName;

/** The middle: how many characters, how many of them stand so in names of the tables, how many 和. */
typedef struct {
    guint n, n_known, n_joints;
    gboolean is_broken; /**< parts that are no one name */
} GxBodyMiddle;

#define GX_N_LAST 4096

/** A text and what has been read in it. */
typedef struct {
    GxDraft *draft;
    guint8 *inside;                /**< for each byte */
    GHashTable *ends;              /**< where a mark begins -> where it ends */
    guint8 may_end[2 * GX_N_LAST]; /**< whether names end so, by the bytes of one character, then of two */
} GxBodyText;

/** O(text). */
GxBodyText *gx_body_text_new (GxDraft *draft);
void gx_body_text_free (GxBodyText *self);

/** Whether a name may end with the character that ends at an offset; a guess that costs little. */
gboolean gx_body_may_end (const GxBodyText *self, gsize end);
/** The longest word by which names end that ends at an offset: where it begins; end when there is none. */
gsize gx_body_end_start (const GxBodyText *self, gsize end, GxBodyEnd *kind);
/** Whether one of two characters or more ends (begins) at an offset. */
gboolean gx_body_has_end (const GxBodyText *self, gsize at, gboolean begins);
/** Whether a word that no name of an institution holds stands at an offset; whether one may, which costs less. */
gboolean gx_body_breaks_off (const GxBodyText *self, gsize at);
gboolean gx_body_may_break_off (const GxBodyText *self, gsize at);
/** Whether 和 or its like stands at an offset. */
gboolean gx_body_is_joint (const GxBodyText *self, gsize at);
/** Whether words that make a body one of many fill a range: 跨国石油|公司. */
gboolean gx_body_is_kind (const GxBodyText *self, gsize start, gsize end);
/** How a name begins at an offset, and where its beginning ends, as a rule before a limit. */
GxBodyHead gx_body_read_head (const GxBodyText *self, gsize at, gsize limit, gsize *head);
GxBodyMiddle gx_body_read_middle (const GxBodyText *self, const GxBodyName *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxBodyText, gx_body_text_free)
