/* SPDX-License-Identifier: GPL-3.0-or-later
 * xml.h - TEI, and XML of any other vocabulary. */
#pragma once

#include "builder.h"

/** Reads the source from byte start on. Fails with GX_ERROR_EMPTY when no element of it holds text. O(bytes). */
gboolean gx_xml_read (GxBuilder *builder, const GxSource *source, gsize start, GError **error);
