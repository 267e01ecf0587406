/* SPDX-License-Identifier: GPL-3.0-or-later
 * store-writer.c - readings into tables. */
#include "store-private.h"

#define DOCUMENT_ROW "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

/** An entity met while writing. */
typedef struct {
    GxEntity entity; /* strings in the writer's chunk */
    guint64 mentions;
    GHashTable *names; /* set of the texts it was named by */
    GPtrArray *order;  /* the same in order of their first use */
} Entity;

struct _GxStoreWriter {
    GxDatabase *database;
    sqlite3_stmt *add_document, *add_part, *add_sentence, *add_mention;
    gint64 documents, sentences, mentions; /* rows so far */
    GStringChunk *strings;
    GPtrArray *entities; /* of Entity; item i has number i + 1 */
    GHashTable *by_id;   /* entity id -> number */
    GPtrArray *rules;    /* of const char * */
    GHashTable *by_rule; /* rule -> number */
    GString *name;       /* scratch */
};

static void
entity_free (gpointer data)
{
    Entity *entity = data;
    g_hash_table_unref (entity->names);
    g_ptr_array_unref (entity->order);
    g_free (entity);
}

GxStoreWriter *
gx_store_writer_new (GxDatabase *database, GError **error)
{
    g_autoptr (GxStoreWriter) self = g_new0 (GxStoreWriter, 1);
    self->database = database;
    self->strings = g_string_chunk_new (4096);
    self->entities = g_ptr_array_new_with_free_func (entity_free);
    self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
    self->rules = g_ptr_array_new ();
    self->by_rule = g_hash_table_new (g_str_hash, g_str_equal);
    self->name = g_string_new (NULL);
    self->add_document = gx_database_prepare (database, DOCUMENT_ROW, error);
    if (self->add_document)
        self->add_part = gx_database_prepare (database, "INSERT INTO parts VALUES (?, ?, ?, ?)", error);
    if (self->add_part)
        self->add_sentence = gx_database_prepare (database, "INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?, ?, ?)", error);
    if (self->add_sentence)
        self->add_mention = gx_database_prepare (database, "INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", error);
    return self->add_mention ? g_steal_pointer (&self) : NULL;
}

void
gx_store_writer_free (GxStoreWriter *self)
{
    if (!self)
        return;
    g_clear_pointer (&self->add_document, sqlite3_finalize);
    g_clear_pointer (&self->add_part, sqlite3_finalize);
    g_clear_pointer (&self->add_sentence, sqlite3_finalize);
    g_clear_pointer (&self->add_mention, sqlite3_finalize);
    g_hash_table_unref (self->by_id);
    g_hash_table_unref (self->by_rule);
    g_ptr_array_unref (self->entities);
    g_ptr_array_unref (self->rules);
    g_string_free (self->name, TRUE);
    g_string_chunk_free (self->strings);
    g_free (self);
}

static guint
number_entity (GxStoreWriter *self, const GxEntity *entity)
{
    guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, entity->id));
    if (number > 0)
        return number;
    Entity *own = g_new0 (Entity, 1);
    own->entity = *entity;
    own->entity.id = g_string_chunk_insert (self->strings, entity->id);
    own->entity.name = g_string_chunk_insert (self->strings, entity->name);
    own->entity.english = g_string_chunk_insert (self->strings, entity->english);
    own->entity.country = g_string_chunk_insert_const (self->strings, entity->country);
    own->names = g_hash_table_new (g_str_hash, g_str_equal);
    own->order = g_ptr_array_new ();
    g_ptr_array_add (self->entities, own);
    g_hash_table_insert (self->by_id, (gpointer)own->entity.id, GUINT_TO_POINTER (self->entities->len));
    return self->entities->len;
}

static guint
number_rule (GxStoreWriter *self, const char *rule)
{
    guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_rule, rule));
    if (number > 0)
        return number;
    char *own = g_string_chunk_insert (self->strings, rule);
    g_ptr_array_add (self->rules, own);
    g_hash_table_insert (self->by_rule, own, GUINT_TO_POINTER (self->rules->len));
    return self->rules->len;
}

/** Notes that a text named an entity. */
static void
add_name (GxStoreWriter *self, guint number, GxStr text)
{
    Entity *entity = g_ptr_array_index (self->entities, number - 1);
    entity->mentions++;
    g_string_truncate (self->name, 0);
    g_string_append_len (self->name, text.data, (gssize)text.len);
    if (g_hash_table_contains (entity->names, self->name->str))
        return;
    char *own = g_string_chunk_insert (self->strings, self->name->str);
    g_hash_table_add (entity->names, own);
    g_ptr_array_add (entity->order, own);
}

