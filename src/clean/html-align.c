/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-align.c - laying parsed text on the bytes it was parsed from. */
#include "html-align.h"

#include <libxml/HTMLparser.h>

#include "spacing.h"

#define MAX_ENTITY 32  /* bytes of a reference with its & and ; */
#define MIN_FLUSH  500 /* bytes; text as long as this may be handed out before its last character is passed */

void
gx_align_seek (GxAlign *self, gsize position)
{
    self->cursor = MAX (self->cursor, MIN (position, self->page.len));
}

/* The value of &#…; in digits [2 or 3, …); the semicolon may be missing. */
static gsize
decode_number (GxStr markup, gunichar *c)
{
    gboolean hex = markup.len > 2 && (markup.data[2] == 'x' || markup.data[2] == 'X');
    gsize first = hex ? 3 : 2, i = first;
    guint value = 0;

    for (; i < markup.len; i++) {
        gint digit = hex ? g_ascii_xdigit_value (markup.data[i]) : g_ascii_digit_value (markup.data[i]);

        if (digit < 0)
            break;
        if (value < 0x110000)
            value = value * (hex ? 16 : 10) + (guint)digit;
    }
    if (i == first)
        return 0;
    *c = value;
    return i < markup.len && markup.data[i] == ';' ? i + 1 : i;
}

static gsize
decode_name (GxStr markup, gunichar *c)
{
    char name[MAX_ENTITY];
    const htmlEntityDesc *entity;
    gsize i = 1;

    while (i < markup.len && i < sizeof name && g_ascii_isalnum (markup.data[i])) {
        name[i - 1] = markup.data[i];
        i++;
    }
    if (i == 1 || i >= markup.len || i >= sizeof name || markup.data[i] != ';')
        return 0;
    name[i - 1] = 0;
    entity = htmlEntityLookup ((const xmlChar *)name);
    if (!entity)
        return 0;
    *c = entity->value;
    return i + 1;
}

gsize
gx_align_entity (GxStr markup, char *out, gsize *out_len)
{
    gunichar c = 0;
    gsize len = 0;

    if (markup.len < 2 || markup.data[0] != '&')
        return 0;
    len = markup.data[1] == '#' ? decode_number (markup, &c) : decode_name (markup, &c);
    if (len == 0 || c == 0 || !g_unichar_validate (c))
        return 0;
    *out_len = (gsize)g_unichar_to_utf8 (c, out);
    return len;
}

static gboolean
matches_at (const GxAlign *self, gsize offset, GxStr text)
{
    return offset >= self->cursor && offset <= self->page.len && self->page.len - offset >= text.len &&
           memcmp (self->page.data + offset, text.data, text.len) == 0;
}

/* The length of the character at offset, 0 at the end. */
static gsize
char_len (const GxAlign *self, gsize offset)
{
    return offset < self->page.len ? (gsize)(g_utf8_next_char (self->page.data + offset) - (self->page.data + offset)) : 0;
}

/* Whether a < here opens a tag, comment or declaration. */
static gboolean
is_markup (const GxAlign *self, gsize offset)
{
    const char *data = self->page.data;

    return offset + 1 < self->page.len && data[offset] == '<' && (g_ascii_isalpha (data[offset + 1]) || strchr ("/!?", data[offset + 1]));
}

/* Text that ends where the parser stands, or one character further (it flushes long text in front of a character it has read). */
static gboolean
find_at_parser (const GxAlign *self, GxStr text, gsize position, gsize *found)
{
    gsize next;

    if (position > self->page.len)
        return FALSE;
    next = position + char_len (self, position);
    if (position >= text.len && matches_at (self, position - text.len, text) && !is_markup (self, position - text.len)) {
        *found = position - text.len;
        return TRUE;
    }
    /* A lone < is handed out before it is passed. */
    if (text.len < MIN_FLUSH && !(text.len == 1 && text.data[0] == '<'))
        return FALSE;
    if (next >= text.len && matches_at (self, next - text.len, text) && !is_markup (self, next - text.len)) {
        *found = next - text.len;
        return TRUE;
    }
    return FALSE;
}

/* Where a tag, comment or declaration that starts at offset ends: behind its >, a > in quotes not counted; at limit when there is none. */
static gsize
markup_end (const GxAlign *self, gsize offset, gsize limit)
{
    const char *data = self->page.data;
    char quote = 0;

    if (limit - offset >= 4 && memcmp (data + offset, "<!--", 4) == 0) {
        const char *end = g_strstr_len (data + offset + 4, (gssize)(limit - offset - 4), "-->");

        return end ? (gsize)(end - data) + 3 : limit;
    }
    for (gsize i = offset + 1; i < limit; i++) {
        if (quote) {
            if (data[i] == quote)
                quote = 0;
        } else if (data[i] == '>') {
            return i + 1;
        } else if ((data[i] == '"' || data[i] == '\'') && data[i - 1] == '=') {
            quote = data[i];
        }
    }
    return limit;
}

