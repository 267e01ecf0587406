/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-bylines.c - lines that name who wrote what and when, captions, and the ends of sentences. */
#include "date.h"
#include "html-lines.h"
#include "plain-kinds.h"
#include "word-list.h"

#define MAX_CAPTION 360 /* bytes: gx_plain_is_caption() takes no more */
#define MAX_BYLINE  160 /* bytes */

/* Who did what: with a colon, bar or slash behind it the line names somebody. */
static const char *const label_words[] = {
    "作者",
    "本文作者",
    "来源",
    "來源",
    "文章来源",
    "责任编辑",
    "責任編輯",
    "责编",
    "責編",
    "编辑",
    "編輯",
    "编译",
    "編譯",
    "翻译",
    "翻譯",
    "译者",
    "譯者",
    "校对",
    "校對",
    "采写",
    "採寫",
    "采访",
    "撰文",
    "撰稿",
    "撰稿人",
    "特约撰稿",
    "文",
    "文字",
    "发布时间",
    "發布時間",
    "发布日期",
    "發布日期",
    "发表时间",
    "发布",
    "日期",
    "时间",
    "時間",
    "出处",
    "稿源",
    "记者",
    "記者",
    "特约记者",
    "供稿",
    "審校",
    "审校",
    "策划",
    "监制",
    "author",
    "editor",
    "source",
    "published",
    "updated",
    "last updated",
    "posted",
    "by",
    "text",
    "鸣谢",
    "鳴謝",
    "特别鸣谢",
    "特別鳴謝",
    "致谢",
    "致謝",
    "acknowledgements",
    "acknowledgments",
    "special thanks",
};

/* What such a line begins with else. */
static const char *const byline_words[] = {
    "published on ", "posted on ", "posted by ", "written by ", "last updated ", "updated on ", "by ",     "发表于",  "發表於",
    "原载",          "기자 ",      "입력 ",      "文責",        "发布于 ",       "發佈於 ",     "编辑于 ", "更新于 ", "reporting by ",
};

gboolean
gx_line_is_labelled (GxStr line)
{
    static const char *const marks[] = { "：", ":", "|", "｜", "︱", "丨", "/", "／" };
    static GxWordList labels = GX_WORD_LIST (label_words, GX_WORDS_ANY_CASE), separators = GX_WORD_LIST (marks, GX_WORDS_EXACT);

    gsize len = gx_word_list_begins (&labels, line);

    if (len == 0)
        return FALSE;
    while (len < line.len && line.data[len] == ' ')
        len++;
    return gx_word_list_begins (&separators, (GxStr){ line.data + len, line.len - len }) > 0;
}

/* Whether there are only numbers, marks and the words of dates in line. */
static gboolean
is_stamp (GxStr line)
{
    static const char words[] = "年月日时時分秒号星期周週一二三四五六火水木金土更新发布發佈配信前";
    const char *end = line.data + line.len;

    for (const char *p = line.data; p < end; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        if (g_unichar_isalpha (c) && !g_utf8_strchr (words, -1, c))
            return FALSE;
    }
    return TRUE;
}

/* A date with a source or author behind it. */
static gboolean
is_dated (GxStr line)
{
    static const char *const marks[] = { "来源：", "来源:",  "來源：", "来源｜", "作者：", "作者:", "编辑：",
                                         "编辑:",  "編輯：", "记者：", "来自",   "오전",   "오후",  "更新" };
    static GxWordList origins = GX_WORD_LIST (marks, GX_WORDS_EXACT);
    g_autofree char *date =
        g_ascii_isdigit (*line.data) && (gx_word_list_holds (&origins, line) || is_stamp (line)) ? gx_date_parse (line) : NULL;

    return date != NULL;
}

/* Whether a line is an address for mail and nothing else, which stands for its author. */
static gboolean
is_mail (GxStr line)
{
    const char *at = memchr (line.data, '@', line.len);

    if (!at || at == line.data || !memchr (at, '.', (gsize)(line.data + line.len - at)))
        return FALSE;
    for (gsize i = 0; i < line.len; i++)
        if (!g_ascii_isalnum (line.data[i]) && !strchr ("@._-+", line.data[i]))
            return FALSE;
    return TRUE;
}

/* The line without 【纠错】 or the like in front. */
static GxStr
without_tag (GxStr line)
{
    const char *end = line.len > 3 && memcmp (line.data, "【", 3) == 0 ? g_strstr_len (line.data, (gssize)MIN (line.len, 20), "】") : NULL;
    gsize len = end ? (gsize)(end + 3 - line.data) : 0;

    return (GxStr){ line.data + len, line.len - len };
}

