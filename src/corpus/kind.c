/* SPDX-License-Identifier: GPL-3.0-or-later
 * kind.c - what a text is written in, told by its name or by its look. */
#include "kind.h"

/** How far a text is looked into. */
#define LOOK_BYTES 16384u
/** From so many tags in so many bytes on, a text without a known ending is HTML. */
#define MANY_TAGS     8u
#define BYTES_PER_TAG 400u

/** What an ending says; GX_KIND_AUTO: a text, but of which kind its content must tell. */
typedef struct {
    const char *ending;
    GxKind kind;
} Ending;

static const Ending endings[] = {
    { ".txt", GX_KIND_AUTO },  { ".text", GX_KIND_AUTO }, { ".md", GX_KIND_MARKDOWN }, { ".markdown", GX_KIND_MARKDOWN },
    { ".html", GX_KIND_HTML }, { ".htm", GX_KIND_HTML },  { ".xhtml", GX_KIND_HTML },
};

static const Ending *
find_ending (const char *name)
{
    const char *dot = strrchr (name, '.');
    for (gsize i = 0; dot && i < G_N_ELEMENTS (endings); i++)
        if (g_ascii_strcasecmp (dot, endings[i].ending) == 0)
            return &endings[i];
    return NULL;
}

gboolean
gx_kind_is_text_name (const char *name)
{
    return find_ending (name) != NULL;
}

static gboolean
starts_with (GxStr text, const char *prefix)
{
    gsize len = strlen (prefix);
    return text.len >= len && g_ascii_strncasecmp (text.data, prefix, len) == 0;
}

static GxStr
skip (GxStr text, gsize n)
{
    return (GxStr){ text.data + n, text.len - n };
}

/** Leaves out a byte order mark and the white space before the first ink. */
static GxStr
skip_blank (GxStr text)
{
    if (starts_with (text, "\xEF\xBB\xBF"))
        text = skip (text, 3);
    while (text.len > 0 && g_ascii_isspace (text.data[0]))
        text = skip (text, 1);
    return text;
}

/** Whether text begins with `<!doctype html`, `<html`, or an XML declaration or comments in front of them. */
static gboolean
opens_as_html (GxStr text)
{
    text = skip_blank (text);
    while (starts_with (text, "<?xml") || starts_with (text, "<!--")) {
        const char *close = text.data[1] == '?' ? "?>" : "-->";
        const char *end = g_strstr_len (text.data, (gssize)text.len, close);
        if (!end)
            return FALSE;
        text = skip_blank (skip (text, (gsize)(end - text.data) + strlen (close)));
    }
    return starts_with (text, "<!doctype html") || starts_with (text, "<html") || starts_with (text, "<head") ||
           starts_with (text, "<body");
}

/** The line at the start of text, without its end. */
static GxStr
first_line (GxStr text)
{
    const char *end = text.len > 0 ? memchr (text.data, '\n', text.len) : NULL;
    gsize len = end ? (gsize)(end - text.data) : text.len;
    if (len > 0 && text.data[len - 1] == '\r')
        len--;
    return (GxStr){ text.data, len };
}

static GxStr
skip_line (GxStr text)
{
    const char *end = text.len > 0 ? memchr (text.data, '\n', text.len) : NULL;
    return end ? skip (text, (gsize)(end - text.data) + 1) : skip (text, text.len);
}

/** Whether text begins with front matter: `---`, lines the first of which has a key, `---` (or `...`). */
static gboolean
opens_as_front_matter (GxStr text)
{
    if (starts_with (text, "\xEF\xBB\xBF"))
        text = skip (text, 3);
    if (!gx_str_equal (first_line (text), gx_str ("---")))
        return FALSE;
    text = skip_line (text);
    GxStr key = first_line (text);
    if (key.len == 0 || !memchr (key.data, ':', key.len))
        return FALSE;
    for (; text.len > 0; text = skip_line (text)) {
        GxStr line = first_line (text);
        if (gx_str_equal (line, gx_str ("---")) || gx_str_equal (line, gx_str ("...")))
            return TRUE;
    }
    return FALSE;
}

/** Whether text is full of tags: `<` and a letter, or `</` and a letter, and a `>` on the same line. */
static gboolean
is_full_of_tags (GxStr text)
{
    gsize tags = 0;
    for (gsize i = 0; i + 2 < text.len; i++) {
        if (text.data[i] != '<')
            continue;
        gsize name = text.data[i + 1] == '/' ? i + 2 : i + 1;
        if (!g_ascii_isalpha (text.data[name]))
            continue;
        gsize end = name;
        while (end < text.len && text.data[end] != '>' && text.data[end] != '<' && text.data[end] != '\n')
            end++;
        if (end < text.len && text.data[end] == '>')
            tags++;
        i = end - 1;
    }
    return tags >= MANY_TAGS && tags * BYTES_PER_TAG >= text.len;
}

GxKind
gx_kind_tell (const char *name, GxStr text)
{
    const Ending *ending = find_ending (name);
    if (ending && ending->kind != GX_KIND_AUTO)
        return ending->kind;
    GxStr look = { text.data, MIN (text.len, LOOK_BYTES) };
    if (opens_as_front_matter (look))
        return GX_KIND_MARKDOWN;
    if (opens_as_html (look) || is_full_of_tags (look))
        return GX_KIND_HTML;
    return GX_KIND_TEXT;
}

static const char *const kind_names[GX_N_KINDS] = { "auto", "text", "markdown", "html", "xml", "wikitext", "docx", "odt", "epub", "pdf" };

const char *
gx_kind_name (GxKind kind)
{
    g_return_val_if_fail ((gsize)kind < GX_N_KINDS, NULL);
    return kind_names[kind];
}

gboolean
gx_kind_parse (const char *name, GxKind *kind)
{
    for (guint i = GX_KIND_TEXT; i < GX_N_KINDS; i++)
        if (strcmp (kind_names[i], name) == 0) {
            *kind = (GxKind)i;
            return TRUE;
        }
    return FALSE;
}
