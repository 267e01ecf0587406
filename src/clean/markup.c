/* SPDX-License-Identifier: GPL-3.0-or-later
 * markup.c - where tokens begin and end. Looking for an end that isn't there happens once a kind of end, so that time stays linear. */
#include "markup.h"

#define IS_SPACE 1
#define ENDS_TAG 2 /* > */
#define IS_SLASH 4
#define IS_EQUAL 8
#define IS_ALPHA 16
#define IS_NAMER 32 /* starts a name in XML, beside letters and what is not ASCII */

static const guchar classes[256] = {
    ['\t'] = IS_SPACE, ['\n'] = IS_SPACE, ['\f'] = IS_SPACE, ['\r'] = IS_SPACE, [' '] = IS_SPACE, ['>'] = ENDS_TAG, ['/'] = IS_SLASH,
    ['='] = IS_EQUAL,  ['_'] = IS_NAMER,  [':'] = IS_NAMER,
#define LETTER(c) [c] = IS_ALPHA, [(c) - 'a' + 'A'] = IS_ALPHA
    LETTER ('a'),      LETTER ('b'),      LETTER ('c'),      LETTER ('d'),      LETTER ('e'),     LETTER ('f'),     LETTER ('g'),
    LETTER ('h'),      LETTER ('i'),      LETTER ('j'),      LETTER ('k'),      LETTER ('l'),     LETTER ('m'),     LETTER ('n'),
    LETTER ('o'),      LETTER ('p'),      LETTER ('q'),      LETTER ('r'),      LETTER ('s'),     LETTER ('t'),     LETTER ('u'),
    LETTER ('v'),      LETTER ('w'),      LETTER ('x'),      LETTER ('y'),      LETTER ('z'),
#undef LETTER
};

/* Elements whose content is no markup; from FIRST_MILD on their content is text that would be missed: without an end it ends at a tag. */
static const char *const raw_names[] = { NULL, "script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title" };
#define FIRST_MILD 3
#define NO_DOCTYPE (1u << 31)

static gboolean
is_class (char c, guint class)
{
    return (classes[(guchar)c] & class) != 0;
}

GxMarkup
gx_markup_start (GxStr page, gsize start, GxMarkupMode mode)
{
    return (GxMarkup){ page, mode, MIN (start, page.len), 0, 0 };
}

/* The first c at or after `at`; the page's length when there is none. */
static gsize
find_char (const GxStr *page, gsize at, char c)
{
    const char *found = at < page->len ? memchr (page->data + at, c, page->len - at) : NULL;

    return found ? (gsize)(found - page->data) : page->len;
}

/* Where in text the next attribute starts, or the > that ends the tag. */
static gsize
skip_to_attribute (const GxStr *text, gsize at)
{
    while (at < text->len && is_class (text->data[at], IS_SPACE | IS_SLASH))
        at++;
    return at;
}

static gsize
skip_space (const GxStr *text, gsize at)
{
    while (at < text->len && is_class (text->data[at], IS_SPACE))
        at++;
    return at;
}

/* Reads the value behind a =; returns where it ends, with its quotes. */
static gsize
read_value (const GxStr *text, gsize at, GxStr *value)
{
    gsize start = at, end;

    if (at < text->len && (text->data[at] == '"' || text->data[at] == '\'')) {
        end = find_char (text, at + 1, text->data[at]);
        if (end < text->len) {
            *value = (GxStr){ text->data + at + 1, end - at - 1 };
            return end + 1;
        }
    }
    while (at < text->len && !is_class (text->data[at], IS_SPACE | ENDS_TAG))
        at++;
    *value = (GxStr){ text->data + start, at - start };
    return at;
}

/* Reads the attribute at `at`, which is neither white space nor > nor the end; returns where it ends. */
static gsize
read_attribute (const GxStr *text, gsize at, GxStr *name, GxStr *value)
{
    gsize start = at, next;

    at++; /* an = in front is part of the name */
    while (at < text->len && !is_class (text->data[at], IS_SPACE | ENDS_TAG | IS_SLASH | IS_EQUAL))
        at++;
    *name = (GxStr){ text->data + start, at - start };
    *value = (GxStr){ text->data + at, 0 };
    next = skip_space (text, at);
    if (next < text->len && text->data[next] == '=')
        return read_value (text, skip_space (text, next + 1), value);
    return at;
}

/* Which raw element this name is; 0: none. */
static guint
raw_index (GxStr name)
{
    char first = (char)(*name.data | 0x20);

    if (first != 's' && first != 't' && first != 'i' && first != 'n' && first != 'x')
        return 0;
    for (guint i = 1; i < G_N_ELEMENTS (raw_names); i++)
        if (strlen (raw_names[i]) == name.len && g_ascii_strncasecmp (raw_names[i], name.data, name.len) == 0)
            return i;
    return 0;
}

