/* SPDX-License-Identifier: GPL-3.0-or-later
 * page-order.c - a gutter is a place that hardly a line crosses and that has long lines on both sides; what crosses it cuts the columns. */
#include "page-order.h"

/* Steps a page's width is measured in. */
#define STEPS 512
/* Columns within columns. */
#define MAX_DEPTH 4
/* Lines a column has at least, in all of its pieces on the page. */
#define MIN_LINES 5
/* Heights of a line that a column is wide at least: the cells of a table of numbers are narrower. */
#define MIN_WIDTH 6
/* Height of a line, in percent, that a gutter is wide at least. */
#define MIN_GUTTER 40

typedef enum { SIDE_LEFT, SIDE_RIGHT, SIDE_BOTH } Side;

typedef struct {
    GArray *out; /* of GxPageLine */
    guint n_leaves;
} Order;

static gfloat
middle (const GxPageLine *line)
{
    return (line->top + line->bottom) / 2;
}

static gint
by_height (gconstpointer a, gconstpointer b)
{
    gfloat x = middle (a), y = middle (b);

    return (x > y) - (x < y);
}

static gint
by_size (gconstpointer a, gconstpointer b)
{
    gfloat x = *(const gfloat *)a, y = *(const gfloat *)b;

    return (x > y) - (x < y);
}

static gfloat
usual_height (const GArray *lines)
{
    gdouble sum = 0;

    for (guint i = 0; i < lines->len; i++)
        sum += g_array_index (lines, GxPageLine, i).bottom - g_array_index (lines, GxPageLine, i).top;
    return (gfloat)(sum / MAX (lines->len, 1));
}

/* How many lines cross every step of the width that begins at left; lines that belong to no column do not count. */
static gboolean
count_crossing (const GArray *lines, gint counts[STEPS], gfloat *left, gfloat *step)
{
    gint change[STEPS + 1] = { 0 }, crossing = 0;
    gfloat right = -G_MAXFLOAT;

    *left = G_MAXFLOAT;
    for (guint i = 0; i < lines->len; i++) {
        *left = MIN (*left, g_array_index (lines, GxPageLine, i).left);
        right = MAX (right, g_array_index (lines, GxPageLine, i).right);
    }
    *step = (right - *left) / STEPS;
    if (!(*step > 0))
        return FALSE;
    for (guint i = 0; i < lines->len; i++) {
        const GxPageLine *line = &g_array_index (lines, GxPageLine, i);

        if (line->leaf == SIDE_BOTH)
            continue;
        change[CLAMP ((gint)((line->left - *left) / *step), 0, STEPS)]++;
        change[CLAMP ((gint)((line->right - *left) / *step) + 1, 0, STEPS)]--;
    }
    for (guint i = 0; i < STEPS; i++)
        counts[i] = crossing += change[i];
    return TRUE;
}

/* The middle of the widest place, away from the edges, that is crossed by the fewest lines; FALSE when most lines cross every place. */
static gboolean
find_gutter (const GArray *lines, gfloat height, gfloat *x)
{
    gint counts[STEPS], fewest = G_MAXINT;
    gfloat left, step;
    guint best = 0, best_end = 0, run = 0;

    if (!count_crossing (lines, counts, &left, &step))
        return FALSE;
    for (guint i = STEPS / 10; i < STEPS * 9 / 10; i++)
        fewest = MIN (fewest, counts[i]);
    for (guint i = STEPS / 10; i < STEPS * 9 / 10; i++) {
        run = counts[i] <= fewest + (gint)lines->len / 50 ? run + 1 : 0;
        if (run > best)
            best = run, best_end = i + 1;
    }
    *x = left + step * ((gfloat)best_end - (gfloat)best / 2);
    return (guint)fewest * 2 <= lines->len && (gfloat)best * step * 100 >= height * MIN_GUTTER;
}

/* Whether the lines of a side are as good as equally long, as those of prose are. */
static gboolean
is_prose (const GArray *lines, Side side, gfloat height)
{
    g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (gfloat));
    gfloat usual;

    for (guint i = 0; i < lines->len; i++) {
        const GxPageLine *line = &g_array_index (lines, GxPageLine, i);
        gfloat width = line->right - line->left;

        if (line->leaf == side)
            g_array_append_val (widths, width);
    }
    if (widths->len < MIN_LINES)
        return FALSE;
    g_array_sort (widths, by_size);
    usual = g_array_index (widths, gfloat, widths->len - 1 - widths->len / 10);
    return usual >= height * MIN_WIDTH && g_array_index (widths, gfloat, widths->len / 2) * 100 >= usual * 60;
}

/* The first and last row of a page, when they stand apart, belong to no column. */
static void
free_edge (GArray *lines, gfloat height, gboolean is_last)
{
    GxPageLine *all = (GxPageLine *)(gpointer)lines->data;
    gfloat edge = is_last ? -G_MAXFLOAT : G_MAXFLOAT, next = is_last ? -G_MAXFLOAT : G_MAXFLOAT;

    for (guint i = 0; i < lines->len; i++)
        edge = is_last ? MAX (edge, middle (&all[i])) : MIN (edge, middle (&all[i]));
    for (guint i = 0; i < lines->len; i++)
        if (ABS (middle (&all[i]) - edge) > height / 2)
            next = is_last ? MAX (next, middle (&all[i])) : MIN (next, middle (&all[i]));
    if (ABS (edge - next) < height * 2)
        return;
    for (guint i = 0; i < lines->len; i++)
        if (ABS (middle (&all[i]) - edge) <= height / 2)
            all[i].leaf = SIDE_BOTH;
}

