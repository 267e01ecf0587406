/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-lines.h - the words by which a line of a page is told to be furniture, or to name who wrote it.
 *
 * Threads    pure. */
#pragma once

#include <guanxi/str.h>

/** Whether the line stands over furniture and says no more: 相关文章, Related articles, 标签：. */
gboolean gx_line_opens_furniture (GxStr line);
/** Whether the line begins as only furniture does: 上一篇：…, 分享到…, Copyright ©. */
gboolean gx_line_is_furniture (GxStr line);
/** Whether the line holds what only a page's foot says: a registration, whose rights are reserved. */
gboolean gx_line_is_foot (GxStr line);
/** Whether the line asks to follow or forward, or forbids to: 微信搜索“…”, 扫描二维码, 转载请注明. Only told behind the text. */
gboolean gx_line_is_appeal (GxStr line);
/** Whether the line names author, editor, source or date and nothing else: 来源：…, 责任编辑：…, By Someone, 2019-02-27 08:00. */
gboolean gx_line_is_byline (GxStr line);
/** Whether the line begins with such a word and a colon or the like behind it; how it goes on is not looked at. */
gboolean gx_line_is_labelled (GxStr line);
/** Whether the line is a picture's caption or credit. */
gboolean gx_line_is_caption (GxStr line);
/** Whether a line is made of the words of buttons, of numbers and marks. */
typedef enum {
    GX_BUTTONS_NONE,
    GX_BUTTONS_PERHAPS, /**< names of services, numbers, marks: only beside others */
    GX_BUTTONS_SURE     /**< 分享, 打印 关闭, 赞同 532 收藏, Share · Print */
} GxButtons;
GxButtons gx_line_buttons (GxStr line);
/** Whether a line is made of the words that stand over lists of articles: 往期推荐, 更多相关内容. */
gboolean gx_line_heads_list (GxStr line);
/** Whether there is an end of a sentence in text. */
gboolean gx_line_has_stop (GxStr text);
/** Whether next, the text of a page behind a <br>, goes on with the line of `len` bytes in front of it: with a mark that begins no line,
 * or, behind the letter `last`, with a small letter or a word for which that line had no room. O(len). */
gboolean gx_line_goes_on (gsize len, gunichar last, GxStr next);
