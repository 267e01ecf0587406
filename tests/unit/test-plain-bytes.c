/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-plain-bytes.c - quick looks see what slow ones do, wherever in a block of bytes something stands. */
#include "plain-bytes.h"

static const char *const pieces[] = {
    "",  "中文", "ab c", "7",  "１", "“引”", "①",  "†",  "\t",   "\xC2\xB9",     "\xC2\x85", "\xE2\x80\xA8",     "^",
    "*", "[",    "é",    "\r", "  ", "　",   "한", "カ", "\x01", "\xEE\x80\x80", "𠀀",       "\xF3\xB0\x80\x80", "Є"
};

/* Columns and signs, a character at a time. */
static guint
look_slowly (const char *text, gsize len, guint *columns)
{
    guint signs = 0;

    *columns = 0;
    for (const char *p = text; p < text + len; p = g_utf8_next_char (p)) {
        gunichar c = gx_char_at (p);
        guchar lead = (guchar)*p;

        g_assert_cmpuint (c, ==, g_utf8_get_char (p));
        *columns += lead >= 0xE3 ? 2 : 1;
        signs |= c >= '0' && c <= '9' ? GX_SIGN_DIGIT : 0u;
        signs |= (c < 0x80 && c != 0 && strchr ("^*[", (int)c)) || lead == 0xC2 ? GX_SIGN_MARK : 0u;
        signs |= c == ' ' || c == '\t' ? GX_SIGN_BLANK : 0u;
        signs |= (c >= '\n' && c <= '\r') || lead == 0xC2 || c == 0x2028 || c == 0x2029 ? GX_SIGN_BREAK : 0u;
        signs |= lead >= 0xE4 && lead <= 0xE9 ? GX_SIGN_HAN : 0u;
        signs |= c < 9 || (lead >= 0xC2 && lead <= 0xC5) || lead == 0xEE || lead >= 0xF3 ? GX_SIGN_ODD : 0u;
        signs |= lead == 0xE2 ? GX_SIGN_GENERAL : 0u;
    }
    return signs;
}

/* Every piece at every place of texts of every length up to three blocks. */
static void
test_sum (void)
{
    for (guint k = 0; k < G_N_ELEMENTS (pieces); k++)
        for (guint before = 0; before < 40; before++)
            for (guint after = 0; after < 20; after++) {
                g_autofree char *text = g_strdup_printf ("%.*s%s%.*s", (int)before, "abcdefghijklmnopqrstuvwxyzabcdefghijklmnop", pieces[k],
                                                         (int)after, "abcdefghijklmnopqrstu");
                gsize len = strlen (text);
                guint columns, expected, signs = look_slowly (text, len, &expected);

                g_assert_cmpuint (gx_bytes_sum ((GxStr){ text, len }, &columns), ==, signs);
                g_assert_cmpuint (columns, ==, expected);
            }
}

/* A long text, in which the counters of one byte are full many times. */
static void
test_long (void)
{
    g_autoptr (GString) text = g_string_new (NULL);
    guint columns;

    for (guint i = 0; i < 10000; i++)
        g_string_append (text, "汉");
    g_assert_cmpuint (gx_bytes_sum ((GxStr){ text->str, text->len }, &columns), ==, GX_SIGN_HAN);
    g_assert_cmpuint (columns, ==, 20000);
}

static gboolean
has_gap (const char *text)
{
    return gx_bytes_have_gap ((GxStr){ text, strlen (text) });
}

static void
test_gaps (void)
{
    g_assert_false (has_gap ("the words of a sentence 中文 and more"));
    g_assert_true (has_gap ("the words  of a sentence"));
    g_assert_true (has_gap ("the words\tof a sentence"));
    g_assert_true (has_gap ("a heading in A B C letters"));
    g_assert_true (has_gap ("中文中文 中文中文"));
    g_assert_true (has_gap ("中文中文　中文中文"));
    g_assert_true (has_gap ("中文 、中文中文"));
    g_assert_true (has_gap ("words of a"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/plain-bytes/sum", test_sum);
    g_test_add_func ("/plain-bytes/long", test_long);
    g_test_add_func ("/plain-bytes/gaps", test_gaps);
    return g_test_run ();
}
