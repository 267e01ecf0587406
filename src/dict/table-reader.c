/* SPDX-License-Identifier: GPL-3.0-or-later
 * table-reader.c - rows of a tab-separated table. */
#include "table-reader.h"

#define ABSENT G_MAXUINT

struct _GxTableReader {
    GxFindings *findings;
    GxPlace place;
    const char *next, *end;    /* what is still to be read */
    GString *row;              /* the current row, its cells terminated in place */
    GPtrArray *cells;          /* into row */
    guint columns[GX_N_CELLS]; /* which cell of a row it is, or ABSENT */
    guint n_columns, n_rows;
    GxRowsKind kind;
};

static const char *const column_names[GX_N_CELLS] = {
    [GX_CELL_ID] = "id",           [GX_CELL_TYPE] = "type",         [GX_CELL_NAME] = "name",       [GX_CELL_ENGLISH] = "en",
    [GX_CELL_ALIASES] = "aliases", [GX_CELL_SHORT] = "short",       [GX_CELL_COUNTRY] = "country", [GX_CELL_SINCE] = "since",
    [GX_CELL_UNTIL] = "until",     [GX_CELL_PHRASE] = "phrase",     [GX_CELL_TITLE] = "title",     [GX_CELL_POSITION] = "position",
    [GX_CELL_KIND] = "kind",       [GX_CELL_TEXT] = "text",         [GX_CELL_STATES] = "states",   [GX_CELL_WEIGHT] = "weight",
    [GX_CELL_SURNAME] = "surname", [GX_CELL_LANGUAGE] = "language", [GX_CELL_WORD] = "word",       [GX_CELL_NOTE] = "note",
};

#define BIT(cell) (1u << (cell))

/* A table is of the first kind of which it has a telling column; then it must have the needed ones too. */
static const struct {
    GxRowsKind kind;
    guint telling, needed;
} kinds[] = {
    { GX_ROWS_CONTEXTS, BIT (GX_CELL_STATES) | BIT (GX_CELL_WEIGHT),
      BIT (GX_CELL_ID) | BIT (GX_CELL_KIND) | BIT (GX_CELL_TEXT) | BIT (GX_CELL_STATES) | BIT (GX_CELL_WEIGHT) },
    { GX_ROWS_WORDS, BIT (GX_CELL_WORD), BIT (GX_CELL_WORD) | BIT (GX_CELL_KIND) },
    { GX_ROWS_AFFIXES, BIT (GX_CELL_KIND), BIT (GX_CELL_KIND) | BIT (GX_CELL_TEXT) },
    { GX_ROWS_ENTITIES, BIT (GX_CELL_TYPE) | BIT (GX_CELL_SHORT) | BIT (GX_CELL_COUNTRY) | BIT (GX_CELL_SINCE) | BIT (GX_CELL_UNTIL),
      BIT (GX_CELL_ID) | BIT (GX_CELL_TYPE) | BIT (GX_CELL_NAME) },
    { GX_ROWS_TITLES, BIT (GX_CELL_TITLE) | BIT (GX_CELL_POSITION), BIT (GX_CELL_TITLE) | BIT (GX_CELL_POSITION) },
    { GX_ROWS_PHRASES, BIT (GX_CELL_PHRASE), BIT (GX_CELL_PHRASE) },
    { GX_ROWS_SURNAMES, BIT (GX_CELL_SURNAME), BIT (GX_CELL_SURNAME) },
    { GX_ROWS_BODIES, BIT (GX_CELL_ID) | BIT (GX_CELL_NAME) | BIT (GX_CELL_ALIASES), BIT (GX_CELL_ID) | BIT (GX_CELL_NAME) },
};

static gboolean
is_blank (GxStr line)
{
    for (gsize i = 0; i < line.len; i++)
        if (!g_ascii_isspace (line.data[i]))
            return FALSE;
    return TRUE;
}

/* The next line that is neither blank nor a comment nor broken. */
static gboolean
read_line (GxTableReader *self, GxStr *line)
{
    while (self->next < self->end) {
        const char *stop = memchr (self->next, '\n', (gsize)(self->end - self->next));
        *line = (GxStr){ self->next, (gsize)((stop ? stop : self->end) - self->next) };
        self->next = stop ? stop + 1 : self->end;
        self->place.line++;
        if (line->len > 0 && line->data[line->len - 1] == '\r')
            line->len--;

        if (is_blank (*line))
            continue;
        if (!g_utf8_validate_len (line->data, line->len, NULL)) {
            gx_findings_error (self->findings, self->place, "the line is not valid UTF-8");
            continue;
        }
        if (line->data[0] != '#')
            return TRUE;
    }
    return FALSE;
}

