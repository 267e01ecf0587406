/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <guanxi/output.h>
#include <guanxi/version.h>
#include <locale.h>
#include <math.h>
#include <unistd.h>

/** A writer onto a fresh file, and what it came to hold. */
typedef struct {
    char *path;
    int fd;
    GxWriter *writer;
} Scratch;

static Scratch
open_scratch (void)
{
    g_autoptr (GError) error = NULL;
    Scratch scratch = { 0 };
    scratch.fd = g_file_open_tmp ("gx-writer-XXXXXX", &scratch.path, &error);
    g_assert_no_error (error);
    scratch.writer = gx_writer_new (scratch.fd, "scratch");
    return scratch;
}

static char *
close_scratch (Scratch *scratch, gsize *len)
{
    g_autoptr (GError) error = NULL;
    char *text = NULL;
    g_assert_true (gx_writer_finish (scratch->writer, &error));
    g_assert_no_error (error);
    gx_writer_free (scratch->writer);
    g_assert_cmpint (close (scratch->fd), ==, 0);
    g_assert_true (g_file_get_contents (scratch->path, &text, len, &error));
    g_assert_cmpint (g_unlink (scratch->path), ==, 0);
    g_free (scratch->path);
    return text;
}

static void
assert_bytes (const char *text, gsize len, const char *expected, gsize expected_len)
{
    g_assert_cmpuint (len, ==, expected_len);
    g_assert_true (memcmp (text, expected, len) == 0);
}

static void
test_pieces (void)
{
    Scratch scratch = open_scratch ();
    gx_writer_puts (scratch.writer, "朝");
    gx_writer_put (scratch.writer, "a\0b", 3);
    gx_writer_put (scratch.writer, NULL, 0);
    gx_writer_puts (scratch.writer, "");
    gx_writer_printf (scratch.writer, "%s-%d", "美", 7);
    gsize len = 0;
    g_autofree char *text = close_scratch (&scratch, &len);
    assert_bytes (text, len, "朝a\0b美-7", 11);
}

static void
test_large (void)
{
    /* Pieces around the size of the buffer, smaller and larger than it. */
    static const gsize sizes[] = { 1, 65535, 65536, 65537, 3, 200000, 65535, 2 };
    g_autoptr (GString) expected = g_string_new (NULL);
    Scratch scratch = open_scratch ();
    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
        g_autofree char *piece = g_strnfill (sizes[i], (char)('a' + i));
        gx_writer_put (scratch.writer, piece, sizes[i]);
        g_string_append (expected, piece);
    }
    gsize len = 0;
    g_autofree char *text = close_scratch (&scratch, &len);
    assert_bytes (text, len, expected->str, expected->len);
}

static void
test_numbers (void)
{
    static const struct {
        double value;
        guint digits;
        const char *text;
    } cases[] = {
        { 0.0, 6, "0" },           { -0.0, 6, "0" }, { 1.5, 6, "1.5" },     { -1.25, 17, "-1.25" }, { 1.0 / 3.0, 3, "0.333" },
        { 1e300, 3, "1e+300" },    { NAN, 6, "NA" }, { HUGE_VAL, 6, "NA" }, { -HUGE_VAL, 6, "NA" }, { 0.1, 99, "0.10000000000000001" },
        { 1234567.0, 0, "1e+06" },
    };
    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
        Scratch scratch = open_scratch ();
        gx_writer_put_double (scratch.writer, cases[i].value, cases[i].digits);
        g_autofree char *text = close_scratch (&scratch, NULL);
        g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_locale (void)
{
    static const char *const with_comma[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "ru_RU.UTF-8" };
    gboolean found = FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (with_comma) && !found; i++)
        found = setlocale (LC_NUMERIC, with_comma[i]) != NULL;
    if (!found) {
        g_test_skip ("no locale with a decimal comma here");
        return;
    }
    Scratch scratch = open_scratch ();
    gx_writer_put_double (scratch.writer, 1.5, 6);
    g_autofree char *text = close_scratch (&scratch, NULL);
    g_assert_cmpstr (text, ==, "1.5");
    g_assert_nonnull (setlocale (LC_NUMERIC, "C"));
}

static void
test_full (void)
{
    int fd = g_open ("/dev/full", O_WRONLY, 0);
    if (fd < 0) {
        g_test_skip ("no /dev/full here");
        return;
    }
    g_autoptr (GError) error = NULL;
    g_autoptr (GxWriter) writer = gx_writer_new (fd, "/dev/full");
    gx_writer_puts (writer, "words");
    g_assert_false (gx_writer_finish (writer, &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_IO);
    g_autofree char *expected = g_strdup_printf ("cannot write /dev/full: %s", g_strerror (ENOSPC));
    g_assert_cmpstr (error->message, ==, expected);
    g_clear_error (&error);

    /* The error stays, whatever comes after it. */
    gx_writer_puts (writer, "more");
    g_assert_false (gx_writer_finish (writer, &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_IO);
    g_assert_cmpint (close (fd), ==, 0);
}

static gpointer
drain (gpointer data)
{
    int fd = GPOINTER_TO_INT (data);
    char bytes[977];
    gsize total = 0;
    for (ssize_t n = read (fd, bytes, sizeof bytes); n > 0; n = read (fd, bytes, sizeof bytes))
        total += (gsize)n;
    return GSIZE_TO_POINTER (total);
}

/** A pipe takes less than it is given. */
static void
test_pipe (void)
{
    int ends[2];
    g_assert_cmpint (pipe (ends), ==, 0);
    GThread *reader = g_thread_new ("reader", drain, GINT_TO_POINTER (ends[0]));
    g_autoptr (GError) error = NULL;
    g_autoptr (GxWriter) writer = gx_writer_new (ends[1], "pipe");
    g_autofree char *piece = g_strnfill (300000, 'x');
    for (guint i = 0; i < 5; i++)
        gx_writer_put (writer, piece, 300000);
    gx_writer_puts (writer, "end");
    g_assert_true (gx_writer_finish (writer, &error));
    g_assert_cmpint (close (ends[1]), ==, 0);
    g_assert_cmpuint (GPOINTER_TO_SIZE (g_thread_join (reader)), ==, 1500003);
    g_assert_cmpint (close (ends[0]), ==, 0);
}

static void
test_version (void)
{
    g_autofree char *text = gx_version_describe ();
    g_assert_true (g_str_has_prefix (text, "guanxi " GX_VERSION_STRING "\nGLib "));
    g_assert_true (g_str_has_suffix (text, "\n"));
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/writer/pieces", test_pieces);
    g_test_add_func ("/writer/large", test_large);
    g_test_add_func ("/writer/numbers", test_numbers);
    g_test_add_func ("/writer/locale", test_locale);
    g_test_add_func ("/writer/full", test_full);
    g_test_add_func ("/writer/pipe", test_pipe);
    g_test_add_func ("/writer/version", test_version);
    return g_test_run ();
}
