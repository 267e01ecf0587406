/* SPDX-License-Identifier: GPL-3.0-or-later
 * read-options.h - the options of a corpus, shared by all its inputs.
 *
 * Threads    immutable; references may be taken and dropped on any thread. */
#pragma once

#include <guanxi/corpus.h>

/** A copy of options with everything filled in. */
typedef struct {
    GxCorpusOptions options;
} GxReadOptions;

/** Copies options (NULL: the default). */
GxReadOptions *gx_read_options_new (const GxCorpusOptions *options);
GxReadOptions *gx_read_options_ref (GxReadOptions *self);
void gx_read_options_unref (GxReadOptions *self);
/** The largest text that is read as one document; options may be NULL. */
guint64 gx_max_bytes (const GxCorpusOptions *options);
/** Fails: what lies at path is larger than max_bytes. Always FALSE. */
gboolean gx_fail_too_large (const char *path, guint64 max_bytes, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxReadOptions, gx_read_options_unref)
