/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-html.c - pages of any state of repair: what is read, as which block, and from which bytes. */
#include "clean-sample.h"

typedef struct {
    const char *html, *blocks;
} Case;

static void
check (const Case *cases, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        g_autoptr (GxDocument) document = sample_read_checked ("a.html", cases[i].html, strlen (cases[i].html));
        g_autofree char *blocks = sample_blocks (document);

        if (strcmp (blocks, cases[i].blocks) != 0)
            g_error ("%s\ngives\n%s\ninstead of\n%s", cases[i].html, blocks, cases[i].blocks);
    }
}

static void
test_blocks (void)
{
    static const Case cases[] = {
        { "<h2>会晤</h2><p>一</p>二<div>三<ul><li>四<li><p>五</p></ul></div>",
          "heading: 会晤\nparagraph: 一\nparagraph: 二\nparagraph: 三\nlist-item: 四\nlist-item: 五" },
        { "<table><caption>表</caption><tr><th>国</th><td><p>美国</p></td></tr></table>", "caption: 表\ncell: 国\ncell: 美国" },
        { "<figure><img alt='x'><figcaption>图片：法新社</figcaption></figure>", "caption: 图片：法新社" },
        { "<blockquote>朝方<span>表</span><b>示</b></blockquote>", "paragraph: 朝方表示" },
        { "<li><h3>甲</h3>乙</li>", "heading: 甲\nlist-item: 乙" },
        { "<p>甲<article>乙<section>丙", "paragraph: 甲\nparagraph: 乙\nparagraph: 丙" },
        { "x", "paragraph: x" },
        { "<p> &nbsp;　</p>", "" },
        { "</html></body>甲</html>乙<html>丙", "paragraph: 甲\nparagraph: 乙丙" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

/* End tags that are left out, that fit nothing, or that would cut across a table. */
static void
test_tree (void)
{
    static const Case cases[] = {
        { "<p class=byline>甲<p>乙。", "byline: 甲\nparagraph: 乙。" },
        { "<ul><li hidden>甲<li>乙<ul><li hidden>丙</ul>丁</ul>", "list-item: 乙\nlist-item: 丁" },
        { "<dl><dt hidden>甲<dd>乙</dl>", "list-item: 乙" },
        { "<table><tr><td hidden>甲<td>乙</div></p>丙<tr><td>丁</table>", "cell: 乙\ncell: 丙\ncell: 丁" },
        { "<div hidden>甲<table><tr><td></div>乙</table>丙</div>丁", "paragraph: 丁" },
        { "<b>甲<p>乙</b>丙</p>丁", "paragraph: 甲\nparagraph: 乙丙\nparagraph: 丁" },
        { "<a hidden>甲<a>乙</a>丙", "paragraph: 乙丙" },
        { "<h2>甲<h3>乙</h2>丙", "heading: 甲\nheading: 乙\nparagraph: 丙" },
        { "<head><title>题</title><p>甲", "paragraph: 甲" },
        { "<head>甲<p>乙", "paragraph: 甲\nparagraph: 乙" },
        { "甲<wbr>乙<img alt=x>丙<hr>丁", "paragraph: 甲乙丙\nparagraph: 丁" },
        { "<my-x hidden>甲</my-y>乙</my-x>丙", "paragraph: 丙" },
        { "<div style='visibility:hidden'>甲<span style='visibility:hidden'>乙</span></div>", "paragraph: 甲" },
        { "<pre>甲\n乙\n\n丙</pre>", "paragraph: 甲乙\nparagraph: 丙" },
        { "<iframe><p>甲</iframe><textarea></p>乙</textarea><xmp><b></xmp>", "paragraph: <b>" },
        { "<div class='nav sidebar'><main>甲</main>乙</div>", "paragraph: 甲\nfurniture: 乙" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

/* Metadata from the surest place. */
static void
test_ranks (void)
{
    static const char html[] =
        "<title>甲</title><meta name=author content=网管><meta name='citation_author' content='乙'><meta name='citation_author' "
        "content='丙'>"
        "<meta property='article:author' content='https://a.example/b'><meta property='og:url' content='https://www.a.example/c'>"
        "<script "
        "type='application/ld+json'>[{\"@type\":[\"NewsArticle\"],\"headline\":\"丁\",\"author\":\"戊\",\"datePublished\":\"2020-02-03\"}]"
        "</script><script type='application/ld+json'>{broken</script><time datetime='2021-01-01' itemprop='dateModified'></time><p>文。";
    g_autoptr (GxDocument) document = sample_read_checked ("a.html", html, strlen (html));

    g_assert_cmpstr (gx_document_title (document), ==, "丁");
    g_assert_cmpstr (gx_document_author (document), ==, "乙, 丙");
    g_assert_cmpstr (gx_document_date (document), ==, "2020-02-03");
    g_assert_cmpstr (gx_document_site (document), ==, "a.example");
}

static void
test_white_space (void)
{
    static const Case cases[] = {
        { "<p>\n  特\n  朗普 <b> 会见</b>\n金正恩</p>", "paragraph: 特朗普会见金正恩" },
        { "<p>Kim\n  Jong <i> Un</i></p>", "paragraph: Kim Jong Un" },
        { "<p>문재인\n대통령</p>", "paragraph: 문재인 대통령" },
        { "<p>中国&nbsp;&nbsp;GDP&nbsp;增长</p>", "paragraph: 中国 GDP 增长" },
        { "<p>特<br>朗普</p>", "paragraph: 特朗普" },
        { "<p>Kim<br/>Jong</p>", "paragraph: Kim Jong" },
        { "<p>一<br><br>二<br> \n<br/>三</p>", "paragraph: 一\nparagraph: 二\nparagraph: 三" },
        { "<p>一。<br>　　二。</p>", "paragraph: 一。\nparagraph: 二。" },
        { "<h1>一<br><br>二</h1>", "heading: 一\nheading: 二" },
        { "<p>The delegation met<br>by the lake.</p>", "paragraph: The delegation met by the lake." },
        { "<p>He met Prime<br>Minister Li.</p>", "paragraph: He met Prime Minister Li." },
        { "<p><a href='/x'>完整版报告</a><br>\n：</p>", "paragraph: 完整版报告：" },
        { "<p>他说：<br>“好”</p>", "paragraph: 他说：“好”" },
        { "<p>a\r\nb\rc\fd</p>", "paragraph: a b c d" },
        { "<p>金\xe2\x80\x8b正恩</p>", "paragraph: 金\xe2\x80\x8b正恩" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_left_out (void)
{
    static const Case cases[] = {
        { "<head><style>a{}</style><script>if (a<b) '</p>'</script></head>甲", "paragraph: 甲" },
        { "<nav>导航<p>甲</nav>乙<noscript>丙</noscript><svg><title>丁</title></svg>", "furniture: 导航\nfurniture: 甲\nparagraph: 乙" },
        { "<form>甲<select><option>乙</select><textarea>丙</textarea><button>丁</button></form>", "paragraph: 甲" },
        { "<p hidden>甲</p><p aria-hidden='TRUE'>乙</p><p style='color:red; display : none'>丙<b>丁</b></p>戊", "paragraph: 戊" },
        { "<ruby>金<rp>(</rp><rt>jīn</rt><rp>)</rp>正</ruby>恩", "paragraph: 金正恩" },
        { "<p>甲<!-- 乙 > --><![CDATA[x]]><?php 丙 ?>丁<!--></p>", "paragraph: 甲丁" },
        { "<!DOCTYPE html [ <!ENTITY x 'y'> ] <p>甲", "paragraph: ] 甲" },
    };

    check (cases, G_N_ELEMENTS (cases) - 2);
}

static void
test_comments (void)
{
    g_autoptr (GxDocument) document = NULL;
    static const char html[] = "<p>甲<!-- 乙 > -->丙<?php 丁 ?>戊<!-- </p>";
    g_autofree char *blocks = NULL;

    document = sample_read_checked ("a.html", html, strlen (html));
    blocks = sample_blocks (document);
    g_assert_true (g_str_has_prefix (blocks, "paragraph: 甲丙戊"));
}

static void
test_furniture (void)
{
    static const Case cases[] = {
        { "<header>本站</header><main><header><h1>题</h1>供稿</header>文</main><aside>旁</aside><footer>版权</footer>",
          "furniture: 本站\nheading: 题\nfurniture: 供稿\nparagraph: 文\nfurniture: 旁\nfurniture: 版权" },
        { "<p><a href='/'>微博</a> | <a href='/'>微信</a></p>", "furniture: 微博 | 微信" },
        { "<p><a href='/'>朝鲜</a>与<a href='/'>美国</a>在河内会晤。</p>", "paragraph: 朝鲜与美国在河内会晤。" },
        { "<p><a href='/'>一篇文章</a></p>", "paragraph: 一篇文章" },
        { "<ul><li><a>甲</a></li><li><a>乙</a><li><a>丙</a><li><a>丁</a></ul><ul><li><a>戊</a><li>己</ul>",
          "furniture: 甲\nfurniture: 乙\nfurniture: 丙\nfurniture: 丁\nfurniture: 戊\nlist-item: 己" },
        { "<ul><li><a>甲</a><li><a>乙</a></ul>", "list-item: 甲\nlist-item: 乙" },
        { "<div role='navigation'>目录</div>", "furniture: 目录" },
        { "<div class='post sharedaddy'>点击分享到微信</div><div class='shared'>共享</div>", "furniture: 点击分享到微信\nparagraph: 共享" },
        { "<body class='sidebar'><p>文</p></body>", "paragraph: 文" },
        { "<div id='comments'><p>沙发</p></div><article class='related'>文</article>", "furniture: 沙发\nparagraph: 文" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_notes (void)
{
    static const Case cases[] = {
        { "<p>美方<sup>[1]</sup>表示<sup><a href='#n2'>2</a></sup>，<a href='#n3'>[注3]</a>朝方<sup>*</sup></p>",
          "paragraph: 美方表示，朝方" },
        { "<p>10<sup>2</sup>公里，1<sup>st</sup></p>", "paragraph: 102公里，1st" },
        { "<p>见<a href='#x'>第三节</a>。</p>", "paragraph: 见第三节。" },
        { "<p>甲<sup>[1]<p>乙", "paragraph: 甲\nparagraph: 乙" },
        { "<section role='doc-endnotes'><ol><li>甲</ol></section><div class='x footnotes'><p>乙</div>", "note: 甲\nnote: 乙" },
    };

    check (cases, 3);
    check (cases + 4, 1);
}

static void
test_references (void)
{
    static const Case cases[] = {
        { "<p>A&amp;B &lt;中&gt; &#x7F8E;&#22269; &eacute;&mdash;", "paragraph: A&B <中> 美国 é—" },
        { "<p>&amp;amp; &bogus; &copy &; & &#; a&b", "paragraph: &amp; &bogus; &copy &; & " },
        { "<p>1 < 2 <3 &lt;<b>x</b>&lt;< y", "paragraph: 1 < 2 <3 <x<< y" },
        { "<p>甲&#0;乙&#xD800;丙&#99999999999;丁&#x110000;", "paragraph: 甲乙丙丁" },
        { "<a title='a>b<c' href=x>甲</a>&lt;", "paragraph: 甲<" },
    };

    check (cases, 1);
    check (cases + 2, 3);
}

static void
test_reference_span (void)
{
    static const char html[] = "<p>甲&amp;<b>&#20057;\n丙</b>";
    g_autoptr (GxDocument) document = sample_read_checked ("a.html", html, strlen (html));
    GxSpan span = gx_document_source_span (document, 3, 4);

    g_assert_cmpstr (gx_document_text (document).data, ==, "甲&乙丙");
    g_assert_cmpuint (span.start, ==, 6);
    g_assert_cmpuint (span.end, ==, 11);
    span = gx_document_source_span (document, 4, 10);
    g_assert_cmpuint (span.start, ==, 14);
    g_assert_cmpuint (span.end, ==, 26);
}

static void
test_metadata (void)
{
    static const char html[] =
        "\xef\xbb\xbf<html><head><meta charset=gb2312><title> 甲 - 网站 </title><meta name='Author' content='乙 丙'>"
        "<meta property='og:title' content='甲&amp;'><meta property='article:published_time' content='2019-02-27T08:00:00Z'></head>"
        "<body><time datetime='2020-01-01'>昨天</time><h1>题</h1>";
    g_autoptr (GxDocument) document = sample_read_checked ("a.html", html, strlen (html));
    g_autoptr (GxDocument) plain = sample_read ("a.html", "<title>甲</title><p>乙<time datetime='2020-01'>", 50);

    g_assert_cmpstr (gx_document_title (document), ==, "甲&");
    g_assert_cmpstr (gx_document_author (document), ==, "乙丙");
    g_assert_cmpstr (gx_document_date (document), ==, "2019-02-27");
    g_assert_cmpstr (gx_document_title (plain), ==, "甲");
    g_assert_cmpstr (gx_document_date (plain), ==, "2020-01");
}

/* Cut anywhere, a page is read up to there. */
static void
test_truncated (void)
{
    static const char html[] =
        "<!DOCTYPE html><html><head><title>题</title></head><body class=\"a>b\"><!-- x --><p>金正恩&amp;<b>x</b><br/>y"
        "<script>1<2</script><sup>[1]</sup><ul><li><a href='#'>甲</a></ul>&#20057;</body></html>";

    for (gsize len = 0; len < strlen (html); len++) {
        const char *end = html + len;
        g_autoptr (GxDocument) document = NULL;

        if (((guchar)*end & 0xC0) == 0x80 || len == 0)
            continue;
        document = sample_read_checked ("a.html", html, len);
    }
}

/* Repeats text n times and reads it. */
static void
check_repeated (const char *name, const char *head, const char *text, guint n, const char *tail)
{
    g_autoptr (GString) html = g_string_new (head);
    g_autoptr (GxDocument) document = NULL;
    GxStr clean;

    for (guint i = 0; i < n; i++)
        g_string_append (html, text);
    g_string_append (html, tail);
    document = sample_read_checked (name, html->str, html->len);
    clean = gx_document_text (document);
    g_test_message ("%s", text);
    g_assert_true (g_str_has_suffix (clean.data, "末"));
}

static void
test_pathological (void)
{
    static const char *const pieces[] = {
        "<div>",    "<div>x",  "<b><i></b>",    "</u>",          "<ul><li>",
        "<",        "&",       "&amp;<",        "<!-- a > -->x", "<a href='#x'>x",
        "x<sup>",   "金<br>",  "&#0;x",         "<p>甲\r\n乙 ",  "<script>1<2</script>x",
        "</html>x", "<body>x", "金正恩",        "<td>",          "<a b='<>'>",
        "<? x ?>",  "相关<p>", "<h2>相关</h2>", "<li><a>x</a>",  "<p><a>x</a>",
        "x<!-->",   "\f\t",    "<option>",      "</p>",
    };

    for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++)
        check_repeated ("a.html", "<p>", pieces[i], 20000, "<p>末");
    check_repeated ("a.html", "<p>", "<div>", 100000, "末");
}

static void
test_stray_ends (void)
{
    g_autoptr (GString) html = g_string_new (NULL);
    g_autoptr (GxDocument) document = NULL;

    for (guint i = 0; i < 100000; i++)
        g_string_append (html, "<b>");
    for (guint i = 0; i < 100000; i++)
        g_string_append (html, "</u>");
    g_string_append (html, "末");
    document = sample_read_checked ("a.html", html->str, html->len);
    g_assert_cmpstr (gx_document_text (document).data, ==, "末");
    g_assert_cmpstr (gx_document_warnings (document)[0], ==, "elements are nested more than 512 deep");
}

static void
test_unclosed (void)
{
    static const char html[] = "<p>甲<div hidden>乙<p>丙";
    g_autoptr (GxDocument) document = sample_read_checked ("a.html", html, strlen (html));

    g_assert_cmpstr (gx_document_text (document).data, ==, "甲");
    g_assert_cmpstr (gx_document_warnings (document)[0], ==, "<div> is not closed: the rest of the text is left out");

    static const char long_name[] = "<x-字字字字字字字字字字字字字字字字字 hidden>甲";
    g_autoptr (GxDocument) other = sample_read_checked ("a.html", long_name, strlen (long_name));

    g_assert_cmpstr (gx_document_warnings (other)[0], ==, "<x-字字字字字字字字字字字字> is not closed: the rest of the text is left out");
}

static void
test_open_comment (void)
{
    static const char html[] = "<p>甲<!-- 乙 --><!-- 丙";
    g_autoptr (GxDocument) document = sample_read_checked ("a.html", html, strlen (html));

    g_assert_cmpstr (gx_document_text (document).data, ==, "甲");
    g_assert_cmpstr (gx_document_warnings (document)[0], ==, "a comment is not closed: the rest of the text is left out");
}

/* Words that are there once each: where they come from can't be mistaken, and nothing of them may be missing. */
static void
test_places (void)
{
    static const char *const pieces[] = { "<p>",  "</p>",    "<b>",     "</b>",       "</u>",         "&amp;",
                                          "&lt;", "&#0;",    "<br>",    "<!-- x -->", "<a href='>'>", "<",
                                          " ",    "\n",      "</html>", "<body>",     "\xef\xbf\xbf", "<script>1<2</script>",
                                          "&",    "&bogus;", "金" };
    g_autoptr (GRand) rand = g_rand_new_with_seed (5);

    for (guint round = 0; round < 300; round++) {
        g_autoptr (GString) html = g_string_new (NULL);
        g_autoptr (GxDocument) document = NULL;
        const char *text;

        for (guint i = 0; i < 200; i++) {
            g_string_append_printf (html, "〔%u〕", i);
            for (gint n = g_rand_int_range (rand, 0, 4); n > 0; n--)
                g_string_append (html, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
            if (g_rand_int_range (rand, 0, 40) == 0)
                for (guint n = 0; n < 700; n++)
                    g_string_append (html, "特");
        }
        document = sample_read_checked ("a.html", html->str, html->len);
        text = gx_document_text (document).data;
        for (guint i = 0; i < 200; i++) {
            g_autofree char *word = g_strdup_printf ("〔%u〕", i);
            const char *found = strstr (text, word);
            gsize at = found ? (gsize)(found - text) : 0;

            if (!found)
                g_error ("%s is missing in\n%s\nof\n%s", word, text, html->str);
            g_assert_cmpuint (gx_document_source_span (document, at, at + strlen (word)).start, ==,
                              (gsize)(strstr (html->str, word) - html->str));
        }
    }
}

/* Any bytes at all, put together from what markup is made of. */
static void
test_random (void)
{
    static const char *const pieces[] = {
        "<",        ">",         "/",         "p",   "<p>",     "</p>",     "<b>",          "</b>",  "<!--",
        "-->",      "&",         "amp;",      "&#",  "x4e2d",   ";",        "金",           "正 恩", "\n",
        "<br>",     "\"",        "'",         "=",   "<sup>",   "</sup>",   "<a href='#'>", "</a>",  "[1]",
        "<script>", "</script>", "<![CDATA[", "]]>", "<title>", "</title>", "<li>",         "!",     "?",
        "　",
    };
    g_autoptr (GRand) rand = g_rand_new_with_seed (20190227);

    for (guint round = 0; round < 3000; round++) {
        g_autoptr (GString) html = g_string_new ("x");
        g_autoptr (GxDocument) document = NULL;
        g_autoptr (GxDocument) markdown = NULL;

        for (gint n = g_rand_int_range (rand, 1, 60); n > 0; n--)
            g_string_append (html, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
        document = sample_read_checked ("a.html", html->str, html->len);
        markdown = sample_read_checked ("a.md", html->str, html->len);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/html/blocks", test_blocks);
    g_test_add_func ("/html/tree", test_tree);
    g_test_add_func ("/html/ranks", test_ranks);
    g_test_add_func ("/html/white-space", test_white_space);
    g_test_add_func ("/html/left-out", test_left_out);
    g_test_add_func ("/html/comments", test_comments);
    g_test_add_func ("/html/furniture", test_furniture);
    g_test_add_func ("/html/notes", test_notes);
    g_test_add_func ("/html/references", test_references);
    g_test_add_func ("/html/reference-span", test_reference_span);
    g_test_add_func ("/html/metadata", test_metadata);
    g_test_add_func ("/html/truncated", test_truncated);
    g_test_add_func ("/html/pathological", test_pathological);
    g_test_add_func ("/html/stray-ends", test_stray_ends);
    g_test_add_func ("/html/unclosed", test_unclosed);
    g_test_add_func ("/html/open-comment", test_open_comment);
    g_test_add_func ("/html/places", test_places);
    g_test_add_func ("/html/random", test_random);
    return g_test_run ();
}
