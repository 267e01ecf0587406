/* SPDX-License-Identifier: GPL-3.0-or-later
 * xml.c - text of XML in reading order.
 *
 * What an element does is told by its name, else by its use: it is inline when it stands in running text, else a block. What stands aside
 * of the text (notes, figures) comes behind the block that it interrupts. */
#include "xml.h"

#include "html.h"
#include "odt.h"
#include "prose.h"
#include "xml-fields.h"
#include "xml-use.h"

#define MAX_VALUE 1000 /* bytes of a value: what is longer is text */

enum {
    TYPE_MASK = 15, /* the type of blocks in here */
    IS_OUT = 16,    /* left out */
    IN_HEADER = 32, /* text is no part of the flow */
    IN_TEXT = 64,   /* of an inline element, or one that has text of its own */
    IN_FIGURE = 128,
    IN_FIELD = 256,
    IS_FIELD = 512,   /* the field's own element */
    HAS_FIRST = 1024, /* of a choice: one form was taken */
    IN_HTML = 2048
};

typedef struct {
    GxBuilder *builder;
    GxProse *prose;
    GxStr page;
    GxXmlVocabulary vocabulary;
    const GxXmlUse *use;
    guint number; /* of the next element */
    GxXmlFields fields;
} Reader;

static GxBlockType
type_of (guint flags)
{
    return (GxBlockType)(flags & TYPE_MASK);
}

static void
set_type (GxXmlElement *element, GxBlockType type)
{
    element->flags = (element->flags & ~(guint)TYPE_MASK) | type;
}

static gboolean
is_shown (guint flags)
{
    return (flags & (IS_OUT | IN_HEADER)) == 0;
}

/* Names that are a block's only where they stand outside running text. */
static gboolean
depends_on_place (GxXmlRole role)
{
    return role == GX_XML_UNKNOWN || role == GX_XML_AUTHOR || role == GX_XML_DATE || role == GX_XML_SITE || role == GX_XML_BIBL ||
           role == GX_XML_HEADING || role == GX_XML_BYLINE || role == GX_XML_HEADER;
}

static GxXmlRole
tell_role (const Reader *self, const GxToken *tag, const GxXmlElement *parent, const GxXmlElement *element)
{
    GxXmlRole role = gx_xml_role (self->vocabulary, element->name);
    gboolean is_inside = (parent->flags & IN_TEXT) != 0;
    GxStr value;

    if (is_inside && depends_on_place (role))
        return GX_XML_INLINE;
    if (role == GX_XML_UNKNOWN)
        return gx_xml_use_is_inline (self->use, element->name) ? GX_XML_INLINE : GX_XML_UNKNOWN;
    if (role == GX_XML_NOTE_INSIDE)
        return is_inside ? GX_XML_NOTE : GX_XML_UNKNOWN;
    if (role == GX_XML_REFERENCE) {
        gboolean is_mark = (gx_xml_attribute (tag, "type", &value) || gx_xml_attribute (tag, "ref-type", &value)) &&
                           (gx_str_equal (value, gx_str ("fn")) || gx_str_equal (value, gx_str ("bibr")) ||
                            g_strstr_len (value.data, (gssize)value.len, "note"));

        return is_mark ? GX_XML_MARK : GX_XML_INLINE;
    }
    /* <head> in front of everything is about the document. */
    if (role == GX_XML_HEADING && self->vocabulary == GX_XML_OTHER && self->number == 1 && gx_str_equal (element->name, gx_str ("head")))
        return GX_XML_HEADER;
    return role;
}

/* Of several forms of the same, the first that isn't worse than another. */
static void
choose (GxXmlElement *parent, GxXmlElement *element)
{
    if (parent->role == GX_XML_CHOICE && element->role == GX_XML_SPELLING)
        element->flags |= IS_OUT;
    else if (parent->flags & HAS_FIRST)
        element->flags |= IS_OUT;
    else
        parent->flags |= HAS_FIRST;
    element->flags &= ~(guint)HAS_FIRST;
}

