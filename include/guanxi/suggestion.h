/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/suggestion.h - names that texts speak of and no table knows.
 *
 * Strings of Chinese that stand several times, and runs of capitalised words, are weighed by what stands beside them (titles, what people
 * do, 《》 of a source that is cited, marks, a name in Latin letters in brackets), by how they are made (surnames, characters of
 * transliterations, ends of names of institutions) and by how freely their neighbours change and how firmly their parts hang together. The
 * weights are the rows `suggest-…` of suggestions.tsv.
 *
 * Texts are looked at in batches of some millions of characters; a name must stand twice in one of them. What is kept of all
 * batches is bounded as well: the names with the least evidence are forgotten first. All of it
 * takes some hundred megabytes at most.
 *
 * Ownership  suggestions borrow their dictionary and copy what they keep of readings; what they hand out is borrowed.
 * Threads    one thread at a time. */
#pragma once

#include <guanxi/reading.h>

G_BEGIN_DECLS

typedef struct _GxSuggestions GxSuggestions;

/** Where a suggested name stands. */
typedef struct {
    const char *document; /**< its name */
    GxSpan source;        /**< the sentence: bytes of that */
    const char *sentence; /**< clean text */
    GxSpan in_sentence;   /**< bytes of the sentence: the name */
} GxSuggestionPlace;

/** A sort of evidence for a name. */
typedef struct {
    const char *name; /**< as in suggestions.tsv, without `suggest-` */
    double value;     /**< what the weight is multiplied with */
    double weight;    /**< what it adds to the score */
} GxSuggestionReason;

/** A name that is probably missing. */
typedef struct {
    const char *name;           /**< in simplified characters; in Latin letters as it stands there */
    const char *english;        /**< what stands in Latin letters behind it in brackets; "" when nothing does */
    const char *const *aliases; /**< other forms of the name; NULL-terminated */
    const GxEntity *known;      /**< whom the dictionary knows by the English name, so that this is another name; NULL: nobody */
    const char *id;             /**< of known, else a slug that no entity of the dictionary and no suggestion before it has */
    GxEntityType type;          /**< of known, else a guess */
    double score;               /**< the higher, the surer; only scores of the same texts can be compared */
    guint count, documents;     /**< occurrences of name, and documents with one */
    const GxSuggestionPlace *places;
    guint n_places;                    /**< 1 or 2 */
    const GxSuggestionReason *reasons; /**< what the score is made of, the largest part first */
    guint n_reasons;
} GxSuggestion;

/** What is suggested; all zero is the default. */
typedef struct {
    guint types;     /**< bits 1 << GxEntityType; 0: all */
    guint min_count; /**< fewest occurrences; 0: 2 */
} GxSuggestionOptions;

/** Options may be NULL. */
GxSuggestions *gx_suggestions_new (const GxDictionary *dictionary, const GxSuggestionOptions *options);
void gx_suggestions_free (GxSuggestions *self);
/** Looks at a reading, which must have mentions (reading.h). The order of readings should be that of the corpus. O(text) on the whole. */
void gx_suggestions_add (GxSuggestions *self, const GxReading *reading);
/** The names, the surest first; after the last reading. A form of a name that another suggestion has, and a piece that stands nearly only
 * in one, are none by themselves. O(n log n). */
const GxSuggestion *gx_suggestions_rank (GxSuggestions *self, guint *n_suggestions);
/** The suggestion as a row of a table (dictionary.h), without a line break; the caller's. */
char *gx_suggestion_row (const GxSuggestion *self);
/** The header of such rows: `id`, `type`, `name` …, tabs between. Static. */
const char *gx_suggestion_header (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxSuggestions, gx_suggestions_free)
G_END_DECLS
