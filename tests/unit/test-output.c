/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gstdio.h>
#include <guanxi/output.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <signal.h>

static char *
make_folder (void)
{
    g_autoptr (GError) error = NULL;
    char *folder = g_dir_make_tmp ("gx-output-XXXXXX", &error);
    g_assert_no_error (error);
    return folder;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
    return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/** The names in a folder, hidden ones too, sorted and joined with blanks; removes them and the folder. */
static char *
empty_folder (const char *path)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
    g_assert_no_error (error);
    g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
    for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir)) {
        g_autofree char *file = g_build_filename (path, name, NULL);
        g_ptr_array_add (names, g_strdup (name));
        g_assert_cmpint (g_remove (file), ==, 0);
    }
    g_ptr_array_sort (names, compare_names);
    g_assert_cmpint (g_rmdir (path), ==, 0);
    g_ptr_array_add (names, NULL);
    return g_strjoinv (" ", (char **)names->pdata);
}

static void
assert_holds (const char *folder, const char *name, const char *expected)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *path = g_build_filename (folder, name, NULL), *text = NULL;
    g_assert_true (g_file_get_contents (path, &text, NULL, &error));
    g_assert_cmpstr (text, ==, expected);
}

static void
put_file (const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
test_commit (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *top = make_folder ();
    g_autofree char *folder = g_build_filename (top, "deep", "er", NULL);
    g_autoptr (GxOutput) output = gx_output_new (folder, &error);
    g_assert_no_error (error);
    put_file (folder, "a.txt", "old");

    GxWriter *a = gx_output_add (output, "a.txt", &error);
    GxWriter *b = gx_output_add (output, "b.txt", &error);
    const char *path = gx_output_add_path (output, "c.db", &error);
    g_assert_no_error (error);
    gx_writer_puts (a, "new");
    gx_writer_puts (b, "");
    g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    FILE *file = g_fopen (path, "w");
    g_assert_nonnull (file);
    g_assert_cmpint (fputs ("library", file), >=, 0);
    g_assert_cmpint (fclose (file), ==, 0);
    assert_holds (folder, "a.txt", "old"); /* until all are ready */

    g_assert_true (gx_output_commit (output, &error));
    g_assert_no_error (error);
    assert_holds (folder, "a.txt", "new");
    assert_holds (folder, "b.txt", "");
    assert_holds (folder, "c.db", "library");
    g_clear_pointer (&output, gx_output_free);
    g_autofree char *left = empty_folder (folder);
    g_assert_cmpstr (left, ==, "a.txt b.txt c.db");
    g_autofree char *between = g_build_filename (top, "deep", NULL);
    g_assert_cmpint (g_rmdir (between), ==, 0);
    g_assert_cmpint (g_rmdir (top), ==, 0);
}

static void
test_mode (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = make_folder ();
    mode_t old = umask (027);
    g_autoptr (GxOutput) output = gx_output_new (folder, &error);
    g_assert_nonnull (gx_output_add (output, "a", &error));
    g_assert_true (gx_output_commit (output, &error));
    umask (old);
    g_autofree char *path = g_build_filename (folder, "a", NULL);
    GStatBuf status;
    g_assert_cmpint (g_stat (path, &status), ==, 0);
    g_assert_cmpuint (status.st_mode & 0777, ==, 0640);
    g_autofree char *left = empty_folder (folder);
    g_assert_cmpstr (left, ==, "a");
}

static void
test_abandoned (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = make_folder ();
    put_file (folder, "a", "old");
    GxOutput *output = gx_output_new (folder, &error);
    GxWriter *writer = gx_output_add (output, "a", &error);
    g_assert_nonnull (writer);
    g_autofree char *large = g_strnfill (100000, 'x');
    gx_writer_puts (writer, large);
    g_assert_nonnull (gx_output_add_path (output, "b", &error));
    gx_output_free (output);
    assert_holds (folder, "a", "old");
    g_autofree char *left = empty_folder (folder);
    g_assert_cmpstr (left, ==, "a");
}

/** A file that hits the process's limit of size fails like one on a full disk; nothing of the set is replaced. */
static void
test_full (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = make_folder ();
    put_file (folder, "a", "old a");
    put_file (folder, "b", "old b");
    struct rlimit before;
    g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
    struct rlimit small = { .rlim_cur = 4096, .rlim_max = before.rlim_max };
    g_assert_true (signal (SIGXFSZ, SIG_IGN) != SIG_ERR);

    g_autoptr (GxOutput) output = gx_output_new (folder, &error);
    GxWriter *a = gx_output_add (output, "a", &error), *b = gx_output_add (output, "b", &error);
    g_autofree char *large = g_strnfill (300000, 'x');
    gx_writer_puts (a, "new a");
    gx_writer_puts (b, large);
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
    gx_writer_puts (b, large);
    gboolean ok = gx_output_commit (output, &error);
    g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
    g_assert_false (ok);
    g_assert_error (error, GX_ERROR, GX_ERROR_IO);
    g_autofree char *expected = g_strdup_printf ("cannot write %s/b: %s", folder, g_strerror (EFBIG));
    g_assert_cmpstr (error->message, ==, expected);

    g_clear_pointer (&output, gx_output_free);
    assert_holds (folder, "a", "old a");
    assert_holds (folder, "b", "old b");
    g_autofree char *left = empty_folder (folder);
    g_assert_cmpstr (left, ==, "a b");
}

static void
test_targets (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = make_folder ();
    put_file (folder, "guarded", "old");
    g_autofree char *guarded = g_build_filename (folder, "guarded", NULL), *inner = g_build_filename (folder, "inner", NULL);
    g_assert_cmpint (g_chmod (guarded, 0444), ==, 0);
    g_assert_cmpint (g_mkdir (inner, 0777), ==, 0);

    g_autoptr (GxOutput) output = gx_output_new (folder, &error);
    GxWriter *writer = gx_output_add (output, "guarded", &error); /* the folder's permission counts */
    gx_writer_puts (writer, "new");
    g_assert_null (gx_output_add (output, "inner", &error));
    g_autofree char *expected = g_strdup_printf ("cannot write %s: %s", inner, g_strerror (EISDIR));
    g_assert_cmpstr (error->message, ==, expected);
    g_clear_error (&error);
    g_assert_true (gx_output_commit (output, &error));
    assert_holds (folder, "guarded", "new");
    g_clear_pointer (&output, gx_output_free);
    g_autofree char *left = empty_folder (folder);
    g_assert_cmpstr (left, ==, "guarded inner");
}

static void
test_no_folder (void)
{
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = make_folder ();
    put_file (folder, "file", "");
    g_autofree char *below = g_build_filename (folder, "file", "below", NULL);
    g_assert_null (gx_output_new (below, &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_IO);
    g_assert_true (g_str_has_prefix (error->message, "cannot make folder "));
    g_clear_error (&error);
    g_autofree char *file = g_build_filename (folder, "file", NULL);
    g_assert_null (gx_output_new (file, &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_IO);
    g_autofree char *left = empty_folder (folder);
    g_assert_cmpstr (left, ==, "file");
}

static void
test_guarded_folder (void)
{
    if (geteuid () == 0) {
        g_test_skip ("root may write everywhere");
        return;
    }
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = make_folder ();
    g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
    g_autoptr (GxOutput) output = gx_output_new (folder, &error);
    g_assert_no_error (error);
    g_assert_null (gx_output_add (output, "a", &error));
    g_autofree char *expected = g_strdup_printf ("cannot write %s/a: %s", folder, g_strerror (EACCES));
    g_assert_cmpstr (error->message, ==, expected);
    g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
    g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/output/commit", test_commit);
    g_test_add_func ("/output/mode", test_mode);
    g_test_add_func ("/output/abandoned", test_abandoned);
    g_test_add_func ("/output/full", test_full);
    g_test_add_func ("/output/targets", test_targets);
    g_test_add_func ("/output/no-folder", test_no_folder);
    g_test_add_func ("/output/guarded-folder", test_guarded_folder);
    return g_test_run ();
}
