/* SPDX-License-Identifier: GPL-3.0-or-later
 * appraisal-private.h - what an appraisal is made of. */
#pragma once

#include "appraisal.h"
#include "likeness.h"
#include "words.h"

/** Sorts of names, each with weights of its own; SORT_IS_PERSON weighs what the sort says: a person or not. */
typedef enum { SORT_ANY, SORT_LATIN, SORT_FOREIGN, SORT_BODY, SORT_PERSON, SORT_OTHER, SORT_IS_PERSON, N_SORTS } Sort;

struct _GxAppraisal {
    const GxDictionary *dictionary;
    GHashTable *parts; /* of known names with dots */
    GxWords *words;
    double weights[N_SORTS][GX_N_FEATURES];
    double n_documents;
    GxLikeness *likeness;
    const GxProposals *proposals;
};
