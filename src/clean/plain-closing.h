/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-closing.h - how a text ends: closing words and a signature, which are no headings.
 *
 * Threads    one thread a text. */
#pragma once

#include "plain-lines.h"

typedef struct {
    guint words;     /**< from this line of the body on, short lines are closing words */
    guint signature; /**< from this one on, who signed and when */
} GxClosing;

/** Looks for the closing of a text: short lines at its end with no paragraph behind them, the last of which is a date or not. Body (of
 * guint) are the lines in the order they are written, joined (of gboolean) tells which go on with the one before. Both are the number of
 * lines when there is none. O(lines of the closing). */
GxClosing gx_plain_find_closing (const GxPlain *plain, const GArray *body, const GArray *joined);
