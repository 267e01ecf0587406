/* SPDX-License-Identifier: GPL-3.0-or-later
 * text-lines.h - the lines of a small file. */
#pragma once

#include <guanxi/error.h>
#include <guanxi/str.h>

/** What is still to be read of some lines; all zero but text at the start. */
typedef struct {
    GxStr text;
    guint number; /**< of the line read last, from 1 */
} GxTextLines;

/** The bytes of a file, terminated; the caller's. GX_ERROR_IO: `path: reason`. */
char *gx_text_lines_load (const char *path, gsize *len, GError **error);
/** The next line that isn't blank, without its end and without a byte order mark; FALSE when there is none. */
gboolean gx_text_lines_next (GxTextLines *self, GxStr *line);
