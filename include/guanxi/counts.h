/* SPDX-License-Identifier: GPL-3.0-or-later
 * guanxi/counts.h - how often entities are named, and named together.
 *
 * A window is a sentence, a paragraph (block) or a document. Counting is binary: an entity counts once in a window however often it is
 * named there, a pair once in a window that holds both. Two mentions that overlap don't make a pair by themselves. `touching` counts the
 * windows in which the pair only stands side by side in one compound (朝美).
 *
 * Only mentions in blocks of the chosen types count, in windows of any size: who published what a footnote cites is no actor.
 *
 * Determinism  nodes are sorted by entity id (byte order), pairs by (a, b) with a < b: the order of documents changes nothing.
 * Threads      one thread at a time. */
#pragma once

#include <guanxi/document.h>
#include <guanxi/entity.h>
#include <guanxi/error.h>

G_BEGIN_DECLS

typedef enum { GX_WINDOW_SENTENCE, GX_WINDOW_PARAGRAPH, GX_WINDOW_DOCUMENT } GxWindow;

/** A set of block types: 1 << GX_BLOCK_PARAGRAPH | … */
typedef guint GxBlockSet;
/** Headings, the body (paragraphs, list items, cells) and captions; not notes and bylines. */
#define GX_BLOCK_SET_DEFAULT                                                                                                               \
    (1u << GX_BLOCK_HEADING | 1u << GX_BLOCK_PARAGRAPH | 1u << GX_BLOCK_LIST_ITEM | 1u << GX_BLOCK_CELL | 1u << GX_BLOCK_CAPTION)

/** How to count. */
typedef struct {
    GxWindow window;
    guint max_entities; /**< windows with more entities (tables of contents) make no pairs and are counted as crowded; 0: no limit */
    GxBlockSet blocks;  /**< mentions in others do not count; 0: GX_BLOCK_SET_DEFAULT */
} GxCountOptions;

/** Default: sentence, 30, headings, body and captions. */
#define GX_COUNT_OPTIONS_DEFAULT                                                                                                           \
    {                                                                                                                                      \
        GX_WINDOW_SENTENCE, 30, GX_BLOCK_SET_DEFAULT                                                                                       \
    }

/** What counting needs to know of a mention. */
typedef struct {
    const GxEntity *entity;
    gsize start, end; /**< clean bytes */
    guint sentence, block;
    GxBlockType type; /**< of the block */
} GxCountMention;

/** An entity's counts. */
typedef struct {
    const GxEntity *entity;
    guint64 windows, mentions, documents;
} GxNodeCount;

/** A pair's counts; a and b index the nodes. */
typedef struct {
    guint a, b;
    guint64 windows, documents, touching;
    const char *first_date, *last_date; /**< earliest and latest document date as written; NULL when no document has one */
} GxPairCount;

/** Totals over everything added. */
typedef struct {
    guint64 documents, mentions;
    guint64 windows_with_entity; /**< the universe for association measures */
    guint64 windows_crowded;
    const char *first_date, *last_date;
} GxCountTotals;

typedef struct _GxCounts GxCounts;

GxCounts *gx_counts_new (const GxCountOptions *options);
void gx_counts_free (GxCounts *self);
/** Adds a document: its date (or NULL) and its mentions in order of start; those in blocks that are not chosen are passed over. Entities
 * must stay alive as long as the counts. O(n log n + pairs). */
void gx_counts_add (GxCounts *self, const char *date, const GxCountMention *mentions, guint n_mentions);
/** The options it was made with. */
const GxCountOptions *gx_counts_options (const GxCounts *self);
/** The nodes, pairs and totals; borrowed, valid until the next gx_counts_add(). */
const GxNodeCount *gx_counts_nodes (GxCounts *self, guint *n_nodes);
const GxPairCount *gx_counts_pairs (GxCounts *self, guint *n_pairs);
const GxCountTotals *gx_counts_totals (const GxCounts *self);

/** `sentence`, `paragraph`, `document`. */
const char *gx_window_name (GxWindow window);
gboolean gx_window_parse (const char *name, GxWindow *window);
/** Whether mentions in blocks of this type count. */
gboolean gx_block_set_has (GxBlockSet self, GxBlockType type);
/** Reads names of block types with commas between; `body` is paragraph, list-item and cell, `all` every type. FALSE when one is none of
 * them, and for furniture, in which nothing is looked for. */
gboolean gx_block_set_parse (const char *names, GxBlockSet *set);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GxCounts, gx_counts_free)
G_END_DECLS
