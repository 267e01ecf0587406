/* SPDX-License-Identifier: GPL-3.0-or-later
 * converter.h - ICU's converters, and the repair of UTF-8, both counting what they cannot read.
 *
 * Threads    pure. */
#pragma once

#include <guanxi/error.h>
#include <guanxi/str.h>

/** Converts data to UTF-8. Every sequence that cannot be read, and every NUL, becomes U+FFFD and is counted in replaced. The text is
 *  the caller's; NULL with GX_ERROR_ENCODING when ICU has no such converter. O(len). */
GString *gx_converter_read (GxStr data, const char *converter, guint *replaced, GError **error);
/** The name an encoding goes by in the register of IANA, else ICU's own; the caller's, g_free(). NULL when ICU doesn't know it. */
char *gx_converter_name (const char *converter);

/** Copies UTF-8, each maximal damaged sequence and each NUL as one U+FFFD, counted in replaced. The caller's. O(len). */
GString *gx_utf8_repair (GxStr data, guint *replaced);
/** What bytes are as UTF-8. */
typedef struct {
    gsize damaged; /**< sequences; one that only the end cuts off isn't counted */
    gsize whole;   /**< characters of several bytes */
    gsize wide;    /**< those of three or four among them: other encodings hardly ever look like that */
} GxUtf8Count;

/** Counts the sequences. O(len). */
GxUtf8Count gx_utf8_count (GxStr data);