static void
split_row (GxTableReader *self, GxStr line)
{
    g_string_truncate (self->row, 0);
    g_string_append_len (self->row, line.data, (gssize)line.len);
    g_ptr_array_set_size (self->cells, 0);

    char *cell = self->row->str;
    while (cell) {
        char *tab = strchr (cell, '\t');
        if (tab)
            *tab = '\0';
        g_ptr_array_add (self->cells, g_strstrip (cell));
        cell = tab ? tab + 1 : NULL;
    }
}

/* Notes which columns there are; returns them as bits. */
static gboolean
read_columns (GxTableReader *self, guint *present)
{
    *present = 0;
    for (guint i = 0; i < self->cells->len; i++)
        for (guint column = 0; column < GX_N_CELLS; column++) {
            if (strcmp (self->cells->pdata[i], column_names[column]) != 0)
                continue;
            if (*present & BIT (column)) {
                gx_findings_error (self->findings, self->place, "the header has the column \"%s\" twice", column_names[column]);
                return FALSE;
            }
            self->columns[column] = i;
            *present |= BIT (column);
        }
    self->n_columns = self->cells->len;
    return TRUE;
}

static gboolean
read_header (GxTableReader *self)
{
    GxStr line;
    if (!read_line (self, &line)) {
        gx_findings_error (self->findings, self->place, "there is no header line");
        return FALSE;
    }
    split_row (self, line);
    guint present;
    if (!read_columns (self, &present))
        return FALSE;

    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
        if (!(present & kinds[i].telling))
            continue;
        self->kind = kinds[i].kind;
        for (guint column = 0; column < GX_N_CELLS; column++)
            if (kinds[i].needed & ~present & BIT (column)) {
                gx_findings_error (self->findings, self->place, "the header lacks the column \"%s\"", column_names[column]);
                return FALSE;
            }
        return TRUE;
    }
    gx_findings_error (self->findings, self->place, "this is not the header of a table: no column is known");
    return FALSE;
}

GxTableReader *
gx_table_reader_new (const char *file, guint rank, GxStr text, GxFindings *findings)
{
    static const char mark[] = "\xef\xbb\xbf";
    g_autoptr (GxTableReader) self = g_new0 (GxTableReader, 1);
    self->findings = findings;
    self->place = (GxPlace){ file, 0, rank };
    self->row = g_string_new (NULL);
    self->cells = g_ptr_array_new ();
    for (guint i = 0; i < GX_N_CELLS; i++)
        self->columns[i] = ABSENT;

    gboolean marked = text.len >= 3 && memcmp (text.data, mark, 3) == 0;
    self->next = marked ? text.data + 3 : text.data;
    self->end = text.len > 0 ? text.data + text.len : text.data;
    if (!read_header (self))
        return NULL;
    return g_steal_pointer (&self);
}

void
gx_table_reader_free (GxTableReader *self)
{
    if (!self)
        return;
    g_string_free (self->row, TRUE);
    g_ptr_array_unref (self->cells);
    g_free (self);
}

GxRowsKind
gx_table_reader_kind (const GxTableReader *self)
{
    return self->kind;
}

gboolean
gx_table_reader_next (GxTableReader *self)
{
    GxStr line;
    while (read_line (self, &line)) {
        split_row (self, line);
        if (self->cells->len == self->n_columns) {
            self->n_rows++;
            return TRUE;
        }
        gx_findings_error (self->findings, self->place, "the row has %u columns, the header %u: cells are parted by tabs", self->cells->len,
                           self->n_columns);
    }
    return FALSE;
}

const char *
gx_table_reader_cell (const GxTableReader *self, GxCell cell)
{
    guint column = self->columns[cell];
    return column == ABSENT ? "" : self->cells->pdata[column];
}

guint
gx_table_reader_count (const GxTableReader *self)
{
    return self->n_rows;
}

GxPlace
gx_table_reader_place (const GxTableReader *self)
{
    return self->place;
}
