/* SPDX-License-Identifier: GPL-3.0-or-later
 * fuzz-container.c - a file that may hold many texts: archives, tables, dumps. The first byte says what its name ends in. Each input of it
 * is a text, or fails with a message that begins with the file's path. */
#include "fuzz.h"

#include <glib/gstdio.h>
#include <guanxi/guanxi.h>
#include <stdlib.h>

#include "document-check.h"

#define MAX_INPUTS 50

static const char *const names[] = { "a.zip", "a.tar", "a.tar.gz", "a.gz",   "a.txt.xz", "a.ndjson", "a.json",
                                     "a.csv", "a.tsv", "a.xml",    "a.docx", "a.odt",    "a.epub",   "a.bz2" };
static char *folder;

static void
remove_folder (void)
{
    (void)g_rmdir (folder); /* of the system's temporary files */
    g_free (folder);
}

/* Where the bytes are put to be opened. */
static const char *
shared_folder (void)
{
    if (!folder) {
        folder = g_dir_make_tmp ("fuzz-XXXXXX", NULL);
        g_assert_nonnull (folder);
        g_assert_cmpint (atexit (remove_folder), ==, 0);
    }
    return folder;
}

static void
read_input (const GxInput *input, const char *path)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxSource) source = gx_input_read (input, &error);
    g_autoptr (GxDocument) document = source ? gx_document_read (source, &error) : NULL;

    g_assert_true (g_utf8_validate (gx_input_name (input), -1, NULL));
    if (!document) {
        g_assert_nonnull (error);
        g_assert_true (source || g_str_has_prefix (error->message, path));
        return;
    }
    g_autoptr (GxSentences) sentences = gx_sentences_find (document);
    document_check_assert (source, document, sentences);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    g_autofree char *path = g_build_filename (shared_folder (), names[data[0] % G_N_ELEMENTS (names)], NULL);
    const char *paths[] = { path, NULL };
    const GxCorpusOptions options = { .max_bytes = 1 << 20 };
    g_assert_true (g_file_set_contents_full (path, (const char *)data + 1, (gssize)size - 1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));

    g_autoptr (GxCorpus) corpus = gx_corpus_open (paths, &options, NULL);
    for (guint i = 0; corpus && i < MAX_INPUTS; i++) {
        g_autoptr (GxInput) input = gx_corpus_next (corpus);
        if (!input)
            break;
        read_input (input, path);
    }
    (void)g_unlink (path);
    return 0;
}
