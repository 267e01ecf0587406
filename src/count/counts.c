/* SPDX-License-Identifier: GPL-3.0-or-later
 * counts.c - entities and pairs counted window by window. */
#include <guanxi/counts.h>

#include "key-table.h"

#include <string.h>

/* An entity while counting. */
typedef struct {
    GxNodeCount count;
    guint64 document, window; /* the last it was seen in, 1-based */
    gsize min_end, max_start; /* of its mentions in that window */
    guint rank;               /* place among the sorted nodes */
} Node;

/* A pair while counting. a and b are numbers of nodes in order of first sight. */
typedef struct {
    GxPairCount count;
    guint64 document; /* the last it was seen in, 1-based */
} Pair;

/* A mention, ready to be put into its window. */
typedef struct {
    guint window, node;
    gsize start, end;
} Item;

struct _GxCounts {
    GxCountOptions options;
    GxCountTotals totals;
    guint64 n_windows; /* seen, for the marks of nodes */
    GxKeyTable node_keys, pair_keys;
    GArray *nodes, *pairs; /* Node, Pair; by number */
    GStringChunk *dates;
    GArray *items, *present;             /* scratch: Item, guint */
    GArray *sorted_nodes, *sorted_pairs; /* results, built when asked for; NULL after gx_counts_add() */
};

static const char *const window_names[] = {
    [GX_WINDOW_SENTENCE] = "sentence",
    [GX_WINDOW_PARAGRAPH] = "paragraph",
    [GX_WINDOW_DOCUMENT] = "document",
};

const char *
gx_window_name (GxWindow window)
{
    g_return_val_if_fail ((guint)window < G_N_ELEMENTS (window_names), "");
    return window_names[window];
}

gboolean
gx_window_parse (const char *name, GxWindow *window)
{
    for (guint i = 0; i < G_N_ELEMENTS (window_names); i++)
        if (strcmp (name, window_names[i]) == 0) {
            *window = (GxWindow)i;
            return TRUE;
        }
    return FALSE;
}

GxCounts *
gx_counts_new (const GxCountOptions *options)
{
    GxCounts *self = g_new0 (GxCounts, 1);
    self->options = *options;
    gx_key_table_init (&self->node_keys);
    gx_key_table_init (&self->pair_keys);
    self->nodes = g_array_new (FALSE, FALSE, sizeof (Node));
    self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
    self->dates = g_string_chunk_new (1024);
    self->items = g_array_new (FALSE, FALSE, sizeof (Item));
    self->present = g_array_new (FALSE, FALSE, sizeof (guint));
    return self;
}

static void
forget_results (GxCounts *self)
{
    g_clear_pointer (&self->sorted_nodes, g_array_unref);
    g_clear_pointer (&self->sorted_pairs, g_array_unref);
}

void
gx_counts_free (GxCounts *self)
{
    if (!self)
        return;
    forget_results (self);
    gx_key_table_clear (&self->node_keys);
    gx_key_table_clear (&self->pair_keys);
    g_array_unref (self->nodes);
    g_array_unref (self->pairs);
    g_array_unref (self->items);
    g_array_unref (self->present);
    g_string_chunk_free (self->dates);
    g_free (self);
}

/* Widens a range of dates by one. Dates are compared as bytes, which is their order in time; `2019` comes before `2019-02`. */
static void
widen (const char **first, const char **last, const char *date)
{
    if (!date)
        return;
    if (!*first || strcmp (date, *first) < 0)
        *first = date;
    if (!*last || strcmp (date, *last) > 0)
        *last = date;
}

static guint
number_node (GxCounts *self, const GxEntity *entity)
{
    guint number = gx_key_table_number (&self->node_keys, (guint64)(guintptr)entity);
    if (number == self->nodes->len) {
        Node node = { .count = { .entity = entity } };
        g_array_append_val (self->nodes, node);
    }
    return number;
}

static gint
compare_items (gconstpointer left, gconstpointer right)
{
    const Item *a = left, *b = right;
    return a->window < b->window ? -1 : a->window > b->window;
}

