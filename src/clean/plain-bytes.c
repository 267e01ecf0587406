/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-bytes.c - loops over bytes. */
#include "plain-bytes.h"

/* Bytes that are looked at together: GCC's and Clang's vectors, whose comparisons give 0 or 255 in each place. */
#define BLOCK 16
typedef guint8 Block __attribute__ ((vector_size (BLOCK)));

/* Blocks that counters of one byte can count. */
#define CHUNK 120

typedef struct {
    Block leads, wide, digit, mark, blank, line_end, han, odd, general;
} Sums;

static inline void
add_block (Sums *s, const guint8 *bytes)
{
    Block b, shared;

    memcpy (&b, bytes, BLOCK);
    shared = (Block)(b == 0xC2);
    s->leads -= (Block)((b & 0xC0) != 0x80);
    s->wide -= (Block)(b >= 0xE3);
    s->digit |= (Block)(b - '0' < 10);
    s->mark |= (Block)(b == '^') | (Block)(b == '*') | (Block)(b == '[') | shared;
    s->blank |= (Block)(b == ' ') | (Block)(b == '\t');
    s->line_end |= (Block)(b - '\n' < 4) | shared; /* U+0085 begins with C2, as do ¹²³ */
    s->han |= (Block)(b - 0xE4 < 6);
    s->odd |= (Block)(b - 0xC3 < 3) | (Block)(b == 0xEE) | (Block)(b >= 0xF3) | (Block)(b < 9) | shared;
    s->general |= (Block)(b == 0xE2); /* U+2028, U+2029; also † ① */
}

static inline gboolean
is_any (const Block *b)
{
    guint64 halves[2];

    memcpy (halves, b, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

static inline gsize
count (const Block *b)
{
    gsize n = 0;

    for (guint i = 0; i < BLOCK; i++)
        n += (*b)[i];
    return n;
}

/* Whether U+2028 or U+2029 is there. */
static gboolean
has_line_separator (GxStr text)
{
    const char *p = text.data, *end = text.data + text.len;

    while (p + 2 < end && (p = memchr (p, 0xE2, (gsize)(end - p))) != NULL) {
        if (p + 2 < end && (guchar)p[1] == 0x80 && ((guchar)p[2] & 0xFE) == 0xA8)
            return TRUE;
        p++;
    }
    return FALSE;
}

guint
gx_bytes_sum (GxStr text, guint *columns)
{
    const guint8 *bytes = (const guint8 *)text.data;
    guint8 tail[BLOCK];
    Sums s = { { 0 } };
    gsize n = 0, at = 0;

    while (at + BLOCK <= text.len) {
        for (guint i = 0; i < CHUNK && at + BLOCK <= text.len; i++, at += BLOCK)
            add_block (&s, bytes + at);
        n += count (&s.leads) + count (&s.wide);
        s.leads = s.wide = (Block){ 0 };
    }
    if (at < text.len) { /* filled up with bytes that are no character and no sign */
        memset (tail, 0x80, sizeof tail);
        memcpy (tail, bytes + at, text.len - at);
        add_block (&s, tail);
        n += count (&s.leads) + count (&s.wide);
    }
    *columns = (guint)MIN (n, G_MAXUINT / 2);
    return (is_any (&s.digit) ? GX_SIGN_DIGIT : 0u) | (is_any (&s.mark) || is_any (&s.general) ? GX_SIGN_MARK : 0u) |
           (is_any (&s.blank) ? GX_SIGN_BLANK : 0u) |
           (is_any (&s.line_end) || (is_any (&s.general) && has_line_separator (text)) ? GX_SIGN_BREAK : 0u) |
           (is_any (&s.han) ? GX_SIGN_HAN : 0u) | (is_any (&s.odd) ? GX_SIGN_ODD : 0u);
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

    for (gsize i = 0; i + 2 < text.len; i++) {
        guint8 b = d[i], c = d[i + 1], e = d[i + 2];

        any |= (guint8)((b == 0xEF) & ((c < 0xA4) | ((c == 0xBF) & (e == 0xBD))));
        any |= (guint8)((b == '(') & (c == 'c') & (e == 'i'));
    }
    return any;
}
