/* SPDX-License-Identifier: GPL-3.0-or-later
 * read-options.c - the options of a corpus, shared by all its inputs. */
#include "read-options.h"

GxReadOptions *
gx_read_options_new (const GxCorpusOptions *options)
{
    GxReadOptions *self = g_atomic_rc_box_new0 (GxReadOptions);
    self->options.max_bytes = gx_max_bytes (options);
    if (!options)
        return self;
    self->options.scope = options->scope;
    self->options.kind = options->kind;
    self->options.encoding = g_strdup (options->encoding);
    self->options.text_field = g_strdup (options->text_field);
    for (guint i = 0; i < GX_N_SOURCE_FIELDS; i++)
        self->options.fields[i] = g_strdup (options->fields[i]);
    return self;
}

GxReadOptions *
gx_read_options_ref (GxReadOptions *self)
{
    return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
    GxReadOptions *self = data;
    g_free ((gpointer)self->options.encoding);
    g_free ((gpointer)self->options.text_field);
    for (guint i = 0; i < GX_N_SOURCE_FIELDS; i++)
        g_free ((gpointer)self->options.fields[i]);
}

void
gx_read_options_unref (GxReadOptions *self)
{
    g_atomic_rc_box_release_full (self, clear);
}

guint64
gx_max_bytes (const GxCorpusOptions *options)
{
    return options && options->max_bytes > 0 ? options->max_bytes : GX_MAX_DOCUMENT_BYTES;
}

gboolean
gx_fail_too_large (const char *path, guint64 max_bytes, GError **error)
{
    const guint64 mebi = 1 << 20;
    if (max_bytes % mebi == 0)
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s: larger than %" G_GUINT64_FORMAT " MiB", path, max_bytes / mebi);
    else
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s: larger than %" G_GUINT64_FORMAT " bytes", path, max_bytes);
    return FALSE;
}
