/* SPDX-License-Identifier: GPL-3.0-or-later
 * markup-reference.c - references to characters: libxml2's table of HTML's names behind a small one of the most frequent and of newer ones.
 */
#include "markup.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>

#define MAX_NAME     32   /* bytes of a name */
#define FIRST_LATIN1 0xA0 /* the names of these are old enough to do without a semicolon */
#define LAST_LATIN1  0xFF

typedef struct {
    const char *name;
    guint value;
} Entity;

/* Sorted by bytes. */
static const Entity entities[] = {
    { "AMP", '&' },       { "COPY", 0xA9 },     { "GT", '>' },        { "Hat", '^' },      { "LT", '<' },     { "NewLine", '\n' },
    { "QUOT", '"' },      { "REG", 0xAE },      { "Tab", '\t' },      { "amp", '&' },      { "apos", '\'' },  { "ast", '*' },
    { "bsol", '\\' },     { "bull", 0x2022 },   { "colon", ':' },     { "comma", ',' },    { "commat", '@' }, { "copy", 0xA9 },
    { "dash", 0x2010 },   { "dollar", '$' },    { "equals", '=' },    { "excl", '!' },     { "grave", '`' },  { "gt", '>' },
    { "hellip", 0x2026 }, { "horbar", 0x2015 }, { "hyphen", 0x2010 }, { "lbrack", '[' },   { "lcub", '{' },   { "ldquo", 0x201C },
    { "lowbar", '_' },    { "lpar", '(' },      { "lsqb", '[' },      { "lsquo", 0x2018 }, { "lt", '<' },     { "mdash", 0x2014 },
    { "middot", 0xB7 },   { "nbsp", 0xA0 },     { "ndash", 0x2013 },  { "num", '#' },      { "percnt", '%' }, { "period", '.' },
    { "plus", '+' },      { "quest", '?' },     { "quot", '"' },      { "raquo", 0xBB },   { "rbrack", ']' }, { "rcub", '}' },
    { "rdquo", 0x201D },  { "rpar", ')' },      { "rsqb", ']' },      { "rsquo", 0x2019 }, { "semi", ';' },   { "sol", '/' },
    { "verbar", '|' },    { "vert", '|' },
};

/* What numbers 128 to 159 mean in HTML: Windows' code page 1252. */
static const guint16 windows[] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
};

static int
compare_name (const void *name, const void *entity)
{
    return strcmp (name, ((const Entity *)entity)->name);
}

/* The character of a name; 0 when it isn't known. */
static gunichar
value_of (const char *name)
{
    const Entity *found = bsearch (name, entities, G_N_ELEMENTS (entities), sizeof *entities, compare_name);
    const htmlEntityDesc *html;

    if (found)
        return found->value;
    html = htmlEntityLookup ((const xmlChar *)name);
    return html ? html->value : 0;
}

/* A character that may stand in text; else 0. */
static gunichar
text_char (guint value, GxMarkupMode mode)
{
    if (mode == GX_MARKUP_HTML && value >= 0x80 && value < 0x80 + G_N_ELEMENTS (windows))
        value = windows[value - 0x80];
    if (value < ' ' && value != '\t' && value != '\n' && value != '\f' && value != '\r')
        return 0;
    if (value >= 0x7F && value < 0xA0 && value != 0x85)
        return 0;
    return g_unichar_validate (value) && (value & 0xFFFE) != 0xFFFE ? value : 0;
}

/* Reads &#…; returns its length, 0 when it is none. */
static gsize
read_number (GxStr text, GxMarkupMode mode, gunichar *c)
{
    gboolean hex = text.len > 2 && (text.data[2] == 'x' || (text.data[2] == 'X' && mode == GX_MARKUP_HTML));
    gsize first = hex ? 3 : 2, i = first;
    guint value = 0;

    for (; i < text.len; i++) {
        gint digit = hex ? g_ascii_xdigit_value (text.data[i]) : g_ascii_digit_value (text.data[i]);

        if (digit < 0)
            break;
        if (value < 0x110000)
            value = value * (hex ? 16 : 10) + (guint)digit;
    }
    if (i == first)
        return 0;
    *c = text_char (value, mode);
    if (i < text.len && text.data[i] == ';')
        return i + 1;
    return mode == GX_MARKUP_HTML ? i : 0;
}

/* Reads &name; the same. */
static gsize
read_name (GxStr text, GxMarkupMode mode, gunichar *c)
{
    char name[MAX_NAME];
    gsize i = 1;

    while (i < text.len && i < sizeof name && g_ascii_isalnum (text.data[i])) {
        name[i - 1] = text.data[i];
        i++;
    }
    if (i == 1 || i == sizeof name)
        return 0;
    name[i - 1] = 0;
    if (i < text.len && text.data[i] == ';') {
        *c = value_of (name);
        return *c ? i + 1 : 0;
    }
    if (mode == GX_MARKUP_XML || (i < text.len && text.data[i] == '='))
        return 0;
    *c = value_of (name);
    return *c == '&' || *c == '<' || *c == '>' || *c == '"' || (*c >= FIRST_LATIN1 && *c <= LAST_LATIN1) ? i : 0;
}

gsize
gx_markup_reference (GxStr text, GxMarkupMode mode, char out[8], gsize *out_len)
{
    gunichar c = 0;
    gsize len;

    if (text.len < 3 || *text.data != '&')
        return 0;
    len = text.data[1] == '#' ? read_number (text, mode, &c) : read_name (text, mode, &c);
    if (len > 0)
        *out_len = c ? (gsize)g_unichar_to_utf8 (c, out) : 0;
    return len;
}

char *
gx_markup_decode (GxStr text, GxMarkupMode mode)
{
    GString *out = g_string_sized_new (text.len);
    gsize at = 0;

    while (at < text.len) {
        const char *next = memchr (text.data + at, '&', text.len - at);
        gsize end = next ? (gsize)(next - text.data) : text.len, len, n;
        char c[8];

        g_string_append_len (out, text.data + at, (gssize)(end - at));
        at = end;
        if (at == text.len)
            break;
        len = gx_markup_reference ((GxStr){ text.data + at, text.len - at }, mode, c, &n);
        if (len > 0)
            g_string_append_len (out, c, (gssize)n);
        else
            g_string_append_c (out, '&');
        at += MAX (len, 1);
    }
    return g_string_free (out, FALSE);
}
