/* SPDX-License-Identifier: GPL-3.0-or-later
 * dateline.c - lines that are nothing but a date, and the lines of agencies. */
#include "date.h"

#include "date-words.h"
#include "plain-bytes.h"
#include "spacing.h"
#include "word-list.h"

#define LONGEST_LINE   240 /* bytes */
#define LONGEST_PAIR   6   /* of brackets */
#define LONGEST_PREFIX 48
#define LONGEST_REST   150 /* behind a date with its label or time: source, author, editor */
#define LONGEST_NAME   18  /* of a person or place */
#define LONGEST_REPORT 120 /* of a report's beginning */

/* What a line that tells when a text appeared may begin with. */
static const char *const label_words[] = {
    "发布时间", "發布時間", "發佈時間", "发布日期",     "發布日期",      "發佈日期", "发表时间",     "發表時間",  "发表日期",
    "發表日期", "更新时间", "更新時間", "更新日期",     "成文日期",      "刊登时间", "日期",         "时间",      "時間",
    "发布于",   "發布於",   "發佈於",   "发表于",       "發表於",        "刊于",     "写于",         "寫於",      "作于",
    "作於",     "记于",     "記於",     "来源",         "來源",          "作者",     "记者",         "記者",      "公開日",
    "更新日",   "掲載日",   "投稿日",   "입력",         "등록",          "수정",     "발행일",       "Published", "Updated",
    "Posted",   "Date",     "Sent",     "Last updated", "Last modified", "Created",  "Release date",
};

/* What may stand behind the date of a line besides its source: days of the week, parts of the day. */
static const char *const filler_words[] = {
    "星期", "周",   "週",   "礼拜", "禮拜", "曜日", "요일", "日",   "一",       "二",  "三",  "四", "五", "六",   "天",
    "月",   "火",   "水",   "木",   "金",   "土",   "월",   "화",   "수",       "목",  "금",  "토", "일", "上午", "下午",
    "凌晨", "早上", "晚上", "中午", "午前", "午後", "오전", "오후", "北京时间", "时",  "時",  "分", "秒", "点",   "點",
    "시",   "분",   "am",   "pm",   "a.m.", "p.m.", "gmt",  "utc",  "cst",      "est", "edt", "z",  "t",  "g.",   "г.",
    "года", "mon",  "tue",  "wed",  "thu",  "fri",  "sat",  "sun",  "day",      "nes", "rs",  "ur",
};

static gsize
char_len (GxStr text, gsize at)
{
    return (gsize)g_utf8_skip[(guchar)text.data[at]];
}

static gunichar
char_at (GxStr text, gsize at)
{
    return at < text.len ? g_utf8_get_char (text.data + at) : 0;
}

static gboolean
begins_with (GxStr text, const char *word)
{
    gsize len = strlen (word);

    return text.len >= len && g_ascii_strncasecmp (text.data, word, len) == 0;
}

static GxStr
skip (GxStr text, gsize n)
{
    return (GxStr){ text.data + n, text.len - n };
}

/* Without a pair of brackets around all of it. */
static GxStr
without_brackets (GxStr text)
{
    static const char *const pairs[][2] = { { "（", "）" }, { "(", ")" }, { "[", "]" }, { "【", "】" }, { "〔", "〕" } };

    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
        gsize open = strlen (pairs[i][0]), close = strlen (pairs[i][1]);

        if (text.len >= open + close && memcmp (text.data, pairs[i][0], open) == 0 &&
            memcmp (text.data + text.len - close, pairs[i][1], close) == 0)
            return gx_spacing_trim ((GxStr){ text.data + open, text.len - open - close });
    }
    return text;
}

static gboolean
is_separator (gunichar c)
{
    return c == '|' || c == 0xFF5C || c == 0xB7 || c == 0x2022 || c == '/' || c == 0x2502; /* ｜ · • │ */
}

static gboolean
is_end_mark (gunichar c)
{
    return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF1B || c == '!' || c == '?' || c == ';'; /* 。！？； */
}

static gboolean
has_end_mark (GxStr text)
{
    for (gsize at = 0; at < text.len; at += char_len (text, at))
        if (is_end_mark (char_at (text, at)))
            return TRUE;
    return FALSE;
}

/* The bytes of the label that text begins with; 0 without one. */
static gsize
label_len (GxStr text)
{
    static GxWordList labels = GX_WORD_LIST (label_words, GX_WORDS_ANY_CASE);

    return gx_word_list_begins (&labels, text);
}

static gboolean
begins_with_label (GxStr text)
{
    return label_len (text) > 0;
}

