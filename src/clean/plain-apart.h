/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-apart.h - numbers of notes that stand on lines of their own, as they come out of PDFs that raise them.
 *
 * Threads    one thread a text. */
#pragma once

#include "plain-lines.h"

/** Finds the lines that are nothing but the number of a note and marks them (is_number); those that stand behind their note are moved in
 * front of it. To be called before anything else has looked at the lines. O(lines), and O(bytes log bytes) where lines are numbers. */
void gx_plain_find_numbers_apart (GxPlain *plain);
