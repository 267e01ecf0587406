/* SPDX-License-Identifier: GPL-3.0-or-later
 * cache.h - a compiled dictionary kept in a file between runs.
 *
 * The file is only believed when its checksum is right and its key is that of the tables, the program, ICU and the machine. It is replaced
 * as a whole: processes that write at once leave one of their files, and those that read find a whole one. */
#pragma once

#include "compiled.h"
#include "own-tables.h"

/** Where in folder the compiled dictionary of base and these tables lies, and what must be true of it. */
typedef struct {
    char *path;
    char key[65]; /**< hexadecimal */
} GxCache;

GxCache *gx_cache_new (const char *folder, GxDictionaryBase base, const GPtrArray *own);
void gx_cache_free (GxCache *self);

/** Reads the file: FALSE when there is none, when it is of other tables, or, with a note (the caller's), when it is not sound. O(bytes). */
gboolean gx_cache_read (const GxCache *self, GxTables **tables, GxForms **forms, char **note);
/** Writes it; a note (the caller's) says why it can't be. Of many files of the folder the oldest go. O(bytes + files). */
void gx_cache_write (const GxCache *self, GxTables *tables, GxForms *forms, char **note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxCache, gx_cache_free)
