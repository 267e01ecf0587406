/* SPDX-License-Identifier: GPL-3.0-or-later
 * wikitext.h - what MediaWiki's pages are written in. */
#pragma once

#include "builder.h"

/** Reads text (a source's) from byte start to its end. O(bytes). */
void gx_wikitext_read (GxBuilder *builder, GxStr text, gsize start);
