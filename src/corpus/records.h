/* SPDX-License-Identifier: GPL-3.0-or-later
 * records.h - files of records: a format tells where a record ends, what it is called, and how its text is taken out of it. */
#pragma once

#include "container.h"
#include "cutter.h"

/** What all records of a file share; a g_atomic_rc_box, immutable once the first record is handed out. */
typedef struct {
    GxReadOptions *options;
    char *encoding;     /**< of the records; NULL: told by each */
    guint confidence;   /**< how sure that is */
    const char *origin; /**< what the stream came in before it was made UTF-8; static, NULL: as it lies there */
    char **columns;     /**< of a table; NULL-terminated */
    int text_column, field_columns[GX_N_SOURCE_FIELDS]; /**< -1: none */
    char delimiter;
    char *site; /**< of a dump */
} GxRecordContext;

typedef struct _GxRecords GxRecords;

/** A format of records. */
typedef struct {
    GxCutFunc cut;
    gsize state_size; /**< of what cut keeps; zeroed at the start */
    /** Makes an input of a record, which it takes over; NULL to pass it over, or with error set to give the file up. */
    GxInput *(*take) (GxRecords *self, GByteArray *bytes, guint64 line, GError **error);
} GxRecordFormat;

struct _GxRecords {
    GxContainer base;
    const GxRecordFormat *format;
    GxCutter *cutter;
    struct _GxUtf16Stream *utf16; /* the stream read as UTF-8, or NULL */
    gpointer state;
    GxRecordContext *context;
    guint64 n_taken;         /**< what take counts */
    guint64 n_cut, n_inputs; /**< records so far, and those that became inputs */
    gboolean over;
};

extern const GxRecordFormat gx_json_lines, gx_json_values, gx_json_list, gx_table_rows, gx_wiki_pages, gx_feed_items;

/** Opens a file of records; the stream is taken over. */
GxContainer *gx_records_open (GxStream *stream, const GxPlace *place, const GxRecordFormat *format);
/** The bytes of a record in UTF-8 (borrowed from raw or held by copy); what they were decoded from is put into record. NULL with error. */
gboolean gx_record_decode (GxStr raw, const char *path, const GxRecordContext *context, GxRecord *record, GString **copy, GxStr *text,
                           GError **error);
/** An input for a record that unwrap reads: called `file/NAME`, its messages begin with `file:NAME` (separator `:`) or `file/NAME`. */
GxInput *gx_records_wrap (GxRecords *self, const char *name, char separator, GByteArray *bytes, GxUnwrapFunc unwrap);
/** An input for the record in a line that cannot be read; NULL: it is too large. */
GxInput *gx_records_refuse (const GxRecords *self, guint64 line, const char *reason);
/** Where the list of records starts in an object that is wrapped around it; 0: it is none. gx_json_list reads from there. O(bytes). */
gsize gx_json_list_start (GxStr head, const GxCorpusOptions *options);
/** Whether a table's first line has a column for the text. */
gboolean gx_table_is_header (GxStr line, const GxCorpusOptions *options);
/** A piece of XML text with its entities written out; the caller's. */
char *gx_record_unescape (GxStr text);
/** Whether a file that begins like head is a feed. */
gboolean gx_feed_opens (GxStr head);
