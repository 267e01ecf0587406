/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-align.h - where in the page a parser's text comes from.
 *
 * libxml2 hands out copies of text, with entities decoded, and keeps its position in the input. Text is laid on the page from a cursor that
 * only moves forward, over markup and entities; the parser's position says where to look when that does not fit. Every piece
 * found has been compared with the page's bytes: what does not fit is counted as lost, never placed by guess.
 *
 * Units      bytes of the page. Time is linear in the page over all calls. */
#pragma once

#include <guanxi/str.h>

/** Told of one piece of text in order: page bytes [start, end), which are the text itself or, when decoded is given, stand for it. */
typedef void (*GxAlignFunc) (gsize start, gsize end, const GxStr *decoded, gpointer user_data);

typedef struct {
    GxStr page;
    gsize cursor; /**< all before it has been dealt with */
    gsize lost;   /**< bytes of text that fitted nowhere */
    GxAlignFunc piece;
    gpointer user_data;
} GxAlign;

/** Moves the cursor forward to position; nothing happens when it is there already. */
void gx_align_seek (GxAlign *self, gsize position);
/** Places text that the parser hands out when its own position is `position`. */
void gx_align_text (GxAlign *self, GxStr text, gsize position);
/** Decodes the entity or character reference at the start of markup into out (6 bytes); returns its length, 0 when there is none. */
gsize gx_align_entity (GxStr markup, char *out, gsize *out_len);
