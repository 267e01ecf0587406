/* SPDX-License-Identifier: GPL-3.0-or-later
 * unique-names.h - names of the files in an archive or a message, no two alike. */
#pragma once

#include <glib.h>

/** No names yet; g_hash_table_unref() frees it. Only hashes are kept: an archive may have millions of names. */
GHashTable *gx_unique_names_new (void);
/** The name, or one like it that was not given before: `a.txt`, `a (2).txt`. The caller's. O(len) on average. */
char *gx_unique_names_make (GHashTable *self, const char *name);
