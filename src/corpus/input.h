/* SPDX-License-Identifier: GPL-3.0-or-later
 * input.h - making inputs. */
#pragma once

#include "read-options.h"
#include "source.h"

/** A text that was taken out of a record. */
typedef struct {
    GByteArray *text;     /**< its bytes */
    const char *encoding; /**< the text is UTF-8 that was decoded from this; NULL: as it lies in the file; static or of the context */
    guint confidence, replaced;
    GxKind kind;
    GxFields fields;
} GxRecord;

/** Takes the text out of a record's bytes; messages start with path. On any thread. */
typedef gboolean (*GxUnwrapFunc) (GxStr raw, const char *path, gconstpointer context, GxRecord *record, GError **error);

/** An input that is read from path (`-`: standard input). Failure, when not NULL, is what reading it gives; it is taken over. */
GxInput *gx_input_new (const char *name, const char *path, guint64 bytes, GxReadOptions *options, GError *failure);
/** An input of bytes that came out of container, a path; bytes are taken over. */
GxInput *gx_input_new_held (const char *name, const char *path, const char *container, GByteArray *bytes, GxReadOptions *options);
/** An input that cannot be read, inside container; failure is taken over. */
GxInput *gx_input_new_failed (const char *name, const char *path, const char *container, GError *failure);
/** From now on the held bytes are a record, to be unwrapped by unwrap; context (a g_atomic_rc_box, or NULL) is referenced. */
void gx_input_set_unwrap (GxInput *self, GxUnwrapFunc unwrap, gpointer context, GDestroyNotify release);
/** Whether it is known already that it cannot be read. */
gboolean gx_input_has_failed (const GxInput *self);
/** Adds to what the input takes of its file. */
void gx_input_add_bytes (GxInput *self, guint64 bytes);

void gx_record_clear (GxRecord *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GxRecord, gx_record_clear)
