/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-closing.c - short lines at a text's end. */
#include "plain-closing.h"
#include "plain-kinds.h"

/* Columns of closing words, and lines of them and of a signature. */
#define CLOSING_WIDTH   40
#define MOST_CLOSING    12
#define MOST_SIGNATURES 4

static const GxLine *
body_line (const GxPlain *plain, const GArray *body, guint k)
{
    return gx_plain_line (plain, g_array_index (body, guint, k));
}

/* Whether nothing but furniture stands behind line i. */
static gboolean
is_last (const GxPlain *plain, guint i)
{
    for (i++; i < plain->lines->len; i++) {
        GxLineRole role = gx_plain_line (plain, i)->role;

        if (role != GX_LINE_FURNITURE && role != GX_LINE_EMPTY)
            return FALSE;
    }
    return TRUE;
}

/* Whether line k of the body is short and a paragraph by itself. */
static gboolean
may_close (const GxPlain *plain, const GArray *body, const GArray *joined, guint k)
{
    const GxLine *line = body_line (plain, body, k);

    return !g_array_index (joined, gboolean, k) && (k + 1 == body->len || !g_array_index (joined, gboolean, k + 1)) && !line->ends &&
           line->width <= CLOSING_WIDTH && !(plain->body_size > 0 && line->size > plain->body_size * 1.12f) &&
           gx_plain_item_marker (gx_plain_text (plain, line)) == 0 && !gx_plain_is_notes_heading (gx_plain_text (plain, line));
}

GxClosing
gx_plain_find_closing (const GxPlain *plain, const GArray *body, const GArray *joined)
{
    GxClosing none = { body->len, body->len }, found = none;
    guint last = body->len - 1;
    gboolean is_signed;

    if (body->len < 2 || !is_last (plain, g_array_index (body, guint, last)))
        return none;
    while (found.words > 0 && may_close (plain, body, joined, found.words - 1))
        if (found.words-- + MOST_CLOSING <= body->len)
            return none;
    if (found.words == body->len || found.words == 0) /* no closing, or nothing but short lines */
        return none;
    is_signed = gx_plain_is_date (gx_plain_text (plain, body_line (plain, body, last)));
    if (!is_signed)
        return found;
    found.signature = last;
    while (found.signature > found.words && last - found.signature < MOST_SIGNATURES &&
           body_line (plain, body, found.signature)->blanks == 0 &&
           g_array_index (body, guint, found.signature) == g_array_index (body, guint, found.signature - 1) + 1)
        found.signature--;
    return found;
}
