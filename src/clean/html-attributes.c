/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-attributes.c - the few attributes that matter for reading. */
#include "html-attributes.h"

/* Whether a style has the declaration property: value. */
static gboolean
style_has (GxStr style, const char *property, const char *value)
{
    gsize property_len = strlen (property), value_len = strlen (value);
    const char *p = style.data, *end = style.data + style.len;

    while ((p = g_strstr_len (p, end - p, property))) {
        p += property_len;
        while (p < end && g_ascii_isspace (*p))
            p++;
        if (p == end || *p != ':')
            continue;
        p++;
        while (p < end && g_ascii_isspace (*p))
            p++;
        if ((gsize)(end - p) >= value_len && g_ascii_strncasecmp (p, value, value_len) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_name (GxStr name, const char *wanted)
{
    return strlen (wanted) == name.len && g_ascii_strncasecmp (name.data, wanted, name.len) == 0;
}

/* Whether list (words with blanks between) holds one of wanted (NULL-terminated). */
static gboolean
has_word (GxStr list, const char *const *wanted)
{
    gsize at = 0;

    while (at < list.len) {
        gsize start = at;

        while (at < list.len && !g_ascii_isspace (list.data[at]))
            at++;
        for (gsize i = 0; at > start && wanted[i]; i++)
            if (is_name ((GxStr){ list.data + start, at - start }, wanted[i]))
                return TRUE;
        at++;
    }
    return FALSE;
}

static guint
role_traits (GxStr value)
{
    static const char *const furniture[] = { "navigation", "banner", "contentinfo", "complementary", "search",  "menu", "menubar",
                                             "toolbar",    "dialog", "alertdialog", "doc-pagelist",  "doc-toc", NULL };
    static const char *const notes[] = { "doc-endnotes", "doc-endnote", "doc-footnote", "doc-bibliography", NULL };
    static const char *const articles[] = { "main", "article", NULL };
    static const char *const mains[] = { "main", NULL };

    return (has_word (value, furniture) ? GX_TRAIT_ROLE : 0u) | (has_word (value, notes) ? GX_TRAIT_NOTE : 0u) |
           (has_word (value, articles) ? GX_TRAIT_ARTICLE : 0u) | (has_word (value, mains) ? GX_TRAIT_MAIN : 0u);
}

static guint
property_traits (GxStr value)
{
    static const char *const articles[] = { "articleBody", NULL };
    static const char *const bylines[] = { "author", "datePublished", "dateModified", "publisher", NULL };
    static const char *const authors[] = { "author", NULL };
    static const char *const captions[] = { "caption", NULL };
    static const char *const comments[] = { "comment", NULL };

    return (has_word (value, articles) ? GX_TRAIT_ARTICLE | GX_TRAIT_MAIN : 0u) | (has_word (value, bylines) ? GX_TRAIT_BYLINE : 0u) |
           (has_word (value, authors) ? GX_TRAIT_AUTHOR : 0u) | (has_word (value, captions) ? GX_TRAIT_CAPTION : 0u) |
           (has_word (value, comments) ? GX_TRAIT_FURNITURE | GX_TRAIT_COMMENTS : 0u);
}

static guint
rel_traits (GxStr value)
{
    static const char *const authors[] = { "author", NULL };
    static const char *const furniture[] = { "tag", "category", "prev", "next", NULL };

    return (has_word (value, authors) ? GX_TRAIT_BYLINE | GX_TRAIT_AUTHOR : 0u) | (has_word (value, furniture) ? GX_TRAIT_FURNITURE : 0u);
}

/* Whether an address leads to a footnote's mark: #_ftnref1, #fnref:2, #cite_ref-3, #sdfootnote4anc. */
static gboolean
is_way_back (GxStr address)
{
    static const char *const starts[] = { "#_ftnref",  "#_ednref",      "#ftnref",      "#fnref",
                                          "#cite_ref", "#footnote-ref", "#footnoteref", "#footnote-anchor" };

    for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
        if (address.len > strlen (starts[i]) && g_ascii_strncasecmp (address.data, starts[i], strlen (starts[i])) == 0)
            return TRUE;
    return address.len > 14 && g_ascii_strncasecmp (address.data, "#sdfootnote", 11) == 0 &&
           memcmp (address.data + address.len - 3, "anc", 3) == 0;
}

static guint
attribute_traits (GxStr name, GxStr value)
{
    static const char *const notes[] = { "footnotes", "footnote", "endnotes", "endnote", "rearnote", "rearnotes", NULL };
    static const char *const marks[] = { "noteref", "backlink", NULL };

    switch (g_ascii_tolower (*name.data)) {
    case 'a':
        return is_name (name, "aria-hidden") && is_name (value, "true") ? GX_TRAIT_HIDDEN : 0u;
    case 'c':
    case 'i':
        if (is_name (name, "class") || is_name (name, "id"))
            return gx_words_traits (value);
        return is_name (name, "itemprop") ? property_traits (value) : 0u;
    case 'e':
        if (!is_name (name, "epub:type"))
            return 0;
        return has_word (value, notes) ? GX_TRAIT_NOTE : has_word (value, marks) ? GX_TRAIT_HIDDEN : 0u;
    case 'h':
        if (is_name (name, "href"))
            return value.len == 0 || *value.data != '#' ? 0u : is_way_back (value) ? GX_TRAIT_MARK | GX_TRAIT_BACK : GX_TRAIT_MARK;
        return is_name (name, "hidden") ? GX_TRAIT_HIDDEN : 0u;
    case 'r':
        return is_name (name, "role") ? role_traits (value) : is_name (name, "rel") ? rel_traits (value) : 0u;
    case 's':
        if (!is_name (name, "style"))
            return 0;
        return (style_has (value, "display", "none") ? GX_TRAIT_HIDDEN : 0u) |
               (style_has (value, "visibility", "hidden") ? GX_TRAIT_VEILED : 0u);
    default:
        return 0;
    }
}

guint
gx_attributes_traits (GxTraitCache *cache, const GxToken *token)
{
    GxStr text = token->attributes, name, value;
    guint traits = 0;
    gsize slot, at = 0;

    if (text.len < 2)
        return 0;
    slot = text.len;
    for (gsize i = 0; i < text.len; i += 1 + text.len / 16)
        slot = slot * 31 + (guchar)text.data[i];
    slot %= G_N_ELEMENTS (cache->slots);
    if (gx_str_equal (cache->slots[slot].attributes, text))
        return cache->slots[slot].traits;
    while (gx_token_next_attribute (token, &at, &name, &value))
        traits |= attribute_traits (name, value);
    cache->slots[slot].attributes = text;
    cache->slots[slot].traits = traits;
    return traits;
}
