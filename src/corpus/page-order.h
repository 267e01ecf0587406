/* SPDX-License-Identifier: GPL-3.0-or-later
 * page-order.h - the lines of a page's columns, column after column.
 *
 * Units      points from the page's left and upper edge.
 * Threads    no state. */
#pragma once

#include <glib.h>

/** A line of a page, or its piece in one column. */
typedef struct {
    guint from, to;           /**< its characters, half-open; the caller's */
    guint mark_from, mark_to; /**< those of a note's mark in front of it that the page has elsewhere; the caller's */
    gfloat left, top, right, bottom;
    guint leaf; /**< the column it was found in */
} GxPageLine;

/** Puts the lines (of GxPageLine) of columns that are read in turns one column after the other; lines in any other order stay in it.
 *  Cost O(n log n). */
void gx_page_order (GArray *lines);
