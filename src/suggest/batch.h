/* SPDX-License-Identifier: GPL-3.0-or-later
 * batch.h - as many texts as are looked at together: their letters in a row, and what stands beside each.
 *
 * Units      symbols: folded Han characters, dots of names and whole words of other scripts; runs of them are parted by a 0.
 * Ownership  a batch copies what it keeps. */
#pragma once

#include "cues.h"
#include "signs.h"

#include <guanxi/reading.h>

/** A sentence of a document. */
typedef struct {
    const char *document; /**< its name; a GRefString */
    const char *text;     /**< clean; a GRefString */
    GxSpan source;        /**< bytes of the document's source */
    guint number;         /**< of the document */
    gboolean has_known;   /**< names somebody known */
    gboolean is_heading;
    gboolean is_aside; /**< a note, caption or byline */
} GxPassage;

/** The first symbol that is a word. */
#define GX_FIRST_WORD 0x110000

/** The first four have one entry a symbol. */
typedef struct {
    GArray *symbols;   /**< of gunichar */
    GArray *before;    /**< of guint16: GxBeside of the place before it */
    GArray *after;     /**< of guint16: of the place behind it */
    GArray *passage;   /**< of guint32: in which it stands */
    GArray *passages;  /**< of GxPassage */
    GHashTable *words; /**< words of other scripts -> their symbols */
    GArray *lower;     /**< of guint32, by symbol - GX_FIRST_WORD: how often it stands without a capital */
    GPtrArray *spelt;  /**< the same words, by symbol - GX_FIRST_WORD */
    GHashTable *pairs; /**< 1 + index of a name's last symbol -> its name in Latin letters */
} GxBatch;

/** A run of capitalised words, told while a document is added. */
typedef struct {
    const char *written;  /**< as it stands there */
    const char *key;      /**< folded */
    guint before, after;  /**< GxBeside of its ends */
    gboolean holds_known; /**< a known name is in it */
    guint32 passage;
} GxCapitals;
typedef void (*GxCapitalsFunc) (const GxCapitals *found, gpointer user_data);

GxBatch *gx_batch_new (void);
void gx_batch_free (GxBatch *self);
void gx_batch_clear (GxBatch *self);
/** Adds the sentences of a reading that has mentions, the one of this number (from 1), and tells its capitalised words to report. O(text).
 */
void gx_batch_add (GxBatch *self, const GxReading *reading, guint number, const GxDictionary *dictionary, const GxCues *cues,
                   GxCapitalsFunc report, gpointer user_data);
/** The symbols' text, folded; the caller's. */
char *gx_batch_text (const GxBatch *self, gsize start, guint length);
/** Counts one occurrence into evidence; l and r are the bits of its ends. */
void gx_evidence_count (GxEvidence *evidence, const GxBatch *batch, guint l, guint r, guint32 passage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxBatch, gx_batch_free)