static void put (Order *o, GArray *lines, guint depth);

static void
put_side (Order *o, const GArray *lines, Side side, gfloat above, gfloat below, guint depth)
{
    g_autoptr (GArray) part = g_array_new (FALSE, FALSE, sizeof (GxPageLine));

    for (guint i = 0; i < lines->len; i++) {
        GxPageLine line = g_array_index (lines, GxPageLine, i);

        if (line.leaf == side && middle (&line) >= above && middle (&line) < below)
            g_array_append_val (part, line);
    }
    put (o, part, depth + 1);
}

static void
put_leaf (Order *o, const GArray *lines)
{
    for (guint i = 0; i < lines->len; i++) {
        GxPageLine line = g_array_index (lines, GxPageLine, i);

        line.leaf = o->n_leaves;
        g_array_append_val (o->out, line);
    }
    o->n_leaves += lines->len > 0;
}

/* Puts what stands between the lines that cross the gutter, and these: lines one below the other are one piece. */
static void
put_bands (Order *o, const GArray *lines, guint depth)
{
    g_autoptr (GArray) across = g_array_new (FALSE, FALSE, sizeof (GxPageLine));
    g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (GxPageLine));
    gfloat above = -G_MAXFLOAT;
    guint at = 0;

    for (guint i = 0; i < lines->len; i++)
        g_array_append_val (g_array_index (lines, GxPageLine, i).leaf == SIDE_BOTH ? across : columns,
                            g_array_index (lines, GxPageLine, i));
    g_array_sort (across, by_height);
    g_array_sort (columns, by_height);
    for (guint i = 0, next; i <= across->len; i = next) {
        g_autoptr (GArray) piece = g_array_new (FALSE, FALSE, sizeof (GxPageLine));
        gfloat below = i < across->len ? middle (&g_array_index (across, GxPageLine, i)) : G_MAXFLOAT;
        guint start = at;

        for (; at < columns->len && middle (&g_array_index (columns, GxPageLine, at)) < below;)
            at++;
        if (at > start) {
            g_autoptr (GArray) band = g_array_new (FALSE, FALSE, sizeof (GxPageLine));

            g_array_append_vals (band, &g_array_index (columns, GxPageLine, start), at - start);
            put_side (o, band, SIDE_LEFT, above, below, depth);
            put_side (o, band, SIDE_RIGHT, above, below, depth);
        }
        above = below;
        for (next = i; next < across->len; next++) {
            gfloat place = middle (&g_array_index (across, GxPageLine, next));

            if (at < columns->len && middle (&g_array_index (columns, GxPageLine, at)) < place)
                break;
            g_array_append_val (piece, g_array_index (across, GxPageLine, next));
            above = place;
        }
        put_leaf (o, piece);
        if (i == across->len)
            break;
    }
}

static void
put (Order *o, GArray *lines, guint depth)
{
    gfloat height = usual_height (lines), x = 0;

    for (guint i = 0; i < lines->len; i++)
        g_array_index (lines, GxPageLine, i).leaf = SIDE_LEFT;
    if (depth == 0) {
        free_edge (lines, height, FALSE);
        free_edge (lines, height, TRUE);
    }
    if (depth < MAX_DEPTH && lines->len >= 2 * MIN_LINES && find_gutter (lines, height, &x)) {
        for (guint i = 0; i < lines->len; i++) {
            GxPageLine *line = &g_array_index (lines, GxPageLine, i);

            if (line->leaf != SIDE_BOTH)
                line->leaf = line->right <= x ? SIDE_LEFT : line->left >= x ? SIDE_RIGHT : SIDE_BOTH;
        }
        if (is_prose (lines, SIDE_LEFT, height) && is_prose (lines, SIDE_RIGHT, height)) {
            put_bands (o, lines, depth);
            return;
        }
    }
    put_leaf (o, lines);
}

static gint
by_place (gconstpointer a, gconstpointer b)
{
    const GxPageLine *x = a, *y = b;

    return (x->from > y->from) - (x->from < y->from);
}

/* How often a line is of another column than the one before it. */
static guint
count_turns (const GArray *lines)
{
    guint n = 0;

    for (guint i = 1; i < lines->len; i++)
        n += g_array_index (lines, GxPageLine, i).leaf != g_array_index (lines, GxPageLine, i - 1).leaf;
    return n;
}

void
gx_page_order (GArray *lines)
{
    g_autoptr (GArray) given = NULL;
    Order o = { .out = g_array_new (FALSE, FALSE, sizeof (GxPageLine)) };

    put (&o, lines, 0);
    given = g_array_copy (o.out);
    g_array_sort (given, by_place);
    g_array_set_size (lines, 0);
    if (count_turns (given) > 2 * count_turns (o.out) + 2)
        g_array_append_vals (lines, o.out->data, o.out->len);
    else
        g_array_append_vals (lines, given->data, given->len);
    g_array_unref (o.out);
}
