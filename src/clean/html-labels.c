/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-labels.c - lines that are put together from a few words and nothing else: what stands on buttons, and over lists of articles. */
#include "html-lines.h"

#define MAX_BUTTONS  160 /* bytes of a row of buttons */
#define MAX_HEADLINE 60  /* bytes of a line over a list */

/* What a reader does with a page. This list and the next ones are sorted: see key_of(). */
static const char *const actions[] = { "add a comment",
                                       "advertisement",
                                       "bookmark",
                                       "continue reading the main story",
                                       "copy link",
                                       "email this",
                                       "follow",
                                       "give feedback",
                                       "leave a comment",
                                       "like",
                                       "listen",
                                       "load more",
                                       "log in",
                                       "min read",
                                       "open in app",
                                       "pin it",
                                       "print",
                                       "read more",
                                       "reply",
                                       "retweet",
                                       "save",
                                       "send email",
                                       "share",
                                       "share article",
                                       "share this article",
                                       "show more",
                                       "sign in",
                                       "sign up",
                                       "sponsored",
                                       "subscribe",
                                       "tweet",
                                       "view comments",
                                       "コメント",
                                       "シェア",
                                       "シェアする",
                                       "ツイート",
                                       "ブックマーク",
                                       "上一条",
                                       "下一条",
                                       "举报",
                                       "人赞同了该回答",
                                       "保存",
                                       "复制链接",
                                       "大中小",
                                       "关注者",
                                       "关注问题",
                                       "关闭",
                                       "关闭窗口",
                                       "好问题",
                                       "写回答",
                                       "写留言",
                                       "写评论",
                                       "分享",
                                       "分享到",
                                       "分享至",
                                       "列印",
                                       "加入收藏",
                                       "加载更多",
                                       "印刷",
                                       "字体大小",
                                       "字号",
                                       "字號",
                                       "发表评论",
                                       "只看该作者",
                                       "展开",
                                       "展开全文",
                                       "广告",
                                       "広告",
                                       "回复",
                                       "回覆",
                                       "廣告",
                                       "在看",
                                       "感谢",
                                       "我要纠错",
                                       "打印",
                                       "打印本页",
                                       "扫一扫",
                                       "檢舉",
                                       "沒用",
                                       "没用",
                                       "收藏",
                                       "收藏本站",
                                       "收起",
                                       "添加评论",
                                       "有帮助",
                                       "有用",
                                       "条回复",
                                       "条评论",
                                       "查看更多",
                                       "点个赞",
                                       "点赞",
                                       "纠错",
                                       "被浏览",
                                       "複製連結",
                                       "請繼續往下閱讀",
                                       "设为首页",
                                       "请继续往下阅读",
                                       "赞",
                                       "赞同",
                                       "踩",
                                       "轉發",
                                       "转发",
                                       "转载",
                                       "返回",
                                       "返回列表",
                                       "邀请回答",
                                       "阅读原文",
                                       "點讚",
                                       "공감",
                                       "공유",
                                       "공유하기",
                                       "광고",
                                       "댓글",
                                       "좋아요",
                                       "스크랩",
                                       "추천",
                                       "인쇄" };

/* What only counts beside such a word. */
static const char *const services[] = { "comment",  "comments", "e-mail",   "email",     "facebook", "followers", "likes", "line",
                                        "linkedin", "list",     "mail",     "messenger", "on",       "pinterest", "qq",    "qq空间",
                                        "reddit",   "shares",   "telegram", "to",        "tumblr",   "twitter",   "via",   "views",
                                        "wechat",   "weibo",    "whatsapp", "x",         "メール",   "万",        "中",    "人",
                                        "人人网",   "人气",     "大",       "共有",      "小",       "微信",      "微博",  "次",
                                        "浏览",     "新浪微博", "朋友圈",   "来自",      "腾讯微博", "評論",      "评论",  "豆瓣",
                                        "阅读",     "카카오톡", "트위터",   "페이스북" };

/* Which articles a list shows, and what it calls them. */
static const char *const picks[] = { "为你",     "为您", "也喜欢", "今日", "你可能", "大家都在看", "头条", "其他", "其它", "同专题",
                                     "同类",     "小编", "延伸",   "往期", "您可能", "感兴趣",     "扩展", "排行", "推荐", "推薦",
                                     "更多",     "最新", "最近",   "本周", "本栏目", "点击",       "热点", "热门", "熱門", "熱點",
                                     "猜你喜欢", "精彩", "精选",   "精選", "相关",   "相關",       "编辑", "近期" };
static const char *const contents[] = { "与",   "专题", "主题", "信息", "報導", "報道", "內容", "内容", "專題", "回顾", "图片",
                                        "图集", "影片", "榜",   "报道", "此",   "文件", "文章", "新聞", "新闻", "消息", "稿件",
                                        "的",   "视频", "解读", "話題", "话题", "资讯", "連結", "链接", "閱讀", "问题", "阅读" };

/* The first two bytes of a word, letters small: what the lists above are sorted by. Of a word of one byte the second counts as 0. */
static guint
key_of (const char *word, gsize len)
{
    return ((guint)(guchar)word[0] | 0x20) << 8 | ((len > 1 ? (guint)(guchar)word[1] : 0) | 0x20);
}

/* Bytes of the longest word of list with this key that line begins with, ASCII letters in any case and whole words; 0: none. */
static gsize
longest_of_key (GxStr line, const char *const *list, gsize n, guint key)
{
    gsize low = 0, high = n, best = 0;

    while (low < high) {
        gsize middle = low + (high - low) / 2;

        if (key_of (list[middle], 2) < key)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < n && key_of (list[low], 2) == key; low++) {
        gsize len = strlen (list[low]);

        if (len <= best || len > line.len || g_ascii_strncasecmp (line.data, list[low], len) != 0)
            continue;
        if (g_ascii_isalpha (line.data[len - 1]) && len < line.len && g_ascii_isalpha (line.data[len]))
            continue;
        best = len;
    }
    return best;
}

static gsize
longest (GxStr line, const char *const *list, gsize n)
{
    gsize best = longest_of_key (line, list, n, key_of (line.data, line.len));

    if (best == 0 && g_ascii_isalpha (*line.data) && line.len > 1)
        best = longest_of_key (line, list, n, key_of (line.data, 1));
    return best;
}

/* Bytes of a character that says nothing: a digit, a blank, a mark; 0 when it is a letter. */
static gsize
mark_len (GxStr line)
{
    gunichar c = g_utf8_get_char (line.data);

    if (c < 0x80)
        return g_ascii_isalpha (*line.data) ? 0 : 1;
    return g_unichar_isalpha (c) ? 0 : (gsize)(g_utf8_next_char (line.data) - line.data);
}

/* The words of both lists that make up all of line; n_first, those of the first. FALSE when there is anything else in it. */
static gboolean
is_made_of (GxStr line, const char *const *first, gsize n, const char *const *second, gsize m, guint *n_first, guint *n_second)
{
    *n_first = *n_second = 0;
    while (line.len > 0) {
        gsize len = mark_len (line);

        if (len == 0) { /* no word begins with a mark */
            gsize a = longest (line, first, n), b = longest (line, second, m);

            len = MAX (a, b);
            if (len == 0)
                return FALSE;
            *(a >= b ? n_first : n_second) += 1;
        }
        line = (GxStr){ line.data + len, line.len - len };
    }
    return TRUE;
}

GxButtons
gx_line_buttons (GxStr line)
{
    guint n_actions, n_services;

    if (line.len == 0 || line.len > MAX_BUTTONS ||
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
