/* SPDX-License-Identifier: GPL-3.0-or-later
 * xml-walk.h - the elements of XML, opened and closed in order, whatever the state of the markup.
 *
 * Names are compared without their prefix: which one a namespace goes by is up to each program. End tags that close nothing are passed
 * over; elements that nothing closes end with the page.
 *
 * Units      bytes of the page. O(bytes).
 * Threads    pure. */
#pragma once

#include "markup.h"

/** An open element. */
typedef struct {
    GxStr name;  /**< without its prefix */
    guint role;  /**< what the vocabulary makes of it; 0: nothing */
    guint flags; /**< the vocabulary's; those of the element around it to begin with */
} GxXmlElement;

/** What a vocabulary does. Parents may be changed; they are borrowed for the call. An outermost element's parent is empty. */
typedef struct {
    /** Sets the role and flags of an element. */
    void (*start) (gpointer user_data, const GxToken *tag, GxXmlElement *parent, GxXmlElement *element);
    void (*end) (gpointer user_data, GxXmlElement *parent, const GxXmlElement *element);
    /** Text and CDATA; may be NULL. */
    void (*text) (gpointer user_data, const GxToken *token, GxXmlElement *parent);
} GxXmlHandler;

/** Walks through page from byte start on. */
void gx_xml_walk (GxStr page, gsize start, const GxXmlHandler *handler, gpointer user_data);

/** A name and its role; tables of them are sorted by name. */
typedef struct {
    const char *name;
    guint role;
} GxXmlName;

/** The role of a name, 0 when it is not in the table. O(log n). */
guint gx_xml_names_find (const GxXmlName *names, gsize n_names, GxStr name);
/** A name without its prefix. */
GxStr gx_xml_local_name (GxStr name);
/** The value of the attribute with this name (without prefix), as written; FALSE when there is none. */
gboolean gx_xml_attribute (const GxToken *tag, const char *name, GxStr *value);
/** Whether the tag has an attribute of this name and value. */
gboolean gx_xml_attribute_is (const GxToken *tag, const char *name, const char *value);
/** The name of the first element of page, without prefix; empty when there is none. */
GxStr gx_xml_root_name (GxStr page, gsize start);
/** Whether text is nothing but white space. */
gboolean gx_xml_is_blank (GxStr text);
