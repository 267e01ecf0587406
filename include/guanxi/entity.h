/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/entity.h - a person, state or institution. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { GX_ENTITY_PERSON, GX_ENTITY_STATE, GX_ENTITY_INSTITUTION } GxEntityType;

/** An entity. Within one dictionary or store an id has one address, so pointers may be compared. All strings are terminated and never NULL;
 *  "" is absent. Borrowed from the dictionary or store that made it. */
typedef struct {
    const char *id; /**< Wikidata id (`Q30`), a slug, or `state+body` (`Q30+defence-ministry`) */
    GxEntityType type;
    const char *name;    /**< label, simplified Chinese unless the table says otherwise */
    const char *english; /**< English label */
    const char *country; /**< id of the state a person or institution belongs to */
    gint since, until;   /**< years in which a title or doubtful alias may mean it; 0: open */
} GxEntity;

/** `person`, `state`, `institution`. */
const char *gx_entity_type_name (GxEntityType type);
/** The type of this name; FALSE when there is none. */
gboolean gx_entity_type_parse (const char *name, GxEntityType *type);

G_END_DECLS
