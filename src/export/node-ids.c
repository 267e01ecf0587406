/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "node-ids.h"

#include <string.h>

/* 64 bits of SHA-256, in hexadecimal digits: enough for 10^6 foreign ids. */
static const int hash_digits = 16;

static gboolean
is_fit (const char *id)
{
    for (const char *p = id; *p; p++)
        if (!g_ascii_isalnum (*p) && !strchr ("._:-", *p))
            return FALSE;
    return *id != '\0';
}

static char *
hashed_id (const char *id, guint attempt)
{
    g_autofree char *salted = attempt ? g_strdup_printf ("%s\n%u", id, attempt) : g_strdup (id);
    g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, salted, -1);

    return g_strdup_printf ("ent-%.*s", hash_digits, digest);
}

GPtrArray *
gx_node_ids (const GxNode *nodes, guint n_nodes)
{
    GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);

    for (guint i = 0; i < n_nodes; i++) /* ids that fit keep their place before any other is made */
        if (is_fit (nodes[i].id))
            g_hash_table_add (used, (gpointer)nodes[i].id);
    for (guint i = 0; i < n_nodes; i++) {
        char *id = g_strdelimit (g_strdup (nodes[i].id), "+", ':');

        if (!is_fit (nodes[i].id)) {
            for (guint attempt = 0; !is_fit (id) || g_hash_table_contains (used, id); attempt++) {
                g_free (id);
                id = hashed_id (nodes[i].id, attempt);
            }
            g_hash_table_add (used, id);
        }
        g_ptr_array_add (ids, id);
    }
    return ids;
}
