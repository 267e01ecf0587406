/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/sentence.h - where sentences begin and end.
 *
 * Units      half-open ranges of clean bytes, in order, none empty, none crossing a block; blanks between sentences belong to none.
 * Ownership  sentences need nothing of the document they were found in; what they hand out is borrowed.
 * Threads    pure. */
#pragma once

#include <guanxi/document.h>

G_BEGIN_DECLS

typedef struct {
    gsize start, end; /**< clean bytes */
    guint block;      /**< index of the block it lies in */
} GxSentence;

typedef struct _GxSentences GxSentences;

/** The sentences of every block but furniture. They end
 *  - at 。！？!?；… and their relatives in other scripts, with the closing quotes and brackets that follow; not inside a bracket or title
 *    within a sentence, nor in a quotation that is a part of it (“甲！”的, “甲。”乙说), nor before a comma;
 *  - at an ellipsis that trails off, not at an omission, a stutter or the end of a list;
 *  - at the full stop where Unicode's rules and the abbreviations of the block's language allow (not after `U.S.` or `Mr.`); between Han
 *    characters only where the document doesn't write 。, for else it is the dot of a name;
 *  - at the end of a block.
 *  O(text). */
GxSentences *gx_sentences_find (const GxDocument *document);
void gx_sentences_free (GxSentences *self);
/** The sentences, borrowed. */
const GxSentence *gx_sentences_get (const GxSentences *self, guint *n_sentences);
/** The language that a block is written in, by its script and commonest words: an ISO 639 code (`zh`, `ja`, `ko`, `en`, `ru`, …), `und`
 * when nothing tells, and for furniture. Static. O(1). */
const char *gx_sentences_language (const GxSentences *self, guint block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxSentences, gx_sentences_free)
G_END_DECLS
