/* SPDX-License-Identifier: GPL-3.0-or-later
 * unique-names.c - names of the files in an archive or a message, no two alike. */
#include "unique-names.h"

#include <string.h>

GHashTable *
gx_unique_names_new (void)
{
    return g_hash_table_new (NULL, NULL);
}

static gpointer
hash_name (const char *name)
{
    guint64 hash = G_GUINT64_CONSTANT (14695981039346656037); /* FNV-1a */
    for (const char *p = name; *p; p++)
        hash = (hash ^ (guint8)*p) * G_GUINT64_CONSTANT (1099511628211);
    return (gpointer)(gsize)hash;
}

char *
gx_unique_names_make (GHashTable *self, const char *name)
{
    /* How often a name came is kept, so that many of one name are not tried through each time. */
    gpointer key = hash_name (name);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self, key)) + 1;
    char *unique = g_strdup (name);
    for (; n > 1; n++) {
        const char *slash = strrchr (name, '/'), *dot = strrchr (slash ? slash : name, '.');
        gsize stem = dot ? (gsize)(dot - name) : strlen (name);
        g_free (unique);
        unique = g_strdup_printf ("%.*s (%u)%s", (int)stem, name, n, name + stem);
        if (!g_hash_table_contains (self, hash_name (unique)))
            break;
    }
    g_hash_table_insert (self, key, GUINT_TO_POINTER (n));
    if (n > 1)
        g_hash_table_insert (self, hash_name (unique), GUINT_TO_POINTER (1));
    return unique;
}
