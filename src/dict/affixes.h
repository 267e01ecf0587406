/* SPDX-License-Identifier: GPL-3.0-or-later
 * affixes.h - the texts of affixes.tsv, found by hash from either end. */
#pragma once

#include "tables.h"

typedef struct _GxAffixes GxAffixes;

/** Compiles the affixes of tables, which must outlive it. O(n log n). */
GxAffixes *gx_affixes_new (const GxTables *tables);
void gx_affixes_free (GxAffixes *self);
/** Length of the longest text of a kind, among those shorter than below, that n_bytes at bytes begin with (end in); 0 when none does. */
gsize gx_affixes_begin (const GxAffixes *self, GxAffixKind kind, const char *bytes, gsize n_bytes, gsize below);
gsize gx_affixes_end (const GxAffixes *self, GxAffixKind kind, const char *bytes, gsize n_bytes, gsize below);
/** The texts of a kind, the longest first, then by bytes; NULL-terminated. */
const char *const *gx_affixes_all (const GxAffixes *self, GxAffixKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxAffixes, gx_affixes_free)
