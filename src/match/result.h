/* SPDX-License-Identifier: GPL-3.0-or-later
 * result.h - what a worker makes of an input. */
#pragma once

#include "signature.h"

#include <guanxi/reading.h>

/** A reading that owns what it points to. */
typedef struct {
    GxInput *input;
    GxSource *source;
    GxDocument *document;
    GxFolded *folded; /**< the document's text; NULL until somebody needs it */
    GxSentences *sentences;
    GxMentions *mentions;
    GError *failure;
    GxSignature signature;
    GArray *lines; /**< of GxLine */
} GxResult;

/** Reads and cleans an input, which it takes over. */
GxResult *gx_result_new (GxInput *input);
void gx_result_free (GxResult *self);
/** The result as others see it. */
GxReading gx_result_reading (const GxResult *self);

/** What is done with the inputs of a corpus; all get the run's user_data. */
typedef struct {
    GxInput *(*next) (gpointer user_data);                                         /**< calling thread; NULL at the end */
    void (*read) (GxResult *result, gpointer user_data);                           /**< any worker; not for inputs that failed */
    gboolean (*take) (const GxResult *result, gpointer user_data, GError **error); /**< calling thread, in order */
} GxResultFuncs;

/** Reads and cleans all inputs on n_threads (0: one a core), in the order they come. */
gboolean gx_results_run (const GxResultFuncs *funcs, guint n_threads, gpointer user_data, GError **error);

/** gx_matcher_find() on a document whose text is folded already. */
GxMentions *gx_matcher_find_folded (const GxMatcher *self, const GxDocument *document, const GxFolded *folded,
                                    const GxSentences *sentences);
