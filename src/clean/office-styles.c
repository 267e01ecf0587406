/* SPDX-License-Identifier: GPL-3.0-or-later
 * office-styles.c - styles by their names: built-in ones are called in English whatever the program's language, their ids aren't. */
#include "office-styles.h"

#include "str-hash.h"

/** Styles are based on others no further than this; also what is based on itself ends. */
#define MAX_CHAIN 16

struct _GxOfficeStyles {
    GArray *styles;    /* of GxOfficeStyle */
    GHashTable *by_id; /* id -> its place in styles, from 1 on */
};

typedef struct {
    const char *start; /* of the name, in small letters */
    GxStyleRole role;
} NameRule;

/* The first that fits counts. */
static const NameRule rules[] = {
    { "heading", GX_STYLE_HEADING },       { "title", GX_STYLE_HEADING },      { "subtitle", GX_STYLE_HEADING },
    { "标题", GX_STYLE_HEADING },          { "標題", GX_STYLE_HEADING },       { "副标题", GX_STYLE_HEADING },
    { "副標題", GX_STYLE_HEADING },        { "caption", GX_STYLE_CAPTION },    { "illustration", GX_STYLE_CAPTION },
    { "figure", GX_STYLE_CAPTION },        { "题注", GX_STYLE_CAPTION },       { "題註", GX_STYLE_CAPTION },
    { "标号", GX_STYLE_CAPTION },          { "標號", GX_STYLE_CAPTION },       { "list bullet", GX_STYLE_LIST_ITEM },
    { "list number", GX_STYLE_LIST_ITEM }, { "footnote text", GX_STYLE_NOTE }, { "endnote text", GX_STYLE_NOTE },
    { "footnotetext", GX_STYLE_NOTE },     { "endnotetext", GX_STYLE_NOTE },   { "脚注文本", GX_STYLE_NOTE },
    { "尾注文本", GX_STYLE_NOTE },         { "toc", GX_STYLE_CONTENTS },       { "contents", GX_STYLE_CONTENTS },
    { "table of ", GX_STYLE_CONTENTS },    { "index", GX_STYLE_CONTENTS },     { "目录", GX_STYLE_CONTENTS },
    { "目錄", GX_STYLE_CONTENTS },
};

GxOfficeStyles *
gx_office_styles_new (void)
{
    GxOfficeStyles *self = g_new0 (GxOfficeStyles, 1);

    self->styles = g_array_new (FALSE, FALSE, sizeof (GxOfficeStyle));
    self->by_id = g_hash_table_new_full (gx_str_hash, gx_str_hash_equal, g_free, NULL);
    return self;
}

void
gx_office_styles_free (GxOfficeStyles *self)
{
    if (!self)
        return;
    g_hash_table_unref (self->by_id);
    g_array_unref (self->styles);
    g_free (self);
}

void
gx_office_styles_add (GxOfficeStyles *self, const GxOfficeStyle *style)
{
    GxStr *id;

    if (g_hash_table_contains (self->by_id, &style->id))
        return;
    g_array_append_vals (self->styles, style, 1);
    id = g_new (GxStr, 1);
    *id = style->id;
    g_hash_table_insert (self->by_id, id, GUINT_TO_POINTER (self->styles->len));
}

static const GxOfficeStyle *
find_style (const GxOfficeStyles *self, GxStr id)
{
    guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, &id));

    return place > 0 ? &g_array_index (self->styles, GxOfficeStyle, place - 1) : NULL;
}

/* Whole names: the start of one says little. */
static const char *const bylines[] = { "author", "authors", "date", "byline", "作者", "日期" };

static GxStyleRole
role_of_name (GxStr name)
{
    for (gsize i = 0; i < G_N_ELEMENTS (bylines); i++)
        if (name.len == strlen (bylines[i]) && g_ascii_strncasecmp (name.data, bylines[i], name.len) == 0)
            return GX_STYLE_BYLINE;
    for (gsize i = 0; i < G_N_ELEMENTS (rules); i++) {
        gsize len = strlen (rules[i].start);

        if (name.len >= len && g_ascii_strncasecmp (name.data, rules[i].start, len) == 0)
            return rules[i].role;
    }
    return GX_STYLE_UNKNOWN;
}

GxStyleRole
gx_office_styles_role (const GxOfficeStyles *self, GxStr id)
{
    for (guint i = 0; i < MAX_CHAIN && id.len > 0; i++) {
        const GxOfficeStyle *style = find_style (self, id);
        GxStyleRole role = style ? style->role : GX_STYLE_UNKNOWN;
        GxStyleRole named = role_of_name (style && style->name.len > 0 ? style->name : id);

        /* A heading over the contents is a heading by its properties. */
        if (role == GX_STYLE_UNKNOWN || named == GX_STYLE_CONTENTS || (role == GX_STYLE_LIST_ITEM && named == GX_STYLE_HEADING))
            role = named;
        if (role != GX_STYLE_UNKNOWN)
            return role;
        if (!style)
            return GX_STYLE_UNKNOWN;
        id = style->parent;
    }
    return GX_STYLE_UNKNOWN;
}

gboolean
gx_office_styles_hides (const GxOfficeStyles *self, GxStr id)
{
    for (guint i = 0; i < MAX_CHAIN && id.len > 0; i++) {
        const GxOfficeStyle *style = find_style (self, id);

        if (!style || style->is_hidden)
            return style != NULL;
        id = style->parent;
    }
    return FALSE;
}

gboolean
gx_office_styles_raises (const GxOfficeStyles *self, GxStr id)
{
    const GxOfficeStyle *style = find_style (self, id);

    return style && style->is_raised;
}
