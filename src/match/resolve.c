/* SPDX-License-Identifier: GPL-3.0-or-later
 * resolve.c - of overlapping marks the longest stays; then what is read is handed on as covers. */
#include "trace.h"

#include "abbreviation.h"
#include "tails.h"

static gint
by_place (gconstpointer a, gconstpointer b)
{
    const GxMark *left = a, *right = b;

    if (left->start != right->start)
        return left->start < right->start ? -1 : 1;
    return left->end == right->end ? 0 : left->end > right->end ? -1 : 1;
}

void
gx_draft_settle (GxDraft *self)
{
    guint n = 0;
    GxMark *marks = (GxMark *)(gpointer)self->marks->data;

    /* Of marks at one place the first rule's stays, 国防部 of a list before the same as a name: the sort is stable. */
    g_array_sort (self->marks, by_place);
    for (guint i = 0; i < self->marks->len; i++) {
        while (n > 0 && marks[n - 1].end > marks[i].start && marks[i].end - marks[i].start > marks[n - 1].end - marks[n - 1].start)
            gx_trace_beaten (self, &marks[--n], &marks[i]);
        if (n == 0 || marks[n - 1].end <= marks[i].start)
            marks[n++] = marks[i];
        else
            gx_trace_beaten (self, &marks[i], &marks[n - 1]);
    }
    g_array_set_size (self->marks, n);
}

static void
append_mark (GArray *covers, const GxMark *mark)
{
    GxCover cover = { mark->start, mark->end, mark->entity, TRUE, FALSE, FALSE };
    g_array_append_val (covers, cover);
}

static gint
doubts_by_place (gconstpointer a, gconstpointer b)
{
    const GxDoubt *left = a, *right = b;

    if (left->start != right->start)
        return left->start < right->start ? -1 : 1;
    return left->end == right->end ? 0 : left->end > right->end ? -1 : 1;
}

void
gx_draft_settle_doubts (GxDraft *self)
{
    GxDoubt *doubts = (GxDoubt *)(gpointer)self->doubts->data;
    guint n = 0, mark = 0;

    g_array_sort (self->doubts, doubts_by_place);
    for (guint i = 0; i < self->doubts->len; i++) {
        while (mark < self->marks->len && g_array_index (self->marks, GxMark, mark).end <= doubts[i].start)
            mark++;
        gboolean is_read = mark < self->marks->len && g_array_index (self->marks, GxMark, mark).start < doubts[i].end;
        if (!is_read && doubts[i].n > 1 && (n == 0 || doubts[n - 1].end <= doubts[i].start))
            doubts[n++] = doubts[i];
    }
    g_array_set_size (self->doubts, n);
}

/* Titles and bodies that belong to no mention leave their characters to the grammar. */
static void
append_spot (GxDraft *self, GArray *covers, const GxSpot *spot)
{
    gboolean gates = spot->kind == GX_FORM_NAME || spot->kind == GX_FORM_PHRASE;
    gboolean is_body = spot->kind == GX_FORM_BODY && !gx_tail_goes_on (self, spot->end);
    GxCover cover = { spot->start, spot->end, NULL, gates, is_body, spot->kind == GX_FORM_TITLE || spot->kind == GX_FORM_BODY };
    g_array_append_val (covers, cover);
}

GArray *
gx_draft_covers (GxDraft *self)
{
    GArray *covers = g_array_sized_new (FALSE, FALSE, sizeof (GxCover), self->spots->len + self->marks->len);
    guint i = 0;

    for (guint j = 0; j <= self->marks->len; j++) {
        const GxMark *mark = j < self->marks->len ? &g_array_index (self->marks, GxMark, j) : NULL;
        for (; i < self->spots->len; i++) {
            const GxSpot *spot = &g_array_index (self->spots, GxSpot, i);
            if (mark && spot->end > mark->start)
                break;
            if (covers->len > 0 && g_array_index (covers, GxCover, covers->len - 1).end > spot->start)
                continue;
            append_spot (self, covers, spot);
        }
        if (mark)
            append_mark (covers, mark);
    }
    return covers;
}
