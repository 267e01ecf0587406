/* SPDX-License-Identifier: GPL-3.0-or-later
 * likelihood.h - which legacy encoding explains some bytes best.
 *
 * Each double-byte encoding is a small table of ranges (common characters, rare ones, kana, punctuation) with the share of running text
 * that falls into each; the likelihood of a character is its range's share divided by the range's size. The encoding with the
 * greatest sum of logarithms wins, and is as sure as it is ahead of the next. So Korean in EUC-KR beats the same bytes as common Han
 * characters of GB 18030 by its most frequent syllables; and Big5 read as GBK falls among rare characters at once.
 *
 * Threads    pure. */
#pragma once

#include <guanxi/str.h>

/** A guess. */
typedef struct {
    const char *encoding;  /**< `GB18030`, `Big5`, `EUC-KR`, `Shift_JIS`, `EUC-JP`, `windows-1252`; static */
    const char *converter; /**< ICU's converter that reads it and its extensions; static */
    guint confidence;      /**< of 100 */
    gboolean plausible;    /**< FALSE: the likeliest, yet not like any text in it */
} GxGuess;

/** The logarithm of the likelihood of data in an encoding of these; NULL: in the best. Looks at all of data. */
double gx_likelihood_measure (GxStr data, const char *encoding);
/** How sure a reading is, of 99, whose logarithm is larger than the next one's by so much. */
guint gx_likelihood_confidence (double advantage);
/** The likeliest encoding of bytes that are not UTF-8. Looks at the first few ten thousand bytes only. */
GxGuess gx_likelihood_guess (GxStr data);
