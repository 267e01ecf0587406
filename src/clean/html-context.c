/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-context.c - blocks take the side of those around them: lists of links, what stands below a heading of furniture, cards of other
 * articles, the ends of the page. */
#include "html-verdict.h"

#define SHORT_TEXT  120 /* bytes: less than this is furniture when furniture is around it */
#define MAX_BELOW   200 /* blocks below a heading of furniture that are looked at */
#define MAX_CARD    4   /* blocks of a card beside its text */
#define MAX_EXCERPT 600 /* bytes of its text */
#define MIN_BEFORE  300 /* bytes of text in front of the first card */
#define MENU_WORD   25  /* bytes */
#define MANY_ITEMS  10  /* links that may be what a page is there for */
#define LONG_ITEM   24  /* bytes of such a link */
#define MOSTLY      10  /* times the text */
#define MAX_NAME    21  /* bytes, on average, of names that are listed */

/* Bytes of text on the page. */
static gsize
text_bytes (const GxJudge *self)
{
    gsize bytes = 0;

    for (guint i = 0; i < self->n; i++)
        bytes += self->judged[i].verdict == GX_VERDICT_TEXT ? self->judged[i].text.len : 0;
    return bytes;
}

/* Whether the links [start, end) are what the page is there for: many, long, and next to no text. */
static gboolean
is_content (const GxJudge *self, guint start, guint end, gsize text)
{
    gsize bytes = 0;

    if (end - start < MANY_ITEMS || (start > 0 && gx_line_opens_furniture (self->judged[start - 1].text)))
        return FALSE;
    for (guint i = start; i < end; i++)
        bytes += self->judged[i].text.len;
    return bytes >= (gsize)(end - start) * LONG_ITEM && bytes > text * MOSTLY;
}

/* Whether the links [start, end) are names below a heading of the text: who took part, what the members are. */
static gboolean
are_names (const GxJudge *self, guint start, guint end)
{
    const GxJudged *head = &self->judged[start - (start > 0)];
    gsize bytes = 0;

    if (start == 0 || head->type != GX_BLOCK_HEADING || head->verdict != GX_VERDICT_SHORT ||
        !(self->evidence[start].flags & GX_FRAME_ARTICLE) || gx_line_opens_furniture (head->text) || gx_judge_is_title (self, start - 1))
        return FALSE;
    for (guint i = start; i < end; i++)
        bytes += self->judged[i].text.len;
    return bytes <= (gsize)(end - start) * MAX_NAME;
}

/* Links below each other. */
static void
judge_lists (GxJudge *self)
{
    gsize text = text_bytes (self);

    for (guint i = 0; i < self->n;) {
        guint end = i;
        gboolean keep;

        while (end < self->n && self->judged[end].verdict == GX_VERDICT_LINK)
            end++;
        keep = are_names (self, i, end) || is_content (self, i, end, text);
        for (guint k = i; end - i >= GX_MIN_ITEMS && k < end; k++)
            if (keep)
                self->judged[k].verdict = GX_VERDICT_KEEP;
            else
                gx_judge_take_out (self, k, GX_REASON_LINKS);
        i = MAX (end, i + 1);
    }
}

/* Names of services, numbers and marks go with the buttons they stand beside. */
static void
judge_buttons (GxJudge *self)
{
    gboolean beside = FALSE;

    for (guint i = 0; i < 2 * self->n; i++) {
        guint at = i < self->n ? i : 2 * self->n - 1 - i; /* down, and up again */
        const GxJudged *judged = &self->judged[at];

        beside = (judged->verdict == GX_VERDICT_OUT && judged->buttons != GX_BUTTONS_NONE) ||
                 (beside && judged->buttons == GX_BUTTONS_PERHAPS && judged->type != GX_BLOCK_HEADING &&
                  (judged->verdict == GX_VERDICT_SHORT || judged->verdict == GX_VERDICT_LINK));
        if (beside && judged->verdict != GX_VERDICT_OUT)
            gx_judge_take_out (self, at, GX_REASON_LINKS);
    }
}

