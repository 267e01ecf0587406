/* SPDX-License-Identifier: GPL-3.0-or-later
 * archive-texts.h - the texts in an archive, those in archives and dumps inside it too. */
#pragma once

#include "archive.h"
#include "container.h"

/** How deep archives may lie inside each other. */
#define GX_MAX_ARCHIVE_DEPTH 3u

/** The texts of an archive, which it takes over. Bytes, when not NULL, are those it lies in, taken over too. */
GxContainer *gx_archive_texts_open (GxArchive *archive, GByteArray *bytes, const GxPlace *place);
