/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-quantities.h - what stands beside a number: whether it counts something, or may point to a note.
 *
 * Units      bytes of text.
 * Threads    pure. */
#pragma once

#include <guanxi/str.h>

/** Whether c is one of the characters of set. */
gboolean gx_char_is_among (gunichar c, const char *set);
/** Whether c is a Han letter or a syllable of Hangul, as nearly all wide letters are. */
gboolean gx_char_is_common_letter (gunichar c);
/** Whether c makes the digits before it a quantity. */
gboolean gx_quantity_is_unit (gunichar c);
/** Whether the digits from `at` on begin a date or a quantity of their own, where those from start on are none. */
gboolean gx_quantity_begins (GxStr text, gsize start, gsize at);
/** Whether no number goes with what stands at byte `at`. */
gboolean gx_quantity_refuses (GxStr text, gsize at);
/** How much a number behind c (with before in front of that) looks like a mark of a note: 3 at most, 0 not at all. */
guint gx_quantity_score_behind (gunichar c, gunichar before);
/** What is left of this score by what stands at byte `at`, behind the number. */
guint gx_quantity_score_before (GxStr text, gsize at, guint score);
