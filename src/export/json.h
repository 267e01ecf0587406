/* SPDX-License-Identifier: GPL-3.0-or-later
 * json.h - values of JSON that are made and written at once.
 *
 * What is put into them is UTF-8 and the writer keeps its own errors, so that only memory could fail: it ends the program, as in GLib. */
#pragma once

#include <guanxi/entity.h>
#include <guanxi/output.h>

#include <jansson.h>

/** Sets a key of an object to a value, which it takes over. */
void gx_json_set (json_t *object, const char *key, json_t *value);
/** Appends a value, which it takes over, to an array. */
void gx_json_append (json_t *array, json_t *value);
/** Sets the keys `entity` (its id), `name` and `type` of an object. */
void gx_json_set_entity (json_t *object, const GxEntity *entity);
/** Writes a value, which it takes over; flags are those of json_dumps(). */
void gx_json_put (json_t *value, size_t flags, GxWriter *writer);
