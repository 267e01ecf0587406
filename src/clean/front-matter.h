/* SPDX-License-Identifier: GPL-3.0-or-later
 * front-matter.h - metadata in front of a Markdown text: YAML between `---` lines, TOML between `+++` lines. */
#pragma once

#include "builder.h"

/** Reads the front matter that starts at text's byte start, if any, and returns where the body begins (start when there is none).
 *  What can't be read is a warning; no front matter makes the body unreadable. O(bytes). */
gsize gx_front_matter_read (GxBuilder *builder, GxStr text, gsize start);
