/* SPDX-License-Identifier: GPL-3.0-or-later
 * json-list.c - an object of JSON that is only wrapped around a list of records: `{"articles": [{…}, …]}`, JSON Feed. */
#include "field-names.h"
#include "records.h"

/* What such a list is called. */
static const char *const list_names[] = { "articles", "items",   "documents", "docs", "records", "results", "posts",
                                          "entries",  "stories", "rows",      "data", "news",    "texts",   "文章" };

static gsize
skip_white (GxStr head, gsize at)
{
    while (at < head.len && g_ascii_isspace (head.data[at]))
        at++;
    return at;
}

/** Behind the string that opens at this byte. */
static gsize
skip_string (GxStr head, gsize at)
{
    for (at++; at < head.len && head.data[at] != '"'; at++)
        at += head.data[at] == '\\';
    return MIN (at, head.len - 1) + 1;
}

/** Behind the value that starts at this byte. */
static gsize
skip_value (GxStr head, gsize at)
{
    gsize depth = 0;
    while (at < head.len) {
        char c = head.data[at];
        if (c == '"') {
            at = skip_string (head, at);
            if (depth == 0)
                return at;
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}' || c == ']'))
            return at;
        depth += c == '{' || c == '[';
        at++;
        if ((c == '}' || c == ']') && --depth == 0)
            return at;
    }
    return at;
}

static gboolean
is_list_name (GxStr key)
{
    for (gsize i = 0; i < G_N_ELEMENTS (list_names); i++)
        if (key.len == strlen (list_names[i]) && g_ascii_strncasecmp (key.data, list_names[i], key.len) == 0)
            return TRUE;
    return FALSE;
}

gsize
gx_json_list_start (GxStr head, const GxCorpusOptions *options)
{
    gsize at = skip_white (head, gx_str_has_prefix (head, "\xEF\xBB\xBF") ? 3 : 0);
    for (char sign = '{'; at < head.len && head.data[at] == sign; sign = ',') {
        gsize start = skip_white (head, at + 1);
        if (start == head.len || head.data[start] != '"')
            return 0;
        gsize end = skip_string (head, start);
        at = skip_white (head, end);
        if (at == head.len || head.data[at] != ':')
            return 0;
        at = skip_white (head, at + 1);
        GxStr key = { head.data + start + 1, end - start - 2 };
        if (at < head.len && head.data[at] == '[' && is_list_name (key)) {
            gsize first = skip_white (head, at + 1);
            return first < head.len && head.data[first] == '{' ? at : 0;
        }
        if (gx_field_rank_text (key, options) != G_MAXUINT) /* it is a record itself */
            return 0;
        at = skip_white (head, skip_value (head, at));
    }
    return 0;
}
