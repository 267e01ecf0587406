/* SPDX-License-Identifier: GPL-3.0-or-later
 * xml-names.h - the elements that vocabularies of texts agree on. */
#pragma once

#include "xml-walk.h"

typedef enum {
    GX_XML_UNKNOWN,
    GX_XML_APPARATUS, /**< readings, of which one is taken */
    GX_XML_AUTHOR,
    GX_XML_BIBL, /**< a reference to literature */
    GX_XML_BODY, /**< text inside a header */
    GX_XML_BREAK,
    GX_XML_BYLINE,
    GX_XML_CAPTION,
    GX_XML_CELL,
    GX_XML_CHOICE, /**< the same in several forms */
    GX_XML_DATE,
    GX_XML_FIGURE,
    GX_XML_HEADER, /**< metadata */
    GX_XML_HEADING,
    GX_XML_HEADLINE, /**< a heading that is the document's title */
    GX_XML_HTML,     /**< holds HTML, escaped, in feeds */
    GX_XML_INLINE,
    GX_XML_LEFT_OUT,
    GX_XML_LINE, /**< of verse */
    GX_XML_LIST_ITEM,
    GX_XML_MARK, /**< may be a footnote mark */
    GX_XML_MILESTONE,
    GX_XML_NOTE,
    GX_XML_NOTE_INSIDE, /**< a note where it stands inside text, else a paragraph */
    GX_XML_PARAGRAPH,
    GX_XML_REFERENCE, /**< points to something: a mark when that is a note */
    GX_XML_SITE,
    GX_XML_SPELLING, /**< the form of a choice that isn't taken */
    GX_XML_TABLE
} GxXmlRole;

typedef enum {
    GX_XML_TEI,
    GX_XML_FEED, /**< RSS, Atom */
    GX_XML_OTHER
} GxXmlVocabulary;

/** The vocabulary of a document whose outermost element is called root. */
GxXmlVocabulary gx_xml_vocabulary (GxStr root);
/** What an element is in a vocabulary, by its name. O(log n). */
GxXmlRole gx_xml_role (GxXmlVocabulary vocabulary, GxStr name);
