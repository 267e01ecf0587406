/* SPDX-License-Identifier: GPL-3.0-or-later
 * compiled.h - all that is made of tables, as bytes: rows with their folded names, surnames, and the forms.
 *
 * The bytes are those of one build of the program on one kind of machine: whoever keeps them asks whether they are still right. */
#pragma once

#include "forms.h"

/** The bytes of tables that are folded and whose surnames are found, and of their forms; NULL when they are too many. O(total bytes). */
GByteArray *gx_compiled_write (GxTables *tables, GxForms *forms);
/** Makes tables and forms of what gx_compiled_write() returned: no more rows can be added to them. Takes over bytes (g_free()), which hold
 * the strings. FALSE, with nothing made, when they are no such bytes. Any bytes may be read. O(len). */
gboolean gx_compiled_read (char *bytes, GxStr compiled, GxTables **tables, GxForms **forms);
