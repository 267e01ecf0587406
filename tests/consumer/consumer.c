/* SPDX-License-Identifier: GPL-3.0-or-later
 * consumer.c - the smallest program on top of the installed library: counts the mentions in a text. */
#include <guanxi/guanxi.h>
#include <stdio.h>

int
main (void)
{
    static const char text[] = "朝美首脑会谈之后，文在寅访华。";
    g_autoptr (GError) error = NULL;
    g_autoptr (GxDictionary) dictionary = gx_dictionary_load (GX_DICTIONARY_BUILTIN, NULL, &error);
    g_autoptr (GxSource) source = dictionary ? gx_source_new ("text", text, sizeof text - 1, NULL, &error) : NULL;
    g_autoptr (GxDocument) document = source ? gx_document_read (source, &error) : NULL;
    if (!document) {
        fprintf (stderr, "%s\n", error->message);
        return 1;
    }
    g_autoptr (GxMatcher) matcher = gx_matcher_new (dictionary);
    g_autoptr (GxSentences) sentences = gx_sentences_find (document);
    g_autoptr (GxMentions) mentions = gx_matcher_find (matcher, document, sentences);
    guint n_mentions = 0;
    gx_mentions_get (mentions, &n_mentions);
    printf ("%u mentions\n", n_mentions);
    return n_mentions == 4 ? 0 : 1;
}
