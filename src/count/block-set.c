/* SPDX-License-Identifier: GPL-3.0-or-later
 * block-set.c - the kinds of blocks whose mentions count. */
#include <guanxi/counts.h>

#include <string.h>

gboolean
gx_block_set_has (GxBlockSet self, GxBlockType type)
{
    return ((self ? self : GX_BLOCK_SET_DEFAULT) >> type & 1u) != 0;
}

/** The types that a word stands for; 0: none. */
static GxBlockSet
find_types (const char *name)
{
    if (strcmp (name, "body") == 0)
        return 1u << GX_BLOCK_PARAGRAPH | 1u << GX_BLOCK_LIST_ITEM | 1u << GX_BLOCK_CELL;
    if (strcmp (name, "all") == 0)
        return (1u << GX_BLOCK_FURNITURE) - 1;
    for (guint type = 0; type < GX_BLOCK_FURNITURE; type++)
        if (strcmp (name, gx_block_type_name ((GxBlockType)type)) == 0)
            return 1u << type;
    return 0;
}

gboolean
gx_block_set_parse (const char *names, GxBlockSet *set)
{
    g_auto (GStrv) parts = g_strsplit (names, ",", -1);
    GxBlockSet found = 0;
    for (guint i = 0; parts[i]; i++) {
        GxBlockSet types = find_types (g_strstrip (parts[i]));
        if (types == 0)
            return FALSE;
        found |= types;
    }
    *set = found;
    return found != 0;
}
