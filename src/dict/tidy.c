/* SPDX-License-Identifier: GPL-3.0-or-later
 * tidy.c - how tables are written: line by line, comments and all. */
#include "tidy.h"

#include <string.h>

/* A row with the comments and blank lines above it. */
typedef struct {
    char *above, *row, *key;
    guint line;
} Entry;

/* A table under way. */
typedef struct {
    GxRowsKind kind;
    GxTidyMode mode;
    GxTidyFunc tell;
    gpointer user_data;
    GString *head;      /* up to the header, and with it */
    GString *above;     /* comments whose row is still to come */
    GPtrArray *entries; /* Entry */
    GStrv columns;
    guint line;
    gboolean is_broken; /* lines among the rows that are none */
    gboolean is_changed;
} Tidying;

static void
free_entry (gpointer data)
{
    Entry *entry = data;
    g_free (entry->above);
    g_free (entry->row);
    g_free (entry->key);
    g_free (entry);
}

static GxTidyCell
kind_of_cell (GxRowsKind rows, const char *column)
{
    static const struct {
        const char *column;
        GxTidyCell kind;
    } kinds[] = { { "name", GX_TIDY_LABEL },  { "en", GX_TIDY_TEXT },    { "aliases", GX_TIDY_ALIASES },
                  { "phrase", GX_TIDY_TEXT }, { "title", GX_TIDY_TEXT }, { "surname", GX_TIDY_TEXT } };
    if (rows == GX_ROWS_CONTEXTS || rows == GX_ROWS_AFFIXES)
        return GX_TIDY_UNTOUCHED;
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (strcmp (column, kinds[i].column) == 0)
            return kinds[i].kind;
    return GX_TIDY_PLAIN;
}

/* The columns that rows are sorted by; none for contexts. */
static gboolean
is_key (GxRowsKind rows, const char *column)
{
    switch (rows) {
    case GX_ROWS_ENTITIES:
    case GX_ROWS_BODIES:
        return strcmp (column, "id") == 0;
    case GX_ROWS_AFFIXES:
        return strcmp (column, "kind") == 0 || strcmp (column, "text") == 0;
    case GX_ROWS_PHRASES:
        return strcmp (column, "phrase") == 0;
    case GX_ROWS_TITLES:
        return strcmp (column, "title") == 0;
    case GX_ROWS_SURNAMES:
        return strcmp (column, "surname") == 0;
    case GX_ROWS_WORDS:
        return strcmp (column, "word") == 0;
    case GX_ROWS_CONTEXTS:
        break;
    }
    return FALSE;
}

static const char *
order_name (GxRowsKind rows)
{
    return rows == GX_ROWS_ENTITIES || rows == GX_ROWS_BODIES ? "id" : rows == GX_ROWS_AFFIXES ? "kind and text" : "their text";
}

/* Passes a change on and notes that there was one. */
static void
note_change (GxCheck check, guint line, const char *message, gpointer user_data)
{
    Tidying *self = user_data;
    self->is_changed = TRUE;
    self->tell (check, line, message, self->user_data);
}

/* Tidies the cells of a row: aliases behind the labels that they may repeat. */
static void
tidy_row (Tidying *self, GStrv cells, Entry *entry)
{
    g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    GxTidyRow row = { self->line, self->mode, note_change, self, labels };
    g_autoptr (GString) key = g_string_new (NULL);
    for (guint pass = 0; pass < 2; pass++)
        for (guint i = 0; cells[i]; i++) {
            GxTidyCell kind = kind_of_cell (self->kind, self->columns[i]);
            if ((kind == GX_TIDY_ALIASES) != (pass == 1))
                continue;
            g_autoptr (GString) cell = g_string_new (cells[i]);
            gx_tidy_cell (&row, kind, self->columns[i], cell);
            if (strcmp (self->columns[i], "name") == 0 || strcmp (self->columns[i], "en") == 0)
                g_hash_table_add (labels, g_strdup (cell->str));
            if (is_key (self->kind, self->columns[i]))
                g_string_append_printf (key, "%s%s", key->len ? " " : "", cell->str);
            g_free (cells[i]);
            cells[i] = g_strdup (cell->str);
        }
    entry->row = g_strjoinv ("\t", cells);
    entry->key = g_strdup (key->str);
}

static void
add_row (Tidying *self, const char *line, const char *end)
{
    Entry *entry = g_new0 (Entry, 1);
    g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
    entry->line = self->line;
    entry->above = g_strdup (self->above->str);
    g_string_truncate (self->above, 0);
    if (g_utf8_validate (line, -1, NULL) && g_strv_length (cells) == g_strv_length (self->columns))
        tidy_row (self, cells, entry);
    else {
        self->is_broken = TRUE;
        entry->row = g_strdup (line);
    }
    char *ended = g_strconcat (entry->row, end, NULL);
    g_free (entry->row);
    entry->row = ended;
    g_ptr_array_add (self->entries, entry);
}

static void
read_columns (Tidying *self, const char *line)
{
    self->columns = g_strsplit (line, "\t", -1);
    for (guint i = 0; self->columns[i]; i++)
        g_strstrip (self->columns[i]);
}

static gboolean
is_blank (const char *line)
{
    return line[strspn (line, " \t\v\f\r")] == '\0';
}

