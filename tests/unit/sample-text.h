/* SPDX-License-Identifier: GPL-3.0-or-later
 * sample-text.h - texts made of chance, and documents of them. */
#pragma once

#include "fold.h"

/** A document of a plain text. */
static inline GxDocument *
sample_document (const char *name, const char *text)
{
    g_autoptr (GError) error = NULL;
    g_autoptr (GxSource) source = gx_source_new (name, text, strlen (text), NULL, &error);
    g_assert_no_error (error);
    GxDocument *document = gx_document_read (source, &error);
    g_assert_no_error (error);
    return document;
}

/** A row of n Han characters, each by chance. */
static inline GArray *
sample_characters (GRand *chance, guint n)
{
    GArray *characters = g_array_new (FALSE, FALSE, sizeof (gunichar));
    for (guint i = 0; i < n; i++) {
        gunichar c = 0x4E00 + (gunichar)g_rand_int_range (chance, 0, 3000);
        g_array_append_val (characters, c);
    }
    return characters;
}

/** The row as text: a full stop behind every 20th, a paragraph of 200. The caller's. */
static inline char *
sample_write (const GArray *characters)
{
    GString *text = g_string_new (NULL);
    for (guint i = 0; i < characters->len; i++) {
        g_string_append_unichar (text, g_array_index (characters, gunichar, i));
        if (i % 20 == 19)
            g_string_append (text, i % 200 == 199 ? "。\n\n" : "。");
    }
    g_string_append (text, "。\n");
    return g_string_free (text, FALSE);
}

/** Replaces `edits` characters in runs of `run`, each run somewhere by chance. */
static inline void
sample_edit (GRand *chance, GArray *characters, guint edits, guint run)
{
    for (guint done = 0; done < edits; done += run) {
        guint at = (guint)g_rand_int_range (chance, 0, (gint32)(characters->len - run + 1));
        for (guint i = at; i < at + run; i++)
            g_array_index (characters, gunichar, i) = 0x4E00 + (gunichar)g_rand_int_range (chance, 0, 3000);
    }
}
