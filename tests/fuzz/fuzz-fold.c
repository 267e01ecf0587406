/* SPDX-License-Identifier: GPL-3.0-or-later
 * fuzz-fold.c - folding any bytes: the folded text is UTF-8, and every character knows its way back, in order. */
#include "fuzz.h"

#include "fold.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
    g_autoptr (GxFolded) folded = gx_fold_new ((GxStr){ (const char *)data, size });
    GxStr text = gx_folded_text (folded);
    g_assert_true (g_utf8_validate_len (text.data, text.len, NULL));

    gsize at = 0;
    for (const char *p = text.data; p < text.data + text.len; p = g_utf8_next_char (p)) {
        gsize start = (gsize)(p - text.data), end = (gsize)(g_utf8_next_char (p) - text.data);
        GxSpan clean = gx_folded_clean (folded, start, end);
        g_assert_true (clean.start < clean.end && clean.end <= size && clean.start >= at);
        g_assert_true (gx_folded_from_clean (folded, clean.start) <= start);
        at = clean.start;
    }
    return 0;
}
