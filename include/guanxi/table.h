/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/table.h - rows and columns for a terminal or a program.
 *
 * A table is built row by row and written in one of five formats. On a terminal, columns align by display width (a Han character is two
 * columns).
 *
 * Ownership  a table copies what is put into it. */
#pragma once

#include <guanxi/output.h>

G_BEGIN_DECLS

typedef enum { GX_TABLE_ALIGNED, GX_TABLE_TSV, GX_TABLE_CSV, GX_TABLE_JSON, GX_TABLE_JSONL } GxTableFormat;
typedef enum { GX_COLUMN_TEXT, GX_COLUMN_NUMBER } GxColumnType;

typedef struct _GxTable GxTable;

GxTable *gx_table_new (void);
void gx_table_free (GxTable *self);
/** Adds a column; all of them before the first row. */
void gx_table_add_column (GxTable *self, const char *name, GxColumnType type);
/** Appends the next cell of the current row, in column order; a row ends with its last column. NULL text, NaN: absent (`NA`, empty, null).
 */
void gx_table_put_text (GxTable *self, const char *text);
void gx_table_put_int (GxTable *self, gint64 value);
/** digits: significant digits. */
void gx_table_put_double (GxTable *self, double value, guint digits);
/** Writes the whole table. Inside text a tab, line feed, carriage return and backslash are written `\t`, `\n`, `\r`, `\\` in TSV; control
 * characters are blanks in aligned tables. JSON: an array of objects; JSONL: an object a line. */
void gx_table_write (const GxTable *self, GxTableFormat format, GxWriter *writer);

/** `table`, `tsv`, `csv`, `json`, `jsonl`. */
gboolean gx_table_format_parse (const char *name, GxTableFormat *format);
/** Columns a terminal needs for text. */
guint gx_display_width (GxStr text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxTable, gx_table_free)
G_END_DECLS
