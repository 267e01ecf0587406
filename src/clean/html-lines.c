/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-lines.c - the words of furniture, compared at the start of a line. */
#include "html-lines.h"

#include "word-list.h"

#define MAX_OPENER    60  /* bytes */
#define MAX_FURNITURE 160 /* bytes */
#define MAX_APPEAL    300 /* bytes */

/* Lines that are nothing else. */
static const char *const opener_words[] = {
    "参见",
    "参看",
    "參見",
    "外部链接",
    "外部連結",
    "see also",
    "external links",
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
static const char *const start_words[] = {
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
    "欢迎点击",
    "[欢迎点击",
    "［欢迎点击",
    "点击上方",
    "點擊上方",
    "点击下方",
    "点击蓝字",
    "点击关注",
    "您需要登录",
    "登录后",
    "请登录后",
    "發表回覆",
    "powered by ",
    "proudly powered",
    "有料会員",
    "残り：",
    "log in to ",
    "您需要启用",
    "请启用",
    "请开启",
    "you need to enable ",
    "please enable ",
    "our standards:",
    "you must be logged in",
};

/* What stands in the foot of a page. */
static const char *const foot_words[] = {
    "本刊地址",
    "联系电话",
    "电话：",
    "ICP备",
    "ICP证",
    "ICP備",
    "icp备",
    "公网安备",
    "网站标识码",
    "版权所有",
    "版權所有",
    "All Rights Reserved",
    "All rights reserved",
};

/* What asks the reader for something. */
static const char *const appeal_words[] = {
    "微信搜索",
    "微信扫",
    "微信掃",
    "公众号：",
    "扫码",
    "掃碼",
    "扫一扫",
    "掃一掃",
    "扫描二维码",
    "掃描二維碼",
    "扫描下方",
    "长按二维码",
    "长按识别",
    "长按上方",
    "长按下方",
    "欢迎关注",
    "歡迎關注",
    "关注我们",
    "關注我們",
    "点击阅读原文",
    "下载客户端",
    "下载app",
    "打开app",
    "本文版权",
    "订阅我们",
    "訂閱我們",
    "if you liked",
    "if you enjoyed",
    "subscribe",
    "sign up",
    "follow us",
    "follow me",
    "download the app",
    "join our",
    "support us",
    "无断转载",
    "무단",
    "点个",
    "點個",
    "▶",
    "a version of this article ",
    "點我",
    "you have ",
    "長按",
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

gboolean
gx_line_opens_furniture (GxStr line)
{
    static GxWordList openers = GX_WORD_LIST (opener_words, GX_WORDS_ANY_CASE);

    line = trim (line);
    return line.len > 0 && line.len <= MAX_OPENER && (gx_word_list_has (&openers, line) || gx_line_heads_list (line));
}

gboolean
gx_line_is_furniture (GxStr line)
{
    static GxWordList starts = GX_WORD_LIST (start_words, GX_WORDS_ANY_CASE);

    return line.len <= MAX_FURNITURE && gx_word_list_begins (&starts, line) > 0;
}

gboolean
gx_line_is_foot (GxStr line)
{
    static GxWordList feet = GX_WORD_LIST (foot_words, GX_WORDS_EXACT);

    return line.len <= MAX_APPEAL && gx_word_list_holds (&feet, line);
}

gboolean
gx_line_is_appeal (GxStr line)
{
    static const char *const words[] = {
        "微信搜索",         "关注公众号", "關注公眾號", "扫描二维码", "掃描二維碼", "长按识别",      "转载请",        "轉載請",
        "不得转载",         "不得轉載",   "禁止转载",   "谢绝转载",   "下载APP",    "下載APP",       "下载客户端",    "阅读全文请",
        "付费阅读",         "登录后阅读", "無断転載",   "无断転載",   "文字／全文", "subscribe now", "free articles", "lready a subscriber",
        "to read the full "
    };
    static GxWordList anywhere = GX_WORD_LIST (words, GX_WORDS_EXACT), appeals = GX_WORD_LIST (appeal_words, GX_WORDS_ANY_CASE);

    return line.len <= MAX_APPEAL &&
           (gx_word_list_begins (&appeals, line) > 0 || gx_word_list_holds (&anywhere, line) || gx_line_is_furniture (line));
}
