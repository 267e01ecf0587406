/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-layout.h - what is known of a page's layout becomes what lines of plain text tell by blanks: width, indent, gaps.
 *
 * Threads    one thread a text. */
#pragma once

#include "page-layout.h"
#include "plain-lines.h"

/** Measures the lines by their place on paper. O(lines). */
void gx_plain_apply_layout (GxPlain *plain, const GxLayout *layout);
/** Makes the smaller lines at the foot of pages notes, and notes which raised characters are marks. Whether there are notes. O(lines). */
gboolean gx_plain_find_small_print (GxPlain *plain, const GxLayout *layout);
