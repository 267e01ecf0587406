/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-pdf.c - PDFs: pages, layout, fields, and what can't be read. */
#include "clean-sample.h"
#include "sample-pdf.h"

static GxSource *
read_pdf (const SampleLine *lines, const char *info)
{
    g_autoptr (GString) pdf = sample_pdf (lines, info);
    g_autoptr (GError) error = NULL;
    GxSource *source = gx_source_new ("sample.pdf", pdf->str, pdf->len, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpint (gx_source_kind (source), ==, GX_KIND_PDF);
    return source;
}

static void
expect (const SampleLine *lines, const char *expected)
{
    g_autoptr (GxSource) source = read_pdf (lines, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (GxDocument) document = gx_document_read (source, &error);
    g_autofree char *blocks = NULL;

    g_assert_no_error (error);
    sample_check (document, gx_source_text (source));
    blocks = sample_blocks (document);
    g_assert_cmpstr (blocks, ==, expected);
}

/* Two pages of ten characters a line, with a head, notes in small print, raised marks. */
static const SampleLine report[] = {
    { 1, 60, 770, 9, "边界问题研究" },
    { 1, 60, 720, 18, "两国会谈的经过" },
    { 1, 84, 680, 12, "两国外长星期三在首都举行了会谈，双方就边界问题交换了" },
    { 1, 60, 664, 12, "意见，并同意在明年春天再次见面。" },
    { 1, 252, 669, 7, "1" },
    { 1, 257, 664, 12, "会谈持续了大约三个小时，气氛" },
    { 1, 60, 648, 12, "坦率而友好，双方都没有回避存在的分歧和困难之处。2019年一" },
    { 1, 60, 120, 9, "1 李明：《东亚外交史研究》，某某出版社，2015年，第7页。这一" },
    { 1, 60, 106, 9, "条注释没有写完，后面还有" },
    { 1, 300, 60, 9, "- 1 -" },
    { 2, 60, 770, 9, "边界问题研究" },
    { 2, 60, 720, 12, "位发言人会后表示，两国的专家小组还要举行四轮磋商，时间和" },
    { 2, 60, 704, 12, "地点都没有最后确定下来。" },
    { 2, 204, 709, 7, "2" },
    { 2, 60, 120, 9, "一部分在下一页上。" },
    { 2, 60, 106, 9, "2 王华：《边境贸易与地区安全》，第12页。" },
    { 2, 300, 60, 9, "- 2 -" },
    { 0, 0, 0, 0, NULL },
};

static void
test_report (void)
{
    expect (report,
            "furniture: 边界问题研究\n"
            "heading: 两国会谈的经过\n"
            "paragraph: 两国外长星期三在首都举行了会谈，双方就边界问题交换了意见，并同意在明年春天再次见面。会谈持续了大约三个小时，"
            "气氛坦率而友好，双方都没有回避存在的分歧和困难之处。2019年一位发言人会后表示，两国的专家小组还要举行四轮磋商，"
            "时间和地点都没有最后确定下来。\n"
            "note: 1 李明：《东亚外交史研究》，某某出版社，2015年，第7页。这一条注释没有写完，后面还有一部分在下一页上。\n"
            "furniture: - 1 -\n"
            "furniture: 边界问题研究\n"
            "note: 2 王华：《边境贸易与地区安全》，第12页。\n"
            "furniture: - 2 -");
}

static void
test_columns (void)
{
    static const SampleLine lines[] = {
        { 1, 60, 700, 12, "两国外长星期三在首都举行了会谈，双方" },
        { 1, 60, 684, 12, "就边界问题交换了意见，并同意在明年春" },
        { 1, 60, 668, 12, "天再次见面。" },
        { 1, 324, 700, 12, "一位发言人会后表示，两国的专家小组还" },
        { 1, 324, 684, 12, "要举行四轮磋商，时间和地点都没有最后" },
        { 1, 324, 668, 12, "确定下来。" },
        { 0, 0, 0, 0, NULL },
    };

    expect (lines, "paragraph: 两国外长星期三在首都举行了会谈，双方就边界问题交换了意见，并同意在明年春天再次见面。\n"
                   "paragraph: 一位发言人会后表示，两国的专家小组还要举行四轮磋商，时间和地点都没有最后确定下来。");
}

/* Columns whose lines stand side by side, under a title across both: the left one comes first, whatever order the lines are told in. */
static void
test_side_by_side (void)
{
    static const char *const left[] = { "两国外长星期三在首都举行了会谈，双方就", "边界问题交换了意见，并同意在明年春天再",
                                        "次见面。会谈持续了大约三个小时，气氛坦", "率而友好，双方都没有回避存在的分歧和困",
                                        "难之处。一位发言人会后表示，两国的专家", "小组还要举行四轮磋商，时间和地点都没有",
                                        "最后确定下来。反对派议员则批评政府没有" };
    static const char *const right[] = { "事先同议会商量，认为这样的做法不合宪法",
                                         "的规定。总理在议会发表讲话时说，政府不",
                                         "会改变立场，也不会因为选举临近就放弃谈",
                                         "判。邻国的政府始终保持沉默，没有公布任",
                                         "何细节。这使局势变得更加复杂起来，也使",
                                         "前景更难预料。市场随之动荡，民众却并不",
                                         "知情，代价由谁承担仍是问题。" };
    SampleLine lines[2 * G_N_ELEMENTS (left) + 2] = { { 1, 60, 740, 18, "两国会谈的经过" } };
    guint n = 1;

    for (guint i = 0; i < G_N_ELEMENTS (left); i++) {
        lines[n++] = (SampleLine){ 1, 60, 700 - 20.0 * i, 12, left[i] };
        lines[n++] = (SampleLine){ 1, 305, 700 - 20.0 * i, 12, right[i] };
    }
    expect (lines,
            "heading: 两国会谈的经过\n"
            "paragraph: 两国外长星期三在首都举行了会谈，双方就边界问题交换了意见，并同意在明年春天再次见面。会谈持续了大约三个小时，"
            "气氛坦率而友好，双方都没有回避存在的分歧和困难之处。一位发言人会后表示，两国的专家小组还要举行四轮磋商，时间和地点都没有"
            "最后确定下来。反对派议员则批评政府没有事先同议会商量，认为这样的做法不合宪法的规定。总理在议会发表讲话时说，政府不会改变"
            "立场，也不会因为选举临近就放弃谈判。邻国的政府始终保持沉默，没有公布任何细节。这使局势变得更加复杂起来，也使前景更难预料。"
            "市场随之动荡，民众却并不知情，代价由谁承担仍是问题。");
}

/* A note's number that is drawn after its note stands in front of it. */
static void
test_late_mark (void)
{
    static const SampleLine lines[] = {
        { 1, 60, 680, 12, "两国外长星期三在首都举行了会谈，双方就边界问题交换了" },
        { 1, 60, 664, 12, "意见，并同意在明年春天再次见面。" },
        { 1, 252, 669, 7, "1" },
        { 1, 257, 664, 12, "会谈持续了大约三个小时，气氛" },
        { 1, 60, 648, 12, "坦率而友好，双方都没有回避存在的分歧和困难之处。" },
        { 1, 72, 120, 10, "李明：《东亚外交史研究》，某某出版社，2015年，第7页。" },
        { 1, 60, 106, 10, "这条注释有两行。" },
        { 1, 60, 126, 5, "1" },
        { 0, 0, 0, 0, NULL },
    };

    expect (lines, "paragraph: 两国外长星期三在首都举行了会谈，双方就边界问题交换了意见，并同意在明年春天再次见面。会谈持续了大约三个小时，"
                   "气氛坦率而友好，双方都没有回避存在的分歧和困难之处。\n"
                   "note: 1 李明：《东亚外交史研究》，某某出版社，2015年，第7页。这条注释有两行。");
}

static void
test_parts (void)
{
    g_autoptr (GxSource) source = read_pdf (report, "/Title (Talks) /Author (Li Ming) /CreationDate (D:20190227100000Z)");
    GxStr text = gx_source_text (source);
    guint n;
    const GxPart *parts = gx_source_parts (source, &n);

    g_assert_cmpuint (n, ==, 2);
    g_assert_cmpstr (parts[0].name, ==, "page 1");
    g_assert_cmpstr (parts[1].name, ==, "page 2");
    g_assert_cmpint (text.data[parts[0].end], ==, '\f');
    g_assert_cmpuint (parts[1].start, ==, parts[0].end + 1);
    g_assert_cmpuint (parts[1].end, ==, text.len);
    g_assert_cmpstr (gx_source_field (source, GX_SOURCE_TITLE), ==, "Talks");
    g_assert_cmpstr (gx_source_field (source, GX_SOURCE_AUTHOR), ==, "Li Ming");
    g_assert_null (gx_source_field (source, GX_SOURCE_DATE));
}

static void
test_junk_title (void)
{
    g_autoptr (GxSource) word = read_pdf (report, "/Title (Microsoft Word - talks.doc) /Author (Administrator)");
    g_autoptr (GxSource) number = read_pdf (report, "/Title (2019-02)");

    g_assert_null (gx_source_field (word, GX_SOURCE_TITLE));
    g_assert_null (gx_source_field (word, GX_SOURCE_AUTHOR));
    g_assert_null (gx_source_field (number, GX_SOURCE_TITLE));
}

static void
expect_failure (GString *pdf, const GxCorpusOptions *options, const char *message)
{
    g_autoptr (GError) error = NULL;

    g_assert_null (gx_source_new ("a.pdf", pdf->str, pdf->len, options, &error));
    g_assert_nonnull (error);
    g_assert_cmpstr (error->message, ==, message);
}

static void
test_failures (void)
{
    static const SampleLine blank[] = { { 1, 60, 700, 12, " " }, { 0, 0, 0, 0, NULL } };
    const GxCorpusOptions small = { .max_bytes = 100 };
    g_autoptr (GString) empty = sample_pdf (blank, NULL);
    g_autoptr (GString) large = sample_pdf (report, NULL);
    g_autoptr (GString) damaged = g_string_new ("%PDF-1.4\nnothing of it is left\n");

    expect_failure (empty, NULL, "a.pdf: PDF: no text in it: run OCR first");
    expect_failure (large, &small, "a.pdf: larger than 100 bytes");
    expect_failure (damaged, NULL, "a.pdf: PDF: damaged");
}

/* Cut short anywhere, a PDF is read or refused. */
static void
test_cut (void)
{
    g_autoptr (GString) pdf = sample_pdf (report, NULL);

    for (gsize len = 16; len < pdf->len; len += 97) {
        g_autoptr (GError) error = NULL;
        g_autoptr (GxSource) source = gx_source_new ("a.pdf", pdf->str, len, NULL, &error);

        g_assert_true ((source == NULL) == (error != NULL));
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/pdf/report", test_report);
    g_test_add_func ("/pdf/columns", test_columns);
    g_test_add_func ("/pdf/side-by-side", test_side_by_side);
    g_test_add_func ("/pdf/late-mark", test_late_mark);
    g_test_add_func ("/pdf/parts", test_parts);
    g_test_add_func ("/pdf/junk-title", test_junk_title);
    g_test_add_func ("/pdf/failures", test_failures);
    g_test_add_func ("/pdf/cut", test_cut);
    return g_test_run ();
}
