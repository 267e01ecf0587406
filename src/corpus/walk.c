/* SPDX-License-Identifier: GPL-3.0-or-later
 * walk.c - the files below some paths, each once.
 *
 * Folders wait in a queue; those behind symbolic links wait in a second one until all real ones are walked, so that a file reached
 * both ways goes by its own place. Everything is sorted before it is looked at: the order of arguments or of the disk changes nothing. */
#define _XOPEN_SOURCE 700 /* realpath() */
#include "walk.h"
#include "kind.h"

#include <dirent.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/** A folder that waits. */
typedef struct {
    char *place, *path;
} Folder;

typedef struct {
    GxWalk *walk;
    GHashTable *by_real; /* real path -> GxFound */
    GHashTable *seen;    /* real paths of folders */
    GQueue real, linked; /* of Folder */
} Walker;

static void
found_free (gpointer data)
{
    GxFound *found = data;
    g_free (found->real);
    g_free (found->place);
    g_free (found->path);
    g_clear_error (&found->failure);
    g_free (found);
}

static void
folder_free (Folder *folder)
{
    g_free (folder->place);
    g_free (folder->path);
    g_free (folder);
}

void
gx_walk_free (GxWalk *self)
{
    if (!self)
        return;
    g_ptr_array_unref (self->found);
    g_free (self->root);
    g_free (self);
}

/** The canonical path, or NULL when there is none (missing, no permission, a pipe). */
static char *
find_real (const char *path)
{
    char *real = realpath (path, NULL);
    char *copy = g_strdup (real);
    free (real);
    return copy;
}

/** Adds a file unless it is there already; of two ways to one file its own place wins, then the first in byte order. */
static GxFound *
add_found (Walker *walker, const char *real, const char *place, const char *path)
{
    GxFound *found = g_hash_table_lookup (walker->by_real, real);
    if (!found) {
        found = g_new0 (GxFound, 1);
        found->real = g_strdup (real);
        g_ptr_array_add (walker->walk->found, found);
        g_hash_table_insert (walker->by_real, found->real, found);
    } else if (g_str_equal (found->place, real) || (!g_str_equal (place, real) && strcmp (found->place, place) <= 0)) {
        return found;
    }
    g_free (found->place);
    g_free (found->path);
    found->place = g_strdup (place);
    found->path = g_strdup (path);
    return found;
}

static void
add_failure (Walker *walker, const char *place, const char *path, GError *failure)
{
    GxFound *found = add_found (walker, place, place, path);
    if (found->failure)
        g_error_free (failure);
    else
        found->failure = failure;
}

