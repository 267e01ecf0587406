/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/repeats.h - lines that stand in many documents of one site: its furniture.
 *
 * A line is a paragraph, list item or caption of at most 200 characters among the first six or the last ten blocks of its document, but no
 * more than a third of them on either side; above the text only one that is no sentence. Lines are the same when their words are, whatever
 * their punctuation and blanks; numbers count in sentences only. A line is furniture when
 * - at least five documents of the site have it, and at least 2 % of them, 10 % when it is a sentence;
 * - no text stands between it and the document's end: no sentence, and no block of more than 60 characters, but furniture.
 *
 * A heading is when nothing but furniture follows it. Cells, notes and bylines never are: tables of one kind share the words of their rows.
 *
 * A document's site is what it says of itself (gx_document_site()), else the first folder of its name, else the whole corpus.
 *
 * Units      documents. At most a million lines are kept, in 16 bytes and room to grow each: of more, the rarest are forgotten.
 * Threads    immutable once the survey is done (gx_repeats_survey() in reading.h). */
#pragma once

#include <guanxi/document.h>

G_BEGIN_DECLS

typedef struct _GxRepeats GxRepeats;

void gx_repeats_free (GxRepeats *self);
/** In how many documents of its site a block's text was found where furniture is (twins count once); 0 when in none. O(block). */
guint gx_repeats_count (const GxRepeats *self, const GxDocument *document, guint block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxRepeats, gx_repeats_free)
G_END_DECLS
