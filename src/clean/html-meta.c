/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-meta.c - names of metadata and how much each is worth; the site's name taken off a title. */
#include "html-meta.h"

#include "host.h"

#define MAX_AUTHOR  400 /* bytes of a list of authors */
#define MAX_VALUE   4096
#define MAX_HEAD    60 /* blocks among which the page's heading is looked for */
#define MIN_HEADING 6  /* bytes */

typedef struct {
    const char *name;
    GxMetaField field;
    GxMetaRank rank;
} Name;

static const Name names[] = {
    { "og:title", GX_META_TITLE, GX_META_MADE_FOR_IT },
    { "citation_title", GX_META_TITLE, GX_META_MADE_FOR_IT },
    { "dc.title", GX_META_TITLE, GX_META_MADE_FOR_IT },
    { "dcterms.title", GX_META_TITLE, GX_META_MADE_FOR_IT },
    { "headline", GX_META_TITLE, GX_META_MADE_FOR_IT },
    { "articletitle", GX_META_TITLE, GX_META_MADE_FOR_IT },
    { "twitter:title", GX_META_TITLE, GX_META_LOOSE },
    { "citation_author", GX_META_AUTHOR, GX_META_MADE_FOR_IT },
    { "dc.creator", GX_META_AUTHOR, GX_META_MADE_FOR_IT },
    { "dcterms.creator", GX_META_AUTHOR, GX_META_MADE_FOR_IT },
    { "author", GX_META_AUTHOR, GX_META_LOOSE },
    { "article:author", GX_META_AUTHOR, GX_META_LOOSE },
    { "byl", GX_META_AUTHOR, GX_META_LOOSE },
    { "article:published_time", GX_META_DATE, GX_META_MADE_FOR_IT },
    { "og:published_time", GX_META_DATE, GX_META_MADE_FOR_IT },
    { "og:article:published_time", GX_META_DATE, GX_META_MADE_FOR_IT },
    { "citation_publication_date", GX_META_DATE, GX_META_MADE_FOR_IT },
    { "citation_date", GX_META_DATE, GX_META_MADE_FOR_IT },
    { "dc.date", GX_META_DATE, GX_META_MADE_FOR_IT },
    { "dc.date.issued", GX_META_DATE, GX_META_MADE_FOR_IT },
    { "dcterms.date", GX_META_DATE, GX_META_MADE_FOR_IT },
    { "dcterms.issued", GX_META_DATE, GX_META_MADE_FOR_IT },
    { "dcterms.created", GX_META_DATE, GX_META_MADE_FOR_IT },
    { "parsely-pub-date", GX_META_DATE, GX_META_MADE_FOR_IT },
    { "pubdate", GX_META_DATE, GX_META_MADE_FOR_IT },
    { "publishdate", GX_META_DATE, GX_META_MADE_FOR_IT },
    { "publish_date", GX_META_DATE, GX_META_MADE_FOR_IT },
    { "datepublished", GX_META_DATE, GX_META_LOOSE },
    { "date", GX_META_DATE, GX_META_LOOSE },
    { "og:site_name", GX_META_SITE, GX_META_MADE_FOR_IT },
    { "citation_journal_title", GX_META_SITE, GX_META_MADE_FOR_IT },
    { "dc.publisher", GX_META_SITE, GX_META_MADE_FOR_IT },
    { "og:url", GX_META_SITE, GX_META_TEXT },
};

void
gx_page_meta_init (GxPageMeta *self)
{
    memset (self, 0, sizeof *self);
    for (guint i = 0; i < GX_N_META_FIELDS; i++)
        self->ranks[i] = GX_META_NOWHERE;
}

void
gx_page_meta_clear (GxPageMeta *self)
{
    for (guint i = 0; i < GX_N_META_FIELDS; i++)
        g_clear_pointer (&self->values[i], g_free);
    g_clear_pointer (&self->body, g_free);
}