/* Whether text is the name of a day of the week: Tue, or Tuesday. */
static gboolean
is_weekday (GxStr text)
{
    static const char *const days[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

    if (text.len > 0 && strchr (",.", text.data[text.len - 1]))
        text.len--;
    for (guint i = 0; i < G_N_ELEMENTS (days); i++)
        if ((text.len == 3 || text.len == strlen (days[i])) && g_ascii_strncasecmp (text.data, days[i], text.len) == 0)
            return TRUE;
    return FALSE;
}

/* Whether a label and what stands behind it may be followed by a date: nothing, or a name and a blank. */
static gboolean
is_label (GxStr text)
{
    GxStr rest = skip (text, label_len (text));
    gboolean is_latin = g_ascii_isalpha (text.data[0]);
    gunichar last = g_utf8_get_char (g_utf8_prev_char (text.data + text.len));

    while (rest.len > 0 && (char_at (rest, 0) == ':' || char_at (rest, 0) == 0xFF1A || gx_spacing_is_white (char_at (rest, 0))))
        rest = skip (rest, char_len (rest, 0));
    rest = gx_spacing_trim (rest);
    if (rest.len == 0)
        return TRUE;
    if (is_latin)
        return gx_str_equal (rest, gx_str ("on")) || gx_str_equal (rest, gx_str ("at")) || is_weekday (rest);
    return gx_spacing_is_white (last) || is_separator (last) || last == ':' || last == 0xFF1A; /* ： */
}

/* Whether a line may begin so before its date: with a label, with names set apart by a bar, with a short name or place. */
static gboolean
is_prefix (GxStr text, GxBlockType type)
{
    gunichar last;

    if (text.len == 0)
        return TRUE;
    if (text.len > LONGEST_PREFIX || has_end_mark (text))
        return FALSE;
    if (begins_with_label (text))
        return is_label (text);
    last = g_utf8_get_char (g_utf8_prev_char (text.data + text.len));
    if (is_weekday (gx_spacing_trim (text)))
        return TRUE;
    if (type == GX_BLOCK_HEADING)
        return FALSE;
    if (is_separator (last) || type == GX_BLOCK_BYLINE)
        return TRUE;
    if (gx_spacing_trim (text).len > LONGEST_NAME)
        return FALSE;
    return last == ',' || last == 0xFF0C || gx_spacing_is_white (last); /* ， */
}

/* Skips what belongs to the date: the day of the week, the time. Has_time tells whether there was one. */
static GxStr
skip_time (GxStr text, gboolean *has_time)
{
    static GxWordList fillers = GX_WORD_LIST (filler_words, GX_WORDS_ANY_CASE);

    *has_time = FALSE;
    while (text.len > 0) {
        gunichar c = char_at (text, 0);
        gsize n = 0;

        if (gx_spacing_is_white (c) || (c < 0x80 && strchr ("(),.:+", (int)c)) || c == 0xFF08 || c == 0xFF09 || c == 0xFF1A || c == 0xFF0C)
            n = char_len (text, 0); /* （）：， */
        else if (g_unichar_isdigit (c)) {
            n = char_len (text, 0);
            *has_time = TRUE;
        }
        if (n == 0)
            n = gx_word_list_begins (&fillers, text);
        if (n == 0)
            break;
        text = skip (text, n);
    }
    return text;
}

/* Whether the line may go on so behind its date. */
static gboolean
is_suffix (GxStr text, gboolean is_labelled, GxBlockType type)
{
    gboolean has_time;
    GxStr rest = skip_time (text, &has_time), name;
    gunichar c = char_at (rest, 0);

    if (rest.len == 0)
        return TRUE;
    if (type == GX_BLOCK_HEADING || has_end_mark (rest) || rest.len > LONGEST_REST)
        return FALSE;
    if (is_separator (c) || begins_with_label (rest))
        return TRUE;
    if (c == '-' || (c >= 0x2010 && c <= 0x2015) || c == '~' || c == 0x81F3 || c == 0x5230) /* 至到: to another date */
        return FALSE;
    if (begins_with (rest, "于") || begins_with (rest, "於"))
        return rest.len <= LONGEST_NAME;
    name = gx_spacing_trim (text);
    if (rest.data == text.data) /* 2019年2月27日会谈 */
        return begins_with (rest, "讯") || begins_with (rest, "訊") || begins_with (rest, "电") || begins_with (rest, "電");
    return (is_labelled || has_time || type == GX_BLOCK_BYLINE) ? TRUE : name.len <= LONGEST_NAME;
}

static gboolean
is_alphabetic (gunichar c)
{
    return c < 0x80 ? g_ascii_isalpha ((gchar)c) : c < 0x500 && g_unichar_isalpha (c);
}

/* Whether c begins a year in Han characters: 一二三四五六七八九十〇零, and 民明大昭平令 of eras. */
static gboolean
begins_han_year (gunichar c)
{
    static const gunichar first[] = { 0x3007, 0x4E00, 0x4E03, 0x4E09, 0x4E5D, 0x4E8C, 0x4E94, 0x4EE4, 0x516B,
                                      0x516D, 0x5341, 0x56DB, 0x5927, 0x5E73, 0x660E, 0x662D, 0x6C11, 0x96F6 };
    gboolean found = FALSE;

    for (guint i = 0; i < G_N_ELEMENTS (first); i++)
        found |= first[i] == c;
    return found;
}

static gboolean
may_begin_date (GxStr text, gsize at, gunichar c, gunichar before)
{
    if (c < 0x80 ? g_ascii_isdigit ((gchar)c)
                 : (c < 0x3400 || c > 0x9FFF) && g_unichar_isdigit (c)) /* not in the middle of 02/05/2019, which doesn't tell the month */
        return !g_unichar_isdigit (before) && !is_alphabetic (before) && !(before && before < 0x80 && strchr ("/.-", (int)before));
    if (is_alphabetic (c))
        return !is_alphabetic (before) && gx_date_may_be_month (text.data + at, text.len - at);
    return c >= 0x3007 && begins_han_year (c);
}

/* The first date in text as exact as a month that begins no later than `latest` bytes and in its first sentence, and where it lies; NULL
 * when there is none. */
static char *
find_date (GxStr text, gsize latest, gsize *start, gsize *end)
{
    gunichar c = 0, before;

    if (!gx_date_has_year (text))
        return NULL;
    for (gsize at = 0; at < text.len && at <= latest && !is_end_mark (c); at += char_len (text, at)) {
        g_autofree char *date = NULL;
        gsize n;

        before = c;
        c = gx_char_at (text.data + at);
        if (!may_begin_date (text, at, c, before))
            continue;
        date = gx_date_read (skip (text, at), &n);
        if (!date || strlen (date) == strlen ("2019"))
            continue;
        *start = at;
        *end = at + n;
        return g_steal_pointer (&date);
    }
    return NULL;
}

char *
gx_dateline_parse (GxStr line, GxBlockType type)
{
    GxStr text = gx_spacing_trim (line), prefix;
    g_autofree char *date = NULL;
    gsize start, end;

    if (text.len > LONGEST_LINE + LONGEST_PAIR)
        return NULL;
    text = without_brackets (text);
    if (text.len == 0 || text.len > LONGEST_LINE)
        return NULL;
    date = find_date (text, LONGEST_PREFIX + strlen ("中華"), &start, &end);
    if (!date || g_strstr_len (text.data, (gssize)text.len, "://"))
        return NULL;
    prefix = (GxStr){ text.data, start };
    if (gx_str_has_suffix (prefix, "中華") || gx_str_has_suffix (prefix, "中华")) /* 中華民國 */
        prefix.len -= strlen ("中華");
    if (!is_prefix (prefix, type) || !is_suffix (skip (text, end), start > 0 && begins_with_label (prefix), type))
        return NULL;
    return g_steal_pointer (&date);
}

/* Whether the place before the date of an English report is in capitals: BEIJING, WASHINGTON (AP). */
static gboolean
is_in_capitals (GxStr text)
{
    guint n = 0;

    for (gsize at = 0; at < text.len; at++) {
        if (g_ascii_islower (text.data[at]) || g_ascii_isdigit (text.data[at]))
            return FALSE;
        n += g_ascii_isupper (text.data[at]) ? 1 : 0;
    }
    return n >= 2;
}

char *
gx_dateline_of_report (GxStr paragraph)
{
    GxStr text = gx_spacing_trim (paragraph), rest;
    g_autofree char *date = NULL;
    gsize start, end;
    gunichar c;

    if (text.len > LONGEST_REPORT)
        text.len = (gsize)(g_utf8_find_prev_char (text.data, text.data + LONGEST_REPORT) - text.data);
    date = find_date (text, text.len, &start, &end);
    if (!date)
        return NULL;
    rest = gx_spacing_trim (skip (text, end));
    c = char_at (rest, 0);
    if (begins_with (rest, "电") || begins_with (rest, "電") || begins_with (rest, "讯") || begins_with (rest, "訊") ||
        begins_with (rest, "专电") || begins_with (rest, "專電"))
        return g_steal_pointer (&date);
    if ((c == '(' || c == '-' || c == 0x2013 || c == 0x2014) && is_in_capitals ((GxStr){ text.data, start }))
        return g_steal_pointer (&date);
    return NULL;
}
