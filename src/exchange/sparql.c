/* SPDX-License-Identifier: GPL-3.0-or-later
 * sparql.c - answers of Wikidata's query service as CSV: a column a variable, of which the names tell what it is.
 *
 * The one for whom there is another called like it with `Label` behind, or item, person, org …, is the entity. Known are its label and
 * altLabel, a label in one language (zh, label_en, itemLabel_ja), type or class and its label, country, start or since, end or until. An
 * entity has several rows when a variable has several values. */
#include "foreign.h"

/* What a column is. */
typedef enum { COLUMN_OTHER, COLUMN_ID, COLUMN_NAME, COLUMN_ALIASES, COLUMN_TYPE, COLUMN_COUNTRY, COLUMN_SINCE, COLUMN_UNTIL } ColumnKind;

typedef struct {
    ColumnKind kind;
    char *language; /* of names; NULL: not told */
} Column;

/* An answer that is read. */
typedef struct {
    GxForeignRecord *record;
    GArray *columns;       /* Column; empty before the header */
    GxForeignType subject; /* what the variable of the entity is called after */
    GString *pending;      /* the start of a row that goes on in the next line */
    guint line;            /* where that is */
} Answer;

static const struct {
    const char *name;
    ColumnKind kind;
} known[] = {
    { "alias", COLUMN_ALIASES },
    { "aliases", COLUMN_ALIASES },
    { "altlabel", COLUMN_ALIASES },
    { "altlabels", COLUMN_ALIASES },
    { "citizenshiplabel", COLUMN_COUNTRY },
    { "countrylabel", COLUMN_COUNTRY },
    { "citizenship", COLUMN_COUNTRY },
    { "country", COLUMN_COUNTRY },
    { "countrycode", COLUMN_COUNTRY },
    { "nationality", COLUMN_COUNTRY },
    { "class", COLUMN_TYPE },
    { "instance", COLUMN_TYPE },
    { "instanceof", COLUMN_TYPE },
    { "type", COLUMN_TYPE },
    { "dissolved", COLUMN_UNTIL },
    { "end", COLUMN_UNTIL },
    { "endtime", COLUMN_UNTIL },
    { "until", COLUMN_UNTIL },
    { "death", COLUMN_UNTIL },
    { "dateofdeath", COLUMN_UNTIL },
    { "inception", COLUMN_SINCE },
    { "since", COLUMN_SINCE },
    { "start", COLUMN_SINCE },
    { "starttime", COLUMN_SINCE },
    { "label", COLUMN_NAME },
    { "name", COLUMN_NAME },
    { "id", COLUMN_ID },
    { "item", COLUMN_ID },
    { "entity", COLUMN_ID },
    { "qid", COLUMN_ID },
    { "subject", COLUMN_ID },
    { "wikidata", COLUMN_ID },
};

static const char *const languages[] = { "zh", "en", "ko", "ja", "mul", NULL };

static guint
judge (const char *path, GxStr head)
{
    const char *end = memchr (head.data, '\n', head.len);
    gsize len = end ? (gsize)(end - head.data) : head.len;
    gboolean has_entities = g_strstr_len (head.data, (gssize)head.len, "wikidata.org/entity/Q") != NULL;
    gboolean has_label = g_strstr_len (head.data, (gssize)len, "Label") != NULL;
    if (!memchr (head.data, ',', len) || head.len == 0 || strchr ("{[<", head.data[0]))
        return 0;
    return has_entities && has_label ? 90 : has_entities || g_str_has_suffix (path, ".csv") ? 50 : 0;
}

/* The fields of a row of CSV; NULL when a quotation is still open. */
static GPtrArray *
split_row (const char *row)
{
    g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GString) field = g_string_new (NULL);
    gboolean quoted = FALSE;
    for (const char *at = row;; at++) {
        if (quoted && *at == '\0')
            return NULL;
        if (*at == '"' && quoted && at[1] == '"')
            g_string_append_c (field, *++at);
        else if (*at == '"')
            quoted = !quoted;
        else if (!quoted && (*at == ',' || *at == '\0')) {
            g_ptr_array_add (fields, g_strdup (field->str));
            g_string_truncate (field, 0);
            if (*at == '\0')
                return g_steal_pointer (&fields);
        } else
            g_string_append_c (field, *at);
    }
}

