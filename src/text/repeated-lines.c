/* SPDX-License-Identifier: GPL-3.0-or-later
 * repeated-lines.c - which lines a document has, and which of them are furniture.
 *
 * Where a line stands says more than how often it does: a refrain, a question that is asked again, 结论 above a paragraph stand inside the
 * text. So only the ends of documents are looked at, and sentences, which may be quoted, are asked for more documents. */
#include "repeated-lines.h"

#include "parts.h"
#include "sentence-marks.h"
#include "tally.h"
#include "tokens.h"

/** Documents that must have a line. */
#define MIN_DOCUMENTS        5
#define PERCENT_OF_LINES     2
#define PERCENT_OF_SENTENCES 10
/** Blocks at the ends of a document, at most a third of it each. */
#define BLOCKS_ABOVE 6
#define BLOCKS_BELOW 10
#define MAX_CHARS    200
/** What is longer belongs to the text unless it is repeated, whatever it ends with. */
#define TEXT_CHARS 60
#define FACTOR     G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)

struct _GxRepeats {
    GxTally *lines, *sites;
};

/** The places of a document's end, counted without furniture and notes. */
typedef struct {
    guint above, below; /* lines stand before the one or from the other on */
} Ends;

GxRepeats *
gx_repeats_new (void)
{
    GxRepeats *self = g_new0 (GxRepeats, 1);
    self->lines = gx_tally_new (GX_REPEATS_MAX_LINES);
    self->sites = gx_tally_new (GX_REPEATS_MAX_LINES);
    return self;
}

void
gx_repeats_free (GxRepeats *self)
{
    if (!self)
        return;
    gx_tally_free (self->lines);
    gx_tally_free (self->sites);
    g_free (self);
}

guint64
gx_repeats_site (const GxDocument *document)
{
    const char *site = gx_document_site (document), *name = gx_document_name (document), *end = strchr (name, '/');
    const GxStr place = site ? gx_str (site) : (GxStr){ name, end ? (gsize)(end - name) : 0 };
    guint64 key = site ? 1 : 2;
    for (gsize i = 0; i < place.len; i++)
        key = gx_mix (key * FACTOR + (guchar)place.data[i]);
    return key;
}

/** Whether a line ends as sentences do. */
static gboolean
is_sentence (GxStr line)
{
    gsize at = line.len;
    gunichar c = gx_sentence_char_before (line, 0, at);
    while (gx_mark_is_closing (c) || c == '"') {
        at -= gx_char_len (line, (gsize)(g_utf8_prev_char (line.data + at) - line.data));
        c = gx_sentence_char_before (line, 0, at);
    }
    return gx_mark_is_end (c) || gx_mark_may_end (c);
}

/** The key of a line of a site; 0 when it has no word. Numbers change from page to page, but in a sentence they are what it says. */
static guint64
line_key (guint64 site, GxStr line, GxStr folded)
{
    GxTokensMode mode = is_sentence (line) ? GX_TOKENS_ALL : GX_TOKENS_DIGITS_ALIKE;
    GxTokens tokens = gx_tokens_of (folded);
    guint64 key = site, digits = gx_tokens_digits ();
    gboolean has_word = FALSE;
    for (guint64 token = gx_tokens_next (&tokens, mode); token; token = gx_tokens_next (&tokens, mode)) {
        key = gx_mix (key * FACTOR + token);
        has_word = has_word || token != digits;
    }
    return has_word ? key : 0;
}

static gboolean
is_counted (GxBlockType type)
{
    return type != GX_BLOCK_FURNITURE && type != GX_BLOCK_NOTE;
}

static Ends
find_ends (const GxBlock *blocks, guint n_blocks)
{
    guint n = 0;
    for (guint i = 0; i < n_blocks; i++)
        n += is_counted (blocks[i].type) ? 1 : 0;
    guint third = (n + 1) / 3;
    return (Ends){ MIN (BLOCKS_ABOVE, third), n - MIN (BLOCKS_BELOW, third) };
}

/** Whether the block at a place is a line; says how it is one. */
static gboolean
is_line (const GxBlock *block, GxStr text, Ends ends, guint place, GxLine *line)
{
    line->is_above = place < ends.above;
    line->is_below = place >= ends.below;
    line->percent = PERCENT_OF_LINES;
    if ((!line->is_above && !line->is_below) || text.len > 4 * MAX_CHARS || g_utf8_strlen (text.data, (gssize)text.len) > MAX_CHARS)
        return FALSE;
    if (block->type == GX_BLOCK_HEADING)
        return line->is_below;
    if (block->type != GX_BLOCK_PARAGRAPH && block->type != GX_BLOCK_LIST_ITEM && block->type != GX_BLOCK_CAPTION)
        return FALSE;
    if (!is_sentence (text))
        return TRUE;
    line->percent = PERCENT_OF_SENTENCES;
    line->is_above = FALSE;
    return line->is_below;
}

