/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-sentence-marks.c - marks are found wherever in a block of bytes they stand. */
#include "sentence-marks.h"

#include <string.h>

static const char sample[] =
    "“他说：《书》（一）。”【注】〔二〕「三」『四』… No! (five) [6]; “x” «y» ﹁z﹂ ｢七｣｡ ۔؟ ‼ 한국。カナ、九？！　｛ ́é · — \"q\" 𠀀。";

/* The marks behind so many letters are those behind none, moved on. */
static void
test_places (void)
{
    g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (GxMark)), found = g_array_new (FALSE, FALSE, sizeof (GxMark));

    gx_marks_find (expected, (GxStr){ sample, strlen (sample) });
    g_assert_cmpuint (expected->len, ==, 40);
    for (guint shift = 1; shift < 40; shift++) {
        g_autofree char *text = g_strdup_printf ("%.*s%s", (int)shift, "abcdefghijklmnopqrstuvwxyzabcdefghijklmnop", sample);

        gx_marks_find (found, (GxStr){ text, strlen (text) });
        g_assert_cmpuint (found->len, ==, expected->len);
        for (guint i = 0; i < found->len; i++) {
            const GxMark *mark = &g_array_index (found, GxMark, i), *wanted = &g_array_index (expected, GxMark, i);

            g_assert_cmpuint (mark->at, ==, wanted->at + shift);
            g_assert_cmpuint (mark->c, ==, wanted->c);
            g_assert_cmpint (mark->kind, ==, wanted->kind);
        }
    }
}

/* A mark in every place of a text of marks alone. */
static void
test_many (void)
{
    g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (GxMark));
    g_autofree char *text = g_strnfill (1000, '.');

    gx_marks_find (found, (GxStr){ text, 1000 });
    g_assert_cmpuint (found->len, ==, 1000);
    for (guint i = 0; i < found->len; i++)
        g_assert_cmpuint (g_array_index (found, GxMark, i).at, ==, i);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/sentence-marks/places", test_places);
    g_test_add_func ("/sentence-marks/many", test_many);
    return g_test_run ();
}
