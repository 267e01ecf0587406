/* SPDX-License-Identifier: GPL-3.0-or-later
 * import.c - collects what foreign files say, each entity once. */
#include "import.h"
#include "country-codes.h"
#include "fold.h"
#include "lexicon.h"

#include <string.h>

/* From so many names on an entity's are looked up by hash. */
#define MANY_NAMES 32
/* Capitals up to this length are an abbreviation, which small letters are not. */
#define LONGEST_ABBREVIATION 5

static void
clear_kept_name (gpointer data)
{
    GxKeptName *name = data;
    g_free (name->text);
    g_free (name->folded);
    g_free (name->language);
}

static void
free_row (gpointer data)
{
    GxImportedRow *row = data;
    g_clear_pointer (&row->seen, g_hash_table_unref);
    g_array_unref (row->names);
    g_free (row->id);
    g_free (row->country);
    g_free (row);
}

GxImport *
gx_import_new (const GxDictionary *dictionary, const GxEntityType *type, GxFindingFunc report, gpointer user_data)
{
    GxImport *self = g_new0 (GxImport, 1);
    self->dictionary = dictionary;
    self->type = type ? (GxForeignType)*type : GX_TYPE_UNTOLD;
    self->report = report;
    self->user_data = user_data;
    self->codes = gx_country_codes_new ();
    self->rows = g_ptr_array_new_with_free_func (free_row);
    self->index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    return self;
}

void
gx_import_free (GxImport *self)
{
    if (!self)
        return;
    g_hash_table_unref (self->index);
    g_ptr_array_unref (self->rows);
    g_hash_table_unref (self->codes);
    g_free (self->path);
    g_free (self);
}

void
gx_import_join (GxImport *self)
{
    self->joins = TRUE;
}

GxImportCounts
gx_import_counts (const GxImport *self)
{
    return self->counts;
}

const char *
gx_import_path (const GxImport *self)
{
    return self->path;
}

guint
gx_import_line (const GxImport *self)
{
    return self->line;
}

void
gx_import_complain (GxImport *self, guint line, const char *format, ...)
{
    self->counts.n_malformed++;
    if (!self->report)
        return;
    va_list arguments;
    va_start (arguments, format);
    g_autofree char *message = g_strdup_vprintf (format, arguments);
    va_end (arguments);
    self->report (GX_FINDING_ERROR, self->path ? self->path : "", line > 0 ? line : self->line, message, self->user_data);
}

const char *
gx_import_country (const GxImport *self, GxStr code)
{
    g_autofree char *capitals = g_ascii_strup (code.data, (gssize)code.len);
    return g_hash_table_lookup (self->codes, capitals);
}

gboolean
gx_import_knows (const GxImport *self, const char *id)
{
    return gx_dictionary_find (self->dictionary, id) != NULL;
}

const char *
gx_import_state_named (const GxImport *self, const char *name)
{
    g_autofree char *folded = gx_fold_name (name);
    const GxForm *form = gx_lexicon_find (self->dictionary, folded, strlen (folded));
    for (guint i = 0; form && i < form->n_readings; i++) {
        const GxEntity *entity = form->readings[i].entity;
        if (entity && entity->type == GX_ENTITY_STATE)
            return entity->id;
    }
    return NULL;
}

gboolean
gx_import_bears (const GxImport *self, const GxEntity *entity, const char *text)
{
    g_autofree char *folded = gx_fold_name (text);
    const GxForm *form = gx_lexicon_find (self->dictionary, folded, strlen (folded));
    for (guint i = 0; form && i < form->n_readings; i++)
        if (form->readings[i].entity == entity)
            return TRUE;
    return FALSE;
}

char *
gx_import_clean (GxStr text)
{
    g_autofree char *composed = g_utf8_normalize (text.data, (gssize)text.len, G_NORMALIZE_NFC);
    if (!composed)
        return NULL;
    g_autoptr (GString) clean = g_string_new (NULL);
    gboolean blank = FALSE;
    for (const char *at = composed; *at; at = g_utf8_next_char (at)) {
        gunichar c = g_utf8_get_char (at);
        if (g_unichar_isspace (c) || g_unichar_iscntrl (c)) {
            blank = clean->len > 0;
            continue;
        }
        if (blank)
            g_string_append_c (clean, ' ');
        blank = FALSE;
        g_string_append_unichar (clean, c);
    }
    return g_string_free (g_steal_pointer (&clean), FALSE);
}

