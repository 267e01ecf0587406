/* SPDX-License-Identifier: GPL-3.0-or-later
 * sentence-marks.c - finding the marks, and what their pairs hold together. */
#include "sentence-marks.h"

#include "byte-blocks.h"
#include "fold.h"
#include "sentence-rules.h"

#include <unicode/uchar.h>

/* Opening marks, each followed by its closing one: brackets, titles, quotation marks. */
static const gunichar pairs[][2] = {
    { 0xFF08, 0xFF09 }, /* （） */
    { '(', ')' },       /* () */
    { 0x3010, 0x3011 }, /* 【】 */
    { 0x3014, 0x3015 }, /* 〔〕 */
    { '[', ']' },       /* [] */
    { 0xFF3B, 0xFF3D }, /* ［］ */
    { 0x300A, 0x300B }, /* 《》 */
    { 0x3008, 0x3009 }, /* 〈〉 */
    { 0x201C, 0x201D }, /* “” */
    { 0x2018, 0x2019 }, /* ‘’ */
    { 0x300C, 0x300D }, /* 「」 */
    { 0x300E, 0x300F }, /* 『』 */
    { 0x00AB, 0x00BB }, /* «» */
    { 0xFE41, 0xFE42 }, /* ﹁﹂ */
    { 0xFE43, 0xFE44 }, /* ﹃﹄ */
    { 0xFF62, 0xFF63 }, /* ｢｣ */
};
#define FIRST_TITLE 6
#define FIRST_QUOTE 8
#define MORE_MARKS  64 /* for which room is made at once */
#define MAX_CLOSING 8  /* one behind the other */
#define N_PAIRS     G_N_ELEMENTS (pairs)

/* The pair that c belongs to on this side (0 opens, 1 closes), or -1. */
static gint
find_pair (gunichar c, guint side)
{
    for (guint i = 0; i < N_PAIRS; i++)
        if (pairs[i][side] == c)
            return (gint)i;
    return -1;
}

gboolean
gx_mark_is_ellipsis (gunichar c)
{
    return c == 0x2026 || c == 0x22EF; /* … ⋯ */
}

gboolean
gx_mark_is_end (gunichar c)
{
    switch (c) {
    case 0x3002: /* 。 */
    case 0xFF61: /* ｡ */
    case 0xFF01: /* ！ */
    case 0xFF1F: /* ？ */
    case 0xFF1B: /* ； */
    case 0x2026: /* … */
    case 0x22EF: /* ⋯ */
        return TRUE;
    default: /* Unicode's list ends with ‼ ⁇ ⁈ ⁉ ؟ ۔ । ։ ። … */
        return c >= 0x0589 && c != 0xFF0E && c != 0xFE52 && u_hasBinaryProperty ((UChar32)c, UCHAR_S_TERM);
    }
}

gboolean
gx_mark_may_end (gunichar c)
{
    return c == '.' || c == '!' || c == '?' || c == ';' || c == 0xFF0E || c == 0x037E; /* ．, the Greek question mark */
}

gboolean
gx_mark_is_closing (gunichar c)
{
    return (c >= 0x80 || c == ')' || c == ']') && find_pair (c, 1) >= 0;
}

gboolean
gx_mark_is_bracket (gunichar c)
{
    gint pair = MAX (find_pair (c, 0), find_pair (c, 1));

    return pair >= 0 && pair < FIRST_TITLE;
}

gboolean
gx_mark_is_closing_quote (gunichar c)
{
    return find_pair (c, 1) >= FIRST_QUOTE;
}

gboolean
gx_mark_continues (gunichar c)
{
    return c == 0xFF0C || c == 0x3001 || c == 0xFF1A || c == ',' || c == ':' || c == 0x060C; /* ，、： ، */
}

gboolean
gx_mark_is_wide (gunichar c)
{
    return gx_is_han (c) || (c >= 0x3001 && c <= 0x312F) || (c >= 0xFF01 && c <= 0xFF9F);
}

gsize
gx_skip_blanks (GxStr text, gsize at)
{
    while (at < text.len) {
        guchar lead = (guchar)text.data[at];

        if ((lead >= 0xE4 && lead <= 0xF4) || (lead > ' ' && lead < 0x7F) || !u_isUWhiteSpace ((UChar32)gx_sentence_char_at (text, at)))
            break;
        at += gx_char_len (text, at);
    }
    return at;
}

