/* SPDX-License-Identifier: GPL-3.0-or-later
 * sample-output.h - what a writer wrote, as a string. */
#pragma once

#include <guanxi/output.h>

#include <glib/gstdio.h>

/** A file being written. */
typedef struct {
    char *path;
    int fd;
    GxWriter *writer;
} SampleOutput;

static inline SampleOutput
sample_output_open (void)
{
    SampleOutput self = { 0 };

    self.fd = g_file_open_tmp ("guanxi-XXXXXX", &self.path, NULL);
    g_assert_cmpint (self.fd, >=, 0);
    self.writer = gx_writer_new (self.fd, "sample");
    return self;
}

/** Ends the file and returns its path; g_remove() and g_free() it. */
static inline char *
sample_output_keep (SampleOutput *self)
{
    GError *error = NULL;

    gx_writer_finish (self->writer, &error);
    g_assert_no_error (error);
    gx_writer_free (self->writer);
    g_close (self->fd, NULL);
    return self->path;
}

/** Ends the file and returns what is in it; g_free(). */
static inline char *
sample_output_close (SampleOutput *self)
{
    g_autofree char *path = sample_output_keep (self);
    char *text = NULL;

    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    g_remove (path);
    return text;
}
