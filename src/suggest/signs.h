/* SPDX-License-Identifier: GPL-3.0-or-later
 * signs.h - what speaks for a string of characters being a name, counted over its occurrences. */
#pragma once

#include <glib.h>

/** What is counted. */
typedef enum {
    GX_SIGN_COUNT,        /**< occurrences outside known names */
    GX_SIGN_DOCUMENTS,    /**< documents that have one */
    GX_SIGN_HEADING,      /**< in a heading */
    GX_SIGN_TITLE_BEFORE, /**< behind a title */
    GX_SIGN_TITLE_AFTER,  /**< before one */
    GX_SIGN_SPEECH,       /**< before what people do */
    GX_SIGN_SOURCE,       /**< cited */
    GX_SIGN_MEDIA,        /**< cited in 《》 */
    GX_SIGN_BOOK,         /**< in 《》 */
    GX_SIGN_QUOTE,        /**< in quotation marks */
    GX_SIGN_LIST,         /**< beside 、 or the like */
    GX_SIGN_ALONE,        /**< between marks or blanks */
    GX_SIGN_FREE,         /**< with something at both ends that ends names */
    GX_SIGN_PAIR,         /**< before a name in Latin letters in brackets */
    GX_SIGN_KNOWN_BEFORE, /**< behind a known name */
    GX_SIGN_KNOWN_AFTER,  /**< before one */
    GX_SIGN_PEER,         /**< listed with one */
    GX_SIGN_ASIDE,        /**< in a note, caption or byline */
    GX_SIGN_COMPANY,      /**< in a sentence with a known name */
    GX_SIGN_WORD,         /**< where ICU's words begin and end at both ends */
    GX_SIGN_STRANGER,     /**< taken for a person by its title */
    GX_SIGN_HOLDS,        /**< with a known name inside */
    GX_SIGN_LOWER,        /**< a word of Latin letters: written without a capital */
    GX_N_SIGNS
} GxSign;

/** No passage. */
#define GX_NO_PASSAGE G_MAXUINT32
/** Passages that are kept of each name. */
#define GX_N_PASSAGES 2

/** The evidence for a string. */
typedef struct {
    guint32 signs[GX_N_SIGNS];
    guint32 raw;                     /**< occurrences, those inside known names as well */
    guint32 tied_left, tied_right;   /**< of them, those with the commonest same letter before (after) it, where nothing ends names */
    double cohesion;                 /**< least logarithm of how much more often it stands than its parts would by chance */
    guint32 last_document;           /**< number of the document it was found in last, from 1 */
    guint32 passages[GX_N_PASSAGES]; /**< indices, from different documents if there are; GX_NO_PASSAGE */
} GxEvidence;
