/* SPDX-License-Identifier: GPL-3.0-or-later
 * archive-sample.h - archives made in memory. */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <glib.h>

/** An archive that grows. */
typedef struct {
    struct archive *writer;
    GByteArray *bytes;
} Sample;

static inline la_ssize_t
sample_store (struct archive *writer, void *user_data, const void *data, size_t size)
{
    (void)writer;
    g_byte_array_append (user_data, data, (guint)size);
    return (la_ssize_t)size;
}

/** Starts an archive: format `zip`, `7zip`, `ustar`, `pax`, `raw`; filter `gzip`, `xz`, `zstd`, `bzip2` or NULL. */
static inline Sample
sample_new (const char *format, const char *filter)
{
    Sample self = { archive_write_new (), g_byte_array_new () };
    g_assert_cmpint (archive_write_set_format_by_name (self.writer, format), ==, ARCHIVE_OK);
    if (filter)
        g_assert_cmpint (archive_write_add_filter_by_name (self.writer, filter), ==, ARCHIVE_OK);
    g_assert_cmpint (archive_write_set_bytes_in_last_block (self.writer, 1), ==, ARCHIVE_OK);
    g_assert_cmpint (archive_write_open (self.writer, self.bytes, NULL, sample_store, NULL), ==, ARCHIVE_OK);
    return self;
}

/** Adds an entry of some type (AE_IFREG …); link is where a link leads, or NULL. */
static inline void
sample_add_entry (Sample *self, const char *name, unsigned type, const char *link, const void *data, gsize len)
{
    struct archive_entry *entry = archive_entry_new ();
    archive_entry_set_pathname (entry, name);
    archive_entry_set_filetype (entry, type);
    archive_entry_set_perm (entry, 0644);
    archive_entry_set_size (entry, (la_int64_t)len);
    if (link && type == AE_IFLNK)
        archive_entry_set_symlink (entry, link);
    else if (link)
        archive_entry_set_hardlink (entry, link);
    g_assert_cmpint (archive_write_header (self->writer, entry), >=, ARCHIVE_WARN);
    if (len > 0)
        g_assert_cmpint (archive_write_data (self->writer, data, len), ==, (la_ssize_t)len);
    archive_entry_free (entry);
}

static inline void
sample_add (Sample *self, const char *name, const char *text)
{
    sample_add_entry (self, name, AE_IFREG, NULL, text, strlen (text));
}

/** Ends the archive: its bytes, the caller's. */
static inline GByteArray *
sample_finish (Sample *self)
{
    g_assert_cmpint (archive_write_close (self->writer), ==, ARCHIVE_OK);
    archive_write_free (self->writer);
    self->writer = NULL;
    return g_steal_pointer (&self->bytes);
}
