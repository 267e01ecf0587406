/* SPDX-License-Identifier: GPL-3.0-or-later
 * latin.h - words of scripts that write words apart, in folded text.
 *
 * Units      bytes of folded text. */
#pragma once

#include "draft.h"

/** Where the word at start ends: letters with hyphens and apostrophes between them, a possessive ('s) left out; start when there is none.
 * O(word). */
gsize gx_latin_word_end (const GxDraft *draft, gsize start);
/** Whether the clean text behind a range begins with a capital. O(log n). */
gboolean gx_latin_is_capital (const GxDraft *draft, gsize start, gsize end);
/** Where the capitalised word ends that stands behind the blank behind a name: the Stark of Paul Stark; 0 when there is none. O(word). */
gsize gx_latin_last_name (const GxDraft *draft, gsize end);
/** Whether a capitalised word that no spot has read stands before a name: the Melania of Melania Trump. The first word of a sentence is
 * always capitalised and tells nothing. O(1). */
gboolean gx_latin_has_first_name (const GxDraft *draft, gsize start);
/** Whether a name stands in Chinese, by the characters beside it and the next word: there two capitalised words are a name and
 * no headline. O(word). */
gboolean gx_latin_is_in_chinese (const GxDraft *draft, gsize start, gsize end);
/** Whether the document writes a word with a small letter of ASCII, too. O(text) the first time. */
gboolean gx_latin_is_common (GxDraft *draft, GxSpan word);
/** A name with the capitals it is written with; words of capitals only are written as names are. The caller's, g_free(). O(name). */
char *gx_latin_written_name (const GxDraft *draft, gsize start, gsize stop);
