/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-wikitext.c - pages of MediaWiki: what a reader of the page would see. */
#include "clean-sample.h"

typedef struct {
    const char *wiki, *blocks;
} Case;

static GxSource *
page (const char *wiki, gsize len)
{
    const GxCorpusOptions options = { .kind = GX_KIND_WIKITEXT };
    g_autoptr (GError) error = NULL;
    GxSource *source = gx_source_new ("页", wiki, len, &options, &error);

    g_assert_no_error (error);
    return source;
}

static void
check (const Case *cases, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        g_autoptr (GError) error = NULL;
        g_autoptr (GxSource) source = page (cases[i].wiki, strlen (cases[i].wiki));
        g_autoptr (GxDocument) document = gx_document_read (source, &error);
        g_autofree char *blocks = NULL;

        g_assert_no_error (error);
        sample_check (document, gx_source_text (source));
        blocks = sample_blocks (document);
        if (strcmp (blocks, cases[i].blocks) != 0)
            g_error ("%s\ngives\n%s\ninstead of\n%s", cases[i].wiki, blocks, cases[i].blocks);
    }
}

static void
test_lines (void)
{
    static const Case cases[] = {
        { "一\n二\n\n三", "paragraph: 一二\nparagraph: 三" },
        { "Kim\nJong\r\n\r\nUn", "paragraph: Kim Jong\nparagraph: Un" },
        { "== 题 == <!-- x -->\n文\n=== 节=== \n=\n==\n= x", "heading: 题\nparagraph: 文\nheading: 节\nparagraph: = == = x" },
        { "*甲\n** 乙\n#丙\n;词\n:丁\n文", "list-item: 甲\nlist-item: 乙\nlist-item: 丙\nlist-item: 词\nparagraph: 丁\nparagraph: 文" },
        { "甲\n----\n乙__TOC__丙__不是", "paragraph: 甲\nparagraph: 乙丙__不是" },
        { "'''王'''''五'''''的'''' 书's", "paragraph: 王五的' 书's" },
        { "{|class=x\n|+ 表\n!a=b|甲!!乙\n|-\n|丙||x|丁\n戊\n|}\n己",
          "caption: 表\ncell: 甲\ncell: 乙\ncell: 丙\ncell: 丁戊\nparagraph: 己" },
        { ":{|\n|甲\n{|\n|乙\n|}\n|丙\n|}", "cell: 甲\ncell: 乙\ncell: 丙" },
        { "甲|}乙||丙!!丁", "paragraph: 甲|}乙||丙!!丁" },
        { "<div>甲</div><p>乙<br/>丙</p><table><tr><td>丁</td></tr></table>a < b <ref",
          "paragraph: 甲\nparagraph: 乙 丙\ncell: 丁\nparagraph: a < b <ref" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_links (void)
{
    static const Case cases[] = {
        { "[[甲]]和[[甲|乙]]和[[:Category:丙]]和[[甲|]]", "paragraph: 甲和乙和Category:丙和甲" },
        { "文[[Category:甲]][[分类:乙|丙]][[en:X]][[zh-yue:Y]]完", "paragraph: 文完" },
        { "[[wikt:x|词]][[File:a.jpg|thumb|[[甲]]的图|替代=x]]典", "paragraph: 词典\ncaption: 甲的图" },
        { "[[File:a.jpg]][[Image:b.png|200px|right]]文", "paragraph: 文" },
        { "见[http://x.org/a 报道][http://x.org][mailto:a@b 信][x]", "paragraph: 见报道信[x]" },
        { "[[甲 乙\n丙]] [[甲", "paragraph: [[甲乙丙]] [[甲" },
        { "甲<gallery>\na.jpg|图[[一]]\nFile:b.jpg|thumb|图二\nc.jpg\n</gallery>乙", "paragraph: 甲\ncaption: 图二\nparagraph: 乙" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_templates (void)
{
    static const Case cases[] = {
        { "甲{{lang|en|X}}乙{{nowrap|丙}}{{nowrap|1=丁}}{{PAGENAME}}", "paragraph: 甲X乙丙丁" },
        { "由{{link-en|甲国|A-land}}、{{tsl|en|B-land|乙国}}、{{ill|丙|en|C}}{{sfn|Li|2010}}{{rp|3}}", "paragraph: 由甲国、乙国、丙" },
        { "The minister {{ill|Wang|zh|王五}} spoke at length about fish and other matters of state.",
          "paragraph: The minister Wang spoke at length about fish and other matters of state." },
        { "{{Infobox\n|a={{b|c}}\n}}\n{{stub}}\n文", "paragraph: 文" },
        { "{{quote|他说：“好。”|王}}\n{{cquote|text=我们愿意。|a=b}}\n{{main|甲}}", "paragraph: 他说：“好。”\nparagraph: 我们愿意。" },
        { "甲{{efn|注一}}乙{{{参|}}}丙{{#if:x|y}}丁", "paragraph: 甲乙丙丁\nnote: 注一" },
        { "甲{{x|[[乙|丙]]{{y|丁}}}}戊", "paragraph: 甲丙丁戊" },
        { "甲{{x|乙", "paragraph: 甲{{x|乙" },
        { "甲}}乙]]丙}-", "paragraph: 甲}}乙]]丙}-" },
        { "* {{flag|甲国}}\n{|\n| {{flag|乙国}}\n|}", "list-item: 甲国\ncell: 乙国" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_notes (void)
{
    static const Case cases[] = {
        { "甲<ref name=a>注[[一]]</ref>乙<ref name=a/>丙<ref>二\n\n三</ref>", "paragraph: 甲乙丙\nnote: 注一\nnote: 二\nnote: 三" },
        { "文<references><ref name=b>注</ref></references>", "paragraph: 文\nnote: 注" },
        { "甲<!-- 乙 -->丙<nowiki>'''[[丁]]'''</nowiki><math>x</math>&lt;&nbsp;戊", "paragraph: 甲丙'''[[丁]]'''< 戊" },
        { "甲<math>乙", "paragraph: 甲乙" },
        { "甲<ref>乙", "paragraph: 甲乙" },
        { "甲<sup>[1]</sup>乙<ruby>東<rt>ひ</rt></ruby><!-- 丙", "paragraph: 甲乙東" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_variants (void)
{
    static const Case cases[] = {
        { "-{zh-hans:甲;zh-hant:乙}-", "paragraph: 甲" },
        { "-{zh-tw:乙;zh-cn:甲;}-和-{zh-hk:丙;zh-tw:丁}-", "paragraph: 甲和丙" },
        { "文-{H|zh-cn:甲;zh-tw:乙}--{T|丙}--{-|丁}-", "paragraph: 文" },
        { "-{甲}--{A|zh-hans:乙;zh-hant:丙}--{R|丁}--{zh-hans;zh-hant|戊}-", "paragraph: 甲乙丁戊" },
        { "-{zh-hans:[[甲|乙]];zh-hant:丙}-", "paragraph: 乙" },
        { "a-{b", "paragraph: a-{b" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

/* What opens 10^5 times and never closes costs no more than its bytes. */
static void
test_deep (void)
{
    static const char *const openings[] = { "{{",    "[[", "{{a|",       "[[a|", "-{",     "<ref>", "<math>", "<!--",
                                            "{|\n|", "<a", "[http://x ", "{{{",  "{{a|}}", "''",    "==\n",   "__a" };

    for (gsize i = 0; i < G_N_ELEMENTS (openings); i++) {
        g_autoptr (GString) wiki = g_string_new (NULL);
        gint64 start = g_get_monotonic_time ();

        for (guint j = 0; j < 100000; j++)
            g_string_append (wiki, openings[i]);
        g_string_append (wiki, "底");
        if (i % 2 == 0)
            for (guint j = 0; j < 100000; j++)
                g_string_append (wiki, "}}");
        g_autoptr (GxSource) source = page (wiki->str, wiki->len);
        g_autoptr (GxDocument) document = gx_document_read (source, NULL);
        g_assert_nonnull (document);
        g_test_message ("%s: %" G_GINT64_FORMAT " ms", openings[i], (g_get_monotonic_time () - start) / 1000);
        g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/wikitext/lines", test_lines);
    g_test_add_func ("/wikitext/links", test_links);
    g_test_add_func ("/wikitext/templates", test_templates);
    g_test_add_func ("/wikitext/notes", test_notes);
    g_test_add_func ("/wikitext/variants", test_variants);
    g_test_add_func ("/wikitext/deep", test_deep);
    return g_test_run ();
}
