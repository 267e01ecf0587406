/* SPDX-License-Identifier: GPL-3.0-or-later
 * fuzz-office.c - the files inside office documents and books, XML, wikitext. The first byte says which; files are divided by a byte 1. */
#include "fuzz.h"

#include "document-check.h"
#include "source.h"

/* What the files are called, by kind and in order; what comes behind them has the last name. */
static const char *const names[][3] = {
    { "word/document.xml", "word/styles.xml", "word/footnotes.xml" },
    { "content.xml", "styles.xml", "other.xml" },
    { "OEBPS/1.xhtml", "OEBPS/2.xhtml", "OEBPS/3.xhtml" },
    { "a.xml", "b.xml", "c.xml" },
    { "a", "b", "c" },
};
static const GxKind kinds[] = { GX_KIND_DOCX, GX_KIND_ODT, GX_KIND_EPUB, GX_KIND_XML, GX_KIND_WIKITEXT };

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    guint kind = data[0] % G_N_ELEMENTS (kinds);
    g_autofree char *valid = g_utf8_make_valid ((const char *)data + 1, (gssize)size - 1);
    g_auto (GStrv) files = g_strsplit (valid, "\1", -1);
    GString *text = g_string_new (NULL);
    GArray *parts = gx_parts_new ();
    for (guint i = 0; files[i]; i++) {
        gsize start = text->len;
        g_string_append (text, files[i]);
        gx_parts_add (parts, names[kind][MIN (i, 2)], start, text->len);
    }
    g_autoptr (GxSource) source = gx_source_compose ("input", "input", kinds[kind], (GxStr){ "", 0 }, text, parts, NULL);
    g_autoptr (GxDocument) document = source ? gx_document_read (source, NULL) : NULL;
    if (!document)
        return 0;
    g_autoptr (GxSentences) sentences = gx_sentences_find (document);
    document_check_assert (source, document, sentences);
    return 0;
}
