/* SPDX-License-Identifier: GPL-3.0-or-later
 * json.c - jansson, whose failures are looked at in one place. */
#include "json.h"

static void
must (gboolean ok)
{
    if (!ok)
        g_error ("out of memory while writing JSON");
}

void
gx_json_set (json_t *object, const char *key, json_t *value)
{
    must (json_object_set_new (object, key, value) == 0);
}

void
gx_json_append (json_t *array, json_t *value)
{
    must (json_array_append_new (array, value) == 0);
}

void
gx_json_set_entity (json_t *object, const GxEntity *entity)
{
    gx_json_set (object, "entity", json_string (entity->id));
    gx_json_set (object, "name", json_string (entity->name));
    gx_json_set (object, "type", json_string (gx_entity_type_name (entity->type)));
}

static int
put_chunk (const char *data, size_t len, void *user_data)
{
    gx_writer_put (user_data, data, len);
    return 0;
}

void
gx_json_put (json_t *value, size_t flags, GxWriter *writer)
{
    must (value && json_dump_callback (value, put_chunk, writer, flags) == 0);
    json_decref (value);
}
