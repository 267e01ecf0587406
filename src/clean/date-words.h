/* SPDX-License-Identifier: GPL-3.0-or-later
 * date-words.h - the words of dates: months in European languages, years of East Asian eras.
 *
 * Units      characters.
 * Threads    pure. */
#pragma once

#include <glib.h>

/** The month (1 to 12) whose name text begins with, whole or, for English or before a full stop, cut to three letters or more; 0 when it is
 * none. Read receives the characters of the name. */
guint gx_date_month (const gunichar *text, gsize len, gsize *read);

/** Whether the first letters of this UTF-8 text let it begin with a month; most words of English are told from months by them. */
gboolean gx_date_may_be_month (const char *text, gsize len);

/** The year that year 0 of the era would be (民國 1911, 平成 1988), when text begins with one; 0 when it doesn't. Read receives the
 * characters of the era's name. */
guint gx_date_era (const gunichar *text, gsize len, gsize *read);

/** The value of a digit, of ASCII, full width or Han (〇一二 …, not 十); -1 when it is none. */
gint gx_date_digit (gunichar c);
