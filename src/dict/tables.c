/* SPDX-License-Identifier: GPL-3.0-or-later
 * tables.c - all that the tables say, merged. */
#include "tables.h"
#include "country-codes.h"
#include "fold.h"

/* Bytes the strings of tables are taken from at a time. */
#define STRINGS_BLOCK 65536

static void
free_entity_row (gpointer data)
{
    GxEntityRow *row = data;
    g_array_unref (row->names);
    g_array_unref (row->shorts);
    g_free (row);
}

static void
free_body_row (gpointer data)
{
    GxBodyRow *row = data;
    g_array_unref (row->names);
    g_free (row);
}

static GxWordList
new_word_list (void)
{
    return (GxWordList){ g_array_new (FALSE, FALSE, sizeof (GxWordRow)), g_hash_table_new (g_str_hash, g_str_equal) };
}

static void
free_word_list (GxWordList *list)
{
    g_array_unref (list->rows);
    g_hash_table_unref (list->index);
}

GxTables *
gx_tables_new (void)
{
    GxTables *self = g_new0 (GxTables, 1);
    self->strings = g_string_chunk_new (STRINGS_BLOCK);
    self->entities = g_ptr_array_new_with_free_func (free_entity_row);
    self->entity_index = g_hash_table_new (g_str_hash, g_str_equal);
    self->bodies = g_ptr_array_new_with_free_func (free_body_row);
    self->body_index = g_hash_table_new (g_str_hash, g_str_equal);
    self->phrases = new_word_list ();
    self->titles = new_word_list ();
    self->surnames = new_word_list ();
    for (guint i = 0; i < GX_N_AFFIXES; i++)
        self->affixes[i] = new_word_list ();
    for (guint i = 0; i < GX_N_WORDS; i++)
        self->words[i] = new_word_list ();
    self->contexts = g_array_new (FALSE, FALSE, sizeof (GxContextRow));
    self->context_places = g_array_new (FALSE, FALSE, sizeof (GxPlace));
    self->files = g_array_new (FALSE, FALSE, sizeof (GxTableRow));
    self->context_index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    return self;
}

void
gx_tables_free (GxTables *self)
{
    if (!self)
        return;
    g_hash_table_unref (self->entity_index);
    g_ptr_array_unref (self->entities);
    g_hash_table_unref (self->body_index);
    g_ptr_array_unref (self->bodies);
    free_word_list (&self->phrases);
    free_word_list (&self->titles);
    free_word_list (&self->surnames);
    for (guint i = 0; i < GX_N_AFFIXES; i++)
        free_word_list (&self->affixes[i]);
    for (guint i = 0; i < GX_N_WORDS; i++)
        free_word_list (&self->words[i]);
    g_hash_table_unref (self->context_index);
    g_array_unref (self->files);
    g_array_unref (self->contexts);
    g_array_unref (self->context_places);
    g_string_chunk_free (self->strings);
    g_free (self->bytes);
    g_free (self);
}

GxEntityRow *
gx_tables_add_entity (GxTables *self)
{
    GxEntityRow *row = g_new0 (GxEntityRow, 1);
    row->names = g_array_new (FALSE, FALSE, sizeof (GxNameRow));
    row->shorts = g_array_new (FALSE, FALSE, sizeof (GxShortRow));
    g_ptr_array_add (self->entities, row);
    return row;
}

GxBodyRow *
gx_tables_add_body (GxTables *self)
{
    GxBodyRow *row = g_new0 (GxBodyRow, 1);
    row->names = g_array_new (FALSE, FALSE, sizeof (GxNameRow));
    g_ptr_array_add (self->bodies, row);
    return row;
}

const char *
gx_tables_keep (GxTables *self, const char *text)
{
    return *text ? g_string_chunk_insert (self->strings, text) : "";
}

