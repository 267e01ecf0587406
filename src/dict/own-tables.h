/* SPDX-License-Identifier: GPL-3.0-or-later
 * own-tables.h - the bytes of the user's tables, each read once. */
#pragma once

#include "findings.h"

#include <guanxi/str.h>

typedef struct {
    char *path;
    GxStr text;
    GError *error; /**< why it can't be read, or NULL */
} GxOwnTable;

/** Reads the files at paths (NULL-terminated, or NULL for none): GxOwnTable. The caller's. */
GPtrArray *gx_own_tables_read (const char *const *paths);
