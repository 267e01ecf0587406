/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-syllables.h - whether a Korean line was broken between two words, or within one.
 *
 * Some programs break lines at blanks only, others (Hangul word processors, browsers) between any two syllables. A text shows inside of its
 * lines which syllables are parted by blanks and which are not; the line breaks are read by that.
 *
 * Threads    one thread a text. */
#pragma once

#include "plain-lines.h"

typedef struct _GxSyllables GxSyllables;

/** Learns from the lines of a text, at most their first bytes. O(bytes). */
GxSyllables *gx_syllables_new (const GxPlain *plain);
void gx_syllables_free (GxSyllables *self);

/** Whether one of these characters, the last of a line and the first of the next, is a syllable of Hangul and the break between them is to
 * be asked for. */
gboolean gx_syllables_may_break (gunichar last, gunichar first);
/** Whether the line broke within a word that next goes on with. O(1). */
gboolean gx_syllables_break_word (const GxSyllables *self, const GxPlain *plain, const GxLine *line, const GxLine *next);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxSyllables, gx_syllables_free)
