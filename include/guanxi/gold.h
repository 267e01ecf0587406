/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/gold.h - what a person found in a text: the mentions that a matcher ought to find.
 *
 * A gold file has one JSON object a line: `{"start": 11, "end": 12, "text": "朝", "type": "state", "entity": "朝鲜"}`. Start and end count
 * Unicode characters (code points) of the source's text, and text is what stands there. Type is `person`, `state`, `institution`, or
 * `ignore` for what counts neither way; so does a type of any other name. Entity is a name of the one who is meant, text when it is absent.
 * Other keys and blank lines are passed over.
 *
 * Units      half-open ranges of source bytes.
 * Ownership  gold needs nothing of the source it was read for; what it hands out is borrowed.
 * Errors     GX_ERROR_IO for the file. A line that is not as it should be is left out and told in a warning.
 * Threads    immutable once read. */
#pragma once

#include <guanxi/document.h>
#include <guanxi/entity.h>

G_BEGIN_DECLS

/** What an annotation asks for. */
typedef enum {
    GX_GOLD_MENTION, /**< to be found */
    GX_GOLD_IGNORE,  /**< found or not, it is neither right nor wrong */
    GX_GOLD_OTHER    /**< the same, as its type is another one; its text is a name of its entity all the same */
} GxGoldKind;

/** A mention as a person saw it. */
typedef struct {
    GxSpan source;      /**< never empty */
    gsize length;       /**< in characters */
    const char *text;   /**< what stands there */
    const char *entity; /**< who is meant */
    GxGoldKind kind;
    GxEntityType type; /**< of GX_GOLD_MENTION */
} GxAnnotation;

typedef struct _GxGold GxGold;

/** Reads the gold file at path, made for this source. O(bytes of both). */
GxGold *gx_gold_read (const char *path, const GxSource *source, GError **error);
/** The same from memory; name is for the warnings. */
GxGold *gx_gold_parse (const char *name, GxStr lines, const GxSource *source);
void gx_gold_free (GxGold *self);
/** The annotations in the order of the file. */
const GxAnnotation *gx_gold_annotations (const GxGold *self, guint *n_annotations);
/** How many lines were left out. */
guint gx_gold_n_skipped (const GxGold *self);
/** What is wrong with the file: `FILE:LINE: reason` for each line that was left out, and for the first of each other type;
 * NULL-terminated, may be empty. */
const char *const *gx_gold_warnings (const GxGold *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxGold, gx_gold_free)
G_END_DECLS
