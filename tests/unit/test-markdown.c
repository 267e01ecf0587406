/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-markdown.c - Markdown and the HTML in it. */
#include "clean-sample.h"

typedef struct {
    const char *text, *blocks;
} Case;

static void
check (const Case *cases, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        g_autoptr (GxDocument) document = sample_read_checked ("a.md", cases[i].text, strlen (cases[i].text));
        g_autofree char *blocks = sample_blocks (document);

        if (strcmp (blocks, cases[i].blocks) != 0)
            g_error ("%s\ngives\n%s\ninstead of\n%s", cases[i].text, blocks, cases[i].blocks);
    }
}

static void
test_blocks (void)
{
    static const Case cases[] = {
        { "# 题\n\n一\n二\n\n- 三\n- 四\n\n> 五\n> 六\n", "heading: 题\nparagraph: 一二\nlist-item: 三\nlist-item: 四\nparagraph: 五六" },
        { "##题\n\nKim\nJong\n", "heading: 题\nparagraph: Kim Jong" },
        { "题\n===\n文", "heading: 题\nparagraph: 文" },
        { "|国|都|\n|---|---|\n|美国|华\\|盛顿|\n", "cell: 国\ncell: 都\ncell: 美国\ncell: 华|盛顿" },
        { "文\n\n```\ncode 中国\n```\n\n文", "paragraph: 文\nfurniture: code 中国\nparagraph: 文" },
        { "一\n\n    二\n", "paragraph: 一\nparagraph: 二" },
        { "一  \n二\\\n三", "paragraph: 一二三" },
        { "一\r\n二\r\n\r\n三\r\n", "paragraph: 一二\nparagraph: 三" },
        { "a", "paragraph: a" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_inline (void)
{
    static const Case cases[] = {
        { "*朝*方**表示**`x<y`~~旧~~", "paragraph: 朝方表示x<y旧" },
        { "**“特金会”**三大看点", "paragraph: “特金会”三大看点" },
        { "[美国](http://a/b_c \"题\")与![图](x.png)朝鲜[中国][1]\n\n[1]: /x", "paragraph: 美国与朝鲜中国" },
        { "AT&amp;T &lt;b&gt; A&B 1<2 \\*x\\*", "paragraph: AT&T <b> A&B 1<2 *x*" },
        { "<b>朝</b>方，<!-- x --><br>表示", "paragraph: 朝方，表示" },
        { "&#x4e2d;&bogus;", "paragraph: 中&bogus;" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_html (void)
{
    static const Case cases[] = {
        { "<div>\n<p>\n<span>\n\n   朝鲜\n   代表团\n  </span>\n</p>\n</div>", "paragraph: 朝鲜代表团" },
        { "<div style='display:none'>\n\n甲\n\n</div>\n\n乙", "paragraph: 乙" },
        { "<table>\n<tr><td>\n\n**甲**\n\n</td></tr></table>", "cell: 甲" },
        { "<script>\n\nif (a<b) **x**\n\n</script>\n\n甲", "paragraph: 甲" },
        { "<p>甲\n\n乙</p>\n\n丙", "paragraph: 甲\nparagraph: 乙\nparagraph: 丙" },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_footnotes (void)
{
    static const Case cases[] = {
        { "美方[^1]表示[^注]。\n\n[^1]: 见**公报**。\n    续\n\n    再续\n\n[^注]: 乙\n\n文",
          "paragraph: 美方表示。\nparagraph: 文\nnote: 见公报。续\nnote: 再续\nnote: 乙" },
        { "美方[^1]表示", "paragraph: 美方[^1]表示" },
        { "```\n[^1]: x\n```\n美方[^1]", "furniture: [^1]: x\nparagraph: 美方[^1]" },
        { "\t```\n[^1]: x\n\t```\n美方[^1]", "furniture: [^1]: x\nparagraph: 美方[^1]" },
        { "[^1]: http://a\n", "note: http://a" },
        { "sixteen bytes.\n\t", "paragraph: sixteen bytes." },
    };

    check (cases, G_N_ELEMENTS (cases));
}

static void
test_pathological (void)
{
    static const char *const pieces[] = {
        "- ",  ">",    "**x",    "_a *b ", "[",     "[a](",        "![",           "<a ",     "<!-- ", "x <? ", "a[^1] ",      "[^",
        "`x ", "``` ", "~~~x\n", "\\",     "&amp;", "[a]: /b\n\n", "|a|\n|---|\n", "* x\n\n", "#",     "<b>x",  "[^1]: x\n\n", "]",
    };

    for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++) {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (GxDocument) document = NULL;

        for (guint n = 0; n < 20000; n++)
            g_string_append (text, pieces[i]);
        g_string_append (text, "末");
        document = sample_read_checked ("a.md", text->str, text->len);
    }
}

static void
test_wide_table (void)
{
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GxDocument) document = NULL;
    guint n = 20000;

    for (guint i = 0; i < n; i++)
        g_string_append (text, "|x");
    g_string_append (text, "|\n");
    for (guint i = 0; i < n; i++)
        g_string_append (text, "|---");
    g_string_append (text, "|\n");
    for (guint i = 0; i < n; i++)
        g_string_append (text, "|y\n");
    g_string_append (text, "\n末");
    document = sample_read_checked ("a.md", text->str, text->len);
    g_assert_true (g_str_has_suffix (gx_document_text (document).data, "末"));
    g_assert_true (g_str_has_prefix (gx_document_warnings (document)[0], "Markdown could not be read from byte "));
}

/* Every real post there is: each character comes from its bytes, and metadata is found. */
static void
test_posts (void)
{
    g_autofree char *folder = g_build_filename (GUANXI_SHARED, "posts", NULL);
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;
    guint n = 0;

    if (!dir) {
        g_test_skip ("no posts here");
        return;
    }
    while ((name = g_dir_read_name (dir))) {
        g_autofree char *path = g_build_filename (folder, name, NULL), *text = NULL;
        g_autoptr (GxDocument) document = NULL;
        gsize len;

        g_assert_true (g_file_get_contents (path, &text, &len, NULL));
        document = sample_read_checked (name, text, len);
        g_assert_nonnull (gx_document_title (document));
        g_assert_nonnull (gx_document_date (document));
        n++;
    }
    g_assert_cmpuint (n, >, 0);
}

static void
test_seed (void)
{
    g_autofree char *path = g_build_filename (GUANXI_SHARED, "seeds", "002_bd37ddfa629d8a81.txt", NULL), *text = NULL, *blocks = NULL;
    g_autoptr (GxDocument) document = NULL;
    gsize len;

    if (!g_file_get_contents (path, &text, &len, NULL)) {
        g_test_skip ("no seeds here");
        return;
    }
    document = sample_read_checked ("002.txt", text, len);
    g_assert_cmpstr (gx_document_title (document), ==, "第二次“特金会”三大看点");
    g_assert_cmpstr (gx_document_author (document), ==, NULL);
    g_assert_cmpstr (gx_document_date (document), ==, "2019-02-27");
    blocks = sample_blocks (document);
    g_assert_true (g_str_has_prefix (
        blocks,
        "paragraph: 朝鲜最高领导人金正恩与美国总统特朗普即将于2019年2月27日至28日在越南河内举行第二次会晤。\nparagraph: 2018年6月"));
    g_assert_null (gx_document_warnings (document)[0]);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/markdown/blocks", test_blocks);
    g_test_add_func ("/markdown/inline", test_inline);
    g_test_add_func ("/markdown/html", test_html);
    g_test_add_func ("/markdown/footnotes", test_footnotes);
    g_test_add_func ("/markdown/pathological", test_pathological);
    g_test_add_func ("/markdown/wide-table", test_wide_table);
    g_test_add_func ("/markdown/posts", test_posts);
    g_test_add_func ("/markdown/seed", test_seed);
    return g_test_run ();
}
