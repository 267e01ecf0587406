/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-elements.c - the elements of HTML that matter, sorted by name. */
#include "html-elements.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *name;
    GxElementKind kind;
} Element;

static const Element elements[] = {
    { "a", GX_ELEMENT_LINK },
    { "address", GX_ELEMENT_BLOCK },
    { "applet", GX_ELEMENT_LEFT_OUT },
    { "article", GX_ELEMENT_ARTICLE },
    { "aside", GX_ELEMENT_FURNITURE },
    { "audio", GX_ELEMENT_LEFT_OUT },
    { "blockquote", GX_ELEMENT_PROSE },
    { "body", GX_ELEMENT_PAGE },
    { "br", GX_ELEMENT_BREAK },
    { "button", GX_ELEMENT_LEFT_OUT },
    { "canvas", GX_ELEMENT_LEFT_OUT },
    { "caption", GX_ELEMENT_CAPTION },
    { "center", GX_ELEMENT_BLOCK },
    { "datalist", GX_ELEMENT_LEFT_OUT },
    { "dd", GX_ELEMENT_LIST_ITEM },
    { "details", GX_ELEMENT_BLOCK },
    { "dialog", GX_ELEMENT_LEFT_OUT },
    { "dir", GX_ELEMENT_BLOCK },
    { "div", GX_ELEMENT_BLOCK },
    { "dl", GX_ELEMENT_BLOCK },
    { "dt", GX_ELEMENT_LIST_ITEM },
    { "embed", GX_ELEMENT_LEFT_OUT },
    { "fieldset", GX_ELEMENT_BLOCK },
    { "figcaption", GX_ELEMENT_CAPTION },
    { "figure", GX_ELEMENT_BLOCK },
    { "footer", GX_ELEMENT_FURNITURE },
    { "form", GX_ELEMENT_BLOCK },
    { "frameset", GX_ELEMENT_BLOCK },
    { "h1", GX_ELEMENT_HEADING },
    { "h2", GX_ELEMENT_HEADING },
    { "h3", GX_ELEMENT_HEADING },
    { "h4", GX_ELEMENT_HEADING },
    { "h5", GX_ELEMENT_HEADING },
    { "h6", GX_ELEMENT_HEADING },
    { "head", GX_ELEMENT_HEAD },
    { "header", GX_ELEMENT_HEADER },
    { "hgroup", GX_ELEMENT_BLOCK },
    { "hr", GX_ELEMENT_BLOCK },
    { "html", GX_ELEMENT_PAGE },
    { "iframe", GX_ELEMENT_LEFT_OUT },
    { "legend", GX_ELEMENT_CAPTION },
    { "li", GX_ELEMENT_LIST_ITEM },
    { "main", GX_ELEMENT_ARTICLE },
    { "map", GX_ELEMENT_LEFT_OUT },
    { "math", GX_ELEMENT_LEFT_OUT },
    { "menu", GX_ELEMENT_BLOCK },
    { "meta", GX_ELEMENT_META },
    { "meter", GX_ELEMENT_LEFT_OUT },
    { "nav", GX_ELEMENT_LEFT_OUT },
    { "noembed", GX_ELEMENT_LEFT_OUT },
    { "noframes", GX_ELEMENT_LEFT_OUT },
    { "noscript", GX_ELEMENT_LEFT_OUT },
    { "object", GX_ELEMENT_LEFT_OUT },
    { "ol", GX_ELEMENT_BLOCK },
    { "p", GX_ELEMENT_BLOCK },
    { "pre", GX_ELEMENT_BLOCK },
    { "progress", GX_ELEMENT_LEFT_OUT },
    { "rp", GX_ELEMENT_LEFT_OUT },
    { "rt", GX_ELEMENT_LEFT_OUT },
    { "rtc", GX_ELEMENT_LEFT_OUT },
    { "script", GX_ELEMENT_LEFT_OUT },
    { "search", GX_ELEMENT_LEFT_OUT },
    { "section", GX_ELEMENT_BLOCK },
    { "select", GX_ELEMENT_LEFT_OUT },
    { "style", GX_ELEMENT_LEFT_OUT },
    { "summary", GX_ELEMENT_BLOCK },
    { "sup", GX_ELEMENT_MARK },
    { "svg", GX_ELEMENT_LEFT_OUT },
    { "table", GX_ELEMENT_BLOCK },
    { "tbody", GX_ELEMENT_BLOCK },
    { "td", GX_ELEMENT_CELL },
    { "template", GX_ELEMENT_LEFT_OUT },
    { "textarea", GX_ELEMENT_LEFT_OUT },
    { "tfoot", GX_ELEMENT_BLOCK },
    { "th", GX_ELEMENT_CELL },
    { "thead", GX_ELEMENT_BLOCK },
    { "time", GX_ELEMENT_TIME },
    { "title", GX_ELEMENT_TITLE },
    { "tr", GX_ELEMENT_BLOCK },
    { "ul", GX_ELEMENT_BLOCK },
    { "video", GX_ELEMENT_LEFT_OUT },
};

static int
compare_name (const void *name, const void *element)
{
    return strcmp (name, ((const Element *)element)->name);
}

GxElementKind
gx_element_kind (const char *name)
{
    const Element *found = bsearch (name, elements, G_N_ELEMENTS (elements), sizeof *elements, compare_name);

    return found ? found->kind : GX_ELEMENT_INLINE;
}

gboolean
gx_element_is_block (GxElementKind kind)
{
    return kind >= GX_ELEMENT_BLOCK && kind <= GX_ELEMENT_FURNITURE;
}
