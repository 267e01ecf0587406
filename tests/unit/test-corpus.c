/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _XOPEN_SOURCE 700 /* mkfifo() */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <guanxi/corpus.h>
#include <sys/stat.h>
#include <unistd.h>

/** A folder of its own for a test, which is made the current one. */
typedef struct {
    char *top, *before;
} Place;

static Place
enter_place (void)
{
    g_autoptr (GError) error = NULL;
    Place place = { .before = g_get_current_dir () };
    place.top = g_dir_make_tmp ("gx-corpus-XXXXXX", &error);
    g_assert_no_error (error);
    g_assert_cmpint (g_chdir (place.top), ==, 0);
    return place;
}

static void
remove_all (const char *path)
{
    if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK)) {
        g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
        for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir)) {
            g_autofree char *below = g_build_filename (path, name, NULL);
            remove_all (below);
        }
    }
    g_assert_cmpint (g_remove (path), ==, 0);
}

static void
leave_place (Place *place)
{
    g_assert_cmpint (g_chdir (place->before), ==, 0);
    remove_all (place->top);
    g_free (place->top);
    g_free (place->before);
}

static void
put (const char *path, const char *text)
{
    g_autofree char *folder = g_path_get_dirname (path);
    g_assert_cmpint (g_mkdir_with_parents (folder, 0777), ==, 0);
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/** The names (and, where reading fails, the reasons) of a corpus, joined with blanks. */
static char *
list (const char *const *paths)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxCorpus) corpus = gx_corpus_open (paths, NULL, &error);
    if (!corpus)
        return g_strdup_printf ("(%s)", error->message);
    GString *names = g_string_new (NULL);
    guint size = gx_corpus_size (corpus), n = 0;
    for (GxInput *input = gx_corpus_next (corpus); input; input = gx_corpus_next (corpus), n++) {
        g_autoptr (GError) failure = NULL;
        g_autoptr (GxSource) source = gx_input_read (input, &failure);
        g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", gx_input_name (input));
        if (failure)
            g_string_append_printf (names, "(%s)", failure->message);
        else
            g_assert_cmpstr (gx_source_name (source), ==, gx_input_name (input));
        gx_input_free (input);
    }
    g_assert_cmpuint (n, ==, size);
    g_assert_null (gx_corpus_next (corpus));
    return g_string_free (names, FALSE);
}

#define assert_list(expected, ...)                                                                                                         \
    do {                                                                                                                                   \
        const char *const paths_[] = { __VA_ARGS__, NULL };                                                                                \
        g_autofree char *names_ = list (paths_);                                                                                           \
        g_assert_cmpstr (names_, ==, expected);                                                                                            \
    } while (0)

static void
test_names (void)
{
    Place place = enter_place ();
    put ("texts/b.txt", "b");
    put ("texts/a/z.md", "z");
    put ("texts/a-b.HTML", "<p>x");
    put ("texts/.hidden.txt", "h");
    put ("texts/.git/c.txt", "c");
    put ("texts/picture.png", "p");
    put ("texts/中/朝.txt", "c");
    put ("other/b.txt", "b");

    assert_list ("a-b.HTML a/z.md b.txt 中/朝.txt", "texts");
    assert_list ("a-b.HTML a/z.md b.txt 中/朝.txt", "./texts/", "texts/b.txt", "texts/a/../b.txt", "texts/a");
    assert_list ("b.txt", "texts/b.txt");
    assert_list ("a/z.md b.txt", "texts/b.txt", "texts/a");
    assert_list ("other/b.txt texts/a/z.md texts/b.txt", "texts/a", "other", "texts/b.txt");
    assert_list ("other/b.txt texts/a/z.md texts/b.txt", "texts/b.txt", "other/b.txt", "texts/a/z.md");
    assert_list ("picture.png", "texts/picture.png"); /* named: read whatever its ending */
    assert_list (".hidden.txt", "texts/.hidden.txt");
    assert_list ("c.txt", "texts/.git");
    leave_place (&place);
}

/** A folder whose name begins with another's is not inside it. */
static void
test_prefix (void)
{
    Place place = enter_place ();
    put ("ab/x.txt", "x");
    put ("abc/x.txt", "x");
    assert_list ("ab/x.txt abc/x.txt", "ab", "abc");
    assert_list ("ab/x.txt abc/x.txt", "abc/x.txt", "ab/x.txt");
    leave_place (&place);
}

