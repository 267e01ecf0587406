/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-words.c - word boundaries, asked for in any order. */
#include "words.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* The words of text with a bar between them. */
static char *
split (GxWords *words, const char *text)
{
    GString *out = g_string_new (NULL);

    gx_words_set_text (words, gx_str (text));
    for (gsize at = 0; text[at] != '\0'; at++) {
        if (at > 0 && gx_words_is_boundary (words, at))
            g_string_append_c (out, '|');
        g_string_append_c (out, text[at]);
    }
    return g_string_free (out, FALSE);
}

static void
test_words (void)
{
    g_autoptr (GxWords) words = gx_words_new ();
    g_autofree char *chinese = split (words, "其中中国出口。"), *english = split (words, "It's 3.5 m"), *again = split (words, "完美");

    g_assert_cmpstr (chinese, ==, "其中|中国|出口|。");
    g_assert_cmpstr (english, ==, "It's| |3.5| |m");
    g_assert_cmpstr (again, ==, "完美");
}

static void
test_edges (void)
{
    g_autoptr (GxWords) words = gx_words_new ();
    gsize start, end;

    g_assert_true (gx_words_is_boundary (words, 0));
    gx_words_at (words, 0, &start, &end);
    g_assert_cmpuint (start, ==, 0);
    g_assert_cmpuint (end, ==, 0);

    gx_words_set_text (words, gx_str ("朝"));
    g_assert_true (gx_words_is_boundary (words, 0) && gx_words_is_boundary (words, 3) && gx_words_is_boundary (words, 99));
    g_assert_false (gx_words_is_boundary (words, 1));
    gx_words_at (words, 0, &start, &end);
    g_assert_cmpuint (end, ==, 3);

    gx_words_set_text (words, gx_str ("看，中国出口，对"));
    gx_words_at (words, 9, &start, &end);
    g_assert_cmpuint (start, ==, 6);
    g_assert_cmpuint (end, ==, 12);
}

/* Checks every boundary of text against ICU's for the whole of it. */
static void
check_whole (GxWords *words, UBreakIterator *breaker, const GString *text)
{
    UErrorCode ec = U_ZERO_ERROR;
    UText *view = utext_openUTF8 (NULL, text->str, (int64_t)text->len, &ec);

    ubrk_setUText (breaker, view, &ec);
    g_assert_true (U_SUCCESS (ec));
    gx_words_set_text (words, (GxStr){ text->str, text->len });
    for (gsize at = text->len; at-- > 0;)
        if (((guint8)text->str[at] & 0xC0) != 0x80)
            g_assert_cmpint (gx_words_is_boundary (words, at), ==, ubrk_isBoundary (breaker, (int32_t)at) != 0);
    utext_close (view);
}

/* The stretches must not be seen: a question about one place gives what the whole text, broken in one go, gives. */
static void
test_stretches (void)
{
    static const char *const pieces[] = { "中国",         "出口", "a",           "B1",       "1", ",", "，",
                                          "。",           "、",   ":",           ";",        "?", "!", " ",
                                          "\n",           "한국", "カナ",        "\xCC\x81", "'", "·", "是以方",
                                          "\xE2\x80\x8D", "\r",   "\xE3\x82\x99" };
    UErrorCode ec = U_ZERO_ERROR;
    UBreakIterator *breaker = ubrk_open (UBRK_WORD, "zh", NULL, 0, &ec);
    g_autoptr (GRand) rand = g_rand_new_with_seed (11);
    g_autoptr (GxWords) words = gx_words_new ();

    g_assert_true (U_SUCCESS (ec));
    for (guint round = 0; round < 3000; round++) {
        g_autoptr (GString) text = g_string_new (NULL);

        for (gint n = g_rand_int_range (rand, 1, 14); n > 0; n--)
            g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
        check_whole (words, breaker, text);
    }
    ubrk_close (breaker);
}

static void
test_long (void)
{
    g_autoptr (GxWords) words = gx_words_new ();
    g_autoptr (GString) text = g_string_new (NULL);
    guint n = 0;

    for (guint i = 0; i < 100000; i++)
        g_string_append (text, "中国，");
    gx_words_set_text (words, (GxStr){ text->str, text->len });
    for (gsize at = 0; at < text->len; at += 9)
        n += gx_words_is_boundary (words, at) && !gx_words_is_boundary (words, at + 3);
    g_assert_cmpuint (n, ==, 100000);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/words/words", test_words);
    g_test_add_func ("/words/edges", test_edges);
    g_test_add_func ("/words/stretches", test_stretches);
    g_test_add_func ("/words/long", test_long);
    return g_test_run ();
}
