/* SPDX-License-Identifier: GPL-3.0-or-later
 * sample-volumes.h - who meets whom in Les Misérables (Knuth's jean.dat): a volume is a document, a chapter a paragraph, a meeting a
 * sentence. */
#pragma once

#include "sample-network.h"

#include <guanxi/counts.h>

/** Names of characters to their entities. */
static inline GHashTable *
sample_cast (const char *const *lines)
{
    GHashTable *cast = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

    for (guint i = 0; lines[i]; i++)
        if (g_ascii_isupper (lines[i][0]) && g_ascii_isupper (lines[i][1]) && lines[i][2] == ' ') {
            GxEntity *entity = g_new0 (GxEntity, 1);

            entity->id = g_intern_string ((char[]){ lines[i][0], lines[i][1], 0 });
            entity->type = GX_ENTITY_PERSON;
            entity->name = g_intern_string (lines[i] + 3);
            entity->english = entity->country = "";
            g_hash_table_insert (cast, (gpointer)entity->id, entity);
        }
    return cast;
}

/* The mentions of a chapter, `MY,JV;MY,MB`, appended to mentions. */
static inline void
sample_chapter (const char *text, GHashTable *cast, guint block, guint *sentence, GArray *mentions)
{
    g_auto (GStrv) groups = g_strsplit (text, ";", -1);

    for (guint i = 0; groups[i]; i++, (*sentence)++) {
        g_auto (GStrv) names = g_strsplit (groups[i], ",", -1);

        for (guint j = 0; names[j]; j++) {
            gsize start = 3 * (gsize)mentions->len;
            GxCountMention mention = { g_hash_table_lookup (cast, names[j]), start, start + 2, *sentence, block, GX_BLOCK_PARAGRAPH };

            g_assert_nonnull (mention.entity);
            g_array_append_val (mentions, mention);
        }
    }
}

/** The counts of one volume, or of all five (0); NULL when the file isn't there. The cast must outlive them. */
static inline GxCounts *
sample_volume (guint volume, GHashTable **cast)
{
    g_autofree char *path = g_build_filename (GUANXI_SHARED, "methods-ref", "jean.dat", NULL);
    g_autofree char *text = NULL;
    const GxCountOptions options = GX_COUNT_OPTIONS_DEFAULT;
    GxCounts *counts;

    if (!g_file_get_contents (path, &text, NULL, NULL))
        return NULL;
    counts = gx_counts_new (&options);

    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

    *cast = sample_cast ((const char *const *)lines);
    for (guint v = 1; v <= 5; v++) {
        g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (GxCountMention));
        guint block = 0, sentence = 0;

        for (guint i = 0; lines[i]; i++) {
            const char *colon = strchr (lines[i], ':');

            if (colon && lines[i][0] == (char)('0' + v) && lines[i][1] == '.')
                sample_chapter (g_strchomp ((char *)colon + 1), *cast, block++, &sentence, mentions);
        }
        if (volume == 0 || volume == v)
            gx_counts_add (counts, NULL, (const GxCountMention *)(void *)mentions->data, mentions->len);
    }
    return counts;
}

/** The network of one volume or of all; NULL when the file isn't there. */
static inline GxNetwork *
sample_volume_network (guint volume)
{
    g_autoptr (GHashTable) cast = NULL;
    g_autoptr (GxCounts) counts = sample_volume (volume, &cast);
    GError *error = NULL;
    GxNetwork *network;

    if (!counts)
        return NULL;
    network = gx_network_new (counts, NULL, &error);
    g_assert_no_error (error);
    return network;
}
