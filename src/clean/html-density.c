/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-density.c - a verdict for each block by itself. */
#include "html-density.h"

#include "html-verdict.h"
#include "word-list.h"

#define LONG_TEXT     240 /* bytes: so much is text without a full stop */
#define SHORT_BYLINE  240 /* bytes */
#define MANY_LINKS    80  /* per cent of a block in links: a row of links */
#define ALL_LINKS     90  /* per cent: a block that is one link */
#define HALF_LINKS    50  /* per cent: more is no text */
#define MAX_LINK      72  /* bytes: mean length of the links of a row */
#define MAX_LINK_ITEM 240 /* bytes of an item of a list of links */
#define MIN_LINKS     2   /* a block of fewer links is no row */
#define MIN_RESTORED  150 /* bytes of text for which a word of a class may be wrong */
#define RESTORED      8   /* times the text elsewhere */
#define MAX_STOP      6   /* bytes by which a title may differ at its end: ？, … */
#define MAX_BULLET    4   /* bytes of a bullet or number in front of a link */
#define MAX_CELL      60  /* bytes of a name or number in a table */
#define MIN_MENU      3   /* links of a menu */
#define LAYOUT_CELL   200 /* bytes of text in several blocks: a cell that is no cell */

static gsize
share (gsize part, gsize whole)
{
    return whole > 0 ? part * 100 / whole : 0;
}

/* Whether a link has only a bullet or number in front of it. */
static gboolean
is_bulleted (const GxEvidence *evidence, GxStr text)
{
    return evidence->bytes - evidence->link_bytes <= MAX_BULLET && text.len > 0 && !g_unichar_isalpha (g_utf8_get_char (text.data));
}

/* What a block is by its own text, whatever the elements around it say. */
static GxVerdict
verdict_of (const GxEvidence *evidence, const GxJudged *judged)
{
    gsize links = share (evidence->link_bytes, evidence->bytes);

    if (judged->type == GX_BLOCK_CELL)
        return GX_VERDICT_KEEP;
    if (evidence->links == 1 && judged->text.len <= MAX_LINK_ITEM && (links >= ALL_LINKS || is_bulleted (evidence, judged->text)))
        return GX_VERDICT_LINK;
    if (judged->type == GX_BLOCK_NOTE || judged->type == GX_BLOCK_CAPTION)
        return GX_VERDICT_KEEP;
    if (judged->type != GX_BLOCK_HEADING && links < HALF_LINKS && (judged->has_stop || judged->text.len >= LONG_TEXT))
        return GX_VERDICT_TEXT;
    return GX_VERDICT_SHORT;
}

/* Whether links have only such marks between them as separate the entries of a menu, or lead to a page. */
static gboolean
is_separated (const GxEvidence *evidence, GxStr text)
{
    static const char *const marks[] = { "›", "»", ">", "|", "·", "┊", "│", "｜", "/", "•" };
    static GxWordList separators = GX_WORD_LIST (marks, GX_WORDS_EXACT);

    if (evidence->bytes - evidence->link_bytes > (gsize)evidence->links * MAX_BULLET)
        return FALSE;
    return gx_word_list_holds (&separators, text);
}

/* A row of short links: to share, to the next page, to other articles. Prose full of links has sentences. */
static gboolean
is_link_row (const GxEvidence *evidence, const GxJudged *judged)
{
    return judged->type != GX_BLOCK_NOTE && evidence->links >= MIN_LINKS && !judged->has_stop &&
           evidence->link_bytes <= (gsize)evidence->links * MAX_LINK &&
           (share (evidence->link_bytes, evidence->bytes) >= MANY_LINKS || is_separated (evidence, judged->text));
}

static gboolean
is_byline (const GxEvidence *evidence, const GxJudged *judged)
{
    if (judged->text.len > SHORT_BYLINE || judged->has_stop)
        return FALSE;
    if (((evidence->flags & GX_FRAME_BYLINE) && judged->type != GX_BLOCK_HEADING) ||
        share (evidence->name_bytes, evidence->bytes) >= MANY_LINKS)
        return TRUE;
    return judged->type == GX_BLOCK_PARAGRAPH && gx_line_is_byline (judged->text);
}

