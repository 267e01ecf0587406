/* SPDX-License-Identifier: GPL-3.0-or-later
 * store-count.c - counting again what a store holds. */
#include "store-private.h"

/** Marks the documents to count: wanted[number]. Documents may be NULL: all. */
static gboolean
mark_wanted (const GxStore *self, const gint64 *documents, GByteArray *wanted, guint n_documents, GError **error)
{
    g_byte_array_set_size (wanted, n_documents + 1);
    memset (wanted->data, documents ? 0 : 1, wanted->len);
    for (gsize i = 0; documents && documents[i]; i++) {
        if (documents[i] < 0 || documents[i] > n_documents) {
            g_set_error (error, GX_ERROR, GX_ERROR_NOT_FOUND, "%s: no document %" G_GINT64_FORMAT, self->database->path, documents[i]);
            return FALSE;
        }
        wanted->data[documents[i]] = 1;
    }
    return TRUE;
}

/** Reads the mention of a row. */
static gboolean
read_mention (const GxStore *self, sqlite3_stmt *row, GxCountMention *mention, GError **error)
{
    gsize block = 0, sentence = 0;
    mention->entity = gx_store_entity (self, sqlite3_column_int64 (row, 1), error);
    if (!mention->entity || !gx_store_block_type (self, row, 6, &mention->type, error) ||
        !gx_database_size (self->database, row, 2, &block, error) || !gx_database_size (self->database, row, 3, &sentence, error) ||
        !gx_database_size (self->database, row, 4, &mention->start, error) ||
        !gx_database_size (self->database, row, 5, &mention->end, error))
        return FALSE;
    if (block > G_MAXUINT || sentence > G_MAXUINT || mention->end <= mention->start)
        return gx_database_damaged (self->database, "a mention out of range", error);
    mention->block = (guint)block;
    mention->sentence = (guint)sentence; /* numbered through the store: still one number a sentence */
    return TRUE;
}

/** Reads the mentions of one document, the row at hand first. */
static gboolean
read_document (const GxStore *self, sqlite3_stmt *rows, gint64 number, GxStep *step, GArray *mentions, GError **error)
{
    for (; *step == GX_STEP_ROW && sqlite3_column_int64 (rows, 0) == number; *step = gx_database_step (self->database, rows, error)) {
        GxCountMention mention = { 0 };
        if (!read_mention (self, rows, &mention, error))
            return FALSE;
        if (mentions->len > 0 && mention.start < g_array_index (mentions, GxCountMention, mentions->len - 1).start)
            return gx_database_damaged (self->database, "mentions out of order", error);
        g_array_append_val (mentions, mention);
    }
    return *step != GX_STEP_FAILED;
}

/** Rows and documents are in the same order: one pass over both. */
static gboolean
count_rows (GxStore *self, sqlite3_stmt *rows, const GByteArray *wanted, GxCounts *counts, GError **error)
{
    guint n_documents = 0;
    const GxStoreDocument *documents = gx_store_documents (self, &n_documents, error);
    g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (GxCountMention));
    GxStep step = documents ? gx_database_step (self->database, rows, error) : GX_STEP_FAILED;
    for (guint i = 0; i < n_documents && step != GX_STEP_FAILED; i++) {
        const GxStoreDocument *document = &documents[i];
        g_array_set_size (mentions, 0);
        if (!read_document (self, rows, document->number, &step, mentions, error))
            return FALSE;
        if (wanted->data[document->number] && !document->failure && !document->twin)
            gx_counts_add (counts, document->date, (const GxCountMention *)(gpointer)mentions->data, mentions->len);
    }
    if (step == GX_STEP_ROW)
        return gx_database_damaged (self->database, "mentions in no document", error);
    return step == GX_STEP_END;
}

GxCounts *
gx_store_count (GxStore *self, const GxCountOptions *options, const gint64 *documents, GError **error)
{
    guint n_documents = 0;
    g_autoptr (GByteArray) wanted = g_byte_array_new ();
    if (!gx_store_documents (self, &n_documents, error) || !mark_wanted (self, documents, wanted, n_documents, error))
        return NULL;
    g_autoptr (sqlite3_stmt) rows = gx_database_prepare (
        self->database, "SELECT document, entity, block, sentence, clean_start, clean_end, block_type FROM mentions ORDER BY number",
        error);
    if (!rows)
        return NULL;
    g_autoptr (GxCounts) counts = gx_counts_new (options);
    return count_rows (self, rows, wanted, counts, error) ? g_steal_pointer (&counts) : NULL;
}
