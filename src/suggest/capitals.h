/* SPDX-License-Identifier: GPL-3.0-or-later
 * capitals.h - runs of capitalised words of Latin script: Citizen Lab, Bank of Canada, CNN.
 *
 * Units      bytes of clean text.
 * Threads    pure. */
#pragma once

#include "lexicon.h"

#include <guanxi/document.h>

/** The next run of capitalised words in text from offset on; FALSE when there is none. Small words (affixes of kind name-link) may stand
 * between two. A word that begins the text and is one of the commonest of English belongs to none. O(run). */
gboolean gx_capitals_next (const GxDictionary *dictionary, GxStr text, gsize offset, GxSpan *run);
/** The next word of text from offset on, with hyphens, apostrophes and full stops between its letters; FALSE when there is none. O(word).
 */
gboolean gx_capitals_word (GxStr text, gsize offset, GxSpan *word);
