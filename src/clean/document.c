/* SPDX-License-Identifier: GPL-3.0-or-later
 * document.c - a cleaned source, and which reader cleans which kind. */
#include <guanxi/document.h>

#include "builder.h"
#include "dates.h"
#include "docx.h"
#include "epub.h"
#include "front-matter.h"
#include "html.h"
#include "markdown.h"
#include "odt.h"
#include "parts.h"
#include "wikitext.h"
#include "xml.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

GxDocument *
gx_document_new (const char *name)
{
    GxDocument *self = g_new0 (GxDocument, 1);

    self->name = g_strdup (name);
    self->text = g_string_new (NULL);
    self->blocks = g_array_new (FALSE, FALSE, sizeof (GxBlock));
    self->map = gx_map_new ();
    self->warnings = g_ptr_array_new_with_free_func (g_free);
    return self;
}

void
gx_document_free (GxDocument *self)
{
    if (!self)
        return;
    g_free (self->name);
    g_free (self->title);
    g_free (self->author);
    g_free (self->date);
    g_free (self->site);
    (void)g_string_free (self->text, TRUE);
    g_array_unref (self->blocks);
    gx_map_free (self->map);
    g_ptr_array_unref (self->warnings);
    g_free (self);
}

/* What the container says. */
static void
take_fields (GxBuilder *builder, const GxSource *source)
{
    static void (*const setters[GX_N_SOURCE_FIELDS]) (GxBuilder *, GxStr) = {
        [GX_SOURCE_TITLE] = gx_builder_set_title, [GX_SOURCE_AUTHOR] = gx_builder_set_author, [GX_SOURCE_SITE] = gx_builder_set_site
    };
    const char *date = gx_source_field (source, GX_SOURCE_DATE);

    for (guint i = 0; i < GX_N_SOURCE_FIELDS; i++) {
        const char *value = gx_source_field (source, (GxSourceField)i);

        if (setters[i] && value)
            setters[i](builder, gx_str (value));
    }
    if (date)
        gx_builder_set_date (builder, gx_str (date), GX_DATE_METADATA);
}

GxDocument *
gx_document_read (const GxSource *source, GError **error)
{
    g_autoptr (GxBuilder) builder = gx_builder_new (source);
    GxStr text = gx_source_text (source);
    gsize start = text.len >= 3 && memcmp (text.data, BYTE_ORDER_MARK, 3) == 0 ? 3 : 0;
    GxKind kind = gx_source_kind (source);
    gsize body = start;

    take_fields (builder, source);
    if (kind == GX_KIND_TEXT || kind == GX_KIND_MARKDOWN)
        body = gx_front_matter_read (builder, text, start);
    /* Front matter is a Markdown habit: what carries it is Markdown, whatever its name ends in. */
    if (body > start)
        kind = GX_KIND_MARKDOWN;

    switch (kind) {
    case GX_KIND_HTML:
        gx_html_read (builder, text, body);
        break;
    case GX_KIND_MARKDOWN:
        gx_markdown_read (builder, text, body);
        break;
    case GX_KIND_TEXT:
    case GX_KIND_PDF:
        gx_plain_read (builder, source, body, text.len);
        break;
    case GX_KIND_XML:
        if (!gx_xml_read (builder, source, body, error))
            return NULL;
        break;
    case GX_KIND_DOCX:
        gx_docx_read (builder, source);
        break;
    case GX_KIND_ODT:
        gx_odt_read (builder, source);
        break;
    case GX_KIND_EPUB:
        gx_epub_read (builder, source);
        break;
    case GX_KIND_WIKITEXT:
        gx_wikitext_read (builder, text, body);
        break;
    case GX_KIND_AUTO:
    default:
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s: no reader for this kind of text", gx_source_name (source));
        return NULL;
    }
    gx_builder_end_block (builder, GX_BLOCK_PARAGRAPH);
    gx_dates_find (builder, gx_source_name (source));
    return gx_builder_finish (builder);
}

const char *
gx_document_name (const GxDocument *self)
{
    return self->name;
}

const char *
gx_document_title (const GxDocument *self)
{
    return self->title;
}

const char *
gx_document_author (const GxDocument *self)
{
    return self->author;
}

const char *
gx_document_date (const GxDocument *self)
{
    return self->date;
}

GxDateOrigin
gx_document_date_origin (const GxDocument *self)
{
    return self->date_origin;
}

const char *
gx_document_site (const GxDocument *self)
{
    return self->site;
}

GxStr
gx_document_text (const GxDocument *self)
{
    return (GxStr){ self->text->str, self->text->len };
}

const GxBlock *
gx_document_blocks (const GxDocument *self, guint *n_blocks)
{
    *n_blocks = self->blocks->len;
    return (const GxBlock *)(gpointer)self->blocks->data;
}

void
gx_document_remove_block (GxDocument *self, guint index, GxReason reason)
{
    g_return_if_fail (index < self->blocks->len && reason != GX_REASON_NONE);
    g_array_index (self->blocks, GxBlock, index).type = GX_BLOCK_FURNITURE;
    g_array_index (self->blocks, GxBlock, index).reason = reason;
}

const char *const *
gx_document_warnings (const GxDocument *self)
{
    return (const char *const *)self->warnings->pdata;
}

GxSpan
gx_document_source_span (const GxDocument *self, gsize start, gsize end)
{
    return gx_map_span (self->map, start, end);
}

const char *
gx_block_type_name (GxBlockType type)
{
    static const char *const names[] = {
        [GX_BLOCK_HEADING] = "heading", [GX_BLOCK_PARAGRAPH] = "paragraph", [GX_BLOCK_LIST_ITEM] = "list-item",
        [GX_BLOCK_CELL] = "cell",       [GX_BLOCK_CAPTION] = "caption",     [GX_BLOCK_BYLINE] = "byline",
        [GX_BLOCK_NOTE] = "note",       [GX_BLOCK_FURNITURE] = "furniture",
    };

    g_return_val_if_fail ((gsize)type < G_N_ELEMENTS (names), NULL);
    return names[type];
}

const char *
gx_reason_name (GxReason reason)
{
    static const char *const names[] = {
        [GX_REASON_NONE] = "",       [GX_REASON_PAGE] = "page",         [GX_REASON_MARKUP] = "markup",
        [GX_REASON_LINKS] = "links", [GX_REASON_REPEATED] = "repeated", [GX_REASON_GARBLED] = "garbled",
    };

    g_return_val_if_fail ((gsize)reason < G_N_ELEMENTS (names), "");
    return names[reason];
}

const char *
gx_date_origin_name (GxDateOrigin origin)
{
    static const char *const names[] = { "", "metadata", "name", "dateline" };

    g_return_val_if_fail ((gsize)origin < G_N_ELEMENTS (names), "");
    return names[origin];
}
