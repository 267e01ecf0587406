/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "archive-sample.h"
#include "archive.h"
#include "entry-name.h"

#include <glib/gstdio.h>

#define MAX_BYTES ((guint64)1 << 20)

/** Names, texts and failures of an archive, a line each. */
static char *
list (GxArchive *archive)
{
    GString *lines = g_string_new (NULL);
    g_autoptr (GError) error = NULL;
    for (const char *name = gx_archive_next (archive, &error); name; name = gx_archive_next (archive, &error)) {
        g_autoptr (GError) failure = NULL;
        g_string_append_printf (lines, "%s=", name);
        g_autoptr (GByteArray) bytes = gx_archive_read (archive, MAX_BYTES, &failure);
        if (bytes)
            g_string_append_len (lines, (const char *)bytes->data, bytes->len);
        else
            g_string_append_printf (lines, "(%s)", failure->message);
        g_string_append_c (lines, '\n');
    }
    if (error)
        g_string_append_printf (lines, "(%s)\n", error->message);
    return g_string_free (lines, FALSE);
}

static char *
list_bytes (const GByteArray *bytes)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxArchive) archive = gx_archive_open_memory ((GxStr){ (const char *)bytes->data, bytes->len }, "a.zip", &error);
    return archive ? list (archive) : g_strdup_printf ("(%s)\n", error->message);
}

#define assert_list(bytes, expected)                                                                                                       \
    do {                                                                                                                                   \
        g_autofree char *lines_ = list_bytes (bytes);                                                                                      \
        g_assert_cmpstr (lines_, ==, expected);                                                                                            \
    } while (0)

static void
test_formats (void)
{
    static const char *const formats[][2] = { { "zip", NULL }, { "7zip", NULL },     { "ustar", NULL }, { "pax", "gzip" },
                                              { "pax", "xz" }, { "gnutar", "zstd" }, { "pax", "bzip2" } };
    for (gsize i = 0; i < G_N_ELEMENTS (formats); i++) {
        Sample sample = sample_new (formats[i][0], formats[i][1]);
        sample_add_entry (&sample, "texts", AE_IFDIR, NULL, NULL, 0);
        sample_add (&sample, "texts/a.txt", "one");
        sample_add (&sample, "texts/empty.txt", "");
        sample_add (&sample, "b.txt", "two");
        g_autoptr (GByteArray) bytes = sample_finish (&sample);
        g_autofree char *lines = list_bytes (bytes);
        if (g_str_equal (formats[i][0], "7zip")) /* keeps what is empty apart */
            g_assert_cmpstr (lines, ==, "texts/a.txt=one\nb.txt=two\ntexts/empty.txt=\n");
        else
            g_assert_cmpstr (lines, ==, "texts/a.txt=one\ntexts/empty.txt=\nb.txt=two\n");
    }
}

/** From a file and from a stream comes the same as from memory. */
static void
test_origins (void)
{
    Sample sample = sample_new ("raw", "gzip");
    sample_add (&sample, "data", "packed");
    g_autoptr (GByteArray) bytes = sample_finish (&sample);
    g_autoptr (GError) error = NULL;
    g_autofree char *top = g_dir_make_tmp ("gx-archive-XXXXXX", &error);
    g_autofree char *path = g_build_filename (top, "notes.txt.gz", NULL);
    g_assert_true (g_file_set_contents (path, (const char *)bytes->data, (gssize)bytes->len, &error));
    g_autoptr (GxArchive) file = gx_archive_open_file (path, GX_ARCHIVE_ANY, &error);
    g_assert_no_error (error);
    g_autofree char *from_file = list (file);
    g_assert_cmpstr (from_file, ==, "notes.txt=packed\n");
    g_assert_true (gx_archive_is_packed_file (file));
    g_assert_cmpuint (gx_archive_consumed (file), ==, bytes->len);

    g_autoptr (GxArchive) stream = gx_archive_open_stream (gx_stream_open (path, NULL), "x/y.md.gz", GX_ARCHIVE_ANY, &error);
    g_assert_no_error (error);
    g_autofree char *from_stream = list (stream);
    g_assert_cmpstr (from_stream, ==, "y.md=packed\n");
    g_assert_cmpint (g_remove (path), ==, 0);
    g_assert_null (gx_archive_open_file (path, GX_ARCHIVE_ANY, &error));
    g_assert_error (error, GX_ERROR, GX_ERROR_IO);
    g_assert_cmpint (g_rmdir (top), ==, 0);
}

static void
assert_name (const char *raw, const char *expected)
{
    g_autofree char *name = gx_entry_name_clean (raw);
    g_assert_cmpstr (name, ==, expected);
}

static void
test_names (void)
{
    assert_name ("a/b.txt", "a/b.txt");
    assert_name ("/etc/passwd", "etc/passwd");
    assert_name ("../../etc/passwd", "etc/passwd");
    assert_name ("a/./../b//c", "a/b/c");
    assert_name ("C:\\Users\\..\\x.txt", "Users/x.txt");
    assert_name ("...", "...");
    assert_name ("..", "unnamed");
    assert_name ("", "unnamed");
    assert_name ("a\nb\x1B[2J.txt", "a�b�[2J.txt");
    assert_name ("\xC3\xC0\xB9\xFA/\xB3\xAF\xCF\xCA\xBA\xCB\xCE\xCA\xCC\xE2.txt", "美国/朝鲜核问题.txt"); /* GBK */
    assert_name ("\xAC\xFC\xB0\xEA\xA4\xA4\xB0\xEA.txt", "美國中國.txt");                                 /* Big5 */
    assert_name ("朝鲜\xFF.txt", "朝鲜�.txt");
}

