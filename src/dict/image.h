/* SPDX-License-Identifier: GPL-3.0-or-later
 * image.h - values on their way into bytes, or out of them: one walk over a structure does both.
 *
 * Each function writes the value that a pointer shows, or puts there what the bytes say. Any bytes may be read: what doesn't fit makes the
 * image fail for good, and all values are 0, "" or counts of nothing from there on.
 *
 * Ownership  texts that are written must outlive the image; those that are read point into its bytes, are UTF-8 and terminated. */
#pragma once

#include <guanxi/str.h>

typedef struct _GxImage GxImage;

/** An image to be written. */
GxImage *gx_image_new (void);
/** One to be read out of what gx_image_finish() returned. O(len). */
GxImage *gx_image_open (GxStr bytes);
void gx_image_free (GxImage *self);
gboolean gx_image_is_read (const GxImage *self);

void gx_image_number (GxImage *self, guint *value);
void gx_image_year (GxImage *self, gint *value);
void gx_image_weight (GxImage *self, double *value);
/** A number below limit. */
void gx_image_choice (GxImage *self, guint *value, guint limit);
/** How many of something follow, each of at least so many numbers. */
void gx_image_count (GxImage *self, guint *n, guint least);
/** A text, never NULL. */
void gx_image_text (GxImage *self, const char **text);
/** A text or NULL. */
void gx_image_optional_text (GxImage *self, const char **text);
/** The length of an array whose elements take at least so many numbers; one that is read has so many elements of zeros then. */
void gx_image_array (GxImage *self, GArray *array, guint least);

/** Makes an image that is read fail: what was read makes no sense. */
void gx_image_reject (GxImage *self);
/** Whether all bytes were read and made sense. */
gboolean gx_image_is_sound (const GxImage *self);
/** The bytes that were written; NULL when they are too many. The caller's. */
GByteArray *gx_image_finish (GxImage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxImage, gx_image_free)
