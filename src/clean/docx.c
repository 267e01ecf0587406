/* SPDX-License-Identifier: GPL-3.0-or-later
 * docx.c - paragraphs and runs of a word processor.
 *
 * Only <w:t> holds text. What a paragraph is, is said by its style or its own properties, which stand in front of its runs. Text boxes
 * stand inside paragraphs and come behind them. */
#include "docx.h"

#include "docx-styles.h"
#include "prose.h"
#include "xml-walk.h"

enum {
    ROLE_ALTERNATE = 1, /* the same twice, for old and new programs */
    ROLE_BOX,
    ROLE_BREAK,
    ROLE_CELL,
    ROLE_DELETED,
    ROLE_DRAWING,
    ROLE_FIRST_ONLY,
    ROLE_HYPHEN,
    ROLE_LEFT_OUT,
    ROLE_LINK,
    ROLE_NOTE,
    ROLE_NOTE_REFERENCE,
    ROLE_NUMBERING_ID,
    ROLE_OUTLINE,
    ROLE_PARAGRAPH,
    ROLE_PARAGRAPH_PROPERTIES,
    ROLE_PLACEHOLDER,
    ROLE_RAISED,
    ROLE_RUN,
    ROLE_RUN_PROPERTIES,
    ROLE_RUN_STYLE,
    ROLE_STYLE,
    ROLE_TAB,
    ROLE_TEXT,
    ROLE_VANISH,
    ROLE_CONTROL
};

enum {
    IN_BODY = 1,       /* text here is wanted */
    IN_DRAWING = 2,    /* only text boxes are text */
    IN_PROPERTIES = 4, /* of a paragraph */
    IN_RUN_PROPERTIES = 8,
    IN_RUN = 16,
    IN_CELL = 32,
    IN_NOTE = 64,
    IN_LINK = 128,
    HAS_CHOICE = 256, /* of an alternate: its first choice was taken */
    IS_PLACEHOLDER = 512
};

static const GxXmlName names[] = {
    { "AlternateContent", ROLE_ALTERNATE },
    { "Choice", ROLE_FIRST_ONLY },
    { "Fallback", ROLE_FIRST_ONLY },
    { "br", ROLE_BREAK },
    { "cr", ROLE_BREAK },
    { "customXmlDelRangeStart", ROLE_LEFT_OUT },
    { "del", ROLE_DELETED },
    { "drawing", ROLE_DRAWING },
    { "endnote", ROLE_NOTE },
    { "endnoteReference", ROLE_NOTE_REFERENCE },
    { "footnote", ROLE_NOTE },
    { "footnoteReference", ROLE_NOTE_REFERENCE },
    { "hyperlink", ROLE_LINK },
    { "moveFrom", ROLE_LEFT_OUT },
    { "noBreakHyphen", ROLE_HYPHEN },
    { "numId", ROLE_NUMBERING_ID },
    { "numPicBullet", ROLE_LEFT_OUT },
    { "oMath", ROLE_LEFT_OUT },
    { "oMathPara", ROLE_LEFT_OUT },
    { "object", ROLE_DRAWING },
    { "outlineLvl", ROLE_OUTLINE },
    { "p", ROLE_PARAGRAPH },
    { "pPr", ROLE_PARAGRAPH_PROPERTIES },
    { "pPrChange", ROLE_LEFT_OUT },
    { "pStyle", ROLE_STYLE },
    { "pict", ROLE_DRAWING },
    { "ptab", ROLE_TAB },
    { "r", ROLE_RUN },
    { "rPr", ROLE_RUN_PROPERTIES },
    { "rPrChange", ROLE_LEFT_OUT },
    { "rStyle", ROLE_RUN_STYLE },
    { "rt", ROLE_LEFT_OUT },
    { "sdt", ROLE_CONTROL },
    { "sectPr", ROLE_LEFT_OUT },
    { "showingPlcHdr", ROLE_PLACEHOLDER },
    { "specVanish", ROLE_VANISH },
    { "t", ROLE_TEXT },
    { "tab", ROLE_TAB },
    { "tc", ROLE_CELL },
    { "txbxContent", ROLE_BOX },
    { "vanish", ROLE_VANISH },
    { "vertAlign", ROLE_RAISED },
};

