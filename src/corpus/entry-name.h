/* SPDX-License-Identifier: GPL-3.0-or-later
 * entry-name.h - names of files inside archives, made safe and readable.
 *
 * Threads    pure. */
#pragma once

#include <glib.h>

/** A name as it stands in an archive, in whatever encoding: UTF-8, `/` between folders, without `.`, `..`, drives and control
 *  characters; never empty. The caller's. */
char *gx_entry_name_clean (const char *raw);
/** What a packed file is called unpacked: the last part of path without `.gz` and the like. The caller's. */
char *gx_entry_name_unpacked (const char *path);
/** The length of a name without an ending of a packed file (`.gz` `.xz` `.zst` `.bz2` …): its own length when it has none. */
gsize gx_entry_name_stem (const char *name);
