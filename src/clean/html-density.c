/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-density.c - a verdict for each block by itself, then for its neighbourhood. */
#include "html-density.h"

#include "html-lines.h"

#define LONG_TEXT     240 /* bytes: so much is text without a full stop */
#define SHORT_TEXT    120 /* bytes: less than this is furniture when furniture is around it */
#define SHORT_HEAD    60  /* bytes: the same in front of the text, where a subtitle may stand */
#define SHORT_BYLINE  240 /* bytes */
#define MANY_LINKS    80  /* per cent of a block in links: a row of links */
#define ALL_LINKS     90  /* per cent: a block that is one link */
#define HALF_LINKS    50  /* per cent: more is no text */
#define MAX_LINK      72  /* bytes: mean length of the links of a row */
#define MAX_LINK_ITEM 240 /* bytes of an item of a list of links */
#define MIN_LINKS     2   /* a block of fewer links is no row */
#define MIN_ITEMS     3   /* fewer links below each other are no list of links */
#define MIN_RESTORED  300 /* bytes of text for which a word of a class may be wrong */
#define RESTORED      8   /* times the text elsewhere */
#define MAX_STOP      6   /* bytes by which a title may differ at its end: ？, … */
#define MAX_CARD      4   /* blocks of a card beside its text */
#define MAX_EXCERPT   600 /* bytes of its text */
#define MIN_BEFORE    300 /* bytes of text in front of the first card */
#define LAYOUT_CELL   200 /* bytes of text in several blocks: a cell that is no cell */

typedef enum {
    VERDICT_KEEP,  /* stays, and says nothing of its neighbours: notes, captions, bylines, cells */
    VERDICT_TEXT,  /* sentences */
    VERDICT_SHORT, /* too little to tell */
    VERDICT_LINK,  /* one link and nothing else */
    VERDICT_OUT    /* furniture */
} Verdict;

typedef struct {
    Verdict verdict;
    GxReason reason;
    GxStr text;
    GxBlockType type;
    gboolean has_stop;
} Judged;

typedef struct {
    GxBuilder *builder;
    const GxEvidence *evidence;
    Judged *judged;
    guint n;
} Judge;

static gsize
share (gsize part, gsize whole)
{
    return whole > 0 ? part * 100 / whole : 0;
}

static void
take_out (Judge *self, guint i, GxReason reason)
{
    self->judged[i].verdict = VERDICT_OUT;
    self->judged[i].reason = reason;
}

/* What a block is by its own text, whatever the elements around it say. */
static Verdict
verdict_of (const GxEvidence *evidence, const Judged *judged)
{
    gsize links = share (evidence->link_bytes, evidence->bytes);

    if (links >= ALL_LINKS && evidence->links == 1 && judged->text.len <= MAX_LINK_ITEM)
        return VERDICT_LINK;
    if (judged->type == GX_BLOCK_NOTE || judged->type == GX_BLOCK_CAPTION || judged->type == GX_BLOCK_CELL)
        return VERDICT_KEEP;
    if (judged->type != GX_BLOCK_HEADING && links < HALF_LINKS && (judged->has_stop || judged->text.len >= LONG_TEXT))
        return VERDICT_TEXT;
    return VERDICT_SHORT;
}

/* A row of short links: to share, to the next page, to other articles. Prose full of links has sentences. */
static gboolean
is_link_row (const GxEvidence *evidence, const Judged *judged)
{
    return judged->type != GX_BLOCK_NOTE && judged->type != GX_BLOCK_CELL && evidence->links >= MIN_LINKS && !judged->has_stop &&
           share (evidence->link_bytes, evidence->bytes) >= MANY_LINKS && evidence->link_bytes <= (gsize)evidence->links * MAX_LINK;
}

static gboolean
is_byline (const GxEvidence *evidence, const Judged *judged)
{
    if (judged->text.len > SHORT_BYLINE || judged->has_stop)
        return FALSE;
    if ((evidence->flags & GX_FRAME_BYLINE) || share (evidence->name_bytes, evidence->bytes) >= MANY_LINKS)
        return TRUE;
    return judged->type == GX_BLOCK_PARAGRAPH && gx_line_is_byline (judged->text);
}

