/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-attributes.h - what an element's attributes say about its text.
 *
 * Attributes come as libxml2 hands them out: name, value (or NULL), name, …, NULL; or NULL. */
#pragma once

#include <guanxi/str.h>

/** The value of an attribute, "" when it has none, NULL when it is not there. Names in small letters. */
const char *gx_attributes_find (const char *const *attributes, const char *name);
/** Whether the element is not shown: hidden, aria-hidden, style. */
gboolean gx_attributes_hide (const char *const *attributes);
/** Whether the element holds footnotes or endnotes: role, class, epub:type. */
gboolean gx_attributes_are_note (const char *const *attributes);
/** Whether the element's role, class or id is that of navigation, a banner, a search box, a share bar, related links, comments or a page's
 * foot. */
gboolean gx_attributes_are_furniture (const char *const *attributes);

typedef enum { GX_META_NONE, GX_META_TITLE, GX_META_AUTHOR, GX_META_DATE } GxMeta;

/** What a <meta> element is about; its value is in `content`. */
GxMeta gx_attributes_meta (const char *const *attributes);
