/* SPDX-License-Identifier: GPL-3.0-or-later
 * roles.h - which titles fit whom: the rows of kind `field` and `role`.
 *
 * Texts are folded. Threads immutable once made. */
#pragma once

#include "lexicon.h"

#include <guanxi/str.h>

/** What the rows say of somebody and a title. */
typedef enum {
    GX_FIT_UNKNOWN, /**< no row knows the title or the person */
    GX_FIT_GOOD,    /**< they share a field */
    GX_FIT_OFFICE,  /**< they share none, but it is an office at national level, which a compatriot may hold */
    GX_FIT_BAD      /**< they share none */
} GxFit;

typedef struct _GxRoles GxRoles;

/** O(rows). */
GxRoles *gx_roles_new (const GxDictionary *dictionary);
void gx_roles_free (GxRoles *self);
/** Whether this title is one of the person's field. O(words of the person's note). */
GxFit gx_roles_fit (const GxRoles *self, GxStr title, const GxEntity *person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxRoles, gx_roles_free)
