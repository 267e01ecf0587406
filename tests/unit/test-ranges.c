/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ranges.h"

/* All that overlap start to end, as `0 2`. */
static char *
find_all (const GxRanges *ranges, gsize start, gsize end)
{
    GString *all = g_string_new (NULL);
    const GxSpan span = { start, end };
    for (guint i = gx_ranges_find (ranges, span, 0); i != G_MAXUINT; i = gx_ranges_find (ranges, span, i + 1))
        g_string_append_printf (all, "%s%u", all->len > 0 ? " " : "", i);
    return g_string_free (all, FALSE);
}

static void
assert_found (const GxRanges *ranges, gsize start, gsize end, const char *expected)
{
    g_autofree char *all = find_all (ranges, start, end);
    g_assert_cmpstr (all, ==, expected);
}

static void
test_overlaps (void)
{
    static const GxSpan spans[] = { { 0, 3 }, { 3, 30 }, { 6, 9 }, { 6, 7 }, { 40, 41 } };
    g_autoptr (GxRanges) ranges = gx_ranges_new ();
    assert_found (ranges, 0, 9, "");
    for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
        gx_ranges_add (ranges, spans[i]);
    assert_found (ranges, 0, 3, "0");
    assert_found (ranges, 2, 4, "0 1");
    assert_found (ranges, 6, 7, "1 2 3");
    assert_found (ranges, 20, 40, "1"); /* long, and behind shorter ones */
    assert_found (ranges, 30, 40, "");
    assert_found (ranges, 0, 100, "0 1 2 3 4");
    assert_found (ranges, 41, 100, "");
}

/* Against looking at each one. */
static void
test_random (void)
{
    for (guint round = 0; round < 200; round++) {
        g_autoptr (GxRanges) ranges = gx_ranges_new ();
        GxSpan spans[20];
        gsize start = 0;
        for (guint i = 0; i < G_N_ELEMENTS (spans); i++) {
            start += (gsize)g_test_rand_int_range (0, 5);
            spans[i] = (GxSpan){ start, start + (gsize)g_test_rand_int_range (1, 12) };
            gx_ranges_add (ranges, spans[i]);
        }
        gsize from = (gsize)g_test_rand_int_range (0, 60), to = from + (gsize)g_test_rand_int_range (1, 9);
        g_autoptr (GString) expected = g_string_new (NULL);
        for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
            if (spans[i].start < to && spans[i].end > from)
                g_string_append_printf (expected, "%s%u", expected->len > 0 ? " " : "", i);
        assert_found (ranges, from, to, expected->str);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/ranges/overlaps", test_overlaps);
    g_test_add_func ("/ranges/random", test_random);
    return g_test_run ();
}
