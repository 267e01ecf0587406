/* SPDX-License-Identifier: GPL-3.0-or-later
 * entity.c - the names of the types of entities. */
#include <guanxi/entity.h>
#include <string.h>

static const char *const type_names[] = {
    [GX_ENTITY_PERSON] = "person",
    [GX_ENTITY_STATE] = "state",
    [GX_ENTITY_INSTITUTION] = "institution",
};

const char *
gx_entity_type_name (GxEntityType type)
{
    g_return_val_if_fail ((guint)type < G_N_ELEMENTS (type_names), "");
    return type_names[type];
}

gboolean
gx_entity_type_parse (const char *name, GxEntityType *type)
{
    for (guint i = 0; i < G_N_ELEMENTS (type_names); i++)
        if (strcmp (name, type_names[i]) == 0) {
            *type = (GxEntityType)i;
            return TRUE;
        }
    return FALSE;
}
