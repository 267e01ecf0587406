/* SPDX-License-Identifier: GPL-3.0-or-later
 * xml-use.h - which elements of a document are inline, told by where they stand.
 *
 * Elements are numbered from 0 in the order of their start tags.
 *
 * Units      O(bytes) to make. */
#pragma once

#include "xml-walk.h"

typedef struct _GxXmlUse GxXmlUse;

/** Looks through page from byte start on, which it borrows. */
GxXmlUse *gx_xml_use_new (GxStr page, gsize start);
void gx_xml_use_free (GxXmlUse *self);
/** Whether an element has text of its own, not only in elements inside it. O(1). */
gboolean gx_xml_use_has_text (const GxXmlUse *self, guint number);
/** Whether elements of this name stand in running text at least as often as not. O(1). */
gboolean gx_xml_use_is_inline (const GxXmlUse *self, GxStr name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxXmlUse, gx_xml_use_free)