GArray *
gx_repeats_lines (const GxDocument *document, const GxFolded *folded)
{
    GArray *lines = g_array_new (FALSE, FALSE, sizeof (GxLine));
    guint n_blocks, place = 0;
    const GxBlock *blocks = gx_document_blocks (document, &n_blocks);
    GxStr text = gx_document_text (document), all = gx_folded_text (folded);
    guint64 site = gx_repeats_site (document);
    Ends ends = find_ends (blocks, n_blocks);

    for (guint i = 0; i < n_blocks; i++) {
        const GxStr own = { text.data + blocks[i].start, blocks[i].end - blocks[i].start };
        GxLine line = { .block = i };
        if (!is_counted (blocks[i].type) || !is_line (&blocks[i], own, ends, place++, &line))
            continue;
        gsize start = gx_folded_from_clean (folded, blocks[i].start), end = gx_folded_from_clean (folded, blocks[i].end);
        line.key = line_key (site, own, (GxStr){ all.data + start, end - start });
        if (line.key != 0)
            g_array_append_val (lines, line);
    }
    return lines;
}

void
gx_repeats_add (GxRepeats *self, guint64 site, const GArray *lines)
{
    gx_tally_add (self->sites, site);
    for (guint i = 0; i < lines->len; i++) { /* few: a document has two short ends */
        guint64 key = g_array_index (lines, GxLine, i).key;
        guint before = 0;
        while (before < i && g_array_index (lines, GxLine, before).key != key)
            before++;
        if (before == i)
            gx_tally_add (self->lines, key);
    }
}

static gboolean
is_repeated (const GxRepeats *self, const GxLine *line, guint n_documents)
{
    guint n = gx_tally_get (self->lines, line->key);
    return n >= MIN_DOCUMENTS && (guint64)n * 100 >= (guint64)line->percent * n_documents;
}

/** What is removed from a document. */
typedef struct {
    const GxRepeats *repeats;
    GxDocument *document;
    const GArray *lines; /* of GxLine */
    guint n_documents;   /* of the site */
} Removal;

/** Whether a block belongs to the text itself, so that what stands behind (or before) it is not at the document's end: a sentence or a long
 * block. */
static gboolean
is_text (const Removal *removal, const GxBlock *block)
{
    const GxStr own = { gx_document_text (removal->document).data + block->start, block->end - block->start };
    if (!is_counted (block->type) || block->type == GX_BLOCK_HEADING || block->type == GX_BLOCK_BYLINE)
        return FALSE;
    if (own.len <= 4 * TEXT_CHARS)
        for (gsize at = 0; at < own.len; at += gx_char_len (own, at))
            if (gx_mark_is_end (gx_sentence_char_at (own, at)))
                return TRUE;
    return own.len > 4 * TEXT_CHARS || is_sentence (own) || g_utf8_strlen (own.data, (gssize)own.len) > TEXT_CHARS;
}

/** From the document's end upwards, until its text begins. */
static void
remove_below (const Removal *removal)
{
    guint n_blocks, line = removal->lines->len;
    const GxBlock *blocks = gx_document_blocks (removal->document, &n_blocks);
    gboolean has_removed = FALSE; /* nothing but furniture and notes so far */
    gboolean is_bare = TRUE;

    for (guint i = n_blocks; i-- > 0;) {
        while (line > 0 && g_array_index (removal->lines, GxLine, line - 1).block > i)
            line--;
        const GxLine *own = line > 0 ? &g_array_index (removal->lines, GxLine, line - 1) : NULL;
        gboolean is_heading = blocks[i].type == GX_BLOCK_HEADING;
        if (own && own->block == i && own->is_below && is_repeated (removal->repeats, own, removal->n_documents) &&
            (!is_heading || (is_bare && has_removed)))
            gx_document_remove_block (removal->document, i, GX_REASON_REPEATED);
        if (is_text (removal, &blocks[i]))
            return;
        has_removed = has_removed || blocks[i].type == GX_BLOCK_FURNITURE;
        is_bare = is_bare && !is_counted (blocks[i].type);
    }
}

/** From the document's start downwards, until its text begins. */
static void
remove_above (const Removal *removal)
{
    guint n_blocks;
    const GxBlock *blocks = gx_document_blocks (removal->document, &n_blocks);
    for (guint i = 0, line = 0; i < n_blocks && line < removal->lines->len && !is_text (removal, &blocks[i]); i++) {
        const GxLine *own = &g_array_index (removal->lines, GxLine, line);
        if (own->block != i)
            continue;
        line++;
        if (own->is_above && blocks[i].type != GX_BLOCK_HEADING && is_repeated (removal->repeats, own, removal->n_documents))
            gx_document_remove_block (removal->document, i, GX_REASON_REPEATED);
    }
}

void
gx_repeats_remove (const GxRepeats *self, GxDocument *document, const GxFolded *folded)
{
    guint n_documents = gx_tally_get (self->sites, gx_repeats_site (document));
    if (n_documents < MIN_DOCUMENTS)
        return;
    g_autoptr (GArray) lines = gx_repeats_lines (document, folded);
    const Removal removal = { self, document, lines, n_documents };
    remove_below (&removal);
    remove_above (&removal);
}

guint
gx_repeats_count (const GxRepeats *self, const GxDocument *document, guint block)
{
    guint n_blocks;
    const GxBlock *blocks = gx_document_blocks (document, &n_blocks);
    g_return_val_if_fail (block < n_blocks, 0);
    const GxStr own = { gx_document_text (document).data + blocks[block].start, blocks[block].end - blocks[block].start };
    g_autoptr (GxFolded) folded = gx_fold_new (own);
    guint64 key = line_key (gx_repeats_site (document), own, gx_folded_text (folded));
    return key == 0 ? 0 : gx_tally_get (self->lines, key);
}