/* What elements, classes and the block's own look say; the rest is left to its neighbours. */
static void
judge_block (Judge *self, guint i, guint flags)
{
    const GxEvidence *evidence = &self->evidence[i];
    Judged *judged = &self->judged[i];

    judged->verdict = verdict_of (evidence, judged);
    if (flags & GX_FRAME_FURNITURE) {
        take_out (self, i, GX_REASON_MARKUP);
    } else if (is_byline (evidence, judged)) {
        judged->verdict = VERDICT_KEEP;
        judged->type = GX_BLOCK_BYLINE;
    } else if (share (evidence->side_bytes, evidence->bytes) >= MANY_LINKS) {
        take_out (self, i, GX_REASON_MARKUP);
    } else if ((flags & GX_FRAME_HEADER) && judged->type != GX_BLOCK_HEADING && !judged->has_stop && judged->text.len < SHORT_HEAD) {
        take_out (self, i, GX_REASON_MARKUP);
    } else if (is_link_row (evidence, judged) || (judged->type != GX_BLOCK_NOTE && gx_line_is_furniture (judged->text))) {
        take_out (self, i, GX_REASON_LINKS);
    } else if (judged->type == GX_BLOCK_PARAGRAPH && gx_line_is_caption (judged->text)) {
        judged->verdict = VERDICT_KEEP;
        judged->type = GX_BLOCK_CAPTION;
    }
}

/* A cell that holds paragraphs belongs to a table for layout. */
static void
judge_cells (Judge *self)
{
    for (guint i = 0; i < self->n;) {
        guint end = i, stops = 0, headings = 0;
        gsize bytes = 0;

        for (; end < self->n && self->evidence[end].cell == self->evidence[i].cell; end++) {
            bytes += self->judged[end].text.len;
            stops += self->judged[end].has_stop ? 1 : 0;
            headings += self->judged[end].type == GX_BLOCK_HEADING ? 1 : 0;
        }
        if (self->evidence[i].cell > 0 && stops + headings > 1 && bytes >= LAYOUT_CELL)
            for (guint k = i; k < end; k++)
                if (self->judged[k].type == GX_BLOCK_CELL)
                    self->judged[k].type = GX_BLOCK_PARAGRAPH;
        i = end;
    }
}

/* The element that is furniture only by a word of its class and holds nearly all the text; 0: none. */
static guint
find_mistaken_root (const Judge *self, const GArray *roots)
{
    g_autofree gsize *texts = g_new0 (gsize, roots->len);
    guint best = 0;

    for (guint i = 0; i < self->n; i++)
        if (verdict_of (&self->evidence[i], &self->judged[i]) == VERDICT_TEXT)
            texts[self->evidence[i].root] += self->judged[i].text.len;
    for (guint root = 1; root < roots->len; root++)
        if (g_array_index (roots, GxRoot, root).is_word && texts[root] > texts[best] * (best > 0))
            best = root;
    return best > 0 && texts[best] >= MIN_RESTORED && texts[best] > texts[0] * RESTORED ? best : 0;
}

/* The document's title is no furniture, not even in a page's header. */
static gboolean
is_title (const Judge *self, guint i)
{
    GxStr title = gx_builder_title (self->builder), text = self->judged[i].text;
    gsize len = MIN (title.len, text.len);

    return len > 0 && MAX (title.len, text.len) - len <= MAX_STOP && memcmp (title.data, text.data, len) == 0;
}

static void
judge_blocks (Judge *self, const GArray *roots)
{
    guint mistaken;

    for (guint i = 0; i < self->n; i++) {
        Judged *judged = &self->judged[i];

        judged->text = gx_builder_block_text (self->builder, self->evidence[i].block);
        judged->type = gx_builder_block (self->builder, self->evidence[i].block)->type;
        judged->has_stop = gx_line_has_stop (judged->text);
    }
    judge_cells (self);
    mistaken = find_mistaken_root (self, roots);
    for (guint i = 0; i < self->n; i++) {
        guint flags = self->evidence[i].flags;

        if ((mistaken && self->evidence[i].root == mistaken) || (self->judged[i].type == GX_BLOCK_HEADING && is_title (self, i)))
            flags &= ~(guint)GX_FRAME_FURNITURE;
        judge_block (self, i, flags);
        if (self->judged[i].verdict == VERDICT_TEXT && is_title (self, i)) /* 题目？ */
            self->judged[i].verdict = VERDICT_SHORT;
    }
}

