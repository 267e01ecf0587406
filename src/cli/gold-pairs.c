/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* realpath() */
#include "gold-pairs.h"

#include <stdlib.h>

#define ENDING ".jsonl"

static void
free_pair (gpointer data)
{
    GoldPair *pair = data;
    g_free (pair->source);
    g_ptr_array_unref (pair->golds);
    g_free (pair);
}

void
gold_pairs_clear (GoldPairs *self)
{
    if (!self->pairs)
        return;
    g_hash_table_unref (self->paths);
    g_ptr_array_unref (self->pairs);
}

/* The one path of a file that has several. */
static char *
canonical (const char *path)
{
    char *real = realpath (path, NULL);
    char *copy = real ? g_strdup (real) : g_canonicalize_filename (path, NULL);
    free (real);
    return copy;
}

static void
add (GoldPairs *self, const char *gold, const char *source)
{
    char *real = canonical (source);
    GoldPair *pair = g_hash_table_lookup (self->paths, real);
    if (pair) {
        g_free (real);
    } else {
        pair = g_new (GoldPair, 1);
        *pair = (GoldPair){ g_strdup (source), g_ptr_array_new_with_free_func (g_free), FALSE };
        g_ptr_array_add (self->pairs, pair);
        g_hash_table_insert (self->paths, real, pair);
    }
    if (!g_ptr_array_find_with_equal_func (pair->golds, gold, g_str_equal, NULL))
        g_ptr_array_add (pair->golds, g_strdup (gold));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The visible names in a folder, sorted. */
static GPtrArray *
list_names (const char *folder, GError **error)
{
    g_autoptr (GError) failure = NULL;
    g_autoptr (GDir) dir = g_dir_open (folder, 0, &failure);
    if (!dir) {
        const char *reason = g_strrstr (failure->message, ": "); /* `Error opening directory “…”: reason` */
        g_set_error (error, GX_ERROR, GX_ERROR_IO, "%s: %s", folder, reason ? reason + 2 : failure->message);
        return NULL;
    }
    GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
    for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir))
        if (name[0] != '.')
            g_ptr_array_add (names, g_strdup (name));
    g_ptr_array_sort (names, compare_names);
    return names;
}

static char *
without_ending (const char *name)
{
    const char *dot = strrchr (name, '.');
    return dot && dot > name ? g_strndup (name, (gsize)(dot - name)) : g_strdup (name);
}

/* Several texts of one name: none of them. */
static void
call (GHashTable *texts, char *key, const char *name)
{
    const char *other = g_hash_table_lookup (texts, key);
    g_hash_table_insert (texts, key, g_strdup (other && strcmp (other, name) != 0 ? "" : name));
}

/* The texts of a folder by their names, with and without ending; "" where there are several. */
static GHashTable *
list_texts (const char *folder, GError **error)
{
    g_autoptr (GPtrArray) names = list_names (folder, error);
    if (!names)
        return NULL;
    GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; i < names->len; i++) {
        const char *name = names->pdata[i];
        g_autofree char *path = g_build_filename (folder, name, NULL);
        if (g_str_has_suffix (name, ENDING) || g_file_test (path, G_FILE_TEST_IS_DIR))
            continue;
        call (texts, without_ending (name), name);
        call (texts, g_strdup (name), name);
    }
    return texts;
}

/* Pairs a gold file with the text of its name in a folder. */
static void
add_by_name (GoldPairs *self, const char *gold, const char *folder, GHashTable *texts)
{
    g_autofree char *name = g_path_get_basename (gold), *stem = without_ending (name);
    const char *text = g_hash_table_lookup (texts, stem);
    if (text && text[0]) {
        g_autofree char *source = g_build_filename (folder, text, NULL);
        add (self, gold, source);
        return;
    }
    report_error (text ? "skipped: %s: several texts are called %s in %s" : "skipped: %s: no text is called %s in %s", gold, stem, folder);
    self->n_skipped++;
}

static gboolean
add_folder (GoldPairs *self, const char *gold, const char *folder, GHashTable *texts, GError **error)
{
    guint n_found = 0;
    g_autoptr (GPtrArray) names = list_names (gold, error);
    if (!names)
        return FALSE;
    for (guint i = 0; i < names->len; i++) {
        if (!g_str_has_suffix (names->pdata[i], ENDING))
            continue;
        g_autofree char *path = g_build_filename (gold, names->pdata[i], NULL);
        add_by_name (self, path, folder, texts);
        n_found++;
    }
    if (n_found > 0)
        return TRUE;
    g_set_error (error, GX_ERROR, GX_ERROR_EMPTY, "%s: there is no gold (*" ENDING ") in this folder", gold);
    return FALSE;
}

static gboolean
add_arguments (GoldPairs *self, const char *gold, const char *source, GError **error)
{
    gboolean many = g_file_test (gold, G_FILE_TEST_IS_DIR);
    if (!g_file_test (source, G_FILE_TEST_IS_DIR)) {
        if (many)
            g_set_error (error, GX_ERROR, GX_ERROR_FAILED, "%s is a folder, but %s is not", gold, source);
        else
            add (self, gold, source);
        return !many;
    }
    g_autoptr (GHashTable) texts = list_texts (source, error);
    if (!texts)
        return FALSE;
    if (many)
        return add_folder (self, gold, source, texts, error);
    add_by_name (self, gold, source, texts);
    return TRUE;
}

gboolean
gold_pairs_find (GoldPairs *self, const char *const *arguments, GError **error)
{
    self->pairs = g_ptr_array_new_with_free_func (free_pair);
    self->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; arguments[i] && arguments[i + 1]; i += 2)
        if (!add_arguments (self, arguments[i], arguments[i + 1], error))
            return FALSE;
    return TRUE;
}

GoldPair *
gold_pairs_at (const GoldPairs *self, const char *path)
{
    g_autofree char *real = canonical (path);
    return g_hash_table_lookup (self->paths, real);
}
