/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-kinds.c - lines told by how they begin, end or come back. */
#include "plain-kinds.h"
#include "date.h"
#include "spacing.h"
#include "word-list.h"

/* What captions and credits begin with. */
static const char *const caption_words[] = {
    "图为",      "圖為",      "图：",        "圖：",          "图:",    "图/",      "图／",     "供图",       "供圖",
    "摄影：",    "摄影:",     "摄影/",       "摄影／",        "攝影：", "攝影:",    "图片来源", "圖片來源",   "资料图",
    "資料圖",    "图源",      "图片说明",    "圖片說明",      "图片：", "圖片：",   "图片:",    "资料来源：", "資料來源：",
    "资料来源:", "資料來源:", "数据来源：",  "數據來源：",    "来源：", "來源：",   "來源:",    "来源:",      "Photo:",
    "Photo by",  "Photos:",   "Photograph:", "Photograph by", "Image:", "Picture:", "Credit:",  "Source:",    "Sources:",
    "写真：",    "写真:",     "写真＝",      "写真提供",      "出典：", "出典:",    "사진=",    "사진:",      "사진 =",
    "사진 제공", "[사진",     "자료사진",    "자료=",         "자료:",  "출처=",    "출처:",
};
/* What they end with, in brackets or not, and what tells a caption inside. */
static const char *const caption_ends[] = {
    "摄）",     "攝）",       "摄)",    "攝)",    "供图）", "供圖）",    "资料图）",
    "資料圖）", "资料图片）", "图片）", "社发）", "社發）", "/Reuters)", "/AP)",
};
/* What figures and tables are called in front of their number. */
static const char *const figures[] = { "图表", "圖表", "图",     "圖",     "表",   "附图",  "附表",  "図",    "照片", "写真",
                                       "그림", "표",   "Figure", "FIGURE", "Fig.", "Table", "TABLE", "Chart", "Map",  "Box" };

/* What a byline that names an author begins with. */
static const char *const author_words[] = { "文 / ", "文 /",      "文/",   "文／",   "文 ／ ",   "文｜",   "文 | ",  "文：",   "作者：",
                                            "作者:", "作者／",    "作者/", "撰文：", "撰文/",    "撰稿：", "记者：", "記者：", "记者 ",
                                            "記者 ", "特约记者 ", "By ",   "BY ",    "Author: ", "글=",    "글 =" };
/* What other lines about a text's origin begin with: where it appeared, who saw to it. */
static const char *const origin_words[] = { "来源：",         "來源：",   "来源:",    "來源:",  "责任编辑", "責任編輯",      "责编：",
                                            "责编:",          "責編：",   "编辑：",   "編輯：", "编辑:",    "校对：",        "校對：",
                                            "审核：",         "出处：",   "出處：",   "原载",   "原載",     "转自",          "轉自",
                                            "本文来源",       "译者：",   "譯者：",   "翻译：", "本报记者", "本報記者",      "本社记者",
                                            "新华社记者",     "作者单位", "作者简介", "作者系", "作者为",   "Published by ", "Edited by ",
                                            "Translated by ", "发信人",   "發信人",   "发信站", "發信站",   "发件人",        "收件人",
                                            "发送时间",       "抄送",     "From:",    "To:",    "Cc:",      "Sent:",         "Date:",
                                            "Message-ID:",    "※ 来源",   "Editor:" };
/* Lines about an author in brackets. */
static const char *const about_words[] = { "（作者系",   "（作者為",   "（作者为", "（作者是",    "（作者：",
                                           "（作者单位", "（作者單位", "(作者系",  "(作者为",     "(作者",
                                           "（本文作者", "（作者",     "（筆者",   "(The author", "(The writer" };

/* Headings of lists of notes or sources. */
static const char *const notes_words[] = { "注释",       "註釋",     "注釋",      "参考文献",     "參考文獻", "尾注",    "脚注",
                                           "註腳",       "注",       "参考资料",  "參考資料",     "Notes",    "NOTES",   "References",
                                           "REFERENCES", "Endnotes", "Footnotes", "Bibliography", "각주",     "참고문헌" };

#define LONGEST_CAPTION      360 /* bytes */
#define LONGEST_BYLINE       120 /* bytes */
#define LONGEST_HEADING      40  /* bytes */
#define LONGEST_ABOUT        400 /* bytes */
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
    while (at < text.len && at < 10 && is_numeral (gx_char_at (text.data + at)))
        at += 3;
    return at < 10 ? at : 0;
}