/* A start or end tag whose name starts at `name`. */
static void
read_tag (GxMarkup *self, GxToken *token, GxTokenType type, gsize name)
{
    const GxStr *page = &self->page;
    gsize at = name, attributes, last;
    GxStr ignored;

    while (at < page->len && !is_class (page->data[at], IS_SPACE | ENDS_TAG | IS_SLASH))
        at++;
    token->type = type;
    token->start = self->at;
    token->name = (GxStr){ page->data + name, at - name };
    attributes = last = at;
    while ((at = skip_to_attribute (page, at)) < page->len && page->data[at] != '>')
        last = at = read_attribute (page, at, &ignored, &ignored);
    token->attributes = (GxStr){ page->data + attributes, at - attributes };
    token->is_open = at == page->len;
    token->is_empty = type == GX_TOKEN_START && !token->is_open && at > last && page->data[at - 1] == '/';
    if (token->is_empty)
        token->attributes.len--;
    token->end = self->at = token->is_open ? at : at + 1;
    if (type == GX_TOKEN_START && self->mode == GX_MARKUP_HTML && !token->is_empty)
        self->raw = raw_index (token->name);
}

/* Behind the end of a comment whose <!-- starts at `at`; 0 when it has none. */
static gsize
comment_end (const GxStr *page, gsize at)
{
    for (gsize end = find_char (page, at + 4, '>'); end < page->len; end = find_char (page, end + 1, '>')) {
        const char *p = page->data + end;

        if (p[-1] == '-' && p[-2] == '-')
            return end + 1;
        if (end >= at + 7 && p[-1] == '!' && p[-2] == '-' && p[-3] == '-')
            return end + 1;
    }
    return 0;
}

/* Behind the next > in front of which `mark` stands (two bytes at most), looked for from `at` on; 0 when there is none. */
static gsize
marked_end (const GxStr *page, gsize at, const char *mark)
{
    gsize len = strlen (mark);

    for (gsize end = find_char (page, at + len, '>'); end < page->len; end = find_char (page, end + 1, '>'))
        if (memcmp (page->data + end - len, mark, len) == 0)
            return end + 1;
    return 0;
}

/* Behind a document type with an internal subset; 0 when it has no end. */
static gsize
doctype_end (const GxStr *page, gsize at)
{
    guint brackets = 0;

    while (at < page->len) {
        char c = page->data[at];

        if (c == '"' || c == '\'') {
            at = find_char (page, at + 1, c);
        } else if (c == '<' && page->len - at >= 4 && memcmp (page->data + at, "<!--", 4) == 0) {
            at = comment_end (page, at);
            if (at == 0)
                return 0;
            continue;
        } else if (c == '[') {
            brackets++;
        } else if (c == ']' && brackets > 0) {
            brackets--;
        } else if (c == '>' && brackets == 0) {
            return at + 1;
        }
        at++;
    }
    return 0;
}

static gboolean
starts_with (const GxMarkup *self, const char *prefix)
{
    gsize len = strlen (prefix);

    return self->page.len - self->at >= len && memcmp (self->page.data + self->at, prefix, len) == 0;
}

/* A comment, declaration or processing instruction. */
static void
read_comment (GxMarkup *self, GxToken *token)
{
    gsize end = 0;
    gboolean is_xml = self->mode == GX_MARKUP_XML;

    if (starts_with (self, "<!--")) {
        end = comment_end (&self->page, self->at);
    } else if (is_xml && starts_with (self, "<?")) {
        end = marked_end (&self->page, self->at + 2, "?");
    } else {
        if (is_xml && starts_with (self, "<!DOCTYPE") && !(self->no_end & NO_DOCTYPE)) {
            end = doctype_end (&self->page, self->at);
            if (end == 0)
                self->no_end |= NO_DOCTYPE;
        }
        if (end == 0)
            end = marked_end (&self->page, self->at, "");
    }
    token->type = GX_TOKEN_COMMENT;
    token->start = self->at;
    token->is_open = end == 0;
    token->end = self->at = end ? end : self->page.len;
}

/* A CDATA section; FALSE when it is empty. */
static gboolean
read_cdata (GxMarkup *self, GxToken *token)
{
    gsize end;

    token->type = GX_TOKEN_CDATA;
    token->start = self->at + strlen ("<![CDATA[");
    end = marked_end (&self->page, token->start, "]]");
    token->is_open = end == 0;
    token->end = end ? end - strlen ("]]>") : self->page.len;
    self->at = end ? end : self->page.len;
    return token->start < token->end;
}

