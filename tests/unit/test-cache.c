/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-cache.c - compiled dictionaries that are kept, replaced and not believed. */
#include "compiled.h"
#include "dictionary-private.h"

#include "dictionary-dump.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define HEADER "id\ttype\tname\ten\taliases\tshort\tcountry\tsince\tuntil\n"
#define TABLE                                                                                                                              \
    HEADER "Q1\tstate\t东国\tEastland\t=EL|~东\t东\t\t\t\n"                                                                            \
           "Q2\tperson\t约翰·李\tJohn Lee\t~李\t\tQ1\t1990\t2001\n"                                                                   \
           "Q3\tperson\t李约翰\t\t\t\tQ1\t\t\n"                                                                                         \
           "lee-club\tinstitution\t约翰·李俱乐部\t\t동클럽|クラブ\t\tQ1\t1950\t\n"
#define OTHER_TABLE HEADER "Q1\tstate\t东国\tEastland\t旧国\t\t\t\t\n"

static const char *const words[] = { "东国", "旧国", "李", "国防部", "总统", "Q2", NULL };

/* A table in a folder, and a folder for what is compiled. */
typedef struct {
    char *folder, *table, *cache;
} Place;

static void
set_up (Place *self, gconstpointer data)
{
    (void)data;
    self->folder = g_dir_make_tmp ("guanxi-XXXXXX", NULL);
    g_assert_nonnull (self->folder);
    self->table = g_build_filename (self->folder, "table.tsv", NULL);
    self->cache = g_build_filename (self->folder, "deep", "cache", NULL);
    g_assert_true (g_file_set_contents (self->table, TABLE, -1, NULL));
}

