/* SPDX-License-Identifier: GPL-3.0-or-later
 * boundary.h - where a name may begin and end in scripts that write words apart. Han characters may stand anywhere.
 *
 * Units      bytes of folded text; offsets are character boundaries.
 * Threads    pure. */
#pragma once

#include "lexicon.h"

/** Whether a name may begin at an offset: not inside a run of letters and digits, of Hangul or of katakana, nor inside a web address. O(1).
 */
gboolean gx_boundary_left (GxStr text, gsize start);
/** Whether a name may end at an offset: not inside such a run, but before the dictionary's particles of Korean. O(1). */
gboolean gx_boundary_right (const GxDictionary *dictionary, GxStr text, gsize end);
/** Whether only one syllable of Hangul stands between the beginning of its run and an offset: a surname glued to its title. O(1). */
gboolean gx_boundary_after_syllable (GxStr text, gsize start);
/** Whether an offset lies inside a run of Hangul. O(1). */
gboolean gx_boundary_inside_hangul (GxStr text, gsize offset);