static void
test_failures (void)
{
    Place place = enter_place ();
    put ("texts/a.txt", "a");
    put ("texts/empty.txt", "\n");
    put ("texts/bare/x.png", "x");
    g_autofree char *missing = g_strdup_printf ("a.txt none.txt(texts/none.txt: %s)", g_strerror (ENOENT));
    assert_list (missing, "texts/none.txt", "texts/a.txt");
    g_autofree char *alone = g_strdup_printf ("none(none: %s)", g_strerror (ENOENT));
    assert_list (alone, "none");
    assert_list ("a.txt empty.txt(texts/empty.txt: empty)", "texts");

    assert_list ("(texts/bare: no texts (.txt .md .html …) in this folder)", "texts/bare");
    assert_list ("a.txt bare(texts/bare: no texts (.txt .md .html …) in this folder)", "texts/bare", "texts/a.txt");
    const char *const nothing[] = { NULL };
    g_autofree char *names = list (nothing);
    g_assert_cmpstr (names, ==, "(nothing to read)");
    leave_place (&place);
}

static void
test_links (void)
{
    Place place = enter_place ();
    put ("texts/b/one.txt", "1");
    put ("outside/two.txt", "2");
    g_assert_cmpint (symlink ("..", "texts/b/up"), ==, 0);         /* a loop */
    g_assert_cmpint (symlink (".", "texts/a"), ==, 0);             /* another */
    g_assert_cmpint (symlink ("b/one.txt", "texts/0.txt"), ==, 0); /* the same file again, sorted in front */
    g_assert_cmpint (symlink ("../outside", "texts/linked"), ==, 0);
    g_assert_cmpint (symlink ("nowhere", "texts/broken.txt"), ==, 0);
    g_assert_cmpint (symlink ("self.txt", "texts/self.txt"), ==, 0);
    assert_list ("b/one.txt linked/two.txt", "texts");
    assert_list ("b/one.txt linked/two.txt", "texts", "texts/0.txt", "texts/a/a/a");
    assert_list ("outside/two.txt texts/b/one.txt", "texts", "outside");
    leave_place (&place);
}

/** A pipe inside a folder would block; one that is named is read. */
static void
test_special (void)
{
    Place place = enter_place ();
    put ("a.txt", "a");
    g_assert_cmpint (mkfifo ("pipe.txt", 0600), ==, 0);
    assert_list ("a.txt", ".");
    int ends[2];
    g_assert_cmpint (pipe (ends), ==, 0);
    g_assert_cmpint (write (ends[1], "words", 5), ==, 5);
    g_assert_cmpint (close (ends[1]), ==, 0);
    g_autofree char *path = g_strdup_printf ("/dev/fd/%d", ends[0]);
    if (g_file_test (path, G_FILE_TEST_EXISTS)) {
        g_autofree char *expected = g_strdup_printf ("%d", ends[0]);
        assert_list (expected, path);
    }
    g_assert_cmpint (close (ends[0]), ==, 0);
    leave_place (&place);
}

static void
test_stdin (void)
{
    Place place = enter_place ();
    put ("a.txt", "a");
    g_autoptr (GString) large = g_string_new (NULL);
    for (guint i = 0; i < 100000; i++)
        g_string_append (large, "朝美峰会");
    put ("input", large->str);
    int kept = dup (STDIN_FILENO), fd = g_open ("input", O_RDONLY, 0);
    g_assert_cmpint (dup2 (fd, STDIN_FILENO), ==, STDIN_FILENO);

    const char *const paths[] = { "a.txt", "-", "-", NULL };
    g_autoptr (GError) error = NULL;
    g_autoptr (GxCorpus) corpus = gx_corpus_open (paths, NULL, &error);
    g_assert_cmpuint (gx_corpus_size (corpus), ==, 2);
    g_autoptr (GxInput) input = gx_corpus_next (corpus);
    g_assert_cmpstr (gx_input_name (input), ==, "-");
    g_assert_cmpuint (gx_input_bytes (input), ==, 0);
    g_autoptr (GxSource) source = gx_input_read (input, &error);
    g_assert_no_error (error);
    g_assert_true (gx_str_equal (gx_source_text (source), gx_str (large->str)));

    g_assert_cmpint (dup2 (kept, STDIN_FILENO), ==, STDIN_FILENO);
    g_assert_cmpint (close (kept), ==, 0);
    g_assert_cmpint (close (fd), ==, 0);
    leave_place (&place);
}

