/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-mark.h - what a footnote mark looks like.
 *
 * Threads    pure. */
#pragma once

#include <glib.h>

/** Whether characters, white space left out, are a footnote mark: [1], 【注2】, [citation needed], *, †, ①; a number in round brackets or
 * none, and the arrow back to the text, only in a link. */
gboolean gx_mark_is_one (const gunichar *chars, gsize n, gboolean is_linked);