static void
begin_field (Reader *self, const GxToken *tag, GxXmlElement *element, GxXmlRole role)
{
    element->flags |= IN_FIELD | IS_FIELD;
    gx_xml_fields_begin (&self->fields, role, tag);
}

static void
start_field (Reader *self, const GxToken *tag, const GxXmlElement *parent, GxXmlElement *element)
{
    GxXmlRole role = (GxXmlRole)element->role;

    if (parent->flags & (IN_FIELD | IS_OUT))
        return;
    if (parent->flags & IN_HEADER) {
        role = gx_xml_fields_look (&self->fields, element->name, parent->name);
        if (role != GX_XML_UNKNOWN)
            begin_field (self, tag, element, role);
    } else if (self->vocabulary != GX_XML_TEI &&
               (role == GX_XML_AUTHOR || role == GX_XML_DATE || role == GX_XML_SITE || role == GX_XML_HEADLINE)) {
        begin_field (self, tag, element, role);
        if (role == GX_XML_DATE || role == GX_XML_SITE)
            element->flags |= IN_HEADER;
    }
}

/* The type of block an element makes; FALSE when it makes none. */
static gboolean
block_type (const GxXmlElement *element, GxBlockType *type)
{
    *type = type_of (element->flags);
    switch ((GxXmlRole)element->role) {
    case GX_XML_HEADING:
    case GX_XML_HEADLINE:
        *type = element->flags & IN_FIGURE ? GX_BLOCK_CAPTION : *type == GX_BLOCK_NOTE ? *type : GX_BLOCK_HEADING;
        return TRUE;
    case GX_XML_CAPTION:
        *type = GX_BLOCK_CAPTION;
        return TRUE;
    case GX_XML_LIST_ITEM:
        *type = *type == GX_BLOCK_NOTE ? *type : GX_BLOCK_LIST_ITEM;
        return TRUE;
    case GX_XML_CELL:
        *type = GX_BLOCK_CELL;
        return TRUE;
    case GX_XML_AUTHOR:
    case GX_XML_BYLINE:
        *type = GX_BLOCK_BYLINE;
        return TRUE;
    case GX_XML_BIBL:
        *type = GX_BLOCK_NOTE;
        return TRUE;
    case GX_XML_UNKNOWN:
    case GX_XML_PARAGRAPH:
    case GX_XML_TABLE:
    case GX_XML_DATE:
    case GX_XML_SITE:
    case GX_XML_HEADER:
    case GX_XML_BODY:
    case GX_XML_HTML:
        return TRUE;
    default:
        return FALSE;
    }
}

static void
start_aside (Reader *self, GxXmlElement *element, GxBlockType type)
{
    set_type (element, type);
    element->flags &= ~(guint)(IN_TEXT | IN_FIGURE);
    if (type == GX_BLOCK_CAPTION)
        element->flags |= IN_FIGURE;
    gx_prose_begin_aside (self->prose, type);
}

/* What the start of an inline element does. */
static void
start_inline (Reader *self, const GxToken *tag, GxXmlElement *element)
{
    GxGap gap = gx_xml_attribute_is (tag, "break", "no") ? GX_GAP_NONE : GX_GAP_SOFT;

    switch ((int)element->role) {
    case GX_XML_NOTE:
        start_aside (self, element, GX_BLOCK_NOTE);
        break;
    case GX_XML_FIGURE:
        start_aside (self, element, GX_BLOCK_CAPTION);
        break;
    case GX_XML_MARK:
        gx_prose_begin_mark (self->prose);
        break;
    case GX_XML_BREAK:
        if (self->vocabulary == GX_XML_TEI)
            gx_prose_add_gap (self->prose, gap, tag->start, tag->end);
        else
            gx_prose_break_line (self->prose, tag->start, tag->end, type_of (element->flags));
        break;
    case GX_XML_MILESTONE:
        if (gap == GX_GAP_NONE)
            gx_prose_add_gap (self->prose, gap, tag->start, tag->end);
        break;
    case GX_XML_LINE:
        gx_prose_add_gap (self->prose, GX_GAP_HARD, tag->start, tag->end);
        break;
    default:
        break;
    }
}

