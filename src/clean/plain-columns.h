/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-columns.h - columns that were printed side by side.
 *
 * Threads    one thread a text. */
#pragma once

#include "plain-lines.h"

/** Takes lines that hold pieces of several columns of prose apart and puts the pieces in reading order: column by column. Rows of tables
 * become cells. O(bytes). */
void gx_plain_split_columns (GxPlain *plain);