static void
empty (const char *folder)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name;
    while (dir && (name = g_dir_read_name (dir))) {
        g_autofree char *path = g_build_filename (folder, name, NULL);
        if (g_file_test (path, G_FILE_TEST_IS_DIR))
            empty (path);
        g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static void
tear_down (Place *self, gconstpointer data)
{
    (void)data;
    empty (self->folder);
    g_assert_cmpint (g_rmdir (self->folder), ==, 0);
    g_free (self->folder);
    g_free (self->table);
    g_free (self->cache);
}

/* All that the dictionary says; whether there was a note about the file. */
static char *
load (const Place *self, GxDictionaryBase base, const char *cache, gboolean *has_note)
{
    const char *const paths[] = { self->table, NULL };
    g_autoptr (GError) error = NULL;
    g_autofree char *note = NULL;
    g_autoptr (GxDictionary) dictionary = gx_dictionary_load_cached (base, paths, cache, &note, &error);
    g_assert_no_error (error);
    if (has_note)
        *has_note = note != NULL;
    else
        g_assert_cmpstr (note, ==, NULL);
    return dictionary_dump (dictionary, words);
}

/* The only file of the folder. */
static char *
kept_file (const Place *self)
{
    g_autoptr (GDir) dir = g_dir_open (self->cache, 0, NULL);
    const char *name = dir ? g_dir_read_name (dir) : NULL;
    char *path = name ? g_build_filename (self->cache, name, NULL) : NULL;
    g_assert_true (!name || !g_dir_read_name (dir));
    return path;
}

static GBytes *
kept_bytes (const Place *self)
{
    g_autofree char *path = kept_file (self);
    char *bytes = NULL;
    gsize len = 0;
    g_assert_true (path && g_file_get_contents (path, &bytes, &len, NULL));
    return g_bytes_new_take (bytes, len);
}

static void
test_same (Place *self, gconstpointer base)
{
    GxDictionaryBase which = (GxDictionaryBase)GPOINTER_TO_INT (base);
    g_autofree char *plain = load (self, which, NULL, NULL), *cold = load (self, which, self->cache, NULL);
    g_autoptr (GBytes) kept = kept_bytes (self);
    g_autofree char *warm = load (self, which, self->cache, NULL);
    g_autoptr (GBytes) still = kept_bytes (self);
    g_assert_cmpstr (cold, ==, plain);
    g_assert_cmpstr (warm, ==, plain);
    g_assert_true (g_bytes_equal (kept, still));

    g_autofree char *path = kept_file (self);
    struct stat status;
    g_assert_cmpint (stat (path, &status), ==, 0);
    g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
}

static void
test_changed_table (Place *self, gconstpointer data)
{
    (void)data;
    g_autofree char *before = load (self, GX_DICTIONARY_OWN_ONLY, self->cache, NULL);
    g_autofree char *path = kept_file (self);
    g_assert_true (g_file_set_contents (self->table, OTHER_TABLE, -1, NULL));
    g_autofree char *plain = load (self, GX_DICTIONARY_OWN_ONLY, NULL, NULL);
    for (guint i = 0; i < 2; i++) {
        g_autofree char *after = load (self, GX_DICTIONARY_OWN_ONLY, self->cache, NULL);
        g_autofree char *same = kept_file (self);
        g_assert_cmpstr (after, ==, plain);
        g_assert_cmpstr (after, !=, before);
        g_assert_cmpstr (same, ==, path);
    }
}

/* A table with a fault is not kept, nor is one that is gone read from what was kept. */
static void
test_faulty_table (Place *self, gconstpointer data)
{
    (void)data;
    const char *const paths[] = { self->table, NULL };
    g_autoptr (GError) error = NULL;
    g_autofree char *note = NULL;
    g_autofree char *before = load (self, GX_DICTIONARY_OWN_ONLY, self->cache, NULL);
    g_assert_true (g_file_set_contents (self->table, TABLE "x\tthing\t东西\t\t\t\t\t\t\n", -1, NULL));
    g_assert_null (gx_dictionary_load_cached (GX_DICTIONARY_OWN_ONLY, paths, self->cache, &note, &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_DICTIONARY);
    g_clear_error (&error);
    g_assert_cmpint (g_unlink (self->table), ==, 0);
    g_assert_null (gx_dictionary_load_cached (GX_DICTIONARY_OWN_ONLY, paths, self->cache, &note, &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_IO);
    g_assert_null (note);
}

/* The file holds other bytes: they are not believed, and replaced by right ones. */
static void
expect_refused (const Place *self, const char *path, const char *bytes, gsize len, GBytes *whole, const char *plain)
{
    gboolean has_note = FALSE;
    g_assert_true (g_file_set_contents (path, bytes, (gssize)len, NULL));
    g_autofree char *said = load (self, GX_DICTIONARY_OWN_ONLY, self->cache, &has_note);
    g_autoptr (GBytes) renewed = kept_bytes (self);
    g_assert_cmpstr (said, ==, plain);
    g_assert_true (g_bytes_equal (renewed, whole));
    g_assert_true (has_note);
}

static void
test_damage (Place *self, gconstpointer data)
{
    (void)data;
    g_autofree char *plain = load (self, GX_DICTIONARY_OWN_ONLY, self->cache, NULL), *path = kept_file (self);
    g_autoptr (GBytes) whole = kept_bytes (self);
    gsize len;
    const char *bytes = g_bytes_get_data (whole, &len);
    g_autofree char *damaged = g_malloc (len + 1);
    for (gsize at = 0; at < len; at += at < 96 ? 9 : len / 30) {
        memcpy (damaged, bytes, len);
        damaged[at] = (char)(damaged[at] ^ 1 << at % 8);
        expect_refused (self, path, damaged, len, whole, plain);
        expect_refused (self, path, bytes, at, whole, plain);
    }
    memcpy (damaged, bytes, len);
    damaged[len] = 'x';
    expect_refused (self, path, damaged, len + 1, whole, plain);
}

/* What no checksum tells: the reader takes any bytes, and what it makes of them may be used. */
static void
test_hostile_bytes (Place *self, gconstpointer data)
{
    (void)data;
    g_autofree char *plain = load (self, GX_DICTIONARY_OWN_ONLY, self->cache, NULL);
    g_autoptr (GBytes) whole = kept_bytes (self);
    gsize head = 80, len = g_bytes_get_size (whole) - head;
    const char *bytes = (const char *)g_bytes_get_data (whole, NULL) + head;
    guint n_taken = 0;
    for (gsize at = 0; at <= len; at += at < len ? MIN (41, len - at) : 1) {
        char *copy = g_memdup2 (bytes, len);
        GxTables *tables = NULL;
        GxForms *forms = NULL;
        if (at < len)
            copy[at] = (char)(copy[at] ^ 1 << at % 8);
        if (!gx_compiled_read (copy, (GxStr){ copy, len }, &tables, &forms))
            continue;
        g_autoptr (GxDictionary) dictionary = gx_dictionary_new (tables, forms);
        guint n_forms = 0;
        (void)gx_lexicon_forms (dictionary, &n_forms);
        g_assert_cmpuint (n_forms, >, 0);
        n_taken++;
    }
    g_assert_cmpuint (n_taken, >, 0);
    for (gsize n = 0; n < len; n += 1 + len / 200) {
        char *copy = g_memdup2 (bytes, n);
        GxTables *tables = NULL;
        GxForms *forms = NULL;
        g_assert_false (gx_compiled_read (copy, (GxStr){ copy, n }, &tables, &forms));
    }
}

/* Very many forms of which none is any: refused at once. */
static void
test_hostile_count (void)
{
    const guint n_forms = 400000, before = 2 + 1 + 1 + 3 + GX_N_AFFIXES + GX_N_WORDS + 1;
    gsize len = sizeof (guint32) * (1 + before + 1 + 2 * (gsize)n_forms + 1);
    char *bytes = g_malloc0 (len);
    GxTables *tables = NULL;
    GxForms *forms = NULL;
    memcpy (bytes + sizeof (guint32) * (1 + before), &n_forms, sizeof n_forms);
    g_assert_false (gx_compiled_read (bytes, (GxStr){ bytes, len }, &tables, &forms));
}

/* Where nothing can be kept, the dictionary is loaded all the same. */
static void
test_unwritable (Place *self, gconstpointer data)
{
    (void)data;
    gboolean has_note = FALSE;
    g_autofree char *plain = load (self, GX_DICTIONARY_OWN_ONLY, NULL, NULL);
    g_autofree char *in_file = load (self, GX_DICTIONARY_OWN_ONLY, self->table, &has_note);
    g_assert_cmpstr (in_file, ==, plain);
    g_assert_true (has_note);

    g_autofree char *kept = load (self, GX_DICTIONARY_OWN_ONLY, self->cache, NULL), *path = kept_file (self);
    g_assert_cmpint (g_unlink (path), ==, 0);
    g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
    g_autofree char *in_folder = load (self, GX_DICTIONARY_OWN_ONLY, self->cache, &has_note);
    g_assert_cmpstr (in_folder, ==, plain);
    g_assert_true (has_note);
    g_assert_cmpint (g_rmdir (path), ==, 0);

    g_assert_cmpint (mkfifo (path, 0600), ==, 0);
    g_autofree char *in_pipe = load (self, GX_DICTIONARY_OWN_ONLY, self->cache, NULL);
    g_assert_cmpstr (in_pipe, ==, plain);
    g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static guint
count_files (const char *folder)
{
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    guint n = 0;
    while (dir && g_dir_read_name (dir))
        n++;
    return n;
}

/* Tables under ever new names: the folder stays small, and the file made last is there. */
static void
test_many_tables (Place *self, gconstpointer data)
{
    (void)data;
    for (guint i = 0; i < 40; i++) {
        g_autofree char *name = g_strdup_printf ("table-%u.tsv", i), *path = g_build_filename (self->folder, name, NULL);
        const Place other = { self->folder, path, self->cache };
        g_assert_true (g_file_set_contents (path, TABLE, -1, NULL));
        g_autofree char *cold = load (&other, GX_DICTIONARY_OWN_ONLY, self->cache, NULL);
        guint n = count_files (self->cache);
        g_autofree char *warm = load (&other, GX_DICTIONARY_OWN_ONLY, self->cache, NULL);
        g_assert_cmpstr (warm, ==, cold);
        g_assert_cmpuint (n, ==, MIN (i + 1, 16));
        g_assert_cmpuint (count_files (self->cache), ==, n);
    }
}

static gpointer
load_often (gpointer data)
{
    for (guint i = 0; i < 6; i++) {
        g_autofree char *said = load (data, GX_DICTIONARY_OWN_ONLY, ((const Place *)data)->cache, NULL);
        g_autofree char *plain = load (data, GX_DICTIONARY_OWN_ONLY, NULL, NULL);
        g_assert_cmpstr (said, ==, plain);
    }
    return NULL;
}

static void
test_side_by_side (Place *self, gconstpointer data)
{
    (void)data;
    GThread *threads[6];
    for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("load", load_often, self);
    for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        (void)g_thread_join (threads[i]);
    g_autofree char *path = kept_file (self);
    g_assert_nonnull (path);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add ("/cache/same", Place, GINT_TO_POINTER (GX_DICTIONARY_BUILTIN), set_up, test_same, tear_down);
    g_test_add ("/cache/same-own", Place, GINT_TO_POINTER (GX_DICTIONARY_OWN_ONLY), set_up, test_same, tear_down);
    g_test_add ("/cache/changed-table", Place, NULL, set_up, test_changed_table, tear_down);
    g_test_add ("/cache/faulty-table", Place, NULL, set_up, test_faulty_table, tear_down);
    g_test_add ("/cache/damage", Place, NULL, set_up, test_damage, tear_down);
    g_test_add ("/cache/hostile-bytes", Place, NULL, set_up, test_hostile_bytes, tear_down);
    g_test_add_func ("/cache/hostile-count", test_hostile_count);
    g_test_add ("/cache/unwritable", Place, NULL, set_up, test_unwritable, tear_down);
    g_test_add ("/cache/many-tables", Place, NULL, set_up, test_many_tables, tear_down);
    g_test_add ("/cache/side-by-side", Place, NULL, set_up, test_side_by_side, tear_down);
    return g_test_run ();
}