static void
on_start (gpointer user_data, const GxToken *tag, GxXmlElement *parent, GxXmlElement *element)
{
    Reader *self = user_data;
    GxBlockType type;

    element->flags &= ~(guint)(IS_FIELD | IN_HTML);
    if (parent->name.len == 0)
        element->flags = GX_BLOCK_PARAGRAPH;
    element->role = tell_role (self, tag, parent, element);
    if (parent->role == GX_XML_CHOICE || parent->role == GX_XML_APPARATUS)
        choose (parent, element);
    if (element->role == GX_XML_LEFT_OUT && parent->role != GX_XML_APPARATUS)
        element->flags |= IS_OUT;
    start_field (self, tag, parent, element);
    if (element->role == GX_XML_BODY)
        element->flags &= ~(guint)IN_HEADER;
    else if (element->role == GX_XML_HTML)
        element->flags |= IN_HTML;
    if (is_shown (parent->flags) && block_type (element, &type)) {
        gx_prose_end_block (self->prose, type_of (parent->flags));
        set_type (element, type);
        element->flags &= ~(guint)IN_TEXT;
    } else if (is_shown (parent->flags & element->flags)) {
        start_inline (self, tag, element);
    }
    if (element->role == GX_XML_HEADER)
        element->flags |= IN_HEADER;
    else if (element->role == GX_XML_TABLE)
        element->flags |= IN_FIGURE;
    else if (element->role == GX_XML_CELL)
        element->flags &= ~(guint)IN_FIGURE;
    if (element->role == GX_XML_INLINE || gx_xml_use_has_text (self->use, self->number))
        element->flags |= IN_TEXT;
    self->number++;
}

/* Whether a block is a number, a time or an address rather than text. */
static gboolean
is_value (const Reader *self, guint block)
{
    GxStr text = gx_builder_block_text (self->builder, block);
    const char *end = text.data + MIN (text.len, MAX_VALUE);

    if (text.len > MAX_VALUE)
        return FALSE;
    if (g_strstr_len (text.data, (gssize)text.len, "://"))
        return memchr (text.data, ' ', text.len) == NULL;
    for (const char *p = text.data; p < end; p = g_utf8_next_char (p))
        if (g_unichar_isalpha (g_utf8_get_char (p)))
            return FALSE;
    return TRUE;
}

static void
on_end (gpointer user_data, GxXmlElement *parent, const GxXmlElement *element)
{
    Reader *self = user_data;
    GxBlockType type;

    if (element->flags & IS_FIELD)
        gx_xml_fields_end (&self->fields);
    if (!is_shown (parent->flags))
        return;
    if (element->role == GX_XML_NOTE || element->role == GX_XML_FIGURE) {
        if (is_shown (parent->flags & element->flags))
            gx_prose_end_aside (self->prose);
    } else if (block_type (element, &type)) {
        guint n = gx_builder_n_blocks (self->builder);

        gx_prose_end_block (self->prose, type_of (element->flags));
        if (element->role == GX_XML_UNKNOWN && gx_builder_n_blocks (self->builder) == n + 1 && is_value (self, n))
            gx_builder_remove_block (self->builder, n, GX_REASON_MARKUP);
    } else if (element->role == GX_XML_MARK && is_shown (element->flags)) {
        gx_prose_end_mark (self->prose, gx_str_equal (element->name, gx_str ("sup")) ? GX_MARK_PLAIN : GX_MARK_LINKED);
    }
}

