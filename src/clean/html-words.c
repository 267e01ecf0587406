/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-words.c - names cut into words. */
#include "html-words.h"

#include <stdlib.h>

#define MAX_PARTS    8  /* words of a name that are looked at, the last ones */
#define MAX_WORD     15 /* bytes; longer ones say nothing */
#define MIN_NUMBERED 4  /* bytes of a word that may have a number behind it */

#define BOX     (1u << 31) /* says only that something is a box, a list, a part of the page */
#define NEVER   (1u << 30) /* in front of a word: it isn't there, or a topic */
#define BOXED   (1u << 29) /* says something only when a box or content follows */
#define CONTENT (1u << 28) /* posts, articles: a box behind words that pick some of them */
#define PICK    (1u << 27) /* such a word */
#define SIGNS   (BOX | NEVER | BOXED | CONTENT | PICK)

typedef struct {
    const char *word;
    guint traits;
} Word;

/* Sorted by bytes. */
static const Word words[] = {
#define F GX_TRAIT_FURNITURE
#define C (GX_TRAIT_FURNITURE | GX_TRAIT_COMMENTS)
#define B GX_TRAIT_BYLINE
    { "ad", F | BOXED },
    { "addthis", F },
    { "addtoany", F },
    { "ads", F },
    { "adsbygoogle", F },
    { "adsense", F },
    { "advert", F },
    { "advertisement", F },
    { "advertising", F },
    { "adverts", F },
    { "anchor", BOX },
    { "area", BOX },
    { "article", CONTENT },
    { "articles", CONTENT },
    { "aside", BOX },
    { "author", B },
    { "authors", B },
    { "bar", BOX },
    { "bdshare", F },
    { "bdsharebutton", F },
    { "bibliography", GX_TRAIT_NOTE },
    { "block", BOX },
    { "body", BOX },
    { "bottom", BOX },
    { "box", BOX },
    { "breadcrumb", F },
    { "breadcrumbs", F },
    { "bshare", F },
    { "btn", BOX },
    { "btns", BOX },
    { "button", BOX },
    { "buttons", BOX },
    { "byline", B },
    { "caption", GX_TRAIT_CAPTION },
    { "captions", GX_TRAIT_CAPTION },
    { "cat", NEVER },
    { "categories", F },
    { "category", F | BOXED | NEVER },
    { "catlinks", F },
    { "cloud", BOX },
    { "col", BOX },
    { "colophon", F },
    { "column", BOX },
    { "comment", C },
    { "comments", C },
    { "consent", F },
    { "container", BOX },
    { "content", BOX | NEVER },
    { "contents", BOX },
    { "cookie", F },
    { "cookies", F },
    { "copyright", F },
    { "count", BOX },
    { "credit", GX_TRAIT_CAPTION },
    { "credits", GX_TRAIT_CAPTION },
    { "crumb", F },
    { "crumbs", F },
    { "date", B },
    { "dateline", B },
    { "datetime", B },
    { "discuss", C },
    { "disqus", C },
    { "editsection", F },
    { "enable", NEVER },
    { "enabled", NEVER },
    { "endnote", GX_TRAIT_NOTE },
    { "endnotes", GX_TRAIT_NOTE },
    { "figcaption", GX_TRAIT_CAPTION },
    { "footer", F },
    { "footnote", GX_TRAIT_NOTE },
    { "footnotes", GX_TRAIT_NOTE },
    { "form", BOX },
    { "format", NEVER },
    { "gdpr", F },
    { "group", BOX },
    { "has", NEVER },
    { "head", BOX },
    { "header", BOX },
    { "heading", BOX },
    { "headline", BOX },
    { "hide", NEVER },
    { "holder", BOX },
    { "hot", F | PICK | BOXED },
    { "icon", BOX },
    { "icons", BOX },
    { "info", BOX },
    { "inline", BOX },
    { "inner", BOX },
    { "is", NEVER },
    { "item", BOX },
    { "items", BOX },
    { "jiathis", F },
    { "keywords", F },
    { "label", BOX },
    { "labels", BOX },
    { "latest", F | PICK | BOXED },
    { "lightbox", F },
    { "line", BOX },
    { "lines", BOX },
    { "link", BOX },
    { "links", BOX },
    { "list", BOX },
    { "lists", BOX },
    { "login", F },
    { "logo", F },
    { "logos", F },
    { "main", BOX },
    { "megamenu", F },
    { "menu", F },
    { "meta", B },
    { "modal", F },
    { "more", F | PICK | BOXED },
    { "mostread", F | PICK | BOXED },
    { "nav", F },
    { "navbar", F },
    { "navbox", F },
    { "navigation", F },
    { "news", CONTENT },
    { "newsletter", F },
    { "next", F | PICK | BOXED },
    { "no", NEVER },
    { "noprint", F },
    { "not", NEVER },
    { "open", NEVER },
    { "other", F | PICK | BOXED },
    { "outer", BOX },
    { "pagenav", F },
    { "pagenavi", F },
    { "pager", F },
    { "pagination", F },
    { "paging", F },
    { "panel", BOX },
    { "paywall", F },
    { "popular", F | PICK | BOXED },
    { "popup", F },
    { "post", CONTENT },
    { "posted", B },
    { "posts", CONTENT },
    { "prev", F | PICK | BOXED },
    { "previous", F | PICK | BOXED },
    { "printfooter", F },
    { "promo", F },
    { "promos", F },
    { "promotion", F },
    { "pubdate", B },
    { "published", B },
    { "pubtime", B },
    { "qrcode", F },
    { "rank", F | PICK | BOXED },
    { "ranking", F | PICK | BOXED },
    { "reading", CONTENT },
    { "reads", CONTENT },
    { "recent", F | PICK | BOXED },
    { "recommend", F | PICK },
    { "recommendation", F | PICK },
    { "recommendations", F | PICK },
    { "recommended", F | PICK },
    { "recommends", F | PICK },
    { "references", GX_TRAIT_NOTE },
    { "reflist", GX_TRAIT_NOTE },
    { "register", F },
    { "registration", F },
    { "related", F | PICK },
    { "relatedarticles", F },
    { "relatednews", F },
    { "relatedpost", F },
    { "relatedposts", F },
    { "replies", C },
    { "reply", C },
    { "respond", C },
    { "row", BOX },
    { "section", BOX },
    { "share", F },
    { "sharebar", F },
    { "sharebox", F },
    { "sharebuttons", F },
    { "sharedaddy", F },
    { "shares", F },
    { "sharethis", F },
    { "sharing", F },
    { "siblings", F },
    { "side", F | BOXED },
    { "sidebar", F },
    { "sidebars", F },
    { "signin", F },
    { "signup", F },
    { "similar", F | PICK | BOXED },
    { "sitemap", F },
    { "skip", F | BOXED },
    { "sns", F },
    { "social", F },
    { "sponsor", F },
    { "sponsored", F },
    { "sponsors", F },
    { "stories", CONTENT },
    { "style", BOX },
    { "submenu", F },
    { "submitted", B },
    { "subnav", F },
    { "subscribe", F },
    { "subscription", F },
    { "tag", F | BOXED | NEVER },
    { "tagcloud", F },
    { "tagged", F | BOXED },
    { "taglist", F },
    { "tags", F },
    { "term", NEVER },
    { "text", BOX },
    { "time", B },
    { "timestamp", B },
    { "title", BOX },
    { "toc", F },
    { "tool", BOX },
    { "toolbar", F },
    { "toolbox", BOX },
    { "tools", BOX },
    { "tooltip", F },
    { "top", BOX },
    { "topbar", F },
    { "topic", NEVER },
    { "topics", CONTENT },
    { "trending", F | PICK | BOXED },
    { "type", NEVER },
    { "videos", CONTENT },
    { "wide", NEVER },
    { "widget", F },
    { "with", NEVER },
    { "without", NEVER },
    { "wrap", BOX },
    { "wrapper", BOX },
#undef F
#undef C
#undef B
};

