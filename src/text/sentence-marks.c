/* SPDX-License-Identifier: GPL-3.0-or-later
 * sentence-marks.c - what marks say about sentences. */
#include "sentence-marks.h"
#include "fold.h"

#include <unicode/uchar.h>

/* Opening marks, each followed by its closing one: brackets first, quotation marks from “ on. */
static const gunichar pairs[][2] = {
    { 0xFF08, 0xFF09 }, /* （） */
    { '(', ')' },       /* () */
    { 0x300A, 0x300B }, /* 《》 */
    { 0x3008, 0x3009 }, /* 〈〉 */
    { 0x3010, 0x3011 }, /* 【】 */
    { 0x3014, 0x3015 }, /* 〔〕 */
    { '[', ']' },       /* [] */
    { 0xFF3B, 0xFF3D }, /* ［］ */
    { 0x201C, 0x201D }, /* “” */
    { 0x2018, 0x2019 }, /* ‘’ */
    { 0x300C, 0x300D }, /* 「」 */
    { 0x300E, 0x300F }, /* 『』 */
    { 0x00AB, 0x00BB }, /* «» */
};
#define FIRST_QUOTE 8

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
    case 0x203C: /* ‼ */
    case 0x2047: /* ⁇ */
    case 0x2048: /* ⁈ */
    case 0x2049: /* ⁉ */
        return TRUE;
    default:
        return FALSE;
    }
}

gboolean
gx_mark_is_ascii_end (gunichar c)
{
    return c == '.' || c == '!' || c == '?' || c == ';';
}

gboolean
gx_mark_is_closing (gunichar c)
{
    if (c < 0x80 && c != ')' && c != ']')
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
        if (pairs[i][1] == c)
            return TRUE;
    return FALSE;
}

gboolean
gx_mark_continues (gunichar c)
{
    return c == 0xFF0C || c == 0x3001 || c == 0xFF1A || c == ',' || c == ':'; /* ，、： */
}

gboolean
gx_mark_is_wide (gunichar c)
{
    return gx_is_han (c) || (c >= 0x3001 && c <= 0x312F) || (c >= 0xFF01 && c <= 0xFF9F);
}

gsize
gx_skip_blanks (GxStr text, gsize at)
{
    while (at < text.len && u_isUWhiteSpace ((UChar32)gx_sentence_char_at (text, at)))
        at += gx_char_len (text, at);
    return at;
}

typedef struct {
    guint pair;      /* index in pairs */
    gsize at;        /* byte of the opening mark */
    gsize character; /* its number in the text */
} Open;

static gint
find_pair (gunichar c, guint side)
{
    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
        if (pairs[i][side] == c)
            return (gint)i;
    return -1;
}

/* Whether a quotation is part of a sentence that goes on: it doesn't end like one, nor does the text end behind it. */
static gboolean
is_quoted_part (GxStr text, gsize open_end, gsize close, gsize close_len)
{
    gunichar last = gx_sentence_char_before (text, open_end, close), next;
    gsize at = close + close_len;

    while (at < text.len && gx_mark_is_closing (gx_sentence_char_at (text, at)))
        at += gx_char_len (text, at);
    next = gx_sentence_char_at (text, at);
    return next != 0 && !gx_mark_is_end (last) && !gx_mark_is_ascii_end (last) && !gx_mark_is_end (next) && !gx_mark_is_ascii_end (next);
}

/* The innermost open mark that this one closes, taken from the stack with all inside it, which stayed open; -1 when it closes none. An
 * apostrophe looks like ’: it closes only what was opened last. */
static gboolean
take_open (GArray *opens, guint *n_open, guint pair, Open *open)
{
    const Open *last = opens->len > 0 ? &g_array_index (opens, Open, opens->len - 1) : NULL;

    if (!last || n_open[pair] == 0 || (pairs[pair][1] == 0x2019 && last->pair != pair))
        return FALSE;
    do {
        *open = g_array_index (opens, Open, opens->len - 1);
        n_open[open->pair]--;
        g_array_set_size (opens, opens->len - 1);
    } while (open->pair != pair);
    return TRUE;
}

static gint
compare_holds (gconstpointer a, gconstpointer b)
{
    const GxHold *left = a, *right = b;

    return left->start < right->start ? -1 : left->start > right->start;
}

GArray *
gx_holds_find (GxStr text)
{
    GArray *holds = g_array_new (FALSE, FALSE, sizeof (GxHold));
    g_autoptr (GArray) opens = g_array_new (FALSE, FALSE, sizeof (Open));
    guint n_open[G_N_ELEMENTS (pairs)] = { 0 };
    gsize character = 0;

    for (gsize at = 0; at < text.len; at += gx_char_len (text, at), character++) {
        gunichar c = gx_lead_is_han (text, at) ? 0 : gx_sentence_char_at (text, at);
        Open open;
        gint pair;

        if (c == 0 || (c < 0x80 && !strchr ("()[]", (int)c)))
            continue;
        if ((pair = find_pair (c, 0)) >= 0) {
            open = (Open){ (guint)pair, at, character };
            n_open[pair]++;
            g_array_append_val (opens, open);
        } else if ((pair = find_pair (c, 1)) >= 0 && take_open (opens, n_open, (guint)pair, &open)) {
            GxHold hold = { open.at, at, pair < FIRST_QUOTE };

            if (character - open.character > GX_HOLD_LENGTH)
                continue;
            if (hold.is_bracket || is_quoted_part (text, open.at + gx_char_len (text, open.at), at, gx_char_len (text, at)))
                g_array_append_val (holds, hold);
        }
    }
    g_array_sort (holds, compare_holds);
    return holds;
}
