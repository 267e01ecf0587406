/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-docx.c - Word's paragraphs: what they are, and what of them is text. */
#include "parts-sample.h"

#define P(content) "<w:p>" content "</w:p>"
#define R(content) "<w:r>" content "</w:r>"
#define T(text)    "<w:r><w:t>" text "</w:t></w:r>"

static void
check (const char *body, const char *expected)
{
    g_autofree char *document = g_strconcat ("\xef\xbb\xbf<?xml version='1.0'?><w:document><w:body>", body, "</w:body></w:document>", NULL);

    sample_expect_blocks (sample_parts (GX_KIND_DOCX, "word/document.xml", document, NULL), expected);
}

static void
check_styled (const char *styles, const char *body, const char *expected)
{
    sample_expect_blocks (sample_parts (GX_KIND_DOCX, "word/document.xml", body, "word/styles.xml", styles, NULL), expected);
}

static void
test_runs (void)
{
    check (P (T ("特") T ("朗普") R ("<w:tab/>") T ("中国")), "paragraph: 特朗普 中国");
    check (P (T ("Kim ") T (" Jong") R ("<w:br/>") T ("Un&#x20;&amp;") R ("<w:noBreakHyphen/>") T ("x")), "paragraph: Kim Jong Un &-x");
    check (P (T ("一。") R ("<w:br/><w:br/>") T ("二。")), "paragraph: 一。\nparagraph: 二。");
    check (P (T ("一。") R ("<w:cr/>") T ("　　二。")), "paragraph: 一。\nparagraph: 二。");
    check (P (R ("<w:t><![CDATA[a&b]]></w:t>")), "paragraph: a&b");
    check ("<ns0:p><ns0:r><ns0:t>别名</ns0:t></ns0:r></ns0:p>", "paragraph: 别名");
    check ("文字" P (T ("一") "散") "<w:t>二</w:t>", "paragraph: 一"); /* text outside of runs is none */
}

static void
test_left_out (void)
{
    check (P (R ("<w:rPr><w:vanish w:val='false'/></w:rPr><w:t>见</w:t>") R ("<w:rPr><w:vanish/></w:rPr><w:t>不见</w:t>") T ("面")),
           "paragraph: 见面");
    check (P ("<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>" T ("面")), "paragraph: 面");
    check (P (T ("外") "<w:moveFrom>" T ("长") "</w:moveFrom><w:moveTo>" T ("部") "</w:moveTo><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"),
           "paragraph: 外部");
    check (P ("<w:pPr><w:pStyle w:val='Caption'/><w:pPrChange><w:pPr><w:pStyle w:val='Heading1'/></w:pPr></w:pPrChange></w:pPr>" T ("图")),
           "caption: 图");
    check (P ("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" T ("单击此处") "</w:sdtContent></w:sdt>")
               P ("<w:sdt><w:sdtPr/><w:sdtContent>" T ("已填") "</w:sdtContent></w:sdt>"),
           "paragraph: 已填");
    check (P (T ("图") R ("<w:drawing><a:p><a:r><a:t>x</a:t></a:r></a:p></w:drawing>") T ("画")), "paragraph: 图画");
}

static void
test_marks (void)
{
    static const char raised[] = "<w:rPr><w:vertAlign w:val='superscript'/></w:rPr>";
    g_autofree char *mark = g_strconcat (P (T ("谈判") R ("%s<w:t>［</w:t>") R ("%s<w:t>12］</w:t>") T ("破裂")), NULL);
    g_auto (GStrv) pieces = g_strsplit (mark, "%s", -1);
    g_autofree char *body = g_strjoinv (raised, pieces);

    check (body, "paragraph: 谈判破裂");
    check (P (T ("10") R ("<w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t>") T ("米")), "paragraph: 102米");
    check (P (T ("谈判") R ("<w:footnoteReference w:id='1' w:customMarkFollows='1'/><w:t>甲</w:t>") T ("破裂")), "paragraph: 谈判破裂");
}

