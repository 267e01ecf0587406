/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-furniture.h - page numbers, running heads and feet, rules.
 *
 * Threads    one thread a text. */
#pragma once

#include "plain-lines.h"

/** Makes page numbers, running heads and rules furniture. O(bytes). */
void gx_plain_find_furniture (GxPlain *plain);
