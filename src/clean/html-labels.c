/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-labels.c - lines that are put together from a few words and nothing else: what stands on buttons, and over lists of articles. */
#include "html-lines.h"

#define MAX_BUTTONS  160 /* bytes of a row of buttons */
#define MAX_HEADLINE 60  /* bytes of a line over a list */

/* What a reader does with a page. */
static const char *const actions[] = {
    "分享",
    "分享到",
    "分享至",
    "转发",
    "轉發",
    "转载",
    "收藏",
    "点赞",
    "點讚",
    "点个赞",
    "有用",
    "没用",
    "沒用",
    "有帮助",
    "打印",
    "列印",
    "打印本页",
    "关闭",
    "关闭窗口",
    "复制链接",
    "複製連結",
    "回复",
    "回覆",
    "举报",
    "檢舉",
    "返回列表",
    "返回",
    "加载更多",
    "查看更多",
    "展开全文",
    "展开",
    "收起",
    "阅读原文",
    "写评论",
    "写留言",
    "发表评论",
    "条评论",
    "条回复",
    "添加评论",
    "写回答",
    "邀请回答",
    "好问题",
    "关注问题",
    "关注者",
    "被浏览",
    "人赞同了该回答",
    "赞同",
    "感谢",
    "在看",
    "赞",
    "踩",
    "请继续往下阅读",
    "請繼續往下閱讀",
    "字体大小",
    "字号",
    "字號",
    "大中小",
    "设为首页",
    "加入收藏",
    "收藏本站",
    "广告",
    "廣告",
    "広告",
    "광고",
    "只看该作者",
    "上一条",
    "下一条",
    "纠错",
    "我要纠错",
    "扫一扫",
    "シェア",
    "シェアする",
    "ツイート",
    "ブックマーク",
    "保存",
    "印刷",
    "コメント",
    "공유",
    "공유하기",
    "인쇄",
    "스크랩",
    "추천",
    "공감",
    "좋아요",
    "댓글",
    "share",
    "tweet",
    "retweet",
    "pin it",
    "print",
    "follow",
    "listen",
    "like",
    "save",
    "reply",
    "bookmark",
    "copy link",
    "leave a comment",
    "add a comment",
    "advertisement",
    "sponsored",
    "share this article",
    "share article",
    "open in app",
    "sign up",
    "sign in",
    "log in",
    "subscribe",
    "load more",
    "show more",
    "read more",
    "min read",
    "view comments",
    "email this",
    "send email",
    "give feedback",
    "continue reading the main story",
};

/* What only counts beside such a word. */
static const char *const services[] = {
    "微信",    "微博",     "新浪微博", "腾讯微博", "qq空间",   "qq",       "朋友圈",  "人人网",    "豆瓣",   "评论",      "評論",
    "阅读",    "人气",     "浏览",     "次",       "人",       "小",       "中",      "大",        "万",     "来自",      "facebook",
    "twitter", "x",        "linkedin", "whatsapp", "telegram", "line",     "reddit",  "email",     "e-mail", "messenger", "pinterest",
    "wechat",  "weibo",    "tumblr",   "mail",     "メール",   "comments", "comment", "on",        "to",     "via",       "list",
    "共有",    "카카오톡", "페이스북", "트위터",   "likes",    "views",    "shares",  "followers",
};

/* Which articles a list shows, and what it calls them. */
static const char *const picks[] = {
    "相关", "相關",     "更多",       "推荐",   "推薦",   "热门",   "熱門", "最新", "最近",   "近期",   "精彩", "延伸", "扩展",
    "往期", "猜你喜欢", "您可能",     "你可能", "也喜欢", "感兴趣", "热点", "熱點", "头条",   "排行",   "编辑", "小编", "同类",
    "其他", "其它",     "大家都在看", "今日",   "本周",   "点击",   "精选", "精選", "同专题", "本栏目", "为您", "为你",
};
static const char *const contents[] = {
    "新闻", "新聞", "文章", "阅读", "閱讀", "报道", "報導", "報道", "内容", "內容", "链接", "連結", "稿件", "专题", "專題", "视频", "影片",
    "图片", "图集", "榜",   "回顾", "解读", "资讯", "話題", "话题", "的",   "与",   "此",   "信息", "消息", "文件", "问题", "主题",
};

/* Bytes of the longest of list that line begins with, ASCII letters in any case and whole words; 0: none. */
static gsize
longest (GxStr line, const char *const *list, gsize n)
{
    gsize best = 0;

    for (gsize i = 0; i < n; i++) {
        gsize len = strlen (list[i]);

        if (len <= best || len > line.len || (line.data[0] | 0x20) != (list[i][0] | 0x20) ||
            g_ascii_strncasecmp (line.data, list[i], len) != 0)
            continue;
        if (g_ascii_isalpha (line.data[len - 1]) && len < line.len && g_ascii_isalpha (line.data[len]))
            continue;
        best = len;
    }
    return best;
}

/* Bytes of a character that says nothing: a digit, a blank, a mark; 0 when it is a letter. */
static gsize
mark_len (GxStr line)
{
    gunichar c = g_utf8_get_char (line.data);

    return g_unichar_isalpha (c) ? 0 : (gsize)(g_utf8_next_char (line.data) - line.data);
}

/* The words of both lists that make up all of line; n_first, those of the first. FALSE when there is anything else in it. */
static gboolean
is_made_of (GxStr line, const char *const *first, gsize n, const char *const *second, gsize m, guint *n_first, guint *n_second)
{
    *n_first = *n_second = 0;
    while (line.len > 0) {
        gsize a = longest (line, first, n), b = longest (line, second, m), len = MAX (a, b);

        if (len == 0)
            len = mark_len (line);
        else if (a >= b)
            (*n_first)++;
        else
            (*n_second)++;
        if (len == 0)
            return FALSE;
        line = (GxStr){ line.data + len, line.len - len };
    }
    return TRUE;
}

GxButtons
gx_line_buttons (GxStr line)
{
    guint n_actions, n_services;

    if (line.len > MAX_BUTTONS ||
        !is_made_of (line, actions, G_N_ELEMENTS (actions), services, G_N_ELEMENTS (services), &n_actions, &n_services))
        return GX_BUTTONS_NONE;
    return n_actions > 0 ? GX_BUTTONS_SURE : GX_BUTTONS_PERHAPS;
}

gboolean
gx_line_heads_list (GxStr line)
{
    guint n_picks, n_contents;

    return line.len > 0 && line.len <= MAX_HEADLINE &&
           is_made_of (line, picks, G_N_ELEMENTS (picks), contents, G_N_ELEMENTS (contents), &n_picks, &n_contents) && n_picks > 0 &&
           n_picks + n_contents > 1;
}
