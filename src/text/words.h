/* SPDX-License-Identifier: GPL-3.0-or-later
 * words.h - where a dictionary of ordinary words sees words begin: ICU's word breaks, as evidence for and against abbreviations.
 *
 * Units      bytes of the text given.
 * Threads    one thread a breaker. */
#pragma once

#include <guanxi/str.h>

typedef struct _GxWords GxWords;

GxWords *gx_words_new (void);
void gx_words_free (GxWords *self);
/** Looks at a new text, which must outlive the next calls. O(len). */
void gx_words_set_text (GxWords *self, GxStr text);
/** Whether a word starts (or the text ends) at offset. */
gboolean gx_words_is_boundary (const GxWords *self, gsize offset);
/** The word that holds the character at offset. */
void gx_words_at (const GxWords *self, gsize offset, gsize *start, gsize *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxWords, gx_words_free)
