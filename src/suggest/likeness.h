/* SPDX-License-Identifier: GPL-3.0-or-later
 * likeness.h - of which characters names are made rather than texts: learnt from the names of the tables and from the texts that are read.
 *
 * Threads    one thread at a time. */
#pragma once

#include "lexicon.h"

/** Names of one make. */
typedef enum {
    GX_MAKE_FOREIGN, /**< people's names with dots: transliterations */
    GX_MAKE_GIVEN,   /**< what stands behind the surname of people in Han characters */
    GX_MAKE_BODY,    /**< institutions */
    GX_N_MAKES
} GxMake;

/** Limits of a likeness. */
#define GX_MOST_LIKE 6.0

typedef struct _GxLikeness GxLikeness;

/** Counts the characters of the names of a dictionary. O(total bytes). */
GxLikeness *gx_likeness_new (const GxDictionary *dictionary);
void gx_likeness_free (GxLikeness *self);
/** Counts a character of a text. O(1). */
void gx_likeness_add (GxLikeness *self, gunichar c);
/** How much more often a character stands in names of a make than in the texts: a logarithm within ±GX_MOST_LIKE. O(1). */
double gx_likeness_of (const GxLikeness *self, GxMake make, gunichar c);
/** The mean and the least over all characters of a text but the first skip of them; dots don't count. 0 when none is left. */
void gx_likeness_of_text (const GxLikeness *self, GxMake make, const char *text, guint skip, double *mean, double *least);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxLikeness, gx_likeness_free)