/* Which of these bytes are marks of ASCII. */
static inline GxBytes
find_ascii (GxBytes b)
{
    return (GxBytes)(b - '!' < 2) | (GxBytes)(b - '(' < 2) | (GxBytes)(b == '.') | (GxBytes)(b == ';') | (GxBytes)(b == '?') |
           (GxBytes)(b == '[') | (GxBytes)(b == ']');
}

/* Which of the bytes at p may begin a mark beyond ASCII. E2, E3, EA and EF begin kana, Hangul, full-width letters and much else: what
 * follows tells more. */
static inline GxBytes
find_wide (const guint8 *p)
{
    GxBytes b = gx_bytes_load (p), next = gx_bytes_load (p + 1), then = gx_bytes_load (p + 2), found;

    found = (GxBytes)(b == 0xE3) & (GxBytes)(next == 0x80) & gx_bytes_above (then, 0x81); /* not 、 and the blank of this width */
    found |= (GxBytes)(b == 0xEF) & gx_bytes_above (next, 0xB8) &
             ~((GxBytes)(next == 0xBC) & ((GxBytes)(then == 0x8C) | (GxBytes)(then == 0x9A))); /* ，： */
    found |= (GxBytes)(b == 0xE2) & ((GxBytes)((next & 0xFE) == 0x80) | (GxBytes)(next == 0x8B));
    if (!gx_bytes_any ((GxBytes)(b - 0xC2 < 0x20) | (GxBytes)(b == 0xEA) | (GxBytes)(b == 0xF0)))
        return found;
    found |= (GxBytes)(b == 0xC2) & (GxBytes)((next & 0xEF) == 0xAB); /* «» */
    found |= (GxBytes)(b == 0xEA) & (GxBytes)(next < 0xB0);           /* Hangul begins at B0 */
    return found | (GxBytes)(b == 0xCD) | (GxBytes)(b == 0xD6) | (GxBytes)(b == 0xD8) | (GxBytes)(b == 0xDB) | (GxBytes)(b - 0xE0 < 2) |
           (GxBytes)(b == 0xF0);
}

/* Which of the bytes at p may begin a mark. */
static inline guint
may_begin_mark (const guint8 *p)
{
    GxBytes b = gx_bytes_load (p);
    guint high = gx_bytes_high (b), found = 0;

    if (high != GX_BYTES_ALL)
        found = gx_bytes_mask (find_ascii (b));
    if (high != 0)
        found |= gx_bytes_mask (find_wide (p));
    return found;
}

/* What kind of mark c is; FALSE when it is none. The common ones first. */
static gboolean
kind_of (gunichar c, GxMarkKind *kind)
{
    switch (c) {
    case 0x3002: /* 。 */
    case 0xFF01: /* ！ */
    case 0xFF1F: /* ？ */
    case 0xFF1B: /* ； */
    case 0x2026: /* … */
    case '.':
        *kind = GX_MARK_END;
        return TRUE;
    case 0x201C: /* “ */
    case 0x2018: /* ‘ */
    case 0x300A: /* 《 */
    case 0x300C: /* 「 */
    case 0x300E: /* 『 */
    case 0xFF08: /* （ */
    case '(':
        *kind = GX_MARK_OPEN;
        return TRUE;
    case 0x201D: /* ” */
    case 0x2019: /* ’ */
    case 0x300B: /* 》 */
    case 0x300D: /* 」 */
    case 0x300F: /* 』 */
    case 0xFF09: /* ） */
    case ')':
        *kind = GX_MARK_CLOSE;
        return TRUE;
    case '"':
        *kind = GX_MARK_QUOTE;
        return TRUE;
    case 0xB7:   /* · */
    case 0x2013: /* – */
    case 0x2014: /* — */
        return FALSE;
    default:
        break;
    }
    *kind = gx_mark_may_end (c) || gx_mark_is_end (c) ? GX_MARK_END : find_pair (c, 0) >= 0 ? GX_MARK_OPEN : GX_MARK_CLOSE;
    return *kind != GX_MARK_CLOSE || find_pair (c, 1) >= 0;
}

