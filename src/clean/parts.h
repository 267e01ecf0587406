/* SPDX-License-Identifier: GPL-3.0-or-later
 * parts.h - what a document is made of, for the builder that fills it. */
#pragma once

#include "map.h"

struct _GxDocument {
    char *name;
    char *title, *author, *date, *site; /**< NULL when absent */
    GxDateOrigin date_origin;
    GString *text;
    GArray *blocks; /**< of GxBlock */
    GxMap *map;
    GPtrArray *warnings; /**< of char *, NULL-terminated once finished */
};

/** An empty document of this name, to be filled. */
GxDocument *gx_document_new (const char *name);
/** Makes furniture of a block, also of a finished document that nobody else reads yet. */
void gx_document_remove_block (GxDocument *self, guint index, GxReason reason);
