/* SPDX-License-Identifier: GPL-3.0-or-later
 * field-names.h - under which names records keep a text, and what is said of it.
 *
 * Threads    pure. */
#pragma once

#include "input.h"

/** How well a key fits what is looked for: 0 best; G_MAXUINT not at all. Names are compared without case, blanks, `_` and `-`. */
guint gx_field_rank_text (GxStr key, const GxCorpusOptions *options);
/** The same for a field. */
guint gx_field_rank (GxStr key, GxSourceField field, const GxCorpusOptions *options);
/** Sets a field of a record. A date in seconds or milliseconds since 1970 becomes a day, an address its host. */
void gx_field_set (GxRecord *record, GxSourceField field, GxStr value);
/** Fails: there is no such field for the text. Always FALSE. */
gboolean gx_field_fail_text (const char *path, const GxCorpusOptions *options, GError **error);
