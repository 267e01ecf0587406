/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-mark.h - what a footnote mark looks like.
 *
 * Threads    pure. */
#pragma once

#include <guanxi/str.h>

/** No footnote mark has more bytes than this. */
#define GX_MARK_ROOM 24

/** What may be a mark, character by character, white space left out; all zero is empty. */
typedef struct {
    gunichar chars[GX_MARK_ROOM];
    gsize n; /**< more than GX_MARK_ROOM: too long for a mark */
} GxMarkText;

/** Appends characters. O(len). */
void gx_mark_text_add (GxMarkText *self, GxStr text);
/** Whether it is a footnote mark: [1], 【注2】, [citation needed], *, †, ①; a number in round brackets or
 * none, and the arrow back to the text, only in a link. */
gboolean gx_mark_text_is_one (const GxMarkText *self, gboolean is_linked);