static void
add_line (Tidying *self, const char *line, const char *end)
{
    static const char mark[] = "\xef\xbb\xbf";
    const char *text = self->line == 1 && g_str_has_prefix (line, mark) ? line + strlen (mark) : line;
    gboolean is_row = *text != '#' && !is_blank (text);
    if (is_row && self->columns) {
        add_row (self, line, end);
        return;
    }
    GString *where = self->columns ? self->above : self->head;
    g_string_append_printf (where, "%s%s", line, end);
    /* The header is the first line that can be read. */
    if (is_row && g_utf8_validate (text, -1, NULL))
        read_columns (self, text);
}

static gint
compare_entries (gconstpointer left, gconstpointer right)
{
    const Entry *const *a = left, *const *b = right;
    gint order = strcmp ((*a)->key, (*b)->key);
    return order ? order : (*a)->line < (*b)->line ? -1 : (*a)->line > (*b)->line;
}

/* Rows among lines that are none keep their places: a line cut in two belongs to the one above it. */
static void
sort_entries (Tidying *self)
{
    if (self->kind == GX_ROWS_CONTEXTS || (self->is_broken && self->mode == GX_TIDY_REPAIR))
        return;
    const Entry *last = NULL;
    for (guint i = 0; i < self->entries->len; i++) {
        const Entry *entry = self->entries->pdata[i];
        if (!entry->key)
            continue;
        if (last && strcmp (last->key, entry->key) > 0) {
            g_autofree char *message =
                g_strdup_printf ("the rows are not sorted by %s: %s comes after %s", order_name (self->kind), entry->key, last->key);
            if (!self->is_broken)
                g_ptr_array_sort (self->entries, compare_entries);
            self->is_changed = self->is_changed || !self->is_broken;
            self->tell (GX_CHECK_UNSORTED, entry->line, message, self->user_data);
            return;
        }
        last = entry;
    }
}

static void
read_lines (Tidying *self, GxStr text)
{
    for (const char *at = text.data, *end = text.data + text.len; at < end;) {
        const char *stop = memchr (at, '\n', (gsize)(end - at));
        gsize len = (gsize)((stop ? stop : end) - at);
        gboolean has_return = len > 0 && at[len - 1] == '\r';
        g_autofree char *line = g_strndup (at, len - (has_return ? 1 : 0));
        self->line++;
        if (!stop)
            note_change (GX_CHECK_LINE_END, self->line, "the last line does not end", self);
        add_line (self, line, has_return ? "\r\n" : "\n");
        at = stop ? stop + 1 : end;
    }
}

static GString *
write_lines (const Tidying *self)
{
    GString *out = g_string_new (self->head->str);
    for (guint i = 0; i < self->entries->len; i++) {
        const Entry *entry = self->entries->pdata[i];
        g_string_append (out, entry->above);
        g_string_append (out, entry->row);
    }
    g_string_append (out, self->above->str);
    return out;
}

GString *
gx_tidy_table (GxStr text, GxTidyMode mode, GxTidyFunc tell, gpointer user_data)
{
    GxFindings silent = { 0 };
    g_autoptr (GxTableReader) reader = gx_table_reader_new ("", 0, text, &silent);
    g_clear_error (&silent.first);
    /* A byte 0 would end strings. */
    if (!reader || memchr (text.data, '\0', text.len))
        return NULL;
    g_autoptr (GString) head = g_string_new (NULL), above = g_string_new (NULL);
    g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (free_entry);
    Tidying self = { .kind = gx_table_reader_kind (reader), .tell = tell, .user_data = user_data };
    self.mode = mode;
    self.head = head;
    self.above = above;
    self.entries = entries;
    read_lines (&self, text);
    sort_entries (&self);
    GString *out = self.is_changed ? write_lines (&self) : NULL;
    g_strfreev (self.columns);
    return out;
}

/* A table that is looked at. */
typedef struct {
    GxFindings *findings;
    GxPlace place;
} Looking;

/* What check-claims.c tells of all names is not told a second time. */
static void
doubt_writing (GxCheck check, guint line, const char *message, gpointer user_data)
{
    const Looking *looking = user_data;
    GxPlace place = looking->place;
    place.line = line;
    if (check != GX_CHECK_FOLDED_LABEL && check != GX_CHECK_FOLDED_TWICE)
        gx_findings_doubt (looking->findings, check, place, "%s", message);
}

static void
look_at_table (const char *name, guint rank, GxStr text, GxFindings *findings)
{
    Looking looking = { findings, { name, 0, rank } };
    if (rank < findings->first_doubted)
        return;
    GString *tidy = gx_tidy_table (text, GX_TIDY_LOOK, doubt_writing, &looking);
    if (tidy)
        g_string_free (tidy, TRUE);
}

void
gx_tidy_look (GxDictionaryBase base, const char *const *paths, GxFindings *findings)
{
    guint rank = 0;
    for (guint n = gx_builtin_count (base); rank < n; rank++) {
        const char *name;
        GxStr text;
        if (gx_builtin_read (rank, &name, &text, NULL))
            look_at_table (name, rank, text, findings);
    }
    for (guint i = 0; paths && paths[i]; i++, rank++) {
        g_autofree char *text = NULL;
        gsize len;
        if (g_file_get_contents (paths[i], &text, &len, NULL))
            look_at_table (paths[i], rank, (GxStr){ text, len }, findings);
    }
}