/** A paragraph that is open. */
typedef struct {
    GxStyleRole style, own;
    gboolean is_listed, is_joined; /* is_joined: its end is deleted */
    gboolean is_hidden, is_raised; /* its run */
    gboolean has_mark;             /* raised text began a mark */
    GxMarkKind mark;
} Paragraph;

typedef struct {
    GxProse *prose;
    const GxOfficeStyles *styles;
    GArray *paragraphs; /* of Paragraph; the last is the innermost */
    GArray *controls;   /* of gboolean: content controls that hold no more than a hint what to write */
} Reader;

static Paragraph *
paragraph (const Reader *self)
{
    guint n = self->paragraphs->len;

    return n > 0 ? &g_array_index (self->paragraphs, Paragraph, n - 1) : NULL;
}

static GxBlockType
block_type (const Reader *self, guint flags)
{
    const Paragraph *own = paragraph (self);
    GxStyleRole role = own && own->own != GX_STYLE_UNKNOWN ? own->own : own ? own->style : GX_STYLE_UNKNOWN;

    if ((flags & IN_NOTE) || role == GX_STYLE_NOTE)
        return GX_BLOCK_NOTE;
    if (role == GX_STYLE_CONTENTS)
        return GX_BLOCK_FURNITURE;
    if (role == GX_STYLE_HEADING)
        return GX_BLOCK_HEADING;
    if (role == GX_STYLE_CAPTION)
        return GX_BLOCK_CAPTION;
    if (flags & IN_CELL)
        return GX_BLOCK_CELL;
    if (role == GX_STYLE_BYLINE)
        return GX_BLOCK_BYLINE;
    return role == GX_STYLE_LIST_ITEM || (own && own->is_listed) ? GX_BLOCK_LIST_ITEM : GX_BLOCK_PARAGRAPH;
}

/* Raised text may go on in the next run: a mark ends where something else comes. */
static void
end_mark (Reader *self)
{
    Paragraph *own = paragraph (self);

    if (own && own->has_mark) {
        own->has_mark = FALSE;
        gx_prose_end_mark (self->prose, own->mark);
    }
}

/* Whether text in this element is wanted; ends a mark that it is no part of. */
static gboolean
is_shown (Reader *self, guint flags)
{
    Paragraph *own = paragraph (self);

    if (!own || own->is_hidden || !(flags & IN_BODY) || !(flags & IN_RUN) || (flags & (IN_DRAWING | IN_RUN_PROPERTIES | IN_PROPERTIES)))
        return FALSE;
    if (!own->is_raised) {
        end_mark (self);
    } else if (!own->has_mark) {
        own->has_mark = TRUE;
        own->mark = flags & IN_LINK ? GX_MARK_LINKED : GX_MARK_PLAIN;
        gx_prose_begin_mark (self->prose);
    }
    return TRUE;
}

static void
start_property (Reader *self, const GxToken *tag, const GxXmlElement *parent, guint role)
{
    Paragraph *own = paragraph (self);
    GxStr value;

    if (!own || !(parent->flags & (IN_PROPERTIES | IN_RUN_PROPERTIES)))
        return;
    if (role == ROLE_DELETED)
        own->is_joined |= (parent->flags & IN_PROPERTIES) != 0;
    else if (role == ROLE_VANISH)
        own->is_hidden |= (parent->flags & IN_RUN_PROPERTIES) && gx_docx_is_on (tag);
    else if (!gx_xml_attribute (tag, "val", &value))
        return;
    else if (role == ROLE_STYLE)
        own->style = gx_office_styles_role (self->styles, value);
    else if (role == ROLE_NUMBERING_ID)
        own->is_listed = !gx_str_equal (value, gx_str ("0"));
    else if (role == ROLE_OUTLINE && value.len == 1)
        own->own = *value.data < '9' ? GX_STYLE_HEADING : own->own;
    else if (role == ROLE_RAISED && (parent->flags & IN_RUN_PROPERTIES))
        own->is_raised = gx_str_equal (value, gx_str ("superscript"));
    else if (role == ROLE_RUN_STYLE && (parent->flags & IN_RUN_PROPERTIES))
        own->is_hidden |= gx_office_styles_hides (self->styles, value);
}

