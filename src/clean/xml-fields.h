/* SPDX-License-Identifier: GPL-3.0-or-later
 * xml-fields.h - title, authors, date and publisher among the elements of XML. */
#pragma once

#include "builder.h"
#include "xml-names.h"

typedef struct {
    GxBuilder *builder;
    GxXmlVocabulary vocabulary;
    GxXmlRole role;   /**< of the element whose text is gathered */
    GString *text;    /**< that text */
    GString *authors; /**< those that have been found */
    char *parts[3];   /**< year, month, day, where a date has elements for them */
    guint n_authors;
    guint section;      /**< how much the dates at hand are worth: in some parts of a header they are not the text's */
    guint date_section; /**< that of the date that was kept */
    gboolean keeps_title, keeps_author, keeps_site; /**< known from elsewhere */
} GxXmlFields;

/** What builder knows already stays. */
void gx_xml_fields_init (GxXmlFields *self, GxBuilder *builder, GxXmlVocabulary vocabulary);
void gx_xml_fields_clear (GxXmlFields *self);
/** Takes note of an element inside a header; gives the role of the field it holds, GX_XML_UNKNOWN when it holds none. */
GxXmlRole gx_xml_fields_look (GxXmlFields *self, GxStr name, GxStr parent);
/** Begins to gather a field: GX_XML_HEADLINE, GX_XML_AUTHOR, GX_XML_DATE or GX_XML_SITE. */
void gx_xml_fields_begin (GxXmlFields *self, GxXmlRole role, const GxToken *tag);
/** Adds to the field; name is that of the element the text stands in. */
void gx_xml_fields_add (GxXmlFields *self, GxStr page, const GxToken *token, GxStr name);
/** Keeps the field. */
void gx_xml_fields_end (GxXmlFields *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GxXmlFields, gx_xml_fields_clear)
