/* SPDX-License-Identifier: GPL-3.0-or-later
 * spacing.c - ranges of Unicode that are written without blanks. */
#include "spacing.h"

gboolean
gx_spacing_is_white (gunichar c)
{
    if (c < 0x80)
        return c == ' ' || (c >= '\t' && c <= '\r');
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000;
}

GxStr
gx_spacing_trim (GxStr text)
{
    const char *start = text.data, *end = text.data + text.len;

    while (start < end && gx_spacing_is_white (g_utf8_get_char (start)))
        start = g_utf8_next_char (start);
    while (end > start && gx_spacing_is_white (g_utf8_get_char (g_utf8_prev_char (end))))
        end = g_utf8_prev_char (end);
    return (GxStr){ start, (gsize)(end - start) };
}

static gboolean
is_cjk (gunichar c)
{
    return (c >= 0x2E80 && c <= 0x312F)    /* radicals, CJK punctuation, kana, Bopomofo */
           || (c >= 0x3190 && c <= 0x31FF) /* kanbun, strokes, kana extensions */
           || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE4F)    /* vertical forms */
           || (c >= 0xFF01 && c <= 0xFF9F) /* full-width ASCII, half-width kana */
           || (c >= 0x20000 && c <= 0x3FFFF);
}

/* Punctuation that Chinese shares with alphabets: quotation marks, dashes, ellipsis, middle dots. It takes the side of its neighbour. */
static gboolean
is_shared (gunichar c)
{
    return c == 0xB7 || (c >= 0x2010 && c <= 0x2027);
}

static gboolean
is_full_width_letter (gunichar c)
{
    return (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
}

static gboolean
is_full_width_digit (gunichar c)
{
    return c >= 0xFF10 && c <= 0xFF19;
}

/* Ｊｏｅ Ｂｉｄｅｎ, １５ Ｍａｙ: words of an alphabet, however wide. Digits alone are not: a number may be cut by the end of a line. */
static gboolean
parts_words (gunichar left, gunichar right)
{
    if (is_full_width_letter (left))
        return is_full_width_letter (right) || is_full_width_digit (right);
    return is_full_width_digit (left) && is_full_width_letter (right);
}

gboolean
gx_spacing_is_tight (gunichar left, gunichar right)
{
    if (parts_words (left, right))
        return FALSE;
    if (is_cjk (left))
        return is_cjk (right) || is_shared (right);
    return is_shared (left) && is_cjk (right);
}

gboolean
gx_spacing_is_han (gunichar c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3041 && c <= 0x30FA) || c == 0x30FC || c == 0x3005 || c == 0x3007 ||
           (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}
