/* SPDX-License-Identifier: GPL-3.0-or-later
 * html.c - a page's tokens in order: what becomes of the text between the tags. */
#include "html.h"

#include "html-article.h"
#include "html-attributes.h"
#include "html-density.h"
#include "html-flow.h"
#include "html-frame.h"
#include "html-meta.h"

#define MAX_AUTHOR 200 /* bytes of an author's name in the text */
#define MAX_NAME   40  /* bytes of an element's name in a warning */
#define MOST_TEXT  4   /* times the page's own text that an article in its description is, before that is read instead */

typedef struct {
    GxBuilder *builder;
    GxFlow *flow;
    GxFrames *frames;
    GxStr page;
    GxPageMeta meta;
    GxTraitCache cache;
    GString *author;    /* text of elements that hold the author's name */
    guint author_depth; /* of those that are open */
    gboolean json_next; /* the next raw text is JSON-LD */
    gboolean has_noscript, reads_noscript;
} Reader;

/* The element of a tag. Elements of a site's own (amp-sidebar) may be furniture by their name; <noscript> counts where nothing else does.
 */
static const GxElement *
find_element (const Reader *self, const GxToken *token)
{
    const GxElement *element = gx_element_find (token->name);

    if (gx_element_index (element) == 0 && memchr (token->name.data, '-', token->name.len) &&
        (gx_words_traits (token->name) & GX_TRAIT_FURNISHED))
        return gx_element_find (gx_str ("aside"));
    return self->reads_noscript && gx_token_is (token, GX_MARKUP_HTML, "noscript") ? gx_element_find (gx_str ("div")) : element;
}

static gboolean
is_left_out (const Reader *self)
{
    return (gx_frames_top (self->frames)->flags & GX_FRAME_LEFT_OUT) != 0;
}

static void
end_block (Reader *self)
{
    gx_flow_end_block (self->flow, gx_frames_top (self->frames));
}

static void
pop_frame (Reader *self)
{
    const GxFrame *frame = gx_frames_top (self->frames);

    if (!(frame->flags & GX_FRAME_LEFT_OUT)) {
        if (gx_element_is_block (frame->element->kind))
            end_block (self);
        if (frame->flags & GX_FRAME_MARK)
            gx_flow_end_mark (self->flow);
        if (frame->element->kind == GX_ELEMENT_LINK)
            gx_flow_end (self->flow, GX_INLINE_LINK);
        if (frame->flags & GX_FRAME_SIDE)
            gx_flow_end (self->flow, GX_INLINE_SIDE);
        if (frame->flags & GX_FRAME_NAMES)
            gx_flow_end (self->flow, GX_INLINE_NAMES);
        if (frame->flags & GX_FRAME_AUTHOR)
            self->author_depth--;
    }
    gx_frames_pop (self->frames);
}

static void
pop_frames (Reader *self, guint n)
{
    while (n-- > 0)
        pop_frame (self);
}

/* What the start of an element that was just opened does, beside ending a block. */
static void
begin_element (Reader *self, guint traits)
{
    GxFrame *frame = &self->frames->frames[self->frames->n - 1];

    if (frame->flags & GX_FRAME_LEFT_OUT)
        return;
    if (frame->element->kind == GX_ELEMENT_LINK) {
        if ((traits & GX_TRAIT_BACK) && !gx_builder_has_text (self->builder))
            gx_frames_mark_note (self->frames);
        gx_flow_begin (self->flow, GX_INLINE_LINK);
        frame->flags |= traits & GX_TRAIT_MARK ? GX_FRAME_MARK : 0u;
    } else if (frame->element->kind == GX_ELEMENT_MARK) {
        frame->flags |= GX_FRAME_MARK;
    } else if (frame->element->kind == GX_ELEMENT_TIME) {
        frame->flags |= GX_FRAME_NAMES;
    }
    if (frame->flags & GX_FRAME_MARK)
        gx_flow_begin_mark (self->flow);
    if (frame->flags & GX_FRAME_SIDE)
        gx_flow_begin (self->flow, GX_INLINE_SIDE);
    if (frame->flags & GX_FRAME_NAMES)
        gx_flow_begin (self->flow, GX_INLINE_NAMES);
    if ((frame->flags & GX_FRAME_AUTHOR) && self->author_depth++ == 0 && self->author->len > 0 && self->author->len < MAX_AUTHOR)
        g_string_append (self->author, ", ");
}

static gboolean
is_json (const GxToken *token)
{
    g_autofree char *type = gx_token_is (token, GX_MARKUP_HTML, "script") ? gx_token_attribute (token, "type") : NULL;

    return type && g_ascii_strcasecmp (type, "application/ld+json") == 0;
}