static void
emit (GxAlign *self, gsize end, const GxStr *decoded)
{
    if (self->cursor < end)
        self->piece (self->cursor, end, decoded, self->user_data);
    self->cursor = end;
}

/* The length of a numeric reference at the cursor that stands for no character, and is dropped by the parser; 0 when there is none. */
static gsize
bad_reference_len (const GxAlign *self)
{
    GxStr markup = { self->page.data + self->cursor, self->page.len - self->cursor };
    char decoded[6];
    gsize unused, i = 2;

    if (markup.len < 2 || memcmp (markup.data, "&#", 2) != 0 || gx_align_entity (markup, decoded, &unused) > 0)
        return 0;
    while (i < markup.len && (g_ascii_isxdigit (markup.data[i]) || markup.data[i] == 'x' || markup.data[i] == 'X'))
        i++;
    return i < markup.len && markup.data[i] == ';' ? i + 1 : i;
}

/* Moves the cursor over one character of the page that the parser drops: white space, which is kept, and what is no text in XML. */
static gboolean
skip_char (GxAlign *self, gsize limit)
{
    gsize len = char_len (self, self->cursor);
    gunichar c;

    if (self->cursor >= limit)
        return FALSE;
    c = g_utf8_get_char (self->page.data + self->cursor);
    if (gx_spacing_is_white (c)) {
        emit (self, self->cursor + len, NULL);
        return TRUE;
    }
    if (c >= ' ' && c != 0x7F && (c & 0xFFFE) != 0xFFFE)
        len = bad_reference_len (self);
    self->cursor += len;
    return len > 0;
}

/* Moves the cursor over a tag, comment or declaration, but not beyond limit. */
static gboolean
skip_markup (GxAlign *self, gsize limit)
{
    if (self->cursor >= limit || self->page.data[self->cursor] != '<')
        return FALSE;
    self->cursor = markup_end (self, self->cursor, limit);
    return TRUE;
}

static gboolean
starts_like (const GxAlign *self, GxStr text)
{
    return self->cursor < self->page.len && self->page.data[self->cursor] == text.data[0] && bad_reference_len (self) == 0;
}

/* Places what the reference at the cursor stands for, if text starts with that; returns the bytes placed. */
static gsize
place_reference (GxAlign *self, GxStr text)
{
    char decoded[6];
    GxStr value = { decoded, 0 };
    gsize len = gx_align_entity ((GxStr){ self->page.data + self->cursor, self->page.len - self->cursor }, decoded, &value.len);

    if (len == 0 || value.len > text.len || memcmp (decoded, text.data, value.len) != 0)
        return 0;
    emit (self, self->cursor + len, &value);
    return value.len;
}

/* Places as much of text as follows the cursor up to the next reference; returns the bytes placed. */
static gsize
place_prefix (GxAlign *self, GxStr text)
{
    const char *page = self->page.data + self->cursor;
    gsize room = self->page.len - self->cursor, n = 0, unused;
    char decoded[6];

    if (gx_align_entity ((GxStr){ page, room }, decoded, &unused) > 0)
        return 0;
    if (is_markup (self, self->cursor))
        return 0;
    while (n < text.len && n < room && page[n] == text.data[n] && (n == 0 || (page[n] != '&' && page[n] != '<')))
        n++;
    while (n > 0 && n < text.len && ((guchar)text.data[n] & 0xC0) == 0x80)
        n--; /* only whole characters */
    emit (self, self->cursor + n, NULL);
    return n;
}

void
gx_align_text (GxAlign *self, GxStr text, gsize position)
{
    gsize limit = MIN (position, self->page.len), found;

    limit += char_len (self, limit);
    while (text.len > 0) {
        gsize placed = place_reference (self, text);

        if (placed == 0 && !starts_like (self, text) && skip_char (self, limit))
            continue;
        /* A < that is text looks like the markup it is not: there the parser's word comes first. */
        if (placed == 0 && (text.data[0] == '<' || !matches_at (self, self->cursor, text)) && find_at_parser (self, text, position, &found))
            gx_align_seek (self, found);
        if (placed == 0)
            placed = place_prefix (self, text);
        text.data += placed;
        text.len -= placed;
        if (placed == 0 && !skip_char (self, limit) && !skip_markup (self, limit))
            break;
    }
    if (text.len > 0) {
        self->lost += text.len;
        gx_align_seek (self, position);
    }
}
