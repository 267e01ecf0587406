/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-cells.c - runs of short lines that are the cells of a table. */
#include "plain-cells.h"
#include "plain-kinds.h"

/* Columns of a cell, and of a number. */
#define CELL_WIDTH   24
#define NUMBER_WIDTH 16
/* A run has so many numbers at least, and a number to so many lines. */
#define LEAST_NUMBERS 3
#define LINES_TO_ONE  3

/* Whether the line is a number, a share, a year: nothing but digits and what stands beside them. */
static gboolean
is_number (const GxPlain *plain, const GxLine *line)
{
    gboolean has_digit = FALSE;

    if (!(line->signs & GX_SIGN_DIGIT) || line->width > NUMBER_WIDTH)
        return FALSE;
    for (gsize at = line->start; at < line->end; at += (gsize)g_utf8_skip[(guchar)plain->text.data[at]]) {
        gunichar c = gx_char_at (plain->text.data + at);

        if (c < 0x80 ? g_ascii_isdigit ((gchar)c) : c >= 0xFF10 && c <= 0xFF19)
            has_digit = TRUE;
        else if (c < 0x80 ? !strchr (" .,%+-()$", (int)c) : c != 0x5E74 && c != 0xB144 && c != 0x2212 && c != 0x2013 && c != 0xFF05)
            return FALSE; /* 年 년 − – ％ */
    }
    return has_digit;
}

/* Whether a line that is no number may be a cell. */
static gboolean
may_be_cell (const GxPlain *plain, const GxLine *line)
{
    GxStr text = gx_plain_text (plain, line);

    return line->width <= CELL_WIDTH && !line->ends && !(plain->body_size > 0 && line->size > plain->body_size * 1.12f) &&
           gx_plain_item_marker (text) == 0 && !gx_plain_is_byline (text) && !gx_plain_is_date (text) && !gx_plain_is_notes_heading (text);
}

/* Makes the lines of a run cells, when numbers enough are among them; what stands behind the last number is none. The text's first line is
 * its title. */
static void
end_run (GxPlain *plain, guint start, guint end, guint n_numbers)
{
    if (start == 0)
        start++;
    if (n_numbers < LEAST_NUMBERS || n_numbers * LINES_TO_ONE < end - start)
        return;
    for (guint i = start; i < end; i++)
        gx_plain_line (plain, i)->role = GX_LINE_CELL;
}

void
gx_plain_find_cells (GxPlain *plain)
{
    guint start = 0, end = 0, n_numbers = 0; /* end: behind the last number */

    for (guint i = 0; i < plain->lines->len && n_numbers < LEAST_NUMBERS; i++)
        n_numbers += is_number (plain, gx_plain_line (plain, i)) ? 1 : 0;
    if (n_numbers < LEAST_NUMBERS) /* most texts */
        return;
    n_numbers = 0;
    for (guint i = 0; i < plain->lines->len; i++) {
        const GxLine *line = gx_plain_line (plain, i);

        if (line->role == GX_LINE_BODY && line->width <= CELL_WIDTH) {
            if (is_number (plain, line)) {
                n_numbers++;
                end = i + 1;
                continue;
            }
            if (may_be_cell (plain, line))
                continue;
        }
        if (n_numbers > 0)
            end_run (plain, start, end, n_numbers);
        start = i + 1;
        n_numbers = 0;
    }
    if (n_numbers > 0)
        end_run (plain, start, end, n_numbers);
}
