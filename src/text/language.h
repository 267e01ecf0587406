/* SPDX-License-Identifier: GPL-3.0-or-later
 * language.h - which language a piece of text is written in.
 *
 * Scripts tell most of it: Han with kana is Japanese, Han with Hangul Korean, Han alone Chinese. Languages of Latin script are told by
 * their commonest words and by letters that few have.
 *
 * Ownership  codes (ISO 639: `zh`, `ja`, `ko`, `en`, `ru`, …) are static strings; `und` is none of them.
 * Threads    pure. */
#pragma once

#include <guanxi/document.h>

/** The language of text, `und` when nothing tells. Looks at the first GX_LANGUAGE_SAMPLE bytes at most. */
const char *gx_language_of (GxStr text);
#define GX_LANGUAGE_SAMPLE 240

/** The language of every block, into languages, which has room for them. A block too short to tell takes that of the blocks around it, when
 * they agree, else the document's, if it can be written in its letters. Furniture is `und`. O(blocks). */
void gx_language_of_blocks (const GxDocument *document, const char **languages);

/** Whether word is one of the commonest of the language, such as begin its sentences: articles, pronouns, prepositions. In any case. */
gboolean gx_language_is_common (const char *language, GxStr word);
