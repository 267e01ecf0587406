/* SPDX-License-Identifier: GPL-3.0-or-later
 * tokens.h - folded text as a row of numbers, for telling whether texts are the same.
 *
 * A token is a wide character (Han, kana, Hangul) or a word of letters and digits of any other script. Blanks, punctuation and signs are no
 * tokens: texts that differ in nothing else are the same. Different tokens have different numbers but for chance (2^-64).
 *
 * Threads    pure. */
#pragma once

#include <guanxi/str.h>

/** Where reading has come to. */
typedef struct {
    const char *at, *end;
    gboolean is_number; /**< whether the last token began with a digit */
} GxTokens;

/** Which tokens are the same. */
typedef enum {
    GX_TOKENS_ALL,
    GX_TOKENS_DIGITS_ALIKE /**< every run of digits is the same token: 3 / 12 */
} GxTokensMode;

/** The tokens of a folded text, which must stay. */
static inline GxTokens
gx_tokens_of (GxStr folded)
{
    GxTokens self = { folded.data, folded.data + folded.len, FALSE };
    return self;
}

/** The next token's number; 0 at the end. */
guint64 gx_tokens_next (GxTokens *self, GxTokensMode mode);
/** The number that all runs of digits have when they are alike. */
guint64 gx_tokens_digits (void);
/** Spreads every bit of x over all of them; 0 stays 0. */
guint64 gx_mix (guint64 x);
