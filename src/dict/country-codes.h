/* SPDX-License-Identifier: GPL-3.0-or-later
 * country-codes.h - the states behind codes of ISO 3166 and CAMEO: country-codes.tsv. */
#pragma once

#include <glib.h>

/** Code in capitals -> id of a state; the caller's, g_hash_table_unref(). O(codes). */
GHashTable *gx_country_codes_new (void);
