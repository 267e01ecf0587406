/* SPDX-License-Identifier: GPL-3.0-or-later
 * dates.c - where a document's date is looked for. */
#include "dates.h"

#include "date.h"

#define TOP_BLOCKS       10 /* blocks but furniture */
#define BOTTOM_BLOCKS    4
#define CHRONICLE_BLOCKS 60
#define CHRONICLE_DATES  3 /* so many lines that are dates, each another one: they date what happened, not the text */

static gboolean
may_be_dateline (const GxBlock *block)
{
    return block->type == GX_BLOCK_HEADING || block->type == GX_BLOCK_PARAGRAPH || block->type == GX_BLOCK_LIST_ITEM ||
           block->type == GX_BLOCK_BYLINE;
}

static char *
dateline_of (const GxBuilder *builder, guint i)
{
    const GxBlock *block = gx_builder_block (builder, i);

    return may_be_dateline (block) ? gx_dateline_parse (gx_builder_block_text (builder, i), block->type) : NULL;
}

static gboolean
is_chronicle (const GxBuilder *builder)
{
    g_autoptr (GHashTable) dates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    guint n = MIN (gx_builder_n_blocks (builder), CHRONICLE_BLOCKS);

    for (guint i = 0; i < n; i++) {
        char *date = dateline_of (builder, i);

        if (date)
            g_hash_table_add (dates, date);
    }
    return g_hash_table_size (dates) >= CHRONICLE_DATES;
}

static char *
find_at_top (const GxBuilder *builder)
{
    for (guint i = 0, n = 0; i < gx_builder_n_blocks (builder) && n < TOP_BLOCKS; i++) {
        const GxBlock *block = gx_builder_block (builder, i);
        char *date;

        if (block->type == GX_BLOCK_FURNITURE)
            continue;
        n++;
        if ((date = dateline_of (builder, i)) != NULL)
            return date;
        if (block->type == GX_BLOCK_PARAGRAPH && (date = gx_dateline_of_report (gx_builder_block_text (builder, i))) != NULL)
            return date;
    }
    return NULL;
}

/* At the end a date is that of the signature, if it is the only one. */
static char *
find_at_bottom (const GxBuilder *builder)
{
    g_autofree char *found = NULL;

    for (guint i = gx_builder_n_blocks (builder), n = 0; i-- > 0 && n < BOTTOM_BLOCKS;) {
        GxBlockType type = gx_builder_block (builder, i)->type;
        g_autofree char *date = NULL;

        if (type == GX_BLOCK_FURNITURE || type == GX_BLOCK_NOTE)
            continue;
        n++;
        date = dateline_of (builder, i);
        if (date && found && strcmp (date, found) != 0)
            return NULL;
        if (date && !found)
            found = g_steal_pointer (&date);
    }
    return g_steal_pointer (&found);
}

void
gx_dates_find (GxBuilder *builder, const char *name)
{
    g_autofree char *date = gx_date_from_name (name);

    if (date) {
        gx_builder_set_date (builder, gx_str (date), GX_DATE_NAME);
        return;
    }
    date = find_at_top (builder);
    if (!date)
        date = find_at_bottom (builder);
    if (date && !is_chronicle (builder))
        gx_builder_set_date (builder, gx_str (date), GX_DATE_DATELINE);
}
