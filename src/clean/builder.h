/* SPDX-License-Identifier: GPL-3.0-or-later
 * builder.h - assembling a document: its clean text piece by piece, each piece with the source bytes it stands for.
 *
 * The reader of a kind only decides what is text and what a block is; the builder keeps the map, closes blocks, trims the blanks at their
 * ends, and drops empty ones.
 *
 * Units      source offsets count bytes of the source's text. Pieces may come in any source order (columns put right, notes lifted out).
 * Threads    one thread. */
#pragma once

#include <guanxi/document.h>

typedef struct _GxBuilder GxBuilder;

/** The source must outlive the builder. */
GxBuilder *gx_builder_new (const GxSource *source);
void gx_builder_free (GxBuilder *self);

/** Makes room for so many bytes more. */
void gx_builder_reserve (GxBuilder *self, gsize n_bytes);
/** Appends source bytes [start, end) as they are (whole characters; no line breaks among them). */
void gx_builder_copy (GxBuilder *self, gsize start, gsize end);
/** Appends text that stands for source bytes [start, end): an entity, a blank for a line break. end > start. */
void gx_builder_replace (GxBuilder *self, GxStr text, gsize start, gsize end);
/** Whether the current block holds anything but white space. */
gboolean gx_builder_has_text (const GxBuilder *self);
/** Last character of the current block so far, 0 when it is empty. */
gunichar gx_builder_last_char (const GxBuilder *self);
/** Ends the current block; nothing happens when it is empty. Furniture ends with gx_builder_end_furniture(). */
void gx_builder_end_block (GxBuilder *self, GxBlockType type);
/** Ends the current block as furniture, for this reason. */
void gx_builder_end_furniture (GxBuilder *self, GxReason reason);
/** Number of blocks that have been ended. */
guint gx_builder_n_blocks (const GxBuilder *self);
/** A block that has been ended; borrowed until the next one is. */
const GxBlock *gx_builder_block (const GxBuilder *self, guint index);
/** The text of a block that has been ended; borrowed until something is added. */
GxStr gx_builder_block_text (const GxBuilder *self, guint index);
/** Changes the type of a block that has been ended. */
void gx_builder_retype_block (GxBuilder *self, guint index, GxBlockType type);
/** Makes a block that has been ended furniture: a list turns out to be navigation. */
void gx_builder_remove_block (GxBuilder *self, guint index, GxReason reason);

/** Metadata; a later call replaces an earlier one; white space is trimmed and squeezed, an empty value is ignored. Copies. */
void gx_builder_set_title (GxBuilder *self, GxStr title);
void gx_builder_set_author (GxBuilder *self, GxStr author);
void gx_builder_set_site (GxBuilder *self, GxStr site);
/** Any usual way of writing a date (2019-02-27, 2019/2/27, 2019年2月27日, 27 February 2019, ISO 8601 with time); kept only when
 *  it is one, and when no surer origin has given one. */
void gx_builder_set_date (GxBuilder *self, GxStr date, GxDateOrigin origin);
gboolean gx_builder_has_title (const GxBuilder *self);
gboolean gx_builder_has_author (const GxBuilder *self);
gboolean gx_builder_has_date (const GxBuilder *self);
gboolean gx_builder_has_site (const GxBuilder *self);
/** The title so far; empty when there is none; borrowed until the next one is set. */
GxStr gx_builder_title (const GxBuilder *self);
/** Notes something odd, for gx_document_warnings(). */
void gx_builder_warn (GxBuilder *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** The document; the caller's. Nothing can be added afterwards. */
GxDocument *gx_builder_finish (GxBuilder *self);

/** Reads plain text (also text that came out of a PDF) from source bytes [start, end) into the builder: plain.c. */
void gx_plain_read (GxBuilder *self, const GxSource *source, gsize start, gsize end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxBuilder, gx_builder_free)
