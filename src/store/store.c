/* SPDX-License-Identifier: GPL-3.0-or-later
 * store.c - a store's life, and its entities and documents. */
#include "store-private.h"

GxStore *
gx_store_new (GxDatabase *database)
{
    GxStore *self = g_new0 (GxStore, 1);
    self->database = database;
    self->strings = g_string_chunk_new (4096);
    self->entities = g_ptr_array_new_with_free_func (g_free);
    self->mentions = g_array_new (FALSE, FALSE, sizeof (guint64));
    self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
    self->rules = g_ptr_array_new ();
    return self;
}

void
gx_store_free (GxStore *self)
{
    if (!self)
        return;
    gx_store_writer_free (self->writer);
    g_clear_pointer (&self->documents, g_array_unref);
    g_hash_table_unref (self->numbers);
    g_ptr_array_unref (self->rules);
    g_ptr_array_unref (self->entities);
    g_array_unref (self->mentions);
    g_string_chunk_free (self->strings);
    gx_database_free (self->database);
    g_free (self);
}

GxStore *
gx_store_create (const char *path, const char *name, GError **error)
{
    GxDatabase *database = gx_database_create (path, name, error);
    if (!database)
        return NULL;
    g_autoptr (GxStore) self = gx_store_new (database);
    self->writer = gx_store_writer_new (database, error);
    return self->writer ? g_steal_pointer (&self) : NULL;
}

