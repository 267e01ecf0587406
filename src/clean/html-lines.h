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
/** Whether the line asks to follow or forward, or forbids to: 微信搜索“…”, 扫描二维码, 转载请注明. Only told behind the text. */
gboolean gx_line_is_appeal (GxStr line);
/** Whether the line names author, editor, source or date and nothing else: 来源：…, 责任编辑：…, By Someone, 2019-02-27 08:00. */
gboolean gx_line_is_byline (GxStr line);
/** Whether the line is a picture's caption or credit. */
gboolean gx_line_is_caption (GxStr line);
/** Whether there is an end of a sentence in text. */
gboolean gx_line_has_stop (GxStr text);
