/* SPDX-License-Identifier: GPL-3.0-or-later
 * archive.c - libarchive with bounds, and names that can do no harm.
 *
 * What unpacks to more than a few hundred times its size is a bomb, however its layers are nested: text never packs so well. The programs
 * libarchive would start for rare filters are left out. */
#include "archive.h"
#include "entry-name.h"
#include "read-options.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sys/stat.h>

/** Bytes read from disk at once. */
#define BLOCK_SIZE ((gsize)256 * 1024)
/** An archive may unpack to so much whatever its size; */
#define FREE_BYTES (G_GUINT64_CONSTANT (64) << 20)
/** behind that, to so many times its size. */
#define MAX_EXPANSION 250u
/** More entries than any collection of texts has. */
#define MAX_ENTRIES 10000000u

struct _GxArchive {
    struct archive *reader;
    GxArchive *outer; /* the one this lies in, or NULL */
    GxStream *stream; /* what it is read from; NULL: memory or a file */
    char *block;
    GError *failure; /* of the stream */
    char *path, *name;
    guint64 size;     /* of the archive; 0 when unknown */
    guint64 unpacked; /* bytes that came out, of archives inside too */
    guint entries;
    gboolean broken;    /* nothing more can be read */
    gboolean encrypted; /* the current file is */
    locale_t utf8;      /* libarchive writes names in the thread's encoding */
};

static gboolean
fail (const GxArchive *self, const char *name, const char *reason, GError **error)
{
    if (name)
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s/%s: %s", self->path, name, reason);
    else
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s: %s", self->path, reason);
    return FALSE;
}

/** Fails with what libarchive says. */
static gboolean
fail_reader (GxArchive *self, const char *name, GError **error)
{
    if (self->failure) {
        g_propagate_error (error, g_steal_pointer (&self->failure));
        return FALSE;
    }
    const char *reason = archive_error_string (self->reader);
    g_autofree char *text = reason ? g_utf8_make_valid (reason, -1) : g_strdup ("damaged archive");
    return fail (self, name, text, error);
}

static void
support (struct archive *reader, int (*const *supported) (struct archive *), gsize n_supported)
{
    for (gsize i = 0; i < n_supported; i++)
        if (supported[i](reader) != ARCHIVE_OK)
            g_debug ("archive: %s", archive_error_string (reader)); /* built without it */
}

