/* SPDX-License-Identifier: GPL-3.0-or-later
 * sentence-quote.c - what stands behind a quotation or an ellipsis: the rest of the sentence, or the next one. */
#include "fold.h"
#include "sentence-marks.h"
#include "sentence-rules.h"

#include <unicode/uchar.h>

#define LONGEST_ATTRIBUTION 30 /* characters */
#define SHORT_PIECE         3  /* characters: a piece before an ellipsis in which nothing has been said yet */
#define LONGEST_LIST_ITEM   12

/* What can't begin a sentence, but goes on behind a quotation. */
static const char *const continuing[] = {
    "的",   "之",   "等",   "时，", "時，", "式",   "般",   "似",   "云云", "而后", "而後", "后，", "後，", "一词", "一詞", "一文", "一书",
    "一書", "一句", "一语", "一語", "一说", "一說", "字样", "字樣", "为题", "為題", "为由", "為由", "和“",  "与“",  "和「", "與「", "、",
};

/* What goes on behind an ellipsis. */
static const char *const joining[] = { "并", "並", "都", "和", "与", "與", "及", "以及", "也" };

/* Japanese particles. */
static const char *const particles[] = { "と", "っ", "な", "の", "を", "が", "は", "に", "も", "で", "へ", "や", "か", "だ" };

/* Verbs of speech that end an attribution. */
static const char *const verbs[] = {
    "说",   "說",   "道",   "称",   "稱",   "问",   "問",   "答",   "喊",   "叫",   "曰",   "讲",   "講",   "嚷",
    "骂",   "罵",   "表示", "指出", "强调", "強調", "认为", "認為", "宣布", "宣佈", "解释", "解釋", "补充", "補充",
    "警告", "回答", "回应", "回應", "承认", "承認", "呼吁", "呼籲", "写到", "寫到", "感叹", "感嘆",
};

static gboolean
stands_at (GxStr text, gsize at, const char *word)
{
    gsize len = strlen (word);

    return text.len - at >= len && memcmp (text.data + at, word, len) == 0;
}

static gboolean
is_one_of (GxStr text, gsize at, const char *const *words, gsize n)
{
    for (gsize i = 0; i < n; i++)
        if (stands_at (text, at, words[i]))
            return TRUE;
    return FALSE;
}

gboolean
gx_goes_on_behind_quotation (GxStr text, gsize at, const char *language)
{
    gunichar next = gx_sentence_char_at (text, at);

    if (next == 0)
        return FALSE;
    if (gx_mark_continues (next) || gx_is_hangul (next))
        return TRUE;
    if (gx_sentence_char_at (text, gx_skip_blanks (text, at)) == 0x2014) /* —— and who said it */
        return TRUE;
    if (strcmp (language, "ja") == 0)
        return is_one_of (text, at, particles, G_N_ELEMENTS (particles));
    return is_one_of (text, at, continuing, G_N_ELEMENTS (continuing));
}

gboolean
gx_is_attribution (GxStr text, gsize at)
{
    gsize end = at;
    guint n = 0;

    for (; end < text.len && n < LONGEST_ATTRIBUTION; n++, end += gx_char_len (text, end)) {
        gunichar c = gx_sentence_char_at (text, end);

        if (!gx_is_han (c) && !u_isalnum ((UChar32)c) && c != 0xB7 && c != ' ')
            break;
    }
    if (n == 0 || n == LONGEST_ATTRIBUTION)
        return FALSE;
    if (end < text.len) {
        gunichar c = gx_sentence_char_at (text, end);

        if (c != 0xFF0C && c != ',' && c != 0x3002 && c != 0xFF01 && c != '.') /* ，。！ */
            return FALSE;
    }
    for (guint i = 0; i < G_N_ELEMENTS (verbs); i++) {
        gsize len = strlen (verbs[i]);

        if (end - at > len && memcmp (text.data + end - len, verbs[i], len) == 0)
            return TRUE;
    }
    return FALSE;
}

/* How many letters stand before byte `at`, up to most, without any mark or blank between; the mark before them into mark. */
static guint
letters_before (const GxPlace *place, gsize at, guint most, gunichar *mark)
{
    guint n = 0;

    while (n < most && (*mark = gx_sentence_char_before (place->text, place->start, at)) != 0 && u_isalnum ((UChar32)*mark)) {
        at = (gsize)(g_utf8_prev_char (place->text.data + at) - place->text.data);
        n++;
    }
    return n;
}

/* An ellipsis ends a sentence that trails off. It doesn't at the start of one or behind another (omissions), in a stutter (我……我不知道),
 * behind a list (甲、乙……都), before lower case. */
gboolean
gx_ellipsis_ends (const GxPlace *place, gsize at, gsize end)
{
    GxStr text = place->text;
    gsize next = gx_skip_blanks (text, end);
    gunichar before = gx_sentence_char_before (text, place->start, at), after = gx_sentence_char_at (text, next), mark = 0;

    if (after == 0)
        return TRUE;
    if (gx_mark_continues (after) || (!gx_mark_is_wide (before) && !gx_mark_is_wide (after)))
        return after != 0 && !gx_mark_continues (after) && next > end && !u_islower ((UChar32)after) && u_isalnum ((UChar32)before);
    if (before == after || letters_before (place, at, SHORT_PIECE + 1, &mark) <= SHORT_PIECE)
        return next > end; /* a blank tells that the writer began anew */
    if (next == end &&
        (is_one_of (text, next, continuing, G_N_ELEMENTS (continuing)) || is_one_of (text, next, joining, G_N_ELEMENTS (joining))))
        return FALSE;
    letters_before (place, at, LONGEST_LIST_ITEM, &mark);
    return mark != 0x3001 && !gx_mark_is_ellipsis (mark); /* 、 */
}