static gboolean
is_address (GxStr value)
{
    return g_strstr_len (value.data, (gssize)MIN (value.len, 10), "://") != NULL || (value.len > 1 && memcmp (value.data, "//", 2) == 0);
}

void
gx_page_meta_offer (GxPageMeta *self, GxMetaField field, GxMetaRank rank, GxStr value)
{
    g_autofree char *copy = g_strstrip (g_strndup (value.data, MIN (value.len, MAX_VALUE)));
    const char *cut;

    if (!*copy || rank >= self->ranks[field] || (field == GX_META_AUTHOR && is_address (gx_str (copy))))
        return;
    if (!g_utf8_validate (copy, -1, &cut))
        copy[cut - copy] = 0;
    if (field == GX_META_AUTHOR && g_ascii_strncasecmp (copy, "by ", 3) == 0)
        memmove (copy, copy + 3, strlen (copy + 3) + 1);
    g_free (self->values[field]);
    self->values[field] = g_steal_pointer (&copy);
    self->ranks[field] = rank;
    self->is_list = FALSE;
}

/* Of citation_author and dc.creator there is one for each author. */
static void
add_author (GxPageMeta *self, GxStr value)
{
    char *joined;

    if (!self->is_list) {
        gx_page_meta_offer (self, GX_META_AUTHOR, GX_META_MADE_FOR_IT, value);
        self->is_list = self->ranks[GX_META_AUTHOR] == GX_META_MADE_FOR_IT;
        return;
    }
    if (strlen (self->values[GX_META_AUTHOR]) + value.len > MAX_AUTHOR)
        return;
    joined = g_strdup_printf ("%s, %.*s", self->values[GX_META_AUTHOR], (int)value.len, value.data);
    g_free (self->values[GX_META_AUTHOR]);
    self->values[GX_META_AUTHOR] = joined;
}

static void
read_meta (GxPageMeta *self, const GxToken *token)
{
    static const char *const keys[] = { "name", "property", "itemprop" };
    g_autofree char *content = gx_token_attribute (token, "content");

    for (gsize k = 0; content && *content && k < G_N_ELEMENTS (keys); k++) {
        g_autofree char *name = gx_token_attribute (token, keys[k]);

        for (gsize i = 0; name && i < G_N_ELEMENTS (names); i++) {
            GxStr value = gx_str (content);

            if (g_ascii_strcasecmp (name, names[i].name) != 0)
                continue;
            if (names[i].field == GX_META_SITE && names[i].rank == GX_META_TEXT)
                value = gx_host_of (value);
            if (names[i].field == GX_META_AUTHOR && names[i].rank == GX_META_MADE_FOR_IT)
                add_author (self, value);
            else
                gx_page_meta_offer (self, names[i].field, names[i].rank, value);
            return;
        }
    }
}

void
gx_page_meta_read_tag (GxPageMeta *self, const GxToken *token)
{
    if (gx_token_is (token, GX_MARKUP_HTML, "meta")) {
        read_meta (self, token);
    } else if (gx_token_is (token, GX_MARKUP_HTML, "link")) {
        g_autofree char *rel = gx_token_attribute (token, "rel");
        g_autofree char *href = rel && g_ascii_strcasecmp (rel, "canonical") == 0 ? gx_token_attribute (token, "href") : NULL;

        if (href)
            gx_page_meta_offer (self, GX_META_SITE, GX_META_TEXT, gx_host_of (gx_str (href)));
    } else {
        g_autofree char *datetime = gx_token_attribute (token, "datetime");
        g_autofree char *property = gx_token_attribute (token, "itemprop");
        GxMetaRank rank = property && strcmp (property, "datePublished") == 0 ? GX_META_LOOSE : GX_META_TEXT;

        if (datetime)
            gx_page_meta_offer (self, GX_META_DATE, rank, gx_str (datetime));
    }
}