char *
gx_import_slug (const char *text, const char *keep)
{
    g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
    g_autoptr (GString) slug = g_string_new (NULL);
    gboolean gap = FALSE;
    for (const char *at = apart ? apart : ""; *at; at = g_utf8_next_char (at)) {
        gunichar c = g_utf8_get_char (at);
        gboolean kept = c < 128 && strchr (keep, (char)c) != NULL;
        if (g_unichar_ismark (c) && slug->len > 0 && g_ascii_isalnum (slug->str[slug->len - 1]))
            continue;
        if (!kept && !g_unichar_isalnum (c) && !g_unichar_ismark (c)) {
            gap = slug->len > 0;
            continue;
        }
        if (gap)
            g_string_append_c (slug, '-');
        gap = FALSE;
        g_string_append_unichar (slug, *keep ? c : g_unichar_tolower (c));
    }
    if (slug->len == 0)
        g_string_append (slug, "entity");
    return g_utf8_normalize (slug->str, -1, G_NORMALIZE_NFC);
}

/* NATO, U.S.: not nato. */
static gboolean
is_abbreviation (const char *text)
{
    gsize len = strlen (text);
    if (len < 2 || len > LONGEST_ABBREVIATION)
        return FALSE;
    for (const char *at = text; *at; at++)
        if (!g_ascii_isupper (*at) && *at != '.' && *at != '&')
            return FALSE;
    return TRUE;
}

/* A table reads marks at the start of a name, and parts names by |. */
static gboolean
fits (const char *text, const char *folded)
{
    if (*text == '\0' || *folded == '\0' || strchr ("~=-", *text) || strchr (text, '|'))
        return FALSE;
    for (const char *at = folded; *at; at = g_utf8_next_char (at))
        if (g_unichar_isalnum (g_utf8_get_char (at)))
            return TRUE;
    return FALSE;
}

static gboolean
is_there (const GxImportedRow *row, const char *text)
{
    if (row->seen)
        return g_hash_table_contains (row->seen, text);
    for (guint i = 0; i < row->names->len; i++)
        if (strcmp (g_array_index (row->names, GxKeptName, i).text, text) == 0)
            return TRUE;
    return FALSE;
}

static void
keep_name (GxImportedRow *row, const GxForeignName *name, char *text, char *folded)
{
    gboolean is_character = *g_utf8_next_char (folded) == '\0';
    guint flags = name->flags | (is_abbreviation (text) ? GX_ALIAS_EXACT : 0u) | (is_character ? GX_ALIAS_CONTEXT : 0u);
    GxKeptName kept = { text, folded, g_strdup (name->language), flags };
    g_array_append_val (row->names, kept);
    if (row->names->len == MANY_NAMES) {
        row->seen = g_hash_table_new (g_str_hash, g_str_equal);
        for (guint i = 0; i < row->names->len; i++)
            g_hash_table_add (row->seen, g_array_index (row->names, GxKeptName, i).text);
    } else if (row->seen)
        g_hash_table_add (row->seen, text);
}

static void
add_names (GxImport *self, GxImportedRow *row, const GxForeignRecord *record)
{
    for (guint i = 0; i < record->names->len; i++) {
        const GxForeignName *name = &g_array_index (record->names, GxForeignName, i);
        g_autofree char *text = gx_import_clean (gx_str (name->text));
        g_autofree char *folded = gx_fold_name (text ? text : "");
        if (!text || !fits (text, folded))
            self->counts.n_unfit++;
        else if (!is_there (row, text))
            keep_name (row, name, g_steal_pointer (&text), g_steal_pointer (&folded));
    }
}