/* Fills items with the mentions that count, those of one window side by side. */
static void
collect_items (GxCounts *self, const GxCountMention *mentions, guint n_mentions)
{
    gboolean ordered = TRUE;
    g_array_set_size (self->items, 0);
    for (guint i = 0; i < n_mentions; i++) {
        const GxCountMention *mention = &mentions[i];
        GxWindow kind = self->options.window;
        if (!gx_block_set_has (self->options.blocks, mention->type))
            continue;
        guint window = kind == GX_WINDOW_SENTENCE ? mention->sentence : kind == GX_WINDOW_PARAGRAPH ? mention->block : 0;
        Item item = { window, number_node (self, mention->entity), mention->start, mention->end };
        guint n = self->items->len;
        ordered = ordered && (n == 0 || g_array_index (self->items, Item, n - 1).window <= window);
        g_array_append_val (self->items, item);
    }
    if (!ordered)
        g_array_sort (self->items, compare_items);
}

static Pair *
find_pair (GxCounts *self, guint a, guint b)
{
    guint low = MIN (a, b), high = MAX (a, b);
    guint number = gx_key_table_number (&self->pair_keys, (guint64)low << 32 | high);
    if (number == self->pairs->len) {
        Pair pair = { .count = { .a = low, .b = high } };
        g_array_append_val (self->pairs, pair);
    }
    return &g_array_index (self->pairs, Pair, number);
}

/* Counts a pair of nodes of the current window. Two mentions that don't overlap exist if and only if one entity's first end lies at or
 * before the other's last start; if it lies nowhere before it, all of them touch. */
static void
count_pair (GxCounts *self, const char *date, guint a, guint b)
{
    const Node *one = &g_array_index (self->nodes, Node, a);
    const Node *two = &g_array_index (self->nodes, Node, b);
    if (one->min_end > two->max_start && two->min_end > one->max_start)
        return;

    Pair *pair = find_pair (self, a, b);
    pair->count.windows++;
    if (one->min_end >= two->max_start && two->min_end >= one->max_start)
        pair->count.touching++;
    if (pair->document != self->totals.documents) {
        pair->document = self->totals.documents;
        pair->count.documents++;
        widen (&pair->count.first_date, &pair->count.last_date, date);
    }
}

/* Notes a mention of the current window. */
static void
count_item (GxCounts *self, const Item *item)
{
    Node *node = &g_array_index (self->nodes, Node, item->node);
    node->count.mentions++;
    if (node->document != self->totals.documents) {
        node->document = self->totals.documents;
        node->count.documents++;
    }
    if (node->window != self->n_windows) {
        node->window = self->n_windows;
        node->count.windows++;
        node->min_end = item->end;
        node->max_start = item->start;
        g_array_append_val (self->present, item->node);
        return;
    }
    node->min_end = MIN (node->min_end, item->end);
    node->max_start = MAX (node->max_start, item->start);
}

static void
count_window (GxCounts *self, const char *date, const Item *items, guint n_items)
{
    self->n_windows++;
    g_array_set_size (self->present, 0);
    for (guint i = 0; i < n_items; i++)
        count_item (self, &items[i]);

    self->totals.windows_with_entity++;
    if (self->options.max_entities > 0 && self->present->len > self->options.max_entities) {
        self->totals.windows_crowded++;
        return;
    }
    const guint *present = (const guint *)(gpointer)self->present->data;
    for (guint i = 0; i < self->present->len; i++)
        for (guint j = i + 1; j < self->present->len; j++)
            count_pair (self, date, present[i], present[j]);
}

void
gx_counts_add (GxCounts *self, const char *date, const GxCountMention *mentions, guint n_mentions)
{
    forget_results (self);
    const char *kept = date && *date ? g_string_chunk_insert_const (self->dates, date) : NULL;
    self->totals.documents++;
    widen (&self->totals.first_date, &self->totals.last_date, kept);

    collect_items (self, mentions, n_mentions);
    const Item *items = (const Item *)(gpointer)self->items->data;
    guint n_items = self->items->len;
    self->totals.mentions += n_items;
    for (guint i = 0, end; i < n_items; i = end) {
        for (end = i + 1; end < n_items && items[end].window == items[i].window; end++)
            ;
        count_window (self, kept, items + i, end - i);
    }
}

