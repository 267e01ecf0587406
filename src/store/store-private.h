/* SPDX-License-Identifier: GPL-3.0-or-later
 * store-private.h - what the parts of a store share: the file, and the entities and rules in it.
 *
 * Entities and rules are numbered from 1 in the order of their first mention; item i of an array has number i + 1. */
#pragma once

#include "database.h"

#include <guanxi/store.h>

/** What only a store that is being written has. */
typedef struct _GxStoreWriter GxStoreWriter;

struct _GxStore {
    GxDatabase *database;
    GxStoreWriter *writer; /**< NULL once it can be read */
    GStringChunk *strings; /**< what the entities, rules and documents say */
    GPtrArray *entities;   /**< of GxEntity; when it can be read */
    GArray *mentions;      /**< of guint64: mentions of each entity */
    GHashTable *numbers;   /**< entity id -> number */
    GPtrArray *rules;      /**< of const char * */
    GArray *documents;     /**< of GxStoreDocument, NULL until asked for */
};

/** A writer for an empty database, which it borrows. */
GxStoreWriter *gx_store_writer_new (GxDatabase *database, GError **error);
void gx_store_writer_free (GxStoreWriter *self);
gboolean gx_store_writer_add (GxStoreWriter *self, const GxReading *reading, GError **error);
gboolean gx_store_writer_finish (GxStoreWriter *self, GError **error);

/** A store of a database, which it takes over. */
GxStore *gx_store_new (GxDatabase *database);
/** Reads entities and rules, after which the store can be asked. */
gboolean gx_store_load (GxStore *self, GError **error);
/** FALSE with GX_ERROR_STORE when the store is still being written. */
gboolean gx_store_readable (const GxStore *self, GError **error);
/** The entity or rule of a number in the file; NULL with GX_ERROR_STORE when there is none. */
const GxEntity *gx_store_entity (const GxStore *self, gint64 number, GError **error);
const char *gx_store_rule (const GxStore *self, gint64 number, GError **error);
/** The block type in a column; FALSE with GX_ERROR_STORE when it is none in which anything is looked for. */
gboolean gx_store_block_type (const GxStore *self, sqlite3_stmt *row, int column, GxBlockType *type, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxStoreWriter, gx_store_writer_free)
