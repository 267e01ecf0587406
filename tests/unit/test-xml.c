/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-xml.c - TEI and other vocabularies: what is a block, what is inline, what the document says of itself. */
#include "clean-sample.h"

typedef struct {
    const char *xml, *blocks;
} Case;

static void
check (const Case *cases, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        g_autoptr (GxDocument) document = sample_read_checked ("a.xml", cases[i].xml, strlen (cases[i].xml));
        g_autofree char *blocks = sample_blocks (document);

        if (strcmp (blocks, cases[i].blocks) != 0)
            g_error ("%s\ngives\n%s\ninstead of\n%s", cases[i].xml, blocks, cases[i].blocks);
    }
}

static void
test_tei (void)
{
    static const Case cases[] = {
        { "<TEI><text><p>甲<choice><orig>乙</orig><reg>丙</reg><reg>丁</reg></choice></p></text></TEI>", "paragraph: 甲丙" },
        { "<TEI><text><p><choice><abbr>U.S.</abbr><expan>United States</expan></choice></p></text></TEI>", "paragraph: United States" },
        { "<TEI><text><p>甲<app><rdg>乙</rdg><rdg>丙</rdg></app></p></text></TEI>", "paragraph: 甲乙" },
        { "<TEI><text><p>甲<gap><desc>缺</desc></gap><supplied>乙</supplied><unclear>丙</unclear><subst><del>丁</del><add>戊</add></"
          "subst></p></text></TEI>",
          "paragraph: 甲乙丙戊" },
        { "<TEI><text><p>名单：<list><item>甲</item><item><p>乙</p></item></list>完</p></text></TEI>",
          "paragraph: 名单：\nlist-item: 甲\nlist-item: 乙\nparagraph: 完" },
        { "<TEI><text><p>甲<note>注<p>二</p></note>乙<ref type='noteAnchor'>1</ref><ref>丙</ref></p></text></TEI>",
          "paragraph: 甲乙丙\nnote: 注\nnote: 二" },
        { "<TEI><text><div><head>题<note>注</note></head><quote>引文</quote><p>见<title>书</title></p></div></text></TEI>",
          "heading: 题\nnote: 注\nparagraph: 引文\nparagraph: 见书" },
        { "<TEI><text><p>the<lb/>king<pb/> of <hi>Chi</hi>na</p></text></TEI>", "paragraph: the king of China" },
        { "<TEI><text><p><ruby><rb>東</rb><rt>とう</rt></ruby>京&lt;&#21271;</p></text></TEI>", "paragraph: 東京<北" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_other (void)
{
    static const Case cases[] = {
        { "<r><t>一</t><t>二</t></r>", "paragraph: 一\nparagraph: 二" },
        { "<r>一<t>二</t>三</r>", "paragraph: 一二三" },
        { "<r><a>甲</a><a>乙</a></r>", "paragraph: 甲乙" },
        { "<r><t>会<n>甲</n>谈</t><t><n>乙</n>说<m>丙</m></t><t><m>丁</m></t></r>", "paragraph: 会甲谈\nparagraph: 乙说丙\nparagraph: 丁" },
        { "<r><n>2019-02-27</n><n>12,5</n><t>文</t></r>", "furniture: 2019-02-27\nfurniture: 12,5\nparagraph: 文" },
        { "<r><p>甲<footnote><para>注</para></footnote>乙</p><note><para>提示</para></note></r>",
          "paragraph: 甲乙\nnote: 注\nparagraph: 提示" },
        { "<r><p>甲<br/><br/>乙<sup>[1]</sup>丙</p></r>", "paragraph: 甲\nparagraph: 乙丙" },
        { "<r><![CDATA[a<b>&amp;]]></r>", "paragraph: a<b>&amp;" },
        { "<r><table><title>表</title><row><entry>甲</entry></row></table></r>", "caption: 表\ncell: 甲" },
        { "<nitf><head><title>题</title></head><body><hedline><hl1>会谈</hl1></hedline><byline>李文</byline><p>文。</p></body></nitf>",
          "heading: 会谈\nbyline: 李文\nparagraph: 文。" },
        { "<feed><title>源</title><entry><title>题</title><summary>文 &lt; 字。</summary><id>x</id></entry></feed>",
          "heading: 源\nheading: 题\nparagraph: 文 < 字。" },
        { "<?xml version='1.0'?><html><body><p>页中的一段话。</p></body></html>", "paragraph: 页中的一段话。" },
        { "<r><p>开着<i>的", "paragraph: 开着的" },
        { "<r></x></y><p>一</q></p></r></r>二", "paragraph: 一" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_fields (void)
{
    static const char xml[] = "<article><info><title>题</title><author>甲</author><author>乙</author><pubdate>2019-02-27</pubdate>"
                              "<publishername>社</publishername></info><para>文中<author>丙</author>说。</para></article>";
    g_autoptr (GxDocument) document = sample_read_checked ("a.xml", xml, strlen (xml));
    g_autofree char *blocks = sample_blocks (document);

    g_assert_cmpstr (blocks, ==, "paragraph: 文中丙说。");
    g_assert_cmpstr (gx_document_title (document), ==, "题");
    g_assert_cmpstr (gx_document_author (document), ==, "甲, 乙");
    g_assert_cmpstr (gx_document_date (document), ==, "2019-02-27");
    g_assert_cmpint (gx_document_date_origin (document), ==, GX_DATE_METADATA);
    g_assert_cmpstr (gx_document_site (document), ==, "社");
}

/* Entities of the document's own stay what they are, however many times they would grow. */
static void
test_entities (void)
{
    static const Case cases[] = {
        { "<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]><r>&c;&amp;</r>", "paragraph: &c;&" },
        { "<!DOCTYPE r SYSTEM 'file:///etc/passwd' [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY % y SYSTEM 'http://x'> "
          "%y;]><r>甲&x;</r>",
          "paragraph: 甲&x;" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_empty (void)
{
    g_autoptr (GError) error = NULL;
    static const char xml[] = "<r a='b'><!-- 甲 --><s/></r>";
    g_autoptr (GxSource) source = gx_source_new ("a.xml", xml, strlen (xml), NULL, &error);
    g_assert_no_error (error);
    GxDocument *document = gx_document_read (source, &error);

    g_assert_null (document);
    g_assert_error (error, GX_ERROR, GX_ERROR_EMPTY);
    g_assert_cmpstr (error->message, ==, "a.xml: no text between the tags of this XML");
}

/* What opens 10^5 times, and what closes as often without having been opened, costs no more than its bytes. */
static void
test_deep (void)
{
    static const char *const openings[] = { "<TEI><text>|<note>", "<r>|<footnote><p>",       "<r>|<x>",
                                            "<r>|</y>",           "<TEI><text>|<choice><p>", "<r>|&",
                                            "<r>|<![CDATA[" };

    for (gsize i = 0; i < G_N_ELEMENTS (openings); i++) {
        g_auto (GStrv) pieces = g_strsplit (openings[i], "|", 2);
        g_autoptr (GString) xml = g_string_new (pieces[0]);
        gint64 start = g_get_monotonic_time ();

        for (guint j = 0; j < 100000; j++)
            g_string_append (xml, pieces[1]);
        g_string_append (xml, "底");
        g_autoptr (GxDocument) document = sample_read ("a.xml", xml->str, xml->len);
        g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/xml/tei", test_tei);
    g_test_add_func ("/xml/other", test_other);
    g_test_add_func ("/xml/fields", test_fields);
    g_test_add_func ("/xml/entities", test_entities);
    g_test_add_func ("/xml/empty", test_empty);
    g_test_add_func ("/xml/deep", test_deep);
    return g_test_run ();
}
