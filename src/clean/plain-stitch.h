/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-stitch.h - sentences whose halves lie apart because columns came out of order.
 *
 * Threads    one thread a text. */
#pragma once

#include "plain-lines.h"

/** Whether start may go on with end as far as brackets and quotations tell: what is open at the end must be closed behind the start, and
 * nothing else may be. O(lines' lengths). */
gboolean gx_plain_fits (const GxPlain *plain, const GxLine *end, const GxLine *start);
/** Puts body (of guint: lines in the order they are written) into another order when a text's end lies in its middle: a line that only ends
 * an article (about its author), running text behind it that breaks off, and one sentence in front of it that breaks off. What stands
 * behind that line then belongs where the sentence breaks off. joined (of gboolean) tells which lines go on with the one before. O(lines).
 */
void gx_plain_stitch (const GxPlain *plain, GArray *body, GArray *joined);