/* Feeds hold HTML as CDATA, which is read in place, or escaped, which is unescaped first. */
static void
read_html (Reader *self, const GxToken *token)
{
    g_autoptr (GString) html = g_string_new (NULL);
    g_autoptr (GxMap) map = gx_map_new ();
    GxPage page = { { self->page.data, token->end }, token->start, NULL };

    gx_prose_end_block (self->prose, GX_BLOCK_PARAGRAPH);
    for (gsize at = token->start; at < token->end && token->type == GX_TOKEN_TEXT;) {
        const char *data = self->page.data, *mark = memchr (data + at, '&', token->end - at);
        gsize end = mark ? (gsize)(mark - data) : token->end, len = 0, decoded_len = 0;
        char decoded[8];

        if (at < end) {
            gx_map_append (map, (GxMapRun){ html->len, end - at, at, end - at });
            g_string_append_len (html, data + at, (gssize)(end - at));
        }
        at = end;
        if (at < token->end)
            len = gx_markup_reference ((GxStr){ data + at, token->end - at }, GX_MARKUP_XML, decoded, &decoded_len);
        if (at < token->end && (len == 0 || decoded_len == 0)) {
            len = decoded_len = 1;
            decoded[0] = '&';
        }
        if (len > 0) {
            gx_map_append (map, (GxMapRun){ html->len, decoded_len, at, len });
            g_string_append_len (html, decoded, (gssize)decoded_len);
            at += len;
        }
    }
    if (token->type == GX_TOKEN_TEXT)
        page = (GxPage){ { html->str, html->len }, 0, map };
    gx_html_read_page (self->builder, &page);
}

static gboolean
holds_tags (const Reader *self, const GxToken *token)
{
    const char *data = self->page.data + token->start;
    gssize len = (gssize)(token->end - token->start);
    const char *tag = g_strstr_len (data, len, token->type == GX_TOKEN_CDATA ? "<" : "&lt;");

    return tag != NULL;
}

static void
on_text (gpointer user_data, const GxToken *token, GxXmlElement *parent)
{
    Reader *self = user_data;

    if ((parent->flags & IN_FIELD) && !(parent->flags & IS_OUT))
        gx_xml_fields_add (&self->fields, self->page, token, parent->name);
    if (!is_shown (parent->flags) || parent->name.len == 0)
        return;
    if ((parent->flags & IN_HTML) && holds_tags (self, token))
        read_html (self, token);
    else
        gx_prose_add_token (self->prose, token);
}

gboolean
gx_xml_read (GxBuilder *builder, const GxSource *source, gsize start, GError **error)
{
    const GxXmlHandler handler = { on_start, on_end, on_text };
    GxStr page = gx_source_text (source), root = gx_xml_root_name (page, start);
    guint n = gx_builder_n_blocks (builder);

    if (gx_str_equal (root, gx_str ("html"))) {
        gx_html_read (builder, page, start);
    } else if (gx_str_equal (root, gx_str ("document")) && g_strstr_len (page.data, (gssize)page.len, "<office:document")) {
        gx_odt_read (builder, source);
    } else {
        g_autoptr (GxXmlUse) use = gx_xml_use_new (page, start);
        g_autoptr (GxProse) prose = gx_prose_new (builder, page, GX_MARKUP_XML);
        Reader self = { .builder = builder, .prose = prose, .page = page, .use = use, .vocabulary = gx_xml_vocabulary (root) };

        gx_xml_fields_init (&self.fields, builder, self.vocabulary);
        gx_xml_walk (page, start, &handler, &self);
        gx_prose_end_block (prose, GX_BLOCK_PARAGRAPH);
        gx_xml_fields_clear (&self.fields);
    }
    if (gx_builder_n_blocks (builder) > n)
        return TRUE;
    g_set_error (error, GX_ERROR, GX_ERROR_EMPTY, "%s: no text between the tags of this XML", gx_source_name (source));
    return FALSE;
}