/* Whether there is a pause in the text: a subtitle has one, a label has none. */
gboolean
gx_judge_has_pause (GxStr text)
{
    return g_strstr_len (text.data, (gssize)text.len, "，") || g_strstr_len (text.data, (gssize)text.len, ", ");
}

/* Whether a block is what stands on buttons; in a cell of a table, only where it is linked. */
static gboolean
is_button (const GxEvidence *evidence, const GxJudged *judged)
{
    return judged->buttons == GX_BUTTONS_SURE && !judged->has_stop && judged->type != GX_BLOCK_NOTE &&
           (judged->type != GX_BLOCK_CELL || share (evidence->link_bytes, evidence->bytes) >= MANY_LINKS);
}

/* What elements, classes and the block's own look say; the rest is left to its neighbours. */
static void
judge_block (GxJudge *self, guint i, guint flags)
{
    const GxEvidence *evidence = &self->evidence[i];
    GxJudged *judged = &self->judged[i];

    judged->verdict = verdict_of (evidence, judged);
    if (flags & GX_FRAME_FURNITURE) {
        gx_judge_take_out (self, i, GX_REASON_MARKUP);
    } else if (is_byline (evidence, judged)) {
        judged->verdict = GX_VERDICT_KEEP;
        judged->type = GX_BLOCK_BYLINE;
    } else if (share (evidence->side_bytes, evidence->bytes) >= MANY_LINKS) {
        gx_judge_take_out (self, i, GX_REASON_MARKUP);
    } else if ((flags & GX_FRAME_HEADER) && judged->type != GX_BLOCK_HEADING && !judged->has_stop && judged->text.len < GX_SHORT_HEAD &&
               !gx_judge_has_pause (judged->text)) {
        gx_judge_take_out (self, i, GX_REASON_MARKUP);
    } else if (judged->in_menu || (judged->type != GX_BLOCK_CELL && is_link_row (evidence, judged)) || is_button (evidence, judged) ||
               (judged->type != GX_BLOCK_NOTE && gx_line_is_furniture (judged->text))) {
        gx_judge_take_out (self, i, GX_REASON_LINKS);
    } else if (judged->type == GX_BLOCK_PARAGRAPH && gx_line_is_caption (judged->text)) {
        judged->verdict = GX_VERDICT_KEEP;
        judged->type = GX_BLOCK_CAPTION;
    }
}

/* A cell that holds paragraphs belongs to a table for layout. */
static void
judge_cells (GxJudge *self)
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

/* Cells that hold links and nothing else are a menu, when the table has no others: one that is no layout has names or numbers, too. */
static void
judge_menus (GxJudge *self)
{
    guint n_tables = 0;
    g_autofree guint *links = NULL, *plain = NULL;

    for (guint i = 0; i < self->n; i++)
        n_tables = MAX (n_tables, self->evidence[i].table);
    links = g_new0 (guint, n_tables + 1);
    plain = g_new0 (guint, n_tables + 1);
    for (guint i = 0; n_tables > 0 && i < self->n; i++) {
        const GxEvidence *evidence = &self->evidence[i];
        GxJudged *judged = &self->judged[i];

        if (judged->type != GX_BLOCK_CELL)
            continue;
        judged->in_menu = !judged->has_stop && (share (evidence->link_bytes, evidence->bytes) >= MANY_LINKS ||
                                                is_bulleted (evidence, judged->text) || is_link_row (evidence, judged));
        if (judged->in_menu)
            links[evidence->table] += evidence->links;
        else if (judged->text.len <= MAX_CELL && !judged->has_stop)
            plain[evidence->table]++;
    }
    for (guint i = 0; i < self->n; i++)
        if (plain[self->evidence[i].table] > 0 || links[self->evidence[i].table] < MIN_MENU)
            self->judged[i].in_menu = FALSE;
}

/* The element that is furniture only by a word of its class and holds nearly all the text; 0: none. */
static guint
find_mistaken_root (const GxJudge *self, const GArray *roots)
{
    g_autofree gsize *texts = g_new0 (gsize, roots->len);
    guint best = 0;

    for (guint i = 0; i < self->n; i++)
        if (verdict_of (&self->evidence[i], &self->judged[i]) == GX_VERDICT_TEXT)
            texts[self->evidence[i].root] += self->judged[i].text.len;
    for (guint root = 1; root < roots->len; root++)
        if (g_array_index (roots, GxRoot, root).is_word && texts[root] > texts[best] * (best > 0))
            best = root;
    return best > 0 && texts[best] >= MIN_RESTORED && texts[best] > texts[0] * RESTORED ? best : 0;
}

