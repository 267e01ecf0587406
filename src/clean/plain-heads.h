/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-heads.h - lines that belong together in spite of what their widths and the empty lines between them tell: headings of several
 * lines, pieces of a stretched line.
 *
 * Body (of guint) are lines in the order they are written.
 * Threads    pure. */
#pragma once

#include "plain-lines.h"

/** Whether line k of the body goes on with the one before as a heading in an alphabet does: both between empty lines, the second begins
 * small. O(1). */
gboolean gx_plain_heading_goes_on (const GxPlain *plain, const GArray *body, guint k);
/** Whether a heading in an alphabet, of one to three lines, ends in front of line k of wrapped text, with no empty line behind it: each of
 * its lines had room for more. Joined (of gboolean) is known up to there. O(bytes of those lines). */
gboolean gx_plain_heading_ends (const GxPlain *plain, const GArray *body, const GArray *joined, guint k);
/** Whether lines [k, end) of the body are a heading in spite of their length: in larger type; or in an alphabet, between empty lines,
 * behind a sentence's end and before a line that begins no sentence's middle, without an end mark themselves. O(bytes of them). */
gboolean gx_plain_is_long_heading (const GxPlain *plain, const GArray *body, guint k, guint end);
/** Whether a bracket is open at the end of line k - 1 of the body that one of the next few lines closes. O(bytes of those lines). */
gboolean gx_plain_is_in_brackets (const GxPlain *plain, const GArray *body, guint k);