/* Who a record is about: its id, else its type and first name that a table can hold. NULL when it has neither. */
static char *
key_of (const GxForeignRecord *record, const char *id, GxEntityType type)
{
    if (id)
        return g_strconcat ("id:", id, NULL);
    for (guint i = 0; i < record->names->len; i++) {
        g_autofree char *text = gx_import_clean (gx_str (g_array_index (record->names, GxForeignName, i).text));
        g_autofree char *folded = gx_fold_name (text ? text : "");
        if (text && fits (text, folded))
            return g_strconcat (gx_entity_type_name (type), ":", folded, NULL);
    }
    return NULL;
}

static char *
id_of (const GxForeignRecord *record)
{
    if (!record->id)
        return NULL;
    g_autofree char *clean = gx_import_clean (gx_str (record->id));
    if (!clean || *clean == '\0')
        return NULL;
    return gx_id_is_wikidata (clean) ? g_steal_pointer (&clean) : gx_import_slug (clean, "_+.-:");
}

/* The one entity of this type that bears the name without a mark; NULL when there is none, or several. */
static const GxEntity *
bearer_of (const GxImport *self, const char *name, GxEntityType type)
{
    g_autofree char *folded = gx_fold_name (name);
    const GxForm *form = gx_lexicon_find (self->dictionary, folded, strlen (folded));
    const GxEntity *found = NULL;
    for (guint i = 0; form && i < form->n_readings; i++) {
        const GxFormReading *reading = &form->readings[i];
        if (!reading->entity || reading->entity->type != type || (reading->flags & GX_ALIAS_CONTEXT))
            continue;
        if (found && found != reading->entity)
            return NULL;
        found = reading->entity;
    }
    return found;
}

static char *
known_id (const GxImport *self, const GxForeignRecord *record, GxEntityType type)
{
    for (guint i = 0; i < record->names->len; i++) {
        const GxEntity *bearer = bearer_of (self, g_array_index (record->names, GxForeignName, i).text, type);
        if (bearer)
            return g_strdup (bearer->id);
    }
    return NULL;
}

static GxImportedRow *
row_of (GxImport *self, const GxForeignRecord *record, GxEntityType type)
{
    g_autofree char *own = id_of (record), *id = own || !self->joins ? g_strdup (own) : known_id (self, record, type);
    g_autofree char *key = key_of (record, id, type);
    if (!key)
        return NULL;
    GxImportedRow *row = g_hash_table_lookup (self->index, key);
    if (row)
        return row;
    row = g_new0 (GxImportedRow, 1);
    row->id = g_steal_pointer (&id);
    row->type = type;
    row->is_place = record->type == GX_TYPE_PLACE;
    row->names = g_array_new (FALSE, FALSE, sizeof (GxKeptName));
    g_array_set_clear_func (row->names, clear_kept_name);
    g_ptr_array_add (self->rows, row);
    g_hash_table_insert (self->index, g_steal_pointer (&key), row);
    return row;
}

static void
add_years (GxImportedRow *row, const GxForeignRecord *record)
{
    if (record->since > 0 && (row->since == 0 || record->since < row->since))
        row->since = record->since;
    row->until = MAX (row->until, record->until);
}

void
gx_import_take (GxImport *self, GxForeignRecord *record)
{
    GxForeignType type = record->type == GX_TYPE_UNTOLD ? self->type : record->type;
    if (type == GX_TYPE_UNTOLD || type == GX_TYPE_OTHER) {
        self->counts.n_untyped += type == GX_TYPE_UNTOLD;
        self->counts.n_other += type == GX_TYPE_OTHER;
        gx_foreign_record_clear (record);
        return;
    }
    if (record->names->len == 0) {
        self->counts.n_nameless++;
        gx_foreign_record_clear (record);
        return;
    }
    GxImportedRow *row = row_of (self, record, type == GX_TYPE_PLACE ? GX_ENTITY_STATE : (GxEntityType)type);
    if (row) {
        add_names (self, row, record);
        add_years (row, record);
        if (record->country && !row->country)
            row->country = g_steal_pointer (&record->country);
    } else
        self->counts.n_unfit += record->names->len;
    gx_foreign_record_clear (record);
}
