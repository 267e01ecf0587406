/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-lines.c - lists of words, compared at the start of a line. */
#include "html-lines.h"

#include "date.h"
#include "plain-kinds.h"

#define MAX_OPENER    60  /* bytes */
#define MAX_FURNITURE 160 /* bytes */
#define MAX_CAPTION   360 /* bytes: gx_plain_is_caption() takes no more */
#define MAX_APPEAL    300 /* bytes */
#define MAX_BYLINE    160 /* bytes */

/* Lines that are nothing else. */
static const char *const openers[] = {
    "相关",
    "相关文章",
    "相关阅读",
    "相关新闻",
    "相关报道",
    "相关链接",
    "相关推荐",
    "相关内容",
    "相關",
    "相關文章",
    "相關閱讀",
    "相關新聞",
    "相關報導",
    "相關連結",
    "延伸阅读",
    "延伸閱讀",
    "扩展阅读",
    "推荐阅读",
    "推薦閱讀",
    "推荐文章",
    "阅读更多",
    "閱讀更多",
    "更多阅读",
    "更多文章",
    "更多内容",
    "您可能感兴趣",
    "你可能感兴趣",
    "您可能也喜欢",
    "你可能也喜欢",
    "猜你喜欢",
    "热门文章",
    "熱門文章",
    "热门新闻",
    "热门推荐",
    "最新文章",
    "最新新闻",
    "最近文章",
    "近期文章",
    "精彩推荐",
    "编辑推荐",
    "大家都在看",
    "网友评论",
    "发表评论",
    "发表回复",
    "發表評論",
    "發佈留言",
    "發表迴響",
    "您可能感兴趣的文章",
    "你可能感兴趣的文章",
    "共享此文章",
    "分享此文章",
    "分享本文",
    "分享这篇文章",
    "分享此文",
    "分享到",
    "分享至",
    "赞过",
    "标签",
    "標籤",
    "文章标签",
    "关键词标签",
    "分类",
    "文章导航",
    "導覽列",
    "关注我们",
    "友情链接",
    "站内搜索",
    "网站导航",
    "关于我们",
    "联系我们",
    "related",
    "related articles",
    "related posts",
    "related stories",
    "related news",
    "related content",
    "related topics",
    "related links",
    "read more",
    "read next",
    "more stories",
    "more from",
    "more news",
    "you may also like",
    "you might also like",
    "recommended",
    "recommended for you",
    "recommended reading",
    "most read",
    "most popular",
    "most viewed",
    "trending",
    "trending now",
    "latest news",
    "latest stories",
    "latest posts",
    "recent posts",
    "popular posts",
    "editors' picks",
    "comments",
    "leave a reply",
    "leave a comment",
    "post a comment",
    "share this",
    "share this:",
    "share this article",
    "share this story",
    "share",
    "share on",
    "follow us",
    "subscribe",
    "newsletter",
    "tags",
    "tagged",
    "tagged with",
    "filed under",
    "categories",
    "post navigation",
    "like this",
    "sign up",
    "advertisement",
    "sponsored",
    "관련기사",
    "관련 기사",
    "많이 본 뉴스",
    "인기기사",
    "関連記事",
    "関連リンク",
    "おすすめ記事",
    "人気記事",
    "ランキング",
    "最新記事",
    "タグ",
};

/* What only furniture begins with. */
static const char *const starts[] = {
    "上一篇",
    "下一篇",
    "上一页",
    "下一页",
    "上一頁",
    "下一頁",
    "上一章",
    "下一章",
    "返回首页",
    "返回顶部",
    "回到顶部",
    "回到首页",
    "分享到",
    "分享至",
    "点击分享",
    "點擊分享",
    "点击以在",
    "点此分享",
    "標籤：",
    "标签：",
    "标签:",
    "阅读全文",
    "当前位置：",
    "您的位置：",
    "您现在的位置",
    "您所在的位置",
    "previous post",
    "next post",
    "previous article",
    "next article",
    "previous:",
    "next:",
    "← ",
    "« ",
    "‹ ",
    "older posts",
    "newer posts",
    "tags:",
    "tagged:",
    "tagged in",
    "filed under",
    "categories:",
    "posted in ",
    "share on ",
    "share via ",
    "click to share",
    "tweet this",
    "back to top",
    "skip to ",
    "continue reading",
    "继续阅读",
    "繼續閱讀",
    "jump to ",
    "copyright ©",
    "copyright (c)",
    "© ",
    "©",
    "all rights reserved",
    "版权所有",
    "版權所有",
    "we use cookies",
    "this site uses cookies",
    "本网站使用",
    "sign up for ",
    "subscribe to ",
    "follow us ",
    "京icp备",
    "沪icp备",
    "粤icp备",
};

/* What asks the reader for something. */
static const char *const appeals[] = {
    "微信搜索",         "微信扫",     "微信掃",       "公众号：",       "扫码",       "掃碼",     "扫一扫",    "掃一掃",
    "扫描二维码",       "掃描二維碼", "扫描下方",     "长按二维码",     "长按识别",   "长按上方", "长按下方",  "欢迎关注",
    "歡迎關注",         "关注我们",   "關注我們",     "点击阅读原文",   "下载客户端", "下载app",  "打开app",   "本文版权",
    "订阅我们",         "訂閱我們",   "if you liked", "if you enjoyed", "subscribe",  "sign up",  "follow us", "follow me",
    "download the app", "join our",   "support us",   "无断转载",       "무단",
};

