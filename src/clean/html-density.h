/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-density.h - which blocks of a page are its text.
 *
 * What elements, roles and classes say comes first. Beyond that, a block is told by its length, its sentence ends, the share of it that is
 * links, and words that only navigation begins with; blocks that this leaves open take the side of those around them: short ones behind the
 * last text go once furniture has begun, those between texts stay. When in doubt a block stays: an element that is furniture by a mere word
 * of its class, but holds nearly all the text, is none.
 *
 * Lengths are bytes of UTF-8: a Han character is three, an English word about six, and says about twice as much, so that one measure does
 * for both. */
#pragma once

#include "html-flow.h"

/** Judges the blocks of evidence (of GxEvidence), which lie in elements of roots (of GxRoot). O(bytes). */
void gx_density_judge (GxBuilder *builder, const GArray *evidence, const GArray *roots);
