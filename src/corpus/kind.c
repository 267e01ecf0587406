/* SPDX-License-Identifier: GPL-3.0-or-later
 * kind.c - what a text is written in, told by its name or by its look. */
#include "kind.h"
#include "entry-name.h"

/** How far a text is looked into. */
#define LOOK_BYTES 16384u
/** From so many tags in so many bytes on, a text without a known ending is HTML. */
#define MANY_TAGS     8u
#define BYTES_PER_TAG 400u

/** When a file is read. */
typedef enum { IN_FOLDERS, WHEN_NAMED } Welcome;

/** What an ending says; GX_KIND_AUTO: of which kind the text is its content must tell. */
typedef struct {
    const char *ending;
    GxKind kind;
    GxRole role;
    Welcome welcome;
} Ending;

static const Ending endings[] = {
    { ".txt", GX_KIND_AUTO, GX_ROLE_TEXT, IN_FOLDERS },    { ".text", GX_KIND_AUTO, GX_ROLE_TEXT, IN_FOLDERS },
    { ".md", GX_KIND_MARKDOWN, GX_ROLE_TEXT, IN_FOLDERS }, { ".markdown", GX_KIND_MARKDOWN, GX_ROLE_TEXT, IN_FOLDERS },
    { ".html", GX_KIND_HTML, GX_ROLE_TEXT, IN_FOLDERS },   { ".htm", GX_KIND_HTML, GX_ROLE_TEXT, IN_FOLDERS },
    { ".xhtml", GX_KIND_HTML, GX_ROLE_TEXT, IN_FOLDERS },  { ".xml", GX_KIND_XML, GX_ROLE_XML, IN_FOLDERS },
    { ".tei", GX_KIND_XML, GX_ROLE_TEXT, IN_FOLDERS },     { ".docx", GX_KIND_AUTO, GX_ROLE_TEXT, IN_FOLDERS },
    { ".odt", GX_KIND_AUTO, GX_ROLE_TEXT, IN_FOLDERS },    { ".epub", GX_KIND_AUTO, GX_ROLE_TEXT, IN_FOLDERS },
    { ".pdf", GX_KIND_AUTO, GX_ROLE_TEXT, IN_FOLDERS },    { ".ndjson", GX_KIND_AUTO, GX_ROLE_LINES, IN_FOLDERS },
    { ".jsonl", GX_KIND_AUTO, GX_ROLE_LINES, IN_FOLDERS }, { ".csv", GX_KIND_AUTO, GX_ROLE_TABLE, IN_FOLDERS },
    { ".zip", GX_KIND_AUTO, GX_ROLE_ARCHIVE, IN_FOLDERS }, { ".7z", GX_KIND_AUTO, GX_ROLE_ARCHIVE, IN_FOLDERS },
    { ".tar", GX_KIND_AUTO, GX_ROLE_ARCHIVE, IN_FOLDERS }, { ".tgz", GX_KIND_AUTO, GX_ROLE_ARCHIVE, IN_FOLDERS },
    { ".txz", GX_KIND_AUTO, GX_ROLE_ARCHIVE, IN_FOLDERS }, { ".tbz2", GX_KIND_AUTO, GX_ROLE_ARCHIVE, IN_FOLDERS },
    { ".eml", GX_KIND_AUTO, GX_ROLE_MAIL, IN_FOLDERS },    { ".mbox", GX_KIND_AUTO, GX_ROLE_MAILBOX, IN_FOLDERS },
    { ".tsv", GX_KIND_AUTO, GX_ROLE_TABLE, WHEN_NAMED },   { ".json", GX_KIND_AUTO, GX_ROLE_JSON, WHEN_NAMED },
};

static const Ending *
find_ending (GxStr name)
{
    for (gsize i = 0; i < G_N_ELEMENTS (endings); i++) {
        gsize len = strlen (endings[i].ending);
        if (name.len >= len && g_ascii_strncasecmp (name.data + name.len - len, endings[i].ending, len) == 0)
            return &endings[i];
    }
    return NULL;
}

gboolean
gx_kind_is_text_name (const char *name)
{
    const Ending *ending = find_ending (gx_str (name));
    return gx_kind_is_packed (name) || (ending && ending->welcome == IN_FOLDERS);
}

GxRole
gx_kind_role (const char *name)
{
    const Ending *ending = find_ending ((GxStr){ name, gx_entry_name_stem (name) });
    return ending ? ending->role : GX_ROLE_UNKNOWN;
}

gboolean
gx_kind_is_packed (const char *name)
{
    return name[gx_entry_name_stem (name)] != '\0';
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

/** Leaves out an XML declaration, comments and processing instructions in front of what text opens with. Empty when one never ends. */
static GxStr
skip_prolog (GxStr text)
{
    text = skip_blank (text);
    while (starts_with (text, "<?") || starts_with (text, "<!--")) {
        const char *close = text.data[1] == '?' ? "?>" : "-->";
        const char *end = g_strstr_len (text.data, (gssize)text.len, close);
        if (!end)
            return (GxStr){ text.data, 0 };
        text = skip_blank (skip (text, (gsize)(end - text.data) + strlen (close)));
    }
    return text;
}

static gboolean
opens_with_any (GxStr text, const char *const *prefixes, gsize n_prefixes)
{
    for (gsize i = 0; i < n_prefixes; i++)
        if (starts_with (text, prefixes[i]))
            return TRUE;
    return FALSE;
}

static gboolean
opens_as_page (GxStr text)
{
    static const char *const pages[] = { "<!doctype html", "<html", "<head", "<body" };
    return opens_with_any (skip_prolog (text), pages, G_N_ELEMENTS (pages));
}

/** Whether text begins like a piece of a page: an element of HTML that is closed somewhere. */
static gboolean
opens_as_piece (GxStr text)
{
    static const char *const pieces[] = { "<p>",     "<p ",    "<div",  "<span",  "<h1",  "<h2",     "<h3",   "<article", "<section",
                                          "<figure", "<table", "<ul",   "<ol",    "<img", "<strong", "<font", "<center",  "<blockquote",
                                          "<main",   "<br>",   "<br/>", "<br />", "<a ",  "<b>",     "<em>",  "<header" };
    GxStr root = skip_blank (text);
    return opens_with_any (root, pieces, G_N_ELEMENTS (pieces)) &&
           (g_strstr_len (root.data, (gssize)root.len, "</") || starts_with (root, "<br"));
}

/** Whether text has an XML declaration and a root element, or a root of TEI. */
static gboolean
opens_as_xml (GxStr text)
{
    GxStr root = skip_prolog (text);
    if (starts_with (root, "<tei") || starts_with (root, "<!doctype tei"))
        return TRUE;
    return starts_with (skip_blank (text), "<?xml") && root.len > 1 && root.data[0] == '<';
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
    const Ending *ending = find_ending ((GxStr){ name, gx_entry_name_stem (name) });
    GxStr look = { text.data, MIN (text.len, LOOK_BYTES) };
    if (ending && ending->kind == GX_KIND_XML)
        return opens_as_page (look) ? GX_KIND_HTML : GX_KIND_XML;
    if (ending && ending->kind != GX_KIND_AUTO)
        return ending->kind;
    if (opens_as_front_matter (look))
        return GX_KIND_MARKDOWN;
    if (opens_as_page (look) || opens_as_piece (look))
        return GX_KIND_HTML;
    if (opens_as_xml (look))
        return GX_KIND_XML;
    return is_full_of_tags (look) ? GX_KIND_HTML : GX_KIND_TEXT;
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
