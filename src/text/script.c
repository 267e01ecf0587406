/* SPDX-License-Identifier: GPL-3.0-or-later
 * script.c - which writing system a character belongs to. */
#include "fold.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

gboolean
gx_is_han (gunichar c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3005 || c == 0x3007 || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0x20000 && c <= 0x323AF);
}

gboolean
gx_is_hangul (gunichar c)
{
    return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF) || (c >= 0x3131 && c <= 0x318E) || (c >= 0xA960 && c <= 0xA97C) ||
           (c >= 0xD7B0 && c <= 0xD7FB);
}

gboolean
gx_is_word_script (gunichar c)
{
    UErrorCode ec = U_ZERO_ERROR;

    if (c < 0x80)
        return g_ascii_isalnum ((char)c);
    if (c >= 0x2E80 && c <= 0xD7FF)
        return FALSE;
    if (u_isdigit ((UChar32)c))
        return TRUE;
    if (!u_isalpha ((UChar32)c) && !(U_GET_GC_MASK ((UChar32)c) & U_GC_M_MASK))
        return FALSE;
    switch (uscript_getScript ((UChar32)c, &ec)) {
    case USCRIPT_LATIN:
    case USCRIPT_CYRILLIC:
    case USCRIPT_GREEK:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
    case USCRIPT_ARMENIAN:
    case USCRIPT_GEORGIAN:
    case USCRIPT_DEVANAGARI:
    case USCRIPT_INHERITED:
        return U_SUCCESS (ec);
    default:
        return FALSE;
    }
}
