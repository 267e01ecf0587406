/* SPDX-License-Identifier: GPL-3.0-or-later
 * stream.h - bytes that come one after the other: of a file, of standard input, of a file inside an archive. Some of what comes next can be
 * looked at before it is taken.
 *
 * Errors     GX_ERROR_IO, and what the origin fails with; messages start with the path.
 * Threads    one thread a stream. */
#pragma once

#include <guanxi/error.h>
#include <guanxi/str.h>

typedef struct _GxStream GxStream;

/** Reads some bytes into buffer, which has room for thousands: how many, 0 at the end, -1 with error set. */
typedef gssize (*GxStreamFunc) (gpointer origin, char *buffer, gsize size, GError **error);

/** A stream of what read gives. Origin must outlive the stream. */
GxStream *gx_stream_new (GxStreamFunc read, gpointer origin);
/** A stream of bytes in memory, which it takes over. */
GxStream *gx_stream_new_bytes (GByteArray *bytes);
/** Opens a file (`-`: standard input). */
GxStream *gx_stream_open (const char *path, GError **error);
void gx_stream_free (GxStream *self);
/** Reads some bytes into buffer: how many, 0 at the end, -1 with error set. */
gssize gx_stream_read (GxStream *self, char *buffer, gsize size, GError **error);
/** The next bytes, size of them unless the stream ends before, which stay to be read; borrowed until the next call. A failure while looking
 *  is told when its place is read. */
GxStr gx_stream_peek (GxStream *self, gsize size);
/** All that is left, at most max_bytes of it; path is for messages: larger ones fail. The caller's. */
GByteArray *gx_stream_read_all (GxStream *self, guint64 max_bytes, const char *path, GError **error);
/** Bytes read so far. */
guint64 gx_stream_position (const GxStream *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxStream, gx_stream_free)
