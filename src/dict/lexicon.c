/* SPDX-License-Identifier: GPL-3.0-or-later
 * lexicon.c - what the matcher asks a dictionary. */
#include "dictionary-private.h"

#include <stddef.h>
#include <string.h>

/* Most bytes of a surname that is asked for. */
#define LONGEST_SURNAME 12

const GxForm *
gx_lexicon_forms (const GxDictionary *self, guint *n_forms)
{
    return gx_forms_all (self->forms, n_forms);
}

const GxForm *
gx_lexicon_find (const GxDictionary *self, const char *text, gsize len)
{
    return gx_forms_find (self->forms, text, len);
}

static const GxEntity *const *
find_short (GHashTable *shorts, gunichar c)
{
    GPtrArray *owners = g_hash_table_lookup (shorts, GUINT_TO_POINTER (c));
    return owners ? (const GxEntity *const *)owners->pdata : NULL;
}

const GxEntity *const *
gx_lexicon_short_states (const GxDictionary *self, gunichar c)
{
    return find_short (self->short_states, c);
}

const GxEntity *const *
gx_lexicon_short_people (const GxDictionary *self, gunichar c)
{
    return find_short (self->short_people, c);
}

const char *
gx_lexicon_surname (const GxDictionary *self, const GxEntity *person)
{
    const GxEntityRow *row = g_hash_table_lookup (self->tables->entity_index, person->id);
    if (row || person->type != GX_ENTITY_PERSON)
        return row ? row->surname : NULL;
    const char *made = (const char *)person - offsetof (GxMade, own); /* no row has the person: gx_lexicon_unlisted() made it */
    return ((const GxMade *)(gconstpointer)made)->surname;
}

const char *
gx_lexicon_role (const GxDictionary *self, const GxEntity *person)
{
    const GxEntityRow *row = g_hash_table_lookup (self->tables->entity_index, person->id);
    return row ? row->role : "";
}

const char **
gx_lexicon_surnames (const GxDictionary *self, guint *n_surnames)
{
    const GArray *rows = self->tables->surnames.rows;
    const char **surnames = g_new (const char *, rows->len + 1);
    guint n = 0;

    for (guint i = 0; i < rows->len; i++)
        if (g_array_index (rows, GxWordRow, i).text)
            surnames[n++] = g_array_index (rows, GxWordRow, i).text;
    *n_surnames = n;
    return surnames;
}

gboolean
gx_lexicon_is_surname (const GxDictionary *self, GxStr text)
{
    char key[LONGEST_SURNAME + 1];

    if (text.len > LONGEST_SURNAME)
        return FALSE;
    memcpy (key, text.data, text.len);
    key[text.len] = '\0';
    return g_hash_table_contains (self->tables->surnames.index, key);
}

const GxContextRow *
gx_lexicon_contexts (const GxDictionary *self, guint *n_rows)
{
    *n_rows = self->tables->contexts->len;
    return (const GxContextRow *)(gpointer)self->tables->contexts->data;
}

gsize
gx_lexicon_affix_at (const GxDictionary *self, GxAffixKind kind, GxStr text, gsize offset, gsize below)
{
    return offset < text.len ? gx_affixes_begin (self->affixes, kind, text.data + offset, text.len - offset, below) : 0;
}

gsize
gx_lexicon_affix_before (const GxDictionary *self, GxAffixKind kind, GxStr text, gsize offset, gsize below)
{
    return gx_affixes_end (self->affixes, kind, text.data, MIN (offset, text.len), below);
}

const char *const *
gx_lexicon_affixes (const GxDictionary *self, GxAffixKind kind)
{
    return gx_affixes_all (self->affixes, kind);
}
