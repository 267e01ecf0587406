/* SPDX-License-Identifier: GPL-3.0-or-later
 * source-says.h - whether source bytes, read as markup, say a character.
 *
 * Threads    pure. */
#pragma once

#include <guanxi/str.h>

typedef enum {
    SAYS_NOTHING, /**< of the kind: a fault */
    SAYS_SAME,
    SAYS_BLANK,
    SAYS_REFERENCE,
    SAYS_FOLDED
} Saying;

/** How the source bytes say the character c, which is written in the bytes of clean. */
Saying source_says (GxStr source, GxStr clean, gunichar c);
