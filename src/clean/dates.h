/* SPDX-License-Identifier: GPL-3.0-or-later
 * dates.h - dating a document that has no date among its metadata. */
#pragma once

#include "builder.h"

/** Dates the document in the builder, all of whose blocks have been ended: by its name, else by a dateline near its top or its end, the
 * upper one when there are several. Metadata stay. O(blocks looked at). */
void gx_dates_find (GxBuilder *builder, const char *name);
