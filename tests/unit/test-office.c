/* SPDX-License-Identifier: GPL-3.0-or-later
 * test-office.c - office documents and books as sources: their parts, their fields, what is refused. */
#include "archive-sample.h"
#include "office.h"

#define BODY "<w:document><w:body><w:p><w:r><w:t>会谈。</w:t></w:r></w:p></w:body></w:document>"

/** A ZIP archive of name, text, name, text …, NULL. */
static GByteArray *
pack (const char *name, ...)
{
    Sample sample = sample_new ("zip", NULL);
    va_list arguments;

    va_start (arguments, name);
    for (const char *member = name; member; member = va_arg (arguments, const char *))
        sample_add (&sample, member, va_arg (arguments, const char *));
    va_end (arguments);
    return sample_finish (&sample);
}

static GxSource *
open_as (const char *name, GByteArray *bytes, guint64 max_bytes, GError **error)
{
    const GxCorpusOptions options = { .max_bytes = max_bytes };

    return gx_source_take (name, name, bytes, &options, error);
}

static void
assert_refused (const char *name, GByteArray *bytes, guint64 max_bytes, const char *part_of_message)
{
    g_autoptr (GError) error = NULL;
    GxSource *source = open_as (name, bytes, max_bytes, &error);

    g_assert_null (source);
    g_assert_error (error, GX_ERROR, GX_ERROR_FORMAT);
    if (!strstr (error->message, part_of_message))
        g_error ("`%s` says nothing of `%s`", error->message, part_of_message);
}

static void
test_parts (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxSource) source =
        open_as ("a.docx",
                 pack ("[Content_Types].xml", "<Types/>", "_rels/.rels",
                       "<r><Relationship Type='x/officeDocument' Target='/word/document2.xml'/></r>", "word/footnotes.xml",
                       "<w:footnotes/>", "word/document2.xml", BODY, "word/theme/theme1.xml", "<t/>", NULL),
                 0, &error);
    guint n = 0;

    g_assert_no_error (error);
    g_assert_cmpint (gx_source_kind (source), ==, GX_KIND_DOCX);
    const GxPart *parts = gx_source_parts (source, &n);
    g_assert_cmpuint (n, ==, 2);
    g_assert_cmpstr (parts[0].name, ==, "word/document2.xml");
    g_assert_cmpstr (parts[1].name, ==, "word/footnotes.xml");
    g_assert_cmpuint (parts[0].start, ==, 0);
    g_assert_cmpuint (parts[0].end, ==, strlen (BODY));
    g_assert_cmpuint (parts[1].end, ==, gx_source_text (source).len);
    g_assert_true (gx_source_part_at (source, parts[1].start) == &parts[1]);
    g_assert_cmpstr (gx_source_encoding (source), ==, "UTF-8");
    g_assert_cmpuint (strlen (gx_source_digest (source)), ==, 64);
}

/* Without a telling name the content says what it is. */
static void
test_kinds (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxSource) word = open_as ("a", pack ("[Content_Types].xml", "<Types/>", "word/document.xml", BODY, NULL), 0, &error);

    g_assert_no_error (error);
    g_assert_cmpint (gx_source_kind (word), ==, GX_KIND_DOCX);
}

/* Members in other encodings are converted; places count their UTF-8 form. */
static void
test_encoding (void)
{
    g_autoptr (GError) error = NULL;
    Sample sample = sample_new ("zip", NULL);
    gsize len = 0;
    g_autofree char *utf16 =
        g_convert ("\xef\xbb\xbf<?xml version='1.0' encoding='UTF-16'?>" BODY, -1, "UTF-16LE", "UTF-8", NULL, &len, NULL);

    sample_add_entry (&sample, "word/document.xml", AE_IFREG, NULL, utf16, len);
    g_autoptr (GxSource) source = open_as ("a.docx", sample_finish (&sample), 0, &error);
    g_assert_no_error (error);
    GxStr text = gx_source_text (source);
    g_assert_nonnull (g_strstr_len (text.data, (gssize)text.len, BODY));
    g_assert_cmpstr (gx_source_encoding (source), ==, "UTF-16LE");
}

static void
test_fields (void)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxSource) source =
        open_as ("a.docx",
                 pack ("word/document.xml", BODY, "docProps/core.xml",
                       "<c><d:title> 题 </d:title><d:creator>甲</d:creator><t:created>2019-02-27T01:02:03Z</t:created></c>",
                       "docProps/app.xml", "<!DOCTYPE p [<!ENTITY x 'y'>]><p><Company>&x;</Company></p>", NULL),
                 0, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (gx_source_field (source, GX_SOURCE_TITLE), ==, "题");
    g_assert_cmpstr (gx_source_field (source, GX_SOURCE_AUTHOR), ==, "甲");
    g_assert_cmpstr (gx_source_field (source, GX_SOURCE_DATE), ==, "2019-02-27T01:02:03Z");
    g_assert_null (gx_source_field (source, GX_SOURCE_SITE)); /* files that define entities are not looked at */
}

static void
test_refused (void)
{
    g_autofree char *blanks = g_strnfill (1 << 20, ' ');
    g_autofree char *large = g_strconcat ("<w:document>", blanks, "</w:document>", NULL);
    g_autoptr (GByteArray) cut = pack ("word/document.xml", large, NULL);
    GByteArray *half = g_byte_array_new ();

    assert_refused ("a.docx", pack ("word/other.xml", "<x/>", NULL), 0, "word/document.xml is missing");
    assert_refused ("a.odt", pack ("content.xml", "\x8f\x02\x99", NULL), 0, "encrypted");
    assert_refused ("a.epub", pack ("a.xhtml", "<html/>", NULL), 0, "what its chapters are");
    assert_refused ("a.epub",
                    pack ("a.opf", "<!DOCTYPE p [<!ENTITY x 'y'>]><package><item id='a' href='b'/><itemref idref='a'/></package>", NULL), 0,
                    "what its chapters are");
    assert_refused ("a.epub", pack ("a.opf", "<package><item id='a' href='../../b.html'/><itemref idref='a'/></package>", NULL), 0,
                    "b.html");
    assert_refused ("a.docx", pack ("word/document.xml", large, NULL), 1000, "a.docx");
    g_byte_array_append (half, cut->data, cut->len / 2);
    assert_refused ("a.docx", half, 0, "a.docx");
}

int
main (int argc, char **argv)
{
    g_test_init (&argc, &argv, NULL);
    g_test_add_func ("/office/parts", test_parts);
    g_test_add_func ("/office/kinds", test_kinds);
    g_test_add_func ("/office/encoding", test_encoding);
    g_test_add_func ("/office/fields", test_fields);
    g_test_add_func ("/office/refused", test_refused);
    return g_test_run ();
}
