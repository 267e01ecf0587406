/* SPDX-License-Identifier: GPL-3.0-or-later
 * search.c - what a name is, for somebody who asks. */
#include "dictionary-private.h"
#include "fold.h"

#include <string.h>

/* A search under way. */
typedef struct {
    const GxDictionary *dictionary;
    const char *folded;
    GHashTable *told; /* GxEntity */
    GxFoundFunc report;
    gpointer user_data;
    guint n_found;
} Search;

GxName *
gx_dictionary_names (const GxDictionary *self, const GxEntity *entity, guint *n_names)
{
    *n_names = 0;
    const GxEntityRow *row = g_hash_table_lookup (self->tables->entity_index, entity->id);
    if (!row)
        return g_new0 (GxName, 1);
    GxName *names = g_new0 (GxName, (gsize)row->names->len + row->shorts->len + 1);
    for (guint i = 0; i < row->names->len; i++) {
        const GxNameRow *name = &g_array_index (row->names, GxNameRow, i);
        names[(*n_names)++] = (GxName){ name->text, name->flags, name->place.file, name->place.line };
    }
    for (guint i = 0; i < row->shorts->len; i++) {
        const GxShortRow *name = &g_array_index (row->shorts, GxShortRow, i);
        names[(*n_names)++] = (GxName){ name->text, GX_ALIAS_SHORT, name->place.file, name->place.line };
    }
    return names;
}

static void
tell_entity (Search *search, const GxEntity *entity, GxFoundHow how)
{
    if (!g_hash_table_add (search->told, (gpointer)entity))
        return;
    GxFound found = { .how = how, .entity = entity };
    search->n_found++;
    search->report (&found, search->user_data);
}

static void
tell_word (Search *search, const char *kind, const char *text, GxPlace place)
{
    GxFound found = { .how = GX_FOUND_NAME, .word = text, .kind = kind, .file = place.file, .line = place.line };
    search->n_found++;
    search->report (&found, search->user_data);
}

static gboolean
bears (const GxEntityRow *row, const char *folded, GxFoundHow how)
{
    for (guint i = 0; i < row->names->len; i++) {
        const char *name = g_array_index (row->names, GxNameRow, i).folded;
        if (how == GX_FOUND_NAME ? strcmp (name, folded) == 0 : strstr (name, folded) != NULL)
            return TRUE;
    }
    for (guint i = 0; how == GX_FOUND_NAME && i < row->shorts->len; i++)
        if (strcmp (g_array_index (row->shorts, GxShortRow, i).text, folded) == 0)
            return TRUE;
    return FALSE;
}

static void
find_entities (Search *search, GxFoundHow how)
{
    const GPtrArray *sorted = search->dictionary->sorted;
    for (guint i = 0; i < sorted->len; i++)
        if (bears (sorted->pdata[i], search->folded, how))
            tell_entity (search, sorted->pdata[i], how);
}

static void
find_word (Search *search, const GxWordList *list, const char *kind)
{
    guint found = GPOINTER_TO_UINT (g_hash_table_lookup (list->index, search->folded));
    if (!found)
        return;
    const GxWordRow *row = &g_array_index (list->rows, GxWordRow, found - 1);
    tell_word (search, kind, row->text, row->place);
}

static void
find_body (Search *search, const GxBodyRow *row)
{
    gboolean is_id = strcmp (row->body.id, search->folded) == 0;
    for (guint i = 0; i < row->names->len; i++) {
        const GxNameRow *name = &g_array_index (row->names, GxNameRow, i);
        if (is_id || strcmp (name->folded, search->folded) == 0) {
            tell_word (search, "body", name->text, name->place);
            return;
        }
    }
}

guint
gx_dictionary_search (const GxDictionary *self, const char *text, GxFoundFunc report, gpointer user_data)
{
    g_autofree char *folded = gx_fold_name (text);
    g_autoptr (GHashTable) told = g_hash_table_new (g_direct_hash, g_direct_equal);
    Search search = { self, folded, told, report, user_data, 0 };
    const GxEntity *by_id = gx_dictionary_find (self, text);
    if (by_id)
        tell_entity (&search, by_id, GX_FOUND_ID);
    if (*folded == '\0')
        return search.n_found;

    find_entities (&search, GX_FOUND_NAME);
    for (guint i = 0; i < self->tables->bodies->len; i++)
        find_body (&search, self->tables->bodies->pdata[i]);
    find_word (&search, &self->tables->titles, "title");
    find_word (&search, &self->tables->phrases, "phrase");
    find_word (&search, &self->tables->surnames, "surname");
    find_entities (&search, GX_FOUND_PART);
    return search.n_found;
}
