/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/str.h - a borrowed piece of text.
 *
 * Units      bytes of UTF-8; not terminated.
 * Ownership  borrowed: it ends with whatever owns the bytes. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/** A piece of UTF-8 text that somebody else owns. */
typedef struct {
    const char *data;
    gsize len;
} GxStr;

/** The bytes of a terminated string. */
static inline GxStr
gx_str (const char *text)
{
    GxStr self = { text, strlen (text) };
    return self;
}

/** Whether both hold the same bytes. */
static inline gboolean
gx_str_equal (GxStr a, GxStr b)
{
    return a.len == b.len && (a.len == 0 || memcmp (a.data, b.data, a.len) == 0);
}

/** Whether text begins or ends with these bytes. */
static inline gboolean
gx_str_has_prefix (GxStr text, const char *prefix)
{
    gsize len = strlen (prefix);
    return text.len >= len && memcmp (text.data, prefix, len) == 0;
}

static inline gboolean
gx_str_has_suffix (GxStr text, const char *suffix)
{
    gsize len = strlen (suffix);
    return text.len >= len && memcmp (text.data + text.len - len, suffix, len) == 0;
}

/** A terminated copy; the caller's, g_free(). */
static inline char *
gx_str_dup (GxStr text)
{
    return g_strndup (text.data, text.len);
}

G_END_DECLS
