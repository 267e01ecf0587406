/* SPDX-License-Identifier: GPL-3.0-or-later
 * input.c - something to read: its name, its path, and its bytes when they are asked for. */
#include "input.h"
#include "source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/** What is read at once when nobody knows how much will come. */
#define CHUNK_SIZE (256u * 1024u)
/** Larger files are dumps to be cut up first; a GByteArray ends at twice this. */
#define MAX_SIZE ((guint)G_MAXINT)

struct _GxInput {
    char *name, *path;
    guint64 bytes;
    GxKind kind;
    char *encoding;
    GError *failure;
};

GxInput *
gx_input_new (const char *name, const char *path, guint64 bytes, const GxCorpusOptions *options, GError *failure)
{
    GxInput *self = g_new0 (GxInput, 1);
    self->name = g_strdup (name);
    self->path = g_strdup (path);
    self->bytes = bytes;
    self->kind = options ? options->kind : GX_KIND_AUTO;
    self->encoding = options ? g_strdup (options->encoding) : NULL;
    self->failure = failure;
    return self;
}

void
gx_input_free (GxInput *self)
{
    if (!self)
        return;
    g_clear_error (&self->failure);
    g_free (self->encoding);
    g_free (self->path);
    g_free (self->name);
    g_free (self);
}

const char *
gx_input_name (const GxInput *self)
{
    return self->name;
}

const char *
gx_input_path (const GxInput *self)
{
    return self->path;
}

guint64
gx_input_bytes (const GxInput *self)
{
    return self->bytes;
}

static gboolean
fail (const char *path, int reason, GError **error)
{
    g_set_error (error, GX_ERROR, GX_ERROR_IO, "%s: %s", path, g_strerror (reason));
    return FALSE;
}

/** Appends all that comes from a descriptor. */
static gboolean
read_all (int fd, const char *path, guint64 expected, GByteArray *bytes, GError **error)
{
    if (expected >= MAX_SIZE)
        return fail (path, EFBIG, error);
    /* One byte more than expected, so that the end shows without growing. */
    guint room = expected > 0 ? (guint)expected + 1 : CHUNK_SIZE;
    for (;;) {
        guint filled = bytes->len;
        if (room > MAX_SIZE - filled)
            return fail (path, EFBIG, error);
        g_byte_array_set_size (bytes, filled + room);
        ssize_t n = read (fd, bytes->data + filled, room);
        int reason = errno;
        g_byte_array_set_size (bytes, filled + (n > 0 ? (guint)n : 0));
        if (n == 0)
            return TRUE;
        if (n < 0 && reason != EINTR)
            return fail (path, reason, error);
        if (n > 0)
            room = (guint)n < room ? room - (guint)n : CHUNK_SIZE;
    }
}

static GByteArray *
read_file (const char *path, GError **error)
{
    g_autoptr (GByteArray) bytes = g_byte_array_new ();
    int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
    if (fd < 0) {
        (void)fail (path, errno, error);
        return NULL;
    }
    struct stat status;
    gboolean ok = TRUE;
    if (fstat (fd, &status) != 0)
        ok = fail (path, errno, error);
    else if (S_ISDIR (status.st_mode))
        ok = fail (path, EISDIR, error);
    else
        ok = read_all (fd, path, S_ISREG (status.st_mode) && status.st_size > 0 ? (guint64)status.st_size : 0, bytes, error);
    if (close (fd) != 0)
        g_debug ("%s: %s", path, g_strerror (errno)); /* everything is read */
    return ok ? g_steal_pointer (&bytes) : NULL;
}

GxSource *
gx_input_read (const GxInput *self, GError **error)
{
    if (self->failure) {
        if (error)
            *error = g_error_copy (self->failure);
        return NULL;
    }
    g_autoptr (GByteArray) bytes = NULL;
    if (g_str_equal (self->path, "-")) {
        bytes = g_byte_array_new ();
        if (!read_all (STDIN_FILENO, "-", 0, bytes, error))
            return NULL;
    } else {
        bytes = read_file (self->path, error);
        if (!bytes)
            return NULL;
    }
    const GxCorpusOptions options = { .kind = self->kind, .encoding = self->encoding };
    return gx_source_take (self->name, self->path, g_steal_pointer (&bytes), &options, error);
}