gsize
gx_plain_item_marker (GxStr line)
{
    static const char *const bullets[] = { "•", "●", "■", "◆", "○", "▪", "‣", "–\xC2\xA0", "- ", "– ", "— ", "* ", "· " };
    gsize open, digits, at;

    for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
        if (bullets[i][0] == line.data[0] && starts_with (line, bullets[i]))
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

/* Whether the line names a figure or table: 图1 …, 表2-1：…, Figure 3. … A sentence that speaks of one goes on without a gap or mark. */
static gboolean
is_figure_name (GxStr line)
{
    for (guint i = 0; i < G_N_ELEMENTS (figures); i++) {
        gsize at = strlen (figures[i]), digits;
        gunichar c;

        if (!starts_with (line, figures[i]))
            continue;
        while (at < line.len && line.data[at] == ' ')
            at++;
        digits = number_len ((GxStr){ line.data + at, line.len - at });
        if (digits == 0)
            continue;
        at += digits;
        while (at + 1 < line.len && strchr (".-–", line.data[at]) && g_ascii_isdigit (line.data[at + 1]))
            at += 2;
        if (at >= line.len)
            return TRUE;
        c = gx_char_at (line.data + at);
        return c == ' ' || c == '.' || c == ':' || c == 0x3000 || c == 0xFF1A || c == 0x3001 || c == '|';
    }
    return FALSE;
}

/* Whether sign (whose last byte is last) stands in the line with 。 before and `then` behind it, or with lead before it. */
static gboolean
has_inside (GxStr line, const char *sign, gint last, const char *then, const char *lead)
{
    const char *p = line.data + 5, *end = line.data + line.len;

    while (p + 3 < end && (p = memchr (p, last, (gsize)(end - p))) != NULL) {
        GxStr before = { line.data, (gsize)(p - 2 - line.data) }, after = { p + 1, (gsize)(end - p - 1) };

        if (memcmp (p - 2, sign, 3) == 0 && ((starts_with (after, then) && ends_with (before, "。")) || ends_with (before, lead)))
            return TRUE;
        p++;
    }
    return FALSE;
}

/* Whether 。图为, （资料图 stand in the line. */
static gboolean
has_caption_inside (GxStr line)
{
    return gx_bytes_have_either (line, "图", "圖") &&
           (has_inside (line, "图", 0xBE, "为", "（资料") || has_inside (line, "圖", 0x96, "為", "（資料"));
}

gboolean
gx_plain_is_caption (GxStr line)
{
    static GxWordList caption_starts = GX_WORD_LIST (caption_words, GX_WORDS_EXACT);

    if (line.len > LONGEST_CAPTION)
        return FALSE;
    if (gx_word_list_begins (&caption_starts, line) > 0)
        return TRUE;
    if (ends_with (line, ")") || ends_with (line, "）") || ends_with (line, "摄") || ends_with (line, "攝")) {
        for (guint i = 0; i < G_N_ELEMENTS (caption_ends); i++)
            if (ends_with (line, caption_ends[i]))
                return TRUE;
        if ((ends_with (line, "摄") || ends_with (line, "攝")) && g_strstr_len (line.data, (gssize)line.len, "记者"))
            return TRUE;
    }
    return has_caption_inside (line);
}

gboolean
gx_plain_is_figure_name (GxStr line)
{
    static GxWordList names = GX_WORD_LIST (figures, GX_WORDS_EXACT);

    return line.len <= LONGEST_CAPTION && gx_word_list_begins (&names, line) > 0 && is_figure_name (line);
}

gboolean
gx_plain_is_about_author (GxStr line)
{
    static GxWordList about_author = GX_WORD_LIST (about_words, GX_WORDS_EXACT);

    return (line.data[0] == '(' || (guchar)line.data[0] == 0xEF) && line.len <= LONGEST_ABOUT &&
           (ends_with (line, ")") || ends_with (line, "）")) && gx_word_list_begins (&about_author, line) > 0;
}

gboolean
gx_plain_is_byline (GxStr line)
{
    static GxWordList origin_labels = GX_WORD_LIST (origin_words, GX_WORDS_EXACT);

    if (line.len > LONGEST_BYLINE)
        return FALSE;
    if (gx_plain_author (line).len > 0)
        return TRUE;
    if (line.data[0] == '(')
        line = (GxStr){ line.data + 1, line.len - 1 };
    else if (starts_with (line, "（") || starts_with (line, "【"))
        line = (GxStr){ line.data + 3, line.len - 3 };
    return gx_word_list_begins (&origin_labels, line) > 0 && !ends_with (line, "。");
}

GxStr
gx_plain_author (GxStr line)
{
    static GxWordList author_labels = GX_WORD_LIST (author_words, GX_WORDS_EXACT);
    gsize len = line.len <= LONGEST_BYLINE ? gx_word_list_begins (&author_labels, line) : 0;
    GxStr name = len > 0 ? gx_spacing_trim ((GxStr){ line.data + len, line.len - len }) : (GxStr){ line.data, 0 };

    if (name.len > 0 && gx_plain_is_end_mark (gx_char_at (gx_char_before (name.data + name.len))))
        name.len = 0;
    return name;
}

/* Whether a line of digits and signs has the form of a date, as exact as a month, if not the values: a lone year or 553.9 is none. */
static gboolean
has_form_of_date (GxStr line)
{
    guint n_groups = 0, n_digits = 0;
    gboolean has_year = FALSE;
    g_autofree char *date = NULL;

    for (gsize at = 0; at <= line.len; at++) {
        if (at < line.len && g_ascii_isdigit (line.data[at])) {
            n_digits++;
            continue;
        }
        n_groups += n_digits > 0 ? 1 : 0;
        has_year = has_year || n_digits == 4;
        n_digits = 0;
    }
    if (n_groups >= 3 && has_year)
        return TRUE;
    date = gx_dateline_parse (line, GX_BLOCK_BYLINE);
    return date != NULL;
}

/* Whether the line is a date in English: short, in ASCII, and read as one. */
static gboolean
is_english_date (GxStr line)
{
    if (line.len > LONGEST_ENGLISH_DATE)
        return FALSE;
    for (gsize i = 0; i < line.len; i++)
        if ((guchar)line.data[i] >= 0x80)
            return FALSE;
    return has_form_of_date (line);
}

gboolean
gx_plain_is_date (GxStr line)
{
    static const char *const words[] = { "发布时间", "發布時間", "发表时间", "时间", "時間", "日期", "发布", "Date", "Published" };
    static GxWordList labels = GX_WORD_LIST (words, GX_WORDS_EXACT);
    gsize label = gx_word_list_begins (&labels, line);
    guint n_digits = 0;
    gboolean has_mark = FALSE;

    line = (GxStr){ line.data + label, line.len - label };
    for (const char *p = line.data; p < line.data + line.len; p = g_utf8_next_char (p)) {
        gunichar c = gx_char_at (p);

        has_mark = has_mark || c == 0x5E74 || c == 0xB144 || c == '-' || c == '/' || c == '.';
        if (g_unichar_isdigit (c))
            n_digits++;
        else if (!gx_spacing_is_white (c) && !g_unichar_ispunct (c) && !is_numeral (c) && c != 0x5E74 && c != 0x6708 && c != 0x65E5 &&
                 c != 0x3007 && c != 0xB144 && c != 0xC6D4 && c != 0xC77C && c != 'T' && c != 'Z') /* 年月日〇 년월일 */
            return is_english_date (line);
    }
    return has_mark && (n_digits >= 4 || (line.len > 12 && n_digits == 0)) && has_form_of_date (line);
}

gboolean
gx_plain_is_notes_heading (GxStr line)
{
    static GxWordList notes_headings = GX_WORD_LIST (notes_words, GX_WORDS_EXACT);

    if (line.len > LONGEST_HEADING)
        return FALSE;
    while (line.len > 0 && (ends_with (line, ":") || ends_with (line, "：") || ends_with (line, "】") || ends_with (line, "]")))
        line.len -= ends_with (line, ":") || ends_with (line, "]") ? 1 : 3;
    if (starts_with (line, "【"))
        line = (GxStr){ line.data + 3, line.len - 3 };
    line = gx_spacing_trim (line);
    return gx_word_list_has (&notes_headings, line);
}

gboolean
gx_plain_is_letter_spaced (GxStr line)
{
    guint n = 0;
    gboolean expects_blank = FALSE;

    for (const char *p = line.data; p < line.data + line.len; p = g_utf8_next_char (p)) {
        gunichar c = gx_char_at (p);

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
