/* SPDX-License-Identifier: GPL-3.0-or-later
 * import-table.c - writes what was collected as a table. */
#include "fold.h"
#include "import.h"

#include <string.h>

#define MARKS     ((guint)GX_ALIAS_CONTEXT | (guint)GX_ALIAS_EXACT)
#define NOT_FIRST 10 /* the rank of a name that only context allows, behind all others */

static gboolean
is_script (const char *text, GUnicodeScript script)
{
    for (const char *at = text; *at; at = g_utf8_next_char (at)) {
        gunichar c = g_utf8_get_char (at);
        if (g_unichar_isalpha (c) && g_unichar_get_script (c) != script)
            return FALSE;
    }
    return TRUE;
}

/* How far a name is from being the label: simplified Chinese, any Chinese, Han characters, English, others. */
static guint
rank_of (const GxKeptName *name)
{
    static const char *const simplified[] = { "zh-hans", "zh-cn", "zh-sg", "zh-my", NULL };
    guint late = name->flags & GX_ALIAS_CONTEXT ? NOT_FIRST : 0;
    g_autofree char *language = name->language ? g_ascii_strdown (name->language, -1) : NULL;
    if (!language)
        return late + (is_script (name->text, G_UNICODE_SCRIPT_HAN) ? 3 : 5);
    if (g_strv_contains (simplified, language))
        return late;
    if (strcmp (language, "zh") == 0)
        return late + 1;
    if (g_str_has_prefix (language, "zh-"))
        return late + 2;
    return late + (strcmp (language, "en") == 0 || strcmp (language, "mul") == 0 ? 4 : 5);
}

static const GxKeptName *
find_label (const GxImportedRow *row)
{
    const GxKeptName *best = NULL;
    for (guint i = 0; i < row->names->len; i++) {
        const GxKeptName *name = &g_array_index (row->names, GxKeptName, i);
        if (!best || rank_of (name) < rank_of (best))
            best = name;
    }
    return best;
}

static const char *
find_english (const GxImportedRow *row)
{
    const char *latin = NULL;
    for (guint i = 0; i < row->names->len; i++) {
        const GxKeptName *name = &g_array_index (row->names, GxKeptName, i);
        if ((name->flags & GX_ALIAS_CONTEXT) || !is_script (name->text, G_UNICODE_SCRIPT_LATIN))
            continue;
        if (name->language && g_ascii_strncasecmp (name->language, "en", 2) == 0)
            return name->text;
        if (!latin && (!name->language || strcmp (name->language, "mul") == 0))
            latin = name->text;
    }
    return latin ? latin : "";
}

/* A row under way to the table. */
typedef struct {
    const GxImportedRow *row;
    const GxKeptName *label;
    const char *english;
    char *id;
    const GxEntity *known; /* in the dictionary; NULL: not there */
} Line;

static void
clear_line (gpointer data)
{
    g_free (((Line *)data)->id);
}

static gboolean
bears_name_of (const GxImport *self, const GxEntity *known, const GxImportedRow *row)
{
    for (guint i = 0; i < row->names->len; i++)
        if (gx_import_bears (self, known, g_array_index (row->names, GxKeptName, i).text))
            return TRUE;
    return FALSE;
}

/* Whether an id is somebody else's. One that is made of a name is the dictionary's entity only if that bears the name, too. */
static gboolean
is_taken (const GxImport *self, GHashTable *used, const char *id, const GxImportedRow *row)
{
    const GxEntity *known = gx_dictionary_find (self->dictionary, id);
    if (g_hash_table_contains (used, id) || (known && known->type != row->type))
        return TRUE;
    return known && !row->id && !bears_name_of (self, known, row);
}

/* An id that nobody else has: wanted, or wanted with a number. */
static char *
free_id (const GxImport *self, GHashTable *used, GHashTable *numbers, const char *wanted, const GxImportedRow *row)
{
    char *id = g_strdup (wanted);
    while (is_taken (self, used, id, row)) {
        guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, wanted)) + 1;
        g_hash_table_insert (numbers, g_strdup (wanted), GUINT_TO_POINTER (number));
        g_free (id);
        id = g_strdup_printf ("%s-%u", wanted, number + 1);
    }
    g_hash_table_add (used, g_strdup (id));
    return id;
}

static GArray *
collect_lines (const GxImport *self)
{
    GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
    g_autoptr (GHashTable) used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_array_set_clear_func (lines, clear_line);
    for (guint i = 0; i < self->rows->len; i++) {
        const GxImportedRow *row = self->rows->pdata[i];
        Line line = { row, find_label (row), find_english (row), NULL, NULL };
        if (!line.label)
            continue;
        if (row->id) /* its own: it comes before those that are made from names */
            line.id = gx_id_is_wikidata (row->id) ? g_strdup (row->id) : free_id (self, used, numbers, row->id, row);
        if (row->id && gx_id_is_wikidata (row->id))
            g_hash_table_add (used, g_strdup (row->id));
        g_array_append_val (lines, line);
    }
    for (guint i = 0; i < lines->len; i++) {
        Line *line = &g_array_index (lines, Line, i);
        g_autofree char *wanted = line->id ? NULL : gx_import_slug (*line->english ? line->english : line->label->text, "");
        if (wanted)
            line->id = free_id (self, used, numbers, wanted, line->row);
        line->known = gx_dictionary_find (self->dictionary, line->id);
    }
    return lines;
}