static void
clear_column (gpointer data)
{
    g_free (((Column *)data)->language);
}

static gpointer
start (GxImport *import)
{
    (void)import;
    Answer *self = g_new0 (Answer, 1);
    self->record = gx_foreign_record_new ();
    self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
    self->pending = g_string_new (NULL);
    self->subject = GX_TYPE_UNTOLD;
    g_array_set_clear_func (self->columns, clear_column);
    return self;
}

static gboolean
has_field (const GPtrArray *fields, const char *name)
{
    for (guint i = 0; i < fields->len; i++)
        if (g_ascii_strcasecmp (fields->pdata[i], name) == 0)
            return TRUE;
    return FALSE;
}

/* The variable of the entity: the first that is known as one, else the first that has a label. */
static const char *
find_subject (const GPtrArray *fields)
{
    const char *labelled = NULL;
    for (guint i = 0; i < fields->len; i++) {
        const char *name = fields->pdata[i];
        g_autofree char *label = g_strconcat (name, "Label", NULL);
        for (guint k = 0; k < G_N_ELEMENTS (known); k++)
            if (known[k].kind == COLUMN_ID && g_ascii_strcasecmp (known[k].name, name) == 0)
                return name;
        if (!labelled && has_field (fields, label))
            labelled = name;
    }
    return labelled ? labelled : fields->len > 0 ? fields->pdata[0] : "";
}

/* The language that a name ends in or is: zh, label_en, itemLabel_zh_hans; NULL when there is none. The rest is cut off. */
static char *
cut_language (char *name)
{
    for (guint i = 0; languages[i]; i++) {
        g_autofree char *marked = g_strconcat ("_", languages[i], NULL);
        gsize len = strlen (languages[i]);
        char *at = strstr (name, marked);
        gboolean is_whole = strncmp (name, languages[i], len) == 0 && (name[len] == '\0' || name[len] == '_');
        if (!is_whole && !(at && (at[len + 1] == '\0' || at[len + 1] == '_')))
            continue;
        char *language = g_strdup (is_whole ? name : at + 1);
        g_strdelimit (language, "_", '-');
        *(is_whole ? name : at) = '\0';
        return language;
    }
    return NULL;
}

static Column
read_column (const char *name, const char *subject)
{
    g_autofree char *small = g_ascii_strdown (name, -1), *own = g_ascii_strdown (subject, -1);
    char *rest = small;
    if (strcmp (small, own) == 0)
        return (Column){ COLUMN_ID, NULL };
    char *language = cut_language (small);
    if (g_str_has_prefix (small, own) && (strcmp (small + strlen (own), "label") == 0 || strcmp (small + strlen (own), "altlabel") == 0))
        rest += strlen (own);
    if (language && *rest == '\0')
        return (Column){ COLUMN_NAME, language };
    for (guint i = 0; i < G_N_ELEMENTS (known); i++)
        if (known[i].kind != COLUMN_ID && strcmp (known[i].name, rest) == 0)
            return (Column){ known[i].kind, language };
    g_free (language);
    return (Column){ strcmp (rest, "typelabel") == 0 || strcmp (rest, "classlabel") == 0 ? COLUMN_TYPE : COLUMN_OTHER, NULL };
}

static void
read_header (Answer *self, const GPtrArray *fields)
{
    const char *subject = find_subject (fields);
    for (guint i = 0; i < fields->len; i++) {
        Column column = read_column (fields->pdata[i], subject);
        g_array_append_val (self->columns, column);
    }
    GxForeignType told = gx_foreign_type (gx_str (subject));
    self->subject = told == GX_TYPE_OTHER ? GX_TYPE_UNTOLD : told;
}

