/* SPDX-License-Identifier: GPL-3.0-or-later
 * writer.c - a buffered stream that keeps its first error. */
#include <guanxi/output.h>

#include <errno.h>
#include <math.h>
#include <unistd.h>

#define BUFFER_SIZE ((gsize)65536)
/** Digits after which a double no longer changes. */
#define MAX_DIGITS 17u

struct _GxWriter {
    int fd;
    char *name;
    int failure; /* errno of the first write that failed; 0: none */
    gsize len;
    char buffer[BUFFER_SIZE];
};

GxWriter *
gx_writer_new (int fd, const char *name)
{
    GxWriter *self = g_new (GxWriter, 1);
    self->fd = fd;
    self->name = g_strdup (name);
    self->failure = 0;
    self->len = 0;
    return self;
}

void
gx_writer_free (GxWriter *self)
{
    if (!self)
        return;
    g_free (self->name);
    g_free (self);
}

/** Hands bytes to the system, however small the pieces it takes. */
static void
write_out (GxWriter *self, const char *data, gsize len)
{
    while (len > 0 && self->failure == 0) {
        ssize_t n = write (self->fd, data, MIN (len, (gsize)G_MAXINT));
        if (n > 0) {
            data += n;
            len -= (gsize)n;
        } else if (n == 0) {
            self->failure = EIO;
        } else if (errno != EINTR) {
            self->failure = errno;
        }
    }
}

static void
flush (GxWriter *self)
{
    write_out (self, self->buffer, self->len);
    self->len = 0;
}

void
gx_writer_put (GxWriter *self, const char *data, gsize len)
{
    if (self->failure != 0 || len == 0)
        return;
    if (len > BUFFER_SIZE - self->len)
        flush (self);
    if (len >= BUFFER_SIZE) {
        write_out (self, data, len);
        return;
    }
    memcpy (self->buffer + self->len, data, len);
    self->len += len;
}

void
gx_writer_puts (GxWriter *self, const char *text)
{
    gx_writer_put (self, text, strlen (text));
}

void
gx_writer_printf (GxWriter *self, const char *format, ...)
{
    va_list args;
    va_start (args, format);
    g_autofree char *text = g_strdup_vprintf (format, args);
    va_end (args);
    gx_writer_puts (self, text);
}

void
gx_writer_put_double (GxWriter *self, double value, guint digits)
{
    if (!isfinite (value)) {
        gx_writer_puts (self, "NA");
        return;
    }
    char format[16], text[G_ASCII_DTOSTR_BUF_SIZE];
    (void)g_snprintf (format, sizeof format, "%%.%ug", CLAMP (digits, 1u, MAX_DIGITS));
    gx_writer_puts (self, g_ascii_formatd (text, sizeof text, format, value == 0.0 ? 0.0 : value)); /* no -0 */
}

gboolean
gx_writer_finish (GxWriter *self, GError **error)
{
    if (self->failure == 0)
        flush (self);
    if (self->failure != 0) {
        g_set_error (error, GX_ERROR, GX_ERROR_IO, "cannot write %s: %s", self->name, g_strerror (self->failure));
        return FALSE;
    }
    return TRUE;
}
