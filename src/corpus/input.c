/* SPDX-License-Identifier: GPL-3.0-or-later
 * input.c - something to read: its name, its path, and its bytes when they are asked for. */
#include "input.h"
#include "stream.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

struct _GxInput {
    char *name, *path, *container;
    guint64 bytes;
    GxReadOptions *options; /* NULL for a failure */
    GError *failure;
    GByteArray *held; /* NULL: read from path */
    GxUnwrapFunc unwrap;
    gpointer context;
    GDestroyNotify release;
};

GxInput *
gx_input_new (const char *name, const char *path, guint64 bytes, GxReadOptions *options, GError *failure)
{
    GxInput *self = g_new0 (GxInput, 1);
    self->name = g_strdup (name);
    self->path = g_strdup (path);
    self->bytes = bytes;
    self->options = gx_read_options_ref (options);
    self->failure = failure;
    return self;
}

GxInput *
gx_input_new_held (const char *name, const char *path, const char *container, GByteArray *bytes, GxReadOptions *options)
{
    GxInput *self = gx_input_new (name, path, 0, options, NULL);
    self->container = g_strdup (container);
    self->held = bytes;
    return self;
}

GxInput *
gx_input_new_failed (const char *name, const char *path, const char *container, GError *failure)
{
    GxInput *self = g_new0 (GxInput, 1);
    self->name = g_strdup (name);
    self->path = g_strdup (path);
    self->container = g_strdup (container);
    self->failure = failure;
    return self;
}

void
gx_input_set_unwrap (GxInput *self, GxUnwrapFunc unwrap, gpointer context, GDestroyNotify release)
{
    self->unwrap = unwrap;
    self->context = context ? g_atomic_rc_box_acquire (context) : NULL;
    self->release = release;
}

gboolean
gx_input_has_failed (const GxInput *self)
{
    return self->failure != NULL;
}

void
gx_input_add_bytes (GxInput *self, guint64 bytes)
{
    self->bytes += bytes;
}

void
gx_input_free (GxInput *self)
{
    if (!self)
        return;
    if (self->context)
        self->release (self->context);
    g_clear_pointer (&self->held, g_byte_array_unref);
    g_clear_pointer (&self->options, gx_read_options_unref);
    g_clear_error (&self->failure);
    g_free (self->container);
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

const char *
gx_input_container (const GxInput *self)
{
    return self->container;
}

guint64
gx_input_bytes (const GxInput *self)
{
    return self->bytes;
}

void
gx_record_clear (GxRecord *self)
{
    g_clear_pointer (&self->text, g_byte_array_unref);
    gx_fields_clear (&self->fields);
}

static GByteArray *
read_file (const GxInput *self, GError **error)
{
    guint64 limit = self->options->options.max_bytes;
    GStatBuf status;
    /* A file that is too large is not even opened; what has no size (a pipe) is told when it comes. */
    if (g_stat (self->path, &status) == 0 && S_ISREG (status.st_mode) && status.st_size > 0 && (guint64)status.st_size > limit) {
        (void)gx_fail_too_large (self->path, limit, error);
        return NULL;
    }
    g_autoptr (GxStream) stream = gx_stream_open (self->path, error);
    return stream ? gx_stream_read_all (stream, limit, self->path, error) : NULL;
}

/** The text of a record. */
static GxSource *
read_record (const GxInput *self, GError **error)
{
    g_auto (GxRecord) record = { 0 };
    if (!self->unwrap ((GxStr){ (const char *)self->held->data, self->held->len }, self->path, self->context, &record, error))
        return NULL;
    const GxCorpusOptions *given = &self->options->options;
    if (record.text->len > given->max_bytes) {
        (void)gx_fail_too_large (self->path, given->max_bytes, error);
        return NULL;
    }
    const GxCorpusOptions options = { .kind = given->kind != GX_KIND_AUTO ? given->kind : record.kind,
                                      .encoding = record.encoding ? "UTF-8" : given->encoding };
    GxSource *source = gx_source_take (self->name, self->path, g_steal_pointer (&record.text), &options, error);
    if (!source)
        return NULL;
    gx_source_take_fields (source, &record.fields);
    if (record.encoding)
        gx_source_set_encoding (source, record.encoding, record.confidence, record.replaced);
    return source;
}

GxSource *
gx_input_read (const GxInput *self, GError **error)
{
    if (self->failure) {
        if (error)
            *error = g_error_copy (self->failure);
        return NULL;
    }
    if (self->unwrap)
        return read_record (self, error);
    GByteArray *bytes = self->held ? g_byte_array_ref (self->held) : read_file (self, error);
    return bytes ? gx_source_take (self->name, self->path, bytes, &self->options->options, error) : NULL;
}