/* Links below each other. */
static void
judge_lists (Judge *self)
{
    for (guint i = 0; i < self->n;) {
        guint end = i;

        while (end < self->n && self->judged[end].verdict == VERDICT_LINK && self->judged[end].type != GX_BLOCK_CELL)
            end++;
        if (end - i >= MIN_ITEMS)
            for (guint k = i; k < end; k++)
                take_out (self, k, GX_REASON_LINKS);
        i = MAX (end, i + 1);
    }
}

static gboolean
is_weak (const Judge *self, guint i, gsize limit)
{
    const Judged *judged = &self->judged[i];

    return judged->verdict == VERDICT_LINK || (judged->verdict == VERDICT_SHORT && judged->text.len < limit);
}

/* Headings of furniture go with the links below them. */
static void
judge_openers (Judge *self)
{
    for (guint i = 0; i < self->n; i++) {
        guint end = i + 1;
        gboolean links = FALSE;

        if (self->judged[i].verdict == VERDICT_TEXT || self->judged[i].verdict == VERDICT_OUT ||
            !gx_line_opens_furniture (self->judged[i].text))
            continue;
        for (; end < self->n && (self->judged[end].verdict == VERDICT_OUT || is_weak (self, end, SHORT_HEAD)); end++)
            links = links || self->judged[end].verdict != VERDICT_SHORT;
        for (guint k = i; links && k < end; k++)
            if (self->judged[k].verdict != VERDICT_OUT)
                take_out (self, k, GX_REASON_LINKS);
    }
}

static gboolean
ends_in_ellipsis (GxStr text)
{
    static const char *const ends[] = { "...", "…", "[…]", "[...]", "…]" };

    for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
        if (text.len >= strlen (ends[i]) && memcmp (text.data + text.len - strlen (ends[i]), ends[i], strlen (ends[i])) == 0)
            return TRUE;
    return FALSE;
}

/* Whether a card that shows another article starts with the linked heading at i: its beginning, cut short, follows. end is behind it. */
static gboolean
is_teaser (const Judge *self, guint i, guint *end)
{
    guint k = i + 1;

    if (self->judged[i].verdict != VERDICT_LINK || self->judged[i].type != GX_BLOCK_HEADING)
        return FALSE;
    while (k < self->n && k - i <= MAX_CARD && (self->judged[k].type == GX_BLOCK_BYLINE || is_weak (self, k, SHORT_HEAD)))
        k++;
    *end = k + 1;
    return k < self->n && (self->judged[k].verdict == VERDICT_TEXT || self->judged[k].verdict == VERDICT_SHORT) &&
           self->judged[k].text.len <= MAX_EXCERPT && ends_in_ellipsis (self->judged[k].text);
}

/* Cards of other articles among the text. */
static void
judge_teasers (Judge *self)
{
    gsize before = 0; /* bytes of text */

    for (guint i = 0; i < self->n; i++) {
        guint end, start = i;

        if (before < MIN_BEFORE || !is_teaser (self, i, &end)) {
            before += self->judged[i].verdict == VERDICT_TEXT ? self->judged[i].text.len : 0;
            continue;
        }
        while (start > 0 && i - start < MAX_CARD &&
               (self->judged[start - 1].type == GX_BLOCK_BYLINE || self->judged[start - 1].verdict == VERDICT_LINK))
            start--;
        for (; start < end; start++)
            take_out (self, start, GX_REASON_LINKS);
        i = end - 1;
    }
}

