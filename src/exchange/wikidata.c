/* SPDX-License-Identifier: GPL-3.0-or-later
 * wikidata.c - a dump of Wikidata: a JSON object a line, in brackets and with a comma behind each.
 *
 * Read are labels and aliases in Chinese, English, Korean and Japanese, P31 (instance of), P27 and P17 (citizenship, country), P39
 * (offices, for their years), P570 and P576 (death, end), P571 (beginning). */
#include "json-line.h"

static const char *const languages[] = {
    "zh-hans", "zh-cn", "zh-sg", "zh-my", "zh", "zh-hant", "zh-tw", "zh-hk", "zh-mo", "en", "ko", "ja", "mul",
};

static gboolean
holds (GxStr head, const char *text)
{
    return g_strstr_len (head.data, (gssize)head.len, text) != NULL;
}

static guint
judge (const char *path, GxStr head)
{
    (void)path;
    if (!holds (head, "\"item\"") || !holds (head, "\"type\""))
        return 0;
    return holds (head, "\"labels\"") || holds (head, "\"claims\"") ? 95 : 60;
}

static void
add_name (GxForeignRecord *record, const json_t *term, const char *language)
{
    const char *text = json_string_value (json_object_get (term, "value"));
    if (text)
        gx_foreign_record_add_name (record, gx_str (text), language, 0);
}

static void
add_names (GxForeignRecord *record, const json_t *item)
{
    const json_t *labels = json_object_get (item, "labels"), *aliases = json_object_get (item, "aliases");
    for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        add_name (record, json_object_get (labels, languages[i]), languages[i]);
    for (guint i = 0; i < G_N_ELEMENTS (languages); i++) {
        const json_t *list = json_object_get (aliases, languages[i]);
        for (size_t k = 0; k < json_array_size (list); k++)
            add_name (record, json_array_get (list, k), languages[i]);
    }
}

static const json_t *
value_of (const json_t *snak)
{
    return json_object_get (json_object_get (snak, "datavalue"), "value");
}

static const char *
rank_of (const json_t *statement)
{
    const char *rank = json_string_value (json_object_get (statement, "rank"));
    return rank ? rank : "normal";
}

/* The id that a statement points to; NULL when it doesn't, or is no longer held to be true. */
static const char *
id_of (const json_t *statement)
{
    const json_t *value = value_of (json_object_get (statement, "mainsnak"));
    return strcmp (rank_of (statement), "deprecated") == 0 ? NULL : json_string_value (json_object_get (value, "id"));
}

static gint
year_of (const json_t *snak)
{
    const char *time = json_string_value (json_object_get (value_of (snak), "time"));
    return time ? gx_foreign_year (gx_str (time)) : 0;
}

static const json_t *
statements_of (const json_t *item, const char *property)
{
    return json_object_get (json_object_get (item, "claims"), property);
}

/* A person whatever else it is said to be, then a state, then an institution. */
static GxForeignType
type_of (const json_t *item)
{
    const json_t *classes = statements_of (item, "P31");
    GxForeignType best = GX_TYPE_OTHER;
    for (size_t i = 0; i < json_array_size (classes); i++) {
        const char *id = id_of (json_array_get (classes, i));
        GxForeignType type = id ? gx_foreign_class (id) : GX_TYPE_OTHER;
        best = MIN (best, type);
    }
    return best;
}

/* The preferred one of several states, else the first that is not over. */
static const char *
country_of (const json_t *item, const char *property)
{
    const json_t *statements = statements_of (item, property);
    const char *first = NULL;
    for (size_t i = 0; i < json_array_size (statements); i++) {
        const json_t *statement = json_array_get (statements, i);
        const char *id = id_of (statement);
        gboolean is_over = json_object_get (json_object_get (statement, "qualifiers"), "P582") != NULL;
        if (id && strcmp (rank_of (statement), "preferred") == 0)
            return id;
        if (!first && !is_over)
            first = id;
    }
    return first;
}

static gint
first_year (const json_t *item, const char *property)
{
    const json_t *statement = json_array_get (statements_of (item, property), 0);
    return year_of (json_object_get (statement, "mainsnak"));
}

/* The year of the first office. */
static gint
office_year (const json_t *item)
{
    const json_t *offices = statements_of (item, "P39");
    gint first = 0;
    for (size_t i = 0; i < json_array_size (offices); i++) {
        const json_t *qualifiers = json_object_get (json_array_get (offices, i), "qualifiers");
        gint year = year_of (json_array_get (json_object_get (qualifiers, "P580"), 0));
        if (year > 0 && (first == 0 || year < first))
            first = year;
    }
    return first;
}

static void
add_facts (GxForeignRecord *record, const json_t *item)
{
    gboolean is_person = record->type == GX_TYPE_PERSON;
    const char *country = country_of (item, is_person ? "P27" : "P17");
    gint since = is_person ? office_year (item) : record->type == GX_TYPE_INSTITUTION ? first_year (item, "P571") : 0;
    if (country)
        gx_foreign_record_set (&record->country, gx_str (country));
    gx_foreign_record_add_years (record, since, first_year (item, is_person ? "P570" : "P576"));
}

static void
read_item (GxImport *import, GxForeignRecord *record, const json_t *item)
{
    const char *id = json_string_value (json_object_get (item, "id"));
    if (!id) {
        gx_import_complain (import, 0, "the item has no \"id\"");
        return;
    }
    record->type = type_of (item);
    gx_foreign_record_set (&record->id, gx_str (id));
    add_names (record, item);
    add_facts (record, item);
    gx_import_take (import, record);
}

static void
read_line (GxImport *import, gpointer state, GxStr line)
{
    GxStr text = gx_foreign_trim (line);
    if (gx_str_equal (text, gx_str ("[")) || gx_str_equal (text, gx_str ("]")))
        return;
    if (gx_str_has_suffix (text, ","))
        text.len--;
    if (gx_str_has_prefix (text, "["))
        text = (GxStr){ text.data + 1, text.len - 1 };
    json_t *item = gx_json_line_read (import, text, "an item of a dump");
    if (item)
        read_item (import, state, item);
    json_decref (item);
}

const GxForeignReader gx_read_wikidata = { .judge = judge, .start = gx_foreign_start, .line = read_line, .finish = gx_foreign_finish };
