/* SPDX-License-Identifier: GPL-3.0-or-later
 * wikitext.c - lines of wikitext made blocks.
 *
 * Pairs of marks are matched first; then the page is walked through once, from mark to mark. What a pair shows is walked through like the
 * rest, up to its end, where the walk goes on behind the pair. */
#include "wikitext.h"

#include "wiki-reader.h"

/** A tag is no longer than this. */
#define MAX_TAG 1024

static const GxWikiShowing *
shown (const GxWikiReader *self)
{
    return self->showing->len > 0 ? &g_array_index (self->showing, GxWikiShowing, self->showing->len - 1) : NULL;
}

/* A line break: headings and items end there, other text goes on. */
static void
end_line (GxWikiReader *self)
{
    if (self->showing->len == 0 && self->ends_with_line)
        gx_wiki_end_block (self, gx_wiki_plain_type (self));
    gx_prose_add_gap (self->prose, GX_GAP_SOFT, self->at, self->at + 1);
    self->at++;
    gx_wiki_start_line (self);
}

/* The captions in a gallery, a line each. */
static void
show_gallery (GxWikiReader *self, const GxWikiPair *pair)
{
    gx_wiki_end_block (self, gx_wiki_plain_type (self));
    for (gsize at = pair->inner; at < pair->inner_end;) {
        gsize end = MIN (gx_wiki_line_end (self, at), pair->inner_end), start = gx_wiki_gallery_caption (&self->page, at, end);

        if (start < end && !memchr (self->page.page.data + start, '[', end - start) &&
            !memchr (self->page.page.data + start, '{', end - start))
            gx_prose_add (self->prose, start, end);
        gx_prose_end_block (self->prose, GX_BLOCK_CAPTION);
        at = end + 1;
    }
}

static void
show_pair (GxWikiReader *self, const GxWikiPair *pair)
{
    GxWikiShowing showing = { .behind = pair->end, .is_literal = pair->type == GX_WIKI_LITERAL };

    if (pair->type == GX_WIKI_GALLERY)
        show_gallery (self, pair);
    showing.show = gx_wiki_show (&self->page, pair, &self->at, &showing.until);
    switch (showing.show) {
    case GX_WIKI_CAPTION:
        gx_prose_begin_aside (self->prose, GX_BLOCK_CAPTION);
        break;
    case GX_WIKI_FOOTNOTE:
        gx_prose_begin_aside (self->prose, GX_BLOCK_NOTE);
        break;
    case GX_WIKI_BLOCK:
        gx_wiki_end_block (self, gx_wiki_plain_type (self));
        break;
    case GX_WIKI_INLINE:
        break;
    case GX_WIKI_NOTHING:
    default:
        self->at = pair->end;
        return;
    }
    g_array_append_val (self->showing, showing);
}

static void
end_shown (GxWikiReader *self)
{
    const GxWikiShowing showing = *shown (self);

    if (showing.show == GX_WIKI_CAPTION || showing.show == GX_WIKI_FOOTNOTE)
        gx_prose_end_aside (self->prose);
    else if (showing.show == GX_WIKI_BLOCK)
        gx_wiki_end_block (self, gx_wiki_plain_type (self));
    g_array_set_size (self->showing, self->showing->len - 1);
    self->at = showing.behind;
}

/* What a tag of HTML does. */
static void
read_tag (GxWikiReader *self)
{
    const GxWikiShowing *showing = shown (self);
    gsize limit = MIN (self->at + MAX_TAG, showing ? showing->until : self->page.page.len);
    GxMarkup markup = gx_markup_start ((GxStr){ self->page.page.data, limit }, self->at, GX_MARKUP_HTML);
    GxToken token;
    static const char *const blocks[] = { "p",  "div",  "center",  "blockquote", "table", "tr", "ul", "ol", "dl",
                                          "hr", "poem", "section", "caption",    "td",    "th", "li", "dd", "dt",
                                          "h1", "h2",   "h3",      "h4",         "h5",    "h6", NULL };
    gboolean is_start;

    if (!gx_markup_next (&markup, &token) || token.start != self->at || token.is_open ||
        (token.type != GX_TOKEN_START && token.type != GX_TOKEN_END)) {
        gx_prose_add_literal (self->prose, self->at, self->at + 1);
        self->at++;
        return;
    }
    is_start = token.type == GX_TOKEN_START;
    self->at = token.end;
    if (gx_token_is (&token, GX_MARKUP_HTML, "br")) {
        gx_prose_break_line (self->prose, token.start, token.end, self->type);
        gx_prose_add_gap (self->prose, GX_GAP_HARD, token.start, token.end); /* nobody breaks lines of prose so: they are a list */
    } else if (gx_token_is (&token, GX_MARKUP_HTML, "sup")) {
        if (is_start)
            gx_prose_begin_mark (self->prose);
        else
            gx_prose_end_mark (self->prose, GX_MARK_PLAIN);
    } else {
        for (gsize i = 0; blocks[i]; i++)
            if (gx_token_is (&token, GX_MARKUP_HTML, blocks[i])) {
                gboolean is_cell = is_start && (blocks[i][0] == 't' && blocks[i][1] != 'a' && blocks[i][1] != 'r');
                gboolean is_item = is_start && strcmp (blocks[i], "li") == 0;
                gboolean is_head = is_start && blocks[i][0] == 'h' && blocks[i][1] != 'r';

                gx_wiki_end_block (self, is_cell   ? GX_BLOCK_CELL
                                         : is_item ? GX_BLOCK_LIST_ITEM
                                         : is_head ? GX_BLOCK_HEADING
                                                   : gx_wiki_plain_type (self));
            }
    }
}