static GxArchive *
archive_new (const char *path, guint64 size, GxArchiveSort sort)
{
    int (*const filters[]) (struct archive *) = {
        archive_read_support_filter_gzip, archive_read_support_filter_bzip2,    archive_read_support_filter_xz,
        archive_read_support_filter_lzma, archive_read_support_filter_compress, archive_read_support_filter_zstd,
        archive_read_support_filter_lz4,  archive_read_support_filter_lzip,
    };
    int (*const formats[]) (struct archive *) = {
        archive_read_support_format_raw, /* what is tried for packed files */
        archive_read_support_format_zip,  archive_read_support_format_tar,
        archive_read_support_format_7zip, archive_read_support_format_empty,
    };
    GxArchive *self = g_new0 (GxArchive, 1);
    self->path = g_strdup (path);
    self->size = size;
    self->utf8 = newlocale (LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    self->reader = archive_read_new ();
    if (!self->reader)
        g_error ("archive: out of memory");
    support (self->reader, filters, G_N_ELEMENTS (filters));
    support (self->reader, formats, sort == GX_ARCHIVE_PACKED ? 1 : G_N_ELEMENTS (formats));
    return self;
}

void
gx_archive_free (GxArchive *self)
{
    if (!self)
        return;
    if (archive_read_free (self->reader) != ARCHIVE_OK)
        g_debug ("%s: not closed", self->path); /* everything is read */
    if (self->utf8)
        freelocale (self->utf8);
    g_clear_error (&self->failure);
    gx_stream_free (self->stream);
    g_free (self->block);
    g_free (self->path);
    g_free (self->name);
    g_free (self);
}

GxArchive *
gx_archive_open_memory (GxStr data, const char *path, GError **error)
{
    g_autoptr (GxArchive) self = archive_new (path, data.len, GX_ARCHIVE_ANY);
    if (archive_read_open_memory (self->reader, data.data, data.len) == ARCHIVE_OK)
        return g_steal_pointer (&self);
    (void)fail_reader (self, NULL, error);
    return NULL;
}

GxArchive *
gx_archive_open_file (const char *path, GxArchiveSort sort, GError **error)
{
    GStatBuf status;
    int reason = g_stat (path, &status) == 0 ? 0 : errno;
    if (reason == 0 && S_ISDIR (status.st_mode))
        reason = EISDIR;
    if (reason == 0 && g_access (path, R_OK) != 0)
        reason = errno;
    if (reason != 0) {
        g_set_error (error, GX_ERROR, GX_ERROR_IO, "%s: %s", path, g_strerror (reason));
        return NULL;
    }
    g_autoptr (GxArchive) self = archive_new (path, S_ISREG (status.st_mode) && status.st_size > 0 ? (guint64)status.st_size : 0, sort);
    if (archive_read_open_filename (self->reader, path, BLOCK_SIZE) == ARCHIVE_OK)
        return g_steal_pointer (&self);
    (void)fail_reader (self, NULL, error);
    return NULL;
}

/** libarchive calls this for the next block. */
static la_ssize_t
pull (struct archive *reader, void *user_data, const void **block)
{
    GxArchive *self = user_data;
    *block = self->block;
    gssize n = self->failure ? -1 : gx_stream_read (self->stream, self->block, BLOCK_SIZE, &self->failure);
    if (n < 0)
        archive_set_error (reader, EIO, "cannot be read");
    return n;
}

GxArchive *
gx_archive_open_stream (GxStream *stream, const char *path, GxArchiveSort sort, GError **error)
{
    g_autoptr (GxArchive) self = archive_new (path, 0, sort);
    self->stream = stream;
    self->block = g_malloc (BLOCK_SIZE);
    if (archive_read_open (self->reader, self, NULL, pull, NULL) == ARCHIVE_OK)
        return g_steal_pointer (&self);
    (void)fail_reader (self, NULL, error);
    return NULL;
}

guint64
gx_archive_consumed (const GxArchive *self)
{
    gint64 bytes = archive_filter_bytes (self->reader, -1);
    guint64 consumed = bytes > 0 ? (guint64)bytes : 0;
    return self->size > 0 ? MIN (consumed, self->size) : consumed;
}

/** ZIP and 7-Zip are read by seeking. */
static gboolean
is_indexed (const GxArchive *self)
{
    int format = archive_format (self->reader) & ARCHIVE_FORMAT_BASE_MASK;
    return self->size > 0 && (format == ARCHIVE_FORMAT_ZIP || format == ARCHIVE_FORMAT_7ZIP);
}

/** Counts bytes that came out; FALSE when there are too many, for this archive or one it lies in. */
static gboolean
charge (GxArchive *self, guint64 bytes, GError **error)
{
    for (GxArchive *archive = self; archive; archive = archive->outer) {
        guint64 packed = is_indexed (archive) ? archive->size : gx_archive_consumed (archive);
        archive->unpacked += bytes;
        if (archive->unpacked <= FREE_BYTES || archive->unpacked / MAX_EXPANSION <= packed)
            continue;
        self->broken = archive->broken = TRUE;
        g_autofree char *reason = g_strdup_printf ("unpacks to more than %u times its size", MAX_EXPANSION);
        return fail (archive, NULL, reason, error);
    }
    return TRUE;
}

void
gx_archive_set_outer (GxArchive *self, GxArchive *outer)
{
    self->outer = outer;
}

/** Whether the bytes are neither an archive nor packed. */
static gboolean
is_bare (const GxArchive *self)
{
    return archive_format (self->reader) == ARCHIVE_FORMAT_RAW && archive_filter_count (self->reader) <= 1;
}

/** Reads on to the end of the current file, so that what is passed over counts, too. In ZIP it is not unpacked. */
static gboolean
drain (GxArchive *self, GError **error)
{
    gboolean is_zip = (archive_format (self->reader) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_ZIP;
    if (self->entries == 0 || (is_zip && is_indexed (self)))
        return TRUE;
    for (;;) {
        const void *block;
        size_t size = 0;
        la_int64_t offset;
        int code = archive_read_data_block (self->reader, &block, &size, &offset);
        if (code == ARCHIVE_EOF || code == ARCHIVE_FATAL || code == ARCHIVE_FAILED)
            return TRUE; /* the next header tells what is wrong */
        if (!charge (self, size, error))
            return FALSE;
    }
}

/** The next header; NULL at the end or with error set. */
static struct archive_entry *
next_header (GxArchive *self, GError **error)
{
    struct archive_entry *entry = NULL;
    locale_t before = self->utf8 ? uselocale (self->utf8) : (locale_t)0;
    int code = ARCHIVE_RETRY;
    for (guint i = 0; code == ARCHIVE_RETRY && i < MAX_EXPANSION; i++)
        code = archive_read_next_header (self->reader, &entry);
    if (self->utf8)
        (void)uselocale (before);
    if (code == ARCHIVE_OK || code == ARCHIVE_WARN)
        return entry;
    self->broken = TRUE;
    if (code != ARCHIVE_EOF)
        (void)fail_reader (self, NULL, error);
    return NULL;
}

const char *
gx_archive_next (GxArchive *self, GError **error)
{
    g_clear_pointer (&self->name, g_free);
    while (!self->broken && drain (self, error)) {
        struct archive_entry *entry = next_header (self, error);
        if (!entry)
            break;
        if (is_bare (self)) {
            self->broken = TRUE;
            (void)fail (self, NULL, "no archive, or a damaged one", error);
            break;
        }
        if (++self->entries > MAX_ENTRIES) {
            self->broken = TRUE;
            (void)fail (self, NULL, "too many entries", error);
            break;
        }
        if (archive_format (self->reader) == ARCHIVE_FORMAT_RAW)
            return self->name = gx_entry_name_unpacked (self->path);
        if (archive_entry_filetype (entry) != AE_IFREG || archive_entry_hardlink (entry))
            continue;
        self->encrypted = archive_entry_is_encrypted (entry) != 0;
        locale_t before = self->utf8 ? uselocale (self->utf8) : (locale_t)0;
        const char *raw = archive_entry_pathname (entry);
        if (self->utf8)
            (void)uselocale (before);
        return self->name = gx_entry_name_clean (raw ? raw : "");
    }
    return NULL;
}

gboolean
gx_archive_is_packed_file (const GxArchive *self)
{
    return archive_format (self->reader) == ARCHIVE_FORMAT_RAW;
}

gssize
gx_archive_read_some (GxArchive *self, char *buffer, gsize size, GError **error)
{
    g_return_val_if_fail (self->name, -1);
    if (self->broken || self->encrypted) {
        (void)fail (self, self->name, self->encrypted ? "encrypted" : "the archive is damaged", error);
        return -1;
    }
    la_ssize_t n = archive_read_data (self->reader, buffer, MIN (size, (gsize)G_MAXINT));
    if (n < 0) {
        gboolean whole = archive_format (self->reader) == ARCHIVE_FORMAT_RAW;
        (void)fail_reader (self, whole ? NULL : self->name, error);
        self->broken = whole;
        return -1;
    }
    return charge (self, (guint64)n, error) ? (gssize)n : -1;
}

static gssize
read_current (gpointer origin, char *buffer, gsize size, GError **error)
{
    return gx_archive_read_some (origin, buffer, size, error);
}

GByteArray *
gx_archive_read (GxArchive *self, guint64 max_bytes, GError **error)
{
    g_autofree char *path = gx_archive_is_packed_file (self) ? g_strdup (self->path) : g_strconcat (self->path, "/", self->name, NULL);
    g_autoptr (GxStream) stream = gx_stream_new (read_current, self);
    return gx_stream_read_all (stream, max_bytes, path, error);
}
