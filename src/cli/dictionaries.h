/* SPDX-License-Identifier: GPL-3.0-or-later
 * dictionaries.h - the dictionary of a command. What was compiled of its tables is kept in the user's folder for such files, or in
 * $GUANXI_CACHE (empty: nowhere). */
#pragma once

#include "options.h"

/** That of --dict and --no-builtin. */
GxDictionary *load_dictionary (const Options *options, GError **error);
/** The same with these tables (NULL-terminated) in the place of --dict. */
GxDictionary *load_tables (const Options *options, const char *const *tables, GError **error);
/** The built-in one. */
GxDictionary *load_builtin (GError **error);
/** The matcher of --listed. */
GxMatcher *make_matcher (const Options *options, const GxDictionary *dictionary);
