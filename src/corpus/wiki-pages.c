/* SPDX-License-Identifier: GPL-3.0-or-later
 * wiki-pages.c - dumps of MediaWiki, a page a record.
 *
 * A dump is cut behind every `</page>`: in its texts `<` is always written `&lt;`. So a page is parsed by itself, on a worker's thread, and
 * nothing that stands in front of the first one (a document type with entities) is ever given to a parser. */
#include "field-names.h"
#include "records.h"
#include "tree.h"

#include <libxml/parser.h>

static const char page_end[] = "</page>";

/** How much of page_end has gone by. */
typedef struct {
    guint matched;
} State;

static gsize
cut_page (gpointer data, GxStr bytes, gboolean *ends)
{
    State *state = data;
    for (gsize i = 0; i < bytes.len; i++) {
        if (state->matched == 0) {
            const char *next = memchr (bytes.data + i, '<', bytes.len - i);
            if (!next)
                break;
            i = (gsize)(next - bytes.data);
        }
        char c = bytes.data[i];
        state->matched = c == page_end[state->matched] ? state->matched + 1 : c == '<' ? 1 : 0;
        if (page_end[state->matched] == '\0') {
            state->matched = 0;
            *ends = TRUE;
            return i + 1;
        }
    }
    return bytes.len;
}

/** What stands between two marks, in the piece; empty when one is missing. */
static GxStr
between (GxStr piece, const char *open, const char *close)
{
    const char *start = g_strstr_len (piece.data, (gssize)piece.len, open);
    if (!start)
        return (GxStr){ piece.data, 0 };
    start += strlen (open);
    const char *end = g_strstr_len (start, (gssize)(piece.len - (gsize)(start - piece.data)), close);
    return (GxStr){ start, end ? (gsize)(end - start) : 0 };
}

/** The child element of this name, the last one. */
static xmlNode *
find_child (xmlNode *parent, const char *name)
{
    for (xmlNode *child = parent ? parent->last : NULL; child; child = child->prev)
        if (child->type == XML_ELEMENT_NODE && strcmp ((const char *)child->name, name) == 0)
            return child;
    return NULL;
}

static void
set_field (GxRecord *record, GxSourceField field, xmlNode *node)
{
    xmlChar *text = node ? xmlNodeGetContent (node) : NULL;
    if (text)
        gx_field_set (record, field, gx_str ((const char *)text));
    xmlFree (text);
}

static gboolean
unwrap (GxStr raw, const char *path, gconstpointer data, GxRecord *record, GError **error)
{
    const GxRecordContext *context = data;
    xmlParserCtxt *parser = xmlNewParserCtxt ();
    xmlDoc *page = parser
                       ? xmlCtxtReadMemory (parser, raw.data, (int)raw.len, NULL, "UTF-8",
                                            XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE | XML_PARSE_NOCDATA)
                       : NULL;
    xmlNode *root = page ? xmlDocGetRootElement (page) : NULL;
    xmlNode *revision = find_child (root, "revision"), *text = find_child (revision, "text");
    xmlChar *words = text ? xmlNodeGetContent (text) : NULL;
    if (words) {
        gsize len = strlen ((const char *)words);
        record->text = g_byte_array_sized_new ((guint)len);
        g_byte_array_append (record->text, words, (guint)len);
        record->encoding = "UTF-8";
        record->confidence = 100;
        record->kind = GX_KIND_WIKITEXT;
        set_field (record, GX_SOURCE_TITLE, find_child (root, "title"));
        set_field (record, GX_SOURCE_DATE, find_child (revision, "timestamp"));
        set_field (record, GX_SOURCE_AUTHOR, find_child (find_child (revision, "contributor"), "username"));
        if (context->site)
            gx_field_set (record, GX_SOURCE_SITE, gx_str (context->site));
    } else {
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, page ? "%s: a page without text" : "%s: a damaged page", path);
    }
    xmlFree (words);
    xmlFreeDoc (page);
    xmlFreeParserCtxt (parser);
    return record->text != NULL;
}

/** Whether a page only leads to another one. Head is the page up to its text and a bit of that. */
static gboolean
is_redirect (GxStr page, GxStr head)
{
    static const char *const words[] = { "#redirect", "#重定向", "#重新導向", "#重定向至", "#넘겨주기", "#転送" };
    if (g_strstr_len (head.data, (gssize)head.len, "<redirect"))
        return TRUE;
    const char *text = g_strstr_len (page.data, (gssize)page.len, "<text");
    const char *start = text ? memchr (text, '>', page.len - (gsize)(text - page.data)) : NULL;
    if (!start)
        return FALSE;
    start++;
    const char *end = page.data + page.len;
    while (start < end && g_ascii_isspace (*start))
        start++;
    for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
        gsize len = strlen (words[i]);
        if ((gsize)(end - start) >= len && g_ascii_strncasecmp (start, words[i], len) == 0)
            return TRUE;
    }
    return FALSE;
}

static GxInput *
take_page (GxRecords *self, GByteArray *bytes, guint64 line, GError **error)
{
    (void)error;
    GxStr all = { (const char *)bytes->data, bytes->len };
    const char *start = g_strstr_len (all.data, (gssize)all.len, "<page>");
    if (!start)
        start = g_strstr_len (all.data, (gssize)all.len, "<page ");
    if (self->n_taken++ == 0) {
        gx_tree_initialize ();
        GxStr site = between ((GxStr){ all.data, start ? (gsize)(start - all.data) : all.len }, "<sitename>", "</sitename>");
        self->context->site = site.len > 0 ? gx_record_unescape (site) : NULL;
    }
    if (!start) { /* the end of the dump */
        g_byte_array_unref (bytes);
        return NULL;
    }
    g_byte_array_remove_range (bytes, 0, (guint)(start - all.data));
    GxStr page = { (const char *)bytes->data, bytes->len };
    const char *revision = g_strstr_len (page.data, (gssize)page.len, "<revision");
    GxStr head = { page.data, revision ? (gsize)(revision - page.data) : page.len };
    GxStr space = between (head, "<ns>", "</ns>");
    if ((space.len > 0 && !gx_str_equal (space, gx_str ("0"))) || is_redirect (page, head)) {
        g_byte_array_unref (bytes);
        return NULL;
    }
    g_autofree char *title = gx_record_unescape (between (head, "<title>", "</title>"));
    g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, line);
    return gx_records_wrap (self, *title ? title : number, '/', bytes, unwrap);
}

const GxRecordFormat gx_wiki_pages = { cut_page, sizeof (State), take_page };
