/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-garbled.h - lines that a broken font map or a wrong encoding has made nonsense.
 *
 * Threads    one thread a text. */
#pragma once

#include "builder.h"
#include "plain-lines.h"

/** Gives garbled lines their role and warns of them by page, or by line where there are no pages. O(bytes). */
void gx_plain_find_garbled (GxPlain *plain, GxBuilder *builder);
