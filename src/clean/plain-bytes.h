/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-bytes.h - quick looks at a line's bytes, which tell most lines from those that need a closer one.
 *
 * The loops have neither branches nor calls, so that a compiler takes many bytes at a time.
 *
 * Threads    pure. */
#pragma once

#include <guanxi/str.h>

/** What bytes of a line may be signs of; a line without a sign surely has none of it. */
typedef enum {
    GX_SIGN_DIGIT = 1 << 0,
    GX_SIGN_MARK = 1 << 1,  /**< ^ [ * ¹ and their like */
    GX_SIGN_BLANK = 1 << 2, /**< a blank or tab inside */
    GX_SIGN_BREAK = 1 << 3, /**< a line end but '\n' */
    GX_SIGN_HAN = 1 << 4,
    GX_SIGN_ODD = 1 << 5,    /**< what may come of a broken font map */
    GX_SIGN_GENERAL = 1 << 6 /**< what begins with E2, as † and ① do, and “ ” … */
} GxLineSigns;

/** The signs of text, and its columns: one a character up to U+2FFF, two from there on. */
guint gx_bytes_sum (GxStr text, guint *columns);
/** Whether white space inside may be anything but a blank between words: blanks side by side or around a single letter, one between
 * characters beyond ASCII, a tab, U+3000. */
gboolean gx_bytes_have_gap (GxStr text);
/** Whether one of two characters, of three bytes each, may be there. */
gboolean gx_bytes_have_either (GxStr text, const char *left, const char *right);
/** Whether three blanks stand side by side. */
gboolean gx_bytes_have_wide_gap (GxStr text);
/** Whether a sign of notes that begins with E2 is there: † ① and their like. */
gboolean gx_bytes_have_dagger (GxStr text);
/** Whether a digit stands behind a byte that ends 〔 or ［. */
gboolean gx_bytes_have_bracketed_digit (GxStr text);
/** Whether U+FFFD, private characters or (cid:…) may be there. */
gboolean gx_bytes_have_garbage (GxStr text);

/** Whether the byte begins a character from U+4000 to U+9FFF, three bytes long, as nearly every Han character does. */
static inline gboolean
gx_byte_is_han (char lead)
{
    return (guchar)lead >= 0xE4 && (guchar)lead <= 0xE9;
}

/** The character at p, in valid UTF-8. */
static inline gunichar
gx_char_at (const char *p)
{
    const guchar *b = (const guchar *)p;

    if (b[0] < 0x80)
        return b[0];
    if (b[0] < 0xE0)
        return ((gunichar)(b[0] & 0x1F) << 6) | (b[1] & 0x3F);
    if (b[0] < 0xF0)
        return ((gunichar)(b[0] & 0x0F) << 12) | ((gunichar)(b[1] & 0x3F) << 6) | (b[2] & 0x3F);
    return ((gunichar)(b[0] & 0x07) << 18) | ((gunichar)(b[1] & 0x3F) << 12) | ((gunichar)(b[2] & 0x3F) << 6) | (b[3] & 0x3F);
}

/** The start of the character before p. */
static inline const char *
gx_char_before (const char *p)
{
    do
        p--;
    while (((guchar)*p & 0xC0) == 0x80);
    return p;
}