/* A tag of an element without content. */
static void
read_void (Reader *self, const GxElement *element, const GxToken *token)
{
    if (element->group == GX_GROUP_HEAD)
        gx_page_meta_read_tag (&self->meta, token); /* wherever it stands */
    if (is_left_out (self))
        return;
    if (element->kind == GX_ELEMENT_BREAK)
        gx_flow_break_line (self->flow, token->start, token->end, gx_frames_top (self->frames));
    else if (gx_element_is_block (element->kind))
        end_block (self);
}

static void
read_start (Reader *self, const GxToken *token)
{
    const GxElement *element = find_element (self, token);
    guint traits = 0;

    if (element->kind != GX_ELEMENT_BREAK)
        pop_frames (self, gx_frames_ended_by_start (self->frames, element));
    if (element->kind == GX_ELEMENT_PAGE || token->is_open)
        return;
    if (gx_element_is_void (element->kind) || token->is_empty) {
        read_void (self, element, token);
        return;
    }
    if (!is_left_out (self)) {
        traits = gx_attributes_traits (&self->cache, token);
        if (gx_element_is_block (element->kind))
            end_block (self);
        if (element->kind == GX_ELEMENT_TIME)
            gx_page_meta_read_tag (&self->meta, token);
    }
    if (element->kind == GX_ELEMENT_LEFT_OUT) {
        self->json_next = is_json (token);
        self->has_noscript = self->has_noscript || gx_token_is (token, GX_MARKUP_HTML, "noscript");
    }
    if (gx_frames_push (self->frames, element, token->name, traits))
        begin_element (self, traits);
}

static void
read_end (Reader *self, const GxToken *token)
{
    const GxElement *element = find_element (self, token);
    guint n;

    if (element->kind == GX_ELEMENT_PAGE) {
        if (gx_token_is (token, GX_MARKUP_HTML, "html")) {
            pop_frames (self, self->frames->n);
            self->frames->n_deeper = 0;
        }
        if (!is_left_out (self))
            end_block (self);
        return;
    }
    if (gx_element_is_void (element->kind)) {
        if (element->kind == GX_ELEMENT_BREAK)
            read_void (self, element, token);
        return;
    }
    if (self->frames->n_deeper > 0) {
        self->frames->n_deeper--;
        n = 0;
    } else {
        n = gx_frames_ended_by_end (self->frames, element, token->name);
        pop_frames (self, n);
    }
    if (n == 0 && element->group == GX_GROUP_P && !is_left_out (self))
        end_block (self);
}

/* Preformatted text: a line's end is one. */
static void
add_lines (Reader *self, gsize start, gsize end)
{
    while (start < end) {
        const char *found = memchr (self->page.data + start, '\n', end - start);
        gsize stop = found ? (gsize)(found - self->page.data) : end;

        if (start < stop)
            gx_flow_add (self->flow, start, stop, NULL);
        if (found)
            gx_flow_break_line (self->flow, stop, stop + 1, gx_frames_top (self->frames));
        start = stop + 1;
    }
}

/* Text [start, end) of the page without its references. */
static void
add_plain (Reader *self, gsize start, gsize end)
{
    if (start == end)
        return;
    if (gx_frames_top (self->frames)->flags & GX_FRAME_PRE)
        add_lines (self, start, end);
    else
        gx_flow_add (self->flow, start, end, NULL);
    if (self->author_depth > 0 && self->author->len < MAX_AUTHOR)
        g_string_append_len (self->author, self->page.data + start, (gssize)MIN (end - start, MAX_AUTHOR));
}

static void
add_decoded (Reader *self, gsize start, gsize end, GxStr decoded)
{
    if (decoded.len == 0)
        return;
    gx_flow_add (self->flow, start, end, &decoded);
    if (self->author_depth > 0 && self->author->len < MAX_AUTHOR)
        g_string_append_len (self->author, decoded.data, (gssize)decoded.len);
}

static gboolean
is_white (GxStr text)
{
    for (gsize i = 0; i < text.len; i++)
        if (!g_ascii_isspace (text.data[i]))
            return FALSE;
    return TRUE;
}

static void
read_text (Reader *self, const GxToken *token)
{
    const char *data = self->page.data;
    gsize from = token->start, at = from;

    if (gx_frames_top (self->frames)->element->kind == GX_ELEMENT_HEAD && !is_left_out (self)) {
        if (is_white ((GxStr){ data + from, token->end - from }))
            return;
        pop_frame (self); /* text ends the head */
    }
    if (is_left_out (self))
        return;
    while (at < token->end) {
        const char *found = memchr (data + at, '&', token->end - at);
        char decoded[8];
        gsize len, n;

        if (!found)
            break;
        at = (gsize)(found - data);
        len = gx_markup_reference ((GxStr){ found, token->end - at }, GX_MARKUP_HTML, decoded, &n);
        if (len > 0) {
            add_plain (self, from, at);
            add_decoded (self, at, at + len, (GxStr){ decoded, n });
            from = at + len;
        }
        at += MAX (len, 1);
    }
    add_plain (self, from, token->end);
}

