/* SPDX-License-Identifier: GPL-3.0-or-later
 * docx-styles.h - the styles of a .docx. */
#pragma once

#include "markup.h"
#include "office-styles.h"

/** Adds the styles that page tells of from byte start on; their names are borrowed from it. O(bytes). */
void gx_docx_read_styles (GxOfficeStyles *styles, GxStr page, gsize start);
/** Whether a property that is there or not is switched on. */
gboolean gx_docx_is_on (const GxToken *tag);
