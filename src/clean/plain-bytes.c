/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-bytes.c - loops over bytes. */
#include "plain-bytes.h"

/* Bytes that are looked at together: GCC's and Clang's vectors, whose comparisons give 0 or 255 in each place. */
#define BLOCK 16
typedef guint8 Block __attribute__ ((vector_size (BLOCK)));

/* Blocks that counters of one byte can count, two of them in each place. */
#define CHUNK 120

typedef struct {
    Block columns, digit, mark, blank, line_end, han, odd, general;
} Sums;

static inline Block
load (const guint8 *bytes)
{
    Block b;

    memcpy (&b, bytes, BLOCK);
    return b;
}

static inline gboolean
is_any (Block b)
{
    guint64 halves[2];

    memcpy (halves, &b, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

/* Looks at a block; the columns of bytes outside of counted aren't. */
static inline void
add_block (Sums *s, Block b, Block counted)
{
    Block high = (Block)(b >= 0x80);

    s->columns -= ((Block)((b & 0xC0) != 0x80) & counted) + ((Block)(b >= 0xE3) & counted);
    if (is_any (~high)) {
        s->digit |= (Block)(b - '0' < 10);
        s->mark |= (Block)(b == '^') | (Block)(b == '*') | (Block)(b == '[');
        s->blank |= (Block)(b == ' ') | (Block)(b == '\t');
        s->line_end |= (Block)(b - '\n' < 4);
        s->odd |= (Block)(b < 9);
    }
    if (is_any (high)) {
        Block shared = (Block)(b == 0xC2); /* U+0085 begins with C2, as do ¹²³ */

        s->mark |= shared;
        s->line_end |= shared;
        s->han |= (Block)(b - 0xE4 < 6);
        s->odd |= (Block)(b - 0xC2 < 4) | (Block)(b == 0xEE) | (Block)(b >= 0xF3);
        s->general |= (Block)(b == 0xE2); /* U+2028, U+2029; also † ① */
    }
}

/* The sum of the bytes. */
static inline gsize
count (Block b)
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
    const char *p = text.data, *end = text.data + text.len;

    while (p + 2 < end && (p = memchr (p, 0xE2, (gsize)(end - p))) != NULL) {
        if (p + 2 < end && (guchar)p[1] == 0x80 && ((guchar)p[2] & 0xFE) == 0xA8)
            return TRUE;
        p++;
    }
    return FALSE;
}

/* Looks at the last bytes of text, fewer than a block: together with those before them, else filled up with bytes that are no character and
 * no sign. */
static inline void
add_tail (Sums *s, GxStr text, gsize n_tail)
{
    static const guint8 counted[2 * BLOCK] = { [BLOCK] = 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 };
    const guint8 *end = (const guint8 *)text.data + text.len;
    guint8 tail[BLOCK];

    if (text.len >= BLOCK) {
        add_block (s, load (end - BLOCK), load (counted + n_tail));
        return;
    }
    memset (tail, 0x80, sizeof tail);
    for (gsize i = 0; i < text.len; i++)
        tail[i] = (guint8)text.data[i];
    add_block (s, load (tail), load (counted + BLOCK));
}

guint
gx_bytes_sum (GxStr text, guint *columns)
{
    const guint8 *bytes = (const guint8 *)text.data;
    const Block all = ~(Block){ 0 };
    Sums s = { { 0 } };
    gsize n = 0, at = 0;

    while (text.len - at >= BLOCK) {
        for (guint i = 0; i < CHUNK && text.len - at >= BLOCK; i++, at += BLOCK)
            add_block (&s, load (bytes + at), all);
        n += count (s.columns);
        s.columns = (Block){ 0 };
    }
    if (at < text.len) {
        add_tail (&s, text, text.len - at);
        n += count (s.columns);
    }
    *columns = (guint)MIN (n, G_MAXUINT / 2);
    return (is_any (s.digit) ? GX_SIGN_DIGIT : 0u) | (is_any (s.mark) ? GX_SIGN_MARK : 0u) | (is_any (s.general) ? GX_SIGN_GENERAL : 0u) |
           (is_any (s.blank) ? GX_SIGN_BLANK : 0u) |
           (is_any (s.line_end) || (is_any (s.general) && has_line_separator (text)) ? GX_SIGN_BREAK : 0u) |
           (is_any (s.han) ? GX_SIGN_HAN : 0u) | (is_any (s.odd) ? GX_SIGN_ODD : 0u);
}

gboolean
gx_bytes_have_gap (GxStr text)
{
    const guint8 *d = (const guint8 *)text.data;
    guint8 any = 0;

    for (gsize i = 1; i + 2 < text.len; i++) {
        guint8 before = d[i - 1], c = d[i], next = d[i + 1], then = d[i + 2];

        any |= (guint8)((c == ' ') & ((next == ' ') | (then == ' ') | (next == 0xE3) | ((before >= 0x80) & (next >= 0x80))));
        any |= (guint8)((c == '\t') | ((c == 0xE3) & (next == 0x80) & (then == 0x80)));
    }
    if (text.len > 3)
        any |= (guint8)((d[1] == ' ') | (d[2] == ' ') | (d[text.len - 2] == ' ') | (d[text.len - 2] == '\t'));
    return any || text.len <= 3;
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
