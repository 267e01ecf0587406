/* SPDX-License-Identifier: GPL-3.0-or-later
 * html.c - libxml2 says what is an element and what is text; here it is decided what becomes of the text.
 *
 * The push parser is fed in pieces and thrown away where it stops early (after </html>) or grows too deep (it looks through all open
 * elements for each stray end tag): a new one goes on from there. */
#include "html.h"

#include <libxml/HTMLparser.h>

#include "html-align.h"
#include "html-attributes.h"
#include "html-flow.h"
#include "html-frame.h"

#define MAX_DEPTH   1024 /* open elements of one parser */
#define FIRST_CHUNK 512  /* bytes fed first; doubled each time up to … */
#define LAST_CHUNK  (1 << 15)
#define MAX_CHUNK   (1 << 30) /* the parser counts them in an int */
#define MAX_TITLE   4096      /* bytes of <title> that are kept */

typedef struct {
    GxBuilder *builder;
    GxFlow *flow;
    GxAlign align;
    htmlParserCtxtPtr parser;
    gsize parser_start;                             /* where in the page this parser began */
    gboolean restart;                               /* this parser's further events are not wanted */
    GArray *frames;                                 /* of GxFrame */
    GString *title;                                 /* text of <title> */
    gboolean keeps_title, keeps_author, keeps_date; /* known from elsewhere, or from <meta> */
    gboolean too_deep;
} Reader;

static GxFrame
top_frame (const Reader *self)
{
    if (self->frames->len == 0)
        return gx_frame_outermost ();
    return g_array_index (self->frames, GxFrame, self->frames->len - 1);
}

/* Where the parser stands in the page. */
static gsize
parser_position (const Reader *self)
{
    const xmlParserInput *input = self->parser->input;
    gsize position = self->parser_start;

    if (input)
        position += (gsize)input->consumed + (gsize)(input->cur - input->base);
    return MIN (position, self->align.page.len);
}

/* Finds the tag `prefix name` that the parser has just read; its last < must not lie before the cursor. */
static gboolean
find_tag (const Reader *self, const char *prefix, const char *name, gsize position, gsize *start)
{
    const char *page = self->align.page.data;
    gsize prefix_len = strlen (prefix), name_len = strlen (name), i = position;

    while (i > self->align.cursor && page[i - 1] != '<')
        i--;
    if (i == self->align.cursor || self->align.page.len - i < prefix_len + name_len)
        return FALSE;
    if (strncmp (page + i, prefix, prefix_len) != 0 || g_ascii_strncasecmp (page + i + prefix_len, name, name_len) != 0)
        return FALSE;
    *start = i - 1;
    return TRUE;
}

/* Behind the > of a start tag that the parser has read but for that. */
static gsize
behind_tag (const Reader *self, gsize position)
{
    const GxStr *page = &self->align.page;

    if (position < page->len && page->data[position] == '/')
        position++;
    if (position < page->len && page->data[position] == '>')
        position++;
    return position;
}

static void
end_block (Reader *self)
{
    GxFrame frame = top_frame (self);

    gx_flow_end_block (self->flow, gx_frame_block_type (&frame));
}

static void
read_meta (Reader *self, const char *const *attributes)
{
    const char *content = gx_attributes_find (attributes, "content");

    if (!content || !*content)
        return;
    switch (gx_attributes_meta (attributes)) {
    case GX_META_TITLE:
        if (!self->keeps_title)
            gx_builder_set_title (self->builder, gx_str (content));
        self->keeps_title = gx_builder_has_title (self->builder);
        break;
    case GX_META_AUTHOR:
        if (!self->keeps_author)
            gx_builder_set_author (self->builder, gx_str (content));
        self->keeps_author = gx_builder_has_author (self->builder);
        break;
    case GX_META_DATE:
        if (!self->keeps_date)
            gx_builder_set_date (self->builder, gx_str (content), GX_DATE_METADATA);
        self->keeps_date = gx_builder_has_date (self->builder);
        break;
    case GX_META_NONE:
    default:
        break;
    }
}

/* <time datetime> is the document's date when nothing better says so: the first one, until a <meta> comes. */
static void
read_time (Reader *self, const char *const *attributes)
{
    const char *datetime = gx_attributes_find (attributes, "datetime");

    if (datetime && !gx_builder_has_date (self->builder))
        gx_builder_set_date (self->builder, gx_str (datetime), GX_DATE_METADATA);
}

