/* SPDX-License-Identifier: GPL-3.0-or-later
 * sentence-rules.h - what the text beside a mark says: whether a sentence ends there, or goes on.
 *
 * Units      bytes of the text of a block.
 * Cost       O(length of the words beside the place).
 * Threads    pure. */
#pragma once

#include <guanxi/str.h>

/** A place where a sentence may end. */
typedef struct {
    GxStr text;
    const char *language;    /**< of the text */
    gboolean has_wide_stops; /**< the document ends its sentences with 。, so that the full stop between Han is the dot of a name */
    gsize start;             /**< where the sentence began */
} GxPlace;

/** Whether the full stop at byte `at` of text (. or ．) ends a sentence. */
gboolean gx_full_stop_ends (const GxPlace *place, gsize at);
/** Whether the ellipsis [at, end), closing marks included, does. */
gboolean gx_ellipsis_ends (const GxPlace *place, gsize at, gsize end);

/** Whether what stands at byte `at`, behind the closing marks of a quotation, goes on with the sentence that the quotation is a part of:
 * ”的, ”等, 」と, ”라고. */
gboolean gx_goes_on_behind_quotation (GxStr text, gsize at, const char *language);
/** Whether what stands there tells who said it: ”他说。 ”外交部发言人表示，. */
gboolean gx_is_attribution (GxStr text, gsize at);

/** Whether word (without its full stop) is an abbreviation of the language, by ICU's suppressions. FALSE for languages without any. */
gboolean gx_is_suppressed (const char *language, GxStr word);
