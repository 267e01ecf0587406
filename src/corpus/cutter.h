/* SPDX-License-Identifier: GPL-3.0-or-later
 * cutter.h - records cut out of a stream, one after the other, none of them larger than a limit.
 *
 * Threads    one thread a cutter. */
#pragma once

#include "stream.h"

typedef struct _GxCutter GxCutter;

/** Looks for the end of a record in bytes that begin or continue it: how many of them belong to it (all, unless ends is set to TRUE). */
typedef gsize (*GxCutFunc) (gpointer state, GxStr bytes, gboolean *ends);

/** What came of it. */
typedef enum {
    GX_CUT_END,       /**< there are no more */
    GX_CUT_RECORD,    /**< a record with its end */
    GX_CUT_UNENDED,   /**< the last record, whose end is missing */
    GX_CUT_TOO_LARGE, /**< a record that was larger than the limit; its first bytes */
    GX_CUT_FAILED     /**< the stream failed */
} GxCutResult;

/** Cuts what comes out of stream (borrowed); records are at most max_bytes long. */
GxCutter *gx_cutter_new (GxStream *stream, guint64 max_bytes, GxCutFunc cut, gpointer state);
void gx_cutter_free (GxCutter *self);
/** The next record: its bytes, the caller's, and the line (counted from 1) it begins in. After one that was too large, cut is called for
 * its rest as if for a new one. */
GxCutResult gx_cutter_next (GxCutter *self, GByteArray **bytes, guint64 *line, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxCutter, gx_cutter_free)
