/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-marks.h - numbers in running text that may be marks of notes.
 *
 * Threads    pure. */
#pragma once

#include "plain-lines.h"

/** How notes are numbered. */
typedef enum { GX_NOTE_DIGITS, GX_NOTE_CIRCLED, GX_NOTE_BRACKETS, GX_NOTE_STARS, GX_NOTE_SIGNS } GxNoteStyle;
#define GX_N_NOTE_STYLES 4 /* those that count; signs (^[7], superscripts) are marks by themselves */

typedef struct {
    GxNoteStyle style;
    guint number;
    gsize start, end;
    guint64 place; /**< grows in reading order: see gx_mark_place() */
    guint line;
    guint score; /**< how much it looks like a mark: 3 behind an end mark, 2 behind another mark, 1 behind a character */
} GxMarkCandidate;

/** Where source byte `at` of a line stands in reading order. */
static inline guint64
gx_mark_place (const GxPlain *plain, guint line, gsize at)
{
    return ((guint64)line << 32) + MIN (at - gx_plain_line (plain, line)->start, (gsize)G_MAXUINT32);
}

/** Numbers that starts of notes have: 1 to 999. */
#define GX_N_NOTE_NUMBERS 1000

/** Which numbers, of each style, lines begin with as notes do: a number in the text that is none of them is no mark. */
typedef struct {
    gboolean has_any[GX_N_NOTE_STYLES];
    guint8 is_there[GX_N_NOTE_STYLES][GX_N_NOTE_NUMBERS];
} GxNoteStarts;

/** The candidates of the text whose numbers are among starts, and all in brackets and signs, which may be marks without notes; sorted by
 * style, number and place; an array of GxMarkCandidate; the caller's. O(bytes log bytes). */
GArray *gx_mark_candidates_find (const GxPlain *plain, const GxNoteStarts *starts);
/** Whether a number in any style may begin with c. */
static inline gboolean
gx_note_may_start (gunichar c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || c == '^' || c == '[' || c == '*';
    return c < 0x3000 || c == 0x3014 || (c >= 0x3251 && c <= 0x325F) || c == 0xFF3B;
}

/** Bytes of the number in this style with which text begins, 0 when it begins with none. */
gsize gx_note_number (GxStr text, GxNoteStyle style, guint *number);
