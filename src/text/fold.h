/* SPDX-License-Identifier: GPL-3.0-or-later
 * fold.h - text in the one form in which it is compared, with its way back.
 *
 * Folding makes alike what readers take as alike:
 * - width, compatibility and case: NFKC and simple case folding, character by character, so that Ａ is a, （ is (, ， is a comma of ASCII
 * (。、《》 have no other form and stay), ① is 1, … is three full stops; Kangxi and CJK radicals are characters;
 * - traditional and simplified characters, one by one, by ICU's Traditional-Simplified: but a character that GB 2312 holds is a simplified
 * one itself and stays (著, 乾, 俱, 徵), except 後 於 麽 夥 菸; some variants are added (峯 衞 靑);
 * - decomposed letters and jamo, which are composed;
 * - dots between names ‧ • ・ ･ ∙ ⋅ ㆍ, which become ·; ． between two Han or kana, or two Hangul, too; ‘ ’ ʼ ′ become the
 * apostrophe, ‐ ‑ ‒ – − the hyphen. White space is dropped between two wide characters of East Asia (Han, kana, CJK marks) and between one
 * of them and a punctuation mark; zero-width and control characters are dropped wherever they stand; any other run of white space (also
 * between Hangul, or Han and Latin) is one blank. Line breaks ('\n'), which stand between blocks, stay. Folding folded text changes
 * nothing, but for blanks that a few compatibility characters (‾) expand to.
 *
 * Units      bytes of folded and of clean text; both UTF-8.
 * Threads    pure; a GxFolded is used by one thread. */
#pragma once

#include <guanxi/document.h>

typedef struct _GxFolded GxFolded;

/** Folds text; damaged UTF-8 becomes U+FFFD. O(len). */
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
/** The version of ICU and of its data, which folding depends on; lives for ever. */
const char *gx_fold_data_name (void);
/** A single folded character: c itself where it becomes several, 0 where it is dropped. */
gunichar gx_fold_char (gunichar c);

/** Whether c is a Han character (after folding). */
gboolean gx_is_han (gunichar c);
/** Whether c belongs to a script that writes words apart, so that a name must not begin or end inside a run of it: letters of Latin,
 * Cyrillic, Greek, Arabic, Hebrew, Armenian, Georgian, Devanagari, the accents on them, and digits. */
gboolean gx_is_word_script (gunichar c);
gboolean gx_is_hangul (gunichar c);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxFolded, gx_folded_free)
