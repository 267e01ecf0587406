/* SPDX-License-Identifier: GPL-3.0-or-later
 * tree.c - libxml2, told to fetch and expand nothing. */
#include "tree.h"

#include "once.h"

#include <libxml/parser.h>

static gpointer
initialize (gpointer unused)
{
    (void)unused;
    xmlInitParser ();
    return GINT_TO_POINTER (1);
}

void
gx_tree_initialize (void)
{
    static GxOnce once = GX_ONCE_INIT;
    (void)gx_once_get (&once, initialize, NULL);
}

xmlDoc *
gx_tree_parse (GxStr text)
{
    gx_tree_initialize ();
    if (!text.data || text.len > G_MAXINT || g_strstr_len (text.data, (gssize)text.len, "<!ENTITY"))
        return NULL;
    return xmlReadMemory (text.data, (int)text.len, NULL, "UTF-8",
                          XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

static xmlNode *
follow (xmlNode *node)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node && !node->next)
        node = node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
    return node ? node->next : NULL;
}

/* Whether a name, which keeps the prefix of a namespace that nobody declared, is this one. */
static gboolean
is_called (const xmlChar *name, const char *wanted)
{
    const char *colon = strrchr ((const char *)name, ':');
    return strcmp (colon ? colon + 1 : (const char *)name, wanted) == 0;
}

xmlNode *
gx_tree_next (const xmlDoc *tree, xmlNode *node, const char *name)
{
    node = node ? follow (node) : xmlDocGetRootElement (tree);
    while (node && !(node->type == XML_ELEMENT_NODE && is_called (node->name, name)))
        node = follow (node);
    return node;
}

char *
gx_tree_text (const xmlNode *node)
{
    g_autoptr (GString) text = g_string_new (NULL);
    for (const xmlNode *child = node->children; child; child = child->next)
        if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) && child->content)
            g_string_append (text, (const char *)child->content);
    return g_strstrip (g_string_free (g_steal_pointer (&text), FALSE));
}

char *
gx_tree_attribute (const xmlNode *node, const char *name)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        if (is_called (attribute->name, name))
            return attribute->children && attribute->children->content ? g_strdup ((const char *)attribute->children->content) : NULL;
    return NULL;
}

void
gx_tree_set_field (GxFields *fields, GxSourceField field, const xmlDoc *tree, const char *name)
{
    for (xmlNode *node = gx_tree_next (tree, NULL, name); node && !fields->values[field]; node = gx_tree_next (tree, node, name)) {
        g_autofree char *text = gx_tree_text (node);
        gx_fields_set (fields, field, gx_str (text));
    }
}

void
gx_tree_set_date (GxFields *fields, const xmlDoc *tree, const char *created, const char *changed)
{
    xmlNode *first = gx_tree_next (tree, NULL, created), *last = gx_tree_next (tree, NULL, changed);
    g_autofree char *date = first ? gx_tree_text (first) : NULL, *other = last ? gx_tree_text (last) : NULL;
    if (date && !(strchr (date, 'T') && g_strcmp0 (date, other) == 0))
        gx_fields_set (fields, GX_SOURCE_DATE, gx_str (date));
}
