/* SPDX-License-Identifier: GPL-3.0-or-later
 * source.h - making a source of bytes that are already in memory. */
#pragma once

#include <guanxi/corpus.h>

/** What a container says of a text: title, author, date, site; NULL where it says nothing. */
typedef struct {
    char *values[GX_N_SOURCE_FIELDS];
} GxFields;

/** Sets a field to a copy of value (NULL and blank values are ignored; a later call replaces an earlier one). */
void gx_fields_set (GxFields *self, GxSourceField field, GxStr value);
/** Frees the values. */
void gx_fields_clear (GxFields *self);

/** A source made of the parts of one file (text and parts, an array of GxPart with owned names, are taken over; parts may be NULL); raw are
 * the bytes of the file, for the digest. Fails with GX_ERROR_EMPTY when there is nothing to see in the text. */
GxSource *gx_source_compose (const char *name, const char *path, GxKind kind, GxStr raw, GString *text, GArray *parts, GError **error);
/** Moves the fields into the source, those it has already aside; fields is empty then. */
void gx_source_take_fields (GxSource *self, GxFields *fields);
/** What the text was decoded from before it was taken as UTF-8; replaced damaged sequences are added to its own. */
void gx_source_set_encoding (GxSource *self, const char *encoding, guint confidence, guint replaced);
/** A new array for gx_source_compose(). */
GArray *gx_parts_new (void);
/** Appends a part: bytes [start, end) of the text are those of the file called name. */
void gx_parts_add (GArray *parts, const char *name, gsize start, gsize end);

/** A source of data, which it takes over. Path is for messages. Options may be NULL. O(len). */
GxSource *gx_source_take (const char *name, const char *path, GByteArray *data, const GxCorpusOptions *options, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GxFields, gx_fields_clear)
