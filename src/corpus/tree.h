/* SPDX-License-Identifier: GPL-3.0-or-later
 * tree.h - small XML files, such as say what a container holds, as a tree. */
#pragma once

#include "source.h"

#include <libxml/tree.h>

/** Makes libxml2 ready; has to happen before threads parse at the same time. O(1) from the second call on. */
void gx_tree_initialize (void);
/** The tree of text; NULL when it is no XML or defines entities. xmlFreeDoc() frees it. */
xmlDoc *gx_tree_parse (GxStr text);
/** The next element behind node, in the order of the text, with this name (whatever its namespace); NULL at the end. Node NULL: the first.
 */
xmlNode *gx_tree_next (const xmlDoc *tree, xmlNode *node, const char *name);
/** An element's own text; the caller's. */
char *gx_tree_text (const xmlNode *node);
/** An attribute (whatever its namespace); the caller's, NULL when there is none. */
char *gx_tree_attribute (const xmlNode *node, const char *name);
/** Sets the date to the text of the first element called created, unless those called changed say the same: then it tells when a program
 * wrote the file. */
void gx_tree_set_date (GxFields *fields, const xmlDoc *tree, const char *created, const char *changed);
/** Sets a field to the text of the first element of this name that has any. */
void gx_tree_set_field (GxFields *fields, GxSourceField field, const xmlDoc *tree, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)
