/* SPDX-License-Identifier: GPL-3.0-or-later
 * compiled.c - what the bytes of compiled tables hold, in order. */
#include "compiled.h"

#include "image.h"

/* A field that is added to one of these has to be walked over below. */
#define MUST_WALK(type, bytes) G_STATIC_ASSERT (GLIB_SIZEOF_VOID_P != 8 || sizeof (type) == (bytes))
MUST_WALK (GxPlace, 16);
MUST_WALK (GxEntity, 48);
MUST_WALK (GxBody, 24);
MUST_WALK (GxNameRow, 40);
MUST_WALK (GxShortRow, 32);
MUST_WALK (GxTableRow, 16);
MUST_WALK (GxEntityRow, 112);
MUST_WALK (GxBodyRow, 48);
MUST_WALK (GxWordRow, 32);
MUST_WALK (GxContextRow, 48);
MUST_WALK (GxTables, 88 + 16 * (3 + GX_N_AFFIXES + GX_N_WORDS));

static void
walk_place (GxImage *image, GxPlace *place)
{
    gx_image_text (image, &place->file);
    gx_image_number (image, &place->line);
    gx_image_number (image, &place->rank);
}

static void
walk_names (GxImage *image, GArray *names)
{
    gx_image_array (image, names, 6);
    for (guint i = 0; i < names->len; i++) {
        GxNameRow *name = &g_array_index (names, GxNameRow, i);
        gx_image_text (image, &name->text);
        gx_image_text (image, &name->folded);
        gx_image_number (image, &name->flags);
        walk_place (image, &name->place);
    }
}

static void
walk_shorts (GxImage *image, GArray *shorts)
{
    gx_image_array (image, shorts, 5);
    for (guint i = 0; i < shorts->len; i++) {
        GxShortRow *row = &g_array_index (shorts, GxShortRow, i);
        gx_image_choice (image, &row->c, 0x110000);
        gx_image_text (image, &row->text);
        walk_place (image, &row->place);
    }
}

static void
walk_entity (GxImage *image, GxEntityRow *row)
{
    guint type = row->entity.type;
    gx_image_text (image, &row->entity.id);
    gx_image_choice (image, &type, GX_ENTITY_INSTITUTION + 1);
    row->entity.type = (GxEntityType)type;
    gx_image_text (image, &row->entity.name);
    gx_image_text (image, &row->entity.english);
    gx_image_text (image, &row->entity.country);
    gx_image_year (image, &row->entity.since);
    gx_image_year (image, &row->entity.until);
    walk_names (image, row->names);
    walk_shorts (image, row->shorts);
    walk_place (image, &row->place);
    gx_image_optional_text (image, &row->country_place.file);
    gx_image_number (image, &row->country_place.line);
    gx_image_number (image, &row->country_place.rank);
    gx_image_optional_text (image, &row->surname);
    gx_image_text (image, &row->role);
}

static void
walk_entities (GxImage *image, GxTables *tables)
{
    guint n = tables->entities->len;
    gx_image_count (image, &n, 18);
    for (guint i = 0; i < n; i++)
        walk_entity (image, gx_image_is_read (image) ? gx_tables_add_entity (tables) : tables->entities->pdata[i]);
    for (guint i = 0; gx_image_is_read (image) && i < n; i++) {
        GxEntityRow *row = tables->entities->pdata[i];
        g_hash_table_insert (tables->entity_index, (gpointer)row->entity.id, row);
    }
}

static void
walk_bodies (GxImage *image, GxTables *tables)
{
    guint n = tables->bodies->len;
    gx_image_count (image, &n, 7);
    for (guint i = 0; i < n; i++) {
        GxBodyRow *row = gx_image_is_read (image) ? gx_tables_add_body (tables) : tables->bodies->pdata[i];
        gx_image_text (image, &row->body.id);
        gx_image_text (image, &row->body.name);
        gx_image_text (image, &row->body.english);
        walk_names (image, row->names);
        walk_place (image, &row->place);
        if (gx_image_is_read (image))
            g_hash_table_insert (tables->body_index, (gpointer)row->body.id, row);
    }
}

static void
walk_words (GxImage *image, GxWordList *list, gsize longest)
{
    gx_image_array (image, list->rows, 5);
    for (guint i = 0; i < list->rows->len; i++) {
        GxWordRow *row = &g_array_index (list->rows, GxWordRow, i);
        guint position = row->position;
        gx_image_optional_text (image, &row->text);
        gx_image_choice (image, &position, GX_TITLE_BOTH + 1);
        row->position = (GxTitlePosition)position;
        walk_place (image, &row->place);
        if (!gx_image_is_read (image) || !row->text)
            continue;
        if (*row->text == '\0' || strlen (row->text) > longest)
            gx_image_reject (image);
        g_hash_table_insert (list->index, (gpointer)row->text, GUINT_TO_POINTER (i + 1));
    }
}

static void
walk_contexts (GxImage *image, GxTables *tables)
{
    gx_image_array (image, tables->contexts, 10);
    if (gx_image_is_read (image))
        g_array_set_size (tables->context_places, tables->contexts->len);
    for (guint i = 0; i < tables->contexts->len; i++) {
        GxContextRow *row = &g_array_index (tables->contexts, GxContextRow, i);
        gx_image_text (image, &row->id);
        gx_image_text (image, &row->kind);
        gx_image_text (image, &row->text);
        gx_image_text (image, &row->states);
        gx_image_text (image, &row->language);
        gx_image_weight (image, &row->weight);
        walk_place (image, &g_array_index (tables->context_places, GxPlace, i));
    }
}

static void
walk_files (GxImage *image, GxTables *tables)
{
    gx_image_number (image, &tables->n_files);
    gx_image_array (image, tables->files, 3);
    for (guint i = 0; i < tables->files->len; i++) {
        GxTableRow *row = &g_array_index (tables->files, GxTableRow, i);
        guint kind = row->kind;
        gx_image_text (image, &row->name);
        gx_image_choice (image, &kind, GX_ROWS_AFFIXES + 1);
        row->kind = (GxRowsKind)kind;
        gx_image_number (image, &row->n_rows);
    }
}

static void
walk (GxImage *image, GxTables *tables, GxForms *forms)
{
    walk_files (image, tables);
    walk_entities (image, tables);
    walk_bodies (image, tables);
    walk_words (image, &tables->phrases, G_MAXSIZE);
    walk_words (image, &tables->titles, G_MAXSIZE);
    walk_words (image, &tables->surnames, G_MAXSIZE);
    for (guint i = 0; i < GX_N_AFFIXES; i++)
        walk_words (image, &tables->affixes[i], GX_LONGEST_AFFIX);
    for (guint i = 0; i < GX_N_WORDS; i++)
        walk_words (image, &tables->words[i], G_MAXSIZE);
    walk_contexts (image, tables);
    gx_forms_walk (forms, image, tables);
}

GByteArray *
gx_compiled_write (GxTables *tables, GxForms *forms)
{
    g_autoptr (GxImage) image = gx_image_new ();
    walk (image, tables, forms);
    return gx_image_finish (image);
}

gboolean
gx_compiled_read (char *bytes, GxStr compiled, GxTables **tables, GxForms **forms)
{
    g_autoptr (GxTables) read = gx_tables_new ();
    g_autoptr (GxForms) read_forms = gx_forms_new_empty ();
    g_autoptr (GxImage) image = gx_image_open (compiled);
    read->bytes = bytes;
    walk (image, read, read_forms);
    if (!gx_image_is_sound (image))
        return FALSE;
    *tables = g_steal_pointer (&read);
    *forms = g_steal_pointer (&read_forms);
    return TRUE;
}
