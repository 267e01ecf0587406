/* SPDX-License-Identifier: GPL-3.0-or-later
 * unlisted.h - names of people and institutions that stand in no table: places that look like one are weighed, then the surest are taken.
 *
 * What a place weighs is a sum of grounds, rows of kind `score` of candidates.tsv. A name is as sure as its surest place, and surer when it
 * stands beside other words elsewhere in the document.
 *
 * Units      bytes of folded text.
 * Threads    one thread. */
#pragma once

#include "draft.h"

#define GX_MOST_UNLISTED_GROUNDS 12

/** A place that may be a name. */
typedef struct {
    gsize start, end;
    GxBeside left, right;
    const char *labels[GX_MOST_UNLISTED_GROUNDS]; /**< static */
    double weights[GX_MOST_UNLISTED_GROUNDS];
    guint n_grounds;
    double sum;
    guint name;     /**< set by gx_unlisted_add() */
    gboolean taken; /**< set by gx_unlisted_take() */
} GxUnlistedPlace;

typedef struct _GxUnlisted GxUnlisted;

/** Who is called so. */
typedef const GxEntity *(*GxUnlistedEntity) (GxDraft *draft, const GxUnlistedPlace *place, gpointer user_data);

/** What the rows are called by which what stands beside a name weighs. */
typedef struct {
    const char *after[GX_N_BESIDE], *before[GX_N_BESIDE];
} GxBesideLabels;

/** Least sum of a name, what other places of it add, up to GX_MOST_AGAIN, and what a list with somebody who is marked adds. Borrows the
 * labels. */
GxUnlisted *gx_unlisted_new (GxDraft *draft, const GxBesideLabels *labels, double least, double again, double listed);
#define GX_MOST_AGAIN 3
void gx_unlisted_free (GxUnlisted *self);
/** Adds to the sum of a place. The label is static. */
void gx_unlisted_weigh (GxUnlistedPlace *place, const char *label, double weight);
/** Weighs what stands beside a place. */
void gx_unlisted_weigh_sides (GxUnlisted *self, GxUnlistedPlace *place, const double after[static GX_N_BESIDE],
                              const double before[static GX_N_BESIDE]);
/** Adds a place. */
void gx_unlisted_add (GxUnlisted *self, const GxUnlistedPlace *place);
/** Adds a place that can be a name only if the document has it elsewhere. */
void gx_unlisted_add_weak (GxUnlisted *self, gsize start, gsize end);
/** Marks the names that are sure enough, of places that overlap the surest. O(n log n). */
void gx_unlisted_take (GxUnlisted *self, GxUnlistedEntity entity_of, gpointer user_data);

/** Whether something is named after what ends at an offset: 乔治·梅森|大学. */
gboolean gx_is_namesake (const GxDraft *draft, gsize end);
/** What stands before a name that begins at an offset, and behind one that ends there. */
GxBeside gx_beside_before (GxDraft *draft, gsize start);
GxBeside gx_beside_behind (GxDraft *draft, gsize end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxUnlisted, gx_unlisted_free)
