/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "field-text.h"
#include "json.h"

#include <guanxi/table.h>

#include <math.h>
#include <string.h>

/* Doubles of at most this many digits come out of JSON as they went in. */
static const guint most_digits = 15;

typedef struct {
    char *name;
    GxColumnType type;
} Column;

typedef enum { CELL_ABSENT, CELL_TEXT, CELL_INT, CELL_DOUBLE } CellKind;

/** A cell; text is what it looks like in every format but JSON, NULL when absent. */
typedef struct {
    CellKind kind;
    char *text;
    gint64 whole;
    double real;
} Cell;

struct _GxTable {
    GArray *columns; /* Column */
    GArray *cells;   /* Cell, row by row */
};

static void
column_clear (gpointer data)
{
    g_free (((Column *)data)->name);
}

static void
cell_clear (gpointer data)
{
    g_free (((Cell *)data)->text);
}

GxTable *
gx_table_new (void)
{
    GxTable *self = g_new (GxTable, 1);

    self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
    self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
    g_array_set_clear_func (self->columns, column_clear);
    g_array_set_clear_func (self->cells, cell_clear);
    return self;
}

void
gx_table_free (GxTable *self)
{
    if (!self)
        return;
    g_array_unref (self->columns);
    g_array_unref (self->cells);
    g_free (self);
}

void
gx_table_add_column (GxTable *self, const char *name, GxColumnType type)
{
    Column column = { g_strdup (name), type };

    g_return_if_fail (self->cells->len == 0);
    g_array_append_val (self->columns, column);
}

static void
put_cell (GxTable *self, Cell cell)
{
    g_return_if_fail (self->columns->len > 0);
    g_array_append_val (self->cells, cell);
}

void
gx_table_put_text (GxTable *self, const char *text)
{
    put_cell (self, (Cell){ .kind = text ? CELL_TEXT : CELL_ABSENT, .text = text ? g_utf8_make_valid (text, -1) : NULL });
}

void
gx_table_put_int (GxTable *self, gint64 value)
{
    put_cell (self, (Cell){ .kind = CELL_INT, .text = g_strdup_printf ("%" G_GINT64_FORMAT, value), .whole = value });
}

void
gx_table_put_double (GxTable *self, double value, guint digits)
{
    char format[8], text[G_ASCII_DTOSTR_BUF_SIZE];

    if (!isfinite (value)) {
        put_cell (self, (Cell){ .kind = CELL_ABSENT });
        return;
    }
    g_snprintf (format, sizeof format, "%%.%ug", CLAMP (digits, 1, most_digits));
    g_ascii_formatd (text, sizeof text, format, value == 0 ? 0 : value);
    put_cell (self, (Cell){ .kind = CELL_DOUBLE, .text = g_strdup (text), .real = g_ascii_strtod (text, NULL) });
}

static const Column *
column_at (const GxTable *self, guint index)
{
    return &g_array_index (self->columns, Column, index);
}

static const Cell *
cell_at (const GxTable *self, guint row, guint column)
{
    return &g_array_index (self->cells, Cell, row * self->columns->len + column);
}

/* A row that was not filled isn't one. */
static guint
count_rows (const GxTable *self)
{
    return self->columns->len > 0 ? self->cells->len / self->columns->len : 0;
}

/* What a terminal is shown: controls, which could move its cursor or worse, become blanks. */
static char *
printable (const char *text)
{
    GString *shown = g_string_new (NULL);

    for (const char *p = text ? text : "NA"; *p; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        g_string_append_unichar (shown, g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 ? ' ' : c);
    }
    return g_string_free (shown, FALSE);
}

static void
put_blanks (GxWriter *writer, guint n)
{
    while (n-- > 0)
        gx_writer_puts (writer, " ");
}

/* One cell of an aligned row. The last column isn't padded on its right. */
static void
put_aligned (const GxTable *self, guint column, const char *text, guint width, GxWriter *writer)
{
    g_autofree char *shown = printable (text);
    guint missing = width - gx_display_width (gx_str (shown));
    gboolean is_last = column + 1 == self->columns->len;

    if (column > 0)
        gx_writer_puts (writer, "  ");
    if (column_at (self, column)->type == GX_COLUMN_NUMBER)
        put_blanks (writer, missing);
    gx_writer_puts (writer, shown);
    if (column_at (self, column)->type == GX_COLUMN_TEXT && !is_last)
        put_blanks (writer, missing);
    if (is_last)
        gx_writer_puts (writer, "\n");
}

