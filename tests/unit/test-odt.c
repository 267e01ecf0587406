/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-odt.c - OpenDocument's paragraphs, and books. */
#include "parts-sample.h"

static void
check (const char *body, const char *expected)
{
    g_autofree char *content =
        g_strconcat ("<office:document-content><office:body>", body, "</office:body></office:document-content>", NULL);

    sample_expect_blocks (sample_parts (GX_KIND_ODT, "content.xml", content, NULL), expected);
}

static void
test_text (void)
{
    check ("<text:p>特<text:span>朗</text:span>\n普<text:s text:c='3'/>x<text:tab/>中<text:line-break/>国</text:p>",
           "paragraph: 特朗普 x 中国");
    check ("散<text:h>题</text:h>文<text:p><text:a>链</text:a><text:bookmark/>接</text:p>", "heading: 题\nparagraph: 链接");
    check ("<text:p>今天<text:title>会谈</text:title><svg:title>x</svg:title><dc:creator>y</dc:creator></text:p>", "paragraph: 今天会谈");
    check ("<text:list><text:list-item><text:h>题</text:h><text:p>项</text:p></text:list-item></text:list><text:p>文</text:p>",
           "heading: 题\nlist-item: 项\nparagraph: 文");
}

static void
test_aside (void)
{
    check ("<text:p>甲<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注一</text:p><text:p>注二</text:p>"
           "</text:note-body></text:note>乙</text:p>",
           "paragraph: 甲乙\nnote: 注一\nnote: 注二");
    check ("<text:p><text:note><text:note-body><text:p>注</text:p></text:note-body></text:note>乙</text:p>", "note: 注\nparagraph: 乙");
    check ("<text:p>甲<draw:custom-shape><text:p>形</text:p></draw:custom-shape>乙</text:p>", "paragraph: 甲乙\nparagraph: 形");
    check ("<text:p>甲<draw:frame><draw:text-box><table:table-cell><text:p>格</text:p></table:table-cell></draw:text-box></draw:frame>乙</"
           "text:p>",
           "paragraph: 甲乙\ncell: 格");
    check ("<text:p>甲<text:note><text:note-body><text:p>外<text:note><text:note-body><text:p>内</text:p></text:note-body></text:note>注",
           "paragraph: 甲\nnote: 外\nnote: 内\nnote: 注");
}

static void
test_styles (void)
{
    static const char styles[] =
        "<office:document-styles><office:styles><style:style style:name='Bild' style:parent-style-name='Caption'/>"
        "</office:styles><office:automatic-styles><style:style style:name='P1' style:parent-style-name='Title'/>"
        "</office:automatic-styles><office:master-styles><text:p>页眉</text:p></office:master-styles></office:document-styles>";
    static const char content[] =
        "<office:document-content><office:automatic-styles><style:style style:name='P1' style:parent-style-name='Bild'/>"
        "</office:automatic-styles><office:body><text:p text:style-name='P1'>图一</text:p></office:body>";

    static const char raised[] =
        "<office:document-content><office:automatic-styles><style:style style:name='T1'><style:text-properties "
        "style:text-position='super 58%'/></style:style><style:style style:name='T2'><style:text-properties style:text-position='sub 58%'/>"
        "</style:style></office:automatic-styles><office:body><text:p>谈判<text:span text:style-name='T1'>[3]</text:span>破裂"
        "<text:span text:style-name='T2'>[4]</text:span>10<text:span text:style-name='T1'>2</text:span></text:p>";

    sample_expect_blocks (sample_parts (GX_KIND_ODT, "content.xml", content, "styles.xml", styles, NULL), "caption: 图一");
    sample_expect_blocks (sample_parts (GX_KIND_ODT, "content.xml", raised, NULL), "paragraph: 谈判破裂[4]102");
}

/* All of it in one file. */
static void
test_flat (void)
{
    sample_expect ("a.xml", "<office:document><office:body><text:h>题</text:h><text:p>文。</text:p></office:body></office:document>",
                   "heading: 题\nparagraph: 文。");
}

static void
test_book (void)
{
    sample_expect_blocks (sample_parts (GX_KIND_EPUB, "a.xhtml", "<html><body><h1>第一章</h1><p>部长到了东湖，会谈开始。</p>", "b.xhtml",
                                        "\xef\xbb\xbf<html><body><p>部长离开了东湖，会谈结束。</p></body></html>", NULL),
                          "heading: 第一章\nparagraph: 部长到了东湖，会谈开始。\nparagraph: 部长离开了东湖，会谈结束。");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/odt/text", test_text);
    g_test_add_func ("/odt/aside", test_aside);
    g_test_add_func ("/odt/styles", test_styles);
    g_test_add_func ("/odt/flat", test_flat);
    g_test_add_func ("/odt/book", test_book);
    return g_test_run ();
}
