/* SPDX-License-Identifier: GPL-3.0-or-later
 * odt.c - text of OpenDocument.
 *
 * Text counts inside <text:p> and <text:h> only. Frames and notes stand inside paragraphs and come behind them. */
#include "odt.h"

#include "office-styles.h"
#include "prose.h"
#include "xml-walk.h"

enum {
    ROLE_AUTOMATIC = 1, /* styles made for single paragraphs */
    ROLE_BODY,
    ROLE_BREAK,
    ROLE_CELL,
    ROLE_CONTENTS,
    ROLE_FRAME,
    ROLE_HEADING,
    ROLE_LABEL, /* left out, but for those that are fields of the text */
    ROLE_LEFT_OUT,
    ROLE_LIST_ITEM,
    ROLE_NOTE,
    ROLE_PARAGRAPH,
    ROLE_SPACES,
    ROLE_SPAN,
    ROLE_STYLE,
    ROLE_STYLE_TEXT,
    ROLE_TAB
};

enum {
    IN_BODY = 1, /* text here is wanted */
    IN_TEXT = 2, /* of a paragraph or heading */
    IN_CELL = 4,
    IN_LIST = 8,
    IN_NOTE = 16,
    IN_CONTENTS = 32,
    IS_HIDDEN = 64,
    IS_NESTED = 128, /* a paragraph inside another: the text of a shape */
    IS_RAISED = 512,
    IS_FOREIGN = 256 /* styles of headers and footers, which have the same names */
};

static const GxXmlName names[] = {
    { "alphabetical-index", ROLE_CONTENTS },
    { "annotation", ROLE_LEFT_OUT },
    { "automatic-styles", ROLE_AUTOMATIC },
    { "bibliography-mark", ROLE_LEFT_OUT },
    { "body", ROLE_BODY },
    { "covered-table-cell", ROLE_LEFT_OUT },
    { "creator", ROLE_LABEL },
    { "date", ROLE_LABEL },
    { "desc", ROLE_LABEL },
    { "event-listeners", ROLE_LEFT_OUT },
    { "forms", ROLE_LEFT_OUT },
    { "frame", ROLE_FRAME },
    { "h", ROLE_HEADING },
    { "hidden-text", ROLE_LEFT_OUT },
    { "illustration-index", ROLE_CONTENTS },
    { "line-break", ROLE_BREAK },
    { "list-item", ROLE_LIST_ITEM },
    { "math", ROLE_LEFT_OUT },
    { "note", ROLE_NOTE },
    { "note-citation", ROLE_LEFT_OUT },
    { "note-ref", ROLE_LEFT_OUT },
    { "numbered-paragraph", ROLE_LIST_ITEM },
    { "object-index", ROLE_CONTENTS },
    { "p", ROLE_PARAGRAPH },
    { "placeholder", ROLE_LEFT_OUT },
    { "ruby-text", ROLE_LEFT_OUT },
    { "s", ROLE_SPACES },
    { "script", ROLE_LEFT_OUT },
    { "span", ROLE_SPAN },
    { "style", ROLE_STYLE },
    { "tab", ROLE_TAB },
    { "table-cell", ROLE_CELL },
    { "table-index", ROLE_CONTENTS },
    { "table-of-content", ROLE_CONTENTS },
    { "text-box", ROLE_FRAME },
    { "text-properties", ROLE_STYLE_TEXT },
    { "title", ROLE_LABEL },
    { "tracked-changes", ROLE_LEFT_OUT },
    { "user-index", ROLE_CONTENTS },
};

typedef struct {
    GxProse *prose;
    GxOfficeStyles *styles;
    GxOfficeStyle style; /* while it is read */
    gboolean in_styles;  /* in the part that holds no content */
    GArray *types;       /* of GxBlockType: of the paragraphs that are open */
} Reader;

