/* SPDX-License-Identifier: GPL-3.0-or-later
 * xml-walk.c - a stack of open elements. */
#include "xml-walk.h"

#include <stdlib.h>

/** How far up an end tag looks for what it closes: further up it is a stray one. Keeps time linear. */
#define MAX_LOOK 64

GxStr
gx_xml_local_name (GxStr name)
{
    const char *colon = name.len > 0 ? memchr (name.data, ':', name.len) : NULL;
    gsize prefix = colon ? (gsize)(colon - name.data) + 1 : 0;

    return (GxStr){ name.data + prefix, name.len - prefix };
}

static int
compare_name (const void *key, const void *item)
{
    const GxStr *name = key;
    const char *other = ((const GxXmlName *)item)->name;
    int order = strncmp (name->data, other, name->len);

    return order != 0 ? order : other[name->len] ? -1 : 0;
}

guint
gx_xml_names_find (const GxXmlName *names, gsize n_names, GxStr name)
{
    const GxXmlName *found = name.len > 0 ? bsearch (&name, names, n_names, sizeof *names, compare_name) : NULL;

    return found ? found->role : 0;
}

gboolean
gx_xml_attribute (const GxToken *tag, const char *name, GxStr *value)
{
    GxStr wanted = gx_str (name), found;
    gsize at = 0;

    while (gx_token_next_attribute (tag, &at, &found, value))
        if (found.len >= wanted.len && gx_str_equal (gx_xml_local_name (found), wanted))
            return TRUE;
    return FALSE;
}

gboolean
gx_xml_attribute_is (const GxToken *tag, const char *name, const char *value)
{
    GxStr found;

    return gx_xml_attribute (tag, name, &found) && gx_str_equal (found, gx_str (value));
}

gboolean
gx_xml_is_blank (GxStr text)
{
    gsize i = 0;

    while (i < text.len && g_ascii_isspace (text.data[i]))
        i++;
    return i == text.len;
}

GxStr
gx_xml_root_name (GxStr page, gsize start)
{
    GxMarkup markup = gx_markup_start (page, start, GX_MARKUP_XML);
    GxToken token;

    while (gx_markup_next (&markup, &token))
        if (token.type == GX_TOKEN_START)
            return gx_xml_local_name (token.name);
    return (GxStr){ "", 0 };
}

typedef struct {
    const GxXmlHandler *handler;
    gpointer user_data;
    GArray *open; /* of GxXmlElement; the first is empty and never closed */
} Walk;

static GxXmlElement *
open_element (const Walk *self, guint from_top)
{
    return &g_array_index (self->open, GxXmlElement, self->open->len - 1 - from_top);
}

static void
close_top (Walk *self)
{
    self->handler->end (self->user_data, open_element (self, 1), open_element (self, 0));
    g_array_set_size (self->open, self->open->len - 1);
}

static void
start_element (Walk *self, const GxToken *tag)
{
    GxXmlElement *parent = open_element (self, 0);
    GxXmlElement element = { gx_xml_local_name (tag->name), 0, parent->flags };

    self->handler->start (self->user_data, tag, parent, &element);
    g_array_append_val (self->open, element);
    if (tag->is_empty)
        close_top (self);
}

static void
end_element (Walk *self, const GxToken *tag)
{
    GxStr name = gx_xml_local_name (tag->name);

    for (guint up = 0; up < MAX_LOOK && up + 1 < self->open->len; up++)
        if (gx_str_equal (open_element (self, up)->name, name)) {
            for (guint i = 0; i <= up; i++)
                close_top (self);
            return;
        }
}

void
gx_xml_walk (GxStr page, gsize start, const GxXmlHandler *handler, gpointer user_data)
{
    g_autoptr (GArray) open = g_array_new (FALSE, TRUE, sizeof (GxXmlElement));
    Walk self = { handler, user_data, open };
    GxMarkup markup = gx_markup_start (page, start, GX_MARKUP_XML);
    GxToken token;

    g_array_set_size (open, 1);
    while (gx_markup_next (&markup, &token)) {
        if (token.type == GX_TOKEN_START)
            start_element (&self, &token);
        else if (token.type == GX_TOKEN_END)
            end_element (&self, &token);
        else if (handler->text && (token.type == GX_TOKEN_TEXT || token.type == GX_TOKEN_CDATA))
            handler->text (user_data, &token, open_element (&self, 0));
    }
    while (open->len > 1)
        close_top (&self);
}
