/* SPDX-License-Identifier: GPL-3.0-or-later
 * encoding.h - bytes of any encoding made UTF-8.
 *
 * Evidence is asked in this order: a byte order mark; the pattern of UTF-16; bytes that are valid UTF-8; what HTML or XML says of itself;
 * UTF-8 with a few damaged bytes; the likeliest of the encodings East Asian texts come in (likelihood.h); ICU's guess for the
 * single-byte rest.
 *
 * Threads    pure. */
#pragma once

#include <guanxi/error.h>
#include <guanxi/str.h>

/** Text that was decoded. */
typedef struct {
    char *text; /**< valid UTF-8 without NULs, terminated; the caller's, g_free(); NULL: the bytes are that already */
    gsize len;
    char *encoding;   /**< the caller's, g_free() */
    guint replaced;   /**< damaged sequences that became U+FFFD */
    guint confidence; /**< how sure the encoding is, of 100 */
} GxDecoded;

/** Decodes data; forced (an ICU converter name) overrides all evidence. Name is for messages. O(len).
 *  Errors: GX_ERROR_ENCODING when nothing fits; GX_ERROR_FORMAT when the bytes are no text. */
gboolean gx_encoding_decode (GxStr data, const char *forced, const char *name, GxDecoded *decoded, GError **error);
/** Whether forced is the name of an encoding; GX_ERROR_ENCODING when not. */
gboolean gx_encoding_check (const char *forced, GError **error);
