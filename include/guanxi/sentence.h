/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/sentence.h - where sentences begin and end.
 *
 * Units      half-open ranges of clean bytes, in order, none empty, none crossing a block; blanks between sentences belong to none.
 * Threads    pure. */
#pragma once

#include <guanxi/document.h>

G_BEGIN_DECLS

typedef struct {
    gsize start, end; /**< clean bytes */
    guint block;      /**< index of the block it lies in */
} GxSentence;

typedef struct _GxSentences GxSentences;

/** The sentences of every block but furniture. Ends are 。！？!?；… and …… with the closing quotes and brackets that follow, the
 *  full stop of Latin text where Unicode's rules see a sentence's end (not after `U.S.` or `Mr.`), and the end of a block. O(text). */
GxSentences *gx_sentences_find (const GxDocument *document);
void gx_sentences_free (GxSentences *self);
/** The sentences, borrowed. */
const GxSentence *gx_sentences_get (const GxSentences *self, guint *n_sentences);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxSentences, gx_sentences_free)
G_END_DECLS
