/* SPDX-License-Identifier: GPL-3.0-or-later
 * wiki-lines.c - what lines of wikitext are: headings, items of lists, rows of tables. */
#include "wiki-reader.h"

/** How many pairs around a line are looked at; keeps time linear. */
#define MAX_LOOK 64

char
gx_wiki_byte (const GxWikiReader *self, gsize at)
{
    return at < self->page.page.len ? self->page.page.data[at] : '\0';
}

gboolean
gx_wiki_starts (const GxWikiReader *self, gsize at, const char *prefix)
{
    gsize len = strlen (prefix);

    return at < self->page.page.len && self->page.page.len - at >= len && memcmp (self->page.page.data + at, prefix, len) == 0;
}

gsize
gx_wiki_line_end (const GxWikiReader *self, gsize at)
{
    const GxStr *page = &self->page.page;
    const char *end = at < page->len ? memchr (page->data + at, '\n', page->len - at) : NULL;

    return end ? (gsize)(end - page->data) : page->len;
}

static gsize
skip_blanks (const GxWikiReader *self, gsize at)
{
    while (gx_wiki_byte (self, at) == ' ' || gx_wiki_byte (self, at) == '\t')
        at++;
    return at;
}

void
gx_wiki_end_block (GxWikiReader *self, GxBlockType next)
{
    gx_prose_end_block (self->prose, self->type);
    self->type = next;
    self->ends_with_line = FALSE;
}

/* The type of text that nothing else is said of. */
GxBlockType
gx_wiki_plain_type (const GxWikiReader *self)
{
    return self->tables > 0 ? GX_BLOCK_CELL : GX_BLOCK_PARAGRAPH;
}

/* Behind the attributes of a cell, which end with a single |. */
static gsize
skip_attributes (const GxWikiReader *self, gsize at)
{
    for (gsize i = at; i < self->page.page.len; i++) {
        char c = self->page.page.data[i];

        if (c == '\n' || gx_wiki_starts (self, i, "[[") || gx_wiki_starts (self, i, "{{") || gx_wiki_starts (self, i, "||") ||
            gx_wiki_starts (self, i, "!!") || gx_wiki_starts (self, i, "-{"))
            return at;
        if (c == '|')
            return i + 1;
    }
    return at;
}

void
gx_wiki_start_cell (GxWikiReader *self, GxBlockType type, gsize at)
{
    gx_wiki_end_block (self, type);
    self->at = skip_attributes (self, at);
    self->page.has_text = TRUE; /* what stands in a cell stands in a line */
}

/* A line of a table; FALSE when it is none of its marks. */
static gboolean
start_table_line (GxWikiReader *self, gsize at)
{
    if (gx_wiki_starts (self, at, "{|")) {
        gx_wiki_end_block (self, GX_BLOCK_CELL);
        self->tables++;
        self->at = gx_wiki_line_end (self, at);
        return TRUE;
    }
    if (self->tables == 0 || (gx_wiki_byte (self, at) != '|' && gx_wiki_byte (self, at) != '!'))
        return FALSE;
    self->in_head_row = gx_wiki_byte (self, at) == '!';
    if (gx_wiki_starts (self, at, "|}")) {
        self->tables--;
        gx_wiki_end_block (self, gx_wiki_plain_type (self));
        self->at = at + 2;
    } else if (gx_wiki_starts (self, at, "|-")) {
        gx_wiki_end_block (self, GX_BLOCK_CELL);
        self->at = gx_wiki_line_end (self, at);
    } else if (gx_wiki_starts (self, at, "|+")) {
        gx_wiki_start_cell (self, GX_BLOCK_CAPTION, at + 2);
        self->ends_with_line = TRUE;
    } else {
        gx_wiki_start_cell (self, GX_BLOCK_CELL, at + 1);
    }
    return TRUE;
}

/* == A heading ==; FALSE when the line is none. */
static gboolean
start_heading (GxWikiReader *self, gsize at)
{
    const char *data = self->page.page.data;
    gsize end = gx_wiki_line_end (self, at), text = at;

    while (end > at && g_ascii_isspace (data[end - 1]))
        end--;
    if (end >= at + 3 && memcmp (data + end - 3, "-->", 3) == 0) {
        const char *comment = g_strrstr_len (data + at, (gssize)(end - at), "<!--");

        end = comment ? (gsize)(comment - data) : end;
        while (end > at && g_ascii_isspace (data[end - 1]))
            end--;
    }
    if (end < at + 3 || data[end - 1] != '=')
        return FALSE;
    while (text < end && data[text] == '=')
        text++;
    while (end > text && data[end - 1] == '=')
        end--;
    if (text >= end)
        return FALSE;
    gx_wiki_end_block (self, GX_BLOCK_HEADING);
    self->ends_with_line = TRUE;
    self->at = text;
    self->head_end = end;
    return TRUE;
}

/* An empty line: in what stands aside it ends a block of that. */
static void
end_paragraph (GxWikiReader *self)
{
    for (guint up = 1; up <= MIN (self->showing->len, MAX_LOOK); up++) {
        GxWikiShow show = g_array_index (self->showing, GxWikiShowing, self->showing->len - up).show;

        if (show == GX_WIKI_FOOTNOTE || show == GX_WIKI_CAPTION) {
            gx_prose_end_block (self->prose, show == GX_WIKI_FOOTNOTE ? GX_BLOCK_NOTE : GX_BLOCK_CAPTION);
            return;
        }
    }
    gx_wiki_end_block (self, gx_wiki_plain_type (self));
}

/* What the first characters of a line say. */
void
gx_wiki_start_line (GxWikiReader *self)
{
    gsize at = skip_blanks (self, self->at), end = at;
    char c = gx_wiki_byte (self, at);
    gboolean is_item = FALSE;

    self->labels = 0;
    self->page.has_text = FALSE;
    self->in_head_row = FALSE;
    if (c == '\n' || c == '\r') {
        end_paragraph (self);
        return;
    }
    if (self->showing->len > 0)
        return;
    if (start_table_line (self, at) || (c == '=' && start_heading (self, at)))
        return;
    if (gx_wiki_starts (self, at, "----")) {
        gx_wiki_end_block (self, gx_wiki_plain_type (self));
        self->at = gx_wiki_line_end (self, at);
        return;
    }
    for (; strchr ("*#:;", gx_wiki_byte (self, end)) && gx_wiki_byte (self, end) != '\0'; end++)
        is_item |= gx_wiki_byte (self, end) != ':';
    if (end == at)
        return;
    if (start_table_line (self, skip_blanks (self, end)))
        return;
    gx_wiki_end_block (self, is_item ? GX_BLOCK_LIST_ITEM : gx_wiki_plain_type (self));
    self->ends_with_line = self->page.has_text = TRUE;
    self->at = end;
}
