/* SPDX-License-Identifier: GPL-3.0-or-later
 * table-rows.c - tables with a header line: CSV with commas or semicolons, TSV.
 *
 * Quotes, delimiters and line ends are below 0x40, so rows can be cut before they are decoded: the second bytes of GB 18030, Big5 and
 * Shift_JIS are digits or from 0x40 on. */
#include "field-names.h"
#include "records.h"

static const char delimiters[] = ",;\t";

/** Where in a table the cutter is. */
typedef struct {
    char delimiter;    /* 0: not known yet, any */
    gboolean in_field; /* behind the first character of a field */
    gboolean in_quotes;
    gboolean gave_up;           /* on quotes that never end */
    guint64 quoted, max_quoted; /* bytes in these quotes; 0: no limit but the cutter's */
} State;

static gboolean
is_delimiter (char delimiter, char c)
{
    return delimiter ? c == delimiter : c != '\0' && strchr (delimiters, c) != NULL;
}

/** How many bytes within quotes there are. Quotes that never end are given up at the end of a line. */
static gsize
pass_quoted (State *state, GxStr bytes)
{
    const char *quote = memchr (bytes.data, '"', bytes.len);
    gsize len = quote ? (gsize)(quote - bytes.data) + 1 : bytes.len;
    state->quoted += len;
    if (state->max_quoted > 0 && state->quoted > state->max_quoted) {
        const char *line = memchr (bytes.data, '\n', len);
        if (line) {
            state->in_quotes = FALSE;
            state->gave_up = TRUE;
            return (gsize)(line - bytes.data);
        }
    }
    if (quote)
        state->in_quotes = FALSE; /* a doubled one opens them again */
    return len;
}

static gsize
cut_row (gpointer data, GxStr bytes, gboolean *ends)
{
    State *state = data;
    for (gsize i = 0; i < bytes.len;) {
        if (state->in_quotes) {
            i += pass_quoted (state, (GxStr){ bytes.data + i, bytes.len - i });
            continue;
        }
        char c = bytes.data[i++];
        if (c == '\n') {
            state->in_field = FALSE;
            state->quoted = 0;
            *ends = TRUE;
            while (i < bytes.len && bytes.data[i] == '\n') /* empty lines are no rows */
                i++;
            return i;
        }
        if (c == '"' && (!state->in_field || state->quoted > 0))
            state->in_quotes = state->in_field = TRUE;
        else if (is_delimiter (state->delimiter, c)) {
            state->in_field = FALSE;
            state->quoted = 0;
        } else {
            state->in_field = TRUE;
            state->quoted = 0;
        }
    }
    return bytes.len;
}

/** Takes the next cell off a row: what it says is put into cell. FALSE when there are no more. */
static gboolean
take_cell (GxStr *row, char delimiter, GString *cell)
{
    g_string_truncate (cell, 0);
    if (!row->data)
        return FALSE;
    gsize i = 0;
    if (row->len > 0 && row->data[0] == '"') {
        i = 1;
        for (;;) {
            const char *quote = i < row->len ? memchr (row->data + i, '"', row->len - i) : NULL;
            gsize end = quote ? (gsize)(quote - row->data) : row->len;
            g_string_append_len (cell, row->data + i, (gssize)(end - i));
            i = MIN (end + 1, row->len);
            if (i == row->len || row->data[i] != '"')
                break;
            g_string_append_c (cell, '"');
            i++;
        }
    }
    const char *end = i < row->len ? memchr (row->data + i, delimiter, row->len - i) : NULL;
    gsize stop = end ? (gsize)(end - row->data) : row->len;
    g_string_append_len (cell, row->data + i, (gssize)(stop - i));
    *row = end ? (GxStr){ end + 1, row->len - stop - 1 } : (GxStr){ NULL, 0 };
    return TRUE;
}

static GxStr
strip_line_end (GxStr row)
{
    while (row.len > 0 && (row.data[row.len - 1] == '\n' || row.data[row.len - 1] == '\r'))
        row.len--;
    return row;
}

/** The delimiter a header line has most of; 0 when it has none. */
static char
tell_delimiter (GxStr line)
{
    char best = '\0';
    gsize most = 0;
    for (const char *d = delimiters; *d; d++) {
        gsize n = 0;
        gboolean quoted = FALSE;
        for (gsize i = 0; i < line.len; i++) {
            quoted ^= line.data[i] == '"';
            n += !quoted && line.data[i] == *d ? 1 : 0;
        }
        if (n > most) {
            most = n;
            best = *d;
        }
    }
    return best;
}

/** Which columns hold the text and what is said of it. */
typedef struct {
    int text, fields[GX_N_SOURCE_FIELDS];
} Columns;

