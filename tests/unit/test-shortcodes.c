/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-shortcodes.c - what is blanked, byte for byte, and that time stays linear. */
#include "shortcodes.h"

/* Text with runs of blanks shortened to one, and of marks to ~. */
static char *
squeeze (const char *text)
{
    GString *out = g_string_new (NULL);

    for (; *text; text++)
        if ((*text != ' ' && *text != '\1') || out->len == 0 || out->str[out->len - 1] != (*text == ' ' ? ' ' : '~'))
            g_string_append_c (out, (char)(*text == '\1' ? '~' : *text));
    return g_string_free (out, FALSE);
}

static void
test_blank (void)
{
    static const char *const cases[][2] = {
        { "甲{% include x %}乙", "甲~乙" },
        { "{{< ref \"x\" >}}甲{{% y %}}{{ z }}", "~甲~" },
        { "甲\n{: .lead}\n{:.x #y}", "甲\n \n " },
        { "# 题 {#id .c}\n甲{#id}", "# 题 ~\n甲{#id}" },
        { "{% comment %}\n甲\n{% endcomment %}乙", "~\n~\n~乙" },
        { "{% comment %}\n甲", " \n甲" },
        { "[甲]（http://x）乙", "~甲~乙" },
        { "[甲]（http://x/（y））乙", "~甲~乙" },
        { "[甲](http://x y)![乙](http://x z)", "~甲~" },
        { "甲 ==乙== =丙= %%丁%% %E4%B8 %%戊%%", "甲 ~乙~ =丙= ~ %E4%B8 ~" },
        { "甲\n::: note\n乙\n > [!tip]\n[丙\n]（http://x）", "甲\n \n乙\n > ~\n[丙\n]（http://x）" },
        { "[[甲|乙]]丙\n!!! note\n    丁", "~乙~丙\n \n 丁" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_autofree char *out = gx_shortcodes_blank (gx_str (cases[i][0]));
        g_autofree char *squeezed = squeeze (out);

        g_assert_cmpuint (strlen (out), ==, strlen (cases[i][0]));
        g_assert_cmpstr (squeezed, ==, cases[i][1]);
    }
}

static void
test_nothing (void)
{
    static const char *const cases[] = {
        "", "甲", "[甲](http://x)", "[甲](http://x \"题\")", "{甲} { % x }", "{% 甲", "{{ 甲", "{: 甲\n}", "[甲]（乙）", "{"
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        g_assert_null (gx_shortcodes_blank (gx_str (cases[i])));
}

static void
test_linear (void)
{
    static const char *const pieces[] = { "{%", "{{",          "{{<",          "{{%",           "{:",      "{#", "# {#", "[",
                                          "](", "[a](http://", "[a]（http://", "{% comment %}", "{% x %}", "{" };

    for (gsize i = 0; i < G_N_ELEMENTS (pieces); i++) {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autofree char *out = NULL;

        for (guint n = 0; n < 20000; n++)
            g_string_append (text, pieces[i]);
        out = gx_shortcodes_blank ((GxStr){ text->str, text->len });
        if (out)
            g_assert_cmpuint (strlen (out), ==, text->len);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/shortcodes/blank", test_blank);
    g_test_add_func ("/shortcodes/nothing", test_nothing);
    g_test_add_func ("/shortcodes/linear", test_linear);
    return g_test_run ();
}