/* What the start of an inline element does. */
static void
start_inline (Reader *self, GxFrame *frame, const char *const *attributes, GxSpan tag)
{
    GxFrame parent = top_frame (self);
    const char *href;

    switch ((int)frame->kind) {
    case GX_ELEMENT_BREAK:
        if (tag.start < tag.end)
            gx_flow_break_line (self->flow, tag.start, tag.end, gx_frame_block_type (&parent));
        break;
    case GX_ELEMENT_LINK:
        gx_flow_begin_link (self->flow);
        href = gx_attributes_find (attributes, "href");
        if (href && *href == '#')
            frame->flags |= GX_FRAME_MARK;
        break;
    case GX_ELEMENT_MARK:
        frame->flags |= GX_FRAME_MARK;
        break;
    case GX_ELEMENT_META:
        read_meta (self, attributes);
        break;
    case GX_ELEMENT_TIME:
        read_time (self, attributes);
        break;
    default:
        break;
    }
    if (frame->flags & GX_FRAME_MARK)
        gx_flow_begin_mark (self->flow);
}

static void
on_start (void *user_data, const xmlChar *xml_name, const xmlChar **xml_attributes)
{
    Reader *self = user_data;
    const char *name = (const char *)xml_name;
    const char *const *attributes = (const char *const *)xml_attributes;
    GxElementKind kind = gx_element_kind (name);
    GxFrame parent = top_frame (self), frame;
    GxSpan tag = { 0, 0 };
    gsize position;

    if (self->restart)
        return;
    position = parser_position (self);
    if (find_tag (self, "", name, position, &tag.start)) {
        tag.end = behind_tag (self, position);
        gx_align_seek (&self->align, tag.end);
    }
    frame = gx_frame_inside (&parent, kind, attributes);
    if (gx_element_is_block (kind) && !(parent.flags & GX_FRAME_LEFT_OUT))
        end_block (self);
    if (!(frame.flags & GX_FRAME_LEFT_OUT))
        start_inline (self, &frame, attributes, tag);
    g_array_append_val (self->frames, frame);
    if (self->parser->nameNr > MAX_DEPTH && tag.start < tag.end)
        self->restart = self->too_deep = TRUE;
}

static void
take_title (Reader *self)
{
    if (!self->keeps_title && !gx_builder_has_title (self->builder))
        gx_builder_set_title (self->builder, (GxStr){ self->title->str, self->title->len });
    g_string_truncate (self->title, 0);
}

static void
pop_frame (Reader *self)
{
    GxFrame frame = top_frame (self);

    if (self->frames->len == 0)
        return;
    if (!(frame.flags & GX_FRAME_LEFT_OUT)) {
        if (gx_element_is_block (frame.kind))
            end_block (self);
        if (frame.flags & GX_FRAME_MARK)
            gx_flow_end_mark (self->flow);
        if (frame.kind == GX_ELEMENT_LINK)
            gx_flow_end_link (self->flow);
        if (frame.kind == GX_ELEMENT_TITLE)
            take_title (self);
    }
    g_array_set_size (self->frames, self->frames->len - 1);
}

/* What is left out up to the end of the page for want of an end tag should not go unnoticed. */
static void
warn_unclosed (Reader *self, const char *name)
{
    guint n = self->frames->len;

    if (n == 0 || !(top_frame (self).flags & GX_FRAME_LEFT_OUT))
        return;
    if (n == 1 || !(g_array_index (self->frames, GxFrame, n - 2).flags & GX_FRAME_LEFT_OUT))
        gx_builder_warn (self->builder, "<%s> is not closed: the rest of the text is left out", name);
}

static void
on_end (void *user_data, const xmlChar *name)
{
    Reader *self = user_data;
    gsize position, start;

    if (self->restart)
        return;
    position = parser_position (self);
    if (find_tag (self, "/", (const char *)name, position, &start)) {
        gx_align_seek (&self->align, position);
        self->restart = strcmp ((const char *)name, "html") == 0; /* behind it a parser takes text, but no more elements */
    } else if (position == self->align.page.len)
        warn_unclosed (self, (const char *)name);
    pop_frame (self);
}

static void
on_text (void *user_data, const xmlChar *data, int len)
{
    Reader *self = user_data;
    GxStr text = { (const char *)data, (gsize)len };
    GxFrame frame = top_frame (self);

    if (self->restart || len <= 0)
        return;
    if (frame.kind == GX_ELEMENT_TITLE && !(frame.flags & GX_FRAME_LEFT_OUT) && self->title->len + text.len <= MAX_TITLE)
        g_string_append_len (self->title, text.data, (gssize)text.len);
    if ((frame.flags & GX_FRAME_LEFT_OUT) || frame.kind == GX_ELEMENT_TITLE || frame.kind == GX_ELEMENT_HEAD)
        gx_align_seek (&self->align, parser_position (self));
    else
        gx_align_text (&self->align, text, parser_position (self));
}

/* Scripts, styles, comments: nothing to read, but the place is sure. */
static void
on_cdata (void *user_data, const xmlChar *data G_GNUC_UNUSED, int len G_GNUC_UNUSED)
{
    Reader *self = user_data;

    if (!self->restart)
        gx_align_seek (&self->align, parser_position (self));
}

static void
on_comment (void *user_data, const xmlChar *data G_GNUC_UNUSED)
{
    on_cdata (user_data, NULL, 0);
}

