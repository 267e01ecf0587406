/* SPDX-License-Identifier: GPL-3.0-or-later
 * statistics.c - how much is in the tables. */
#include "dictionary-private.h"

#include <string.h>

#define MARKS ((guint)GX_ALIAS_CONTEXT | (guint)GX_ALIAS_EXACT)

/* Counts of one sort, in the order in which their values were met. */
typedef struct {
    const char *by;
    GPtrArray *counts; /* GxDictionaryCount */
    GHashTable *index; /* value -> GxDictionaryCount */
} Sort;

gboolean
gx_id_is_wikidata (const char *id)
{
    if (id[0] != 'Q' || id[1] < '1' || id[1] > '9')
        return FALSE;
    return strspn (id + 1, "0123456789") == strlen (id + 1);
}

static guint
is_wikidata (const GxEntityRow *row)
{
    return gx_id_is_wikidata (row->entity.id) ? 1 : 0;
}

static Sort
new_sort (const char *by)
{
    return (Sort){ by, g_ptr_array_new_with_free_func (g_free), g_hash_table_new (g_str_hash, g_str_equal) };
}

static GxDictionaryCount *
count_of (Sort *sort, const char *value)
{
    GxDictionaryCount *count = g_hash_table_lookup (sort->index, value);
    if (count)
        return count;
    count = g_new0 (GxDictionaryCount, 1);
    count->by = sort->by;
    count->value = value;
    g_ptr_array_add (sort->counts, count);
    g_hash_table_insert (sort->index, (gpointer)value, count);
    return count;
}

/* The one with more rows comes first. */
static gint
compare_rows (gconstpointer left, gconstpointer right)
{
    const GxDictionaryCount *const *a = left, *const *b = right;
    if ((*a)->rows != (*b)->rows)
        return (*a)->rows > (*b)->rows ? -1 : 1;
    return strcmp ((*a)->value, (*b)->value);
}

static void
finish_sort (Sort *sort, GxDictionaryCountFunc report, gpointer user_data)
{
    for (guint i = 0; i < sort->counts->len; i++)
        report (sort->counts->pdata[i], user_data);
    g_hash_table_unref (sort->index);
    g_ptr_array_unref (sort->counts);
}

static void
add_name (GxDictionaryCount *count, guint flags)
{
    count->names++;
    count->aliases += !(flags & GX_ALIAS_LABEL);
    count->marked += (flags & MARKS) != 0;
}

static void
add_entity (GxDictionaryCount *count, const GxEntityRow *row)
{
    count->rows++;
    count->wikidata += is_wikidata (row);
    for (guint i = 0; i < row->names->len; i++)
        add_name (count, g_array_index (row->names, GxNameRow, i).flags);
    for (guint i = 0; i < row->shorts->len; i++)
        add_name (count, GX_ALIAS_SHORT);
}

/* The script that tells a name's language best: kana before Hangul before Han before Latin. */
static const char *
script_of (const char *name)
{
    enum { OTHER, LATIN, HAN, HANGUL, KANA } script = OTHER;
    static const char *const names[] = { "other", "latin", "han", "hangul", "kana" };
    for (const char *at = name; *at; at = g_utf8_next_char (at)) {
        GUnicodeScript found = g_unichar_get_script (g_utf8_get_char (at));
        if (found == G_UNICODE_SCRIPT_HIRAGANA || found == G_UNICODE_SCRIPT_KATAKANA)
            return names[KANA];
        if (found == G_UNICODE_SCRIPT_HANGUL)
            script = MAX (script, HANGUL);
        else if (found == G_UNICODE_SCRIPT_HAN)
            script = MAX (script, HAN);
        else if (found == G_UNICODE_SCRIPT_LATIN)
            script = MAX (script, LATIN);
    }
    return names[script];
}

static void
add_scripts (Sort *sort, const GxEntityRow *row)
{
    GxDictionaryCount *seen[8];
    guint n_seen = 0;
    for (guint i = 0; i < row->names->len; i++) {
        const GxNameRow *name = &g_array_index (row->names, GxNameRow, i);
        GxDictionaryCount *count = count_of (sort, script_of (name->text));
        guint k = 0;
        add_name (count, name->flags);
        while (k < n_seen && seen[k] != count)
            k++;
        if (k < n_seen)
            continue;
        seen[n_seen++] = count;
        count->rows++;
        count->wikidata += is_wikidata (row);
    }
}

static const char *
years_of (const GxEntity *entity)
{
    if (entity->since && entity->until)
        return "since and until";
    return entity->since ? "since" : entity->until ? "until" : "none";
}

/* The table that a name stands in. */
static void
add_to_tables (Sort *tables, const GArray *names)
{
    for (guint i = 0; i < names->len; i++) {
        const GxNameRow *name = &g_array_index (names, GxNameRow, i);
        add_name (count_of (tables, name->place.file), name->flags);
    }
}

static Sort
count_tables (const GxTables *self)
{
    Sort tables = new_sort ("table");
    for (guint i = 0; i < self->files->len; i++) {
        const GxTableRow *file = &g_array_index (self->files, GxTableRow, i);
        count_of (&tables, file->name)->rows += file->n_rows;
    }
    for (guint i = 0; i < self->entities->len; i++) {
        const GxEntityRow *row = self->entities->pdata[i];
        add_to_tables (&tables, row->names);
        count_of (&tables, row->place.file)->wikidata += is_wikidata (row);
        for (guint s = 0; s < row->shorts->len; s++)
            add_name (count_of (&tables, g_array_index (row->shorts, GxShortRow, s).place.file), GX_ALIAS_SHORT);
    }
    for (guint i = 0; i < self->bodies->len; i++)
        add_to_tables (&tables, ((const GxBodyRow *)self->bodies->pdata[i])->names);
    return tables;
}

void
gx_dictionary_count (const GxDictionary *self, GxDictionaryCountFunc report, gpointer user_data)
{
    const GxTables *all = self->tables;
    GxDictionaryCount total = { .by = "all", .value = "" };
    Sort tables = count_tables (all), types = new_sort ("type"), scripts = new_sort ("script"), countries = new_sort ("country"),
         years = new_sort ("years");
    for (guint i = GX_ENTITY_PERSON; i <= GX_ENTITY_INSTITUTION; i++)
        count_of (&types, gx_entity_type_name ((GxEntityType)i));
    for (guint i = 0; i < all->entities->len; i++) {
        const GxEntityRow *row = all->entities->pdata[i];
        add_entity (&total, row);
        add_entity (count_of (&types, gx_entity_type_name (row->entity.type)), row);
        add_entity (count_of (&countries, *row->entity.country ? row->entity.country : "none"), row);
        add_entity (count_of (&years, years_of (&row->entity)), row);
        add_scripts (&scripts, row);
    }
    g_ptr_array_sort (scripts.counts, compare_rows);
    g_ptr_array_sort (countries.counts, compare_rows);
    g_ptr_array_sort (years.counts, compare_rows);
    report (&total, user_data);
    finish_sort (&tables, report, user_data);
    finish_sort (&types, report, user_data);
    finish_sort (&scripts, report, user_data);
    finish_sort (&countries, report, user_data);
    finish_sort (&years, report, user_data);
}
