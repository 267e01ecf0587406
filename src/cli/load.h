/* SPDX-License-Identifier: GPL-3.0-or-later
 * load.h - what a command is given to look at: a folder that `build` wrote, a store, or a GraphML file. */
#pragma once

#include "options.h"

/** Whether path is (or holds) a store, rather than a GraphML file. */
gboolean is_store (const char *path);
/** Opens the store at path: the file itself, or corpus.db in the folder. */
GxStore *load_store (const char *path, GError **error);
/** The numbers (0-terminated, g_free) of the documents that names ask for: a number, a whole name, or a part of exactly one name. names
 * NULL: all, and NULL is returned without error. */
gint64 *find_documents (GxStore *store, const char *const *names, GError **error);
/** The network of a store's documents. */
GxNetwork *count_network (GxStore *store, const Options *options, const gint64 *documents, GError **error);
/** The network at path, whatever it is; document names only for stores. */
GxNetwork *load_network (const char *path, const Options *options, const char *const *documents, GError **error);
/** Lets write put what it has into a file, which is there whole or not at all, or (path NULL or `-`) on standard output. */
gboolean write_to_path (const char *path, void (*write) (gpointer data, GxWriter *writer), gpointer data, GError **error);
/** Writes a table to standard output. */
ExitStatus print_table (const GxTable *table, GxTableFormat format);