GxStore *
gx_store_open (const char *path, GError **error)
{
    GxDatabase *database = gx_database_open (path, error);
    if (!database)
        return NULL;
    g_autoptr (GxStore) self = gx_store_new (database);
    return gx_store_load (self, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
gx_store_readable (const GxStore *self, GError **error)
{
    if (self->writer)
        g_set_error (error, GX_ERROR, GX_ERROR_STORE, "%s: not finished, so it cannot be read", self->database->path);
    return !self->writer;
}

static gboolean
is_writable (const GxStore *self, GError **error)
{
    if (!self->writer)
        g_set_error (error, GX_ERROR, GX_ERROR_STORE, "%s: finished, so nothing can be added", self->database->path);
    return self->writer != NULL;
}

gboolean
gx_store_add (GxStore *self, const GxReading *reading, GError **error)
{
    return is_writable (self, error) && gx_store_writer_add (self->writer, reading, error);
}

gboolean
gx_store_finish (GxStore *self, GError **error)
{
    if (!is_writable (self, error) || !gx_store_writer_finish (self->writer, error))
        return FALSE;
    g_clear_pointer (&self->writer, gx_store_writer_free);
    return gx_store_load (self, error);
}

/** A column's text in the store's chunk; "" when there is none. */
static const char *
keep_text (GxStore *self, sqlite3_stmt *row, int column)
{
    const char *text = gx_database_text (row, column);
    return text ? g_string_chunk_insert (self->strings, text) : "";
}

/** The same, but NULL when there is none. */
static const char *
keep_optional (GxStore *self, sqlite3_stmt *row, int column)
{
    return sqlite3_column_type (row, column) == SQLITE_NULL ? NULL : keep_text (self, row, column);
}

static gboolean
load_entity (GxStore *self, sqlite3_stmt *row, GError **error)
{
    GxEntity *entity = g_new0 (GxEntity, 1);
    g_ptr_array_add (self->entities, entity);
    entity->id = keep_text (self, row, 1);
    entity->name = keep_text (self, row, 3);
    entity->english = keep_text (self, row, 4);
    entity->country = keep_text (self, row, 5);
    entity->since = sqlite3_column_int (row, 6);
    entity->until = sqlite3_column_int (row, 7);
    const guint64 mentions = (guint64)MAX (sqlite3_column_int64 (row, 8), 0);
    g_array_append_val (self->mentions, mentions);

    const char *type = gx_database_text (row, 2);
    if (!type || !gx_entity_type_parse (type, &entity->type))
        return gx_database_damaged (self->database, "an entity of no known type", error);
    if (sqlite3_column_int64 (row, 0) != self->entities->len ||
        !g_hash_table_insert (self->numbers, (gpointer)entity->id, GUINT_TO_POINTER (self->entities->len)))
        return gx_database_damaged (self->database, "entities out of order", error);
    return TRUE;
}

static gboolean
load_entities (GxStore *self, GError **error)
{
    g_autoptr (sqlite3_stmt) rows = gx_database_prepare (
        self->database, "SELECT number, id, type, name, english, country, since, until, mentions FROM entities ORDER BY number", error);
    if (!rows)
        return FALSE;
    GxStep step = gx_database_step (self->database, rows, error);
    for (; step == GX_STEP_ROW; step = gx_database_step (self->database, rows, error))
        if (!load_entity (self, rows, error))
            return FALSE;
    return step == GX_STEP_END;
}

static gboolean
load_rules (GxStore *self, GError **error)
{
    g_autoptr (sqlite3_stmt) rows = gx_database_prepare (self->database, "SELECT number, name FROM rules ORDER BY number", error);
    if (!rows)
        return FALSE;
    GxStep step = gx_database_step (self->database, rows, error);
    for (; step == GX_STEP_ROW; step = gx_database_step (self->database, rows, error)) {
        g_ptr_array_add (self->rules, (gpointer)keep_text (self, rows, 1));
        if (sqlite3_column_int64 (rows, 0) != self->rules->len)
            return gx_database_damaged (self->database, "rules out of order", error);
    }
    return step == GX_STEP_END;
}

gboolean
gx_store_load (GxStore *self, GError **error)
{
    return load_entities (self, error) && load_rules (self, error);
}

const GxEntity *
gx_store_entity (const GxStore *self, gint64 number, GError **error)
{
    if (number >= 1 && number <= self->entities->len)
        return g_ptr_array_index (self->entities, number - 1);
    (void)gx_database_damaged (self->database, "a mention of an entity that is not there", error);
    return NULL;
}

const char *
gx_store_rule (const GxStore *self, gint64 number, GError **error)
{
    if (number >= 1 && number <= self->rules->len)
        return g_ptr_array_index (self->rules, number - 1);
    (void)gx_database_damaged (self->database, "a mention by a rule that is not there", error);
    return NULL;
}

gboolean
gx_store_block_type (const GxStore *self, sqlite3_stmt *row, int column, GxBlockType *type, GError **error)
{
    gint64 number = sqlite3_column_int64 (row, column);
    if (number < 0 || number >= GX_BLOCK_FURNITURE)
        return gx_database_damaged (self->database, "a block of no known type", error);
    *type = (GxBlockType)number;
    return TRUE;
}

static guint
small_number (sqlite3_stmt *row, int column)
{
    return (guint)MAX (sqlite3_column_int (row, column), 0);
}

static gboolean
load_documents (GxStore *self, GArray *documents, GError **error)
{
    g_autoptr (sqlite3_stmt) rows = gx_database_prepare (self->database,
                                                         "SELECT number, name, title, author, date, date_origin, site, kind, encoding,"
                                                         " confidence, replaced, digest, sentences, mentions, twin, similarity, failure"
                                                         " FROM documents ORDER BY number",
                                                         error);
    if (!rows)
        return FALSE;
    GxStep step = gx_database_step (self->database, rows, error);
    for (; step == GX_STEP_ROW; step = gx_database_step (self->database, rows, error)) {
        const GxStoreDocument document = { .number = sqlite3_column_int64 (rows, 0),
                                           .name = keep_text (self, rows, 1),
                                           .title = keep_optional (self, rows, 2),
                                           .author = keep_optional (self, rows, 3),
                                           .date = keep_optional (self, rows, 4),
                                           .date_origin = keep_optional (self, rows, 5),
                                           .site = keep_optional (self, rows, 6),
                                           .kind = keep_optional (self, rows, 7),
                                           .encoding = keep_optional (self, rows, 8),
                                           .confidence = small_number (rows, 9),
                                           .replaced = small_number (rows, 10),
                                           .digest = keep_optional (self, rows, 11),
                                           .sentences = small_number (rows, 12),
                                           .mentions = small_number (rows, 13),
                                           .twin = sqlite3_column_int64 (rows, 14),
                                           .similarity = small_number (rows, 15),
                                           .failure = keep_optional (self, rows, 16) };
        g_array_append_val (documents, document);
        if (document.number != documents->len)
            return gx_database_damaged (self->database, "documents out of order", error);
        if (document.twin < 0 || document.twin >= document.number)
            return gx_database_damaged (self->database, "a twin that does not come before", error);
    }
    return step == GX_STEP_END;
}

const GxStoreDocument *
gx_store_documents (GxStore *self, guint *n_documents, GError **error)
{
    *n_documents = 0;
    if (!gx_store_readable (self, error))
        return NULL;
    if (!self->documents) {
        /* Terminated, so that no documents are an array too. */
        g_autoptr (GArray) documents = g_array_new (TRUE, FALSE, sizeof (GxStoreDocument));
        if (!load_documents (self, documents, error))
            return NULL;
        g_array_set_size (documents, documents->len);
        self->documents = g_steal_pointer (&documents);
    }
    *n_documents = self->documents->len;
    return &g_array_index (self->documents, GxStoreDocument, 0);
}

/** An entity that was asked for. */
typedef struct {
    const GxEntity *entity;
    guint64 mentions;
} Hit;

static int
compare_hits (gconstpointer a, gconstpointer b)
{
    const Hit *x = a, *y = b;
    if (x->mentions != y->mentions)
        return x->mentions < y->mentions ? 1 : -1;
    return strcmp (x->entity->id, y->entity->id);
}

static gboolean
find_hits (const GxStore *self, const char *name, GArray *hits, GError **error)
{
    g_autoptr (sqlite3_stmt) rows = gx_database_prepare (self->database,
                                                         "SELECT number FROM entities WHERE ?1 IN (id, name, english)"
                                                         " UNION SELECT entity FROM names WHERE text = ?1",
                                                         error);
    const GxValue values[] = { gx_value_text (name) };
    if (!rows || !gx_database_bind (self->database, rows, values, G_N_ELEMENTS (values), error))
        return FALSE;
    GxStep step = gx_database_step (self->database, rows, error);
    for (; step == GX_STEP_ROW; step = gx_database_step (self->database, rows, error)) {
        gint64 number = sqlite3_column_int64 (rows, 0);
        Hit hit = { .entity = gx_store_entity (self, number, error) };
        if (!hit.entity)
            return FALSE;
        hit.mentions = g_array_index (self->mentions, guint64, number - 1);
        g_array_append_val (hits, hit);
    }
    return step == GX_STEP_END;
}

const GxEntity **
gx_store_find (GxStore *self, const char *name, GError **error)
{
    g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
    /* "" is an absent English name, not one to find. */
    if (!gx_store_readable (self, error) || (*name && !find_hits (self, name, hits, error)))
        return NULL;
    g_array_sort (hits, compare_hits);
    const GxEntity **found = g_new0 (const GxEntity *, hits->len + 1);
    for (guint i = 0; i < hits->len; i++)
        found[i] = g_array_index (hits, Hit, i).entity;
    return found;
}
