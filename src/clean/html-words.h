/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-words.h - what the words in a class or id say: `post-tags`, `share_box`, `relatedPosts`, `article__author--small`.
 *
 * A name is read from its end: what only says that something is a box or a list is passed over, the word in front of it counts
 * (`comment-list`, not `shared-content`). What is said not to be there (`no-sidebar`), and a topic (`tag-comments`), say nothing.
 *
 * Threads    pure. */
#pragma once

#include <guanxi/str.h>

/** What an element's role, class, id and other attributes say of it; bits. */
typedef enum {
    GX_TRAIT_HIDDEN = 1 << 0,    /**< not shown */
    GX_TRAIT_VEILED = 1 << 1,    /**< not shown at first: a page may be built like that until its script has run */
    GX_TRAIT_NOTE = 1 << 2,      /**< footnotes, endnotes, references */
    GX_TRAIT_FURNITURE = 1 << 3, /**< share bars, related links, navigation, … by a word for it */
    GX_TRAIT_COMMENTS = 1 << 4,  /**< what readers say: may be longer than the text */
    GX_TRAIT_ROLE = 1 << 5,      /**< furniture by its role, which is meant for machines */
    GX_TRAIT_BYLINE = 1 << 6,    /**< author, date, source */
    GX_TRAIT_AUTHOR = 1 << 7,    /**< the author's name itself */
    GX_TRAIT_CAPTION = 1 << 8,   /**< a picture's caption or credit */
    GX_TRAIT_ARTICLE = 1 << 9,   /**< the text proper */
    GX_TRAIT_MARK = 1 << 10,     /**< a link to a place in the page: perhaps a footnote mark */
    GX_TRAIT_MAIN = 1 << 11,     /**< the one element of the page that holds its text */
    GX_TRAIT_BACK = 1 << 12,     /**< a link back to a footnote's mark */
    GX_TRAIT_FURNISHED = GX_TRAIT_FURNITURE | GX_TRAIT_COMMENTS | GX_TRAIT_ROLE
} GxTrait;

/** The traits of a list of classes, or of an id. O(bytes). */
guint gx_words_traits (GxStr names);
