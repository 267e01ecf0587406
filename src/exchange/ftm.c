/* SPDX-License-Identifier: GPL-3.0-or-later
 * ftm.c - entities of FollowTheMoney, as OpenSanctions and Aleph have them: a JSON object a line with id, schema and properties, each
 * property a list of texts. */
#include "json-line.h"

static guint
judge (const char *path, GxStr head)
{
    gboolean has_keys =
        g_strstr_len (head.data, (gssize)head.len, "\"schema\"") && g_strstr_len (head.data, (gssize)head.len, "\"properties\"");
    return has_keys ? 90 : g_str_has_suffix (path, ".ftm.json") || g_str_has_suffix (path, ".ijson") ? 40 : 0;
}

static void
add_names (GxForeignRecord *record, const json_t *properties, const char *property, guint flags)
{
    const json_t *names = json_object_get (properties, property);
    for (size_t i = 0; i < json_array_size (names); i++) {
        const char *name = json_string_value (json_array_get (names, i));
        if (name)
            gx_foreign_record_add_name (record, gx_str (name), NULL, flags);
    }
}

/* The first value of the first property that has one. */
static const char *
first_of (const json_t *properties, const char *const *names)
{
    for (; *names; names++) {
        const char *value = json_string_value (json_array_get (json_object_get (properties, *names), 0));
        if (value && *value)
            return value;
    }
    return NULL;
}

static gint
year_of (const json_t *properties, const char *property)
{
    const char *const names[] = { property, NULL };
    const char *value = first_of (properties, names);
    return value ? gx_foreign_year (gx_str (value)) : 0;
}

static void
add_facts (GxForeignRecord *record, const json_t *properties)
{
    static const char *const countries[] = { "citizenship", "nationality", "mainCountry", "jurisdiction", "country", NULL };
    const char *country = first_of (properties, countries);
    if (country)
        gx_foreign_record_set (&record->country, gx_str (country));
    if (record->type == GX_TYPE_PERSON)
        gx_foreign_record_add_years (record, 0, year_of (properties, "deathDate"));
    else
        gx_foreign_record_add_years (record, year_of (properties, "incorporationDate"), year_of (properties, "dissolutionDate"));
}

static void
read_entity (GxImport *import, GxForeignRecord *record, const json_t *entity)
{
    static const char *const wikidata[] = { "wikidataId", NULL };
    const char *schema = json_string_value (json_object_get (entity, "schema"));
    const char *id = json_string_value (json_object_get (entity, "id"));
    const char *caption = json_string_value (json_object_get (entity, "caption"));
    const json_t *properties = json_object_get (entity, "properties");
    const char *known = first_of (properties, wikidata);
    if (!schema || !json_is_object (properties)) {
        gx_import_complain (import, 0, "the entity has no %s", schema ? "\"properties\"" : "\"schema\"");
        return;
    }
    record->type = gx_foreign_type (gx_str (schema));
    if (known || id)
        gx_foreign_record_set (&record->id, gx_str (known ? known : id));
    if (caption && record->type != GX_TYPE_OTHER)
        gx_foreign_record_add_name (record, gx_str (caption), NULL, 0);
    add_names (record, properties, "name", 0);
    add_names (record, properties, "alias", 0);
    add_names (record, properties, "previousName", 0);
    add_names (record, properties, "abbreviation", 0);
    add_names (record, properties, "weakAlias", GX_ALIAS_CONTEXT);
    add_facts (record, properties);
    gx_import_take (import, record);
}

static void
read_line (GxImport *import, gpointer state, GxStr line)
{
    json_t *entity = gx_json_line_read (import, line, "an entity");
    if (entity)
        read_entity (import, state, entity);
    json_decref (entity);
}

const GxForeignReader gx_read_ftm = { .judge = judge, .start = gx_foreign_start, .line = read_line, .finish = gx_foreign_finish };
