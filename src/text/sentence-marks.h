/* SPDX-License-Identifier: GPL-3.0-or-later
 * sentence-marks.h - the marks that end sentences, and those that hold them together.
 *
 * A block is read once: gx_marks_find() notes its few marks, all that follows looks at these and at the text beside them.
 *
 * Units      bytes of clean text.
 * Threads    pure. */
#pragma once

#include <guanxi/str.h>

typedef enum {
    GX_MARK_END,   /**< 。！？；… . ! ? ; and their relatives */
    GX_MARK_OPEN,  /**< opens a quotation or a bracket */
    GX_MARK_CLOSE, /**< closes one */
    GX_MARK_QUOTE  /**< ", which does both */
} GxMarkKind;

typedef struct {
    gsize at;
    gunichar c;
    GxMarkKind kind;
    gsize hold;         /**< of an opening mark: no sentence ends before this byte; 0: it holds nothing */
    gboolean is_joined; /**< of a closing mark: the sentence goes on behind the quotation */
} GxMark;

/** The marks of text in order, replacing what is in marks (an array of GxMark). O(len), at the speed of reading it. */
void gx_marks_find (GArray *marks, GxStr text);

/** Pairs the marks and notes what the pairs hold: brackets within a sentence, quotations that are part of one. Pairs more than
 * GX_HOLD_BYTES apart hold nothing, so that a mark left open swallows no text. Opens is scratch, an array of guint. O(marks). */
void gx_marks_pair (GArray *marks, GArray *opens, GxStr text, const char *language);
#define GX_HOLD_BYTES 400

/** Whether c always ends a sentence: 。！？；… and their relatives. */
gboolean gx_mark_is_end (gunichar c);
/** Whether c is … or ⋯. */
gboolean gx_mark_is_ellipsis (gunichar c);
/** Whether c may end one, as the text around it tells: . ! ? ; of ASCII, and ．. */
gboolean gx_mark_may_end (gunichar c);
/** Whether c closes a quotation or a bracket. ASCII quotation marks, which are alike on both sides, are none. */
gboolean gx_mark_is_closing (gunichar c);
/** Whether c opens or closes a bracket, not a title 《》 or quotation. */
gboolean gx_mark_is_bracket (gunichar c);
/** Whether c closes a quotation. */
gboolean gx_mark_is_closing_quote (gunichar c);
/** Whether c carries a sentence on: commas, colons and the like. */
gboolean gx_mark_continues (gunichar c);
/** Whether c is a Han, kana or full-width character, so that marks beside it are those of East Asia. */
gboolean gx_mark_is_wide (gunichar c);

/** Where the white space at byte `at` ends. */
gsize gx_skip_blanks (GxStr text, gsize at);

/** The character at byte `at`, 0 at the end. */
static inline gunichar
gx_sentence_char_at (GxStr text, gsize at)
{
    const guchar *p = (const guchar *)text.data + at;

    if (at >= text.len)
        return 0;
    if (*p < 0x80)
        return *p;
    if (*p >= 0xE0 && *p < 0xF0)
        return (gunichar)(*p & 0x0F) << 12 | (gunichar)(p[1] & 0x3F) << 6 | (gunichar)(p[2] & 0x3F);
    return g_utf8_get_char (text.data + at);
}

/** The character before byte `at` and not before byte `start`, 0 when there is none. */
static inline gunichar
gx_sentence_char_before (GxStr text, gsize start, gsize at)
{
    if (at <= start)
        return 0;
    do
        at--;
    while (((guchar)text.data[at] & 0xC0) == 0x80);
    return gx_sentence_char_at (text, at);
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
