/* SPDX-License-Identifier: GPL-3.0-or-later
 * date.h - the usual ways of writing a date. */
#pragma once

#include <guanxi/document.h>

/** The first date in text as `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (as exact as it is written), or NULL when it starts with none; g_free().
 *  A label in front (`发布时间：`, `Mon,`) and a time behind don't matter. Understands 2019-02-27, 2019/2/27, 2019.2.27, 20190227,
 *  2019年2月27日, 二〇一九年二月二十七日, 民國108年2月27日, 平成31年2月27日, 2019년 2월 27일, 27 February 2019, Feb 27th, 2019, 27 février
 * 2019, 27 de febrero de 2019, 27.2.2019, and 2/27/2019 where only one reading is a date (else only the year is taken). Years 1000 to 2999;
 *  years of two digits are none. O(bytes). */
char *gx_date_parse (GxStr text);
/** The date that text begins with, in the same forms, or NULL; g_free(). N_bytes receives the bytes of it. O(1). */
char *gx_date_read (GxStr text, gsize *n_bytes);

/** Whether there may be a year: four digits in a row or an era, and a digit of ASCII or the word for year. Most lines have none. O(bytes).
 */
gboolean gx_date_has_year (GxStr text);

/** The date that a document's name tells, in the same forms, or NULL; g_free(). The last part of the path says it (2019-02-27-….md,
 * t20190227_1.html, news-2019-02.html, 2019年2月27日.txt, 20190227123000.html), else its folders (2019/02/27/, 2019-02/27/, 2019/0227/); a
 * year alone only at the start or end of a name, or as a folder. Years 1900 to 2039; nothing from longer numbers or from what cameras,
 * scanners and screenshots are called, whose dates aren't the text's. O(bytes). */
char *gx_date_from_name (const char *name);

/** The date of a dateline, as exact as a month at least, or NULL; g_free(). It is a line that is nothing but a date, with its label, time,
 * day of the week, place or source (发布时间：2019-02-27 10:30 来源：…, 2019年2月27日于北京); of a heading, nothing but a date with its
 * label. O(bytes). */
char *gx_dateline_parse (GxStr line, GxBlockType type);
/** The date of the agency's line that a report begins with, or NULL; g_free(). 新华社北京2019年2月27日电, BEIJING, Feb. 27, 2019 (Xinhua).
 * O(1). */
char *gx_dateline_of_report (GxStr paragraph);
