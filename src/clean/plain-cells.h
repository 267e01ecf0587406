/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-cells.h - tables whose cells stand in lines of their own.
 *
 * Threads    one thread a text. */
#pragma once

#include "plain-lines.h"

/** Makes runs of short lines, with numbers among them, cells. O(lines). */
void gx_plain_find_cells (GxPlain *plain);
