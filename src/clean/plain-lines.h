/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-lines.h - plain text as lines: how long they are, what they begin and end with, and what that says of the layout.
 *
 * Units      source bytes; widths in columns (a Han character is two).
 * Threads    one thread a text. */
#pragma once

#include <guanxi/document.h>

#include "page-layout.h"
#include "plain-bytes.h"

typedef enum {
    GX_LINE_BODY,
    GX_LINE_FURNITURE,
    GX_LINE_CAPTION,
    GX_LINE_CAPTION_MORE, /**< goes on with the caption above */
    GX_LINE_NOTE_START,
    GX_LINE_NOTE,     /**< goes on with the note above */
    GX_LINE_OVERFLOW, /**< goes on with the note above, which its page has cut */
    GX_LINE_CELL,
    GX_LINE_GARBLED,
    GX_LINE_EMPTY /**< nothing is left of it */
} GxLineRole;

typedef struct {
    gsize start, end; /**< without white space at its ends; never empty when split */
    guint blanks;     /**< empty lines before it */
    guint indent, width;
    gunichar first, last;
    guint lead;    /**< columns of the lines above that stand before it on one line of paper: a raised mark had broken it */
    guint quote;   /**< how many > of a quoted message stood before it */
    guint signs;   /**< of GxLineSigns */
    gboolean ends; /**< see gx_plain_ends() */
    gboolean has_mark_before, has_mark_behind; /**< marks of notes were taken off there */
    gboolean has_blank;                        /**< one blank behind it ends its paragraph: see has_tails */
    gboolean starts_page;
    gboolean is_number; /**< nothing but the number of the note that the next lines are */
    guint page;         /**< counted from 0 */
    guint room;         /**< columns of its column on paper; 0 when that isn't known */
    guint layout;       /**< its line in the layout, when size is known */
    gfloat size;        /**< of its font, in points; 0 when that isn't known */
    GxLineRole role;
} GxLine;

/** A mark of a note, to be left out. */
typedef struct {
    gsize start, end;
    guint line; /**< in which it stands */
} GxMark;

typedef struct {
    GxStr text;                 /**< the whole source */
    const GxLayout *layout;     /**< NULL when nothing is known of it */
    GArray *lines;              /**< of GxLine, in reading order, which need not be the source's */
    GArray *marks;              /**< of GxMark, in reading order, once all are found in the source's */
    gfloat body_size;           /**< of the font most of it is set in; 0 when that isn't known */
    guint full_width;           /**< of a wrapped line; 0 when a line is a paragraph */
    gboolean has_idle_blanks;   /**< empty lines stand between the lines of a paragraph as well, and mean nothing */
    gboolean has_pages;         /**< pages are told apart */
    gboolean has_tails;         /**< a blank stands behind the last line of every paragraph, and behind no other */
    gboolean has_numbers_apart; /**< some lines are numbers of notes */
} GxPlain;

/** Splits source bytes [start, end) and looks at the layout, which may be NULL and must outlive it. Empty lines are not kept. */
GxPlain *gx_plain_new (GxStr source, gsize start, gsize end, const GxLayout *layout);
void gx_plain_free (GxPlain *self);

static inline GxLine *
gx_plain_line (const GxPlain *self, guint i)
{
    return &g_array_index (self->lines, GxLine, i);
}

/** Counts the pages that lines start. O(lines). */
void gx_plain_number_pages (GxPlain *self);
/** Finds out the width of the text, whether empty lines mean anything, where pages begin. O(lines): plain-shape.c. */
void gx_plain_find_shape (GxPlain *self);
/** Whether no blanks stand between Han characters and digits (2019年), as the first lines tell. O(bytes). */
gboolean gx_plain_has_tight_digits (const GxPlain *self);
/** Looks at a line whose start or end has been moved: trims it, measures it. FALSE when nothing is left. O(length). */
gboolean gx_plain_measure (const GxPlain *self, GxLine *line);
/** Takes the marks, which are in reading order, off the ends of the lines. */
void gx_plain_trim_marks (GxPlain *self);
/** Whether the line ends as a sentence does: 。！？：； and their relatives, with what closes behind them, or as a whole in brackets. */
gboolean gx_plain_ends (const GxPlain *self, const GxLine *line);
/** Whether a sentence ends inside of the line. */
gboolean gx_plain_has_end_inside (const GxPlain *self, const GxLine *line);
/** Whether the line was broken only because the first word of next had no more room: slack columns more or less. */
gboolean gx_plain_is_full (const GxPlain *self, const GxLine *line, const GxLine *next, guint slack);

/** Character classes: marks that end sentences, that close brackets and quotations. */
gboolean gx_plain_is_end_mark (gunichar c);
gboolean gx_plain_is_closing (gunichar c);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxPlain, gx_plain_free)
