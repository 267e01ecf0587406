/* SPDX-License-Identifier: GPL-3.0-or-later
 * name-sets.h - what an entity may be called, blanks and case aside. */
#pragma once

#include <guanxi/error.h>

typedef struct _GxNameSets GxNameSets;

GxNameSets *gx_name_sets_new (void);
void gx_name_sets_free (GxNameSets *self);
/** Adds a name of an entity. */
void gx_name_sets_add (GxNameSets *self, const char *entity, const char *name);
/** Adds the rows of a table: an entity, a tab, names with `|` between; further columns and lines that begin with `#` are passed over.
 * Nothing is added when it fails: GX_ERROR_IO, GX_ERROR_DICTIONARY with `file:line: reason`. */
gboolean gx_name_sets_read (GxNameSets *self, const char *path, GError **error);
/** Whether a squeezed name is one of the entity's. O(1). */
gboolean gx_name_sets_has (const GxNameSets *self, const char *entity, const char *squeezed);
/** A name without blanks and capitals; the caller's. */
char *gx_name_squeeze (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxNameSets, gx_name_sets_free)
