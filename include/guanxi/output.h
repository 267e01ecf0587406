/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/output.h - writing without ever leaving half a file behind.
 *
 * A GxWriter is a buffered stream that remembers its first error, so that a writer of many small pieces checks once, at the end.
 * A GxOutput is a set of files of one folder: each is written beside its target, and all are renamed when every one of them is flushed and
 * synced. So no file is ever half a one, and what fails while writing (a full disk, a kill, Ctrl-C) leaves all old files as they were. Only
 * the renames themselves are one after the other: a system that refuses one of them, or stops between two, leaves the files before it new
 * and those from it on old.
 *
 * Ownership  writers opened from an output belong to it; a writer opened on a descriptor is the caller's.
 * Errors     GX_ERROR_IO with the file's name and the system's reason.
 * Threads    one thread at a time. */
#pragma once

#include <guanxi/error.h>
#include <guanxi/str.h>

G_BEGIN_DECLS

typedef struct _GxWriter GxWriter;
typedef struct _GxOutput GxOutput;

/** A writer onto an open descriptor, which stays open; name is for messages. The caller's. */
GxWriter *gx_writer_new (int fd, const char *name);
/** Frees without flushing: what was not finished is not written. */
void gx_writer_free (GxWriter *self);

/** Appends bytes. After an error it does nothing. */
void gx_writer_put (GxWriter *self, const char *data, gsize len);
/** Appends a terminated string. */
void gx_writer_puts (GxWriter *self, const char *text);
/** Appends formatted text; use no floating conversions here, they follow the locale. */
void gx_writer_printf (GxWriter *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** Appends a number as C's `%.*g` would in the C locale, whatever the process's locale; -0 as 0. NaN and infinities are `NA`. */
void gx_writer_put_double (GxWriter *self, double value, guint digits);
/** Flushes; TRUE when every byte so far has reached the descriptor. */
gboolean gx_writer_finish (GxWriter *self, GError **error);

/** Starts a set of files in folder, which is made (with its parents) when it is not there. */
GxOutput *gx_output_new (const char *folder, GError **error);
/** A writer for the file of this name in the folder. Borrowed; it ends with the output. */
GxWriter *gx_output_add (GxOutput *self, const char *name, GError **error);
/** The path of a fresh, empty temporary file that will become name: for libraries that open files themselves. Borrowed. */
const char *gx_output_add_path (GxOutput *self, const char *name, GError **error);
/** Flushes and syncs every file, then renames them into place in the order in which they were added. When a file cannot be flushed or
 * synced nothing is replaced; when a rename is refused, the files before that one are. Either way what was not renamed is removed with the
 * output. */
gboolean gx_output_commit (GxOutput *self, GError **error);
/** Removes what was not committed, and the folder if it was made for nothing. */
void gx_output_free (GxOutput *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxWriter, gx_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxOutput, gx_output_free)
G_END_DECLS