/* Names that say something as a whole. */
static const Word whole[] = {
    { "ad", GX_TRAIT_FURNITURE },
    { "amp-ad", GX_TRAIT_FURNITURE },
    { "assistive-text", GX_TRAIT_FURNITURE },
    { "element-hidden", GX_TRAIT_HIDDEN },
    { "element-invisible", GX_TRAIT_FURNITURE },
    { "global-header", GX_TRAIT_FURNITURE },
    { "hatnote", GX_TRAIT_FURNITURE },
    { "masthead", GX_TRAIT_FURNITURE },
    { "msoendnotetext", GX_TRAIT_NOTE },
    { "msofootnotetext", GX_TRAIT_NOTE },
    { "mw-editsection", GX_TRAIT_HIDDEN },
    { "mw-jump-link", GX_TRAIT_FURNITURE },
    { "nextprev", GX_TRAIT_FURNITURE },
    { "prevnext", GX_TRAIT_FURNITURE },
    { "screen-reader-text", GX_TRAIT_FURNITURE },
    { "site-header", GX_TRAIT_FURNITURE },
    { "sitesub", GX_TRAIT_FURNITURE },
    { "sr-only", GX_TRAIT_FURNITURE },
    { "top-bar", GX_TRAIT_FURNITURE },
    { "visually-hidden", GX_TRAIT_FURNITURE },
};

