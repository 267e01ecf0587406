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

/** One of the common characters, by chance. */
static inline gunichar
sample_character (GRand *chance)
{
    static const char common[] =
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得"
        "经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社"
        "义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通";
    return g_utf8_get_char (g_utf8_offset_to_pointer (common, g_rand_int_range (chance, 0, (gint32)(sizeof common / 3))));
}

/** A row of n Han characters, each by chance. */
static inline GArray *
sample_characters (GRand *chance, guint n)
{
    GArray *characters = g_array_new (FALSE, FALSE, sizeof (gunichar));
    for (guint i = 0; i < n; i++) {
        gunichar c = sample_character (chance);
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
            g_array_index (characters, gunichar, i) = sample_character (chance);
    }
}