void
gx_marks_find (GArray *marks, GxStr text)
{
    const guint8 *bytes = (const guint8 *)text.data;
    guint8 padded[GX_BYTES_WINDOW];
    guint n = 0;

    for (gsize from = 0; from < text.len; from += GX_BYTES) {
        guint found = may_begin_mark (gx_bytes_window (bytes + from, bytes + text.len, padded));

        if (found != 0 && marks->len < n + GX_BYTES)
            g_array_set_size (marks, n + MORE_MARKS);
        for (; found != 0; found &= found - 1) {
            gsize at = from + gx_bytes_first (found);
            GxMark mark = { .at = at, .c = gx_sentence_char_at (text, at) };

            if (kind_of (mark.c, &mark.kind))
                g_array_index (marks, GxMark, n++) = mark;
        }
    }
    g_array_set_size (marks, n);
}

/* Whether what stands between two quotation marks ends like a sentence. */
static gboolean
ends_like_sentence (GxStr text, gsize open_end, gsize close)
{
    gunichar last = gx_sentence_char_before (text, open_end, close);

    return gx_mark_is_end (last) || gx_mark_may_end (last);
}

/* Whether the quotation begins a sentence: nothing stands before it, or an end. */
static gboolean
begins_sentence (GxStr text, gsize open)
{
    gunichar before;

    while ((before = gx_sentence_char_before (text, 0, open)) != 0 && u_isUWhiteSpace ((UChar32)before))
        open -= (gsize)g_unichar_to_utf8 (before, NULL);
    return before == 0 || gx_mark_is_end (before) || gx_mark_may_end (before) || gx_mark_is_closing (before);
}

static void
note_quotation (GxMark *open, GxMark *close, GxStr text, const char *language, gboolean is_short)
{
    gsize open_end = open->at + gx_char_len (text, open->at), behind = close->at;
    gunichar next;

    for (guint n = 0; n < MAX_CLOSING && behind < text.len && gx_mark_is_closing (gx_sentence_char_at (text, behind)); n++)
        behind += gx_char_len (text, behind);
    next = gx_sentence_char_at (text, behind);
    if (!ends_like_sentence (text, open_end, close->at)) {
        if (is_short && next != 0 && !gx_mark_is_end (next) && !gx_mark_may_end (next))
            open->hold = close->at;
        return;
    }
    close->is_joined =
        gx_goes_on_behind_quotation (text, behind, language) || (begins_sentence (text, open->at) && gx_is_attribution (text, behind));
    if (close->is_joined && is_short)
        open->hold = close->at;
}

/* Takes the innermost open mark of this pair from the stack, with all inside it, which stayed open; FALSE when there is none. An apostrophe
 * looks like ’: it closes only what was opened last. */
static gboolean
take_open (const GArray *marks, GArray *opens, guint *n_open, guint pair, guint *open)
{
    gunichar wanted = pairs[pair][0], c;

    if (n_open[pair] == 0)
        return FALSE;
    if (wanted == 0x2018 && g_array_index (marks, GxMark, g_array_index (opens, guint, opens->len - 1)).c != wanted)
        return FALSE;
    do {
        *open = g_array_index (opens, guint, opens->len - 1);
        c = g_array_index (marks, GxMark, *open).c;
        n_open[find_pair (c, 0)]--;
        g_array_set_size (opens, opens->len - 1);
    } while (c != wanted);
    return TRUE;
}

void
gx_marks_pair (GArray *marks, GArray *opens, GxStr text, const char *language)
{
    guint n_open[N_PAIRS] = { 0 };

    g_array_set_size (opens, 0);
    for (guint i = 0; i < marks->len; i++) {
        GxMark *mark = &g_array_index (marks, GxMark, i), *partner;
        guint open;

        if (mark->kind == GX_MARK_OPEN) {
            n_open[find_pair (mark->c, 0)]++;
            g_array_append_val (opens, i);
            continue;
        }
        if (mark->kind != GX_MARK_CLOSE || !take_open (marks, opens, n_open, (guint)find_pair (mark->c, 1), &open))
            continue;
        partner = &g_array_index (marks, GxMark, open);
        if (gx_mark_is_closing_quote (mark->c))
            note_quotation (partner, mark, text, language, mark->at - partner->at <= GX_HOLD_BYTES);
        else if (mark->at - partner->at <= GX_HOLD_BYTES)
            partner->hold = mark->at;
    }
}
