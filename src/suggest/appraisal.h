/* SPDX-License-Identifier: GPL-3.0-or-later
 * appraisal.h - how much speaks for a proposal being a name, and a name of what.
 *
 * The score is the sum of a proposal's features, each times the weight that the rows `score suggest-NAME` of suggestions.tsv give it. */
#pragma once

#include "proposals.h"

#include <guanxi/entity.h>

/** What a proposal is. */
typedef enum {
    GX_FEATURE_BIAS,      /**< 1 */
    GX_FEATURE_COUNT,     /**< log (1 + occurrences) */
    GX_FEATURE_DOCUMENTS, /**< so the following */
    GX_FEATURE_HEADING,
    GX_FEATURE_TITLE_BEFORE,
    GX_FEATURE_TITLE_AFTER,
    GX_FEATURE_SPEECH,
    GX_FEATURE_SOURCE,
    GX_FEATURE_MEDIA,
    GX_FEATURE_BOOK,
    GX_FEATURE_QUOTE,
    GX_FEATURE_LIST,
    GX_FEATURE_PAIR,
    GX_FEATURE_STRANGER,
    GX_FEATURE_PEER,
    GX_FEATURE_TITLED, /**< share of the occurrences; so the following */
    GX_FEATURE_SPEAKING,
    GX_FEATURE_ALONE,
    GX_FEATURE_FREE,
    GX_FEATURE_LISTED,
    GX_FEATURE_BOOKED,
    GX_FEATURE_KNOWN_BEFORE,
    GX_FEATURE_KNOWN_AFTER,
    GX_FEATURE_PEERS,
    GX_FEATURE_ASIDE,
    GX_FEATURE_COMPANY,
    GX_FEATURE_WORD,
    GX_FEATURE_TIED_LEFT,
    GX_FEATURE_TIED_RIGHT,
    GX_FEATURE_COHESION,
    GX_FEATURE_LENGTH, /**< characters; of words in Latin letters, words */
    GX_FEATURE_TWO,    /**< two characters */
    GX_FEATURE_THREE,
    GX_FEATURE_TRANSLITERATED, /**< three characters or more that transliterated names are made of rather than other words */
    GX_FEATURE_FOREIGN,        /**< how much rather, on the average: a logarithm */
    GX_FEATURE_LEAST_FOREIGN,  /**< the least of its characters */
    GX_FEATURE_GIVEN,          /**< behind a surname: the same for characters of given names */
    GX_FEATURE_LEAST_GIVEN,
    GX_FEATURE_BODILY,        /**< the same for characters of institutions */
    GX_FEATURE_BEGINS_COMMON, /**< share of all documents that have its first word */
    GX_FEATURE_ENDS_COMMON,
    GX_FEATURE_DOTTED,
    GX_FEATURE_SURNAME,    /**< begins with a surname and has two or three characters */
    GX_FEATURE_BODY,       /**< ends as names of institutions do */
    GX_FEATURE_ORDINARY,   /**< one word of ICU's dictionary */
    GX_FEATURE_PIECES,     /**< words of that dictionary, each character of which */
    GX_FEATURE_BEGINS_ODD, /**< begins with a word that ends names */
    GX_FEATURE_ENDS_ODD,
    GX_FEATURE_INNER_ODD,    /**< has a word inside that no name has */
    GX_FEATURE_BEGINS_TITLE, /**< begins with a title */
    GX_FEATURE_ENDS_TITLE,
    GX_FEATURE_HOLDS,        /**< share with a known name inside */
    GX_FEATURE_LOWER,        /**< share written without a capital */
    GX_FEATURE_COMMON,       /**< share of all documents that have it */
    GX_FEATURE_ONE_DOCUMENT, /**< a single document has it */
    GX_FEATURE_TWICE,        /**< stands twice */
    GX_FEATURE_LATIN,
    GX_FEATURE_LATIN_ONE, /**< a single word */
    GX_FEATURE_ACRONYM,
    GX_FEATURE_PART, /**< a part of a known name with dots */
    GX_N_FEATURES
} GxFeature;

typedef struct _GxAppraisal GxAppraisal;

/** Borrows the dictionary. */
GxAppraisal *gx_appraisal_new (const GxDictionary *dictionary);
void gx_appraisal_free (GxAppraisal *self);
/** Whether the string can be no new name: the dictionary has it, or it has nothing that names consist of. */
gboolean gx_appraisal_refuses (GxAppraisal *self, const char *key);
/** Whether the string begins or ends with a title or another word that stands beside names. */
gboolean gx_appraisal_is_odd (GxAppraisal *self, const char *key);
/** The features of a proposal. O(length). */
void gx_appraisal_features (GxAppraisal *self, const GxProposal *proposal, double features[static GX_N_FEATURES]);
/** Its score. */
double gx_appraisal_score (GxAppraisal *self, const GxProposal *proposal);
/** What a feature adds to it. */
double gx_appraisal_weight (const GxAppraisal *self, const double features[static GX_N_FEATURES], GxFeature feature);
/** Counts the characters of texts; needed for scores. */
void gx_appraisal_add_batch (GxAppraisal *self, const GxBatch *batch);
/** What else scores need: all proposals, which are borrowed, and the number of documents. */
void gx_appraisal_set_texts (GxAppraisal *self, const GxProposals *proposals, guint n_documents);
/** What it probably is. */
GxEntityType gx_appraisal_type (GxAppraisal *self, const GxProposal *proposal);
/** The name of a feature in suggestions.tsv, without `suggest-`. */
const char *gx_feature_name (GxFeature feature);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxAppraisal, gx_appraisal_free)
