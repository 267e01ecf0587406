/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-article.c - a string of JSON becomes a page with its way back to the source. */
#include "html-article.h"

#include "html.h"

static const char key[] = "\"articleBody\"";

typedef struct {
    GString *html;
    GString *text; /* the same without tags */
    GxMap *map;
    gsize start; /* of the JSON in the source */
} Article;

/* Adds what source bytes [at, at + len) of the JSON say. */
static void
add (Article *self, GxStr piece, gsize at, gsize len)
{
    gx_map_append (self->map, (GxMapRun){ self->html->len, piece.len, self->start + at, len });
    g_string_append_len (self->html, piece.data, (gssize)piece.len);
    g_string_append_len (self->text, piece.data, (gssize)piece.len);
    if (piece.len == 1 && piece.data[0] == '\n')
        g_string_append (self->html, "<p>");
}

/* The value of the four hexadecimal digits behind \u; -1 when they are none. */
static gint
unit_at (GxStr json, gsize at)
{
    gint value = 0;

    if (json.len - at < 6 || json.data[at] != '\\' || json.data[at + 1] != 'u')
        return -1;
    for (gsize i = at + 2; i < at + 6; i++) {
        if (!g_ascii_isxdigit (json.data[i]))
            return -1;
        value = value * 16 + g_ascii_xdigit_value (json.data[i]);
    }
    return value;
}

/* Adds the character that the escape at byte `at` stands for; returns the bytes of the escape, 0 when it is none. */
static gsize
add_escape (Article *self, GxStr json, gsize at)
{
    static const char names[] = "nrtbf\"\\/", values[] = "\n\r\t\b\f\"\\/";
    gint unit = unit_at (json, at), low;
    gunichar c = (gunichar)unit;
    gsize len = 6;
    char utf8[6];

    if (unit < 0) {
        const char *name = json.len - at > 1 ? memchr (names, json.data[at + 1], sizeof names - 1) : NULL;

        if (name)
            add (self, (GxStr){ values + (name - names), 1 }, at, 2);
        return name ? 2 : 0;
    }
    if (unit >= 0xD800 && unit < 0xDC00 && (low = unit_at (json, at + 6)) >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + (((gunichar)unit & 0x3FF) << 10) + ((gunichar)low & 0x3FF);
        len = 12;
    }
    add (self, (GxStr){ utf8, (gsize)g_unichar_to_utf8 (c, utf8) }, at, len);
    return len;
}

/* Adds the string whose quotation mark stands at byte `at`; FALSE when it is no string. */
static gboolean
add_string (Article *self, GxStr json, gsize at)
{
    for (at++; at < json.len && json.data[at] != '"';) {
        gsize len = 0;

        if (json.data[at] == '\\') {
            len = add_escape (self, json, at);
            if (len == 0)
                return FALSE;
        } else {
            while (at + len < json.len && json.data[at + len] != '"' && json.data[at + len] != '\\')
                len++;
            add (self, (GxStr){ json.data + at, len }, at, len);
        }
        at += len;
    }
    return at < json.len;
}

/* Where the string begins that the key at byte `at` belongs to; 0 when there is none. */
static gsize
value_of (GxStr json, gsize at)
{
    at += sizeof key - 1;
    while (at < json.len && g_ascii_isspace (json.data[at]))
        at++;
    if (at == json.len || json.data[at++] != ':')
        return 0;
    while (at < json.len && g_ascii_isspace (json.data[at]))
        at++;
    return at < json.len && json.data[at] == '"' ? at : 0;
}

void
gx_article_read (GxBuilder *builder, GxStr source, GxStr json, const char *body)
{
    const char *found = json.data, *end = json.data + json.len;

    for (; (found = g_strstr_len (found, end - found, key)) != NULL; found++) {
        g_autoptr (GString) html = g_string_new ("<p>"), text = g_string_new (NULL);
        g_autoptr (GxMap) map = gx_map_new ();
        Article self = { html, text, map, (gsize)(json.data - source.data) };
        gsize value = value_of (json, (gsize)(found - json.data));

        if (value > 0 && add_string (&self, json, value) && strcmp (text->str, body) == 0) {
            GxPage page = { { html->str, html->len }, 0, map };

            gx_html_read_page (builder, &page);
            return;
        }
    }
}