void
gx_tables_read (GxTables *self, const char *file, GxStr text, GxFindings *findings)
{
    const char *kept = g_string_chunk_insert (self->strings, file);
    g_autoptr (GxTableReader) reader = gx_table_reader_new (kept, self->n_files, text, findings);
    self->n_files++;
    if (!reader)
        return;

    GxRowsKind kind = gx_table_reader_kind (reader);
    switch (kind) {
    case GX_ROWS_ENTITIES:
        gx_tables_read_entities (self, reader, findings);
        break;
    case GX_ROWS_BODIES:
        gx_tables_read_bodies (self, reader, findings);
        break;
    case GX_ROWS_CONTEXTS:
        gx_tables_read_contexts (self, reader, findings);
        break;
    case GX_ROWS_AFFIXES:
        gx_tables_read_affixes (self, reader, findings);
        break;
    case GX_ROWS_WORDS:
        gx_tables_read_known_words (self, reader, findings);
        break;
    case GX_ROWS_PHRASES:
    case GX_ROWS_TITLES:
    case GX_ROWS_SURNAMES:
        gx_tables_read_words (self, reader, findings);
        break;
    }
    GxTableRow row = { kept, kind, gx_table_reader_count (reader) };
    g_array_append_val (self->files, row);
}

static void
fold_names (GxTables *self, GArray *names, GxFindings *findings)
{
    for (guint i = 0; i < names->len; i++) {
        GxNameRow *name = &g_array_index (names, GxNameRow, i);
        g_autofree char *folded = gx_fold_name (name->text);
        if (*folded == '\0')
            gx_findings_error (findings, name->place, "nothing is left of \"%s\" when it is folded", name->text);
        name->folded = g_string_chunk_insert (self->strings, folded);
    }
}

/* The id of the state that somebody wrote the code or a name of: US, 美国. */
static const char *
find_state (const GxTables *self, const char *text)
{
    g_autoptr (GHashTable) codes = gx_country_codes_new ();
    const char *coded = g_hash_table_lookup (codes, text);
    gpointer id = NULL;
    if (coded && g_hash_table_lookup_extended (self->entity_index, coded, &id, NULL))
        return id;
    for (guint i = 0; i < self->entities->len; i++) {
        const GxEntityRow *row = self->entities->pdata[i];
        if (row->entity.type == GX_ENTITY_STATE && (strcmp (row->entity.name, text) == 0 || strcmp (row->entity.english, text) == 0))
            return row->entity.id;
    }
    return NULL;
}

static void
look_at_country (const GxTables *self, const GxEntityRow *row, GxFindings *findings)
{
    const char *id = row->entity.country;
    if (*id == '\0')
        return;
    if (g_hash_table_contains (self->entity_index, id))
        return;
    const char *meant = find_state (self, id);
    gx_findings_error (findings, row->country_place, "the country %s is not in the tables%s%s", id, meant ? ": its id is " : "",
                       meant ? meant : "");
}

/* Rows of contexts that choose an entity name it by id. */
static void
look_at_context (const GxTables *self, guint number, GxFindings *findings)
{
    const GxContextRow *row = &g_array_index (self->contexts, GxContextRow, number);
    if (!gx_context_kind_has_ids (row->kind))
        return;
    g_auto (GStrv) ids = g_strsplit (row->states, "|", -1);
    gboolean is_state = strcmp (row->kind, "default") == 0 || strcmp (row->kind, "reading") == 0;
    for (guint i = 0; ids[i]; i++)
        if (!g_hash_table_contains (self->entity_index, ids[i]))
            gx_findings_error (findings, g_array_index (self->context_places, GxPlace, number), "the %s %s is not in the tables",
                               is_state ? "state" : "entity", ids[i]);
}

void
gx_tables_fold (GxTables *self, GxFindings *findings)
{
    for (guint i = 0; i < self->entities->len; i++) {
        GxEntityRow *row = self->entities->pdata[i];
        fold_names (self, row->names, findings);
        look_at_country (self, row, findings);
    }
    for (guint i = 0; i < self->contexts->len; i++)
        look_at_context (self, i, findings);
    for (guint i = 0; i < self->bodies->len; i++)
        fold_names (self, ((GxBodyRow *)self->bodies->pdata[i])->names, findings);
}
