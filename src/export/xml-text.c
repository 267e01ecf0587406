/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml-text.h"

#include <string.h>

static gboolean
is_line_blank (gunichar c)
{
    return c == '\t' || c == '\n' || c == '\r';
}

static gboolean
is_unfit (gunichar c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0xfffe || c == 0xffff;
}

/* Python, Java and C disagree on what a blank is; all Unicode blanks go, so that nobody trims further. */
static void
trim (GString *text)
{
    const char *start = text->str, *end = text->str + text->len;

    while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
        start = g_utf8_next_char (start);
    while (end > start) {
        const char *last = g_utf8_prev_char (end);

        if (!g_unichar_isspace (g_utf8_get_char (last)))
            break;
        end = last;
    }
    g_string_truncate (text, (gsize)(end - text->str));
    g_string_erase (text, 0, start - text->str);
}

char *
gx_xml_clean (const char *text)
{
    g_autofree char *valid = g_utf8_make_valid (text, -1);
    g_autoptr (GString) kept = g_string_sized_new (strlen (valid));
    gboolean in_blank = FALSE;

    for (const char *p = valid; *p; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        if (is_line_blank (c)) {
            if (!in_blank)
                g_string_append_c (kept, ' ');
            in_blank = TRUE;
        } else if (!is_unfit (c)) {
            g_string_append_unichar (kept, c);
            in_blank = FALSE;
        }
    }
    trim (kept);
    return g_utf8_normalize (kept->str, (gssize)kept->len, G_NORMALIZE_DEFAULT_COMPOSE);
}

void
gx_xml_put (GxWriter *writer, const char *clean)
{
    const char *end;

    if (!strpbrk (clean, "&<") && !strstr (clean, "]]>")) {
        gx_writer_puts (writer, clean);
        return;
    }
    gx_writer_puts (writer, "<![CDATA[");
    while ((end = strstr (clean, "]]>"))) {
        gx_writer_put (writer, clean, (gsize)(end - clean));
        gx_writer_puts (writer, "]]]]><![CDATA[>");
        clean = end + 3;
    }
    gx_writer_puts (writer, clean);
    gx_writer_puts (writer, "]]>");
}
