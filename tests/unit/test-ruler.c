/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ruler.h"

static void
test_empty (void)
{
    g_autoptr (GxRuler) ruler = gx_ruler_new (gx_str (""));
    g_assert_cmpuint (gx_ruler_length (ruler), ==, 0);
    g_assert_cmpuint (gx_ruler_byte (ruler, 0), ==, 0);
}

/* Characters of one to four bytes, more of them than there are between two marks. */
static void
test_every_character (void)
{
    static const char *const characters[] = { "a", "é", "美", "𠀀" };
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; i < 1111; i++)
        g_string_append (text, characters[i * i % 4]);
    g_autoptr (GxRuler) ruler = gx_ruler_new ((GxStr){ text->str, text->len });
    g_assert_cmpuint (gx_ruler_length (ruler), ==, 1111);
    for (guint i = 0; i <= 1111; i++)
        g_assert_cmpuint (gx_ruler_byte (ruler, i), ==, (gsize)(g_utf8_offset_to_pointer (text->str, i) - text->str));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/ruler/empty", test_empty);
    g_test_add_func ("/ruler/every-character", test_every_character);
    return g_test_run ();
}