static GxBlockType
block_type (const Reader *self, const GxToken *tag, const GxXmlElement *element)
{
    GxStr style = { "", 0 };
    GxStyleRole role;

    (void)gx_xml_attribute (tag, "style-name", &style);
    role = gx_office_styles_role (self->styles, style);
    if (element->flags & IN_CONTENTS)
        return GX_BLOCK_FURNITURE;
    if (element->flags & IN_NOTE)
        return GX_BLOCK_NOTE;
    if (element->role == ROLE_HEADING || role == GX_STYLE_HEADING)
        return GX_BLOCK_HEADING;
    if (role == GX_STYLE_CAPTION)
        return GX_BLOCK_CAPTION;
    if (element->flags & IN_CELL)
        return GX_BLOCK_CELL;
    if (role == GX_STYLE_BYLINE)
        return GX_BLOCK_BYLINE;
    return element->flags & IN_LIST ? GX_BLOCK_LIST_ITEM : GX_BLOCK_PARAGRAPH;
}

static GxBlockType
current_type (const Reader *self)
{
    guint n = self->types->len;

    return n > 0 ? g_array_index (self->types, GxBlockType, n - 1) : GX_BLOCK_PARAGRAPH;
}

static void
hide_by_style (const Reader *self, const GxToken *tag, GxXmlElement *element)
{
    GxStr style;

    if (gx_xml_attribute (tag, "style-name", &style) && gx_office_styles_hides (self->styles, style))
        element->flags |= IS_HIDDEN;
}

static void
start_paragraph (Reader *self, const GxToken *tag, GxXmlElement *element)
{
    GxBlockType type;

    if (!(element->flags & IN_BODY)) {
        element->role = 0;
        return;
    }
    type = block_type (self, tag, element);
    if (element->flags & IN_TEXT)
        gx_prose_begin_aside (self->prose, type);
    element->flags = element->flags & IN_TEXT ? element->flags | IS_NESTED : (element->flags & ~(guint)IS_NESTED) | IN_TEXT;
    hide_by_style (self, tag, element);
    g_array_append_val (self->types, type);
}

static void
start_style (Reader *self, const GxToken *tag)
{
    self->style = (GxOfficeStyle){ 0 };
    if (!gx_xml_attribute (tag, "name", &self->style.id))
        self->style.id.len = 0;
    if (!gx_xml_attribute (tag, "display-name", &self->style.name))
        self->style.name = (GxStr){ self->style.id.data, 0 };
    if (!gx_xml_attribute (tag, "parent-style-name", &self->style.parent))
        self->style.parent = (GxStr){ self->style.id.data, 0 };
    /* Automatic styles are called P1, T1: that says nothing, and their parents do. */
}

static void
set_text_style (Reader *self, const GxToken *tag)
{
    GxStr position;

    self->style.is_hidden = gx_xml_attribute_is (tag, "display", "none");
    self->style.is_raised =
        gx_xml_attribute (tag, "text-position", &position) && position.len > 0 &&
        (*position.data == 's' ? position.len > 2 && position.data[2] == 'p' : g_ascii_isdigit (*position.data) && *position.data != '0');
}

static void
start_in_text (Reader *self, const GxToken *tag, guint role)
{
    if (role == ROLE_BREAK)
        gx_prose_break_line (self->prose, tag->start, tag->end, current_type (self));
    else
        gx_prose_add_gap (self->prose, role == ROLE_TAB ? GX_GAP_HARD : GX_GAP_SOFT, tag->start, tag->end);
}

static void
start_aside (Reader *self, GxXmlElement *element)
{
    if (!(element->flags & IN_BODY)) {
        element->role = 0;
        return;
    }
    element->flags &= ~(guint)(IN_TEXT | IN_LIST);
    if (element->role == ROLE_NOTE)
        element->flags = (element->flags & ~(guint)IN_CELL) | IN_NOTE;
    gx_prose_begin_aside (self->prose, element->role == ROLE_NOTE ? GX_BLOCK_NOTE : GX_BLOCK_PARAGRAPH);
}

