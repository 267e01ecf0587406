/* SPDX-License-Identifier: GPL-3.0-or-later
 * footnotes.h - the footnotes of Markdown, `[^1]` and `[^1]: text`, which md4c does not know.
 *
 * Units      bytes of the Markdown text.
 * Ownership  the notes own their copy of the text. */
#pragma once

#include <guanxi/document.h>

/** Stands in the text for each byte of a footnote mark or a shortcode, to be left out. */
#define GX_FOOTNOTE_MARK '\1'

/** A text of the same length in which the notes are blank and their marks are GX_FOOTNOTE_MARK. */
typedef struct {
    char *text;    /**< NULL when there are no notes */
    GArray *notes; /**< of GxSpan: the notes' own text, without the `[^1]:` */
} GxFootnotes;

/** Looks for notes in text. O(bytes). */
GxFootnotes *gx_footnotes_new (GxStr text);
void gx_footnotes_free (GxFootnotes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxFootnotes, gx_footnotes_free)
