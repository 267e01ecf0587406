/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-bytes.c - loops over bytes. */
#include "plain-bytes.h"
#include "byte-blocks.h"

/* Blocks that counters of one byte can count, two of them in each place. */
#define CHUNK 120

typedef struct {
    GxBytes columns, digit, mark, blank, line_end, han, odd, general;
} Sums;

/* Looks at a block; the columns of bytes outside of counted aren't. */
static inline void
add_block (Sums *s, GxBytes b, GxBytes counted)
{
    guint high = gx_bytes_high (b);

    s->columns -= ((GxBytes)((b & 0xC0) != 0x80) & counted) + ((GxBytes)(b >= 0xE3) & counted);
    if (high != GX_BYTES_ALL) {
        s->digit |= (GxBytes)(b - '0' < 10);
        s->mark |= (GxBytes)(b == '^') | (GxBytes)(b == '*') | (GxBytes)(b == '[');
        s->blank |= (GxBytes)(b == ' ') | (GxBytes)(b == '\t');
        s->line_end |= (GxBytes)(b - '\n' < 4);
        s->odd |= (GxBytes)(b < 9);
    }
    if (high != 0) {
        GxBytes shared = (GxBytes)(b == 0xC2); /* U+0085 begins with C2, as do ¹²³ */

        s->mark |= shared;
        s->line_end |= shared;
        s->han |= (GxBytes)(b - 0xE4 < 6);
        s->odd |= (GxBytes)(b - 0xC2 < 4) | (GxBytes)(b == 0xEE) | (GxBytes)(b >= 0xF3);
        s->general |= (GxBytes)(b == 0xE2); /* U+2028, U+2029; also † ① */
    }
}

/* The sum of the bytes. */
static inline gsize
count (GxBytes b)
{
    static const guint64 low = 0x00FF00FF00FF00FF, ones = 0x0001000100010001;
    guint64 halves[2];
    gsize n = 0;

    memcpy (halves, &b, sizeof halves);
    for (guint i = 0; i < 2; i++)
        n += (gsize)(((halves[i] & low) + (halves[i] >> 8 & low)) * ones >> 48);
    return n;
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

/* Looks at the last bytes of text, fewer than a block: together with those before them, else filled up with bytes that are no character and
 * no sign. */
static inline void
add_tail (Sums *s, GxStr text, gsize n_tail)
{
    static const guint8 counted[2 * GX_BYTES] = {
        [GX_BYTES] = 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255
    };
    const guint8 *end = (const guint8 *)text.data + text.len;
    guint8 tail[GX_BYTES];

    if (text.len >= GX_BYTES) {
        add_block (s, gx_bytes_load (end - GX_BYTES), gx_bytes_load (counted + n_tail));
        return;
    }
    memset (tail, 0x80, sizeof tail);
    for (gsize i = 0; i < text.len; i++)
        tail[i] = (guint8)text.data[i];
    add_block (s, gx_bytes_load (tail), gx_bytes_load (counted + GX_BYTES));
}

guint
gx_bytes_sum (GxStr text, guint *columns)
{
    const guint8 *bytes = (const guint8 *)text.data;
    const GxBytes all = ~(GxBytes){ 0 };
    Sums s = { { 0 } };
    gsize n = 0, at = 0;

    while (text.len - at >= GX_BYTES) {
        for (guint i = 0; i < CHUNK && text.len - at >= GX_BYTES; i++, at += GX_BYTES)
            add_block (&s, gx_bytes_load (bytes + at), all);
        n += count (s.columns);
        s.columns = (GxBytes){ 0 };
    }
    if (at < text.len) {
        add_tail (&s, text, text.len - at);
        n += count (s.columns);
    }
    *columns = (guint)MIN (n, G_MAXUINT / 2);
    return (gx_bytes_any (s.digit) ? GX_SIGN_DIGIT : 0u) | (gx_bytes_any (s.mark) ? GX_SIGN_MARK : 0u) |
           (gx_bytes_any (s.general) ? GX_SIGN_GENERAL : 0u) | (gx_bytes_any (s.blank) ? GX_SIGN_BLANK : 0u) |
           (gx_bytes_any (s.line_end) || (gx_bytes_any (s.general) && has_line_separator (text)) ? GX_SIGN_BREAK : 0u) |
           (gx_bytes_any (s.han) ? GX_SIGN_HAN : 0u) | (gx_bytes_any (s.odd) ? GX_SIGN_ODD : 0u);
}

gboolean
gx_bytes_have_gap (GxStr text)
{
    const guint8 *d = (const guint8 *)text.data;
    guint8 any = 0;

    for (gsize i = 2; i + 2 < text.len; i++) {
        guint8 single = (guint8)((d[i - 2] == ' ') & (d[i + 2] == ' '));
        guint8 between = (guint8)((d[i - 1] >= 0x80) & (d[i + 1] >= 0x80));

        any |= (guint8)((d[i] == ' ') & (single | between | (d[i + 1] == ' ') | (d[i + 1] == 0xE3)));
        any |= (guint8)((d[i] == '\t') | ((d[i] == 0xE3) & (d[i + 1] == 0x80) & (d[i + 2] == 0x80)));
    }
    if (text.len <= 3) /* at the ends a blank is enough */
        return TRUE;
    return any || d[1] <= ' ' || d[1] == 0xE3 || d[text.len - 2] <= ' ';
}

gboolean
gx_bytes_have_either (GxStr text, const char *left, const char *right)
{
    const guint8 *d = (const guint8 *)text.data;
    const guint8 l1 = (guint8)left[1], l2 = (guint8)left[2], r1 = (guint8)right[1], r2 = (guint8)right[2];
    guint8 any = 0;

    for (gsize i = 0; i + 1 < text.len; i++) /* their first bytes tell little */
        any |= (guint8)(((d[i] == l1) & (d[i + 1] == l2)) | ((d[i] == r1) & (d[i + 1] == r2)));
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
gx_bytes_have_dagger (GxStr text)
{
    const guint8 *d = (const guint8 *)text.data;
    guint8 any = 0;

    for (gsize i = 0; i + 2 < text.len; i++)
        any |= (guint8)((d[i] == 0xE2) & ((d[i + 1] == 0x81) | (d[i + 1] == 0x91) | ((d[i + 1] == 0x80) & ((d[i + 2] & 0xFE) == 0xA0))));
    return any;
}

gboolean
gx_bytes_have_bracketed_digit (GxStr text)
{
    const guint8 *d = (const guint8 *)text.data;
    guint8 any = 0;

    for (gsize i = 0; i + 1 < text.len; i++)
        any |= (guint8)(((d[i] == 0x94) | (d[i] == 0xBB)) & ((guint8)(d[i + 1] - '0') < 10));
    return any;
}

gboolean
gx_bytes_have_garbage (GxStr text)
{
    const guint8 *d = (const guint8 *)text.data;
    guint8 any = 0;

    for (gsize i = 0; i + 1 < text.len; i++)
        any |= (guint8)(((d[i] == 0xEF) & ((d[i + 1] < 0xA4) | (d[i + 1] == 0xBF))) | ((d[i] == '(') & (d[i + 1] == 'c')));
    return any;
}
