/* SPDX-License-Identifier: GPL-3.0-or-later
 * source.h - making a source of bytes that are already in memory. */
#pragma once

#include <guanxi/corpus.h>

/** A source of data, which it takes over. Path is for messages. Options may be NULL. O(len). */
GxSource *gx_source_take (const char *name, const char *path, GByteArray *data, const GxCorpusOptions *options, GError **error);