static void
start_in_run (Reader *self, const GxToken *tag, const GxXmlElement *parent, guint role)
{
    if (!is_shown (self, parent->flags))
        return;
    if (role == ROLE_TAB)
        gx_prose_add_gap (self->prose, GX_GAP_HARD, tag->start, tag->end);
    else if (role == ROLE_HYPHEN)
        gx_prose_add_char (self->prose, '-', tag->start, tag->end);
    else if (role == ROLE_NOTE_REFERENCE && gx_xml_attribute_is (tag, "customMarkFollows", "1"))
        paragraph (self)->is_hidden = TRUE; /* the mark is the rest of the run */
    else if (role == ROLE_BREAK && gx_xml_attribute_is (tag, "type", "page"))
        gx_prose_add_gap (self->prose, GX_GAP_SOFT, tag->start, tag->end);
    else if (role == ROLE_BREAK)
        gx_prose_break_line (self->prose, tag->start, tag->end, block_type (self, parent->flags));
}

static void
start_paragraph (Reader *self, GxXmlElement *element)
{
    const Paragraph fresh = { 0 };

    if (!(element->flags & IN_BODY) || (element->flags & IN_DRAWING)) {
        element->role = 0;
        return;
    }
    element->flags &= ~(guint)(IN_RUN | IN_LINK);
    g_array_append_val (self->paragraphs, fresh);
}

static void
start_run (Reader *self, GxXmlElement *element)
{
    Paragraph *own = paragraph (self);

    if (!own || (element->flags & IN_DRAWING)) {
        element->role = 0;
        return;
    }
    own->is_hidden = own->is_raised = FALSE;
    element->flags |= IN_RUN;
}

static void
start_container (Reader *self, const GxToken *tag, GxXmlElement *parent, GxXmlElement *element)
{
    const gboolean no = FALSE;
    GxStr value;

    if (element->role == ROLE_CONTROL) {
        g_array_append_val (self->controls, no);
    } else if (element->role == ROLE_CELL) {
        element->flags |= IN_CELL;
    } else if (element->role == ROLE_DRAWING) {
        element->flags |= IN_DRAWING;
    } else if (element->role == ROLE_FIRST_ONLY) {
        if (parent->flags & HAS_CHOICE)
            element->flags &= ~(guint)IN_BODY;
        parent->flags |= HAS_CHOICE;
        element->flags &= ~(guint)HAS_CHOICE;
    } else if (element->role == ROLE_ALTERNATE) {
        element->flags &= ~(guint)HAS_CHOICE;
    } else if (element->role == ROLE_NOTE) {
        element->flags |= IN_NOTE; /* those with a type are lines between notes and text */
        if (gx_xml_attribute (tag, "type", &value) && !gx_str_equal (value, gx_str ("normal")))
            element->flags &= ~(guint)IN_BODY;
    } else if (element->role == ROLE_LINK && gx_xml_attribute (tag, "anchor", &value)) {
        element->flags |= IN_LINK;
    } else if (element->role == ROLE_PLACEHOLDER && self->controls->len > 0) {
        g_array_index (self->controls, gboolean, self->controls->len - 1) = gx_docx_is_on (tag);
    } else if (element->role == ROLE_BOX) {
        element->flags &= ~(guint)(IN_DRAWING | IN_RUN | IN_CELL);
        if (element->flags & IN_BODY) {
            end_mark (self);
            gx_prose_begin_aside (self->prose, GX_BLOCK_PARAGRAPH);
        }
    }
}

