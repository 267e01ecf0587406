/* SPDX-License-Identifier: GPL-3.0-or-later
 * fold.h - text in the one form in which it is compared, with its way back.
 *
 * Folding makes alike what readers take as alike: full-width letters and digits, letter case, traditional and simplified characters (one by one, by
 * a table of our own reading of ICU's, without over-folding such as 著 -> 着 or 乾 -> 干), compatibility and radical forms, decomposed letters and jamo,
 * dot variants between names (‧ • ・ ･ ∙ ⋅ -> ·), apostrophes and hyphens. White space between two Han, kana or Hangul-free wide characters is dropped, as are zero-width characters,
 * wherever they stand; any other run of white space is one blank. Line breaks ('\n') between blocks stay.
 *
 * Units      bytes of folded and of clean text; both UTF-8.
 * Threads    pure; a GxFolded is used by one thread. */
#pragma once

#include <guanxi/document.h>

typedef struct _GxFolded GxFolded;

/** Folds text. O(len). */
GxFolded *gx_fold_new (GxStr text);
void gx_folded_free (GxFolded *self);
/** The folded text. */
GxStr gx_folded_text (const GxFolded *self);
/** The clean range behind a non-empty folded range whose ends are character boundaries; outer dropped characters are left out. O(log n). */
GxSpan gx_folded_clean (const GxFolded *self, gsize start, gsize end);
/** The folded offset of the first character at or after clean offset; the text's length past the end. O(log n). */
gsize gx_folded_from_clean (const GxFolded *self, gsize clean);
/** A name folded as text is, trimmed; the caller's, g_free(). */
char *gx_fold_name (const char *name);
/** A single folded character. */
gunichar gx_fold_char (gunichar c);

/** Whether c is a Han character (after folding). */
gboolean gx_is_han (gunichar c);
/** Whether c belongs to a script that writes words apart, so that a name must not begin or end inside a run of it: Latin, Cyrillic, Greek, Arabic
 *  letters and digits. */
gboolean gx_is_word_script (gunichar c);
gboolean gx_is_hangul (gunichar c);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxFolded, gx_folded_free)
