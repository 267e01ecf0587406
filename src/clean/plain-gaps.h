/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-gaps.h - white space inside of a line: what is a boundary, and what only fills the line.
 *
 * The rules, for a gap between two characters:
 *  - beside punctuation of East Asia it goes;
 *  - between Han letters, beside a single one, it goes (letter-spaced names and titles, 谈 判), unless it is wider than the gaps next to
 * it;
 *  - beside a piece of two to four Han letters that stands between two gaps, and between two such pieces, it stays (names in a row: 张三
 * 李四 王五, words that were set apart on purpose), and so does a wide gap (columns);
 *  - between other Han letters it goes in running text and stays in lines that stand for themselves (words of a heading);
 *  - single Latin letters, five or more in a row or a line of four, are closed up;
 *  - any other gap stays, as one blank.
 *
 * Threads    pure. */
#pragma once

#include "plain-lines.h"

typedef enum { GX_LINE_RUNNING, GX_LINE_ALONE } GxLineContext;

typedef struct {
    GxStr line;
    GxLineContext context;
    gsize at;
    gsize closed_until; /* the row of single Latin letters ends here */
} GxGaps;

/** Goes to the next gap that is not to be copied as it is: bytes [start, end) of the line; is_closed: nothing stands for it, else one
 * blank. FALSE at the line's end. O(length) over all calls. */
gboolean gx_gaps_next (GxGaps *self, GxSpan *gap, gboolean *is_closed);