static void
on_start (gpointer user_data, const GxToken *tag, GxXmlElement *parent, GxXmlElement *element)
{
    Reader *self = user_data;
    guint role = gx_xml_names_find (names, G_N_ELEMENTS (names), element->name);

    element->role = role;
    if (parent->name.len == 0)
        element->flags |= IN_BODY;
    if (gx_str_equal (element->name, gx_str ("sdtContent")) && self->controls->len > 0 &&
        g_array_index (self->controls, gboolean, self->controls->len - 1))
        element->flags &= ~(guint)IN_BODY;
    switch (role) {
    case 0:
        break;
    case ROLE_PARAGRAPH:
        start_paragraph (self, element);
        break;
    case ROLE_RUN:
        start_run (self, element);
        break;
    case ROLE_PARAGRAPH_PROPERTIES:
        if (parent->role == ROLE_PARAGRAPH)
            element->flags |= IN_PROPERTIES;
        break;
    case ROLE_RUN_PROPERTIES:
        if (parent->role == ROLE_RUN)
            element->flags |= IN_RUN_PROPERTIES;
        break;
    case ROLE_LEFT_OUT:
        element->flags &= ~(guint)(IN_BODY | IN_PROPERTIES | IN_RUN_PROPERTIES);
        break;
    case ROLE_DELETED:
        start_property (self, tag, parent, role);
        element->flags &= ~(guint)IN_BODY;
        break;
    case ROLE_STYLE:
    case ROLE_NUMBERING_ID:
    case ROLE_OUTLINE:
    case ROLE_VANISH:
    case ROLE_RAISED:
    case ROLE_RUN_STYLE:
        start_property (self, tag, parent, role);
        break;
    case ROLE_TAB:
    case ROLE_HYPHEN:
    case ROLE_BREAK:
    case ROLE_NOTE_REFERENCE:
        start_in_run (self, tag, parent, role);
        break;
    default:
        start_container (self, tag, parent, element);
        break;
    }
}

static void
on_end (gpointer user_data, GxXmlElement *parent G_GNUC_UNUSED, const GxXmlElement *element)
{
    Reader *self = user_data;

    if (element->role == ROLE_PARAGRAPH && self->paragraphs->len > 0) {
        end_mark (self);
        if (!paragraph (self)->is_joined)
            gx_prose_end_block (self->prose, block_type (self, element->flags));
        g_array_set_size (self->paragraphs, self->paragraphs->len - 1);
    } else if (element->role == ROLE_BOX && (element->flags & IN_BODY)) {
        gx_prose_end_aside (self->prose);
    } else if (element->role == ROLE_CONTROL && self->controls->len > 0) {
        g_array_set_size (self->controls, self->controls->len - 1);
    }
}

static void
on_text (gpointer user_data, const GxToken *token, GxXmlElement *parent)
{
    Reader *self = user_data;

    if (parent->role == ROLE_TEXT && is_shown (self, parent->flags))
        gx_prose_add_token (self->prose, token);
}

static gboolean
has_name (const GxPart *part, const char *name)
{
    const char *slash = strrchr (part->name, '/');

    return strcmp (slash ? slash + 1 : part->name, name) == 0;
}

void
gx_docx_read (GxBuilder *builder, const GxSource *source)
{
    const GxXmlHandler handler = { on_start, on_end, on_text };
    GxStr text = gx_source_text (source);
    g_autoptr (GxOfficeStyles) styles = gx_office_styles_new ();
    g_autoptr (GxProse) prose = gx_prose_new (builder, text, GX_MARKUP_XML);
    g_autoptr (GArray) paragraphs = g_array_new (FALSE, FALSE, sizeof (Paragraph));
    g_autoptr (GArray) controls = g_array_new (FALSE, FALSE, sizeof (gboolean));
    Reader self = { prose, styles, paragraphs, controls };
    guint n = 0;
    const GxPart *parts = gx_source_parts (source, &n);

    for (guint i = 0; i < n; i++)
        if (has_name (&parts[i], "styles.xml"))
            gx_docx_read_styles (styles, (GxStr){ text.data, parts[i].end }, parts[i].start);
    for (guint i = 0; i < n; i++)
        if (!has_name (&parts[i], "styles.xml")) {
            gx_xml_walk ((GxStr){ text.data, parts[i].end }, parts[i].start, &handler, &self);
            gx_prose_end_block (prose, GX_BLOCK_PARAGRAPH);
        }
}