/* Whether what looks like readers' comments is the text, a conversation: nearly all of it, and in long paragraphs. */
static gboolean
are_comments_text (const GxJudge *self, const GArray *roots)
{
    gsize inside = 0, outside = 0, n = 0;

    for (guint i = 0; i < self->n; i++) {
        guint root = self->evidence[i].root;

        if (verdict_of (&self->evidence[i], &self->judged[i]) != GX_VERDICT_TEXT)
            continue;
        if (g_array_index (roots, GxRoot, root).is_comments) {
            inside += self->judged[i].text.len;
            n++;
        } else if (root == 0) {
            outside += self->judged[i].text.len;
        }
    }
    return n > 0 && inside / n >= LONG_TEXT && inside > outside * RESTORED;
}

/* A long paragraph of sentences whose own class has such a word. */
static gboolean
is_mistaken_paragraph (const GxJudge *self, guint i, const GArray *roots)
{
    const GxRoot *root = &g_array_index (roots, GxRoot, self->evidence[i].root);

    return root->is_word && root->is_paragraph && root->parent == 0 && self->judged[i].text.len >= LONG_TEXT &&
           verdict_of (&self->evidence[i], &self->judged[i]) == GX_VERDICT_TEXT;
}

/* The document's title is no furniture, not even in a page's header. */
gboolean
gx_judge_is_title (const GxJudge *self, guint i)
{
    GxStr title = gx_builder_title (self->builder), text = self->judged[i].text;
    gsize len = MIN (title.len, text.len);

    return len > 0 && MAX (title.len, text.len) - len <= MAX_STOP && memcmp (title.data, text.data, len) == 0;
}

static void
judge_blocks (GxJudge *self, const GArray *roots)
{
    gboolean comments;
    guint mistaken;

    for (guint i = 0; i < self->n; i++) {
        GxJudged *judged = &self->judged[i];

        judged->text = gx_builder_block_text (self->builder, self->evidence[i].block);
        judged->type = gx_builder_block (self->builder, self->evidence[i].block)->type;
        judged->has_stop = gx_line_has_stop (judged->text);
        judged->buttons = judged->has_stop ? GX_BUTTONS_NONE : gx_line_buttons (judged->text);
    }
    judge_cells (self);
    judge_menus (self);
    mistaken = find_mistaken_root (self, roots);
    comments = are_comments_text (self, roots);
    for (guint i = 0; i < self->n; i++) {
        guint flags = self->evidence[i].flags;

        if ((mistaken && self->evidence[i].root == mistaken) ||
            (comments && g_array_index (roots, GxRoot, self->evidence[i].root).is_comments) || is_mistaken_paragraph (self, i, roots) ||
            (self->judged[i].type == GX_BLOCK_HEADING && gx_judge_is_title (self, i)))
            flags &= ~(guint)GX_FRAME_FURNITURE;
        judge_block (self, i, flags);
        if (self->judged[i].verdict == GX_VERDICT_TEXT && gx_judge_is_title (self, i)) /* 题目？ */
            self->judged[i].verdict = GX_VERDICT_SHORT;
    }
}

static void
apply (const GxJudge *self)
{
    for (guint i = 0; i < self->n; i++) {
        guint block = self->evidence[i].block;

        if (self->judged[i].verdict == GX_VERDICT_OUT)
            gx_builder_remove_block (self->builder, block, self->judged[i].reason);
        else if (self->judged[i].type != gx_builder_block (self->builder, block)->type)
            gx_builder_retype_block (self->builder, block, self->judged[i].type);
    }
}

void
gx_density_judge (GxBuilder *builder, const GArray *evidence, const GArray *roots)
{
    g_autofree GxJudged *judged = g_new0 (GxJudged, evidence->len);
    GxJudge self = { builder, (const GxEvidence *)(gpointer)evidence->data, judged, evidence->len };

    judge_blocks (&self, roots);
    gx_context_judge (&self);
    apply (&self);
}
