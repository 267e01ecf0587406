/* SPDX-License-Identifier: GPL-3.0-or-later
 * cues.h - the words beside which names stand: titles, and the affixes of kind speech, source-lead, source-follow, name-end, conjunction.
 *
 * Units      bytes of folded text.
 * Threads    immutable once made. */
#pragma once

#include "lexicon.h"

/** What stands before (after) a place, and what may be done there: bits. */
typedef enum {
    GX_BESIDE_EDGE = 1 << 0,      /**< no letter: a mark, a blank, the end of the text */
    GX_BESIDE_TITLE = 1 << 1,     /**< a title */
    GX_BESIDE_SPEECH = 1 << 2,    /**< after: what people do */
    GX_BESIDE_SOURCE = 1 << 3,    /**< before: what is said before a source; after: behind one */
    GX_BESIDE_KNOWN = 1 << 4,     /**< a known name */
    GX_BESIDE_BOOK = 1 << 5,      /**< 《 or 》 */
    GX_BESIDE_QUOTE = 1 << 6,     /**< a quotation mark */
    GX_BESIDE_LIST = 1 << 7,      /**< 、 or a word between listed names */
    GX_BESIDE_FUNCTION = 1 << 8,  /**< a word that ends names */
    GX_BESIDE_PAIR = 1 << 9,      /**< after: a bracket with a name in Latin letters */
    GX_BESIDE_MEDIA = 1 << 10,    /**< 《》 around a source: 据《, 》报道 */
    GX_BESIDE_WORD = 1 << 11,     /**< words begin and end here, to ICU */
    GX_BESIDE_CUT = 1 << 12,      /**< inside a known name or a word of letters: no name begins or ends here */
    GX_BESIDE_COVERED = 1 << 13,  /**< before: the character belongs to a known name */
    GX_BESIDE_STRANGER = 1 << 14, /**< the matcher takes what begins (ends) here for a person whom no table knows */
    GX_BESIDE_PEER = 1 << 15      /**< a known name, with 、 or a word between listed names between */
} GxBeside;

/** Those at which a name may begin or end whatever other letters follow. */
#define GX_BESIDE_FREE                                                                                                                     \
    ((guint)GX_BESIDE_EDGE | GX_BESIDE_TITLE | GX_BESIDE_SPEECH | GX_BESIDE_SOURCE | GX_BESIDE_KNOWN | GX_BESIDE_LIST | GX_BESIDE_FUNCTION)

typedef struct _GxCues GxCues;

/** Compiles the words of a dictionary, which must outlive it. */
GxCues *gx_cues_new (const GxDictionary *dictionary);
void gx_cues_free (GxCues *self);
/** Adds the bits of all words in folded text: to before[i] those of words that end at byte i, to after[i] those of words that begin there.
 * Both have room for one more than the text's bytes. O(text). */
void gx_cues_mark (const GxCues *self, GxStr text, guint16 *before, guint16 *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxCues, gx_cues_free)