static void
test_bytes (void)
{
    Place place = enter_place ();
    put ("t/a.txt", "12345");
    put ("t/b.md", "1234567");
    const char *const paths[] = { "t", NULL };
    g_autoptr (GError) error = NULL;
    g_autoptr (GxCorpus) corpus = gx_corpus_open (paths, NULL, &error);
    g_assert_cmpuint (gx_corpus_bytes (corpus), ==, 12);
    g_autoptr (GxInput) input = gx_corpus_next (corpus);
    g_assert_cmpuint (gx_input_bytes (input), ==, 5);
    g_assert_cmpstr (gx_input_path (input), ==, "t/a.txt");
    leave_place (&place);
}

static void
test_options (void)
{
    Place place = enter_place ();
    put ("a.txt", "\xC3\xC0\xB9\xFA"); /* 美国 */
    const char *const paths[] = { "a.txt", NULL };
    const GxCorpusOptions options = { .kind = GX_KIND_HTML, .encoding = "GBK" };
    g_autoptr (GError) error = NULL;
    g_autoptr (GxCorpus) corpus = gx_corpus_open (paths, &options, &error);
    g_autoptr (GxInput) input = gx_corpus_next (corpus);
    g_clear_pointer (&corpus, gx_corpus_free); /* an input stands by itself */
    g_autoptr (GxSource) source = gx_input_read (input, &error);
    g_assert_no_error (error);
    g_assert_cmpint (gx_source_kind (source), ==, GX_KIND_HTML);
    g_assert_true (gx_str_equal (gx_source_text (source), gx_str ("美国")));
    leave_place (&place);
}

/** File names are bytes; document names are text. */
static void
test_odd_names (void)
{
    Place place = enter_place ();
    put ("t/\xC3\xC0.txt", "x");
    put ("t/a b\n.txt", "x");
    assert_list ("%C3%C0.txt a b%0A.txt", "t/a b\n.txt", "t/\xC3\xC0.txt");
    leave_place (&place);
}

static void
test_unreadable (void)
{
    if (geteuid () == 0) {
        g_test_skip ("root may read everything");
        return;
    }
    Place place = enter_place ();
    put ("t/a.txt", "x");
    put ("t/closed/b.txt", "x");
    g_assert_cmpint (g_chmod ("t/a.txt", 0), ==, 0);
    g_assert_cmpint (g_chmod ("t/closed", 0), ==, 0);
    g_autofree char *expected = g_strdup_printf ("a.txt(t/a.txt: %s) closed(t/closed: %s)", g_strerror (EACCES), g_strerror (EACCES));
    assert_list (expected, "t");
    g_assert_cmpint (g_chmod ("t/closed", 0700), ==, 0);
    leave_place (&place);
}

/** Names become rows and JSON: they are UTF-8 whatever the caller calls a source. */
static void
test_source_name (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxSource) source = gx_source_new ("a\xff.txt", "x", 1, NULL, &error);
    g_assert_no_error (error);
    g_assert_cmpstr (gx_source_name (source), ==, "a\xEF\xBF\xBD.txt");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/corpus/names", test_names);
    g_test_add_func ("/corpus/prefix", test_prefix);
    g_test_add_func ("/corpus/failures", test_failures);
    g_test_add_func ("/corpus/links", test_links);
    g_test_add_func ("/corpus/special", test_special);
    g_test_add_func ("/corpus/stdin", test_stdin);
    g_test_add_func ("/corpus/bytes", test_bytes);
    g_test_add_func ("/corpus/options", test_options);
    g_test_add_func ("/corpus/odd-names", test_odd_names);
    g_test_add_func ("/corpus/unreadable", test_unreadable);
    g_test_add_func ("/corpus/source-name", test_source_name);
    return g_test_run ();
}
