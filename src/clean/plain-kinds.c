/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-kinds.c - lines told by how they begin, end or come back. */
#include "plain-kinds.h"
#include "date.h"
#include "spacing.h"

/* What captions and credits begin with; those with a colon or slash stand for themselves, the others need one behind them. */
static const char *const caption_starts[] = {
    "图为",   "圖為",   "图：",     "圖：",        "图:",    "图/",     "图／",   "供图",     "供圖",     "摄影：",  "摄影:",  "摄影/",
    "摄影／", "攝影：", "图片来源", "圖片來源",    "资料图", "資料圖",  "图源",   "图片说明", "圖片說明", "来源：",  "來源：", "图片：",
    "圖片：", "Photo:", "Photo by", "Photograph:", "Image:", "Credit:", "写真：", "사진=",    "사진:",    "자료사진"
};
/* What they end with, in brackets or not, and what tells a caption inside. */
static const char *const caption_ends[] = {
    "摄）", "攝）", "摄)", "攝)", "供图）", "供圖）", "资料图）", "資料圖）", "资料图片）", "图片）"
};
static const char *const caption_parts[] = { "。图为", "。圖為", "（资料图", "（資料圖" };

/* What a byline begins with. */
static const char *const author_labels[] = { "文 / ",  "文 /",  "文/",    "文／",      "文 ／ ", "文｜",  "文 | ",
                                             "作者：", "作者:", "作者／", "作者/",     "撰文：", "撰文/", "记者：",
                                             "記者：", "记者 ", "記者 ",  "特约记者 ", "By ",    "BY ",   "Author: " };

/* Headings of lists of notes or sources. */
static const char *const notes_headings[] = { "注释",       "註釋",     "注釋",      "参考文献",     "參考文獻", "尾注",    "脚注",
                                              "註腳",       "注",       "参考资料",  "參考資料",     "Notes",    "NOTES",   "References",
                                              "REFERENCES", "Endnotes", "Footnotes", "Bibliography", "각주",     "참고문헌" };

#define LONGEST_CAPTION      360 /* bytes */
#define LONGEST_BYLINE       120 /* bytes */
#define LONGEST_ENGLISH_DATE 24  /* bytes */

static gboolean
starts_with (GxStr text, const char *prefix)
{
    gsize len = strlen (prefix);

    return text.len >= len && memcmp (text.data, prefix, len) == 0;
}

static gboolean
ends_with (GxStr text, const char *suffix)
{
    gsize len = strlen (suffix);

    return text.len >= len && memcmp (text.data + text.len - len, suffix, len) == 0;
}

static GxStr
strip (GxStr text)
{
    while (text.len > 0 && gx_spacing_is_white (g_utf8_get_char (text.data))) {
        gsize len = (gsize)g_utf8_skip[(guchar)text.data[0]];

        text = (GxStr){ text.data + len, text.len - len };
    }
    while (text.len > 0) {
        const char *last = g_utf8_prev_char (text.data + text.len);

        if (!gx_spacing_is_white (g_utf8_get_char (last)))
            break;
        text.len = (gsize)(last - text.data);
    }
    return text;
}

static gboolean
is_numeral (gunichar c)
{
    static const gunichar numerals[] = { 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E };

    for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
        if (numerals[i] == c)
            return TRUE;
    return FALSE;
}

/* Bytes of a number at the start of text, at most three digits or Han numerals; 0 when there is none. */
static gsize
number_len (GxStr text)
{
    gsize at = 0;

    while (at < text.len && at < 4 && g_ascii_isdigit (text.data[at]))
        at++;
    if (at > 0)
        return at < 4 ? at : 0;
    while (at < text.len && at < 10 && is_numeral (g_utf8_get_char (text.data + at)))
        at += 3;
    return at < 10 ? at : 0;
}

gsize
gx_plain_item_marker (GxStr line)
{
    static const char *const bullets[] = { "•", "●", "■", "◆", "○", "▪", "‣", "–\xC2\xA0", "- ", "– ", "— ", "* ", "· " };
    gsize open, digits, at;

    for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
        if (starts_with (line, bullets[i]))
            return strlen (bullets[i]) < line.len ? strlen (bullets[i]) : 0;
    open = starts_with (line, "（") ? 3 : starts_with (line, "(") ? 1 : 0;
    digits = number_len ((GxStr){ line.data + open, line.len - open });
    at = open + digits;
    if (digits == 0 || at >= line.len)
        return 0;
    line = (GxStr){ line.data + at, line.len - at };
    if (starts_with (line, "）") || (starts_with (line, "、") && open == 0) || starts_with (line, "．"))
        return at + 3 < at + line.len ? at + 3 : 0;
    if (line.data[0] == ')' || (line.data[0] == '.' && open == 0 && line.len > 1 && !g_ascii_isdigit (line.data[1])))
        return line.len > 1 ? at + 1 : 0;
    return 0;
}

