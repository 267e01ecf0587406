/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-bytes.c - loops over bytes. */
#include "plain-bytes.h"

/* Bytes taken at a time, and so many of them that counters of one byte hold what they count. */
#define BLOCK 16u
#define CHUNK 15u

typedef struct {
    guint8 leads, wide, digit, mark, blank, line_end, han, odd, general;
} Sums;

/* Sums of blocks of BLOCK bytes. Every comparison has a sum of its own: joined ones become tests of bits, which are not taken many at a
 * time. */
static Sums
sum_blocks (const guint8 *d, gsize n_blocks)
{
    guint8 leads = 0, wide = 0, digit = 0, han = 0, feed = 0;
    guint8 caret = 0, star = 0, bracket = 0, blank = 0, tab = 0, lead_c2 = 0, lead_e2 = 0;
    guint8 latin = 0, private = 0, high = 0, control = 0;
    gsize n = n_blocks * BLOCK;

    for (gsize i = 0; i < n; i++) {
        leads = (guint8)(leads + ((d[i] & 0xC0) != 0x80));
        wide = (guint8)(wide + (d[i] >= 0xE3));
        digit |= (guint8)(d[i] - '0') < 10;
        han |= (guint8)(d[i] - 0xE4) < 6;
        feed |= (guint8)(d[i] - '\n') < 4;
    }
    for (gsize i = 0; i < n; i++) {
        caret |= d[i] == '^';
        star |= d[i] == '*';
        bracket |= d[i] == '[';
        blank |= d[i] == ' ';
        tab |= d[i] == '\t';
        lead_c2 |= d[i] == 0xC2;
        lead_e2 |= d[i] == 0xE2;
    }
    for (gsize i = 0; i < n; i++) {
        latin |= (guint8)(d[i] - 0xC3) < 3;
        private |= d[i] == 0xEE;
        high |= d[i] >= 0xF3;
        control |= d[i] < 9;
    }
    return (Sums){ leads,       wide,           digit, caret | star | bracket | lead_c2 | lead_e2,
                   blank | tab, feed | lead_c2, han,   latin | private | high | control | lead_c2,
                   lead_e2 };
}

/* Whether U+2028 or U+2029 is there. */
static gboolean
has_line_separator (GxStr text)
{
    const guint8 *d = (const guint8 *)text.data;
    guint8 any = 0;

    for (gsize i = 0; i + 2 < text.len; i++)
        any |= (guint8)((d[i] == 0xE2) & (d[i + 1] == 0x80) & ((d[i + 2] & 0xFE) == 0xA8));
    return any;
}

guint
gx_bytes_sum (GxStr text, guint *columns)
{
    gsize n = 0, n_blocks;
    guint8 tail[BLOCK];
    Sums all = { 0 };

    for (gsize at = 0; at < text.len; at += n_blocks * BLOCK) {
        const guint8 *d = (const guint8 *)text.data + at;
        Sums s;

        n_blocks = MIN ((text.len - at) / BLOCK, CHUNK);
        if (n_blocks == 0) { /* filled up with bytes that are no character and no sign */
            memset (tail, 0x80, sizeof tail);
            memcpy (tail, d, text.len - at);
            d = tail;
            n_blocks = 1;
        }
        s = sum_blocks (d, n_blocks);
        n += (gsize)s.leads + s.wide;
        all.digit |= s.digit;
        all.mark |= s.mark;
        all.blank |= s.blank;
        all.line_end |= s.line_end;
        all.han |= s.han;
        all.odd |= s.odd;
        all.general |= s.general;
    }
    *columns = (guint)MIN (n, G_MAXUINT / 2);
    if (all.general && !all.line_end)
        all.line_end = has_line_separator (text) ? 1 : 0;
    return (all.digit ? GX_SIGN_DIGIT : 0u) | (all.mark ? GX_SIGN_MARK : 0u) | (all.blank ? GX_SIGN_BLANK : 0u) |
           (all.line_end ? GX_SIGN_BREAK : 0u) | (all.han ? GX_SIGN_HAN : 0u) | (all.odd ? GX_SIGN_ODD : 0u);
}

gboolean
gx_bytes_have_gap (GxStr text)
{
    const guint8 *d = (const guint8 *)text.data;
    guint8 any = 0;

    for (gsize i = 0; i + 2 < text.len; i++)
        any |= (guint8)((d[i] == ' ') & ((d[i + 1] == ' ') | (d[i + 2] == ' ')));
    return any;
}

gboolean
gx_bytes_have_wide_gap (GxStr text)
{
    const guint8 *d = (const guint8 *)text.data;
    guint8 any = 0;

    for (gsize i = 0; i + 2 < text.len; i++)
        any |= (guint8)((d[i] == ' ') & (d[i + 1] == ' ') & (d[i + 2] == ' '));
    return any;
}

gboolean
gx_bytes_have_mark (GxStr text)
{
    const guint8 *d = (const guint8 *)text.data;
    guint8 caret = 0, star = 0, bracket = 0, lead_c2 = 0, small = 0, circled = 0, dagger = 0;

    for (gsize i = 0; i < text.len; i++) {
        caret |= d[i] == '^';
        star |= d[i] == '*';
        bracket |= d[i] == '[';
        lead_c2 |= d[i] == 0xC2;
    }
    for (gsize i = 0; i + 2 < text.len; i++) {
        small |= (guint8)((d[i] == 0xE2) & (d[i + 1] == 0x81));
        circled |= (guint8)((d[i] == 0xE2) & (d[i + 1] == 0x91));
        dagger |= (guint8)((d[i] == 0xE2) & (d[i + 1] == 0x80) & ((d[i + 2] & 0xFE) == 0xA0));
    }
    return caret | star | bracket | lead_c2 | small | circled | dagger;
}

gboolean
gx_bytes_have_garbage (GxStr text)
{
    const guint8 *d = (const guint8 *)text.data;
    guint8 any = 0;

    for (gsize i = 0; i + 2 < text.len; i++) {
        guint8 b = d[i], c = d[i + 1], e = d[i + 2];

        any |= (guint8)((b == 0xEF) & ((c < 0xA4) | ((c == 0xBF) & (e == 0xBD))));
        any |= (guint8)((b == '(') & (c == 'c') & (e == 'i'));
    }
    return any;
}
