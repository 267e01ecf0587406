/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "name-sets.h"
#include "text-lines.h"

struct _GxNameSets {
    GHashTable *sets; /* entity -> set of squeezed names */
};

static void
free_set (gpointer set)
{
    g_hash_table_unref (set);
}

GxNameSets *
gx_name_sets_new (void)
{
    GxNameSets *self = g_new (GxNameSets, 1);
    self->sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_set);
    return self;
}

void
gx_name_sets_free (GxNameSets *self)
{
    if (!self)
        return;
    g_hash_table_unref (self->sets);
    g_free (self);
}

/* GLib leaves out the separators that control characters are. */
static gboolean
is_blank (gunichar c)
{
    return g_unichar_isspace (c) || c == '\v' || c == 0x85 || (c >= 0x1c && c <= 0x1f);
}

char *
gx_name_squeeze (const char *name)
{
    GString *squeezed = g_string_new (NULL);
    for (const char *p = name; *p; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);
        if (!is_blank (c))
            g_string_append_unichar (squeezed, g_unichar_tolower (c));
    }
    return g_string_free (squeezed, FALSE);
}

void
gx_name_sets_add (GxNameSets *self, const char *entity, const char *name)
{
    GHashTable *set = g_hash_table_lookup (self->sets, entity);
    if (!set) {
        set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
        g_hash_table_insert (self->sets, g_strdup (entity), set);
    }
    g_hash_table_add (set, gx_name_squeeze (name));
}

gboolean
gx_name_sets_has (const GxNameSets *self, const char *entity, const char *squeezed)
{
    GHashTable *set = g_hash_table_lookup (self->sets, entity);
    return set && g_hash_table_contains (set, squeezed);
}

/* What is wrong with a row, split into its cells; NULL when it is sound. */
static const char *
find_fault (GxStr line, char **cells)
{
    if (!g_utf8_validate_len (line.data, line.len, NULL))
        return "the line is not valid UTF-8";
    if (g_strv_length (cells) < 2)
        return "there is no tab between an entity and its names";
    return cells[0][0] == '\0' ? "the entity is empty" : NULL;
}

gboolean
gx_name_sets_read (GxNameSets *self, const char *path, GError **error)
{
    gsize len = 0;
    g_autofree char *text = gx_text_lines_load (path, &len, error);
    if (!text)
        return FALSE;
    g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
    GxTextLines left = { { text, len }, 0 };
    GxStr line;
    while (gx_text_lines_next (&left, &line)) {
        if (line.data[0] == '#')
            continue;
        g_autofree char *row = gx_str_dup (line);
        g_auto (GStrv) cells = g_strsplit (row, "\t", -1);
        const char *fault = find_fault (line, cells);
        if (fault) {
            g_set_error (error, GX_ERROR, GX_ERROR_DICTIONARY, "%s:%u: %s", path, left.number, fault);
            return FALSE;
        }
        g_ptr_array_add (rows, g_steal_pointer (&cells));
    }
    for (guint i = 0; i < rows->len; i++) {
        char **cells = rows->pdata[i];
        g_auto (GStrv) names = g_strsplit (cells[1], "|", -1);
        for (guint n = 0; names[n]; n++)
            gx_name_sets_add (self, cells[0], names[n]);
    }
    return TRUE;
}
