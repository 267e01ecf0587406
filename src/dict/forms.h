/* SPDX-License-Identifier: GPL-3.0-or-later
 * forms.h - all folded names, each once, with what they stand for: sorted, and found by hash. */
#pragma once

#include "image.h"
#include "tables.h"

/** Characters of the shortest name that is read without its dots. */
#define GX_SHORTEST_JOINED 5

typedef struct _GxForms GxForms;

/** Compiles the folded names of tables, which must outlive it. Where a phrase is an entity's own name, the phrase is left out. O(n log n).
 */
GxForms *gx_forms_new (const GxTables *tables);
/** None, to be read by gx_forms_walk(). */
GxForms *gx_forms_new_empty (void);
void gx_forms_free (GxForms *self);
/** Writes them, or reads them: those of tables, whose rows are in their places. O(n). */
void gx_forms_walk (GxForms *self, GxImage *image, const GxTables *tables);
const GxForm *gx_forms_all (const GxForms *self, guint *n_forms);
const GxForm *gx_forms_find (const GxForms *self, const char *text, gsize len);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxForms, gx_forms_free)
