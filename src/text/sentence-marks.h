/* SPDX-License-Identifier: GPL-3.0-or-later
 * sentence-marks.h - the marks that end sentences, and those that hold them together.
 *
 * Units      bytes of clean text.
 * Threads    pure. */
#pragma once

#include <guanxi/str.h>

/** Whether c always ends a sentence: 。！？；… and their relatives. */
gboolean gx_mark_is_end (gunichar c);
/** Whether c may end one, as the text around it tells: . ! ? ; of ASCII. */
gboolean gx_mark_is_ascii_end (gunichar c);
/** Whether c closes a quotation or a bracket. ASCII quotation marks, which are alike on both sides, are none. */
gboolean gx_mark_is_closing (gunichar c);
/** Whether c carries a sentence on: commas, colons and the like. */
gboolean gx_mark_continues (gunichar c);
/** Whether c is a Han, kana or full-width character, so that marks beside it are those of East Asia. */
gboolean gx_mark_is_wide (gunichar c);

/** Half-open stretches of text inside of which no sentence ends: brackets within a sentence, quotations that are part of one. In order; an
 * array of GxHold; the caller's. Brackets more than GX_HOLD_LENGTH characters apart hold nothing. O(len + holds log holds). */
typedef struct {
    gsize start, end;    /**< of the opening mark, of the closing mark */
    gboolean is_bracket; /**< holds only when it doesn't begin the sentence */
} GxHold;
#define GX_HOLD_LENGTH 120
GArray *gx_holds_find (GxStr text);

/** Whether the full stop at byte `at` of text ends a sentence of Latin or Korean text; start is where the sentence began. O(length of the
 * words beside it). */
gboolean gx_full_stop_ends (GxStr text, gsize start, gsize at);

/** Where the white space at byte `at` ends. */
gsize gx_skip_blanks (GxStr text, gsize at);

/** The character at byte `at`, 0 at the end. */
static inline gunichar
gx_sentence_char_at (GxStr text, gsize at)
{
    return at < text.len ? g_utf8_get_char (text.data + at) : 0;
}

/** The character before byte `at` and not before byte `start`, 0 when there is none. */
static inline gunichar
gx_sentence_char_before (GxStr text, gsize start, gsize at)
{
    return at > start ? g_utf8_get_char (g_utf8_prev_char (text.data + at)) : 0;
}

static inline gsize
gx_char_len (GxStr text, gsize at)
{
    return (gsize)g_utf8_skip[(guchar)text.data[at]];
}

/** Whether the character at byte `at` is one of U+4000 to U+9FFF, all three bytes long and none of them a mark. */
static inline gboolean
gx_lead_is_han (GxStr text, gsize at)
{
    return (guchar)text.data[at] >= 0xE4 && (guchar)text.data[at] <= 0xE9;
}