static gint
compare_lines (gconstpointer left, gconstpointer right)
{
    const Line *a = left, *b = right;
    return strcmp (a->id, b->id);
}

static gboolean
is_state (const GxImport *self, GHashTable *states, const char *id)
{
    const GxEntity *known = id ? gx_dictionary_find (self->dictionary, id) : NULL;
    return id && (known ? known->type == GX_ENTITY_STATE : g_hash_table_contains (states, id));
}

/* The id of the state a country means: an id, a code, or a name; "" when there is none. */
static const char *
find_country (GxImport *self, GHashTable *states, const GxImportedRow *row)
{
    if (!row->country || row->type == GX_ENTITY_STATE)
        return "";
    const char *coded = gx_import_country (self, gx_str (row->country));
    if (is_state (self, states, row->country))
        return row->country;
    if (is_state (self, states, coded))
        return coded;
    const char *named = gx_import_state_named (self, row->country);
    if (named)
        return named;
    self->counts.n_countries++;
    return "";
}

/* Whether a name says something that the labels, folded, don't. */
static gboolean
is_new (const GxKeptName *name, const char *label, const char *english)
{
    return strcmp (name->folded, label) != 0 && strcmp (name->folded, english) != 0;
}

/* What the dictionary says of a name that it has of this entity: a table of foreign names must not take its marks away. */
static guint
known_marks (const GxName *known, guint n_known, const char *text)
{
    guint marks = 0;
    for (guint i = 0; i < n_known; i++)
        if (strcmp (known[i].text, text) == 0)
            marks |= known[i].flags & MARKS;
    return marks;
}

/* Labels stand among the aliases only when they have a mark. */
static void
write_aliases (const GxImport *self, const Line *line, const char *label, const char *english, GxWriter *writer)
{
    static const char *const marks[] = { "", "~", "=", "~=" };
    const char *separator = "";
    guint n_known = 0;
    g_autofree GxName *known = line->known ? gx_dictionary_names (self->dictionary, line->known, &n_known) : NULL;
    g_autofree char *folded = gx_fold_name (label), *folded_english = gx_fold_name (english);
    for (guint i = 0; i < line->row->names->len; i++) {
        const GxKeptName *name = &g_array_index (line->row->names, GxKeptName, i);
        guint flags = (name->flags & MARKS) | known_marks (known, n_known, name->text);
        if (flags == 0 && !is_new (name, folded, folded_english))
            continue;
        gx_writer_puts (writer, separator);
        gx_writer_puts (writer, marks[flags]);
        gx_writer_puts (writer, name->text);
        separator = "|";
    }
}

static void
write_year (gint year, GxWriter *writer)
{
    gx_writer_puts (writer, "\t");
    if (year > 0)
        gx_writer_printf (writer, "%d", year);
}

/* What the dictionary knows of an entity stays: its labels and type; its country and years, which are left open here. */
static void
write_line (GxImport *self, GHashTable *states, const Line *line, GxWriter *writer)
{
    const GxImportedRow *row = line->row;
    const GxEntity *known = line->known;
    const char *label = known ? known->name : line->label->text, *english = known && *known->english ? known->english : line->english;
    const char *country = known && *known->country ? "" : find_country (self, states, row);
    gboolean in_order = (row->until == 0 || row->since <= row->until) && !(known && (known->since || known->until));
    gx_writer_printf (writer, "%s\t%s\t%s\t%s\t", line->id, gx_entity_type_name (known ? known->type : row->type), label, english);
    write_aliases (self, line, label, english, writer);
    gx_writer_printf (writer, "\t%s", country);
    write_year (in_order ? row->since : 0, writer);
    write_year (in_order ? row->until : 0, writer);
    gx_writer_puts (writer, "\n");
    self->counts.n_names += row->names->len;
}

static gboolean
is_known_place (const GxImport *self, const GxImportedRow *row)
{
    if (row->id && gx_import_knows (self, row->id))
        return TRUE;
    for (guint i = 0; i < row->names->len; i++)
        if (gx_import_state_named (self, g_array_index (row->names, GxKeptName, i).text))
            return TRUE;
    return FALSE;
}

void
gx_import_write (GxImport *self, GxWriter *writer)
{
    g_autoptr (GArray) lines = collect_lines (self);
    g_autoptr (GHashTable) states = g_hash_table_new (g_str_hash, g_str_equal);
    g_array_sort (lines, compare_lines);
    self->counts.n_entities = lines->len;
    self->counts.n_names = self->counts.n_countries = self->counts.n_places = 0;
    for (guint i = 0; i < lines->len; i++) {
        const Line *line = &g_array_index (lines, Line, i);
        if (line->known ? line->known->type == GX_ENTITY_STATE : line->row->type == GX_ENTITY_STATE)
            g_hash_table_add (states, line->id);
        self->counts.n_places += line->row->is_place && !is_known_place (self, line->row);
    }
    gx_writer_puts (writer, "id\ttype\tname\ten\taliases\tcountry\tsince\tuntil\n");
    for (guint i = 0; i < lines->len; i++)
        write_line (self, states, &g_array_index (lines, Line, i), writer);
}