static void
on_piece (gsize start, gsize end, const GxStr *decoded, gpointer user_data)
{
    Reader *self = user_data;

    gx_flow_add (self->flow, start, end, decoded);
}

/* Where to cut the page: in front of a <, for the parser looks no further than what it was fed to tell </script> from a script's own text.
 */
static gsize
chunk_end (const GxStr *page, gsize start, gsize size)
{
    const char *next;
    gsize end = start + size;

    if (size >= page->len - start)
        return page->len;
    while (end > start + 1 && page->data[end] != '<')
        end--;
    if (end > start + 1)
        return end;
    next = memchr (page->data + start + size, '<', page->len - start - size);
    return next ? (gsize)(next - page->data) : page->len;
}

/* Feeds a new parser from `from` on; returns where it stopped. */
static gsize
parse_from (Reader *self, gsize from)
{
    htmlSAXHandler handler = { .startElement = on_start,
                               .endElement = on_end,
                               .characters = on_text,
                               .ignorableWhitespace = on_text,
                               .cdataBlock = on_cdata,
                               .comment = on_comment };
    const GxStr *page = &self->align.page;
    gsize chunk = FIRST_CHUNK, fed = from, stop;

    self->parser = htmlCreatePushParserCtxt (&handler, self, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (!self->parser)
        return from;
    (void)htmlCtxtUseOptions (self->parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                                HTML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
    self->parser_start = from;
    self->restart = FALSE;
    while (!self->restart && fed < page->len && self->parser->instate != XML_PARSER_EOF) {
        gsize end = MIN (chunk_end (page, fed, chunk), fed + MAX_CHUNK);

        /* What the parser finds wrong is no concern: where it stops is looked at. */
        (void)htmlParseChunk (self->parser, page->data + fed, (int)(end - fed), 0);
        fed = end;
        chunk = MIN (chunk * 2, LAST_CHUNK);
    }
    stop = fed;
    if (!self->restart && self->parser->instate != XML_PARSER_EOF)
        (void)htmlParseChunk (self->parser, "", 0, 1);
    else
        stop = MAX (self->align.cursor, self->restart ? 0 : parser_position (self));
    htmlFreeParserCtxt (self->parser);
    self->parser = NULL;
    return stop;
}

static void
initialize_parser (void)
{
    static gsize once = 0;

    if (g_once_init_enter (&once)) {
        xmlInitParser ();
        g_once_init_leave (&once, 1);
    }
}

/* A comment without an end hides all that follows. */
static void
warn_open_comment (Reader *self)
{
    const GxStr *page = &self->align.page;
    const char *rest = page->data + self->align.cursor, *end = page->data + page->len;
    const char *comment = g_strstr_len (rest, end - rest, "<!--");

    if (comment && !g_strstr_len (comment + 4, end - comment - 4, "-->"))
        gx_builder_warn (self->builder, "a comment is not closed: the rest of the text is left out");
}

/* Reads all of the page, with as many parsers as it takes. */
static void
parse_page (Reader *self, gsize start)
{
    gsize len = self->align.page.len;

    while (start < len) {
        gsize stop = parse_from (self, start);

        while (self->frames->len > 0)
            pop_frame (self);
        if (stop <= start) { /* no parser, or one that makes nothing of it: what is left is text */
            gx_builder_warn (self->builder, "markup could not be read from byte %" G_GSIZE_FORMAT " on", start);
            gx_flow_add (self->flow, start, len, NULL);
            stop = len;
        }
        start = stop;
    }
    gx_flow_end_block (self->flow, GX_BLOCK_PARAGRAPH);
    warn_open_comment (self);
}

void
gx_html_read_page (GxBuilder *builder, const GxPage *page)
{
    g_autoptr (GxFlow) flow = gx_flow_new (builder, page);
    g_autoptr (GArray) frames = g_array_new (FALSE, FALSE, sizeof (GxFrame));
    g_autoptr (GString) title = g_string_new (NULL);
    Reader self = { .builder = builder, .flow = flow, .frames = frames, .title = title };

    self.align = (GxAlign){ page->text, page->start, 0, on_piece, &self };
    self.keeps_title = gx_builder_has_title (builder);
    self.keeps_author = gx_builder_has_author (builder);
    self.keeps_date = gx_builder_has_date (builder);
    initialize_parser ();
    parse_page (&self, page->start);
    if (self.too_deep)
        gx_builder_warn (builder, "elements are nested more than %d deep", MAX_DEPTH);
    if (self.align.lost > 0)
        gx_builder_warn (builder, "%" G_GSIZE_FORMAT " bytes of text could not be placed in the markup", self.align.lost);
}

void
gx_html_read (GxBuilder *builder, GxStr text, gsize start)
{
    GxPage page = { text, start, NULL };

    gx_html_read_page (builder, &page);
}