static int
compare_word (const void *word, const void *entry)
{
    return strcmp (word, ((const Word *)entry)->word);
}

static guint
find_word (const Word *table, gsize n, const char *word)
{
    const Word *found = bsearch (word, table, n, sizeof *table, compare_word);

    return found ? found->traits : 0;
}

/* Where the word that ends at `end` starts in name. */
static gsize
word_start (GxStr name, gsize end)
{
    gsize start = end;

    while (start > 0 && g_ascii_isalnum (name.data[start - 1])) {
        start--;
        if (start > 0 && g_ascii_isupper (name.data[start]) && g_ascii_islower (name.data[start - 1]))
            break;
    }
    return start;
}

/* The traits of the word [start, end) of name. */
static guint
word_traits (GxStr name, gsize start, gsize end)
{
    char word[MAX_WORD + 1];

    while (end - start > MIN_NUMBERED &&
           g_ascii_isdigit (name.data[end - 1])) /* share1, but not ad08: that may be a number in hexadecimal */
        end--;
    if (end - start > MAX_WORD)
        return 0;
    if (g_ascii_isdigit (name.data[start]))
        return BOX;
    for (gsize i = start; i < end; i++)
        word[i - start] = g_ascii_tolower (name.data[i]);
    word[end - start] = 0;
    return find_word (words, G_N_ELEMENTS (words), word);
}

/* fn1, footnote-2, ftn3, cite_note-4: a note by its id. */
static gboolean
is_note_name (GxStr name)
{
    static const char *const starts[] = { "fn", "ftn", "edn", "_ftn", "_edn", "footnote", "endnote", "cite_note" };
    gsize digits = name.len;

    while (digits > 0 && g_ascii_isdigit (name.data[digits - 1]))
        digits--;
    if (digits == name.len)
        return FALSE;
    while (digits > 0 && (name.data[digits - 1] == '-' || name.data[digits - 1] == '_' || name.data[digits - 1] == ':'))
        digits--;
    for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
        if (strlen (starts[i]) == digits && g_ascii_strncasecmp (starts[i], name.data, digits) == 0)
            return TRUE;
    return FALSE;
}

static guint
whole_traits (GxStr name)
{
    char lower[24];

    if (name.len >= sizeof lower)
        return 0;
    for (gsize i = 0; i < name.len; i++)
        lower[i] = g_ascii_tolower (name.data[i]);
    lower[name.len] = 0;
    return find_word (whole, G_N_ELEMENTS (whole), lower);
}

/* Where what stands in front of the word at `start` ends. */
static gsize
before (GxStr name, gsize start)
{
    return start > 0 && !g_ascii_isalnum (name.data[start - 1]) ? start - 1 : start;
}

/* Whether the word in front of the one at `start` takes back what that says. */
static gboolean
is_denied (GxStr name, gsize start)
{
    gsize end = before (name, start), front = word_start (name, end);

    return front < end && (word_traits (name, front, end) & NEVER);
}

/* Where a name's modifier starts (block--modifier); its end when it has none. */
static gsize
find_modifier (GxStr name)
{
    for (gsize i = 2; i < name.len; i++)
        if (name.data[i] == '-' && name.data[i - 1] == '-')
            return i - 1;
    return name.len;
}

/* The traits of one name. */
static guint
name_traits (GxStr name)
{
    gsize modifier = find_modifier (name);
    guint traits = whole_traits (name), behind = 0;
    gsize end;

    if (traits)
        return traits;
    if (is_note_name (name))
        return GX_TRAIT_NOTE;
    name.len = modifier;
    end = name.len;
    for (guint n = 0; n < MAX_PARTS && end > 0; n++) {
        gsize start = word_start (name, end);
        guint found = start < end ? word_traits (name, start, end) : BOX;

        if ((found & ~SIGNS) && (!(found & BOXED) || behind) && (!(behind & CONTENT) || (found & PICK)))
            return is_denied (name, start) ? 0 : found & ~SIGNS;
        if (!(found & (BOX | CONTENT)))
            return 0;
        behind |= start < end ? found & (BOX | CONTENT) : 0;
        end = before (name, start);
    }
    return 0;
}

guint
gx_words_traits (GxStr names)
{
    guint traits = 0;
    gsize at = 0;

    while (at < names.len) {
        gsize start = at;

        while (at < names.len && !g_ascii_isspace (names.data[at]))
            at++;
        if (at > start)
            traits |= name_traits ((GxStr){ names.data + start, at - start });
        at++;
    }
    return traits;
}
