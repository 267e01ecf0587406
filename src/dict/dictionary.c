/* SPDX-License-Identifier: GPL-3.0-or-later
 * dictionary.c - loads the tables, finds entities. */
#include "cache.h"
#include "dictionary-private.h"

#include <string.h>

static gint
compare_ids (gconstpointer left, gconstpointer right)
{
    const GxEntity *const *a = left, *const *b = right;
    return strcmp ((*a)->id, (*b)->id);
}

static void
add_short (GHashTable *shorts, gunichar c, const GxEntity *entity)
{
    GPtrArray *owners = g_hash_table_lookup (shorts, GUINT_TO_POINTER (c));
    if (!owners) {
        owners = g_ptr_array_new ();
        g_ptr_array_add (owners, NULL);
        g_hash_table_insert (shorts, GUINT_TO_POINTER (c), owners);
    }
    for (guint i = 0; i + 1 < owners->len; i++)
        if (owners->pdata[i] == entity)
            return;
    owners->pdata[owners->len - 1] = (gpointer)entity;
    g_ptr_array_add (owners, NULL);
}

static GHashTable *
collect_shorts (const GxTables *tables, GxEntityType type)
{
    GHashTable *shorts = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < tables->entities->len; i++) {
        const GxEntityRow *row = tables->entities->pdata[i];
        for (guint s = 0; row->entity.type == type && s < row->shorts->len; s++)
            add_short (shorts, g_array_index (row->shorts, GxShortRow, s).c, &row->entity);
    }
    return shorts;
}

GxDictionary *
gx_dictionary_new (GxTables *tables, GxForms *forms)
{
    GxDictionary *self = g_new0 (GxDictionary, 1);
    self->tables = tables;
    self->forms = forms;
    self->sorted = g_ptr_array_sized_new (tables->entities->len);
    for (guint i = 0; i < tables->entities->len; i++)
        g_ptr_array_add (self->sorted, &((GxEntityRow *)tables->entities->pdata[i])->entity);
    g_ptr_array_sort (self->sorted, compare_ids);

    self->affixes = gx_affixes_new (tables);
    self->short_states = collect_shorts (tables, GX_ENTITY_STATE);
    self->short_people = collect_shorts (tables, GX_ENTITY_PERSON);
    if (pthread_mutex_init (&self->made_lock, NULL) != 0)
        g_error ("cannot make a lock");
    self->made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)gx_made_free);
    return self;
}

static void
read_builtin (GxTables *tables, guint n_tables, GxFindings *findings)
{
    for (guint i = 0; i < n_tables; i++) {
        const char *name;
        GxStr text;
        g_autoptr (GError) error = NULL;
        if (gx_builtin_read (i, &name, &text, &error))
            gx_tables_read (tables, name, text, findings);
        else
            gx_findings_unreadable (findings, (GxPlace){ name, 0, tables->n_files++ }, error->message);
    }
}

GxTables *
gx_dictionary_merge_tables (GxDictionaryBase base, const GPtrArray *own, GxFindings *findings)
{
    GxTables *tables = gx_tables_new ();
    guint n_builtin = gx_builtin_count (base);
    /* Somebody who has tables of his own isn't told of doubts about the library's. */
    findings->first_doubted = own->len > 0 ? n_builtin : 0;
    read_builtin (tables, n_builtin, findings);
    for (guint i = 0; i < own->len; i++) {
        const GxOwnTable *table = own->pdata[i];
        if (table->error)
            gx_findings_unreadable (findings, (GxPlace){ table->path, 0, tables->n_files++ }, table->error->message);
        else
            gx_tables_read (tables, table->path, table->text, findings);
    }
    gx_tables_fold (tables, findings);
    return tables;
}

GxTables *
gx_dictionary_read_tables (GxDictionaryBase base, const char *const *paths, GxFindings *findings)
{
    g_autoptr (GPtrArray) own = gx_own_tables_read (paths);
    return gx_dictionary_merge_tables (base, own, findings);
}

GxDictionary *
gx_dictionary_load_cached (GxDictionaryBase base, const char *const *paths, const char *folder, char **note, GError **error)
{
    g_autoptr (GPtrArray) own = gx_own_tables_read (paths);
    g_autoptr (GxCache) cache = folder ? gx_cache_new (folder, base, own) : NULL;
    g_autofree char *unread = NULL, *unwritten = NULL;
    GxTables *compiled = NULL;
    GxForms *forms = NULL;
    if (note)
        *note = NULL;
    if (cache && gx_cache_read (cache, &compiled, &forms, &unread))
        return gx_dictionary_new (compiled, forms);

    GxFindings findings = { 0 };
    g_autoptr (GxTables) tables = gx_dictionary_merge_tables (base, own, &findings);
    if (findings.first) {
        g_propagate_error (error, findings.first);
        return NULL;
    }
    gx_surnames_find (tables);
    forms = gx_forms_new (tables);
    if (cache)
        gx_cache_write (cache, tables, forms, &unwritten);
    if (note)
        *note = unwritten ? g_steal_pointer (&unwritten) : g_steal_pointer (&unread);
    return gx_dictionary_new (g_steal_pointer (&tables), forms);
}

GxDictionary *
gx_dictionary_load (GxDictionaryBase base, const char *const *paths, GError **error)
{
    return gx_dictionary_load_cached (base, paths, NULL, NULL, error);
}

void
gx_dictionary_free (GxDictionary *self)
{
    if (!self)
        return;
    g_hash_table_unref (self->made);
    if (pthread_mutex_destroy (&self->made_lock) != 0)
        g_assert_not_reached ();
    g_hash_table_unref (self->short_states);
    g_hash_table_unref (self->short_people);
    gx_forms_free (self->forms);
    gx_affixes_free (self->affixes);
    g_ptr_array_unref (self->sorted);
    gx_tables_free (self->tables);
    g_free (self);
}

const GxEntity *
gx_dictionary_find (const GxDictionary *self, const char *id)
{
    const GxEntityRow *row = g_hash_table_lookup (self->tables->entity_index, id);
    return row ? &row->entity : NULL;
}

const GxEntity *const *
gx_dictionary_entities (const GxDictionary *self, guint *n_entities)
{
    *n_entities = self->sorted->len;
    return (const GxEntity *const *)self->sorted->pdata;
}
