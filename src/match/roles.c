/* SPDX-License-Identifier: GPL-3.0-or-later
 * roles.c - which titles fit whom. */
#include "roles.h"

#include "neighbour.h"
#include "str-hash.h"

#define MOST_FIELDS 32
/* Most words of a row of kind `role`. */
#define LONGEST_ROLE 5
#define ALL_FIELDS   G_MAXUINT

/* What a row says. */
typedef struct {
    GxStr text;
    guint fields; /* a bit for each */
    gboolean is_national;
} Row;

struct _GxRoles {
    const GxDictionary *dictionary;
    GHashTable *titles; /* GxStr -> Row */
    GHashTable *roles;  /* the same */
    GPtrArray *fields;  /* char *, by their bits */
};

static guint
bit_of (GxRoles *self, const char *field)
{
    guint i;

    if (strcmp (field, "*") == 0)
        return ALL_FIELDS;
    if (!g_ptr_array_find_with_equal_func (self->fields, field, g_str_equal, &i)) {
        i = self->fields->len;
        g_ptr_array_add (self->fields, g_strdup (field));
    }
    return i < MOST_FIELDS ? 1u << i : ALL_FIELDS;
}

static void
add_row (GxRoles *self, const GxContextRow *context)
{
    gboolean is_title = strcmp (context->kind, "field") == 0;

    if (!is_title && strcmp (context->kind, "role") != 0)
        return;
    Row *row = g_new0 (Row, 1);
    g_auto (GStrv) fields = g_strsplit (context->states, " ", -1);
    for (guint i = 0; fields[i]; i++)
        row->fields |= *fields[i] ? bit_of (self, fields[i]) : 0;
    row->text = gx_str (context->text);
    row->is_national = context->weight > 0;
    g_hash_table_replace (is_title ? self->titles : self->roles, &row->text, row);
}

GxRoles *
gx_roles_new (const GxDictionary *dictionary)
{
    GxRoles *self = g_new0 (GxRoles, 1);
    guint n_rows;
    const GxContextRow *rows = gx_lexicon_contexts (dictionary, &n_rows);

    self->dictionary = dictionary;
    self->titles = g_hash_table_new_full (gx_str_hash, gx_str_hash_equal, NULL, g_free);
    self->roles = g_hash_table_new_full (gx_str_hash, gx_str_hash_equal, NULL, g_free);
    self->fields = g_ptr_array_new_with_free_func (g_free);
    for (guint i = 0; i < n_rows; i++)
        add_row (self, &rows[i]);
    return self;
}

void
gx_roles_free (GxRoles *self)
{
    if (!self)
        return;
    g_hash_table_unref (self->titles);
    g_hash_table_unref (self->roles);
    g_ptr_array_unref (self->fields);
    g_free (self);
}

static gboolean
is_letter (GxStr text, gsize at)
{
    return at < text.len && g_ascii_isalnum (text.data[at]);
}

/* The row of the longest end of a title, or NULL. */
static const Row *
row_of_title (const GxRoles *self, GxStr title)
{
    for (gsize at = 0, next; at < title.len; at = next) {
        GxStr end = { title.data + at, title.len - at };
        (void)gx_char_at (title, at, &next);
        if (at > 0 && is_letter (title, at) && is_letter (title, at - 1))
            continue;
        const Row *row = g_hash_table_lookup (self->titles, &end);
        if (row)
            return row;
    }
    return NULL;
}

/* Where the word that begins at an offset ends. */
static gsize
word_end (GxStr text, gsize at)
{
    while (is_letter (text, at))
        at++;
    return at;
}

/* The row of the most words that begin at an offset, or NULL; end is where they end, or the first of them. */
static const Row *
role_at (const GxRoles *self, GxStr note, gsize start, gsize *end)
{
    const Row *best = NULL;
    gsize at = word_end (note, start);

    *end = MAX (at, start + 1);
    for (guint n = 0; n < LONGEST_ROLE && at > start; n++) {
        GxStr words = { note.data + start, at - start };
        const Row *row = g_hash_table_lookup (self->roles, &words);
        if (row) {
            best = row;
            *end = at;
        }
        if (at >= note.len || (note.data[at] != ' ' && note.data[at] != '-') || !is_letter (note, at + 1))
            break;
        at = word_end (note, at + 1);
    }
    return best;
}

static guint
fields_of (const GxRoles *self, const GxEntity *person)
{
    GxStr note = gx_str (gx_lexicon_role (self->dictionary, person));
    guint fields = 0;

    for (gsize at = 0, end; at < note.len; at = end) {
        const Row *row = role_at (self, note, at, &end);
        fields |= row ? row->fields : 0;
    }
    return fields;
}

GxFit
gx_roles_fit (const GxRoles *self, GxStr title, const GxEntity *person)
{
    const Row *row = row_of_title (self, title);
    guint fields = row ? fields_of (self, person) : 0;

    if (!row || fields == 0)
        return GX_FIT_UNKNOWN;
    if (fields & row->fields)
        return GX_FIT_GOOD;
    return row->is_national ? GX_FIT_OFFICE : GX_FIT_BAD;
}
