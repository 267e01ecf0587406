/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-write.h - lines of plain text go into the builder: joined, without marks of notes and idle gaps.
 *
 * Threads    one thread a text. */
#pragma once

#include "builder.h"
#include "plain-lines.h"
#include "plain-syllables.h"

/** How digits are set beside Han characters; looked for when it matters. */
typedef enum { GX_DIGITS_UNKNOWN, GX_DIGITS_TIGHT, GX_DIGITS_SPACED } GxDigits;

typedef struct {
    GxBuilder *builder;
    const GxPlain *plain;
    guint next_line; /* the first line not written, body lines of open paragraphs aside */
    GxDigits digits;
    GxSyllables *syllables; /* its own; NULL until a Korean line is joined to another */
} GxPlainWriter;

/** Frees what it holds. */
void gx_plain_writer_clear (GxPlainWriter *self);

/** Adds a line to the open block: last is the one before it, NULL when the block begins; next the one that will follow, NULL when none
 * does. */
void gx_plain_write_line (GxPlainWriter *self, const GxLine *last, const GxLine *line, const GxLine *next);
/** Writes the lines before line `end` that stand aside from the body; those of one note are one block. */
void gx_plain_write_asides (GxPlainWriter *self, guint end);
