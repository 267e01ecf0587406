/* SPDX-License-Identifier: GPL-3.0-or-later
 * date-name.c - dates in the names of files and folders. */
#include "date.h"

#define FIRST_YEAR 1900 /* an earlier or later year in a name is hardly when the text was written */
#define LAST_YEAR  2039
#define MAX_DEPTH  32 /* folders looked at */

/* A run of digits in a name. */
typedef struct {
    gsize start, len;
    guint value; /* of the first eight digits */
} Run;

typedef struct {
    guint year, month, day; /* 0: not said */
} Date;

static gboolean
is_digit_at (GxStr text, gsize at)
{
    return at < text.len && g_ascii_isdigit (text.data[at]);
}

static Run
read_run (GxStr text, gsize at)
{
    Run run = { at, 0, 0 };

    while (is_digit_at (text, at + run.len)) {
        if (run.len < 8)
            run.value = run.value * 10 + (guint)(text.data[at + run.len] - '0');
        run.len++;
    }
    return run;
}

static gboolean
is_year (guint year)
{
    return year >= FIRST_YEAR && year <= LAST_YEAR;
}

static gboolean
is_possible (Date date)
{
    if (!is_year (date.year) || date.month > 12)
        return FALSE;
    if (date.day == 0)
        return TRUE;
    return date.month > 0 && g_date_valid_dmy ((GDateDay)MIN (date.day, 255), (GDateMonth)date.month, (GDateYear)date.year);
}

/* 20190227, or that with a time behind: 201902271030, 20190227103000. */
static gboolean
read_compact (GxStr text, Run run, Date *date)
{
    gsize end = run.start + run.len;
    gboolean in_word = run.start > 0 && g_ascii_isalpha (text.data[run.start - 1]) && end < text.len && g_ascii_isalpha (text.data[end]);
    const char *time = text.data + run.start + 8;

    if (in_word || (run.len != 8 && run.len != 12 && run.len != 14))
        return FALSE;
    *date = (Date){ run.value / 10000, run.value / 100 % 100, run.value % 100 };
    if (date->month == 0 || date->day == 0 || !is_possible (*date))
        return FALSE;
    if (run.len >= 12 && ((time[0] - '0') * 10 + time[1] - '0' > 23 || time[2] > '5'))
        return FALSE;
    return run.len < 14 || time[4] <= '5';
}

/* 2019-02-27, 2019_2, 2019.02.27, 2019 02 27: the same separator twice. */
static gboolean
read_separated (GxStr text, Run year, Date *date)
{
    gsize at = year.start + 4;
    char separator = at < text.len ? text.data[at] : '\0';
    Run month, day;

    if (separator == '\0' || !strchr ("-_. ", separator))
        return FALSE;
    month = read_run (text, at + 1);
    if (month.len < 1 || month.len > 2 || month.value < 1 || month.value > 12)
        return FALSE;
    *date = (Date){ year.value, month.value, 0 };
    at += 1 + month.len;
    if (at >= text.len || text.data[at] != separator || !is_digit_at (text, at + 1))
        return month.len == 2; /* part-2019-3 is as much the third part */
    day = read_run (text, at + 1);
    if (day.len > 2) /* 2019-02-1234: a number */
        return month.len == 2;
    date->day = day.value;
    return day.value > 0 && is_possible (*date);
}

/* 27-02-2019 and 27.2.2019, when only one reading of it is a date. */
static gboolean
read_day_first (GxStr text, Run day, Date *date)
{
    gsize at = day.start + day.len;
    char separator = at < text.len ? text.data[at] : '\0';
    Run month, year;

    if (day.len > 2 || separator == '\0' || !strchr ("-_.", separator) || (day.start > 0 && g_ascii_isalpha (text.data[day.start - 1])))
        return FALSE;
    month = read_run (text, at + 1);
    at += 1 + month.len;
    if (month.len < 1 || month.len > 2 || at >= text.len || text.data[at] != separator)
        return FALSE;
    year = read_run (text, at + 1);
    if (year.len != 4)
        return FALSE;
    *date = (Date){ year.value, month.value, day.value };
    if (day.value > 12 || separator == '.')
        return month.value > 0 && is_possible (*date);
    *date = (Date){ year.value, day.value, month.value };
    return month.value > 12 && day.value > 0 && is_possible (*date);
}

static Date
date_of_string (const char *text)
{
    Date date = { (guint)g_ascii_strtoull (text, NULL, 10), 0, 0 };

    if (strlen (text) > 4)
        date.month = (guint)g_ascii_strtoull (text + 5, NULL, 10);
    if (strlen (text) > 7)
        date.day = (guint)g_ascii_strtoull (text + 8, NULL, 10);
    return date;
}

/* 2019年2月27日, 2019년 2월. */
static gboolean
read_east_asian (GxStr text, Run year, Date *date)
{
    GxStr rest = { text.data + year.start, text.len - year.start };
    g_autofree char *parsed = NULL;
    gsize at = year.len;

    while (at < rest.len && rest.data[at] == ' ')
        at++;
    if (rest.len - at < 3 || (memcmp (rest.data + at, "年", 3) != 0 && memcmp (rest.data + at, "년", 3) != 0))
        return FALSE;
    parsed = gx_date_parse (rest);
    if (!parsed)
        return FALSE;
    *date = date_of_string (parsed);
    return is_possible (*date) && (date->month > 0 || at + 3 == rest.len); /* 2019年 and more is what the text is about */
}