gboolean
gx_line_is_byline (GxStr line)
{
    static const char *const brackets[] = { "（", "(", "[", "【", "［" };
    static GxWordList byline_starts = GX_WORD_LIST (byline_words, GX_WORDS_ANY_CASE), opening = GX_WORD_LIST (brackets, GX_WORDS_EXACT);
    gsize open;

    if (line.len > MAX_BYLINE || gx_line_has_stop (line))
        return FALSE;
    if (gx_line_is_labelled (without_tag (line)) || is_mail (line))
        return TRUE;
    open = gx_word_list_begins (&opening, line);
    if (open > 0 && open < line.len)
        return gx_line_is_labelled ((GxStr){ line.data + open, line.len - open });
    return gx_word_list_begins (&byline_starts, line) > 0 || gx_plain_is_date (line) || is_dated (line);
}

/* Whether one of 图圖摄攝 stands in line, or it begins with no Han character: most lines can't be captions, and this is soon told. */
static gboolean
may_be_caption (GxStr line)
{
    static const char *const signs[] = { "图", "圖", "摄", "攝" };
    guchar first = (guchar)(line.len > 0 ? *line.data : 0);

    if (first < 0xE4 || first > 0xE9 || memcmp (line.data, "写", 3) == 0)
        return TRUE;
    for (gsize i = 0; i + 3 <= line.len; i++)
        if (line.data[i] == '\xE5' || line.data[i] == '\xE6')
            for (gsize k = 0; k < G_N_ELEMENTS (signs); k++)
                if (memcmp (line.data + i, signs[k], 3) == 0)
                    return TRUE;
    return FALSE;
}

gboolean
gx_line_is_caption (GxStr line)
{
    static const char *const arrow_marks[] = { "▲", "△", "◎" };
    static const char *const credit_words[] = { "图源：", "图/", "图／", "（图源" };
    static GxWordList arrows = GX_WORD_LIST (arrow_marks, GX_WORDS_EXACT), credits = GX_WORD_LIST (credit_words, GX_WORDS_EXACT);

    if (line.len < 3 || line.len > MAX_CAPTION || !may_be_caption (line))
        return FALSE;
    return gx_plain_is_caption (line) || gx_word_list_begins (&arrows, line) > 0 ||
           (line.len <= MAX_BYLINE && gx_word_list_holds (&credits, line) && !gx_line_has_stop (line));
}

/* Whether this byte ends a word before a full stop: abbreviations and numbers mostly end in others. */
static gboolean
ends_word (char c)
{
    return g_ascii_islower (c) || (guchar)c >= 0x80 || c == ')' || c == '"';
}

gboolean
gx_line_has_stop (GxStr text)
{
    const char *p = text.data, *end = text.data + text.len;

    for (; p < end; p++) {
        guchar c = (guchar)*p;

        if (c == 0xE3 && end - p >= 3 && p[1] == '\x80' && p[2] == '\x82') /* 。 */
            return TRUE;
        if (c == 0xEF && end - p >= 3 && p[1] == '\xBC' && (p[2] == '\x81' || p[2] == '\x9F' || p[2] == '\x9B')) /* ！？； */
            return TRUE;
        if ((c == '.' || c == '!' || c == '?') && p - text.data > 3 && ends_word (p[-1]) &&
            (end - p == 1 || p[1] == ' ' || p[1] == '"' || (guchar)p[1] == 0xE2))
            return TRUE;
        if (c == ';' && end - p > 1 && p[1] == ' ')
            return TRUE;
    }
    return FALSE;
}

gboolean
gx_line_goes_on (gsize len, gunichar last, GxStr next)
{
    static const char *const marks[] = { ":",  ",",  ".",  ";",  "!",  "?",  ")",  "：", "，", "。",
                                         "、", "；", "！", "？", "）", "」", "』", "”",  "》" };
    static GxWordList closing = GX_WORD_LIST (marks, GX_WORDS_EXACT);
    gsize word = 0, behind = 0;

    if (gx_word_list_begins (&closing, next) > 0)
        return TRUE;
    if (next.len == 0 || !g_ascii_isalpha (*next.data) || !g_unichar_isalpha (last))
        return FALSE;
    while (word < next.len && g_ascii_isalpha (next.data[word]))
        word++;
    while (behind < next.len && behind <= len + word + 1 && next.data[behind] != '<')
        behind++;
    if (behind > len + word + 1 && !g_ascii_islower (*next.data))
        return FALSE;
    if (word < next.len && next.data[word] == '.') /* the end of the text, and no name of a site */
        return word + 1 == next.len || !g_ascii_isalnum (next.data[word + 1]);
    return word < next.len && (g_ascii_isspace (next.data[word]) || strchr (",;:!?<", next.data[word]));
}
