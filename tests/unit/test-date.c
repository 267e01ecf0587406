/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-date.c - ways of writing a date. */
#include "date.h"

typedef struct {
    const char *text, *date; /* NULL: none */
} Case;

static void
check (const Case *cases, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        g_autofree char *date = gx_date_parse (gx_str (cases[i].text));

        if (g_strcmp0 (date, cases[i].date) != 0)
            g_error ("%s: %s instead of %s", cases[i].text, date ? date : "nothing", cases[i].date ? cases[i].date : "nothing");
    }
}

static void
test_year_first (void)
{
    static const Case cases[] = {
        { "2019-02-27", "2019-02-27" },
        { "2019/2/27", "2019-02-27" },
        { "2019.2.27", "2019-02-27" },
        { "20190227", "2019-02-27" },
        { "2019-02-27T08:30:00+08:00", "2019-02-27" },
        { "2019-02-27 08:30", "2019-02-27" },
        { "20190227T0830", "2019-02-27" },
        { "2019-2", "2019-02" },
        { "2019", "2019" },
        { "2019 12:30", "2019" },
        { "2019-02 12:30", "2019-02" },
        { " 2019-02-27 ", "2019-02-27" },
        { "2018-19", "2018" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_east_asian (void)
{
    static const Case cases[] = {
        { "2019年2月27日", "2019-02-27" },
        { "2019 年 2 月 27 日 星期三 08:30", "2019-02-27" },
        { "２０１９年２月２７日", "2019-02-27" },
        { "二〇一九年二月二十七日", "2019-02-27" },
        { "二○一九年十二月三十一日", "2019-12-31" },
        { "二零一九年十月十日", "2019-10-10" },
        { "2019年2月", "2019-02" },
        { "2019年", "2019" },
        { "发布时间：2019-02-27 08:30", "2019-02-27" },
        { "星期三, 27/02/2019 - 11:54", "2019-02-27" },
        { "2019년 2월 27일", "2019-02-27" },
        { "2019年2月27日至28日", "2019-02-27" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_english (void)
{
    static const Case cases[] = {
        { "27 February 2019", "2019-02-27" },    { "Wed, 27 Feb 2019 08:30:00 GMT", "2019-02-27" },
        { "Feb. 27, 2019", "2019-02-27" },       { "Wed Feb 27 08:30:00 2019", "2019-02-27" },
        { "February 27th, 2019", "2019-02-27" }, { "Published on Sept 3rd, 2019", "2019-09-03" },
        { "February 2019", "2019-02" },          { "1st May 2019", "2019-05-01" },
        { "27-Feb-2019", "2019-02-27" },         { "2019 Feb 27", "2019-02-27" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_day_or_month_first (void)
{
    static const Case cases[] = {
        { "27.2.2019", "2019-02-27" }, { "3.2.2019", "2019-02-03" },   { "2/27/2019", "2019-02-27" },
        { "27/2/2019", "2019-02-27" }, { "02/02/2019", "2019-02-02" }, { "3/2/2019", "2019" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_none (void)
{
    static const Case cases[] = {
        { "", NULL },
        { " ", NULL },
        { "昨天", NULL },
        { "2019-02-30", NULL },
        { "2019年13月1日", NULL },
        { "20191301", NULL },
        { "29 February 2019", NULL },
        { "2020-02-29", "2020-02-29" },
        { "1900-02-29", NULL },
        { "0001-01-01", NULL },
        { "9999", NULL },
        { "12", NULL },
        { "第12期", NULL },
        { "31/31/2019", NULL },
        { "123456789012345", NULL },
        { "十", NULL },
        { "March", NULL },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_long (void)
{
    g_autofree char *letters = g_strnfill (100000, 'x'), *digits = g_strnfill (100000, '1');

    g_assert_null (gx_date_parse (gx_str (letters)));
    g_assert_null (gx_date_parse (gx_str (digits)));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/date/year-first", test_year_first);
    g_test_add_func ("/date/east-asian", test_east_asian);
    g_test_add_func ("/date/english", test_english);
    g_test_add_func ("/date/day-or-month-first", test_day_or_month_first);
    g_test_add_func ("/date/none", test_none);
    g_test_add_func ("/date/long", test_long);
    return g_test_run ();
}
