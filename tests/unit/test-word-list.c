/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-word-list.c - the longest word wins, short ones are found, letters are compared as asked. */
#include "word-list.h"

static const char *const words[] = { "作者", "作者简介", "By", "图", "x", "©", "last updated", "…" };

static void
test_begins (void)
{
    static GxWordList exact = GX_WORD_LIST (words, GX_WORDS_EXACT), any = GX_WORD_LIST (words, GX_WORDS_ANY_CASE);

    g_assert_cmpuint (gx_word_list_begins (&exact, gx_str ("作者：某人")), ==, strlen ("作者"));
    g_assert_cmpuint (gx_word_list_begins (&exact, gx_str ("作者简介")), ==, strlen ("作者简介"));
    g_assert_cmpuint (gx_word_list_begins (&exact, gx_str ("作家")), ==, 0);
    g_assert_cmpuint (gx_word_list_begins (&exact, gx_str ("x")), ==, 1);
    g_assert_cmpuint (gx_word_list_begins (&exact, gx_str ("by hand")), ==, 0);
    g_assert_cmpuint (gx_word_list_begins (&any, gx_str ("BY hand")), ==, 2);
    g_assert_cmpuint (gx_word_list_begins (&any, gx_str ("Last Updated on")), ==, strlen ("last updated"));
    g_assert_cmpuint (gx_word_list_begins (&any, gx_str ("last")), ==, 0);
    g_assert_cmpuint (gx_word_list_begins (&any, gx_str ("")), ==, 0);
    g_assert_cmpuint (gx_word_list_begins (&any, (GxStr){ "作者", 3 }), ==, 0); /* nothing behind the end is read */
}

static void
test_has (void)
{
    static GxWordList exact = GX_WORD_LIST (words, GX_WORDS_EXACT);

    g_assert_true (gx_word_list_has (&exact, gx_str ("图")));
    g_assert_false (gx_word_list_has (&exact, gx_str ("图片")));
    g_assert_true (gx_word_list_has (&exact, gx_str ("作者简介")));
}

static void
test_holds (void)
{
    static GxWordList exact = GX_WORD_LIST (words, GX_WORDS_EXACT);

    g_assert_true (gx_word_list_holds (&exact, gx_str ("说到这里…")));
    g_assert_true (gx_word_list_holds (&exact, gx_str ("右边的图")));
    g_assert_true (gx_word_list_holds (&exact, gx_str ("a ©")));
    g_assert_false (gx_word_list_holds (&exact, gx_str ("都没有")));
    g_assert_false (gx_word_list_holds (&exact, gx_str ("")));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/word-list/begins", test_begins);
    g_test_add_func ("/word-list/has", test_has);
    g_test_add_func ("/word-list/holds", test_holds);
    return g_test_run ();
}
