/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "country-codes.h"
#include "builtin-tables.h"

#include <gio/gio.h>

GHashTable *
gx_country_codes_new (void)
{
    GHashTable *self = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr (GBytes) bytes =
        g_resource_lookup_data (gx_builtin_get_resource (), "/guanxi/dicts/country-codes.tsv", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    gsize len = 0;
    const char *text = bytes ? g_bytes_get_data (bytes, &len) : "";
    g_autofree char *copy = g_strndup (text, len);
    g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);
    for (guint i = 0; lines[i]; i++) {
        g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
        if (lines[i][0] != '#' && g_strv_length (cells) >= 2)
            g_hash_table_insert (self, g_strdup (cells[0]), g_strdup (cells[1]));
    }
    return self;
}
