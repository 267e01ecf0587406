/* SPDX-License-Identifier: GPL-3.0-or-later
 * office.h - office documents and books, which are archives of XML, as one source each.
 *
 * The files inside that hold text (and those that say what its styles are) are the source's parts, in reading order; what the container
 * says of title, author, date and publisher becomes the source's fields. Entities are never expanded, nothing is fetched. */
#pragma once

#include "source.h"

/** Reads the bytes of a GX_KIND_DOCX, GX_KIND_ODT or GX_KIND_EPUB. All that is unpacked together is at most options->max_bytes. */
GxSource *gx_office_read (const char *name, const char *path, GxKind kind, GxStr raw, const GxCorpusOptions *options, GError **error);
