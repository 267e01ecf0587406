/* SPDX-License-Identifier: GPL-3.0-or-later
 * stream.c - bytes that come one after the other. */
#include "stream.h"
#include "read-options.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/** What is read at once. */
#define CHUNK_SIZE ((gsize)256 * 1024)
/** Looking ahead reads at least so much. */
#define LEAST_CHUNK ((gsize)4096)

struct _GxStream {
    GxStreamFunc read;
    gpointer origin;
    char *path;       /* of a file */
    int fd;           /* -1: none, or not the stream's to close */
    GByteArray *held; /* looked at or in memory, not read yet */
    gsize taken;      /* of held */
    GError *failure;  /* found while looking */
    guint64 size;     /* of a file; 0 when unknown */
    guint64 position;
};

GxStream *
gx_stream_new (GxStreamFunc read, gpointer origin)
{
    GxStream *self = g_new0 (GxStream, 1);
    self->read = read;
    self->origin = origin;
    self->fd = -1;
    self->held = g_byte_array_new ();
    return self;
}

static gssize
read_nothing (gpointer origin, char *buffer, gsize size, GError **error)
{
    (void)origin;
    (void)buffer;
    (void)size;
    (void)error;
    return 0;
}

GxStream *
gx_stream_new_bytes (GByteArray *bytes)
{
    GxStream *self = gx_stream_new (read_nothing, NULL);
    g_byte_array_unref (self->held);
    self->held = bytes;
    return self;
}

static gssize
read_file (gpointer origin, char *buffer, gsize size, GError **error)
{
    GxStream *self = origin;
    for (;;) {
        ssize_t n = read (self->fd < 0 ? STDIN_FILENO : self->fd, buffer, size);
        int reason = errno;
        if (n >= 0)
            return n;
        if (reason != EINTR) {
            g_set_error (error, GX_ERROR, GX_ERROR_IO, "%s: %s", self->path, g_strerror (reason));
            return -1;
        }
    }
}

GxStream *
gx_stream_open (const char *path, GError **error)
{
    GxStream *self = gx_stream_new (read_file, NULL);
    self->origin = self;
    self->path = g_strdup (path);
    if (g_str_equal (path, "-"))
        return self;
    struct stat status;
    int reason = 0;
    self->fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
    if (self->fd < 0 || fstat (self->fd, &status) != 0)
        reason = errno;
    else if (S_ISDIR (status.st_mode))
        reason = EISDIR;
    if (reason == 0) {
        self->size = S_ISREG (status.st_mode) && status.st_size > 0 ? (guint64)status.st_size : 0;
        return self;
    }
    g_set_error (error, GX_ERROR, GX_ERROR_IO, "%s: %s", path, g_strerror (reason));
    gx_stream_free (self);
    return NULL;
}

void
gx_stream_free (GxStream *self)
{
    if (!self)
        return;
    if (self->fd >= 0 && close (self->fd) != 0)
        g_debug ("%s: %s", self->path, g_strerror (errno)); /* only read */
    g_byte_array_unref (self->held);
    g_clear_error (&self->failure);
    g_free (self->path);
    g_free (self);
}

gssize
gx_stream_read (GxStream *self, char *buffer, gsize size, GError **error)
{
    gsize held = self->held->len - self->taken;
    if (held > 0) {
        gsize n = MIN (size, held);
        memcpy (buffer, self->held->data + self->taken, n);
        self->taken += n;
        self->position += n;
        return (gssize)n;
    }
    if (self->failure) {
        g_propagate_error (error, g_steal_pointer (&self->failure));
        return -1;
    }
    gssize n = self->read (self->origin, buffer, size, error);
    self->position += n > 0 ? (guint64)n : 0;
    return n;
}

GxStr
gx_stream_peek (GxStream *self, gsize size)
{
    if (self->taken > 0 && self->read != read_nothing) {
        g_byte_array_remove_range (self->held, 0, (guint)self->taken);
        self->taken = 0;
    }
    while (self->held->len - self->taken < size && !self->failure && self->read != read_nothing) {
        guint filled = self->held->len, room = (guint)CLAMP (size - filled, LEAST_CHUNK, CHUNK_SIZE);
        g_byte_array_set_size (self->held, filled + room);
        gssize n = self->read (self->origin, (char *)self->held->data + filled, room, &self->failure);
        g_byte_array_set_size (self->held, filled + (n > 0 ? (guint)n : 0));
        if (n <= 0)
            break;
    }
    return (GxStr){ (const char *)self->held->data + self->taken, MIN (size, self->held->len - self->taken) };
}

GByteArray *
gx_stream_read_all (GxStream *self, guint64 max_bytes, const char *path, GError **error)
{
    guint64 limit = MIN (max_bytes, (guint64)G_MAXINT);
    if (self->read == read_nothing && self->taken == 0 && self->position == 0 && self->held->len <= limit) {
        self->position = self->held->len;
        GByteArray *all = self->held;
        self->held = g_byte_array_new ();
        return all;
    }
    /* One byte more than is expected, so that the end shows without growing. */
    guint64 expected = MIN (self->size > self->position ? self->size - self->position : 0, limit) + 1;
    g_autoptr (GByteArray) bytes = g_byte_array_new ();
    for (;;) {
        guint filled = bytes->len, room = (guint)MIN (MAX ((guint64)CHUNK_SIZE, expected - MIN (expected, filled)), limit - filled + 1);
        g_byte_array_set_size (bytes, filled + room);
        gssize n = gx_stream_read (self, (char *)bytes->data + filled, room, error);
        g_byte_array_set_size (bytes, filled + (n > 0 ? (guint)n : 0));
        if (n < 0)
            return NULL;
        if (n == 0)
            return g_steal_pointer (&bytes);
        if (bytes->len > limit) {
            (void)gx_fail_too_large (path, limit, error);
            return NULL;
        }
    }
}

guint64
gx_stream_position (const GxStream *self)
{
    return self->position;
}
