/* SPDX-License-Identifier: GPL-3.0-or-later
 * check.c - all that is wrong or doubtful in tables. */
#include "dictionary-private.h"

#include <string.h>

#define MARKS ((guint)GX_ALIAS_CONTEXT | (guint)GX_ALIAS_EXACT)

/* Who was the first to claim a name without a mark. */
typedef struct {
    const GxEntityRow *row;
    const GxNameRow *name;
} Owner;

static const GxNameRow *
find_folded_label (const GxEntityRow *row, const GxNameRow *alias)
{
    for (guint i = 0; i < row->names->len; i++) {
        const GxNameRow *name = &g_array_index (row->names, GxNameRow, i);
        if (name != alias && (name->flags & GX_ALIAS_LABEL) && !(name->flags & MARKS) && strcmp (name->folded, alias->folded) == 0)
            return name;
    }
    return NULL;
}

static void
doubt_claim (GHashTable *owners, const GxEntityRow *row, const GxNameRow *name, GxFindings *findings)
{
    Owner *first = g_hash_table_lookup (owners, name->folded);
    if (!first) {
        Owner owner = { row, name };
        g_hash_table_insert (owners, (gpointer)name->folded, g_memdup2 (&owner, sizeof owner));
        return;
    }
    if (first->row == row)
        return;
    gboolean later = name->place.rank >= first->name->place.rank;
    gx_findings_warning (findings, later ? name->place : first->name->place,
                         "\"%s\" names both %s (%s) and %s (%s): mark it with ~ in all but one", name->text, first->row->entity.id,
                         first->row->entity.name, row->entity.id, row->entity.name);
}

static void
doubt_phrase (const GxTables *tables, const GxNameRow *name, GxFindings *findings)
{
    guint found = GPOINTER_TO_UINT (g_hash_table_lookup (tables->phrases.index, name->folded));
    if (!found)
        return;
    GxPlace place = g_array_index (tables->phrases.rows, GxWordRow, found - 1).place;
    if (name->flags & GX_ALIAS_LABEL)
        gx_findings_warning (findings, place, "the phrase \"%s\" is an entity's own name (%s:%u): it is not used", name->text,
                             name->place.file, name->place.line);
    else if (!(name->flags & MARKS))
        gx_findings_warning (findings, name->place, "the alias \"%s\" is also a phrase (%s:%u)", name->text, place.file, place.line);
}

static void
doubt_name (const GxTables *tables, GHashTable *owners, const GxEntityRow *row, const GxNameRow *name, GxFindings *findings)
{
    gboolean alias = !(name->flags & GX_ALIAS_LABEL);
    if (alias && !(name->flags & GX_ALIAS_CONTEXT) && *name->folded && *g_utf8_next_char (name->folded) == '\0')
        gx_findings_warning (findings, name->place, "the alias \"%s\" is a single character: short is the place for it", name->text);
    if (alias && find_folded_label (row, name))
        gx_findings_warning (findings, name->place, "the alias \"%s\" is the label, folded", name->text);
    if (!(name->flags & MARKS))
        doubt_claim (owners, row, name, findings);
    doubt_phrase (tables, name, findings);
}

void
gx_tables_doubt (const GxTables *self, GxFindings *findings)
{
    g_autoptr (GHashTable) owners = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
    for (guint i = 0; i < self->entities->len; i++) {
        const GxEntityRow *row = self->entities->pdata[i];
        if (row->names->len == 0)
            gx_findings_warning (findings, row->place, "%s has no name left", row->entity.id);
        if (row->entity.type == GX_ENTITY_STATE && *row->entity.english == '\0')
            gx_findings_warning (findings, row->place, "the state %s has no English name", row->entity.id);
        for (guint n = 0; n < row->names->len; n++)
            doubt_name (self, owners, row, &g_array_index (row->names, GxNameRow, n), findings);
    }
}

guint
gx_dictionary_check (GxDictionaryBase base, const char *const *paths, GxFindingFunc report, gpointer user_data)
{
    GxFindings findings = { .report = report, .user_data = user_data };
    g_autoptr (GxTables) tables = gx_dictionary_read_tables (base, paths, &findings);
    gx_tables_doubt (tables, &findings);
    g_clear_error (&findings.first);
    return findings.n_errors;
}
