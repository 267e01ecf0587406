/* SPDX-License-Identifier: GPL-3.0-or-later
 * surname.c - the surnames of people whose label is written in Han characters. */
#include "dictionary-private.h"
#include "fold.h"

#include <string.h>

#define LONGEST_NAME    4
#define LONGEST_SURNAME 2
#define NAME_DOT        0xB7 /* what all dots between names are folded to */

static gboolean
is_han_name (const char *folded)
{
    glong n = 0;
    for (const char *at = folded; *at; at = g_utf8_next_char (at))
        if (!gx_is_han (g_utf8_get_char (at)) || ++n > LONGEST_NAME)
            return FALSE;
    return n >= 2;
}

/* Whether the label is a part of a longer name with dots: 马克龙 of 埃马纽埃尔·马克龙 is a surname as a whole, not one 马 among others. */
static gboolean
is_part_of_longer (const GArray *names, const char *label)
{
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_array_index (names, GxNameRow, i).folded;
        if (!g_utf8_strchr (name, -1, NAME_DOT))
            continue;
        g_auto (GStrv) parts = g_strsplit (name, "·", -1);
        if (g_strv_contains ((const char *const *)parts, label))
            return TRUE;
    }
    return FALSE;
}

/* The longest other name of two characters and more that the label begins with: 安倍 of 安倍晋三. */
static const char *
find_own_start (const GArray *names, const char *label)
{
    const char *best = NULL;
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_array_index (names, GxNameRow, i).folded;
        if (g_str_has_prefix (label, name) && strcmp (label, name) != 0 && g_utf8_strlen (name, -1) >= 2 &&
            (!best || strlen (name) > strlen (best)))
            best = name;
    }
    return best;
}

static const char *
folded_label (const GxEntityRow *row)
{
    for (guint i = 0; i < row->names->len; i++) {
        const GxNameRow *name = &g_array_index (row->names, GxNameRow, i);
        if ((name->flags & GX_ALIAS_LABEL) && strcmp (name->text, row->entity.name) == 0)
            return name->folded;
    }
    return NULL;
}

static const char *
find_surname (const GxTables *tables, const char *label)
{
    for (glong n = MIN (LONGEST_SURNAME, g_utf8_strlen (label, -1) - 1); n > 0; n--) {
        g_autofree char *start = g_utf8_substring (label, 0, n);
        guint found = GPOINTER_TO_UINT (g_hash_table_lookup (tables->surnames.index, start));
        if (found)
            return g_array_index (tables->surnames.rows, GxWordRow, found - 1).text;
    }
    return NULL;
}

const char *
gx_surname_of (const GxTables *tables, const char *name)
{
    return is_han_name (name) ? find_surname (tables, name) : NULL;
}

void
gx_surnames_find (GxTables *tables)
{
    for (guint i = 0; i < tables->entities->len; i++) {
        GxEntityRow *row = tables->entities->pdata[i];
        const char *label = row->entity.type == GX_ENTITY_PERSON ? folded_label (row) : NULL;
        if (!label || !is_han_name (label) || is_part_of_longer (row->names, label))
            continue;
        const char *own = find_own_start (row->names, label);
        row->surname = own ? own : find_surname (tables, label);
    }
}
