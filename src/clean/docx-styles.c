/* SPDX-License-Identifier: GPL-3.0-or-later
 * docx-styles.c - <w:style> elements. */
#include "docx-styles.h"

#include "xml-walk.h"

#define IS_STYLE 1

gboolean
gx_docx_is_on (const GxToken *tag)
{
    GxStr value;

    return !gx_xml_attribute (tag, "val", &value) ||
           !(gx_str_equal (value, gx_str ("0")) || gx_str_equal (value, gx_str ("false")) || gx_str_equal (value, gx_str ("off")));
}

/** Styles while they are read. */
typedef struct {
    GxOfficeStyles *styles;
    GxOfficeStyle style;
    gboolean is_open, is_run;
} Reader;

static void
on_start (gpointer user_data, const GxToken *tag, GxXmlElement *parent G_GNUC_UNUSED, GxXmlElement *element)
{
    Reader *self = user_data;
    GxStr value = { 0 };

    if (gx_str_equal (element->name, gx_str ("style"))) {
        self->is_open = gx_xml_attribute (tag, "styleId", &value);
        self->style = (GxOfficeStyle){ .id = value };
        element->role = IS_STYLE;
        self->is_run = gx_xml_attribute_is (tag, "type", "character");
    } else if (!self->is_open) {
        return;
    } else if (gx_str_equal (element->name, gx_str ("vanish"))) {
        self->style.is_hidden = self->is_run && gx_docx_is_on (tag);
    } else if (!gx_xml_attribute (tag, "val", &value)) {
        return;
    } else if (gx_str_equal (element->name, gx_str ("name"))) {
        self->style.name = value;
    } else if (gx_str_equal (element->name, gx_str ("basedOn"))) {
        self->style.parent = value;
    } else if (gx_str_equal (element->name, gx_str ("outlineLvl")) && value.len == 1) {
        self->style.role = *value.data < '9' ? GX_STYLE_HEADING : GX_STYLE_BODY;
    } else if (gx_str_equal (element->name, gx_str ("numId")) && self->style.role == GX_STYLE_UNKNOWN) {
        self->style.role = GX_STYLE_LIST_ITEM;
    }
}

static void
on_end (gpointer user_data, GxXmlElement *parent G_GNUC_UNUSED, const GxXmlElement *element)
{
    Reader *self = user_data;

    if (element->role == IS_STYLE && self->is_open)
        gx_office_styles_add (self->styles, &self->style);
    if (element->role == IS_STYLE)
        self->is_open = FALSE;
}

void
gx_docx_read_styles (GxOfficeStyles *styles, GxStr page, gsize start)
{
    const GxXmlHandler handler = { on_start, on_end, NULL };
    Reader reader = { .styles = styles };

    gx_xml_walk (page, start, &handler, &reader);
}
