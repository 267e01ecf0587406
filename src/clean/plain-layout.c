/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-layout.c - points on paper made columns.
 *
 * All is measured in halves of the size that most of the text is set in, so that a Han character is two columns wide as in plain text. The
 * edges of a line's column are those of the lines around it. */
#include "plain-layout.h"
#include "plain-kinds.h"
#include "plain-marks.h"
#include "spacing.h"

/* Lines before and behind one that tell where its column begins and ends. */
#define AROUND 12u
/* Small print is so many percent of the text's size or less, a heading so many or more. */
#define SMALL_PRINT 93.0f
/* A gap as high as so many percent of a line is an empty line. */
#define GAP 60.0f

/* The size most of the text is set in, by bytes; sizes are told apart by quarters of a point. */
static gfloat
body_size (const GxLayout *layout)
{
    enum { N_SIZES = 400 };
    g_autofree gsize *bytes = g_new0 (gsize, N_SIZES);
    guint best = 0;

    for (guint i = 0; i < layout->lines->len; i++) {
        const GxLayoutLine *line = &g_array_index (layout->lines, GxLayoutLine, i);
        guint quarters = (guint)CLAMP (line->size * 4 + 0.5f, 0, N_SIZES - 1);

        bytes[quarters] += line->end - line->start;
        if (bytes[quarters] > bytes[best])
            best = quarters;
    }
    return MAX ((gfloat)best / 4, 1);
}

/* Whether the lines stand in one column: on one page, one above the other. */
static gboolean
share_column (const GxLayoutLine *a, const GxLayoutLine *b)
{
    return a->page == b->page && a->left < b->right && b->left < a->right;
}

/* Left and right edge of the column of line i. */
static void
find_edges (const GArray *lines, guint i, gfloat *left, gfloat *right)
{
    const GxLayoutLine *line = &g_array_index (lines, GxLayoutLine, i);

    *left = line->left;
    *right = line->right;
    for (guint step = 1; step <= AROUND; step++) {
        const GxLayoutLine *above = i >= step ? &g_array_index (lines, GxLayoutLine, i - step) : NULL;
        const GxLayoutLine *below = i + step < lines->len ? &g_array_index (lines, GxLayoutLine, i + step) : NULL;

        for (guint k = 0; k < 2; k++) {
            const GxLayoutLine *other = k == 0 ? above : below;

            if (!other || !share_column (line, other) || ABS (other->size - line->size) > 0.3f)
                continue;
            *left = MIN (*left, other->left);
            *right = MAX (*right, other->right);
        }
    }
}

/* Empty lines that the gap between a line and the one before it would hold. */
static guint
gap_above (const GxLayoutLine *last, const GxLayoutLine *line)
{
    gfloat height = MAX (line->bottom - line->top, 1), gap = line->top - last->bottom;

    if (last->page != line->page || gap <= 0 || !share_column (last, line))
        return 0;
    return gap * 100 >= height * GAP * 3 ? 2 : gap * 100 >= height * GAP ? 1 : 0;
}

void
gx_plain_apply_layout (GxPlain *plain, const GxLayout *layout)
{
    gfloat half = body_size (layout) / 2;
    guint at = 0;

    plain->body_size = half * 2;
    for (guint i = 0; i < plain->lines->len; i++) {
        GxLine *line = gx_plain_line (plain, i);
        const GxLayoutLine *on_page;
        gfloat left, right;

        while (at < layout->lines->len && g_array_index (layout->lines, GxLayoutLine, at).end <= line->start)
            at++;
        if (at == layout->lines->len)
            break;
        on_page = &g_array_index (layout->lines, GxLayoutLine, at);
        if (on_page->start > line->start)
            continue;
        find_edges (layout->lines, at, &left, &right);
        line->size = on_page->size;
        line->layout = at;
        line->indent = (guint)MAX ((on_page->left - left) / half + 0.5f, 0);
        line->width = (guint)MAX ((on_page->right - on_page->left) / half + 0.5f, 1);
        line->room = (guint)MAX ((right - left) / half + 0.5f, 1);
        if (at > 0)
            line->blanks = gap_above (&g_array_index (layout->lines, GxLayoutLine, at - 1), on_page);
    }
}

