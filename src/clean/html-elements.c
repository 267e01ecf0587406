/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-elements.c - the elements of HTML that matter, sorted by name. */
#include "html-elements.h"

#define MAX_NAME 12 /* bytes; longer names are not known */

static const GxElement elements[] = {
    { "", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "a", GX_ELEMENT_LINK, GX_GROUP_LINK },
    { "address", GX_ELEMENT_BLOCK, GX_GROUP_DIV },
    { "applet", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "area", GX_ELEMENT_EMPTY, GX_GROUP_NONE },
    { "article", GX_ELEMENT_ARTICLE, GX_GROUP_NONE },
    { "aside", GX_ELEMENT_FURNITURE, GX_GROUP_NONE },
    { "audio", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "b", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "base", GX_ELEMENT_EMPTY, GX_GROUP_HEAD },
    { "basefont", GX_ELEMENT_EMPTY, GX_GROUP_HEAD },
    { "bdi", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "bdo", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "bgsound", GX_ELEMENT_EMPTY, GX_GROUP_HEAD },
    { "big", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "blockquote", GX_ELEMENT_PROSE, GX_GROUP_NONE },
    { "body", GX_ELEMENT_PAGE, GX_GROUP_NONE },
    { "br", GX_ELEMENT_BREAK, GX_GROUP_NONE },
    { "button", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "canvas", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "caption", GX_ELEMENT_CAPTION, GX_GROUP_CELL },
    { "center", GX_ELEMENT_BLOCK, GX_GROUP_NONE },
    { "cite", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "code", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "col", GX_ELEMENT_EMPTY, GX_GROUP_NONE },
    { "datalist", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "dd", GX_ELEMENT_LIST_ITEM, GX_GROUP_ENTRY },
    { "del", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "details", GX_ELEMENT_BLOCK, GX_GROUP_NONE },
    { "dfn", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "dialog", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "dir", GX_ELEMENT_BLOCK, GX_GROUP_LIST },
    { "div", GX_ELEMENT_BLOCK, GX_GROUP_DIV },
    { "dl", GX_ELEMENT_BLOCK, GX_GROUP_LIST },
    { "dt", GX_ELEMENT_LIST_ITEM, GX_GROUP_ENTRY },
    { "em", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "embed", GX_ELEMENT_EMPTY, GX_GROUP_NONE },
    { "fieldset", GX_ELEMENT_BLOCK, GX_GROUP_NONE },
    { "figcaption", GX_ELEMENT_CAPTION, GX_GROUP_NONE },
    { "figure", GX_ELEMENT_BLOCK, GX_GROUP_NONE },
    { "font", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "footer", GX_ELEMENT_FURNITURE, GX_GROUP_NONE },
    { "form", GX_ELEMENT_BLOCK, GX_GROUP_NONE },
    { "frame", GX_ELEMENT_EMPTY, GX_GROUP_NONE },
    { "frameset", GX_ELEMENT_BLOCK, GX_GROUP_NONE },
    { "h1", GX_ELEMENT_HEADING, GX_GROUP_NONE },
    { "h2", GX_ELEMENT_HEADING, GX_GROUP_NONE },
    { "h3", GX_ELEMENT_HEADING, GX_GROUP_NONE },
    { "h4", GX_ELEMENT_HEADING, GX_GROUP_NONE },
    { "h5", GX_ELEMENT_HEADING, GX_GROUP_NONE },
    { "h6", GX_ELEMENT_HEADING, GX_GROUP_NONE },
    { "head", GX_ELEMENT_HEAD, GX_GROUP_HEAD },
    { "header", GX_ELEMENT_HEADER, GX_GROUP_NONE },
    { "hgroup", GX_ELEMENT_BLOCK, GX_GROUP_NONE },
    { "hr", GX_ELEMENT_RULE, GX_GROUP_NONE },
    { "html", GX_ELEMENT_PAGE, GX_GROUP_HEAD },
    { "i", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "iframe", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "img", GX_ELEMENT_EMPTY, GX_GROUP_NONE },
    { "input", GX_ELEMENT_EMPTY, GX_GROUP_NONE },
    { "ins", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "kbd", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "keygen", GX_ELEMENT_EMPTY, GX_GROUP_NONE },
    { "label", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "legend", GX_ELEMENT_CAPTION, GX_GROUP_NONE },
    { "li", GX_ELEMENT_LIST_ITEM, GX_GROUP_ITEM },
    { "link", GX_ELEMENT_EMPTY, GX_GROUP_HEAD },
    { "listing", GX_ELEMENT_BLOCK, GX_GROUP_PRE },
    { "main", GX_ELEMENT_ARTICLE, GX_GROUP_MAIN },
    { "map", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "mark", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "marquee", GX_ELEMENT_BLOCK, GX_GROUP_NONE },
    { "math", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "menu", GX_ELEMENT_BLOCK, GX_GROUP_LIST },
    { "meta", GX_ELEMENT_META, GX_GROUP_HEAD },
    { "meter", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "nav", GX_ELEMENT_FURNITURE, GX_GROUP_NONE },
    { "nobr", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "noembed", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "noframes", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "noscript", GX_ELEMENT_LEFT_OUT, GX_GROUP_HEAD },
    { "object", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "ol", GX_ELEMENT_BLOCK, GX_GROUP_LIST },
    { "optgroup", GX_ELEMENT_LEFT_OUT, GX_GROUP_OPTION },
    { "option", GX_ELEMENT_LEFT_OUT, GX_GROUP_OPTION },
    { "p", GX_ELEMENT_BLOCK, GX_GROUP_P },
    { "param", GX_ELEMENT_EMPTY, GX_GROUP_NONE },
    { "pre", GX_ELEMENT_BLOCK, GX_GROUP_PRE },
    { "progress", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "q", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "rb", GX_ELEMENT_INLINE, GX_GROUP_RUBY_TEXT },
    { "rp", GX_ELEMENT_LEFT_OUT, GX_GROUP_RUBY_TEXT },
    { "rt", GX_ELEMENT_LEFT_OUT, GX_GROUP_RUBY_TEXT },
    { "rtc", GX_ELEMENT_LEFT_OUT, GX_GROUP_RUBY_TEXT },
    { "ruby", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "s", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "samp", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "script", GX_ELEMENT_LEFT_OUT, GX_GROUP_HEAD },
    { "search", GX_ELEMENT_FURNITURE, GX_GROUP_NONE },
    { "section", GX_ELEMENT_BLOCK, GX_GROUP_NONE },
    { "select", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "small", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "source", GX_ELEMENT_EMPTY, GX_GROUP_NONE },
    { "span", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "strike", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "strong", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "style", GX_ELEMENT_LEFT_OUT, GX_GROUP_HEAD },
    { "sub", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "summary", GX_ELEMENT_BLOCK, GX_GROUP_NONE },
    { "sup", GX_ELEMENT_MARK, GX_GROUP_NONE },
    { "svg", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "table", GX_ELEMENT_BLOCK, GX_GROUP_TABLE },
    { "tbody", GX_ELEMENT_BLOCK, GX_GROUP_ROWS },
    { "td", GX_ELEMENT_CELL, GX_GROUP_CELL },
    { "template", GX_ELEMENT_LEFT_OUT, GX_GROUP_HEAD },
    { "textarea", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "tfoot", GX_ELEMENT_BLOCK, GX_GROUP_ROWS },
    { "th", GX_ELEMENT_CELL, GX_GROUP_CELL },
    { "thead", GX_ELEMENT_BLOCK, GX_GROUP_ROWS },
    { "time", GX_ELEMENT_TIME, GX_GROUP_NONE },
    { "title", GX_ELEMENT_TITLE, GX_GROUP_HEAD },
    { "tr", GX_ELEMENT_BLOCK, GX_GROUP_ROW },
    { "track", GX_ELEMENT_EMPTY, GX_GROUP_NONE },
    { "tt", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "u", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "ul", GX_ELEMENT_BLOCK, GX_GROUP_LIST },
    { "var", GX_ELEMENT_INLINE, GX_GROUP_NONE },
    { "video", GX_ELEMENT_LEFT_OUT, GX_GROUP_NONE },
    { "wbr", GX_ELEMENT_EMPTY, GX_GROUP_NONE },
    { "xmp", GX_ELEMENT_BLOCK, GX_GROUP_PRE },
};
G_STATIC_ASSERT (G_N_ELEMENTS (elements) <= GX_MAX_ELEMENTS);

