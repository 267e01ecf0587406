/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-html-words.c - what names of classes and ids say, and what they don't. */
#include "html-words.h"

static void
test_names (void)
{
    static const struct {
        const char *names;
        guint traits;
    } cases[] = {
        { "share", GX_TRAIT_FURNITURE },
        { "post-tags", GX_TRAIT_FURNITURE },
        { "share_box shareBox2 a__share--small", GX_TRAIT_FURNITURE },
        { "relatedPosts", GX_TRAIT_FURNITURE },
        { "related-articles-list", GX_TRAIT_FURNITURE },
        { "more-stories", GX_TRAIT_FURNITURE },
        { "comment-list", GX_TRAIT_FURNITURE | GX_TRAIT_COMMENTS },
        { "entry-meta", GX_TRAIT_BYLINE },
        { "fn1", GX_TRAIT_NOTE },
        { "ftn12 x", GX_TRAIT_NOTE },
        { "tag-list", GX_TRAIT_FURNITURE },
        { "photo-credit", GX_TRAIT_CAPTION },
        { "article-body post entry-content clearfix", 0 },
        { "shared-content sharepoint shareholder", 0 },
        { "no-sidebar has-comments with-related", 0 },
        { "tag-comments category-menu type-nav", 0 },
        { "tag more latest popular", 0 },
        { "ad ad03 jv jw ce", 0 },
        { "social-news comment-article-3x", 0 },
        { "layout--sidebar page--nav", 0 },
        { "credit-card time-out", 0 },
        { "- -- _ 1 a-- --a", 0 },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        g_test_message ("%s", cases[i].names);
        g_assert_cmpuint (gx_words_traits (gx_str (cases[i].names)), ==, cases[i].traits);
    }
}

/* The table is sorted: each of its words is found. */
static void
test_table (void)
{
    static const char *const words[] = { "addthis",   "breadcrumb", "colophon", "disqus",  "navbox",
                                         "subscribe", "widget",     "topbar",   "siblings" };

    for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
        g_autofree char *boxed = g_strconcat ("x-", words[i], "-box", NULL);

        g_assert_cmpuint (gx_words_traits (gx_str (boxed)) & GX_TRAIT_FURNITURE, ==, GX_TRAIT_FURNITURE);
    }
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/html-words/names", test_names);
    g_test_add_func ("/html-words/table", test_table);
    return g_test_run ();
}
