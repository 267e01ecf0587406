/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "against.h"
#include "load.h"
#include "texts.h"

#include <stdio.h>

static gboolean
count_names (const GxReading *reading, gpointer user_data, GError **error)
{
    (void)error;
    if (!reading->failure && !reading->twin)
        gx_usage_add (user_data, reading);
    return TRUE;
}

static void
put_use (GxTable *table, const GxUse *use)
{
    g_autofree char *example = g_strdup_printf ("%s:%" G_GSIZE_FORMAT, use->document, use->byte);
    g_autofree char *name = g_strconcat (use->flags & GX_ALIAS_CONTEXT ? "~" : "", use->flags & GX_ALIAS_EXACT ? "=" : "", use->name, NULL);
    g_autofree char *others = use->n_entities > 1 ? g_strdup_printf ("%s +%u", use->entity->id, use->n_entities - 1) : NULL;
    gx_table_put_text (table, name);
    gx_table_put_text (table, others ? others : use->entity->id);
    gx_table_put_int (table, (gint64)use->fires);
    gx_table_put_int (table, (gint64)use->inside);
    gx_table_put_double (table, (double)use->inside / (double)use->fires, 3);
    gx_table_put_int (table, (gint64)use->read);
    gx_table_put_text (table, use->words);
    gx_table_put_text (table, example);
}

/* A table and how it is written. */
typedef struct {
    GxTable *table;
    GxTableFormat format;
} Writing;

static void
write_uses (gpointer data, GxWriter *writer)
{
    const Writing *writing = data;
    gx_table_write (writing->table, writing->format, writer);
}

static gboolean
write_usage (const Against *self, const GxUsage *usage, GError **error)
{
    static const struct {
        const char *name;
        GxColumnType type;
    } columns[] = { { "name", GX_COLUMN_TEXT },     { "entity", GX_COLUMN_TEXT },  { "fires", GX_COLUMN_NUMBER },
                    { "inside", GX_COLUMN_NUMBER }, { "share", GX_COLUMN_NUMBER }, { "read", GX_COLUMN_NUMBER },
                    { "words", GX_COLUMN_TEXT },    { "example", GX_COLUMN_TEXT } };
    guint n_uses;
    g_autofree GxUse *uses = gx_usage_list (usage, &n_uses);
    g_autoptr (GxTable) table = gx_table_new ();
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        gx_table_add_column (table, columns[i].name, columns[i].type);
    for (guint i = 0; i < n_uses && (self->options->top == 0 || i < self->options->top); i++)
        put_use (table, &uses[i]);
    Writing writing = { table, self->options->format };
    if (fflush (stdout) != 0) {
        g_set_error_literal (error, GX_ERROR, GX_ERROR_IO, "cannot write to standard output");
        return FALSE;
    }
    return write_to_path (self->output, write_uses, &writing, error);
}

gboolean
check_against (const Against *self, Findings *findings, ExitStatus *status, GError **error)
{
    Options texts = *self->options;
    TextCounts counts;
    texts.arguments = self->texts;
    texts.n_arguments = g_strv_length (self->texts);
    texts.corpus.max_bytes = GX_MAX_DOCUMENT_BYTES;
    g_autoptr (GxMatcher) matcher = gx_matcher_new (self->dictionary);
    g_autoptr (GxUsage) usage = gx_usage_new (self->dictionary, self->options->base, self->paths);
    g_autoptr (GxRepeats) repeats = NULL;
    if (!survey_texts (&texts, &repeats, error) || !read_texts (&texts, matcher, repeats, count_names, usage, &counts, error))
        return FALSE;
    *status = texts_status (&counts);
    gx_usage_doubt (usage, findings->print, findings);
    return write_usage (self, usage, error);
}
