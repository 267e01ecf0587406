/* SPDX-License-Identifier: GPL-3.0-or-later
 * source-says.c - references, escapes and white space of all markups, decoded by rules that the readers don't share. */
#include "source-says.h"

#include <libxml/HTMLparser.h>
#include <stdio.h>

#include "fold.h"

#define MAX_REFERENCE 40 /* bytes */

/* What numbers 128 to 159 mean in pages: the characters of Windows-1252, 0 where it has none. */
static const gunichar windows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

static gboolean
is_white (gunichar c)
{
    return g_unichar_isspace (c) || c == 0x0B || c == 0x85 || c == 0x200B || c == 0xFEFF || c == 0xAD || c == 0x2028 || c == 0x2029;
}

static gboolean
is_scalar (gunichar c)
{
    return c > 0 && c < 0x110000 && (c < 0xD800 || c > 0xDFFF);
}

/* The value of `&#…`, 0 when there is none; len gets its length. */
static gunichar
number_value (GxStr text, gsize *len)
{
    gboolean hex = text.len > 2 && (text.data[2] | 0x20) == 'x';
    gsize at = hex ? 3 : 2;
    guint64 value = 0;

    for (; at < text.len && (hex ? g_ascii_isxdigit (text.data[at]) : g_ascii_isdigit (text.data[at])); at++)
        value = MIN (value * (hex ? 16 : 10) + (guint64)g_ascii_xdigit_value (text.data[at]), 0x110000);
    *len = at < text.len && text.data[at] == ';' ? at + 1 : at;
    return (gunichar)value;
}

/* Appends what the reference at the start of text means; its length, 0 when it is none. A name that libxml2 doesn't know becomes ⁇
 * (U+2047), which stands for any character that is no letter and no digit. */
static gsize
append_reference (GString *out, GxStr text)
{
    char name[MAX_REFERENCE] = { 0 };
    gsize len = 0;

    if (text.len < 3 || text.data[0] != '&')
        return 0;
    if (text.data[1] == '#') {
        gunichar c = number_value (text, &len);
        if (len < 3)
            return 0;
        if (c >= 0x80 && c < 0xA0 && windows[c - 0x80])
            g_string_append_unichar (out, windows[c - 0x80]);
        g_string_append_unichar (out, is_scalar (c) ? c : 0xFFFD);
        return len;
    }
    while (len + 1 < text.len && len + 1 < sizeof name && g_ascii_isalnum (text.data[len + 1])) {
        name[len] = text.data[len + 1];
        len++;
    }
    if (len == 0)
        return 0;
    const htmlEntityDesc *entity = htmlEntityLookup ((const xmlChar *)name);
    g_string_append_unichar (out, entity ? entity->value : g_str_equal (name, "apos") ? '\'' : 0x2047);
    return len + 1 + (len + 1 < text.len && text.data[len + 1] == ';' ? 1 : 0);
}