static Columns
find_columns (GxStr line, char delimiter, const GxCorpusOptions *options)
{
    Columns columns = { .text = -1, .fields = { -1, -1, -1, -1 } };
    guint text_rank = G_MAXUINT, ranks[GX_N_SOURCE_FIELDS] = { G_MAXUINT, G_MAXUINT, G_MAXUINT, G_MAXUINT };
    g_autoptr (GString) cell = g_string_new (NULL);
    for (int i = 0; take_cell (&line, delimiter, cell); i++) {
        g_strstrip (cell->str);
        GxStr key = gx_str (cell->str);
        guint rank = gx_field_rank_text (key, options);
        if (rank < text_rank) {
            text_rank = rank;
            columns.text = i;
        }
        for (guint f = 0; f < GX_N_SOURCE_FIELDS; f++) {
            rank = gx_field_rank (key, (GxSourceField)f, options);
            if (rank < ranks[f]) {
                ranks[f] = rank;
                columns.fields[f] = i;
            }
        }
    }
    return columns;
}

gboolean
gx_table_is_header (GxStr line, const GxCorpusOptions *options)
{
    line = strip_line_end (line);
    char delimiter = tell_delimiter (line);
    return delimiter && find_columns (line, delimiter, options).text >= 0;
}

static gboolean
unwrap (GxStr raw, const char *path, gconstpointer data, GxRecord *record, GError **error)
{
    const GxRecordContext *context = data;
    g_autoptr (GString) copy = NULL, cell = g_string_new (NULL);
    GxStr row;
    if (!gx_record_decode (strip_line_end (raw), path, context, record, &copy, &row, error))
        return FALSE;
    for (int i = 0; take_cell (&row, context->delimiter, cell); i++) {
        if (i == context->text_column) {
            record->text = g_byte_array_new ();
            g_byte_array_append (record->text, (const guint8 *)cell->str, (guint)cell->len);
        }
        for (guint f = 0; f < GX_N_SOURCE_FIELDS; f++)
            if (i == context->field_columns[f])
                gx_field_set (record, (GxSourceField)f, (GxStr){ cell->str, cell->len });
    }
    if (record->text)
        return TRUE;
    g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s: the row ends before the column of the text", path);
    return FALSE;
}

/** Reads the header line; FALSE when the table has no texts. */
static gboolean
take_header (GxRecords *self, GxStr raw, GError **error)
{
    g_auto (GxRecord) record = { 0 };
    g_autoptr (GString) copy = NULL;
    GxStr line;
    State *state = self->state;
    GxRecordContext *context = self->context;
    const GxCorpusOptions *options = &self->base.options->options;
    if (!gx_record_decode (strip_line_end (raw), self->base.path, context, &record, &copy, &line, error))
        return FALSE;
    if (line.len == 5 && memcmp (line.data, "sep=", 4) == 0) { /* what spreadsheets write in front */
        state->delimiter = line.data[4];
        return TRUE;
    }
    if (!state->delimiter)
        state->delimiter = tell_delimiter (line);
    if (!state->delimiter)
        state->delimiter = ',';
    Columns columns = find_columns (line, state->delimiter, options);
    context->delimiter = state->delimiter;
    context->text_column = columns.text;
    memcpy (context->field_columns, columns.fields, sizeof columns.fields);
    state->max_quoted = options->max_bytes;
    self->n_taken = 1;
    return columns.text >= 0 || gx_field_fail_text (self->base.path, options, error);
}

/** Whether all cells are empty, as in the rows that spreadsheets leave behind a table. */
static gboolean
is_blank (GxStr row, char delimiter)
{
    gsize i = 0;
    while (i < row.len && (row.data[i] == delimiter || row.data[i] == '"' || g_ascii_isspace (row.data[i])))
        i++;
    return i == row.len;
}

static GxInput *
take_row (GxRecords *self, GByteArray *bytes, guint64 line, GError **error)
{
    GxStr raw = strip_line_end ((GxStr){ (const char *)bytes->data, bytes->len });
    if (self->n_taken == 0 || raw.len == 0) {
        if (raw.len > 0)
            (void)take_header (self, raw, error); /* the error tells */
        g_byte_array_unref (bytes);
        return NULL;
    }
    State *state = self->state;
    if (is_blank (raw, self->context->delimiter) && !state->in_quotes) {
        g_byte_array_unref (bytes);
        return NULL;
    }
    if (state->gave_up || state->in_quotes) {
        state->gave_up = FALSE;
        g_byte_array_unref (bytes);
        return gx_records_refuse (self, line, "quotes that never end");
    }
    g_autofree char *name = g_strdup_printf ("%" G_GUINT64_FORMAT, line);
    return gx_records_wrap (self, name, ':', bytes, unwrap);
}

const GxRecordFormat gx_table_rows = { cut_row, sizeof (State), take_row };
