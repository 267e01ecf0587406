/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-front-matter.c - metadata in front of a text, and what is not. */
#include "clean-sample.h"

typedef struct {
    const char *text;
    const char *title, *author, *date, *clean;
    const char *warning; /* how the first one starts; NULL: none */
} Case;

static void
check (const Case *given)
{
    g_autoptr (GxDocument) document = sample_read_checked ("a.md", given->text, strlen (given->text));
    const char *warning = gx_document_warnings (document)[0];

    g_test_message ("%s", given->text);
    g_assert_cmpstr (gx_document_title (document), ==, given->title);
    g_assert_cmpstr (gx_document_author (document), ==, given->author);
    g_assert_cmpstr (gx_document_date (document), ==, given->date);
    g_assert_cmpstr (gx_document_text (document).data, ==, given->clean);
    if (given->warning)
        g_assert_true (warning && g_str_has_prefix (warning, given->warning));
    else
        g_assert_cmpstr (warning, ==, NULL);
}

static void
test_yaml (void)
{
    static const Case cases[] = {
        { "---\nauthor: ''\ndate: 2019-02-27\ntags: [a, b]\ntitle: 第二次“特金会”\n---\n\n文", "第二次“特金会”", NULL, "2019-02-27", "文",
          NULL },
        { "\xef\xbb\xbf---\r\n标题: \"甲: 乙\"\r\n作者:\r\n  - 丙\r\n  - 丁\r\n日期: 2019年2月\r\n---\r\n文", "甲: 乙", "丙, 丁", "2019-02",
          "文", NULL },
        { "---\ntitle: >\n  甲\n  乙\nauthor: {name: 丙, url: x}\nmap: {a: {title: 丁}}\n...\n文", "甲乙", "丙", NULL, "文", NULL },
        { "---\ntitle: 甲\n---", "甲", NULL, NULL, "", NULL },
        { "---\n---\n文", NULL, NULL, NULL, "文", NULL },
        { "---\ntitle: 甲\n---\n# 题\n文", "甲", NULL, NULL, "题\n文", NULL },
        { "---\nlayout: post\n---\n# 题\n文", "题", NULL, NULL, "题\n文", NULL },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        check (&cases[i]);
}

static void
test_broken_yaml (void)
{
    static const Case cases[] = {
        { "---\ntitle: \"甲\" 乙\ndate: 2019-02-27\n---\n文", "\"甲\" 乙", NULL, "2019-02-27", "文", "front matter: line 2: " },
        { "---\nlayout: post\nauthor: 甲\ntags: [a\n---\n文", NULL, "甲", NULL, "文", "front matter: line " },
        { "---\ntitle: 甲\n\tauthor: 乙\n---\n文", "甲", NULL, NULL, "文", "front matter: line 3: " },
        { "---\ntitle: *x\nauthor: 乙\n---\n文", NULL, "乙", NULL, "文", NULL },
    };

    for (gsize i = 0; i < 3; i++)
        check (&cases[i]);
}

static void
test_toml (void)
{
    static const Case cases[] = {
        { "+++\ntitle = \"甲 = 乙\"\ndate = 2019-02-27T00:00:00Z\nauthor = '丙'\ndraft = false\n+++\n文", "甲 = 乙", "丙", "2019-02-27",
          "文", NULL },
        { "+++\nauthors = [\"丙\"]\n+++\n文", NULL, "丙", NULL, "文", NULL },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        check (&cases[i]);
}

static void
test_no_front_matter (void)
{
    static const Case cases[] = {
        { "---\n一个句子。\n\n---\n另一个。", NULL, NULL, NULL, "一个句子。\n另一个。", NULL },
        { "---\ntitle: 甲\n文", NULL, NULL, NULL, "title: 甲文", NULL },
        { "文\n\n---\ntitle: 甲\n---\n", "title: 甲", NULL, NULL, "文\ntitle: 甲", NULL },
        { "---", NULL, NULL, NULL, "", NULL },
        { "----\ntitle: 甲\n----\n", "title: 甲", NULL, NULL, "title: 甲", NULL },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        check (&cases[i]);
}

static void
test_deep (void)
{
    static const char *const pieces[] = { "[", "{a: ", "- ", "? ", "&a *a ", "---\n" };

    for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++) {
        g_autoptr (GString) text = g_string_new ("---\ntitle: 甲\nx: ");
        g_autoptr (GxDocument) document = NULL;

        for (guint n = 0; n < 50000; n++)
            g_string_append (text, pieces[i]);
        g_string_append (text, "\n---\n文");
        document = sample_read_checked ("a.md", text->str, text->len);
        g_assert_cmpstr (gx_document_title (document), ==, "甲");
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/front-matter/yaml", test_yaml);
    g_test_add_func ("/front-matter/broken-yaml", test_broken_yaml);
    g_test_add_func ("/front-matter/toml", test_toml);
    g_test_add_func ("/front-matter/none", test_no_front_matter);
    g_test_add_func ("/front-matter/deep", test_deep);
    return g_test_run ();
}
