/* SPDX-License-Identifier: GPL-3.0-or-later
 * thesaurus.c - tab-separated thesauri: of CorText (`id, main form, forms joined by |&|`, other columns passed over) and of VOSviewer
 * (`label, replace by` under that header; a label that is replaced by nothing is no name). Neither tells types. */
#include "foreign.h"

/* Which column is what, from 0; ABSENT when there is none. */
typedef struct {
    GxForeignRecord *record;
    guint main, forms;
    gboolean begun;
} Thesaurus;

#define ABSENT    G_MAXUINT
#define SEPARATOR "|&|"

static gboolean
is_cell (const char *cell, const char *name)
{
    g_autofree char *copy = g_strdup (cell);
    return g_ascii_strcasecmp (g_strstrip (copy), name) == 0;
}

static guint
find_column (char **cells, const char *const *names)
{
    for (; *names; names++)
        for (guint i = 0; cells[i]; i++)
            if (is_cell (cells[i], *names))
                return i;
    return ABSENT;
}

static guint
judge_cortext (const char *path, GxStr head)
{
    (void)path;
    if (g_strstr_len (head.data, (gssize)head.len, SEPARATOR))
        return 90;
    return g_strstr_len (head.data, (gssize)head.len, "\tmain form\t") ? 85 : 0;
}

static guint
judge_vosviewer (const char *path, GxStr head)
{
    (void)path;
    g_autofree char *start = g_ascii_strdown (head.data, (gssize)MIN (head.len, 32));
    return g_str_has_prefix (start, "label\treplace by") ? 95 : 0;
}

static gpointer
start (GxImport *import)
{
    (void)import;
    Thesaurus *self = g_new0 (Thesaurus, 1);
    self->record = gx_foreign_record_new ();
    return self;
}

/* Whether the line is a header, of which the columns are noted. */
static gboolean
read_header (Thesaurus *self, char **cells)
{
    static const char *const mains[] = { "main form", "mainform", "label", "term", NULL };
    static const char *const forms[] = { "forms", "form", "variants", NULL };
    guint n = g_strv_length (cells);
    self->main = find_column (cells, mains);
    self->forms = find_column (cells, forms);
    if (self->main != ABSENT && self->forms != ABSENT)
        return TRUE;
    self->main = n > 2 ? 1 : 0;
    self->forms = n > 2 ? 2 : n > 1 ? 1 : ABSENT;
    return FALSE;
}

static void
add_name (GxForeignRecord *record, const char *name)
{
    GxStr trimmed = gx_foreign_trim (gx_str (name));
    if (trimmed.len > 0)
        gx_foreign_record_add_name (record, trimmed, NULL, 0);
}

static void
read_cortext (GxImport *import, gpointer state, GxStr line)
{
    Thesaurus *self = state;
    g_autofree char *text = gx_str_dup (line);
    g_auto (GStrv) cells = g_strsplit (text, "\t", -1);
    guint n = g_strv_length (cells);
    gboolean was_begun = self->begun;
    self->begun = TRUE;
    if (!was_begun && read_header (self, cells))
        return;
    if (self->main >= n) {
        gx_import_complain (import, 0, "the row has no main form");
        return;
    }
    add_name (self->record, cells[self->main]);
    g_auto (GStrv) forms = g_strsplit (self->forms < n ? cells[self->forms] : "", SEPARATOR, -1);
    for (guint i = 0; forms[i]; i++)
        add_name (self->record, forms[i]);
    if (self->record->names->len == 0)
        gx_import_complain (import, 0, "the row has no main form");
    else
        gx_import_take (import, self->record);
}

static void
read_vosviewer (GxImport *import, gpointer state, GxStr line)
{
    Thesaurus *self = state;
    g_autofree char *text = gx_str_dup (line);
    g_auto (GStrv) cells = g_strsplit (text, "\t", -1);
    guint n = g_strv_length (cells);
    gboolean is_header = !self->begun && n > 1 && is_cell (cells[0], "label");
    self->begun = TRUE;
    if (is_header)
        return;
    if (n < 2 || gx_foreign_trim (gx_str (cells[0])).len == 0) {
        gx_import_complain (import, 0, "a row has a label and what it is replaced by, with a tab between");
        return;
    }
    add_name (self->record, cells[1]);
    if (self->record->names->len == 0)
        self->record->type = GX_TYPE_OTHER;
    add_name (self->record, cells[0]);
    gx_import_take (import, self->record);
}

static void
finish (GxImport *import, gpointer state)
{
    Thesaurus *self = state;
    (void)import;
    gx_foreign_record_free (self->record);
    g_free (self);
}

const GxForeignReader gx_read_cortext = { .judge = judge_cortext, .start = start, .line = read_cortext, .finish = finish };
const GxForeignReader gx_read_vosviewer = { .judge = judge_vosviewer, .start = start, .line = read_vosviewer, .finish = finish };
