/* SPDX-License-Identifier: GPL-3.0-or-later
 * archive.h - files inside archives, one after the other, with bounds on what they may unpack to.
 *
 * Names are made safe: `/` between folders, valid UTF-8, no empty, `.` or `..` parts, nothing in front of the first folder. Entries that
 * are no ordinary files (folders, links, devices) are passed over.
 *
 * Errors     GX_ERROR_FORMAT: damaged, encrypted, unpacks to more than the bounds allow; messages start with the path.
 * Threads    one thread an archive. */
#pragma once

#include "stream.h"

typedef struct _GxArchive GxArchive;

/** Opens an archive (ZIP, tar, 7-Zip, packed by gzip, xz, zstd, bzip2 or not) that lies in memory; data must outlive it. Path is for
 * messages. */
GxArchive *gx_archive_open_memory (GxStr data, const char *path, GError **error);
/** What a packed file is taken for. */
typedef enum {
    GX_ARCHIVE_ANY,   /**< an archive, or else one file (.gz .xz .zst .bz2), which is its one entry */
    GX_ARCHIVE_PACKED /**< one file, even if that looks like an archive (a Word document) */
} GxArchiveSort;

/** Opens an archive file, to be streamed. */
GxArchive *gx_archive_open_file (const char *path, GxArchiveSort sort, GError **error);
/** Opens an archive that comes out of a stream, which it takes over. What is read by seeking (ZIP, 7-Zip) is better opened in memory. */
GxArchive *gx_archive_open_stream (GxStream *stream, const char *path, GxArchiveSort sort, GError **error);
void gx_archive_free (GxArchive *self);
/** Goes to the next file: its safe name, borrowed until the next call; NULL at the end or, with error set, when the archive is damaged. */
const char *gx_archive_next (GxArchive *self, GError **error);
/** Reads all of the current file, at most max_bytes of it: one that is larger fails. Other files may still be read after a failure. */
GByteArray *gx_archive_read (GxArchive *self, guint64 max_bytes, GError **error);
/** Reads some of the current file into buffer: the number of bytes, 0 at its end, -1 with error set. */
gssize gx_archive_read_some (GxArchive *self, char *buffer, gsize size, GError **error);
/** Whether the current file is no archive's, but a packed file that was unpacked. */
gboolean gx_archive_is_packed_file (const GxArchive *self);
/** From now on what comes out of this archive counts against the bounds of outer, which it lies in and which outlives it, too. */
void gx_archive_set_outer (GxArchive *self, GxArchive *outer);
/** Bytes of the archive itself that have been consumed so far, for progress. */
guint64 gx_archive_consumed (const GxArchive *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxArchive, gx_archive_free)
