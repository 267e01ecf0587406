/* SPDX-License-Identifier: GPL-3.0-or-later
 * map-check.c - looks at every character of every text of files and folders: whether it comes from source bytes that say the same.
 *
 *     map-check [--unread=N] PATH…
 *
 * Prints what was counted, by kind. Ends with 1 when there is a finding, or when more than N (default 0) inputs could not be read. */
#include <guanxi/guanxi.h>

#include <stdio.h>

#include "document-check.h"

typedef struct {
    DocumentCheck check;
    guint n_documents;
} KindCount;

static gboolean
check_input (KindCount counts[GX_N_KINDS], const GxInput *input, GError **error)
{
    g_autoptr (GxSource) source = gx_input_read (input, error);
    if (!source)
        return FALSE;
    g_autoptr (GxDocument) document = gx_document_read (source, error);
    if (!document)
        return FALSE;
    g_autoptr (GxSentences) sentences = gx_sentences_find (document);
    KindCount *count = &counts[gx_source_kind (source)];

    document_check_run (&count->check, source, document, sentences);
    count->n_documents++;
    return TRUE;
}

static guint
print_counts (const char *kind, const KindCount *count)
{
    const DocumentCheck *c = &count->check;

    if (count->n_documents == 0)
        return 0;
    printf ("%s: %u documents, %" G_GUINT64_FORMAT " blocks, %" G_GUINT64_FORMAT " sentences\n", kind, count->n_documents, c->n_blocks,
            c->n_sentences);
    printf ("  %" G_GUINT64_FORMAT " characters: %" G_GUINT64_FORMAT " as they are, %" G_GUINT64_FORMAT " blanks, %" G_GUINT64_FORMAT
            " references, %" G_GUINT64_FORMAT " folded; %" G_GUINT64_FORMAT " go back; %u findings\n",
            c->n_characters, c->n_same, c->n_blanks, c->n_references, c->n_folded, c->n_jumps, c->n_findings);
    for (guint i = 0; i < c->findings->len; i++)
        printf ("  %s\n", (const char *)g_ptr_array_index (c->findings, i));
    return c->n_findings;
}

int
main (int argc, char **argv)
{
    KindCount counts[GX_N_KINDS] = { 0 };
    guint64 n_allowed = 0;
    guint n_unread = 0, n_findings = 0;
    int at = argc > 1 && g_str_has_prefix (argv[1], "--unread=") ? 2 : 1;
    g_autoptr (GError) error = NULL;

    if (at >= argc || (at == 2 && !g_ascii_string_to_unsigned (strchr (argv[1], '=') + 1, 10, 0, G_MAXUINT, &n_allowed, NULL))) {
        fprintf (stderr, "usage: map-check [--unread=N] PATH…\n");
        return 2;
    }
    g_autoptr (GxCorpus) corpus = gx_corpus_open ((const char *const *)argv + at, NULL, &error);
    if (!corpus) {
        fprintf (stderr, "%s\n", error->message);
        return 1;
    }
    for (guint k = 0; k < GX_N_KINDS; k++)
        counts[k].check = document_check_start ();
    for (GxInput *input = NULL; (input = gx_corpus_next (corpus)); gx_input_free (input)) {
        g_autoptr (GError) failure = NULL;
        if (!check_input (counts, input, &failure)) {
            printf ("not read: %s\n", failure->message);
            n_unread++;
        }
    }
    for (guint k = 0; k < GX_N_KINDS; k++) {
        n_findings += print_counts (gx_kind_name ((GxKind)k), &counts[k]);
        document_check_clear (&counts[k].check);
    }
    return n_findings > 0 || n_unread > n_allowed ? 1 : 0;
}
