/* SPDX-License-Identifier: GPL-3.0-or-later
 * entity-table.c - rows of states, people and institutions. */
#include "fold.h"
#include "tables.h"

#include <string.h>

#define LAST_YEAR 9999

static GxEntityRow *
add_row (GxTables *self, const char *id)
{
    GxEntityRow *row = gx_tables_add_entity (self);
    row->entity = (GxEntity){ .id = gx_tables_keep (self, id), .name = "", .english = "", .country = "" };
    row->role = "";
    g_hash_table_insert (self->entity_index, (gpointer)row->entity.id, row);
    return row;
}

static gboolean
read_year (const char *text, const char *what, GxPlace place, gint *year, GxFindings *findings)
{
    guint64 value;
    if (*text == '\0')
        return TRUE;
    if (!g_ascii_string_to_unsigned (text, 10, 1, LAST_YEAR, &value, NULL)) {
        gx_findings_error (findings, place, "%s is not a year: \"%s\"", what, text);
        return FALSE;
    }
    *year = (gint)value;
    return TRUE;
}

static void
read_years (GxEntity *entity, GxTableReader *reader, GxFindings *findings)
{
    GxPlace place = gx_table_reader_place (reader);
    if (read_year (gx_table_reader_cell (reader, GX_CELL_SINCE), "since", place, &entity->since, findings) &&
        read_year (gx_table_reader_cell (reader, GX_CELL_UNTIL), "until", place, &entity->until, findings) && entity->until > 0 &&
        entity->since > entity->until)
        gx_findings_error (findings, place, "since %d is after until %d", entity->since, entity->until);
}

/* A row with an unknown type is read on: it would be missed as a country otherwise, which says nothing new. */
static void
read_type (GxEntity *entity, gboolean known, const char *text, GxPlace place, GxFindings *findings)
{
    GxEntityType type;
    if (known && *text == '\0')
        return;
    if (!gx_entity_type_parse (text, &type)) {
        gx_findings_error (findings, place, "the type \"%s\" is none of person, state, institution", text);
        return;
    }
    if (known && type != entity->type)
        gx_findings_warning (findings, place, "%s was a %s before", entity->id, gx_entity_type_name (entity->type));
    entity->type = type;
}

static void
remove_short (GxEntityRow *row, gunichar c, GxPlace place, GxFindings *findings)
{
    for (guint i = 0; i < row->shorts->len; i++)
        if (g_array_index (row->shorts, GxShortRow, i).c == c) {
            g_array_remove_index (row->shorts, i);
            return;
        }
    gx_findings_warning (findings, place, "there is no such abbreviation to take away");
}

static void
add_short (GxTables *self, GxEntityRow *row, gunichar c, GxPlace place)
{
    char text[8] = { 0 };
    g_unichar_to_utf8 (c, text);
    GxShortRow added = { c, gx_tables_keep (self, text), place };
    g_array_append_val (row->shorts, added);
}

static void
read_shorts (GxTables *self, GxEntityRow *row, const char *text, GxPlace place, GxFindings *findings)
{
    if (*text == '\0')
        return;
    g_auto (GStrv) parts = g_strsplit (text, "|", -1);
    for (guint i = 0; parts[i]; i++) {
        const char *part = g_strstrip (parts[i]);
        gboolean away = part[0] == '-' && part[1];
        const char *c = away ? part + 1 : part;
        if (!gx_tables_text_is_sound (findings, place, "short", c))
            continue;
        if (*g_utf8_next_char (c)) {
            gx_findings_error (findings, place, "short is longer than one character: \"%s\"", c);
            continue;
        }
        gunichar folded = gx_fold_char (g_utf8_get_char (c));
        if (away)
            remove_short (row, folded, place, findings);
        else
            add_short (self, row, folded, place);
    }
}

static void
read_role (GxTables *self, GxEntityRow *row, const char *note)
{
    if (row->entity.type != GX_ENTITY_PERSON || *note == '\0')
        return;
    g_autofree char *folded = gx_fold_name (note);
    row->role = gx_tables_keep (self, folded);
}

static void
read_row (GxTables *self, GxTableReader *reader, GxFindings *findings)
{
    GxPlace place = gx_table_reader_place (reader);
    const char *id = gx_table_reader_cell (reader, GX_CELL_ID);
    const char *name = gx_table_reader_cell (reader, GX_CELL_NAME);
    const char *english = gx_table_reader_cell (reader, GX_CELL_ENGLISH);
    const char *country = gx_table_reader_cell (reader, GX_CELL_COUNTRY);
    if (!gx_tables_text_is_sound (findings, place, "id", id))
        return;

    GxEntityRow *row = g_hash_table_lookup (self->entity_index, id);
    gboolean known = row != NULL;
    if (known && row->place.rank == place.rank) {
        gx_findings_error (findings, place, "the id %s stands in line %u already: make one row of them", id, row->place.line);
        return;
    }
    if ((!known || *name) && !gx_tables_text_is_sound (findings, place, "name", name))
        return;
    if (*english && !gx_tables_text_is_sound (findings, place, "en", english))
        return;
    if (!known)
        row = add_row (self, id);
    row->place = place;

    read_type (&row->entity, known, gx_table_reader_cell (reader, GX_CELL_TYPE), place, findings);
    gx_tables_set_labels (self, row->names, (GxLabels){ &row->entity.name, &row->entity.english }, name, english, place);
    gx_tables_add_aliases (self, row->names, gx_table_reader_cell (reader, GX_CELL_ALIASES), place, findings);
    read_shorts (self, row, gx_table_reader_cell (reader, GX_CELL_SHORT), place, findings);
    if (*country) {
        row->entity.country = gx_tables_keep (self, country);
        row->country_place = place;
    }
    read_years (&row->entity, reader, findings);
    read_role (self, row, gx_table_reader_cell (reader, GX_CELL_NOTE));
}

void
gx_tables_read_entities (GxTables *self, GxTableReader *reader, GxFindings *findings)
{
    while (gx_table_reader_next (reader))
        read_row (self, reader, findings);
}
