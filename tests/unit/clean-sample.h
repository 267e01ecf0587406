/* SPDX-License-Identifier: GPL-3.0-or-later
 * clean-sample.h - documents from strings, and what must hold for every document. */
#pragma once

#include <guanxi/document.h>

/** The document a file of this name and text would give. */
static inline GxDocument *
sample_read (const char *name, const char *text, gsize len)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxSource) source = gx_source_new (name, text, len, NULL, &error);
    GxDocument *document;

    g_assert_no_error (error);
    document = gx_document_read (source, &error);
    g_assert_no_error (error);
    return document;
}

/** The blocks as `type: text` lines. */
static inline char *
sample_blocks (const GxDocument *document)
{
    GString *out = g_string_new (NULL);
    GxStr text = gx_document_text (document);
    const GxBlock *blocks;
    guint n;

    blocks = gx_document_blocks (document, &n);
    for (guint i = 0; i < n; i++)
        g_string_append_printf (out, "%s%s: %.*s", i > 0 ? "\n" : "", gx_block_type_name (blocks[i].type),
                                (int)(blocks[i].end - blocks[i].start), text.data + blocks[i].start);
    return g_string_free (out, FALSE);
}

/** Reads text and compares its blocks. */
static inline void
sample_expect (const char *name, const char *text, const char *expected)
{
    g_autoptr (GxDocument) document = sample_read (name, text, strlen (text));
    g_autofree char *blocks = sample_blocks (document);

    g_assert_cmpstr (blocks, ==, expected);
}

/** Whether a character may stand for these source bytes, which are not itself: a blank for white space or a tag, anything for a reference.
 */
static inline gboolean
sample_stands_for (const char *p, GxStr bytes)
{
    gunichar c = g_utf8_get_char (bytes.data);

    if (bytes.data[0] == '&')
        return TRUE;
    if (*p == '-' && bytes.data[0] == '<')
        return TRUE; /* a hyphen that has an element of its own */
    return *p == ' ' && (g_unichar_isspace (c) || c == 0x85 || bytes.data[0] == '<' || bytes.data[0] == '\\');
}

/** Checks that blocks lie in order, one line break apart, and that every character comes from its source bytes. */
static inline void
sample_check (const GxDocument *document, GxStr source)
{
    GxStr text = gx_document_text (document);
    const GxBlock *blocks;
    guint n;
    gsize end = 0;

    g_assert_true (g_utf8_validate_len (text.data, text.len, NULL));
    blocks = gx_document_blocks (document, &n);
    for (guint i = 0; i < n; i++) {
        g_assert_cmpuint (blocks[i].start, ==, i > 0 ? end + 1 : 0);
        g_assert_cmpuint (blocks[i].start, <, blocks[i].end);
        end = blocks[i].end;
        g_assert_null (memchr (text.data + blocks[i].start, '\n', end - blocks[i].start));
        for (const char *p = text.data + blocks[i].start; p < text.data + end; p = g_utf8_next_char (p)) {
            gsize at = (gsize)(p - text.data), len = (gsize)(g_utf8_next_char (p) - p);
            GxSpan span = gx_document_source_span (document, at, at + len);

            g_assert_cmpuint (span.start, <, span.end);
            g_assert_cmpuint (span.end, <=, source.len);
            if (span.end - span.start != len || memcmp (source.data + span.start, p, len) != 0)
                if (!sample_stands_for (p, (GxStr){ source.data + span.start, span.end - span.start }))
                    g_error ("%.*s\nbyte %" G_GSIZE_FORMAT " of %.*s\nis said to be source byte %" G_GSIZE_FORMAT,
                             (int)MIN (source.len, 2000), source.data, at, (int)MIN (text.len, 2000), text.data, span.start);
        }
    }
    g_assert_cmpuint (end, ==, text.len);
}

/** Reads text, checks it, and gives the document back. */
static inline GxDocument *
sample_read_checked (const char *name, const char *text, gsize len)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxSource) source = gx_source_new (name, text, len, NULL, &error);
    GxDocument *document;

    g_assert_no_error (error);
    document = gx_document_read (source, &error);
    g_assert_no_error (error);
    sample_check (document, gx_source_text (source));
    return document;
}
