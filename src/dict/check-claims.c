/* SPDX-License-Identifier: GPL-3.0-or-later
 * check-claims.c - names that somebody or something else has, or that are never read. */
#include "check.h"

#include <string.h>

#define DOT "·"

/* Who was the first to claim a name without a mark. */
typedef struct {
    const GxEntityRow *row;
    const GxNameRow *name;
} Owner;

void
gx_check_claimed (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    if (!gx_name_is_free (name))
        return;
    Owner *first = g_hash_table_lookup (self->owners, name->folded);
    if (!first) {
        Owner owner = { row, name };
        g_hash_table_insert (self->owners, (gpointer)name->folded, g_memdup2 (&owner, sizeof owner));
        return;
    }
    if (first->row == row)
        return;
    gboolean later = name->place.rank >= first->name->place.rank;
    gx_look_doubt (self, GX_CHECK_CLAIMED, later ? name->place : first->name->place, "\"%s\" names both %s (%s) and %s (%s)", name->text,
                   first->row->entity.id, first->row->entity.name, row->entity.id, row->entity.name);
}

static gboolean
is_label (const GxNameRow *name)
{
    return (name->flags & GX_ALIAS_LABEL) != 0;
}

/* Another name of the row that is read wherever this one is. */
static const GxNameRow *
find_same (const GxEntityRow *row, const GxNameRow *name, gboolean label)
{
    for (guint i = 0; i < row->names->len; i++) {
        const GxNameRow *other = &g_array_index (row->names, GxNameRow, i);
        if (!label && other == name)
            return NULL; /* told of the later one */
        if (other != name && is_label (other) == label && gx_name_is_free (other) && strcmp (other->folded, name->folded) == 0)
            return other;
    }
    return NULL;
}

void
gx_check_folded_label (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    if (!is_label (name) && find_same (row, name, TRUE))
        gx_look_doubt (self, GX_CHECK_FOLDED_LABEL, name->place, "the alias \"%s\" is the label, folded", name->text);
}

void
gx_check_folded_twice (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    const GxNameRow *same = is_label (name) ? NULL : find_same (row, name, FALSE);
    if (same)
        gx_look_doubt (self, GX_CHECK_FOLDED_TWICE, name->place, "the alias \"%s\" is \"%s\", folded", name->text, same->text);
}

void
gx_check_joined (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    glong n;
    if (is_label (name) || !gx_name_is_free (name) || !gx_name_is_han (name->folded, &n) || n < GX_SHORTEST_JOINED)
        return;
    for (guint i = 0; i < row->names->len; i++) {
        const GxNameRow *other = &g_array_index (row->names, GxNameRow, i);
        if (!gx_name_is_free (other) || !strstr (other->folded, DOT))
            continue;
        g_auto (GStrv) parts = g_strsplit (other->folded, DOT, -1);
        g_autofree char *joined = g_strjoinv (NULL, parts);
        if (strcmp (joined, name->folded) == 0)
            gx_look_doubt (self, GX_CHECK_JOINED, name->place, "the alias \"%s\" is \"%s\" without its dots", name->text, other->text);
    }
}

static const GxWordRow *
find_word (const GxWordList *list, const char *folded)
{
    guint found = GPOINTER_TO_UINT (g_hash_table_lookup (list->index, folded));
    return found ? &g_array_index (list->rows, GxWordRow, found - 1) : NULL;
}

void
gx_check_phrase (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    (void)row;
    const GxWordRow *phrase = find_word (&self->tables->phrases, name->folded);
    if (!phrase)
        return;
    if (is_label (name))
        gx_look_doubt (self, GX_CHECK_PHRASE, phrase->place, "the phrase \"%s\" is an entity's own name (%s:%u): it is not used",
                       name->text, name->place.file, name->place.line);
    else if (gx_name_is_free (name))
        gx_look_doubt (self, GX_CHECK_PHRASE, name->place, "the alias \"%s\" is also a phrase (%s:%u)", name->text, phrase->place.file,
                       phrase->place.line);
}

void
gx_check_title (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    const GxWordRow *title = gx_name_is_free (name) ? find_word (&self->tables->titles, name->folded) : NULL;
    if (title)
        gx_look_doubt (self, GX_CHECK_TITLE, name->place, "\"%s\" of %s is a title as well (%s:%u)", name->text, row->entity.id,
                       title->place.file, title->place.line);
}

void
gx_check_body (GxLook *self, const GxEntityRow *row, const GxNameRow *name)
{
    const GxNameRow *body = gx_name_is_free (name) ? g_hash_table_lookup (self->bodies, name->folded) : NULL;
    if (body)
        gx_look_doubt (self, GX_CHECK_BODY, name->place, "\"%s\" of %s is what every state has (%s:%u)", name->text, row->entity.id,
                       body->place.file, body->place.line);
}

void
gx_check_body_names (GxLook *self)
{
    g_autoptr (GHashTable) owners = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < self->tables->bodies->len; i++) {
        GxBodyRow *row = self->tables->bodies->pdata[i];
        for (guint n = 0; n < row->names->len; n++) {
            const GxNameRow *name = &g_array_index (row->names, GxNameRow, n);
            const GxBodyRow *first = gx_name_is_free (name) ? g_hash_table_lookup (owners, name->folded) : row;
            if (!first)
                g_hash_table_insert (owners, (gpointer)name->folded, row);
            else if (first != row)
                gx_look_doubt (self, GX_CHECK_CLAIMED, name->place, "\"%s\" names both %s (%s) and %s (%s)", name->text, first->body.id,
                               first->body.name, row->body.id, row->body.name);
        }
    }
}
