/* SPDX-License-Identifier: GPL-3.0-or-later
 * utf16.h - UTF-16 without a byte order mark.
 *
 * Threads    pure. */
#pragma once

#include <guanxi/str.h>

/** `UTF-16LE` or `UTF-16BE` when bytes without a mark are rather that than anything else, with how sure that is, of 100; else NULL. */
const char *gx_utf16_find (GxStr data, guint *confidence);
