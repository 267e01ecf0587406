/* SPDX-License-Identifier: GPL-3.0-or-later
 * language-words.h - what tells languages of Latin script apart.
 *
 * Threads    pure. */
#pragma once

#include <guanxi/str.h>

#define GX_LANGUAGE_LONGEST_WORD 16

/** How many languages there are, fewer than 32: a set of them is the bits of a guint. */
guint gx_language_words_n (void);
/** The code of language i; static. */
const char *gx_language_words_code (guint i);
/** The languages among whose commonest words this one is, in lower case, padded with zeros to GX_LANGUAGE_LONGEST_WORD bytes. O(length). */
guint gx_language_words_find (const char *word);
/** The languages to which this letter, no ASCII, points. O(1). */
guint gx_language_words_letter (gunichar letter);
