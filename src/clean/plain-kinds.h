/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-kinds.h - what a line of plain text is by its look: an item, a caption, a page number, a byline.
 *
 * Threads    pure. */
#pragma once

#include "plain-lines.h"

/** Bytes of the marker a list item begins with (`1. `, `一、`, `（二）`, `•`, `- `), 0 when it begins with none. */
gsize gx_plain_item_marker (GxStr line);
/** Whether the line is a picture's caption or credit. */
gboolean gx_plain_is_caption (GxStr line);
/** Whether the line looks like the name of a figure or table (图1 …, Table 2. …): a caption when nothing goes on behind it. */
gboolean gx_plain_is_figure_name (GxStr line);
/** Whether the line tells who wrote a text, who edited it or where it appeared. */
gboolean gx_plain_is_byline (GxStr line);
/** Whether the line tells about the author, in brackets, as texts do at their end. */
gboolean gx_plain_is_about_author (GxStr line);
/** The author a byline names (文 / 某某, 作者：某某, By Someone); empty when it is none. */
GxStr gx_plain_author (GxStr line);
/** Whether the line is nothing but a date, perhaps with a time and a label. */
gboolean gx_plain_is_date (GxStr line);
/** Whether the line is a heading over notes or references. */
gboolean gx_plain_is_notes_heading (GxStr line);
/** Whether text holds single Han characters only, set apart by blanks. */
gboolean gx_plain_is_letter_spaced (GxStr line);

/** The text of a line. */
static inline GxStr
gx_plain_text (const GxPlain *plain, const GxLine *line)
{
    return (GxStr){ plain->text.data + line->start, line->end - line->start };
}