/* Which elements begin with a letter. */
static const struct {
    guint8 start, end;
} letters[26] = { ['a' - 'a'] = { 1, 8 },     ['b' - 'a'] = { 8, 19 },    ['c' - 'a'] = { 19, 25 },   ['d' - 'a'] = { 25, 35 },
                  ['e' - 'a'] = { 35, 37 },   ['f' - 'a'] = { 37, 45 },   ['h' - 'a'] = { 45, 56 },   ['i' - 'a'] = { 56, 61 },
                  ['k' - 'a'] = { 61, 63 },   ['l' - 'a'] = { 63, 68 },   ['m' - 'a'] = { 68, 76 },   ['n' - 'a'] = { 76, 81 },
                  ['o' - 'a'] = { 81, 85 },   ['p' - 'a'] = { 85, 89 },   ['q' - 'a'] = { 89, 90 },   ['r' - 'a'] = { 90, 95 },
                  ['s' - 'a'] = { 95, 111 },  ['t' - 'a'] = { 111, 124 }, ['u' - 'a'] = { 124, 126 }, ['v' - 'a'] = { 126, 128 },
                  ['w' - 'a'] = { 128, 129 }, ['x' - 'a'] = { 129, 130 } };

const GxElement *
gx_element_find (GxStr name)
{
    char lower[MAX_NAME + 1];
    guint letter;

    if (name.len > MAX_NAME || name.len == 0 || !g_ascii_isalpha (*name.data))
        return &elements[0];
    for (gsize i = 0; i < name.len; i++)
        lower[i] = g_ascii_isupper (name.data[i]) ? (char)(name.data[i] | 0x20) : name.data[i];
    lower[name.len] = 0;
    letter = (guint)(*lower - 'a');
    for (guint i = letters[letter].start; i < letters[letter].end; i++)
        if (strcmp (elements[i].name, lower) == 0)
            return &elements[i];
    return &elements[0];
}

guint
gx_element_index (const GxElement *element)
{
    return (guint)(element - elements);
}

gboolean
gx_element_is_block (GxElementKind kind)
{
    return kind >= GX_ELEMENT_BLOCK && kind <= GX_ELEMENT_FURNITURE;
}

gboolean
gx_element_is_void (GxElementKind kind)
{
    return kind == GX_ELEMENT_EMPTY || kind == GX_ELEMENT_RULE || kind == GX_ELEMENT_BREAK || kind == GX_ELEMENT_META;
}
