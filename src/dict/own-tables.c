/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "own-tables.h"

static void
free_table (gpointer data)
{
    GxOwnTable *self = data;
    g_clear_error (&self->error);
    g_free ((char *)self->text.data);
    g_free (self->path);
    g_free (self);
}

GPtrArray *
gx_own_tables_read (const char *const *paths)
{
    GPtrArray *tables = g_ptr_array_new_with_free_func (free_table);
    for (guint i = 0; paths && paths[i]; i++) {
        GxOwnTable *table = g_new0 (GxOwnTable, 1);
        char *text = NULL;
        table->path = g_strdup (paths[i]);
        if (g_file_get_contents (paths[i], &text, &table->text.len, &table->error))
            table->text.data = text;
        g_ptr_array_add (tables, table);
    }
    return tables;
}
