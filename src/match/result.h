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

/** gx_matcher_find() on a document whose text is folded already. */
GxMentions *gx_matcher_find_folded (const GxMatcher *self, const GxDocument *document, const GxFolded *folded,
                                    const GxSentences *sentences);
