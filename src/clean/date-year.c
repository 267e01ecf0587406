/* SPDX-License-Identifier: GPL-3.0-or-later
 * date-year.c - most lines have no year, and this is soon told. */
#include "byte-blocks.h"
#include "date-words.h"
#include "date.h"
#include "plain-bytes.h"

#define YEAR_DIGITS 4

/* Whether a character beyond ASCII may be a digit or the second one of an era, as its first two bytes tell:
 * 〇○一三七二五九零四國国六八和治正成０. */
static gboolean
may_tell_year (guchar lead, guchar second)
{
    static const guint8 leads[16] = { [0x2] = 16, [0x3] = 32, [0x4] = 1, [0x5] = 2, [0x6] = 4, [0x9] = 2, [0xF] = 8 };
    static const guint8 seconds[64] = {
        [0x00] = 32, [0x05] = 2, [0x08] = 4, [0x12] = 2, [0x17] = 16, [0x1B] = 2, [0x1C] = 2,
        [0x2D] = 4,  [0x32] = 4, [0x38] = 1, [0x39] = 1, [0x3A] = 1,  [0x3C] = 8,
    };

    return (leads[lead & 15] & seconds[second & 63]) != 0;
}

/* What bytes tell of a year. */
typedef struct {
    gboolean has_row;      /* four digits of ASCII follow each other */
    gboolean may_have_any; /* other digits may make a year: there are some, and one of ASCII or the word for year */
} YearSigns;

static YearSigns
look_for_year (GxStr text)
{
    const guint8 *d = (const guint8 *)text.data;
    guint8 padded[GX_BYTES_WINDOW];
    guint high = 0, digits = 0, row = 0, carry = 0;

    for (gsize at = 0; at < text.len; at += GX_BYTES) {
        GxBytes b = gx_bytes_load (gx_bytes_window (d + at, d + text.len, padded));
        guint found = gx_bytes_mask ((GxBytes)(b - '0' < 10)) << (YEAR_DIGITS - 1) | carry; /* with the last ones of the block before */

        high |= gx_bytes_high (b);
        digits |= found;
        row |= found & found >> 1 & found >> 2 & found >> 3;
        carry = found >> GX_BYTES;
    }
    return (YearSigns){ row != 0, high != 0 && (digits != 0 || gx_bytes_have_either (text, "年", "년")) };
}

gboolean
gx_date_has_year (GxStr text)
{
    YearSigns signs = look_for_year (text);
    guint n_digits = 0;
    gsize ignored;

    if (signs.has_row || !signs.may_have_any)
        return signs.has_row;

    for (const char *p = text.data, *end = p + text.len; p < end && n_digits < YEAR_DIGITS; p += g_utf8_skip[(guchar)*p]) {
        gunichar pair[2];

        if ((guchar)*p < 0x80) {
            n_digits = g_ascii_isdigit (*p) ? n_digits + 1 : 0;
            continue;
        }
        if (!may_tell_year ((guchar)*p, (guchar)p[1])) {
            n_digits = 0;
            continue;
        }
        pair[0] = p > text.data ? gx_char_at (gx_char_before (p)) : 0;
        pair[1] = gx_char_at (p);
        n_digits = gx_date_digit (pair[1]) >= 0 ? n_digits + 1 : 0;
        if (gx_date_era (pair, 2, &ignored) > 0)
            return TRUE;
    }
    return n_digits >= YEAR_DIGITS;
}
