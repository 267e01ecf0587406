/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/reading.h - a document's whole way from its bytes to its mentions, for many documents on many threads.
 *
 * Readings are handed out in the order of the corpus, whatever the number of threads. */
#pragma once

#include <guanxi/corpus.h>
#include <guanxi/matcher.h>

G_BEGIN_DECLS

/** One document, read. All pointers are borrowed and end when the function they are given to returns. When it could not be read, failure
 * says why and source, document, sentences and mentions are NULL. */
typedef struct {
    const GxInput *input;
    const GxSource *source;
    const GxDocument *document;
    const GxSentences *sentences;
    const GxMentions *mentions;
    const GError *failure;
} GxReading;

/** Takes a reading; FALSE with error set ends the run. Called on the thread that called gx_corpus_read_all(), in order. */
typedef gboolean (*GxReadingFunc) (const GxReading *reading, gpointer user_data, GError **error);

/** Reads the whole corpus on n_threads workers (0: one a core), at most a few documents ahead of take. Matcher may be NULL: no mentions
 * then. */
gboolean gx_corpus_read_all (GxCorpus *corpus, const GxMatcher *matcher, guint n_threads, GxReadingFunc take, gpointer user_data,
                             GError **error);

G_END_DECLS