/* Whether the rest of the page begins with a heading and is mostly headings, with no text below them. */
static gboolean
is_headings (const Judge *self, guint i)
{
    guint end = MIN (self->n, i + 3 * MIN_ITEMS), n = 0;

    if (self->judged[i].type != GX_BLOCK_HEADING)
        return FALSE;
    for (guint k = i; k < end; k++)
        n += self->judged[k].type == GX_BLOCK_HEADING ? 1 : 0;
    return n >= MIN_ITEMS && n * 2 >= end - i;
}

/* Whether furniture begins here, behind the last text. */
static gboolean
begins_furniture (const Judge *self, guint i)
{
    const Judged *judged = &self->judged[i];

    if (judged->verdict == VERDICT_OUT || gx_line_opens_furniture (judged->text) || is_headings (self, i))
        return TRUE;
    return judged->verdict == VERDICT_LINK && i + 1 < self->n && self->judged[i + 1].verdict == VERDICT_LINK;
}

/* Blocks that are left open behind the last text: they go once furniture has begun, and so does a heading that has no other text. */
static void
judge_tail (Judge *self, guint last)
{
    gboolean out = FALSE;

    for (guint i = last; i < self->n; i++) {
        if (!out && begins_furniture (self, i)) {
            guint k = i;

            out = TRUE;
            while (k > last && self->judged[k - 1].type != GX_BLOCK_HEADING && is_weak (self, k - 1, SHORT_HEAD))
                k--;
            for (k = k > last && self->judged[k - 1].type == GX_BLOCK_HEADING ? k - 1 : i; k < i; k++)
                take_out (self, k, GX_REASON_LINKS);
        }
        if (out && is_weak (self, i, SHORT_TEXT))
            take_out (self, i, GX_REASON_LINKS);
    }
}

/* The same in front of the first text, where headings stay, and links in front of the title lead to its section. */
static void
judge_head (Judge *self, guint first)
{
    gboolean out = FALSE;
    guint title = 0;

    while (title < first && !is_title (self, title))
        title++;
    for (guint i = first; i > 0; i--) {
        Judged *judged = &self->judged[i - 1];

        out = out || judged->verdict == VERDICT_OUT;
        if (judged->type == GX_BLOCK_HEADING || i - 1 == title)
            continue;
        if (out && is_weak (self, i - 1, SHORT_HEAD))
            take_out (self, i - 1, GX_REASON_LINKS);
        else if (title < first && i - 1 < title && judged->verdict == VERDICT_LINK)
            take_out (self, i - 1, GX_REASON_LINKS);
    }
    if (title < first && self->judged[title].verdict != VERDICT_OUT)
        self->judged[title].type = GX_BLOCK_HEADING;
}

static void
judge_ends (Judge *self)
{
    guint first = 0, last = self->n;

    while (last > 0 && (self->judged[last - 1].verdict != VERDICT_TEXT || gx_line_is_appeal (self->judged[last - 1].text))) {
        last--;
        if (self->judged[last].verdict == VERDICT_TEXT || gx_line_is_appeal (self->judged[last].text))
            take_out (self, last, GX_REASON_LINKS);
    }
    while (first < last && self->judged[first].verdict != VERDICT_TEXT)
        first++;
    if (first == last)
        return;
    judge_tail (self, last);
    judge_head (self, first);
}

static void
apply (const Judge *self)
{
    for (guint i = 0; i < self->n; i++) {
        guint block = self->evidence[i].block;

        if (self->judged[i].verdict == VERDICT_OUT)
            gx_builder_remove_block (self->builder, block, self->judged[i].reason);
        else if (self->judged[i].type != gx_builder_block (self->builder, block)->type)
            gx_builder_retype_block (self->builder, block, self->judged[i].type);
    }
}

void
gx_density_judge (GxBuilder *builder, const GArray *evidence, const GArray *roots)
{
    g_autofree Judged *judged = g_new0 (Judged, evidence->len);
    Judge self = { builder, (const GxEvidence *)(gpointer)evidence->data, judged, evidence->len };

    judge_blocks (&self, roots);
    judge_lists (&self);
    judge_openers (&self);
    judge_teasers (&self);
    judge_ends (&self);
    apply (&self);
}