static gboolean
add_sentences (GxStoreWriter *self, const GxReading *reading, GError **error)
{
    const char *text = gx_document_text (reading->document).data;
    guint n = 0;
    const GxSentence *sentences = gx_sentences_get (reading->sentences, &n);
    guint n_blocks = 0;
    const GxBlock *blocks = gx_document_blocks (reading->document, &n_blocks);
    for (guint i = 0; i < n; i++) {
        const GxSentence *sentence = &sentences[i];
        GxSpan source = gx_document_source_span (reading->document, sentence->start, sentence->end);
        const GxStr own = { text + sentence->start, sentence->end - sentence->start };
        const GxValue row[] = { gx_value_number (self->sentences + 1 + i), gx_value_number (self->documents),
                                gx_value_number (sentence->block),         gx_value_number (blocks[sentence->block].type),
                                gx_value_number ((gint64)sentence->start), gx_value_number ((gint64)source.start),
                                gx_value_number ((gint64)source.end),      gx_value_str (own) };
        if (!gx_database_run (self->database, self->add_sentence, row, G_N_ELEMENTS (row), error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
add_mentions (GxStoreWriter *self, const GxReading *reading, GError **error)
{
    const char *text = gx_document_text (reading->document).data;
    guint n = 0, n_sentences = 0;
    const GxSentence *sentences = gx_sentences_get (reading->sentences, &n_sentences);
    const GxMention *mentions = reading->mentions ? gx_mentions_get (reading->mentions, &n) : NULL;
    guint n_blocks = 0;
    const GxBlock *blocks = gx_document_blocks (reading->document, &n_blocks);
    for (guint i = 0; i < n; i++) {
        const GxMention *mention = &mentions[i];
        g_return_val_if_fail (mention->sentence < n_sentences, FALSE);
        guint entity = number_entity (self, mention->entity);
        const GxStr name = { text + mention->clean.start, mention->clean.end - mention->clean.start };
        add_name (self, entity, name);
        const GxValue row[] = { gx_value_number (++self->mentions),
                                gx_value_number (self->documents),
                                gx_value_number (sentences[mention->sentence].block),
                                gx_value_number (blocks[sentences[mention->sentence].block].type),
                                gx_value_number (self->sentences + 1 + mention->sentence),
                                gx_value_number (entity),
                                gx_value_number (number_rule (self, mention->rule)),
                                gx_value_number ((gint64)mention->clean.start),
                                gx_value_number ((gint64)mention->clean.end),
                                gx_value_number ((gint64)mention->source.start),
                                gx_value_number ((gint64)mention->source.end) };
        if (!gx_database_run (self->database, self->add_mention, row, G_N_ELEMENTS (row), error))
            return FALSE;
    }
    return TRUE;
}

/** Why a document could not be read, without the path in front: where a corpus lies must not change the bytes. */
static const char *
failure_reason (const GxReading *reading)
{
    if (!reading->failure)
        return NULL;
    const char *message = reading->failure->message, *path = gx_input_path (reading->input);
    gsize len = strlen (path);
    return strncmp (message, path, len) == 0 && g_str_has_prefix (message + len, ": ") ? message + len + 2 : message;
}

/** No value for 0. */
static GxValue
optional_number (guint number)
{
    return number > 0 ? gx_value_number (number) : gx_value_text (NULL);
}

static GxValue
optional_text (const char *text)
{
    return gx_value_text (text && *text ? text : NULL);
}

static gboolean
add_unread (GxStoreWriter *self, const GxReading *reading, GError **error)
{
    const GxValue none = gx_value_text (NULL);
    const GxValue row[] = { gx_value_number (self->documents),
                            gx_value_text (gx_input_name (reading->input)),
                            none,
                            none,
                            none,
                            none,
                            none,
                            none,
                            none,
                            none,
                            none,
                            none,
                            gx_value_number (0),
                            gx_value_number (0),
                            none,
                            none,
                            gx_value_text (failure_reason (reading)) };
    return gx_database_run (self->database, self->add_document, row, G_N_ELEMENTS (row), error);
}

static gboolean
add_document (GxStoreWriter *self, const GxReading *reading, guint n_sentences, guint n_mentions, GError **error)
{
    const GxDocument *document = reading->document;
    const GxSource *source = reading->source;
    const GxValue row[] = { gx_value_number (self->documents),
                            gx_value_text (gx_input_name (reading->input)),
                            gx_value_text (gx_document_title (document)),
                            gx_value_text (gx_document_author (document)),
                            gx_value_text (gx_document_date (document)),
                            optional_text (gx_date_origin_name (gx_document_date_origin (document))),
                            gx_value_text (gx_document_site (document)),
                            gx_value_text (gx_kind_name (gx_source_kind (source))),
                            gx_value_text (gx_source_encoding (source)),
                            gx_value_number (gx_source_confidence (source)),
                            gx_value_number (gx_source_replaced (source)),
                            gx_value_text (gx_source_digest (source)),
                            gx_value_number (n_sentences),
                            gx_value_number (n_mentions),
                            optional_number (reading->twin_number),
                            optional_number (reading->similarity),
                            gx_value_text (NULL) };
    return gx_database_run (self->database, self->add_document, row, G_N_ELEMENTS (row), error);
}

static gboolean
add_parts (GxStoreWriter *self, const GxSource *source, GError **error)
{
    guint n = 0;
    const GxPart *parts = gx_source_parts (source, &n);
    for (guint i = 0; i < n; i++) {
        const GxValue row[] = { gx_value_number (self->documents), gx_value_number ((gint64)parts[i].start),
                                gx_value_number ((gint64)parts[i].end), gx_value_text (parts[i].name) };
        if (parts[i].start < parts[i].end && !gx_database_run (self->database, self->add_part, row, G_N_ELEMENTS (row), error))
            return FALSE;
    }
    return TRUE;
}

gboolean
gx_store_writer_add (GxStoreWriter *self, const GxReading *reading, GError **error)
{
    self->documents++;
    if (!reading->document)
        return add_unread (self, reading, error);
    if (reading->twin)
        return add_document (self, reading, 0, 0, error);

    guint n_sentences = 0, n_mentions = 0;
    (void)gx_sentences_get (reading->sentences, &n_sentences);
    if (reading->mentions)
        (void)gx_mentions_get (reading->mentions, &n_mentions);
    if (!add_document (self, reading, n_sentences, n_mentions, error) || !add_parts (self, reading->source, error) ||
        !add_sentences (self, reading, error) || !add_mentions (self, reading, error))
        return FALSE;
    self->sentences += n_sentences;
    return TRUE;
}

static gboolean
write_entities (GxStoreWriter *self, GError **error)
{
    g_autoptr (sqlite3_stmt) add = gx_database_prepare (self->database, "INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", error);
    g_autoptr (sqlite3_stmt) add_name = add ? gx_database_prepare (self->database, "INSERT INTO names VALUES (?, ?)", error) : NULL;
    if (!add_name)
        return FALSE;
    for (guint i = 0; i < self->entities->len; i++) {
        const Entity *own = g_ptr_array_index (self->entities, i);
        const GxValue row[] = { gx_value_number (i + 1),
                                gx_value_text (own->entity.id),
                                gx_value_text (gx_entity_type_name (own->entity.type)),
                                gx_value_text (own->entity.name),
                                gx_value_text (own->entity.english),
                                gx_value_text (own->entity.country),
                                gx_value_number (own->entity.since),
                                gx_value_number (own->entity.until),
                                gx_value_number ((gint64)own->mentions) };
        if (!gx_database_run (self->database, add, row, G_N_ELEMENTS (row), error))
            return FALSE;
        for (guint j = 0; j < own->order->len; j++) {
            const GxValue name[] = { gx_value_text (g_ptr_array_index (own->order, j)), gx_value_number (i + 1) };
            if (!gx_database_run (self->database, add_name, name, G_N_ELEMENTS (name), error))
                return FALSE;
        }
    }
    return TRUE;
}

static gboolean
write_rules (GxStoreWriter *self, GError **error)
{
    g_autoptr (sqlite3_stmt) add = gx_database_prepare (self->database, "INSERT INTO rules VALUES (?, ?)", error);
    for (guint i = 0; add && i < self->rules->len; i++) {
        const GxValue row[] = { gx_value_number (i + 1), gx_value_text (g_ptr_array_index (self->rules, i)) };
        if (!gx_database_run (self->database, add, row, G_N_ELEMENTS (row), error))
            return FALSE;
    }
    return add != NULL;
}

static gboolean
write_block_types (GxStoreWriter *self, GError **error)
{
    g_autoptr (sqlite3_stmt) add = gx_database_prepare (self->database, "INSERT INTO block_types VALUES (?, ?)", error);
    for (guint i = 0; add && i < GX_N_BLOCK_TYPES; i++) {
        const GxValue row[] = { gx_value_number (i), gx_value_text (gx_block_type_name ((GxBlockType)i)) };
        if (!gx_database_run (self->database, add, row, G_N_ELEMENTS (row), error))
            return FALSE;
    }
    return add != NULL;
}

gboolean
gx_store_writer_finish (GxStoreWriter *self, GError **error)
{
    return write_entities (self, error) && write_rules (self, error) && write_block_types (self, error) &&
           gx_database_commit (self->database, error);
}
