/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-notes.h - footnotes in plain text: their bodies, and the marks that point to them.
 *
 * A number at the start of a line is the start of a note only when the same number stands as a mark in the text before it, and both fit
 * into one sequence; a number in the text is a mark only then too. Marks that can be nothing else (^[7], superscript digits) are always
 * taken out.
 *
 * Threads    one thread a text. */
#pragma once

#include "plain-lines.h"
#include "plain-marks.h"

/** Gives notes their role and finds the marks. O(bytes log bytes). */
void gx_plain_find_notes (GxPlain *plain);
/** The likeliest mark of this number in [from, to) of the reading order, among sorted candidates; NULL when there is none. O(log
 * candidates).
 */
const GxMarkCandidate *gx_mark_find (const GArray *candidates, GxNoteStyle style, guint number, guint64 from, guint64 to);
