/* SPDX-License-Identifier: GPL-3.0-or-later
 * str-hash.h - pieces of text as keys: of g_hash_table_new(), pointers to GxStr. */
#pragma once

#include <guanxi/str.h>

/** FNV-1a. */
static inline guint
gx_str_hash (gconstpointer key)
{
    const GxStr *str = key;
    guint hash = 2166136261u;
    for (gsize i = 0; i < str->len; i++)
        hash = (hash ^ (guchar)str->data[i]) * 16777619u;
    return hash;
}

static inline gboolean
gx_str_hash_equal (gconstpointer a, gconstpointer b)
{
    return gx_str_equal (*(const GxStr *)a, *(const GxStr *)b);
}