/* Who did what: with a colon, bar or slash behind it the line names somebody. */
static const char *const labels[] = {
    "作者",   "本文作者", "来源",      "來源",    "文章来源",     "责任编辑", "責任編輯", "责编",     "責編",     "编辑", "編輯", "编译",
    "編譯",   "翻译",     "翻譯",      "译者",    "譯者",         "校对",     "校對",     "采写",     "採寫",     "采访", "撰文", "撰稿",
    "撰稿人", "特约撰稿", "文",        "文字",    "发布时间",     "發布時間", "发布日期", "發布日期", "发表时间", "发布", "日期", "时间",
    "時間",   "出处",     "稿源",      "记者",    "記者",         "特约记者", "供稿",     "審校",     "审校",     "策划", "监制", "author",
    "editor", "source",   "published", "updated", "last updated", "posted",   "by",       "text",
};

/* What such a line begins with else. */
static const char *const byline_starts[] = {
    "published on ", "posted on ", "posted by ", "written by ", "last updated ", "updated on ", "by ",
    "发表于",        "發表於",     "原载",       "기자 ",       "입력 ",         "文責",
};

static GxStr
trim (GxStr line)
{
    static const char *const ends[] = { "：", ":", "…", " ", "\xe3\x80\x80", "»", "›", "▼", "↓" };
    gboolean again = TRUE;

    while (again) {
        again = FALSE;
        for (gsize i = 0; i < G_N_ELEMENTS (ends); i++) {
            gsize len = strlen (ends[i]);

            if (line.len >= len && memcmp (line.data + line.len - len, ends[i], len) == 0) {
                line.len -= len;
                again = TRUE;
            }
        }
    }
    return line;
}

/* Bytes of prefix when line begins with it, ASCII letters (small in prefix) in any case; 0 when it doesn't. */
static gsize
prefix_len (GxStr line, const char *prefix)
{
    gsize i = 0;

    for (; prefix[i]; i++)
        if (i == line.len || (line.data[i] != prefix[i] && (!g_ascii_isupper (line.data[i]) || (line.data[i] | 0x20) != prefix[i])))
            return 0;
    return i;
}

/* Whether line begins with one of list. */
static gboolean
begins (GxStr line, const char *const *list, gsize n)
{
    for (gsize i = 0; i < n; i++)
        if (prefix_len (line, list[i]) > 0)
            return TRUE;
    return FALSE;
}

/* Whether line is a label, a separator, and something behind it. */
static gboolean
is_labelled (GxStr line)
{
    static const char *const separators[] = { "：", ":", "|", "｜", "︱", "丨", "/", "／" };

    for (gsize i = 0; i < G_N_ELEMENTS (labels); i++) {
        gsize len = prefix_len (line, labels[i]);

        if (len == 0)
            continue;
        while (len < line.len && line.data[len] == ' ')
            len++;
        for (gsize k = 0; k < G_N_ELEMENTS (separators); k++)
            if (line.len - len >= strlen (separators[k]) && memcmp (line.data + len, separators[k], strlen (separators[k])) == 0)
                return TRUE;
    }
    return FALSE;
}

/* Whether one of list stands anywhere in line. */
static gboolean
holds (GxStr line, const char *const *list, gsize n)
{
    for (gsize i = 0; i < n; i++)
        if (g_strstr_len (line.data, (gssize)line.len, list[i]))
            return TRUE;
    return FALSE;
}

gboolean
gx_line_opens_furniture (GxStr line)
{
    line = trim (line);
    if (line.len == 0 || line.len > MAX_OPENER)
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (openers); i++)
        if (prefix_len (line, openers[i]) == line.len)
            return TRUE;
    return FALSE;
}

gboolean
gx_line_is_furniture (GxStr line)
{
    return line.len <= MAX_FURNITURE && begins (line, starts, G_N_ELEMENTS (starts));
}

gboolean
gx_line_is_appeal (GxStr line)
{
    static const char *const anywhere[] = { "微信搜索", "关注公众号", "關注公眾號", "扫描二维码", "掃描二維碼", "长按识别",
                                            "转载请",   "轉載請",     "不得转载",   "不得轉載",   "禁止转载",   "谢绝转载" };

    return line.len <= MAX_APPEAL && (begins (line, appeals, G_N_ELEMENTS (appeals)) || holds (line, anywhere, G_N_ELEMENTS (anywhere)) ||
                                      gx_line_is_furniture (line));
}

/* A date with a source or author behind it. */
static gboolean
is_dated (GxStr line)
{
    static const char *const marks[] = { "来源：", "来源:", "來源：", "来源｜", "作者：", "作者:", "编辑：", "编辑:", "編輯：", "记者：" };
    g_autofree char *date = g_ascii_isdigit (*line.data) && holds (line, marks, G_N_ELEMENTS (marks)) ? gx_date_parse (line) : NULL;

    return date != NULL;
}

gboolean
gx_line_is_byline (GxStr line)
{
    static const char *const brackets[] = { "（", "(", "[", "【", "［" };

    if (line.len > MAX_BYLINE || gx_line_has_stop (line))
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (brackets); i++)
        if (line.len > strlen (brackets[i]) && memcmp (line.data, brackets[i], strlen (brackets[i])) == 0)
            return is_labelled ((GxStr){ line.data + strlen (brackets[i]), line.len - strlen (brackets[i]) });
    return is_labelled (line) || begins (line, byline_starts, G_N_ELEMENTS (byline_starts)) || gx_plain_is_date (line) || is_dated (line);
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
    return line.len >= 3 && line.len <= MAX_CAPTION && may_be_caption (line) && gx_plain_is_caption (line);
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
        if ((c == '.' || c == '!' || c == '?') && p - text.data > 3 && g_ascii_islower (p[-1]) &&
            (end - p == 1 || p[1] == ' ' || p[1] == '"'))
            return TRUE;
        if (c == ';' && end - p > 1 && p[1] == ' ')
            return TRUE;
    }
    return FALSE;
}