/* Whether a year stands by itself at the start or end of the name. */
static gboolean
stands_apart (GxStr text, Run year)
{
    gsize end = year.start + year.len;
    gboolean is_first = year.start == 0, is_last = end == text.len;

    if (!is_first && !is_last)
        return FALSE;
    if (is_first && is_last)
        return TRUE;
    if (is_first)
        return strchr ("-_. ", text.data[end]) != NULL && !is_digit_at (text, end + 1);
    return strchr ("-_. ", text.data[year.start - 1]) != NULL && !(year.start > 1 && g_ascii_isdigit (text.data[year.start - 2]));
}

/* Pictures, scans and screenshots are named by when they were taken. */
static gboolean
is_taken (GxStr name)
{
    static const char *const makers[] = { "img",  "dsc",  "pxl",  "vid",  "scan", "screenshot", "screen shot",
                                          "截屏", "截图", "截圖", "扫描", "掃描", "微信图片" };

    for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
        if (name.len >= strlen (makers[i]) && g_ascii_strncasecmp (name.data, makers[i], strlen (makers[i])) == 0)
            return TRUE;
    return FALSE;
}

/* The first date in a name without its ending; a year alone only when there is nothing better. */
static Date
read_name (GxStr text)
{
    Date date = { 0 }, year = { 0 };

    if (is_taken (text))
        return year;
    for (gsize at = 0; at < text.len; at++) {
        Run run;

        if (!is_digit_at (text, at))
            continue;
        run = read_run (text, at);
        if (read_compact (text, run, &date) || read_day_first (text, run, &date))
            return date;
        if (run.len == 4 && is_year (run.value)) {
            if (read_east_asian (text, run, &date) || read_separated (text, run, &date))
                return date;
            if (year.year == 0 && stands_apart (text, run))
                year.year = run.value;
        }
        at += run.len - 1;
    }
    return year;
}

/* The name without its ending, which is short and has a letter: .html. */
static GxStr
without_ending (GxStr name)
{
    gsize dot = name.len;
    gboolean has_letter = FALSE;

    while (dot > 0 && name.len - dot < 6 && g_ascii_isalnum (name.data[dot - 1]))
        has_letter = g_ascii_isalpha (name.data[--dot]) || has_letter;
    if (dot > 1 && has_letter && name.data[dot - 1] == '.')
        name.len = dot - 1;
    return name;
}

/* What a folder's name is when it is only a number of so many digits; 0 when it isn't. */
static guint
number_of (GxStr name, gsize n_digits)
{
    Run run = read_run (name, 0);

    return run.len == n_digits && name.len == n_digits ? run.value : 0;
}

/* The date that begins with folder i of n: 2019/02/27, 2019/0227, 2019-02/27, 201902/27. */
static Date
read_folders (const GxStr *folders, guint i, guint n)
{
    Date date = read_name (without_ending (folders[i]));
    GxStr next = i + 1 < n ? folders[i + 1] : gx_str (""), third = i + 2 < n ? folders[i + 2] : gx_str ("");
    guint month_and_day = number_of (next, 4), year_and_month = number_of (folders[i], 6);

    if (year_and_month > 0)
        date = (Date){ year_and_month / 100, year_and_month % 100, 0 };
    if (date.year > 0 && date.month == 0) {
        if (number_of (folders[i], 4) == 0)
            return (Date){ 0 };
        date.month = month_and_day > 0 ? month_and_day / 100 : number_of (next, 2);
        date.day = date.month == 0 ? 0 : month_and_day > 0 ? month_and_day % 100 : number_of (third, 2);
        if (!is_possible (date))
            date = (Date){ date.year, 0, 0 };
    } else if (date.day == 0)
        date.day = number_of (next, 2);
    if (!is_possible (date))
        date.day = 0;
    return is_possible (date) ? date : (Date){ 0 };
}

/* Whether the last part is the number of a record in a file: news.ndjson/2019. */
static gboolean
is_record (const GxStr *parts, guint n)
{
    Run run = read_run (parts[n - 1], 0);

    return n > 1 && run.len > 0 && run.len == parts[n - 1].len && without_ending (parts[n - 2]).len < parts[n - 2].len;
}

char *
gx_date_from_name (const char *name)
{
    GxStr parts[MAX_DEPTH];
    guint n = 0;
    Date date, folder = { 0 };

    for (const char *end = name + strlen (name); n < MAX_DEPTH; n++) { /* the last part first */
        const char *start = end;

        while (start > name && start[-1] != '/')
            start--;
        parts[n] = (GxStr){ start, (gsize)(end - start) };
        if (start == name) {
            n++;
            break;
        }
        end = start - 1;
    }
    for (guint i = 0; i < n / 2; i++) {
        GxStr part = parts[i];

        parts[i] = parts[n - 1 - i];
        parts[n - 1 - i] = part;
    }
    date = is_record (parts, n) ? folder : read_name (without_ending (parts[n - 1]));
    for (guint i = n - 1; i-- > 0 && folder.year == 0;)
        folder = read_folders (parts, i, n - 1);
    if (date.month == 0 && folder.year > 0)
        date = folder;
    if (date.year == 0)
        return NULL;
    if (date.month == 0)
        return g_strdup_printf ("%04u", date.year);
    return date.day > 0 ? g_strdup_printf ("%04u-%02u-%02u", date.year, date.month, date.day)
                        : g_strdup_printf ("%04u-%02u", date.year, date.month);
}