static void
write_aligned (const GxTable *self, GxWriter *writer)
{
    guint n_columns = self->columns->len, n_rows = count_rows (self);
    g_autofree guint *widths = g_new (guint, n_columns);

    for (guint c = 0; c < n_columns; c++) {
        widths[c] = gx_display_width (gx_str (column_at (self, c)->name));
        for (guint r = 0; r < n_rows; r++) {
            g_autofree char *shown = printable (cell_at (self, r, c)->text);

            widths[c] = MAX (widths[c], gx_display_width (gx_str (shown)));
        }
    }
    for (guint c = 0; c < n_columns; c++)
        put_aligned (self, c, column_at (self, c)->name, widths[c], writer);
    for (guint r = 0; r < n_rows; r++)
        for (guint c = 0; c < n_columns; c++)
            put_aligned (self, c, cell_at (self, r, c)->text, widths[c], writer);
}

/** A way to write rows as lines: what parts fields, what ends a line, what stands for nothing. */
typedef struct {
    const char *separator, *end, *absent;
    void (*put) (GxWriter *writer, GxStr text);
} Delimited;

static void
write_delimited (const GxTable *self, const Delimited *shape, GxWriter *writer)
{
    guint n_columns = self->columns->len, n_rows = count_rows (self);

    for (guint c = 0; c < n_columns; c++) {
        shape->put (writer, gx_str (column_at (self, c)->name));
        gx_writer_puts (writer, c + 1 < n_columns ? shape->separator : shape->end);
    }
    for (guint r = 0; r < n_rows; r++)
        for (guint c = 0; c < n_columns; c++) {
            const char *text = cell_at (self, r, c)->text;

            shape->put (writer, gx_str (text ? text : shape->absent));
            gx_writer_puts (writer, c + 1 < n_columns ? shape->separator : shape->end);
        }
}

static json_t *
json_of_cell (const Cell *cell)
{
    switch (cell->kind) {
    case CELL_TEXT:
        return json_string (cell->text);
    case CELL_INT:
        return json_integer (cell->whole);
    case CELL_DOUBLE:
        return json_real (cell->real);
    case CELL_ABSENT:
    default:
        return json_null ();
    }
}

static void
put_object (const GxTable *self, guint row, GxWriter *writer)
{
    json_t *object = json_object ();

    for (guint c = 0; c < self->columns->len; c++)
        gx_json_set (object, column_at (self, c)->name, json_of_cell (cell_at (self, row, c)));
    gx_json_put (object, JSON_REAL_PRECISION (15), writer);
}

static void
write_json (const GxTable *self, GxWriter *writer)
{
    guint n_rows = count_rows (self);

    gx_writer_puts (writer, "[");
    for (guint r = 0; r < n_rows; r++) {
        gx_writer_puts (writer, r > 0 ? ",\n " : "\n ");
        put_object (self, r, writer);
    }
    gx_writer_puts (writer, n_rows > 0 ? "\n]\n" : "]\n");
}

static void
write_json_lines (const GxTable *self, GxWriter *writer)
{
    for (guint r = 0; r < count_rows (self); r++) {
        put_object (self, r, writer);
        gx_writer_puts (writer, "\n");
    }
}

void
gx_table_write (const GxTable *self, GxTableFormat format, GxWriter *writer)
{
    static const Delimited tsv = { "\t", "\n", "NA", gx_tsv_put }, csv = { ",", "\r\n", "", gx_csv_put };

    switch (format) {
    case GX_TABLE_TSV:
        write_delimited (self, &tsv, writer);
        break;
    case GX_TABLE_CSV:
        write_delimited (self, &csv, writer);
        break;
    case GX_TABLE_JSON:
        write_json (self, writer);
        break;
    case GX_TABLE_JSONL:
        write_json_lines (self, writer);
        break;
    case GX_TABLE_ALIGNED:
    default:
        write_aligned (self, writer);
        break;
    }
}

gboolean
gx_table_format_parse (const char *name, GxTableFormat *format)
{
    static const struct {
        const char *name;
        GxTableFormat format;
    } formats[] = {
        { "table", GX_TABLE_ALIGNED }, { "tsv", GX_TABLE_TSV },     { "csv", GX_TABLE_CSV },
        { "json", GX_TABLE_JSON },     { "jsonl", GX_TABLE_JSONL },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
        if (strcmp (name, formats[i].name) == 0) {
            *format = formats[i].format;
            return TRUE;
        }
    return FALSE;
}
