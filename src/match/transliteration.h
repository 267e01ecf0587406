/* SPDX-License-Identifier: GPL-3.0-or-later
 * transliteration.h - where transliterated names begin and end, which no mark tells.
 *
 * Names are made of the characters that names of the tables are made of.
 *
 * Units      bytes of folded text.
 * Threads    one thread a draft. */
#pragma once

#include "draft.h"

#define GX_NAME_DOT "·"

/** The name with dots that begins at start: where it ends and where its last part begins; FALSE when there is none, or something has been
 * read there. O(name). */
gboolean gx_dotted_name_at (GxDraft *self, gsize start, gsize *last, gsize *end);
/** Where a name without dots that begins at start ends: before its form in Latin letters, else before what may stand behind a name, if it
 * has three characters and is made as such names are; start when there is none. O(name). */
gsize gx_plain_name_end (GxDraft *self, gsize start);
/** Where the first part of a name begins, of which a dot stands at an offset: with the longest part of people's names that ends there, and
 * the characters of names before that (勒|布朗); else where such characters begin; the offset when that can't be told. O(name). */
gsize gx_first_part_start (GxDraft *self, gsize dot);