static gboolean
is_weak (const GxJudge *self, guint i, gsize limit)
{
    const GxJudged *judged = &self->judged[i];

    return judged->verdict == GX_VERDICT_LINK || (judged->verdict == GX_VERDICT_SHORT && judged->text.len < limit);
}

/* Headings of furniture go with the links below them. */
static void
judge_openers (GxJudge *self)
{
    for (guint i = 0; i < self->n; i++) {
        guint end = i + 1;
        gboolean links = FALSE;

        if (self->judged[i].verdict == GX_VERDICT_TEXT || self->judged[i].verdict == GX_VERDICT_OUT ||
            !gx_line_opens_furniture (self->judged[i].text))
            continue;
        for (;
             end < self->n && end - i < MAX_BELOW && (self->judged[end].verdict == GX_VERDICT_OUT || is_weak (self, end, GX_SHORT_HEAD)) &&
             !(self->judged[end].type == GX_BLOCK_HEADING && gx_judge_is_title (self, end));
             end++)
            links = links || self->judged[end].verdict != GX_VERDICT_SHORT;
        for (guint k = i; links && k < end; k++)
            if (self->judged[k].verdict != GX_VERDICT_OUT)
                gx_judge_take_out (self, k, GX_REASON_LINKS);
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
is_teaser (const GxJudge *self, guint i, guint *end)
{
    guint k = i + 1;

    if (self->judged[i].verdict != GX_VERDICT_LINK || self->judged[i].type != GX_BLOCK_HEADING)
        return FALSE;
    while (k < self->n && k - i <= MAX_CARD && !ends_in_ellipsis (self->judged[k].text) &&
           (self->judged[k].type == GX_BLOCK_BYLINE || is_weak (self, k, SHORT_TEXT)))
        k++;
    *end = k + 1;
    return k < self->n && (self->judged[k].verdict == GX_VERDICT_TEXT || self->judged[k].verdict == GX_VERDICT_SHORT) &&
           self->judged[k].text.len <= MAX_EXCERPT && ends_in_ellipsis (self->judged[k].text);
}

/* Cards of other articles among the text. */
static void
judge_teasers (GxJudge *self)
{
    gsize before = 0; /* bytes of text */

    for (guint i = 0; i < self->n; i++) {
        guint end, start = i;

        if (before < MIN_BEFORE || !is_teaser (self, i, &end)) {
            before += self->judged[i].verdict == GX_VERDICT_TEXT ? self->judged[i].text.len : 0;
            continue;
        }
        while (start > 0 && i - start < MAX_CARD &&
               (self->judged[start - 1].type == GX_BLOCK_BYLINE || self->judged[start - 1].verdict == GX_VERDICT_LINK))
            start--;
        for (; start < end; start++)
            gx_judge_take_out (self, start, GX_REASON_LINKS);
        i = end - 1;
    }
}

/* Whether the rest of the page begins with a heading and is mostly headings, with no text below them. */
static gboolean
is_headings (const GxJudge *self, guint i)
{
    guint end = MIN (self->n, i + 3 * GX_MIN_ITEMS), n = 0;

    if (self->judged[i].type != GX_BLOCK_HEADING)
        return FALSE;
    for (guint k = i; k < end; k++)
        n += self->judged[k].type == GX_BLOCK_HEADING ? 1 : 0;
    return n >= GX_MIN_ITEMS && n * 2 >= end - i;
}

/* Whether furniture begins here, behind the last text. */
static gboolean
begins_furniture (const GxJudge *self, guint i)
{
    const GxJudged *judged = &self->judged[i];

    if (judged->verdict == GX_VERDICT_OUT || gx_line_opens_furniture (judged->text) || is_headings (self, i))
        return TRUE;
    return judged->verdict == GX_VERDICT_LINK && i + 1 < self->n && self->judged[i + 1].verdict == GX_VERDICT_LINK;
}

/* Blocks that are left open behind the last text: they go once furniture has begun, and so does a heading that has no other text. */
static void
judge_tail (GxJudge *self, guint last)
{
    gboolean out = FALSE;

    for (guint i = last; i < self->n; i++) {
        if (!out && begins_furniture (self, i)) {
            guint k = i;

            out = TRUE;
            while (k > last && self->judged[k - 1].type != GX_BLOCK_HEADING && is_weak (self, k - 1, GX_SHORT_HEAD))
                k--;
            for (k = k > last && self->judged[k - 1].type == GX_BLOCK_HEADING ? k - 1 : i; k < i; k++)
                gx_judge_take_out (self, k, GX_REASON_LINKS);
        }
        if (out &&
            (is_weak (self, i, SHORT_TEXT) || (self->judged[i].type == GX_BLOCK_HEADING && self->judged[i].verdict != GX_VERDICT_OUT)))
            gx_judge_take_out (self, i, GX_REASON_LINKS);
    }
}

/* Several words below each other in front of the title are a menu, even where they are no links. */
static void
judge_menu (GxJudge *self, guint title)
{
    guint n = 0;

    for (guint i = 0; i < title; i++)
        n += self->judged[i].type != GX_BLOCK_HEADING && is_weak (self, i, MENU_WORD) ? 1 : 0;
    for (guint i = 0; n >= GX_MIN_ITEMS && i < title; i++)
        if (self->judged[i].type != GX_BLOCK_HEADING && is_weak (self, i, MENU_WORD))
            gx_judge_take_out (self, i, GX_REASON_LINKS);
}

/* The same in front of the first text, where headings stay, and links in front of the title lead to its section. */
static void
judge_head (GxJudge *self, guint first)
{
    gboolean out = FALSE;
    guint title = 0;

    while (title < first && !gx_judge_is_title (self, title))
        title++;
    judge_menu (self, title < first ? title : 0);
    for (guint i = first; i > 0; i--) {
        GxJudged *judged = &self->judged[i - 1];

        out = out || judged->verdict == GX_VERDICT_OUT;
        if (judged->type == GX_BLOCK_HEADING || i - 1 == title)
            continue;
        if (out && is_weak (self, i - 1, GX_SHORT_HEAD) && !gx_judge_has_pause (judged->text))
            gx_judge_take_out (self, i - 1, GX_REASON_LINKS);
        else if (title < first && i - 1 < title && judged->verdict == GX_VERDICT_LINK)
            gx_judge_take_out (self, i - 1, GX_REASON_LINKS);
    }
    if (title < first && self->judged[title].verdict != GX_VERDICT_OUT)
        self->judged[title].type = GX_BLOCK_HEADING;
}

/* Whether a block behind which there is no text asks the reader for something. */
static gboolean
is_appeal (const GxJudged *judged)
{
    return judged->verdict != GX_VERDICT_KEEP && judged->verdict != GX_VERDICT_OUT &&
           (gx_line_is_appeal (judged->text) || (!judged->has_stop && gx_line_is_foot (judged->text)));
}

static void
judge_ends (GxJudge *self)
{
    guint first = 0, last = self->n;

    for (; last > 0 && (self->judged[last - 1].verdict != GX_VERDICT_TEXT || is_appeal (&self->judged[last - 1])); last--)
        if (is_appeal (&self->judged[last - 1]))
            gx_judge_take_out (self, last - 1, GX_REASON_LINKS);
    while (first < last && self->judged[first].verdict != GX_VERDICT_TEXT)
        first++;
    if (first == last)
        return;
    judge_tail (self, last);
    judge_head (self, first);
}

void
gx_context_judge (GxJudge *self)
{
    judge_lists (self);
    judge_buttons (self);
    judge_openers (self);
    judge_teasers (self);
    judge_ends (self);
}
