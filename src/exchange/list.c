/* SPDX-License-Identifier: GPL-3.0-or-later
 * list.c - a plain list: a name a line; what follows behind `|` or a tab are other names of the same. Lines that begin with # are comments.
 */
#include "foreign.h"

static guint
judge (const char *path, GxStr head)
{
    (void)head;
    return g_str_has_suffix (path, ".txt") || g_str_has_suffix (path, ".list") ? 10 : 0;
}

static void
read_line (GxImport *import, gpointer state, GxStr line)
{
    GxForeignRecord *record = state;
    if (line.data[0] == '#')
        return;
    for (gsize at = 0; at < line.len;) {
        gsize end = at;
        while (end < line.len && line.data[end] != '|' && line.data[end] != '\t')
            end++;
        GxStr name = gx_foreign_trim ((GxStr){ line.data + at, end - at });
        if (name.len > 0)
            gx_foreign_record_add_name (record, name, NULL, 0);
        at = end + 1;
    }
    if (record->names->len > 0)
        gx_import_take (import, record);
    else
        gx_import_complain (import, 0, "the line has no name");
}

const GxForeignReader gx_read_list = { .judge = judge, .start = gx_foreign_start, .line = read_line, .finish = gx_foreign_finish };