/* Where the end tag of a raw element starts; the page's length when there is none. */
static gsize
raw_end (const GxStr *page, gsize at, const char *name)
{
    gsize len = strlen (name);

    for (at = find_char (page, at, '<'); at < page->len; at = find_char (page, at + 1, '<')) {
        const char *p = page->data + at;

        if (page->len - at >= len + 2 && p[1] == '/' && g_ascii_strncasecmp (p + 2, name, len) == 0 &&
            (page->len - at == len + 2 || is_class (p[len + 2], IS_SPACE | IS_SLASH | ENDS_TAG)))
            return at;
    }
    return page->len;
}

/* Raw text; FALSE when it is empty. */
static gboolean
read_raw (GxMarkup *self, GxToken *token)
{
    guint raw = self->raw;
    gsize end = self->page.len;

    self->raw = 0;
    if (!(self->no_end & (1u << raw)))
        end = raw_end (&self->page, self->at, raw_names[raw]);
    token->is_open = end == self->page.len;
    if (token->is_open) {
        self->no_end |= 1u << raw;
        if (raw >= FIRST_MILD)
            end = find_char (&self->page, self->at, '<');
    }
    token->type = GX_TOKEN_RAW;
    token->start = self->at;
    token->end = self->at = end;
    return token->start < token->end;
}

/* Whether the < at `at` starts markup. */
static gboolean
is_markup (const GxMarkup *self, gsize at)
{
    const char *p = self->page.data + at;
    gsize rest = self->page.len - at;
    guint starts = self->mode == GX_MARKUP_XML ? IS_ALPHA | IS_NAMER : IS_ALPHA;

    if (rest < 2)
        return FALSE;
    if (p[1] == '/')
        return rest > 2;
    return p[1] == '!' || p[1] == '?' || is_class (p[1], starts) || (self->mode == GX_MARKUP_XML && (guchar)p[1] >= 0x80);
}

/* Reads the markup at the cursor; FALSE when there is nothing to hand out. */
static gboolean
read_markup (GxMarkup *self, GxToken *token)
{
    const char *p = self->page.data + self->at;

    if (p[1] == '/' && (is_class (p[2], IS_ALPHA | IS_NAMER) || (guchar)p[2] >= 0x80))
        read_tag (self, token, GX_TOKEN_END, self->at + 2);
    else if (p[1] == '!' && self->mode == GX_MARKUP_XML && starts_with (self, "<![CDATA["))
        return read_cdata (self, token);
    else if (p[1] == '/' || p[1] == '!' || p[1] == '?')
        read_comment (self, token);
    else
        read_tag (self, token, GX_TOKEN_START, self->at + 1);
    return TRUE;
}

gboolean
gx_markup_next (GxMarkup *self, GxToken *token)
{
    while (self->at < self->page.len) {
        gsize end = self->at;

        memset (token, 0, sizeof *token);
        if (self->raw) {
            if (read_raw (self, token))
                return TRUE;
            continue;
        }
        while ((end = find_char (&self->page, end, '<')) < self->page.len && !is_markup (self, end))
            end++;
        if (end > self->at) {
            token->type = GX_TOKEN_TEXT;
            token->start = self->at;
            token->end = self->at = end;
            return TRUE;
        }
        if (read_markup (self, token))
            return TRUE;
    }
    return FALSE;
}

gboolean
gx_token_is (const GxToken *token, GxMarkupMode mode, const char *name)
{
    if (strlen (name) != token->name.len)
        return FALSE;
    if (mode == GX_MARKUP_XML)
        return memcmp (token->name.data, name, token->name.len) == 0;
    return g_ascii_strncasecmp (token->name.data, name, token->name.len) == 0;
}

gboolean
gx_token_next_attribute (const GxToken *token, gsize *at, GxStr *name, GxStr *value)
{
    gsize next = skip_to_attribute (&token->attributes, *at);

    if (next >= token->attributes.len)
        return FALSE;
    *at = read_attribute (&token->attributes, next, name, value);
    return TRUE;
}

static gboolean
find_attribute (const GxToken *token, const char *name, GxStr *value)
{
    gsize at = 0, len = strlen (name);
    GxStr found;

    while (gx_token_next_attribute (token, &at, &found, value))
        if (found.len == len && g_ascii_strncasecmp (found.data, name, len) == 0)
            return TRUE;
    return FALSE;
}

char *
gx_token_attribute (const GxToken *token, const char *name)
{
    GxStr value;

    if (!find_attribute (token, name, &value))
        return NULL;
    return g_strstrip (gx_markup_decode (value, GX_MARKUP_HTML));
}
