/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-attributes.c - the few attributes that matter for reading. */
#include "html-attributes.h"

const char *
gx_attributes_find (const char *const *attributes, const char *name)
{
    for (gsize i = 0; attributes && attributes[i]; i += 2)
        if (strcmp (attributes[i], name) == 0)
            return attributes[i + 1] ? attributes[i + 1] : "";
    return NULL;
}

/* Whether a style has the declaration property: value. */
static gboolean
style_has (const char *style, const char *property, const char *value)
{
    for (const char *p = strstr (style, property); p; p = strstr (p + 1, property)) {
        const char *q = p + strlen (property);

        q += strspn (q, " \t\n\r");
        if (*q != ':')
            continue;
        q++;
        q += strspn (q, " \t\n\r");
        if (g_ascii_strncasecmp (q, value, strlen (value)) == 0)
            return TRUE;
    }
    return FALSE;
}

gboolean
gx_attributes_hide (const char *const *attributes)
{
    const char *aria = gx_attributes_find (attributes, "aria-hidden"), *style = gx_attributes_find (attributes, "style");

    if (gx_attributes_find (attributes, "hidden") || (aria && g_ascii_strcasecmp (aria, "true") == 0))
        return TRUE;
    return style && (style_has (style, "display", "none") || style_has (style, "visibility", "hidden"));
}

/* Whether list (words with blanks between) holds one of words (NULL-terminated). */
static gboolean
has_word (const char *list, const char *const *words)
{
    while (list && *list) {
        gsize len = strcspn (list, " \t\n\r\f");

        for (gsize i = 0; words[i]; i++)
            if (strlen (words[i]) == len && g_ascii_strncasecmp (list, words[i], len) == 0)
                return TRUE;
        list += len;
        list += strspn (list, " \t\n\r\f");
    }
    return FALSE;
}

gboolean
gx_attributes_are_note (const char *const *attributes)
{
    static const char *const roles[] = { "doc-endnotes", "doc-endnote", "doc-footnote", "doc-bibliography", NULL };
    static const char *const classes[] = { "footnotes", "footnote", "endnotes", "endnote", "references", "reflist", NULL };

    return has_word (gx_attributes_find (attributes, "role"), roles) || has_word (gx_attributes_find (attributes, "class"), classes) ||
           has_word (gx_attributes_find (attributes, "epub:type"), classes);
}

gboolean
gx_attributes_are_furniture (const char *const *attributes)
{
    static const char *const roles[] = { "navigation", "banner",  "contentinfo", "complementary", "search", "menu",
                                         "menubar",    "toolbar", NULL };
    static const char *const classes[] = { "share",
                                           "sharing",
                                           "sharedaddy",
                                           "sharebar",
                                           "share-bar",
                                           "share-buttons",
                                           "share-links",
                                           "social-share",
                                           "social-links",
                                           "social-icons",
                                           "addthis_toolbox",
                                           "addtoany_share_save_container",
                                           "bdsharebuttonbox",
                                           "jiathis_style",
                                           "breadcrumb",
                                           "breadcrumbs",
                                           "crumbs",
                                           "pagination",
                                           "pager",
                                           "nav",
                                           "navbar",
                                           "navigation",
                                           "post-navigation",
                                           "nav-links",
                                           "sidebar",
                                           "widget-area",
                                           "related",
                                           "related-posts",
                                           "related-articles",
                                           "related-links",
                                           "jp-relatedposts",
                                           "recommend",
                                           "comments",
                                           "comments-area",
                                           "comment-list",
                                           "comment-respond",
                                           "cookie",
                                           "cookie-notice",
                                           "cookie-banner",
                                           "newsletter",
                                           "subscribe",
                                           "advertisement",
                                           "advert",
                                           "ads",
                                           "sponsored",
                                           "skip-link",
                                           "screen-reader-text",
                                           "toc",
                                           NULL };

    return has_word (gx_attributes_find (attributes, "role"), roles) || has_word (gx_attributes_find (attributes, "class"), classes) ||
           has_word (gx_attributes_find (attributes, "id"), classes);
}

GxMeta
gx_attributes_meta (const char *const *attributes)
{
    static const struct {
        const char *name;
        GxMeta meta;
    } names[] = {
        { "og:title", GX_META_TITLE },
        { "twitter:title", GX_META_TITLE },
        { "dc.title", GX_META_TITLE },
        { "dcterms.title", GX_META_TITLE },
        { "citation_title", GX_META_TITLE },
        { "headline", GX_META_TITLE },
        { "author", GX_META_AUTHOR },
        { "dc.creator", GX_META_AUTHOR },
        { "dcterms.creator", GX_META_AUTHOR },
        { "citation_author", GX_META_AUTHOR },
        { "byl", GX_META_AUTHOR },
        { "date", GX_META_DATE },
        { "pubdate", GX_META_DATE },
        { "publishdate", GX_META_DATE },
        { "publish_date", GX_META_DATE },
        { "article:published_time", GX_META_DATE },
        { "og:published_time", GX_META_DATE },
        { "datepublished", GX_META_DATE },
        { "dc.date", GX_META_DATE },
        { "dc.date.issued", GX_META_DATE },
        { "dcterms.date", GX_META_DATE },
        { "dcterms.issued", GX_META_DATE },
        { "dcterms.created", GX_META_DATE },
        { "citation_publication_date", GX_META_DATE },
        { "parsely-pub-date", GX_META_DATE },
    };
    static const char *const keys[] = { "name", "property", "itemprop" };

    for (gsize k = 0; k < G_N_ELEMENTS (keys); k++) {
        const char *name = gx_attributes_find (attributes, keys[k]);

        for (gsize i = 0; name && i < G_N_ELEMENTS (names); i++)
            if (g_ascii_strcasecmp (name, names[i].name) == 0)
                return names[i].meta;
    }
    return GX_META_NONE;
}
