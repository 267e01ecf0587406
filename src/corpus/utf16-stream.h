/* SPDX-License-Identifier: GPL-3.0-or-later
 * utf16-stream.h - a stream of UTF-16 read as UTF-8. */
#pragma once

#include "stream.h"

typedef struct _GxUtf16Stream GxUtf16Stream;

/** Reads what comes out of inner, which it borrows: encoding is `UTF-16LE` or `UTF-16BE`. A byte order mark is left out; halves of pairs
 * become U+FFFD. */
GxUtf16Stream *gx_utf16_stream_new (GxStream *inner, const char *encoding);
void gx_utf16_stream_free (GxUtf16Stream *self);
/** What comes out; it ends with self. */
GxStream *gx_utf16_stream_get (const GxUtf16Stream *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxUtf16Stream, gx_utf16_stream_free)