/* Bytes of the separator between a title and a site's name at p; 0 when there is none. */
static gsize
separator_len (const char *p, const char *end)
{
    static const char *const separators[] = { " - ", " | ", " – ", " — ", " · ", " » ", " :: ", "——", "｜", "|", "_" };

    for (gsize i = 0; i < G_N_ELEMENTS (separators); i++) {
        gsize len = strlen (separators[i]);

        if ((gsize)(end - p) > len && memcmp (p, separators[i], len) == 0)
            return len;
    }
    return 0;
}

static gboolean
equals_fold (GxStr a, const char *b)
{
    return b && strlen (b) == a.len && g_ascii_strncasecmp (a.data, b, a.len) == 0;
}

/* The title without the name of the site, and without a section's name between the two. */
static GxStr
without_site (GxStr title, const char *site)
{
    const char *end = title.data + title.len;
    GxStr first = { NULL, 0 }; /* the first separator */
    gboolean again = FALSE;    /* it comes back */

    for (const char *p = title.data + 1; p < end;) {
        GxStr front = { title.data, (gsize)(p - title.data) }, separator = { p, separator_len (p, end) };

        if (separator.len == 0) {
            p = g_utf8_next_char (p);
            continue;
        }
        again = again || gx_str_equal (first, separator);
        if (!again && equals_fold ((GxStr){ p + separator.len, (gsize)(end - p) - separator.len }, site))
            return front;
        if (!first.data)
            first = separator;
        p += separator.len;
    }
    return again ? (GxStr){ title.data, (gsize)(first.data - title.data) } : title;
}

/* Whether what stands beside the page's heading in its title is set off from it: by a blank, a bar, a bracket. */
static gboolean
is_set_off (GxStr title, GxStr part, gboolean at_end)
{
    const char *beside = at_end ? g_utf8_prev_char (title.data + title.len - part.len) : title.data + part.len;

    return !g_unichar_isalnum (g_utf8_get_char (beside));
}

/* The page's heading, where the title is that and a name of the site in front of it or behind it. A heading below another is the article's,
 * not the site's; what is no heading must be longer than the rest. Empty: there is none. */
static GxStr
heading_in (GxStr title, const GxBuilder *builder, guint first_block)
{
    GxStr found = { "", 0 };
    guint end = MIN (gx_builder_n_blocks (builder), first_block + MAX_HEAD);

    for (guint i = first_block; i < end; i++) {
        GxStr text = gx_builder_block_text (builder, i);
        gboolean heading = gx_builder_block (builder, i)->type == GX_BLOCK_HEADING;

        if (text.len < MIN_HEADING || text.len >= title.len || (!heading && text.len * 2 < title.len))
            continue;
        if ((memcmp (title.data, text.data, text.len) == 0 && is_set_off (title, text, FALSE)) ||
            (heading && memcmp (title.data + title.len - text.len, text.data, text.len) == 0 && is_set_off (title, text, TRUE)))
            found = heading || found.len == 0 ? text : found;
    }
    return (GxStr){ found.data, found.len };
}

/* The title without the name of the site: the page's own heading, if it is in it. */
static void
apply_title (GxBuilder *builder, GxStr title, const char *site, guint first_block)
{
    GxStr heading = heading_in (title, builder, first_block);

    gx_builder_set_title (builder, heading.len > 0 ? heading : without_site (title, site));
}

void
gx_page_meta_apply (const GxPageMeta *self, GxBuilder *builder, guint first_block)
{
    const char *title = self->values[GX_META_TITLE], *site = self->values[GX_META_SITE];

    if (title && *title && !gx_builder_has_title (builder))
        apply_title (builder, gx_str (title), site, first_block);
    if (self->values[GX_META_AUTHOR] && !gx_builder_has_author (builder))
        gx_builder_set_author (builder, gx_str (self->values[GX_META_AUTHOR]));
    if (self->values[GX_META_DATE] && !gx_builder_has_date (builder))
        gx_builder_set_date (builder, gx_str (self->values[GX_META_DATE]), GX_DATE_METADATA);
    if (site && !gx_builder_has_site (builder))
        gx_builder_set_site (builder, gx_str (site));
}
