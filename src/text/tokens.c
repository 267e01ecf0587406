/* SPDX-License-Identifier: GPL-3.0-or-later
 * tokens.c - words and wide characters as numbers. */
#include "tokens.h"

#include "fold.h"

#define WORD_START  G_GUINT64_CONSTANT (0xCBF29CE484222325)
#define WORD_FACTOR G_GUINT64_CONSTANT (0x100000001B3)
#define DIGITS      1 /* a control character, so no token's number */

/* The finaliser of SplitMix64. */
guint64
gx_mix (guint64 x)
{
    x = (x ^ x >> 30) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
    x = (x ^ x >> 27) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
    return x ^ x >> 31;
}

static gboolean
is_wide (gunichar c)
{
    return gx_is_han (c) || (c >= 0x3041 && c <= 0x30FF && g_unichar_isalnum (c)) || gx_is_hangul (c);
}

static gboolean
is_word (gunichar c)
{
    if (c < 0x80)
        return g_ascii_isalnum ((char)c);
    return (g_unichar_isalnum (c) || g_unichar_ismark (c)) && !is_wide (c);
}

/** The number of the word that starts with c, which has been read. */
static guint64
read_word (GxTokens *self, gunichar c)
{
    guint64 word = WORD_START;
    while (is_word (c)) {
        word = (word ^ c) * WORD_FACTOR;
        if (self->at == self->end)
            break;
        c = g_utf8_get_char (self->at);
        if (is_word (c))
            self->at = g_utf8_next_char (self->at);
    }
    return gx_mix (word);
}

/** Passes over digits, the marks inside a number too. */
static void
skip_digits (GxTokens *self)
{
    while (self->at < self->end &&
           (g_ascii_isdigit (*self->at) || (strchr (",.:/-", *self->at) && self->at + 1 < self->end && g_ascii_isdigit (self->at[1]))))
        self->at++;
}

guint64
gx_tokens_digits (void)
{
    return DIGITS;
}

guint64
gx_tokens_next (GxTokens *self, GxTokensMode mode)
{
    while (self->at < self->end) {
        gunichar c = g_utf8_get_char (self->at);
        self->at = g_utf8_next_char (self->at);
        self->is_number = c < 0x80 && g_ascii_isdigit ((char)c);
        if (mode == GX_TOKENS_DIGITS_ALIKE && self->is_number) {
            skip_digits (self);
            return DIGITS;
        }
        if (is_wide (c))
            return gx_mix (c);
        if (is_word (c))
            return read_word (self, c);
    }
    return 0;
}