/* A link to another site: [http://… label]. FALSE when it is none. */
static gboolean
read_outer_link (GxWikiReader *self)
{
    gsize at = self->at + 1;

    while (g_ascii_isalpha (gx_wiki_byte (self, at)))
        at++;
    if (!gx_wiki_starts (self, at, "://") && !gx_wiki_starts (self, at, ":") && !gx_wiki_starts (self, at, "//"))
        return FALSE;
    if (gx_wiki_starts (self, at, ":") && !gx_wiki_starts (self, at, "://") && !gx_wiki_starts (self, self->at + 1, "mailto:"))
        return FALSE;
    while (at < self->page.page.len && !g_ascii_isspace (gx_wiki_byte (self, at)) && gx_wiki_byte (self, at) != ']')
        at++;
    if (gx_wiki_byte (self, at) == ']') { /* a number, as it is shown */
        self->at = at + 1;
        return TRUE;
    }
    self->labels++;
    self->at = at;
    return TRUE;
}

/* A word of the program: __TOC__. Returns where it ends, 0 when there is none. */
static gsize
magic_word (const GxWikiReader *self)
{
    gsize at = self->at + 2;

    if (!gx_wiki_starts (self, self->at, "__"))
        return 0;
    while (g_ascii_isalpha (gx_wiki_byte (self, at)) || (guchar)gx_wiki_byte (self, at) >= 0x80)
        at++;
    return at > self->at + 2 && gx_wiki_starts (self, at, "__") ? at + 2 : 0;
}

/* A character that may be a mark. */
static void
read_mark (GxWikiReader *self)
{
    gsize at = self->at, end = at + 1;

    switch (gx_wiki_byte (self, at)) {
    case '\n':
        end_line (self);
        return;
    case '<':
        read_tag (self);
        return;
    case '\'':
        while (gx_wiki_byte (self, end) == '\'')
            end++;
        if (end - at == 1 || end - at == 4)
            gx_prose_add (self->prose, at, at + 1);
        self->at = end;
        return;
    case '[':
        if (read_outer_link (self))
            return;
        break;
    case ']':
        if (self->labels > 0) {
            self->labels--;
            self->at++;
            return;
        }
        break;
    case '_':
        if (magic_word (self)) {
            self->at = magic_word (self);
            return;
        }
        break;
    case '|':
    case '!':
        if (self->tables > 0 && self->showing->len == 0 && gx_wiki_byte (self, end) == gx_wiki_byte (self, at) &&
            (gx_wiki_byte (self, at) == '|' || self->in_head_row)) {
            gx_wiki_start_cell (self, GX_BLOCK_CELL, at + 2);
            return;
        }
        break;
    default:
        break;
    }
    gx_prose_add (self->prose, at, end);
    self->at = end;
}

/* Where the next thing that isn't plain text is. */
static gsize
plain_end (const GxWikiReader *self, gsize limit)
{
    static const guint8 is_mark[256] = { ['\n'] = 1, ['<'] = 1, ['\''] = 1, ['['] = 1, [']'] = 1, ['_'] = 1, ['|'] = 1, ['!'] = 1 };
    const char *data = self->page.page.data;
    gsize at = self->at;

    while (at < limit && !is_mark[(guint8)data[at]])
        at++;
    return at;
}

static const GxWikiPair *
find_pair (GxWikiReader *self)
{
    const GArray *pairs = self->page.pairs->pairs;

    while (self->next_pair < pairs->len) {
        const GxWikiPair *pair = &g_array_index (pairs, GxWikiPair, self->next_pair);

        if (pair->start >= self->at && pair->end > 0)
            return pair;
        self->next_pair++;
    }
    return NULL;
}

static void
read_page (GxWikiReader *self)
{
    gsize len = self->page.page.len;

    gx_wiki_start_line (self);
    while (self->at < len || self->showing->len > 0) {
        const GxWikiShowing *showing = shown (self);
        gsize limit = showing ? showing->until : len, end;
        const GxWikiPair *pair;

        if (self->at >= limit) {
            end_shown (self);
            continue;
        }
        if (showing && showing->is_literal) {
            gx_prose_add (self->prose, self->at, limit);
            self->at = limit;
            continue;
        }
        if (self->head_end > 0 && self->at >= self->head_end) {
            self->at = MAX (self->at, gx_wiki_line_end (self, self->head_end));
            self->head_end = 0;
            continue;
        }
        pair = find_pair (self);
        if (pair && pair->start == self->at) {
            self->next_pair++;
            show_pair (self, pair);
            continue;
        }
        if (pair)
            limit = MIN (limit, pair->start);
        if (self->head_end > 0)
            limit = MIN (limit, self->head_end);
        end = plain_end (self, limit);
        if (end > self->at) {
            gx_prose_add (self->prose, self->at, end);
            self->page.has_text |= end - self->at > 1 || !g_ascii_isspace (gx_wiki_byte (self, self->at));
            self->at = end;
        } else {
            read_mark (self);
        }
    }
    gx_prose_end_block (self->prose, self->type);
}

void
gx_wikitext_read (GxBuilder *builder, GxStr text, gsize start)
{
    g_autoptr (GxWikiPairs) pairs = gx_wiki_pairs_new (text, start);
    g_autoptr (GxProse) prose = gx_prose_new (builder, text, GX_MARKUP_HTML);
    g_autoptr (GArray) showing = g_array_new (FALSE, FALSE, sizeof (GxWikiShowing));
    GxWikiReader self = { .prose = prose, .at = start, .showing = showing, .type = GX_BLOCK_PARAGRAPH };

    self.page = gx_wiki_page (text, start, pairs);
    read_page (&self);
}