/* Aliases of one field: parted by | or, as the label service does it, by a comma and a blank. */
static void
add_aliases (GxForeignRecord *record, const char *text, const char *language)
{
    g_auto (GStrv) parts = g_strsplit (text, strchr (text, '|') ? "|" : ", ", -1);
    for (guint i = 0; parts[i]; i++) {
        GxStr part = gx_foreign_trim (gx_str (parts[i]));
        if (part.len > 0)
            gx_foreign_record_add_name (record, part, language, 0);
    }
}

static void
add_type (GxForeignRecord *record, const char *text)
{
    g_autofree char *tail = gx_str_dup (gx_foreign_tail (gx_str (text)));
    GxForeignType type = gx_id_is_wikidata (tail) ? gx_foreign_class (tail) : gx_foreign_type (gx_str (tail));
    if (record->type == GX_TYPE_UNTOLD || record->type == GX_TYPE_OTHER)
        record->type = type;
}

static void
read_field (Answer *self, const Column *column, const char *text)
{
    GxForeignRecord *record = self->record;
    switch (column->kind) {
    case COLUMN_ID:
        gx_foreign_record_set (&record->id, gx_foreign_tail (gx_str (text)));
        break;
    case COLUMN_NAME:
        gx_foreign_record_add_name (record, gx_str (text), column->language, 0);
        break;
    case COLUMN_ALIASES:
        add_aliases (record, text, column->language);
        break;
    case COLUMN_TYPE:
        add_type (record, text);
        break;
    case COLUMN_COUNTRY:
        if (!record->country || g_str_has_prefix (text, "http")) /* an id rather than its label */
            gx_foreign_record_set (&record->country, gx_foreign_tail (gx_str (text)));
        break;
    case COLUMN_SINCE:
        gx_foreign_record_add_years (record, gx_foreign_year (gx_str (text)), 0);
        break;
    case COLUMN_UNTIL:
        gx_foreign_record_add_years (record, 0, gx_foreign_year (gx_str (text)));
        break;
    case COLUMN_OTHER:
        break;
    }
}

/* An item without a label has its id in the place of one. */
static void
drop_id_names (GxForeignRecord *record)
{
    for (guint i = record->names->len; i-- > 0;)
        if (gx_id_is_wikidata (g_array_index (record->names, GxForeignName, i).text))
            g_array_remove_index (record->names, i);
}

static void
read_row (GxImport *import, Answer *self, const GPtrArray *fields, guint line)
{
    if (fields->len != self->columns->len) {
        gx_import_complain (import, line, "the row has %u fields, the header %u", fields->len, self->columns->len);
        return;
    }
    for (guint i = 0; i < fields->len; i++)
        if (*(const char *)fields->pdata[i])
            read_field (self, &g_array_index (self->columns, Column, i), fields->pdata[i]);
    if (self->record->type == GX_TYPE_UNTOLD)
        self->record->type = self->subject;
    drop_id_names (self->record);
    gx_import_take (import, self->record);
}

static void
read_line (GxImport *import, gpointer state, GxStr line)
{
    Answer *self = state;
    if (self->pending->len == 0)
        self->line = gx_import_line (import);
    else
        g_string_append_c (self->pending, ' ');
    g_string_append_len (self->pending, line.data, (gssize)line.len);
    g_autoptr (GPtrArray) fields = split_row (self->pending->str);
    if (!fields)
        return;
    g_string_truncate (self->pending, 0);
    if (self->columns->len == 0)
        read_header (self, fields);
    else
        read_row (import, self, fields, self->line);
}

static void
finish (GxImport *import, gpointer state)
{
    Answer *self = state;
    if (self->pending->len > 0)
        gx_import_complain (import, self->line, "the quotation is not closed");
    gx_foreign_record_free (self->record);
    g_array_unref (self->columns);
    g_string_free (self->pending, TRUE);
    g_free (self);
}

const GxForeignReader gx_read_sparql = { .judge = judge, .start = start, .line = read_line, .finish = finish };
