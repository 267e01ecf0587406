/* SPDX-License-Identifier: GPL-3.0-or-later
 * fuzz-document.c - from the bytes of a file to its mentions. The first byte says of which kind the file is said to be. */
#include "fuzz.h"

#include <guanxi/explanation.h>

#include "document-check.h"

/* A few names are enough to walk every rule; made once, as all inputs share it. */
static const GxMatcher *
shared_matcher (void)
{
    static GxMatcher *matcher;
    if (!matcher) {
        g_autoptr (GError) error = NULL;
        GxDictionary *dictionary = gx_dictionary_load (GX_DICTIONARY_BUILTIN, NULL, &error);
        g_assert_no_error (error);
        matcher = gx_matcher_new (dictionary);
    }
    return matcher;
}

/* Mentions lie in order, and their bytes in the source. */
static void
check_mentions (const GxSource *source, const GxDocument *document, const GxMentions *mentions)
{
    guint n_mentions = 0, n_unresolved = 0, n_nested = 0;
    gsize text = gx_document_text (document).len, bytes = gx_source_text (source).len;
    const GxMention *found = gx_mentions_get (mentions, &n_mentions);

    for (guint i = 0; i < n_mentions; i++) {
        g_assert_true (found[i].clean.start < found[i].clean.end && found[i].clean.end <= text);
        g_assert_true (found[i].source.start < found[i].source.end && found[i].source.end <= bytes);
        g_assert_true (i == 0 || found[i - 1].clean.end <= found[i].clean.start);
    }
    const GxUnresolved *names = gx_mentions_unresolved (mentions, &n_unresolved);
    for (guint i = 0; i < n_unresolved; i++) {
        g_assert_true (names[i].n_candidates > 1 && names[i].clean.start < names[i].clean.end && names[i].clean.end <= text);
        g_assert_true (i == 0 || names[i - 1].clean.end <= names[i].clean.start);
    }
    const GxNested *nested = gx_mentions_nested (mentions, &n_nested);
    for (guint i = 0; i < n_nested; i++) {
        g_assert_true (nested[i].part_of < n_mentions && nested[i].clean.start >= found[nested[i].part_of].clean.start);
        g_assert_true (nested[i].clean.end <= found[nested[i].part_of].clean.end);
    }
}

/* What is explained as taken are the mentions. */
static void
check_explanation (const GxExplanation *explanation, const GxMentions *mentions)
{
    guint n_mentions = 0, n_cases = 0, n_taken = 0;
    const GxMention *found = gx_mentions_get (mentions, &n_mentions);
    const GxCase *cases = gx_explanation_cases (explanation, &n_cases);

    for (guint i = 0; i < n_cases; i++) {
        g_assert_true (i == 0 || cases[i - 1].clean.start <= cases[i].clean.start);
        if (cases[i].why != GX_WHY_TAKEN)
            continue;
        g_assert_cmpuint (n_taken, <, n_mentions);
        const GxMention *mention = &found[n_taken++];
        g_assert_true (cases[i].clean.start == mention->clean.start && cases[i].clean.end == mention->clean.end);
        g_assert_true (cases[i].source.start == mention->source.start && cases[i].source.end == mention->source.end);
        g_assert_true (cases[i].candidates[0] == mention->entity && g_str_equal (cases[i].rule, mention->rule));
    }
    g_assert_cmpuint (n_taken, ==, n_mentions);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const GxCorpusOptions options = { .kind = (GxKind)(data[0] % GX_N_KINDS) };
    g_autoptr (GxSource) source = gx_source_new ("input", (const char *)data + 1, size - 1, &options, NULL);
    g_autoptr (GxDocument) document = source ? gx_document_read (source, NULL) : NULL;
    if (!document)
        return 0;
    g_autoptr (GxSentences) sentences = gx_sentences_find (document);
    g_autoptr (GxMentions) mentions = gx_matcher_find (shared_matcher (), document, sentences);
    check_mentions (source, document, mentions);
    g_autoptr (GxExplanation) explanation = gx_matcher_explain (shared_matcher (), document, sentences);
    check_explanation (explanation, mentions);
    document_check_assert (source, document, sentences);
    return 0;
}
