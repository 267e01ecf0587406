/* SPDX-License-Identifier: GPL-3.0-or-later
 * date.h - the usual ways of writing a date. */
#pragma once

#include <guanxi/str.h>

/** The first date in text as `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (as exact as it is written), or NULL when it starts with none; g_free().
 *  A label in front (`发布时间：`, `Mon,`) and a time behind don't matter. Understands 2019-02-27, 2019/2/27, 2019.2.27, 20190227,
 *  2019年2月27日, 二〇一九年二月二十七日, 2019년 2월 27일, 27 February 2019, Feb 27th, 2019, 27.2.2019, and 2/27/2019 where only one
 * reading is a date (else only the year is taken). Years 1000 to 2999. O(bytes). */
char *gx_date_parse (GxStr text);
