/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-dates.c - dates of names and of datelines, and which of them counts. */
#include "clean-sample.h"
#include "date.h"

#include <stdio.h>

typedef struct {
    const char *text, *date; /* NULL: none */
} Case;

static void
expect (const char *text, const char *date, const char *expected)
{
    if (g_strcmp0 (date, expected) != 0) {
        fprintf (stderr, "%s: %s instead of %s\n", text, date ? date : "nothing", expected ? expected : "nothing");
        g_test_fail ();
    }
}

static void
test_names (void)
{
    static const Case cases[] = {
        { "2019-02-27-title.md", "2019-02-27" },
        { "0059-2018-04-07.md", "2018-04-07" },
        { "20190227_x.txt", "2019-02-27" },
        { "t20190227_4711.html", "2019-02-27" },
        { "2019_02_27", "2019-02-27" },
        { "2019.02.27.txt", "2019-02-27" },
        { "news-2019-02.html", "2019-02" },
        { "2019年2月27日.txt", "2019-02-27" },
        { "会谈 2019年2月.txt", "2019-02" },
        { "2019년 2월 27일.txt", "2019-02-27" },
        { "27.02.2019 talks.txt", "2019-02-27" },
        { "2019/02/27/x.html", "2019-02-27" },
        { "site/2019/02/x.html", "2019-02" },
        { "site/2019-02/27/c_12.htm", "2019-02-27" },
        { "site/n1/2019/0227/c12-34.html", "2019-02-27" },
        { "site/201902/27/x.html", "2019-02-27" },
        { "2019/x.html", "2019" },
        { "2019/02/27/report-2019.html", "2019-02-27" },
        { "report-2019.pdf", "2019" },
        { "2019.txt", "2019" },
        { "20190227103000.html", "2019-02-27" },
        { "news-2019-02-27.ndjson/2018", "2019-02-27" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *date = gx_date_from_name (cases[i].text);

        expect (cases[i].text, date, cases[i].date);
    }
}

static void
test_names_without (void)
{
    static const char *const names[] = {
        "report-2050-outlook.txt",
        "12345678.txt",
        "IMG_20190227123000.txt",
        "Screenshot 2019-02-27.txt",
        "a20190227b.txt",
        "20190230.txt",
        "2019-13-01.txt",
        "2018-19.txt",
        "201902271.txt",
        "-",
        "2019年中美关系.txt",
        "003_bf50770e0f7e.txt",
        "1551234567.txt",
        "x.ndjson/2019",
        "3-02-27.txt",
        "",
        "a/b/c.txt",
        "v1.2.2019.1.txt",
    };

    for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
        g_autofree char *date = gx_date_from_name (names[i]);

        expect (names[i], date, NULL);
    }
}

static void
test_lines (void)
{
    static const Case cases[] = {
        { "2021 年 4 月", "2021-04" },
        { "二〇一九年二月二十七日", "2019-02-27" },
        { "民國108年2月27日", "2019-02-27" },
        { "中華民國一〇八年二月二十七日", "2019-02-27" },
        { "平成31年2月27日", "2019-02-27" },
        { "令和元年五月一日", "2019-05-01" },
        { "2019년 2월 27일", "2019-02-27" },
        { "Feb. 27, 2019", "2019-02-27" },
        { "27 février 2019", "2019-02-27" },
        { "27. Februar 2019", "2019-02-27" },
        { "27 de febrero de 2019", "2019-02-27" },
        { "27 февраля 2019 г.", "2019-02-27" },
        { "（2019年2月27日）", "2019-02-27" },
        { "发布时间：2019-02-27 10:30 来源：某网", "2019-02-27" },
        { "2019-02-27 10:30:00", "2019-02-27" },
        { "2019-02-27T10:30:00+08:00", "2019-02-27" },
        { "2019年2月27日 星期三", "2019-02-27" },
        { "2019年2月27日于北京", "2019-02-27" },
        { "北京，2019年2月27日", "2019-02-27" },
        { "张某 2019年2月27日", "2019-02-27" },
        { "某网 | 2019-02-27 | 张某", "2019-02-27" },
        { "Published on February 27, 2019", "2019-02-27" },
        { "Updated: 27 Feb 2019, 10:30 am", "2019-02-27" },
        { "Date: Wed, 27 Feb 2019 10:30:00 +0800", "2019-02-27" },
        { "Sent: Wednesday, February 27, 2019 10:30 AM", "2019-02-27" },
        { "Date: by 27 Feb 2019", NULL },
        { "등록 2019.02.27 10:30", "2019-02-27" },
        { "2019年2月27日会谈", NULL },
        { "会谈于2019年2月27日举行。", NULL },
        { "2019年2月27日至3月1日", NULL },
        { "2019-2020", NULL },
        { "2019", NULL },
        { "2019年2月30日", NULL },
        { "19年2月27日", NULL },
        { "02/05/2019 - 11:54", NULL },
        { "Published since September 1843", NULL },
        { "http://example.org/2019/02/27/x.html", NULL },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *date = gx_dateline_parse (gx_str (cases[i].text), GX_BLOCK_PARAGRAPH);

        expect (cases[i].text, date, cases[i].date);
    }
}

