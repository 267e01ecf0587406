/* SPDX-License-Identifier: GPL-3.0-or-later
 * document-check.h - what holds for every document, whatever its source: each clean character comes from source bytes that say the same,
 * no source byte is used twice, blocks and sentences lie in order and leave no word out.
 *
 * Units      counts of characters; findings are lines of text.
 * Ownership  a check owns its findings.
 * Threads    one thread a check. */
#pragma once

#include <guanxi/corpus.h>
#include <guanxi/document.h>
#include <guanxi/sentence.h>

typedef struct {
    guint64 n_characters; /**< of all blocks */
    guint64 n_same;       /**< bytes of the source as they are */
    guint64 n_blanks;     /**< a blank for a line break, white space, tags */
    guint64 n_references; /**< a reference or an escape, decoded */
    guint64 n_folded;     /**< other bytes that fold to the same */
    guint64 n_jumps;      /**< characters whose source lies before that of the one in front of them, in one block */
    guint64 n_blocks, n_sentences;
    guint n_findings;    /**< all; the first few are kept */
    GPtrArray *findings; /**< of char * */
} DocumentCheck;

/** A check without findings; ended by document_check_clear(). */
DocumentCheck document_check_start (void);
void document_check_clear (DocumentCheck *self);
/** Looks at all of a document and counts; may be called for many documents. O(text log text). */
void document_check_run (DocumentCheck *self, const GxSource *source, const GxDocument *document, const GxSentences *sentences);
/** The same for one document; ends the program, with what was found, when there is a finding. */
void document_check_assert (const GxSource *source, const GxDocument *document, const GxSentences *sentences);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DocumentCheck, document_check_clear)
