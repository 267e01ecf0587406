/* SPDX-License-Identifier: GPL-3.0-or-later
 * xml-use.c - a first look at all elements. */
#include "xml-use.h"

#include "str-hash.h"

typedef struct {
    guint uses, inside; /* inside: those whose parent has text of its own */
} NameUse;

/** Elements of one name in a row, while it is not known yet whether their parent has text. */
typedef struct {
    NameUse *name;
    guint parent, n;
} Pending;

struct _GxXmlUse {
    GxStr page;
    GByteArray *has_text; /* by element */
    GHashTable *names;    /* GxStr -> NameUse */
    GArray *pending;      /* of Pending: children of elements that are open */
};

static NameUse *
find_name (const GxXmlUse *self, GxStr name)
{
    return g_hash_table_lookup (self->names, &name);
}

static NameUse *
add_name (GxXmlUse *self, GxStr name)
{
    NameUse *use = find_name (self, name);

    if (!use) {
        GxStr *key = g_new (GxStr, 1);

        *key = name;
        use = g_new0 (NameUse, 1);
        g_hash_table_insert (self->names, key, use);
    }
    return use;
}

/* Here an element's role is its number, from 1 on; that of its parent 0: it is the outermost. */
static void
on_start (gpointer user_data, const GxToken *tag G_GNUC_UNUSED, GxXmlElement *parent, GxXmlElement *element)
{
    GxXmlUse *self = user_data;
    const guint8 no = 0;
    const Pending pending = { add_name (self, element->name), parent->role, 1 };
    Pending *last = self->pending->len > 0 ? &g_array_index (self->pending, Pending, self->pending->len - 1) : NULL;

    g_byte_array_append (self->has_text, &no, 1);
    element->role = self->has_text->len;
    if (last && last->name == pending.name && last->parent == pending.parent)
        last->n++;
    else
        g_array_append_val (self->pending, pending);
}

/* Counts the children of an element that ends. */
static void
settle_children (GxXmlUse *self, guint parent)
{
    gboolean is_inside = parent > 0 && self->has_text->data[parent - 1];

    while (self->pending->len > 0) {
        const Pending *last = &g_array_index (self->pending, Pending, self->pending->len - 1);

        if (last->parent != parent)
            return;
        last->name->uses += last->n;
        last->name->inside += is_inside ? last->n : 0;
        g_array_set_size (self->pending, self->pending->len - 1);
    }
}

static void
on_end (gpointer user_data, GxXmlElement *parent G_GNUC_UNUSED, const GxXmlElement *element)
{
    settle_children (user_data, element->role);
}

static void
on_text (gpointer user_data, const GxToken *token, GxXmlElement *parent)
{
    GxXmlUse *self = user_data;
    GxStr text;

    if (parent->role == 0 || self->has_text->data[parent->role - 1])
        return;
    text = (GxStr){ self->page.data + token->start, token->end - token->start };
    if (!gx_xml_is_blank (text))
        self->has_text->data[parent->role - 1] = 1;
}

GxXmlUse *
gx_xml_use_new (GxStr page, gsize start)
{
    const GxXmlHandler handler = { on_start, on_end, on_text };
    GxXmlUse *self = g_new0 (GxXmlUse, 1);

    self->page = page;
    self->has_text = g_byte_array_new ();
    self->names = g_hash_table_new_full (gx_str_hash, gx_str_hash_equal, g_free, g_free);
    self->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
    gx_xml_walk (page, start, &handler, self);
    settle_children (self, 0);
    return self;
}

void
gx_xml_use_free (GxXmlUse *self)
{
    if (!self)
        return;
    g_byte_array_unref (self->has_text);
    g_hash_table_unref (self->names);
    g_array_unref (self->pending);
    g_free (self);
}

gboolean
gx_xml_use_has_text (const GxXmlUse *self, guint number)
{
    return number < self->has_text->len && self->has_text->data[number];
}

gboolean
gx_xml_use_is_inline (const GxXmlUse *self, GxStr name)
{
    const NameUse *use = find_name (self, name);

    return use && use->inside >= use->uses - use->inside;
}
