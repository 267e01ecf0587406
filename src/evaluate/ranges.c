/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ranges.h"

/** A range, with the furthest end of all up to it. */
typedef struct {
    GxSpan span;
    gsize reach;
} Range;

struct _GxRanges {
    GArray *ranges; /* of Range */
};

GxRanges *
gx_ranges_new (void)
{
    GxRanges *self = g_new (GxRanges, 1);
    self->ranges = g_array_new (FALSE, FALSE, sizeof (Range));
    return self;
}

void
gx_ranges_free (GxRanges *self)
{
    if (!self)
        return;
    g_array_unref (self->ranges);
    g_free (self);
}

static const Range *
range_at (const GxRanges *self, guint i)
{
    return &g_array_index (self->ranges, Range, i);
}

void
gx_ranges_add (GxRanges *self, GxSpan range)
{
    guint n = self->ranges->len;
    Range added = { range, n > 0 ? MAX (range.end, range_at (self, n - 1)->reach) : range.end };
    g_array_append_val (self->ranges, added);
}

guint
gx_ranges_find (const GxRanges *self, GxSpan span, guint from)
{
    guint low = from, high = self->ranges->len;
    while (low < high) { /* none before it reaches into span */
        guint middle = low + (high - low) / 2;
        if (range_at (self, middle)->reach > span.start)
            high = middle;
        else
            low = middle + 1;
    }
    for (guint i = low; i < self->ranges->len && range_at (self, i)->span.start < span.end; i++)
        if (range_at (self, i)->span.end > span.start)
            return i;
    return G_MAXUINT;
}
