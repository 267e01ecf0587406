/* SPDX-License-Identifier: GPL-3.0-or-later
 * feed-items.c - feeds (RSS, Atom): each of their items is a text, with the title, author and date it has in itself.
 *
 * A feed is cut behind every `</item>` or `</entry>`. Its document type is never given to a parser. */
#include "encoding.h"
#include "records.h"

/** The longest tag that is looked at: `/entry`. */
#define MAX_TAG 6u

/** The tag that is going by. */
typedef struct {
    gboolean is_open;
    guint len;
    char tag[MAX_TAG + 1];
} State;

static gboolean
is_end (const State *state)
{
    GxStr tag = { state->tag, state->len };
    return gx_str_equal (tag, gx_str ("/item")) || gx_str_equal (tag, gx_str ("/entry"));
}

static gsize
cut_item (gpointer data, GxStr bytes, gboolean *ends)
{
    State *state = data;
    for (gsize i = 0; i < bytes.len; i++) {
        if (!state->is_open) {
            const char *next = memchr (bytes.data + i, '<', bytes.len - i);
            if (!next)
                break;
            i = (gsize)(next - bytes.data);
            *state = (State){ .is_open = TRUE };
        } else if (bytes.data[i] == '<') {
            state->len = 0;
        } else if (bytes.data[i] == '>') {
            state->is_open = FALSE;
            if (is_end (state)) {
                *ends = TRUE;
                return i + 1;
            }
        } else if (state->len <= MAX_TAG) {
            state->tag[state->len++] = bytes.data[i];
        } else {
            state->is_open = FALSE;
        }
    }
    return bytes.len;
}

/** Where the element of this name begins in the piece; NULL when it doesn't. */
static const char *
find_element (GxStr piece, const char *open)
{
    gsize len = strlen (open);
    const char *end = piece.data + piece.len, *p = piece.data;
    while ((p = g_strstr_len (p, end - p, open))) {
        p += len;
        if (p < end && (*p == '>' || g_ascii_isspace (*p)))
            return p - len;
    }
    return NULL;
}

/** The feed's own title, which stands in front of its first item; the caller's, NULL when it has none. */
static char *
find_title (GxStr head)
{
    const char *start = find_element (head, "<title"), *end = head.data + head.len;
    start = start ? memchr (start, '>', (gsize)(end - start)) : NULL;
    const char *close = start ? g_strstr_len (start, end - start, "</title>") : NULL;
    if (!close)
        return NULL;
    GxStr text = { start + 1, (gsize)(close - start) - 1 };
    const char *data = g_strstr_len (text.data, (gssize)text.len, "<![CDATA["),
               *data_end = g_strstr_len (text.data, (gssize)text.len, "]]>");
    if (data && data_end && data + 9 <= data_end)
        return g_strndup (data + 9, (gsize)(data_end - data) - 9);
    return gx_record_unescape (text);
}

static gboolean
unwrap (GxStr raw, const char *path, gconstpointer data, GxRecord *record, GError **error)
{
    const GxRecordContext *context = data;
    g_autoptr (GString) copy = NULL;
    GxStr text;
    if (!gx_record_decode (raw, path, context, record, &copy, &text, error))
        return FALSE;
    record->text = g_byte_array_sized_new ((guint)text.len);
    g_byte_array_append (record->text, (const guint8 *)text.data, (guint)text.len);
    record->kind = GX_KIND_XML;
    if (context->site)
        gx_fields_set (&record->fields, GX_SOURCE_SITE, gx_str (context->site));
    return TRUE;
}

static GxInput *
take_item (GxRecords *self, GByteArray *bytes, guint64 line, GError **error)
{
    (void)line;
    (void)error;
    GxStr all = { (const char *)bytes->data, bytes->len };
    const char *item = find_element (all, "<item"), *entry = item ? NULL : find_element (all, "<entry"), *start = item ? item : entry;
    if (!start) { /* the end of the feed */
        g_byte_array_unref (bytes);
        return NULL;
    }
    if (self->n_taken++ == 0) {
        GxStr head = { all.data, (gsize)(start - all.data) };
        GxDecoded decoded = { 0 };
        if (gx_encoding_decode (head, self->context->encoding, "", &decoded, NULL))
            self->context->site = find_title (decoded.text ? (GxStr){ decoded.text, decoded.len } : head);
        g_free (decoded.text);
        g_free (decoded.encoding);
    }
    g_byte_array_remove_range (bytes, 0, (guint)(start - all.data));
    g_autofree char *name = g_strdup_printf ("%" G_GUINT64_FORMAT, self->n_taken);
    return gx_records_wrap (self, name, '/', bytes, unwrap);
}

const GxRecordFormat gx_feed_items = { cut_item, sizeof (State), take_item };

gboolean
gx_feed_opens (GxStr head)
{
    const char *end = head.data + head.len, *p = head.data;
    for (p = head.len > 0 ? memchr (p, '<', head.len) : NULL; p && end - p > 8; p = memchr (p, '<', (gsize)(end - p))) {
        if (g_ascii_isalpha (p[1])) {
            GxStr root = { p, (gsize)(end - p) };
            return find_element (root, "<rss") == p || find_element (root, "<feed") == p ||
                   (find_element (root, "<rdf:RDF") == p && g_strstr_len (p, end - p, "purl.org/rss/") != NULL);
        }
        const char *close = p[1] == '!' && p[2] == '-' ? "-->" : ">";
        p = g_strstr_len (p, end - p, close);
        if (!p)
            return FALSE;
    }
    return FALSE;
}
