/* SPDX-License-Identifier: GPL-3.0-or-later
 * map.c - sorted runs, looked up by halving. */
#include "map.h"

struct _GxMap {
    GArray *runs; /* of GxMapRun */
};

static const GxMapRun *
run_at (const GxMap *self, gsize index)
{
    return &g_array_index (self->runs, GxMapRun, index);
}

static gboolean
is_linear (const GxMapRun *run)
{
    return run->clean_len == run->source_len;
}

GxMap *
gx_map_new (void)
{
    GxMap *self = g_new0 (GxMap, 1);

    self->runs = g_array_new (FALSE, FALSE, sizeof (GxMapRun));
    return self;
}

void
gx_map_free (GxMap *self)
{
    if (!self)
        return;
    g_array_unref (self->runs);
    g_free (self);
}

void
gx_map_append (GxMap *self, GxMapRun run)
{
    if (self->runs->len > 0 && is_linear (&run)) {
        GxMapRun *last = &g_array_index (self->runs, GxMapRun, self->runs->len - 1);

        if (is_linear (last) && last->clean + last->clean_len == run.clean && last->source + last->source_len == run.source) {
            last->clean_len += run.clean_len;
            last->source_len += run.source_len;
            return;
        }
    }
    g_array_append_val (self->runs, run);
}

void
gx_map_truncate (GxMap *self, gsize clean)
{
    while (self->runs->len > 0) {
        GxMapRun *last = &g_array_index (self->runs, GxMapRun, self->runs->len - 1);

        if (last->clean + last->clean_len <= clean)
            return;
        if (last->clean < clean) {
            if (is_linear (last))
                last->source_len = clean - last->clean;
            last->clean_len = clean - last->clean;
            return;
        }
        g_array_set_size (self->runs, self->runs->len - 1);
    }
}

const GxMapRun *
gx_map_runs (const GxMap *self, gsize *n_runs)
{
    *n_runs = self->runs->len;
    return (const GxMapRun *)(gpointer)self->runs->data;
}

gsize
gx_map_find (const GxMap *self, gsize clean)
{
    gsize low = 0, high = self->runs->len;

    while (low < high) {
        gsize middle = low + (high - low) / 2;
        const GxMapRun *run = run_at (self, middle);

        if (run->clean + run->clean_len <= clean)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

GxSpan
gx_map_span (const GxMap *self, gsize start, gsize end)
{
    GxSpan first, last;
    gsize index = gx_map_find (self, start);

    if (start >= end || index >= self->runs->len || run_at (self, index)->clean >= end)
        return (GxSpan){ 0, 0 };
    first = last = (GxSpan){ run_at (self, index)->source, run_at (self, index)->source + run_at (self, index)->source_len };
    if (is_linear (run_at (self, index)) && start > run_at (self, index)->clean)
        first.start += start - run_at (self, index)->clean;

    index = gx_map_find (self, end - 1);
    if (index >= self->runs->len || run_at (self, index)->clean >= end)
        index--; /* end lies in a gap: the run in front of it */
    last.start = run_at (self, index)->source;
    last.end = last.start + run_at (self, index)->source_len;
    if (is_linear (run_at (self, index)) && end < run_at (self, index)->clean + run_at (self, index)->clean_len)
        last.end = last.start + (end - run_at (self, index)->clean);

    /* Text that was lifted out of its place may end before it starts: the span then holds both ends. */
    if (last.end <= first.start)
        return (GxSpan){ last.start, first.end };
    return (GxSpan){ first.start, last.end };
}