static void
queue_folder (GQueue *queue, const char *place, const char *path)
{
    Folder *folder = g_new (Folder, 1);
    folder->place = g_strdup (place);
    folder->path = g_strdup (path);
    g_queue_push_tail (queue, folder);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/** The visible names in a folder, sorted; NULL with errno set when it can't be read. */
static GPtrArray *
list_names (const char *path)
{
    DIR *dir = opendir (path);
    if (!dir)
        return NULL;
    GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
    int reason = 0;
    for (;;) {
        errno = 0; /* the one way to tell the end from a failure; memory that was given may have set it */
        const struct dirent *entry = readdir (dir);
        reason = errno;
        if (!entry)
            break;
        if (entry->d_name[0] != '.')
            g_ptr_array_add (names, g_strdup (entry->d_name));
    }
    if (closedir (dir) != 0)
        g_debug ("%s: %s", path, g_strerror (errno));
    if (reason != 0) {
        g_ptr_array_unref (names);
        errno = reason;
        return NULL;
    }
    g_ptr_array_sort (names, compare_names);
    return names;
}

/** Takes one entry of a folder whose canonical path is real. */
static void
take_entry (Walker *walker, const Folder *folder, const char *real, const char *name)
{
    g_autofree char *place = g_build_filename (folder->place, name, NULL);
    g_autofree char *path = g_build_filename (folder->path, name, NULL);
    GStatBuf status;
    if (g_lstat (path, &status) != 0)
        return; /* gone since it was listed */
    gboolean is_link = S_ISLNK (status.st_mode);
    if (is_link && g_stat (path, &status) != 0)
        return; /* leads nowhere */
    if (S_ISDIR (status.st_mode)) {
        queue_folder (is_link ? &walker->linked : &walker->real, place, path);
        return;
    }
    if (!S_ISREG (status.st_mode) || !gx_kind_is_text_name (name))
        return;
    g_autofree char *file = is_link ? find_real (path) : g_build_filename (real, name, NULL);
    GxFound *found = add_found (walker, file ? file : place, place, path);
    found->bytes = (guint64)status.st_size;
}

static void
walk_folder (Walker *walker, const Folder *folder)
{
    g_autofree char *canonical = find_real (folder->path);
    const char *real = canonical ? canonical : folder->place;
    if (!g_hash_table_add (walker->seen, g_strdup (real)))
        return;
    g_autoptr (GPtrArray) names = list_names (folder->path);
    if (!names) {
        int reason = errno;
        add_failure (walker, folder->place, folder->path, g_error_new (GX_ERROR, GX_ERROR_IO, "%s: %s", folder->path, g_strerror (reason)));
        return;
    }
    for (guint i = 0; i < names->len; i++)
        take_entry (walker, folder, real, g_ptr_array_index (names, i));
}

static void
walk_queues (Walker *walker)
{
    for (;;) {
        Folder *folder = g_queue_pop_head (&walker->real);
        if (!folder)
            folder = g_queue_pop_head (&walker->linked);
        if (!folder)
            return;
        walk_folder (walker, folder);
        folder_free (folder);
    }
}

/** Narrows root, a canonical folder or NULL, to what it shares with folder. Takes root over. */
static char *
share_root (char *root, const char *folder)
{
    if (!root)
        return g_strdup (folder);
    gsize shared = 0, i = 0;
    for (; root[i] && root[i] == folder[i]; i++)
        if (root[i] == G_DIR_SEPARATOR)
            shared = i;
    gboolean ends = (!root[i] || root[i] == G_DIR_SEPARATOR) && (!folder[i] || folder[i] == G_DIR_SEPARATOR);
    if (ends && i > 0)
        shared = i;
    root[MAX (shared, 1)] = '\0'; /* the root of all keeps its stroke */
    return root;
}

/** Where a file named by the caller lies: its folder made canonical, its own name kept. */
static char *
find_place (const char *path)
{
    g_autofree char *folder = g_path_get_dirname (path);
    g_autofree char *real = find_real (folder);
    g_autofree char *name = g_path_get_basename (path);
    return real ? g_build_filename (real, name, NULL) : g_canonicalize_filename (path, NULL);
}

static void
take_file (Walker *walker, const char *path, const GStatBuf *status, int reason)
{
    g_autofree char *place = find_place (path);
    g_autofree char *real = find_real (path);
    g_autofree char *folder = g_path_get_dirname (place);
    walker->walk->root = share_root (walker->walk->root, folder);
    if (reason != 0) {
        add_failure (walker, place, path, g_error_new (GX_ERROR, GX_ERROR_IO, "%s: %s", path, g_strerror (reason)));
        return;
    }
    GxFound *found = add_found (walker, real ? real : place, place, path);
    found->bytes = status->st_size > 0 ? (guint64)status->st_size : 0;
}

/** Takes a path of the caller's; a folder's canonical path is put into folders. */
static void
take_path (Walker *walker, const char *path, GHashTable *folders)
{
    GStatBuf status = { 0 };
    int reason = g_stat (path, &status) == 0 ? 0 : errno;
    if (reason != 0 || !S_ISDIR (status.st_mode)) {
        take_file (walker, path, &status, reason);
        return;
    }
    char *real = find_real (path);
    if (!real)
        real = g_canonicalize_filename (path, NULL);
    walker->walk->root = share_root (walker->walk->root, real);
    queue_folder (&walker->real, real, path);
    g_hash_table_replace (folders, real, g_strdup (path));
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
    const GxFound *const *x = a, *const *y = b;
    return strcmp ((*x)->place, (*y)->place);
}

/** Whether anything was found at or below place; found is sorted. */
static gboolean
holds_any (const GPtrArray *found, const char *place)
{
    gsize len = strlen (place), low = 0, high = found->len;
    while (low < high) {
        gsize middle = low + (high - low) / 2;
        const GxFound *item = g_ptr_array_index (found, middle);
        if (strcmp (item->place, place) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    const GxFound *item = low < found->len ? g_ptr_array_index (found, low) : NULL;
    return item && strncmp (item->place, place, len) == 0;
}

/** Notes the folders of the caller's in which there is nothing to read. */
static void
note_empty (Walker *walker, GHashTable *folders)
{
    g_ptr_array_sort (walker->walk->found, compare_places);
    g_autoptr (GList) places = g_list_sort (g_hash_table_get_keys (folders), (GCompareFunc)strcmp);
    g_autoptr (GPtrArray) empty = g_ptr_array_new ();
    for (const GList *at = places; at; at = at->next) {
        g_autofree char *below = g_build_filename (at->data, G_DIR_SEPARATOR_S, NULL);
        if (!holds_any (walker->walk->found, below) && !g_hash_table_contains (walker->by_real, at->data))
            g_ptr_array_add (empty, at->data);
    }
    for (guint i = 0; i < empty->len; i++) {
        const char *place = g_ptr_array_index (empty, i), *path = g_hash_table_lookup (folders, place);
        add_failure (walker, place, path, g_error_new (GX_ERROR, GX_ERROR_EMPTY, "%s: no texts (.txt .md .html …) in this folder", path));
    }
}

GxWalk *
gx_walk_run (const char *const *paths)
{
    GxWalk *walk = g_new0 (GxWalk, 1);
    walk->found = g_ptr_array_new_with_free_func (found_free);
    Walker walker = { .walk = walk,
                      .by_real = g_hash_table_new (g_str_hash, g_str_equal),
                      .seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                      .real = G_QUEUE_INIT,
                      .linked = G_QUEUE_INIT };
    g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
    for (gsize i = 0; paths[i]; i++)
        g_ptr_array_add (sorted, (gpointer)paths[i]);
    g_ptr_array_sort (sorted, compare_names);

    for (guint i = 0; i < sorted->len; i++)
        take_path (&walker, g_ptr_array_index (sorted, i), folders);
    walk_queues (&walker);
    note_empty (&walker, folders);
    g_hash_table_unref (walker.by_real);
    g_hash_table_unref (walker.seen);
    return walk;
}
