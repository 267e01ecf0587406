/* SPDX-License-Identifier: GPL-3.0-or-later
 * parts-sample.h - office documents as sources, from the files inside them. */
#pragma once

#include "clean-sample.h"
#include "source.h"

/** A source of name, text, name, text …, NULL. */
static inline GxSource *
sample_parts (GxKind kind, const char *name, ...)
{
    GString *text = g_string_new (NULL);
    GArray *parts = gx_parts_new ();
    g_autoptr (GError) error = NULL;
    va_list arguments;

    va_start (arguments, name);
    for (const char *part = name; part; part = va_arg (arguments, const char *)) {
        gsize start = text->len;
        g_string_append (text, va_arg (arguments, const char *));
        gx_parts_add (parts, part, start, text->len);
    }
    va_end (arguments);
    GxSource *source = gx_source_compose ("a", "a", kind, (GxStr){ "", 0 }, text, parts, &error);
    g_assert_no_error (error);
    return source;
}

/** Reads the source, checks it, compares its blocks, and frees it. */
static inline void
sample_expect_blocks (GxSource *source, const char *expected)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxDocument) document = gx_document_read (source, &error);
    g_assert_no_error (error);
    g_autofree char *blocks = sample_blocks (document);

    sample_check (document, gx_source_text (source));
    g_assert_cmpstr (blocks, ==, expected);
    gx_source_free (source);
}