/* Whether the line is set in small print. */
static gboolean
is_small (const GxPlain *plain, const GxLine *line)
{
    return line->size > 0 && line->size * 100 <= plain->body_size * SMALL_PRINT;
}

/* Whether the line begins as a note does: with its number, a star, or anything that is raised. */
static gboolean
begins_note (const GxPlain *plain, const GxLayout *layout, const GxLine *line, guint *raised)
{
    GxStr text = gx_plain_text (plain, line);
    guint number;

    while (*raised < layout->raised->len && g_array_index (layout->raised, GxRaised, *raised).end <= line->start)
        *raised += 1;
    if (*raised < layout->raised->len && g_array_index (layout->raised, GxRaised, *raised).start <= line->start)
        return TRUE;
    for (GxNoteStyle style = GX_NOTE_DIGITS; (guint)style < GX_N_NOTE_STYLES; style++) {
        gsize len = gx_note_number (text, style, &number);

        if (len > 0 && len < text.len &&
            !(style == GX_NOTE_DIGITS && strchr ("0123456789.,%:/-", text.data[len]) && len + 1 < text.len &&
              g_ascii_isdigit (text.data[len + 1])))
            return TRUE;
    }
    return FALSE;
}

/* Gives the lines [from, to) at a page's foot their roles. has_note: there is a note above, which the first may go on with. */
static void
take_foot (GxPlain *plain, const GxLayout *layout, guint from, guint to, gboolean has_note, guint *raised)
{
    gboolean begun = FALSE;

    for (guint i = from; i < to; i++) {
        GxLine *line = gx_plain_line (plain, i);

        if (line->role != GX_LINE_BODY)
            continue;
        if (begins_note (plain, layout, line, raised)) {
            line->role = GX_LINE_NOTE_START;
            begun = TRUE;
        } else
            line->role = begun ? GX_LINE_NOTE : has_note ? GX_LINE_OVERFLOW : GX_LINE_BODY;
    }
}

/* The first line of the small print at the end of a page, furniture aside; to when there is none. */
static guint
start_of_foot (const GxPlain *plain, guint from, guint to)
{
    guint foot = to;

    while (foot > from) {
        const GxLine *line = gx_plain_line (plain, foot - 1);

        if (line->role == GX_LINE_BODY && !is_small (plain, line))
            break;
        if (line->role != GX_LINE_BODY && line->role != GX_LINE_FURNITURE)
            break;
        foot--;
    }
    return foot;
}

/* Raised digits and signs in the text are marks. */
static void
find_raised_marks (GxPlain *plain, const GxLayout *layout)
{
    guint next = 0;

    for (guint i = 0; i < plain->lines->len; i++) {
        const GxLine *line = gx_plain_line (plain, i);

        while (next < layout->raised->len && g_array_index (layout->raised, GxRaised, next).end <= line->start)
            next++;
        for (; next < layout->raised->len && g_array_index (layout->raised, GxRaised, next).start < line->end; next++) {
            GxRaised raised = g_array_index (layout->raised, GxRaised, next);
            GxMark mark = { raised.start, raised.end, i };
            gunichar c = gx_char_at (plain->text.data + raised.start);

            if (line->role == GX_LINE_BODY && raised.start >= line->start && raised.end <= line->end &&
                !g_unichar_isalpha (c)) /* 20th, m² are written with letters or behind one */
                g_array_append_val (plain->marks, mark);
        }
    }
}

gboolean
gx_plain_find_small_print (GxPlain *plain, const GxLayout *layout)
{
    gboolean has_note = FALSE;
    guint raised = 0;

    for (guint from = 0, to; from < plain->lines->len; from = to) {
        guint foot;

        for (to = from + 1; to < plain->lines->len && gx_plain_line (plain, to)->page == gx_plain_line (plain, from)->page;)
            to++;
        foot = start_of_foot (plain, from, to);
        if (foot > from)
            take_foot (plain, layout, foot, to, has_note, &raised);
        for (guint i = foot; i < to; i++)
            has_note = has_note || gx_plain_line (plain, i)->role == GX_LINE_NOTE_START;
    }
    find_raised_marks (plain, layout);
    return has_note;
}
