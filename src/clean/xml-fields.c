/* SPDX-License-Identifier: GPL-3.0-or-later
 * xml-fields.c - metadata that XML has in elements of its own.
 *
 * A text's own date is worth more than its source's, and that more than its edition's. */
#include "xml-fields.h"

#include <string.h>

#define MAX_FIELD   4096 /* bytes */
#define MAX_AUTHORS 12

enum { SECTION_NONE, SECTION_EDITION, SECTION_SOURCE, SECTION_CREATION };

void
gx_xml_fields_init (GxXmlFields *self, GxBuilder *builder, GxXmlVocabulary vocabulary)
{
    *self = (GxXmlFields){ .builder = builder, .vocabulary = vocabulary };
    self->text = g_string_new (NULL);
    self->authors = g_string_new (NULL);
    self->section = vocabulary == GX_XML_TEI ? SECTION_NONE : SECTION_EDITION;
    self->keeps_title = gx_builder_has_title (builder);
    self->keeps_author = gx_builder_has_author (builder);
    self->keeps_site = gx_builder_has_site (builder);
    self->date_section = gx_builder_has_date (builder) ? SECTION_CREATION : SECTION_NONE;
}

void
gx_xml_fields_clear (GxXmlFields *self)
{
    (void)g_string_free (self->text, TRUE);
    (void)g_string_free (self->authors, TRUE);
    for (gsize i = 0; i < G_N_ELEMENTS (self->parts); i++)
        g_free (self->parts[i]);
}

static gboolean
is (GxStr name, const char *other)
{
    return gx_str_equal (name, gx_str (other));
}

GxXmlRole
gx_xml_fields_look (GxXmlFields *self, GxStr name, GxStr parent)
{
    if (self->vocabulary != GX_XML_TEI) {
        GxXmlRole role = gx_xml_role (self->vocabulary, name);

        if (role == GX_XML_HEADING && is (name, "title"))
            role = GX_XML_HEADLINE;
        if (role == GX_XML_UNKNOWN && is (name, "contrib"))
            role = GX_XML_AUTHOR;
        return role == GX_XML_HEADLINE || role == GX_XML_AUTHOR || role == GX_XML_DATE || role == GX_XML_SITE ? role : GX_XML_UNKNOWN;
    }
    if (is (name, "publicationStmt"))
        self->section = SECTION_EDITION;
    else if (is (name, "sourceDesc"))
        self->section = SECTION_SOURCE;
    else if (is (name, "creation"))
        self->section = SECTION_CREATION;
    else if (is (name, "encodingDesc") || is (name, "revisionDesc") || is (name, "profileDesc"))
        self->section = SECTION_NONE;
    if (is (name, "title") && is (parent, "titleStmt"))
        return GX_XML_HEADLINE;
    if (is (name, "author") && is (parent, "titleStmt") && self->section == SECTION_NONE)
        return GX_XML_AUTHOR;
    if (is (name, "publisher") && self->section == SECTION_EDITION)
        return GX_XML_SITE;
    return is (name, "date") && self->section > self->date_section ? GX_XML_DATE : GX_XML_UNKNOWN;
}

static void
set_date (GxXmlFields *self, GxStr text)
{
    if (self->section <= self->date_section || text.len == 0)
        return;
    gx_builder_set_date (self->builder, text, GX_DATE_METADATA);
    if (gx_builder_has_date (self->builder))
        self->date_section = self->section;
}

void
gx_xml_fields_begin (GxXmlFields *self, GxXmlRole role, const GxToken *tag)
{
    static const char *const attributes[] = { "when", "when-iso", "norm", "iso-8601-date", "datetime", "value", "notBefore", "from" };
    GxStr value;

    self->role = role;
    g_string_truncate (self->text, 0);
    for (gsize i = 0; i < G_N_ELEMENTS (self->parts); i++)
        g_clear_pointer (&self->parts[i], g_free);
    for (gsize i = 0; role == GX_XML_DATE && i < G_N_ELEMENTS (attributes); i++)
        if (gx_xml_attribute (tag, attributes[i], &value))
            set_date (self, value);
}

void
gx_xml_fields_add (GxXmlFields *self, GxStr page, const GxToken *token, GxStr name)
{
    static const char *const units[] = { "year", "month", "day" };
    GxStr raw = { page.data + token->start, token->end - token->start };
    g_autofree char *text = NULL;

    if (is (name, "xref") || is (name, "aff") || is (name, "email") || is (name, "sup"))
        return;
    if (raw.len > MAX_FIELD - MIN (MAX_FIELD, self->text->len))
        return;
    text = token->type == GX_TOKEN_CDATA ? gx_str_dup (raw) : gx_markup_decode (raw, GX_MARKUP_XML);
    for (gsize i = 0; self->role == GX_XML_DATE && i < G_N_ELEMENTS (units); i++)
        if (is (name, units[i])) {
            g_free (self->parts[i]);
            self->parts[i] = g_strstrip (g_strdup (text));
        }
    if (self->text->len > 0)
        g_string_append_c (self->text, ' ');
    g_string_append (self->text, text);
}

static void
add_author (GxXmlFields *self)
{
    g_autofree char *name = g_strstrip (g_strdup (self->text->str));

    if (self->keeps_author || !*name || self->n_authors >= (self->vocabulary == GX_XML_FEED ? 1u : MAX_AUTHORS))
        return;
    self->n_authors++;
    g_string_append_printf (self->authors, "%s%s", self->authors->len > 0 ? ", " : "", name);
    gx_builder_set_author (self->builder, gx_str (self->authors->str));
}

void
gx_xml_fields_end (GxXmlFields *self)
{
    GxStr text = { self->text->str, self->text->len };

    switch ((int)self->role) {
    case GX_XML_HEADLINE:
        if (!self->keeps_title)
            gx_builder_set_title (self->builder, text);
        self->keeps_title = gx_builder_has_title (self->builder);
        break;
    case GX_XML_AUTHOR:
        add_author (self);
        break;
    case GX_XML_SITE:
        if (!self->keeps_site)
            gx_builder_set_site (self->builder, text);
        self->keeps_site = gx_builder_has_site (self->builder);
        break;
    case GX_XML_DATE:
        if (self->parts[0]) {
            g_autofree char *date = g_strconcat (self->parts[0], self->parts[1] ? "-" : NULL, self->parts[1],
                                                 self->parts[1] && self->parts[2] ? "-" : NULL, self->parts[2], NULL);

            set_date (self, gx_str (date));
        } else {
            set_date (self, text);
        }
        break;
    default:
        break;
    }
    self->role = GX_XML_UNKNOWN;
}
