/* SPDX-License-Identifier: GPL-3.0-or-later
 * replay.c - runs a fuzz target on the files of a folder, and on each of them cut short and damaged a little. */
#include "fuzz.h"

#include <stdio.h>

/* Every prefix up to a limit, then every 7th: most faults of readers show where the text ends. */
static void
run_cut (const char *data, gsize len)
{
    const gsize all = 64, step = 1 + len / 32;
    for (gsize n = 0; n <= len; n += n < all ? 1 : step) {
        g_autofree uint8_t *part = g_memdup2 (data, n);
        (void)LLVMFuzzerTestOneInput (part, n);
    }
}

static void
run_damaged (const char *data, gsize len)
{
    static const uint8_t bytes[] = { 0x00, 0xFF, 0x80, '<', '\n', '\t', '|' };
    const gsize step = 1 + len / 16;
    for (gsize at = 0; at < len; at += step) {
        g_autofree uint8_t *copy = g_memdup2 (data, len);
        copy[at] = bytes[at / step % G_N_ELEMENTS (bytes)];
        (void)LLVMFuzzerTestOneInput (copy, len);
    }
}

static gboolean
replay (const char *path)
{
    g_autofree char *data = NULL;
    g_autoptr (GError) error = NULL;
    gsize len = 0;
    if (!g_file_get_contents (path, &data, &len, &error)) {
        fprintf (stderr, "%s\n", error->message);
        return FALSE;
    }
    g_autofree uint8_t *exact = g_memdup2 (data, len);
    (void)LLVMFuzzerTestOneInput (exact, len);
    run_cut (data, len);
    run_damaged (data, len);
    return TRUE;
}

int
main (int argc, char **argv)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GDir) folder = argc == 2 ? g_dir_open (argv[1], 0, &error) : NULL;
    guint n_files = 0;
    if (!folder) {
        fprintf (stderr, "usage: replay FOLDER%s%s\n", error ? ": " : "", error ? error->message : "");
        return 2;
    }
    for (const char *name; (name = g_dir_read_name (folder)); n_files++) {
        g_autofree char *path = g_build_filename (argv[1], name, NULL);
        if (!replay (path))
            return 1;
    }
    printf ("%u seeds\n", n_files);
    return n_files > 0 ? 0 : 1;
}
