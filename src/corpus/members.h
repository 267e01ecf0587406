/* SPDX-License-Identifier: GPL-3.0-or-later
 * members.h - some of the files inside an archive, in UTF-8.
 *
 * Errors     those of archives and of encodings; messages start with the path. */
#pragma once

#include "source.h"

typedef struct _GxMembers GxMembers;

/** Whether a file is to be read. */
typedef gboolean (*GxMemberFunc) (const char *name, gconstpointer user_data);

/** No files yet. Path is for messages; raw must outlive it; all files together are at most max_bytes. */
GxMembers *gx_members_new (GxStr raw, const char *path, guint64 max_bytes);
void gx_members_free (GxMembers *self);
/** Reads the files that are wanted, one pass through the archive. */
gboolean gx_members_read (GxMembers *self, GxMemberFunc is_wanted, gconstpointer user_data, GError **error);
/** The text of a file, borrowed; data is NULL when it was not read, or is no markup. */
GxStr gx_members_find (const GxMembers *self, const char *name);
/** The first name, in byte order, that ends so; NULL when there is none. Borrowed. */
const char *gx_members_find_ending (const GxMembers *self, const char *ending);
/** Tells the source what its files were decoded from. */
void gx_members_tell_encoding (const GxMembers *self, GxSource *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxMembers, gx_members_free)
