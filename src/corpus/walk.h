/* SPDX-License-Identifier: GPL-3.0-or-later
 * walk.h - the files below some paths, each once.
 *
 * Folders are walked with their symbolic links, but no folder twice, so that loops end. What is hidden, is no ordinary file, or has no
 * ending of a text is left out inside folders; a file named by itself is always taken. */
#pragma once

#include <guanxi/error.h>

/** A file to read, or what could not be walked. */
typedef struct {
    char *real;      /**< canonical path: what the file is known by */
    char *place;     /**< canonical path with the links inside the folder kept: what it is named after */
    char *path;      /**< as the caller would write it */
    guint64 bytes;   /**< its size; 0 when unknown */
    GError *failure; /**< why there is nothing to read; NULL when there is */
} GxFound;

/** What a walk found. */
typedef struct {
    GPtrArray *found; /**< of GxFound, no file twice */
    char *root;       /**< the deepest folder all paths share, canonical; NULL without paths */
} GxWalk;

/** Walks files and folders (NULL-terminated). What is missing or unreadable is found as a failure, a folder without texts too
 *  (GX_ERROR_EMPTY). The caller's. O(files). */
GxWalk *gx_walk_run (const char *const *paths);
void gx_walk_free (GxWalk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxWalk, gx_walk_free)