static void
on_start (gpointer user_data, const GxToken *tag, GxXmlElement *parent, GxXmlElement *element)
{
    Reader *self = user_data;
    GxStr style;
    gboolean is_shown = (parent->flags & (IN_BODY | IN_TEXT | IS_HIDDEN)) == (IN_BODY | IN_TEXT);

    element->role = gx_xml_names_find (names, G_N_ELEMENTS (names), element->name);
    switch (element->role) {
    case ROLE_BODY:
        element->flags |= IN_BODY;
        break;
    case ROLE_PARAGRAPH:
    case ROLE_HEADING:
        start_paragraph (self, tag, element);
        break;
    case ROLE_SPAN:
        hide_by_style (self, tag, element);
        element->flags &= ~(guint)IS_RAISED;
        if (is_shown && gx_xml_attribute (tag, "style-name", &style) && gx_office_styles_raises (self->styles, style)) {
            element->flags |= IS_RAISED;
            gx_prose_begin_mark (self->prose);
        }
        break;
    case ROLE_BREAK:
    case ROLE_TAB:
    case ROLE_SPACES:
        if (is_shown)
            start_in_text (self, tag, element->role);
        break;
    case ROLE_NOTE:
    case ROLE_FRAME:
        start_aside (self, element);
        break;
    case ROLE_CELL:
        element->flags |= IN_CELL;
        break;
    case ROLE_LIST_ITEM:
        element->flags |= IN_LIST;
        break;
    case ROLE_CONTENTS:
        element->flags |= IN_CONTENTS;
        break;
    case ROLE_LABEL:
        if (tag->name.len - element->name.len != strlen ("text:") || memcmp (tag->name.data, "text:", 5) != 0)
            element->flags &= ~(guint)IN_BODY;
        break;
    case ROLE_LEFT_OUT:
        element->flags &= ~(guint)IN_BODY;
        break;
    case ROLE_AUTOMATIC:
        if (self->in_styles)
            element->flags |= IS_FOREIGN;
        break;
    case ROLE_STYLE:
        start_style (self, tag);
        break;
    case ROLE_STYLE_TEXT:
        if (parent->role == ROLE_STYLE)
            set_text_style (self, tag);
        break;
    default:
        break;
    }
}

static void
on_end (gpointer user_data, GxXmlElement *parent G_GNUC_UNUSED, const GxXmlElement *element)
{
    Reader *self = user_data;

    switch (element->role) {
    case ROLE_PARAGRAPH:
    case ROLE_HEADING:
        if (element->flags & IS_NESTED)
            gx_prose_end_aside (self->prose);
        else
            gx_prose_end_block (self->prose, current_type (self));
        g_array_set_size (self->types, self->types->len - 1);
        break;
    case ROLE_NOTE:
    case ROLE_FRAME:
        gx_prose_end_aside (self->prose);
        break;
    case ROLE_SPAN:
        if (element->flags & IS_RAISED)
            gx_prose_end_mark (self->prose, GX_MARK_PLAIN);
        break;
    case ROLE_STYLE:
        if (self->style.id.len > 0 && !(element->flags & IS_FOREIGN))
            gx_office_styles_add (self->styles, &self->style);
        break;
    default:
        break;
    }
}

static void
on_text (gpointer user_data, const GxToken *token, GxXmlElement *parent)
{
    Reader *self = user_data;

    if ((parent->flags & (IN_BODY | IN_TEXT | IS_HIDDEN)) == (IN_BODY | IN_TEXT))
        gx_prose_add_token (self->prose, token);
}

void
gx_odt_read (GxBuilder *builder, const GxSource *source)
{
    const GxXmlHandler handler = { on_start, on_end, on_text };
    GxStr text = gx_source_text (source);
    g_autoptr (GxOfficeStyles) styles = gx_office_styles_new ();
    g_autoptr (GxProse) prose = gx_prose_new (builder, text, GX_MARKUP_XML);
    g_autoptr (GArray) types = g_array_new (FALSE, FALSE, sizeof (GxBlockType));
    Reader self = { .prose = prose, .styles = styles, .types = types };
    guint n = 0;
    const GxPart *parts = gx_source_parts (source, &n);

    if (n == 0)
        gx_xml_walk (text, 0, &handler, &self);
    /* The styles first: what they are based on must be known. */
    for (guint pass = 0; pass < 2; pass++)
        for (guint i = 0; i < n; i++) {
            self.in_styles = g_str_has_suffix (parts[i].name, "styles.xml");
            if (self.in_styles == (pass == 0))
                gx_xml_walk ((GxStr){ text.data, parts[i].end }, parts[i].start, &handler, &self);
        }
    gx_prose_end_block (prose, GX_BLOCK_PARAGRAPH);
}