/** A ZIP of one stored file, `a`, with a name in GBK. */
static const char zip[] = "PK\x03\x04\x14\0\0\0\0\0\0\0!\0\x43\xBE\xB7\xE8\x01\0\0\0\x01\0\0\0\x0C\0\0\0"
                          "\xC3\xC0\xB9\xFA\xB4\xF3\xD1\xA1.txta"
                          "PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0!\0\x43\xBE\xB7\xE8\x01\0\0\0\x01\0\0\0\x0C\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
                          "\xC3\xC0\xB9\xFA\xB4\xF3\xD1\xA1.txt"
                          "PK\x05\x06\0\0\0\0\x01\0\x01\0\x3A\0\0\0\x2B\0\0\0\0\0";
enum { ZIP_INDEX = 43 };

/** Names in a ZIP of old Windows, and those that say they are UTF-8, whatever the locale. */
static void
test_zip_names (void)
{
    g_autoptr (GByteArray) bytes = g_byte_array_new ();
    g_byte_array_append (bytes, (const guint8 *)zip, sizeof zip - 1);
    assert_list (bytes, "美国大选.txt=a\n");
    bytes->data[7] = 0x08; /* the flag for UTF-8, in both headers */
    bytes->data[ZIP_INDEX + 9] = 0x08;
    memcpy (bytes->data + 30, "\xE7\xBE\x8E_2024", 8);
    memcpy (bytes->data + ZIP_INDEX + 46, "\xE7\xBE\x8E_2024", 8);
    assert_list (bytes, "美_2024.txt=a\n");
}

static void
test_specials (void)
{
    Sample sample = sample_new ("pax", NULL);
    sample_add (&sample, "a.txt", "a");
    sample_add_entry (&sample, "link.txt", AE_IFLNK, "/etc/passwd", NULL, 0);
    sample_add_entry (&sample, "hard.txt", AE_IFREG, "a.txt", NULL, 0);
    sample_add_entry (&sample, "device.txt", AE_IFCHR, NULL, NULL, 0);
    sample_add_entry (&sample, "pipe.txt", AE_IFIFO, NULL, NULL, 0);
    sample_add (&sample, "../../b.txt", "b");
    g_autoptr (GByteArray) bytes = sample_finish (&sample);
    assert_list (bytes, "a.txt=a\nb.txt=b\n");
}

static void
test_damaged (void)
{
    g_autoptr (GRand) rand = g_rand_new_with_seed (7);
    static char noise[400000];
    for (gsize i = 0; i < sizeof noise; i++)
        noise[i] = (char)g_rand_int_range (rand, 32, 127);
    Sample sample = sample_new ("pax", "gzip");
    sample_add (&sample, "a.txt", "first");
    sample_add_entry (&sample, "b.txt", AE_IFREG, NULL, noise, sizeof noise);
    g_autoptr (GByteArray) bytes = sample_finish (&sample);
    g_byte_array_set_size (bytes, bytes->len / 2);
    g_autofree char *lines = list_bytes (bytes);
    g_assert_true (g_str_has_prefix (lines, "a.txt=first\nb.txt=(a.zip/b.txt: "));
    g_assert_nonnull (strstr (lines, "truncated"));

    g_autoptr (GByteArray) bare = g_byte_array_new ();
    g_byte_array_append (bare, (const guint8 *)noise, sizeof noise);
    assert_list (bare, "(a.zip: no archive, or a damaged one)\n");
    g_byte_array_set_size (bare, 0);
    assert_list (bare, "");
}

/** 300 MB of one letter in a few hundred kB: refused on the way, read or passed over. */
static void
test_bomb (void)
{
    enum { BLOCKS = 300, BLOCK = 1 << 20 };
    g_autofree char *letters = g_strnfill (BLOCK, 'x');
    Sample sample = sample_new ("raw", "gzip");
    struct archive_entry *entry = archive_entry_new ();
    archive_entry_set_filetype (entry, AE_IFREG);
    g_assert_cmpint (archive_write_header (sample.writer, entry), ==, ARCHIVE_OK);
    for (guint i = 0; i < BLOCKS; i++)
        g_assert_cmpint (archive_write_data (sample.writer, letters, BLOCK), ==, BLOCK);
    archive_entry_free (entry);
    g_autoptr (GByteArray) bytes = sample_finish (&sample);

    assert_list (bytes, "a.zip=(a.zip: larger than 1 MiB)\n(a.zip: unpacks to more than 250 times its size)\n");
}

static void
test_encrypted (void)
{
    g_autoptr (GByteArray) bytes = g_byte_array_new ();
    g_byte_array_append (bytes, (const guint8 *)zip, sizeof zip - 1);
    bytes->data[6] = bytes->data[ZIP_INDEX + 8] = 1;
    g_autofree char *lines = list_bytes (bytes);
    g_assert_cmpstr (lines, ==, "美国大选.txt=(a.zip/美国大选.txt: encrypted)\n");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/archive/formats", test_formats);
    g_test_add_func ("/archive/origins", test_origins);
    g_test_add_func ("/archive/names", test_names);
    g_test_add_func ("/archive/zip-names", test_zip_names);
    g_test_add_func ("/archive/specials", test_specials);
    g_test_add_func ("/archive/damaged", test_damaged);
    g_test_add_func ("/archive/bomb", test_bomb);
    g_test_add_func ("/archive/encrypted", test_encrypted);
    return g_test_run ();
}