/* The content of <title>, <script> and their like. */
static void
read_raw (Reader *self, const GxToken *token)
{
    GxStr text = { self->page.data + token->start, token->end - token->start };
    const GxFrame *frame = gx_frames_top (self->frames);

    if (self->json_next)
        gx_page_meta_read_json (&self->meta, text);
    self->json_next = FALSE;
    if ((frame->flags & GX_FRAME_LEFT_OUT) || self->frames->n_deeper > 0)
        return;
    if (frame->element->kind == GX_ELEMENT_TITLE) {
        g_autofree char *title = gx_markup_decode (text, GX_MARKUP_HTML);

        gx_page_meta_offer (&self->meta, GX_META_TITLE, GX_META_TEXT, gx_str (title));
        if (token->is_open)
            pop_frame (self);
        return;
    }
    add_plain (self, token->start, token->end);
}

static void
read_token (Reader *self, const GxToken *token)
{
    switch (token->type) {
    case GX_TOKEN_START:
        read_start (self, token);
        break;
    case GX_TOKEN_END:
        read_end (self, token);
        break;
    case GX_TOKEN_TEXT:
    case GX_TOKEN_CDATA:
        read_text (self, token);
        break;
    case GX_TOKEN_RAW:
        read_raw (self, token);
        break;
    case GX_TOKEN_COMMENT:
    default:
        if (token->is_open && token->end - token->start >= 4 && memcmp (self->page.data + token->start, "<!--", 4) == 0)
            gx_builder_warn (self->builder, "a comment is not closed: the rest of the text is left out");
        break;
    }
}

/* What is left out up to the end of the page for want of an end tag should not go unnoticed. */
static void
warn_unclosed (const Reader *self)
{
    for (guint i = 0; i < self->frames->n; i++)
        if (self->frames->frames[i].flags & GX_FRAME_LEFT_OUT) {
            GxStr name = self->frames->frames[i].name;
            const char *cut;

            if (name.len > MAX_NAME && !g_utf8_validate (name.data, MAX_NAME, &cut))
                name.len = (gsize)(cut - name.data);
            name.len = MIN (name.len, MAX_NAME);
            gx_builder_warn (self->builder, "<%.*s> is not closed: the rest of the text is left out", (int)name.len, name.data);
            return;
        }
}

static void
read_all (Reader *self, gsize start)
{
    GxMarkup markup = gx_markup_start (self->page, start, GX_MARKUP_HTML);
    GxToken token;

    while (gx_markup_next (&markup, &token))
        read_token (self, &token);
    warn_unclosed (self);
    pop_frames (self, self->frames->n);
    end_block (self);
    if (self->frames->was_deep)
        gx_builder_warn (self->builder, "elements are nested more than %d deep", GX_MAX_DEPTH);
}

/* Reads the article in the page's description when the page itself says next to nothing: a script would have filled it. */
static void
read_article (const Reader *self, guint first_block)
{
    gsize n_bytes = 0;

    if (!self->meta.body)
        return;
    for (guint i = first_block; i < gx_builder_n_blocks (self->builder); i++)
        n_bytes += gx_builder_block (self->builder, i)->type != GX_BLOCK_FURNITURE ? gx_builder_block_text (self->builder, i).len : 0;
    if (n_bytes * MOST_TEXT < strlen (self->meta.body))
        gx_article_read (self->builder, self->page, self->meta.body_json, self->meta.body);
}

/* Reads the page into the builder; returns whether there was text that only a browser without scripts shows, and no other. */
static gboolean
read_page (GxBuilder *builder, const GxPage *page, gboolean reads_noscript)
{
    g_autoptr (GxFlow) flow = gx_flow_new (builder, page);
    g_autoptr (GxFrames) frames = gx_frames_new ();
    g_autoptr (GString) author = g_string_new (NULL);
    Reader self = { .builder = builder, .flow = flow, .frames = frames, .page = page->text, .author = author };
    guint first_block = gx_builder_n_blocks (builder);

    self.reads_noscript = reads_noscript;
    gx_page_meta_init (&self.meta);
    read_all (&self, page->start);
    gx_page_meta_offer (&self.meta, GX_META_AUTHOR, GX_META_TEXT, (GxStr){ author->str, author->len });
    gx_page_meta_apply (&self.meta, builder, first_block);
    gx_density_judge (builder, gx_flow_evidence (flow), frames->roots);
    if (!page->map)
        read_article (&self, first_block);
    gx_page_meta_clear (&self.meta);
    return self.has_noscript && gx_builder_n_blocks (builder) == first_block;
}

void
gx_html_read_page (GxBuilder *builder, const GxPage *page)
{
    if (read_page (builder, page, FALSE))
        (void)read_page (builder, page, TRUE);
}

void
gx_html_read (GxBuilder *builder, GxStr text, gsize start)
{
    GxPage page = { text, start, NULL };

    gx_html_read_page (builder, &page);
}
