/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-boundary.c - where names may begin and end. */
#include "boundary.h"

/* Whether the part between the bars may be a name by its left and its right boundary. */
static void
check (const char *text, gboolean left, gboolean right)
{
    g_auto (GStrv) parts = g_strsplit (text, "|", 3);
    g_assert_cmpuint (g_strv_length (parts), ==, 3);
    g_autofree char *whole = g_strconcat (parts[0], parts[1], parts[2], NULL);
    gsize start = strlen (parts[0]);
    g_autoptr (GError) error = NULL;
    g_autoptr (GxDictionary) dictionary = gx_dictionary_load (GX_DICTIONARY_OWN_ONLY, NULL, &error);
    g_assert_no_error (error);

    if (gx_boundary_left (gx_str (whole), start) != left ||
        gx_boundary_right (dictionary, gx_str (whole), start + strlen (parts[1])) != right) {
        g_test_message ("%s", text);
        g_test_fail ();
    }
}

static void
test_han (void)
{
    check ("|美国|", TRUE, TRUE);
    check ("在|美国|人", TRUE, TRUE);
    check ("a|美国|9", TRUE, TRUE);
}

static void
test_latin (void)
{
    check ("|us|", TRUE, TRUE);
    check ("|us|b", TRUE, FALSE);
    check ("b|us|", FALSE, TRUE);
    check ("在|g20|峰会", TRUE, TRUE);
    check ("|g20|1", TRUE, FALSE);
    check ("|trump|'s", TRUE, TRUE);
    check ("anti-|trump|-era", TRUE, TRUE);
    check ("|us|$ 5", TRUE, FALSE);
    check ("@|trump|", FALSE, TRUE);
    check ("|cnn|.com", TRUE, FALSE);
    check ("|cnn|.", TRUE, TRUE);
    check ("|cnn|. then", TRUE, TRUE);
    check ("https://example.org/|us|/", FALSE, TRUE);
    check ("https://example.org/|中国|", FALSE, TRUE);
    check ("https://example.org/제재-|미국|-압박/", FALSE, TRUE);
    check ("https://example.org/，|中国|", TRUE, TRUE);
    check ("제재-|미국|", TRUE, TRUE);
    check ("to-the-mention-of-|us|-model/", FALSE, TRUE);
    check ("state-of-the-|us|", TRUE, TRUE);
    check ("13|biden|", TRUE, TRUE);
    check ("see\n9|biden|", TRUE, TRUE);
    check ("see 9|biden|", TRUE, TRUE);
    check ("a9|biden|", FALSE, TRUE);
    check ("10|bp|", FALSE, TRUE);
    check ("1234|biden|", FALSE, TRUE);
    check ("china/|us|", TRUE, TRUE);
    check ("é|us|é", FALSE, FALSE);
    check ("д|us|", FALSE, TRUE);
}

static void
test_hangul (void)
{
    check ("|미국|", TRUE, TRUE);
    check ("|미국|은", TRUE, TRUE);
    check ("|미국|측에서는", TRUE, TRUE);
    check ("|바이든|시대첫통화", TRUE, TRUE);
    check ("|이란|성", TRUE, FALSE);
    check ("작품|이란|", FALSE, TRUE);
    check ("中|이란|", TRUE, TRUE);
    g_assert_true (gx_boundary_after_syllable (gx_str ("문대"), strlen ("문")));
    g_assert_false (gx_boundary_after_syllable (gx_str ("논문대"), strlen ("논문")));
    g_assert_false (gx_boundary_after_syllable (gx_str ("대"), 0));
}

static void
test_katakana (void)
{
    check ("|ロシア|の", TRUE, TRUE);
    check ("|チリ|ソース", TRUE, FALSE);
    check ("スー|マリ|", FALSE, TRUE);
}

/* Looking back for an address and ahead for particles is bounded. */
static void
test_linear (void)
{
    GString *text = g_string_new (NULL);
    gsize n = 0;

    for (guint i = 0; i < 100000; i++)
        g_string_append (text, "./");
    for (gsize i = 0; i < text->len; i++)
        n += gx_boundary_left ((GxStr){ text->str, text->len }, i) ? 1 : 0;
    g_assert_cmpuint (n, ==, text->len);
    (void)g_string_free (text, TRUE);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/boundary/han", test_han);
    g_test_add_func ("/boundary/latin", test_latin);
    g_test_add_func ("/boundary/hangul", test_hangul);
    g_test_add_func ("/boundary/katakana", test_katakana);
    g_test_add_func ("/boundary/linear", test_linear);
    return g_test_run ();
}
