/* SPDX-License-Identifier: GPL-3.0-or-later
 * table-reader.h - rows of a tab-separated table, told apart by its header line.
 *
 * UTF-8 with or without a byte order mark, LF or CRLF. Lines that begin with `#`, blank lines and rows of empty cells are no rows. The
 * first row is the header; its columns may stand in any order, and columns it doesn't know are passed over. Cells are trimmed.
 *
 * Errors     every fault goes to the listener; the row that has it is passed over. */
#pragma once

#include "findings.h"

#include <guanxi/str.h>

/** What the rows of a table are. */
typedef enum {
    GX_ROWS_ENTITIES,
    GX_ROWS_PHRASES,
    GX_ROWS_TITLES,
    GX_ROWS_BODIES,
    GX_ROWS_CONTEXTS,
    GX_ROWS_SURNAMES,
    GX_ROWS_WORDS,
    GX_ROWS_AFFIXES
} GxRowsKind;

/** The columns that mean something. */
typedef enum {
    GX_CELL_ID,
    GX_CELL_TYPE,
    GX_CELL_NAME,
    GX_CELL_ENGLISH,
    GX_CELL_ALIASES,
    GX_CELL_SHORT,
    GX_CELL_COUNTRY,
    GX_CELL_SINCE,
    GX_CELL_UNTIL,
    GX_CELL_PHRASE,
    GX_CELL_TITLE,
    GX_CELL_POSITION,
    GX_CELL_KIND,
    GX_CELL_TEXT,
    GX_CELL_STATES,
    GX_CELL_WEIGHT,
    GX_CELL_LANGUAGE,
    GX_CELL_SURNAME,
    GX_CELL_WORD,
    GX_CELL_NOTE,
    GX_N_CELLS
} GxCell;

typedef struct _GxTableReader GxTableReader;

/** Reads the header of text, which must outlive the reader, as must file. NULL, said to findings, when it is no header of a table. */
GxTableReader *gx_table_reader_new (const char *file, guint rank, GxStr text, GxFindings *findings);
void gx_table_reader_free (GxTableReader *self);
GxRowsKind gx_table_reader_kind (const GxTableReader *self);
/** Moves to the next sound row; FALSE at the end. O(row). */
gboolean gx_table_reader_next (GxTableReader *self);
/** A cell of the current row, "" when the table has no such column; borrowed until the next row. */
const char *gx_table_reader_cell (const GxTableReader *self, GxCell cell);
/** How many sound rows there were so far. */
guint gx_table_reader_count (const GxTableReader *self);
/** Where the current row stands. */
GxPlace gx_table_reader_place (const GxTableReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxTableReader, gx_table_reader_free)