static void
test_reports (void)
{
    static const Case cases[] = {
        { "（新华社北京2019年2月27日电）两国领导人会谈。", "2019-02-27" },
        { "某社河内2019年2月27日电（记者张某）两国领导人会谈。", "2019-02-27" },
        { "某报讯 2019年2月27日，两国领导人会谈。", NULL },
        { "某社北京2月27日电 两国领导人会谈。", NULL },
        { "BEIJING, Feb. 27, 2019 (Xinhua) -- They met.", "2019-02-27" },
        { "BEIJING, Feb. 27 (Xinhua) -- They met in 2019.", NULL },
        { "On Feb. 27, 2019 (a Wednesday) they met.", NULL },
        { "会谈结束。他说2019年2月27日电力不足。", NULL },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *date = gx_dateline_of_report (gx_str (cases[i].text));

        expect (cases[i].text, date, cases[i].date);
    }
}

static void
check (const char *name, const char *text, const char *date, GxDateOrigin origin)
{
    g_autoptr (GxDocument) document = sample_read (name, text, strlen (text));

    expect (text, gx_document_date (document), date);
    g_assert_cmpint (gx_document_date_origin (document), ==, origin);
}

static void
test_documents (void)
{
    check ("2019-02-27-x.md", "---\ndate: 2018-06-12\n---\n\n正文。\n", "2018-06-12", GX_DATE_METADATA);
    check ("2019-02-27-x.md", "# 标题\n\n2018年6月12日\n\n正文。\n", "2019-02-27", GX_DATE_NAME);
    check ("x.md", "# 标题\n\n2018年6月12日\n\n正文。\n", "2018-06-12", GX_DATE_DATELINE);
    check ("x.html", "<h1>标题</h1><p>发布时间：2018-06-12 10:30</p><p>正文。</p>", "2018-06-12", GX_DATE_DATELINE);
    check ("x.md", "# 标题\n\n正文一。\n\n正文二。\n\n2018年6月12日于平壤\n", "2018-06-12", GX_DATE_DATELINE);
    check ("x.md", "# 标题\n\n2018年6月12日\n\n正文。\n\n2019年2月27日\n", "2018-06-12", GX_DATE_DATELINE);
    check ("x.md", "# 标题\n\n2018年6月12日，双方会晤。\n", NULL, GX_DATE_NONE);
    check ("x.md", "# 2018年6月12日\n\n甲。\n\n# 2019年2月27日\n\n乙。\n\n# 2019年6月30日\n\n丙。\n", NULL, GX_DATE_NONE);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/dates/names", test_names);
    g_test_add_func ("/dates/names-without", test_names_without);
    g_test_add_func ("/dates/lines", test_lines);
    g_test_add_func ("/dates/reports", test_reports);
    g_test_add_func ("/dates/documents", test_documents);
    return g_test_run ();
}
