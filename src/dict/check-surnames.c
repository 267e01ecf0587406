/* SPDX-License-Identifier: GPL-3.0-or-later
 * check-surnames.c - bare parts of transliterated names: 史密斯, 克林顿, トルーマン. */
#include "check.h"

#include <string.h>

/* The dot between the parts of a name, after folding. */
#define DOT "·"
/* Characters of a part that hardly anybody else has. */
#define SHORTEST_RARE 4

static void
add_part (GHashTable *parts, const char *part, gsize len, GxEntityRow *row)
{
    char *key = g_strndup (part, len);
    gpointer known;
    gboolean found = g_hash_table_lookup_extended (parts, key, NULL, &known);
    g_hash_table_insert (parts, key, !found || known == row ? row : NULL);
}

GHashTable *
gx_name_parts_find (const GxTables *tables)
{
    GHashTable *parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < tables->entities->len; i++) {
        GxEntityRow *row = tables->entities->pdata[i];
        for (guint n = 0; row->entity.type == GX_ENTITY_PERSON && n < row->names->len; n++) {
            const char *name = g_array_index (row->names, GxNameRow, n).folded;
            const char *first = strstr (name, DOT), *last = g_strrstr (name, DOT);
            if (!last)
                continue;
            add_part (parts, name, (gsize)(first - name), row);
            add_part (parts, last + strlen (DOT), strlen (last + strlen (DOT)), row);
        }
    }
    return parts;
}

/* Whether text is the first or last of the parts that sign divides name into. */
static gboolean
is_edge_part (const char *name, const char *sign, const char *text)
{
    const char *last = g_strrstr (name, sign);
    if (!last)
        return FALSE;
    const char *first = strstr (name, sign);
    gsize len = strlen (text);
    return strcmp (last + strlen (sign), text) == 0 || ((gsize)(first - name) == len && strncmp (name, text, len) == 0);
}

static gboolean
is_latin (const char *text)
{
    return g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_LATIN;
}

/* A name of the row of which text is but one part. */
static const GxNameRow *
find_whole (const GxEntityRow *row, const char *text)
{
    for (guint i = 0; i < row->names->len; i++) {
        const GxNameRow *other = &g_array_index (row->names, GxNameRow, i);
        if (is_edge_part (other->folded, DOT, text) || (is_latin (other->text) && is_edge_part (other->folded, " ", text)))
            return other;
    }
    return NULL;
}

/* Whether the tables call the person by a part of his name, as they do the best-known: 特朗普. */
static gboolean
goes_by_part (const GxEntityRow *row)
{
    for (guint i = 0; i < row->names->len; i++) {
        const GxNameRow *name = &g_array_index (row->names, GxNameRow, i);
        if ((name->flags & GX_ALIAS_LABEL) && gx_name_is_free (name) && strcmp (name->text, row->entity.name) == 0)
            return find_whole (row, name->folded) != NULL;
    }
    return FALSE;
}

/* Long ones and given names are not shared by people whom no table knows. */
static gboolean
is_common_part (const GxNameRow *whole, const GxNameRow *part)
{
    glong n = g_utf8_strlen (part->folded, -1);
    return !g_str_has_prefix (whole->folded, part->folded) && (is_latin (part->text) || n < SHORTEST_RARE);
}

void
gx_check_surname (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    if (row->entity.type != GX_ENTITY_PERSON || !gx_name_is_free (name) || strstr (name->folded, DOT))
        return;
    gpointer other = NULL;
    gboolean shared = g_hash_table_lookup_extended (self->parts, name->folded, NULL, &other) && other != row;
    const GxNameRow *whole = find_whole (row, name->folded);
    if (shared && other)
        gx_look_doubt (self, GX_CHECK_SURNAME, name->place, "\"%s\" of %s is a part of the name of %s (%s) as well", name->text,
                       row->entity.id, ((const GxEntityRow *)other)->entity.id, ((const GxEntityRow *)other)->entity.name);
    else if (shared)
        gx_look_doubt (self, GX_CHECK_SURNAME, name->place, "\"%s\" of %s is a part of several people's names", name->text, row->entity.id);
    else if (whole && !(name->flags & GX_ALIAS_LABEL) && is_common_part (whole, name) && (is_latin (name->text) || !goes_by_part (row)))
        gx_look_doubt (self, GX_CHECK_SURNAME, name->place, "\"%s\" of %s is a bare part of \"%s\"", name->text, row->entity.id,
                       whole->text);
}