/* Appends what the escapes of JSON at the start of text (\\u4e2d, \\ud83d\\ude00) mean; their length, 0 when there are none. */
static gsize
append_escape (GString *out, GxStr text)
{
    g_autofree char *piece = g_strndup (text.data, MIN (text.len, 12));
    guint high, low;

    if (strlen (piece) < 6 || sscanf (piece, "\\u%4x", &high) != 1)
        return 0;
    if (high >= 0xD800 && high < 0xDC00 && strlen (piece) == 12 && sscanf (piece + 6, "\\u%4x", &low) == 1) {
        g_string_append_unichar (out, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
        return 12;
    }
    g_string_append_unichar (out, is_scalar (high) ? high : 0xFFFD);
    return 6;
}

/* Length of the tag, comment or declaration at the start of text, 0 when there is none. */
static gsize
tag_length (GxStr text)
{
    const char *end;

    if (text.len < 3 || text.data[0] != '<' ||
        !(g_ascii_isalpha (text.data[1]) || (guchar)text.data[1] >= 0x80 || strchr ("/!?_:", text.data[1])))
        return 0;
    end = text.len >= 4 && memcmp (text.data, "<!--", 4) == 0 ? g_strstr_len (text.data, (gssize)text.len, "-->") : NULL;
    if (end)
        return (gsize)(end - text.data) + 3;
    /* A > inside of a quoted value ends nothing; where the quotation has no end it is none. */
    for (gsize at = 1; at < text.len; at++) {
        char c = text.data[at];
        const char *close = (c == '"' || c == '\'') && text.data[at - 1] == '=' ? memchr (text.data + at + 1, c, text.len - at - 1) : NULL;

        if (c == '>')
            return at + 1;
        if (close)
            at = (gsize)(close - text.data);
    }
    return 0;
}

/* Source bytes without tags, references and escapes decoded. */
static GString *
decode (GxStr source)
{
    GString *out = g_string_sized_new (source.len);

    for (gsize at = 0; at < source.len;) {
        GxStr rest = { source.data + at, source.len - at };
        gsize len = tag_length (rest);
        if (len == 0)
            len = append_reference (out, rest);
        if (len == 0)
            len = append_escape (out, rest);
        if (len == 0 && rest.data[0] == '\\' && rest.len > 1 && g_ascii_ispunct (rest.data[1]))
            len = 1;
        else if (len == 0) {
            len = MIN ((gsize)g_utf8_skip[(guchar)rest.data[0]], rest.len);
            g_string_append_len (out, rest.data, (gssize)len);
        }
        at += len;
    }
    return out;
}

/* Whether nothing can be read in text: a line break with what indents the next line and sets it into a quotation or a list, the first brace
 * of a template's tag. */
static gboolean
is_mute (GxStr text)
{
    for (const char *p = text.data; p < text.data + text.len; p = g_utf8_next_char (p))
        if (!is_white (g_utf8_get_char (p)) && !strchr (">|*_-+~`#:=\\{", *p))
            return FALSE;
    return TRUE;
}

/* Whether a tag stands for this character: what office formats have elements for. */
static gboolean
tag_says (GxStr source, gunichar c)
{
    static const struct {
        const char *name;
        gunichar c;
    } tags[] = { { "noBreakHyphen", 0x2011 }, { "noBreakHyphen", '-' }, { "softHyphen", 0xAD } };

    for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
        if (tags[i].c == c && g_strstr_len (source.data, (gssize)source.len, tags[i].name))
            return TRUE;
    return FALSE;
}

/* Whether folded text holds what c folds to. */
static gboolean
folds_to (const GString *decoded, GxStr clean)
{
    g_autoptr (GxFolded) folded = gx_fold_new ((GxStr){ decoded->str, decoded->len });
    g_autoptr (GxFolded) wanted = gx_fold_new (clean);
    GxStr text = gx_folded_text (folded), part = gx_folded_text (wanted);

    return part.len > 0 && g_strstr_len (text.data, (gssize)text.len, part.data) != NULL;
}

Saying
source_says (GxStr source, GxStr clean, gunichar c)
{
    if (gx_str_equal (source, clean))
        return SAYS_SAME;
    if (source.len == 0)
        return SAYS_NOTHING;

    g_autoptr (GString) decoded = decode (source);
    if (c == ' ' && is_mute ((GxStr){ decoded->str, decoded->len }))
        return SAYS_BLANK;
    if (g_strstr_len (decoded->str, (gssize)decoded->len, "\u2047") && !g_unichar_isalnum (c))
        return SAYS_REFERENCE;
    g_autofree char *character = gx_str_dup (clean);
    if (decoded->len < 64 && strstr (decoded->str, character))
        return SAYS_REFERENCE;
    if (tag_says (source, c))
        return SAYS_REFERENCE;
    return decoded->len < 64 && folds_to (decoded, clean) ? SAYS_FOLDED : SAYS_NOTHING;
}
