/* SPDX-License-Identifier: GPL-3.0-or-later
 * fuzz-compiled.c - the bytes of a small compiled dictionary with some of them written over. An input is a list of five bytes each: the
 * place (four bytes, little-endian), and what stands there now; at a place behind the end, so many bytes are cut off. What is read is used.
 */
#include "fuzz.h"

#include "compiled.h"
#include "dictionary-private.h"

#include <guanxi/matcher.h>
#include <string.h>

#define CHANGE 5u /* bytes */

static const char *const tables[] = {
    "id\ttype\tname\ten\taliases\tshort\tcountry\tsince\tuntil\n"
    "Q1\tstate\t东国\tEastland\t=EL|~东\t东\t\t\t\n"
    "Q2\tperson\t约翰·李\tJohn Lee\t~李\t\tQ1\t1990\t2001\n"
    "Q3\tperson\t李约翰\t\t\t\tQ1\t\t\n",
    "id\tname\ten\taliases\nministry\t外交部\tMinistry\t외교부\n",
    "title\tposition\n总统\tafter\n",
    "phrase\n东国人\n",
    "surname\n李\n",
    "kind\ttext\nlink\t的\nparticle\t在\n",
    "id\tkind\ttext\tstates\tweight\nx\tleft\t访\t*\t2\ny\toffice\t总统\tQ2\t1\nz\tphrase\t[东]西\t东\t1\n",
};

static GByteArray *
compile (void)
{
    GxFindings findings = { 0 };
    g_autoptr (GxTables) read = gx_tables_new ();
    for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
        gx_tables_read (read, "table.tsv", gx_str (tables[i]), &findings);
    gx_tables_fold (read, &findings);
    g_assert_no_error (findings.first);
    gx_surnames_find (read);
    g_autoptr (GxForms) forms = gx_forms_new (read);
    return gx_compiled_write (read, forms);
}

static char *
write_over (const GByteArray *whole, const uint8_t *data, size_t size, gsize *len)
{
    char *bytes = g_memdup2 (whole->data, whole->len);
    *len = whole->len;
    for (; size >= CHANGE; data += CHANGE, size -= CHANGE) {
        guint32 place;
        memcpy (&place, data, sizeof place);
        place = GUINT32_FROM_LE (place);
        if (place < whole->len)
            bytes[place] = (char)data[CHANGE - 1];
        else
            *len -= MIN (*len, place - whole->len);
    }
    return bytes;
}

static void
use (const GxDictionary *dictionary)
{
    static const char text[] = "东国总统约翰·李访问东国外交部，与李约翰会谈。李总统访东。";
    g_autoptr (GxSource) source = gx_source_new ("a.txt", text, strlen (text), NULL, NULL);
    g_autoptr (GxDocument) document = gx_document_read (source, NULL);
    g_autoptr (GxSentences) sentences = gx_sentences_find (document);
    g_autoptr (GxMatcher) matcher = gx_matcher_new (dictionary);
    g_autoptr (GxMentions) mentions = gx_matcher_find (matcher, document, sentences);
    guint n = 0;
    const GxMention *found = gx_mentions_get (mentions, &n);
    for (guint i = 0; i < n; i++)
        g_assert_true (g_utf8_validate (found[i].entity->name, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    static GByteArray *whole;
    if (!whole)
        whole = compile ();
    gsize len;
    char *bytes = write_over (whole, data, size, &len);
    GxTables *read = NULL;
    GxForms *forms = NULL;
    gboolean sound = gx_compiled_read (bytes, (GxStr){ bytes, len }, &read, &forms);
    g_assert_true (sound || size >= CHANGE);
    if (!sound)
        return 0;
    g_autoptr (GxDictionary) dictionary = gx_dictionary_new (read, forms);
    use (dictionary);
    return 0;
}