static void
test_styles (void)
{
    static const char styles[] =
        "<w:styles><w:style w:type='paragraph' w:styleId='a'><w:name w:val='Heading 2'/></w:style>"
        "<w:style w:styleId='b'><w:name w:val='x'/><w:basedOn w:val='a'/></w:style>"
        "<w:style w:styleId='c'><w:basedOn w:val='c'/></w:style>"
        "<w:style w:styleId='d'><w:name w:val='y'/><w:basedOn w:val='a'/><w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>"
        "<w:style w:styleId='e'><w:name w:val='z'/><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:style>"
        "<w:style w:styleId='f'><w:name w:val='Author'/></w:style><w:style w:styleId='g'><w:name w:val='Author note'/></w:style>"
        "<w:style w:type='character' w:styleId='h'><w:rPr><w:vanish/></w:rPr></w:style></w:styles>";

    check_styled (styles, "<w:document><w:p><w:pPr><w:pStyle w:val='b'/></w:pPr>" T ("题") "</w:p></w:document>", "heading: 题");
    check_styled (styles, "<w:document><w:p><w:pPr><w:pStyle w:val='c'/></w:pPr>" T ("文") "</w:p></w:document>", "paragraph: 文");
    check_styled (styles, "<w:document><w:p><w:pPr><w:pStyle w:val='d'/></w:pPr>" T ("文") "</w:p></w:document>", "paragraph: 文");
    check_styled (styles, "<w:document><w:p><w:pPr><w:pStyle w:val='e'/></w:pPr>" T ("项") "</w:p></w:document>", "list-item: 项");
    check_styled (styles, "<w:document><w:p><w:pPr><w:pStyle w:val='f'/></w:pPr>" T ("甲") "</w:p></w:document>", "byline: 甲");
    check_styled (styles, "<w:document><w:p><w:pPr><w:pStyle w:val='g'/></w:pPr>" T ("文") "</w:p></w:document>", "paragraph: 文");
    check_styled (styles, "<w:document><w:p>" R ("<w:rPr><w:rStyle w:val='h'/></w:rPr><w:t>密</w:t>") T ("文") "</w:p></w:document>",
                  "paragraph: 文");
    check (P ("<w:pPr><w:outlineLvl w:val='0'/></w:pPr>" T ("题")) P ("<w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>" T ("文")),
           "heading: 题\nparagraph: 文");
    check ("<w:tbl><w:tr><w:tc>" P (T ("甲")) P ("<w:pPr><w:pStyle w:val='标题1'/></w:pPr>" T ("乙")) "</w:tc></w:tr></w:tbl>",
           "cell: 甲\nheading: 乙");
}

static void
test_damaged (void)
{
    check ("<w:p><w:r><w:t>开着", "paragraph: 开着");
    check ("</w:x></w:p>" P (T ("一")) "</w:body><w:p>" T ("二"), "paragraph: 一\nparagraph: 二");
    check (P (R ("<w:txbxContent>" P (T ("框"))) T ("外")), "paragraph: 框\nparagraph: 外");
}

/* Deep nesting costs no more than its bytes. */
static void
test_deep (void)
{
    enum { DEPTH = 100000 };
    g_autoptr (GString) body = g_string_new (NULL);

    for (guint i = 0; i < DEPTH; i++)
        g_string_append (body, "<w:p><w:r><w:txbxContent>");
    g_string_append (body, P (T ("底")));
    for (guint i = 0; i < DEPTH; i++)
        g_string_append (body, "</w:x>");
    check (body->str, "paragraph: 底");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/docx/runs", test_runs);
    g_test_add_func ("/docx/left-out", test_left_out);
    g_test_add_func ("/docx/marks", test_marks);
    g_test_add_func ("/docx/styles", test_styles);
    g_test_add_func ("/docx/damaged", test_damaged);
    g_test_add_func ("/docx/deep", test_deep);
    return g_test_run ();
}
