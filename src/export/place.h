/* SPDX-License-Identifier: GPL-3.0-or-later
 * place.h - where something stands, for people to look it up: the file, or the file inside the file, and its bytes there. */
#pragma once

#include <guanxi/reading.h>

/** The name of what holds the source bytes of span, whose bytes are from then on counted there: the document's, or
 * `book.epub/OEBPS/1.xhtml`. The caller's. */
char *gx_place_tell (const GxReading *reading, GxSpan *span);
/** The source bytes of span, as far as there are any; borrowed. */
GxStr gx_place_text (const GxReading *reading, GxSpan span);