const GxCountOptions *
gx_counts_options (const GxCounts *self)
{
    return &self->options;
}

static gint
compare_nodes (gconstpointer left, gconstpointer right)
{
    const Node *const *a = left, *const *b = right;
    return strcmp ((*a)->count.entity->id, (*b)->count.entity->id);
}

/* The pairs in the order of their node at offset (that of a or of b), those of one node in the order in which they come. O(pairs + nodes).
 */
static GArray *
order_pairs (const GArray *pairs, guint n_nodes, gsize offset)
{
    guint *places = g_new0 (guint, (gsize)n_nodes + 1);
    GArray *ordered = g_array_sized_new (FALSE, FALSE, sizeof (GxPairCount), pairs->len);
    g_array_set_size (ordered, pairs->len);
    for (guint i = 0; i < pairs->len; i++)
        places[G_STRUCT_MEMBER (guint, &g_array_index (pairs, GxPairCount, i), offset) + 1]++;
    for (guint node = 0; node < n_nodes; node++)
        places[node + 1] += places[node];
    for (guint i = 0; i < pairs->len; i++) {
        const GxPairCount *pair = &g_array_index (pairs, GxPairCount, i);
        g_array_index (ordered, GxPairCount, places[G_STRUCT_MEMBER (guint, pair, offset)]++) = *pair;
    }
    g_free (places);
    return ordered;
}

/* Sorts nodes and pairs; pairs then speak of the sorted nodes. */
static void
sort_results (GxCounts *self)
{
    if (self->sorted_nodes)
        return;
    guint n_nodes = self->nodes->len;
    g_autoptr (GPtrArray) order = g_ptr_array_sized_new (n_nodes);
    for (guint i = 0; i < n_nodes; i++)
        g_ptr_array_add (order, &g_array_index (self->nodes, Node, i));
    g_ptr_array_sort (order, compare_nodes);

    self->sorted_nodes = g_array_sized_new (FALSE, FALSE, sizeof (GxNodeCount), n_nodes);
    for (guint i = 0; i < n_nodes; i++) {
        Node *node = order->pdata[i];
        node->rank = i;
        g_array_append_val (self->sorted_nodes, node->count);
    }

    g_autoptr (GArray) pairs = g_array_sized_new (FALSE, FALSE, sizeof (GxPairCount), self->pairs->len);
    for (guint i = 0; i < self->pairs->len; i++) {
        GxPairCount pair = g_array_index (self->pairs, Pair, i).count;
        guint a = g_array_index (self->nodes, Node, pair.a).rank, b = g_array_index (self->nodes, Node, pair.b).rank;
        pair.a = MIN (a, b);
        pair.b = MAX (a, b);
        g_array_append_val (pairs, pair);
    }
    g_autoptr (GArray) by_second = order_pairs (pairs, n_nodes, G_STRUCT_OFFSET (GxPairCount, b));
    self->sorted_pairs = order_pairs (by_second, n_nodes, G_STRUCT_OFFSET (GxPairCount, a));
}

const GxNodeCount *
gx_counts_nodes (GxCounts *self, guint *n_nodes)
{
    sort_results (self);
    *n_nodes = self->sorted_nodes->len;
    return (const GxNodeCount *)(gpointer)self->sorted_nodes->data;
}

const GxPairCount *
gx_counts_pairs (GxCounts *self, guint *n_pairs)
{
    sort_results (self);
    *n_pairs = self->sorted_pairs->len;
    return (const GxPairCount *)(gpointer)self->sorted_pairs->data;
}

const GxCountTotals *
gx_counts_totals (const GxCounts *self)
{
    return &self->totals;
}
