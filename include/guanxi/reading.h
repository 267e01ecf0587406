/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/reading.h - a document's whole way from its bytes to its mentions, for many documents on many threads.
 *
 * Readings are handed out in the order of the corpus, whatever the number of threads. No more than a few documents a thread are in memory
 * at a time; where twins are looked for, about 320 bytes of each stay.
 *
 * Two things need other documents: lines that stand in many documents of one site are furniture, and are known from a survey of the corpus
 * before it is read; a document that repeats an earlier one is told by its name, its twin.
 *
 * Errors     only those of the functions that take readings: what cannot be read is a reading with a failure. */
#pragma once

#include <guanxi/corpus.h>
#include <guanxi/matcher.h>
#include <guanxi/repeats.h>

G_BEGIN_DECLS

/** One document, read. All pointers are borrowed and end when the function they are given to returns. When it could not be read, failure
 * says why and source, document, sentences and mentions are NULL; mentions are without a matcher, too. */
typedef struct {
    const GxInput *input;
    const GxSource *source;
    const GxDocument *document;
    const GxSentences *sentences;
    const GxMentions *mentions;
    const GError *failure;
    const char *twin;  /**< the earlier document that this one repeats; NULL: none, or they are not looked for */
    guint twin_number; /**< which reading that was, counted from 1, failed ones too; 0: none */
    guint similarity;  /**< of 100: what this document and its twin share of all that both say */
} GxReading;

/** Takes a reading; FALSE with error set ends the run. Called on the thread that called gx_corpus_read_all(), in order. */
typedef gboolean (*GxReadingFunc) (const GxReading *reading, gpointer user_data, GError **error);

/** Whether documents that repeat earlier ones are told. */
typedef enum { GX_TWINS_IGNORED, GX_TWINS_FOUND } GxTwinsMode;

/** Whether the states inside names of institutions are mentions: gx_mentions_count_nested(). */
typedef enum { GX_NESTED_APART, GX_NESTED_COUNTED } GxNestedMode;

/** How a corpus is read; all zero is the default. */
typedef struct {
    const GxMatcher *matcher; /**< NULL: no mentions; matcher and repeats must outlive the call */
    const GxRepeats *repeats; /**< what a survey found; NULL: nothing */
    GxTwinsMode twins;
    GxNestedMode nested;
    guint n_threads; /**< 0: one a core */
} GxReadingOptions;

/** Reads what is left of the corpus and hands it to take. Options may be NULL. O(bytes). */
gboolean gx_corpus_read_all (GxCorpus *corpus, const GxReadingOptions *options, GxReadingFunc take, gpointer user_data, GError **error);

/** Learns which lines are repeated: cleans every document, without its sentences and mentions, and forgets it again. Twins count once. Open
 * the corpus for it with GX_CORPUS_FILES, so that no stream is read twice, and once more for reading it. Take (may be NULL) sees every
 * reading, without sentences and mentions. A corpus of a few documents has no repeated lines and is not read. The caller's; NULL when take
 * ended the run. */
GxRepeats *gx_repeats_survey (GxCorpus *corpus, guint n_threads, GxReadingFunc take, gpointer user_data, GError **error);

G_END_DECLS