gboolean
gx_plain_is_caption (GxStr line)
{
    for (guint i = 0; i < G_N_ELEMENTS (caption_starts); i++)
        if (starts_with (line, caption_starts[i]) && line.len <= LONGEST_CAPTION)
            return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS (caption_ends); i++)
        if (ends_with (line, caption_ends[i]) && line.len <= LONGEST_CAPTION)
            return TRUE;
    if (line.len <= LONGEST_CAPTION)
        for (guint i = 0; i < G_N_ELEMENTS (caption_parts); i++)
            if (g_strstr_len (line.data, (gssize)line.len, caption_parts[i]))
                return TRUE;
    return FALSE;
}

GxStr
gx_plain_author (GxStr line)
{
    for (guint i = 0; i < G_N_ELEMENTS (author_labels); i++)
        if (starts_with (line, author_labels[i]) && line.len <= LONGEST_BYLINE) {
            gsize len = strlen (author_labels[i]);
            GxStr name = strip ((GxStr){ line.data + len, line.len - len });

            if (name.len > 0 && !gx_plain_is_end_mark (g_utf8_get_char (g_utf8_prev_char (name.data + name.len))))
                return name;
        }
    return (GxStr){ line.data, 0 };
}

/* Whether the line is a date in English: short, in ASCII, and read as one. */
static gboolean
is_english_date (GxStr line)
{
    g_autofree char *date = NULL;

    if (line.len > LONGEST_ENGLISH_DATE)
        return FALSE;
    for (gsize i = 0; i < line.len; i++)
        if ((guchar)line.data[i] >= 0x80)
            return FALSE;
    date = gx_date_parse (line);
    return date != NULL && strlen (date) > strlen ("2019");
}

gboolean
gx_plain_is_date (GxStr line)
{
    static const char *const labels[] = { "发布时间", "發布時間", "发表时间", "时间", "時間", "日期", "发布", "Date", "Published" };
    guint n_digits = 0;
    gboolean has_mark = FALSE;

    for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
        if (starts_with (line, labels[i])) {
            line = (GxStr){ line.data + strlen (labels[i]), line.len - strlen (labels[i]) };
            break;
        }
    for (const char *p = line.data; p < line.data + line.len; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        has_mark = has_mark || c == 0x5E74 || c == 0xB144 || c == '-' || c == '/' || c == '.';
        if (g_unichar_isdigit (c))
            n_digits++;
        else if (!gx_spacing_is_white (c) && !g_unichar_ispunct (c) && !is_numeral (c) && c != 0x5E74 && c != 0x6708 && c != 0x65E5 &&
                 c != 0x3007 && c != 0xB144 && c != 0xC6D4 && c != 0xC77C && c != 'T' && c != 'Z') /* 年月日〇 년월일 */
            return is_english_date (line);
    }
    return has_mark && (n_digits >= 4 || (line.len > 12 && n_digits == 0));
}

gboolean
gx_plain_is_notes_heading (GxStr line)
{
    while (line.len > 0 && (ends_with (line, ":") || ends_with (line, "：") || ends_with (line, "】") || ends_with (line, "]")))
        line.len -= ends_with (line, ":") || ends_with (line, "]") ? 1 : 3;
    if (starts_with (line, "【"))
        line = (GxStr){ line.data + 3, line.len - 3 };
    line = strip (line);
    for (guint i = 0; i < G_N_ELEMENTS (notes_headings); i++)
        if (gx_str_equal (line, gx_str (notes_headings[i])))
            return TRUE;
    return FALSE;
}

gboolean
gx_plain_is_letter_spaced (GxStr line)
{
    guint n = 0;
    gboolean expects_blank = FALSE;

    for (const char *p = line.data; p < line.data + line.len; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        if (gx_spacing_is_white (c))
            expects_blank = FALSE;
        else if (expects_blank || !g_unichar_iswide (c) || !g_unichar_isalpha (c))
            return FALSE;
        else {
            n++;
            expects_blank = TRUE;
        }
    }
    return n >= 2;
}
