/* SPDX-License-Identifier: GPL-3.0-or-later
 * display-width.c - the columns of a terminal.
 *
 * East Asian wide characters take two columns (Unicode TR 11), combining marks none; those of ambiguous width count as narrow. */
#include <guanxi/table.h>

guint
gx_display_width (GxStr text)
{
    guint width = 0;

    for (gsize i = 0; i < text.len;) {
        gunichar c = g_utf8_get_char_validated (text.data + i, (gssize)(text.len - i));

        if (c == (gunichar)-1 || c == (gunichar)-2 || c == 0) { /* a stray byte shows as one replacement character */
            i++;
            width++;
            continue;
        }
        if (!g_unichar_iszerowidth (c))
            width += g_unichar_iswide (c) ? 2 : 1;
        i += (gsize)g_unichar_to_utf8 (c, NULL);
    }
    return width;
}
