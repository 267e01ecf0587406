/* SPDX-License-Identifier: GPL-3.0-or-later
 * front-matter.c - YAML by libyaml's events; TOML, and YAML that libyaml refuses, line by line. */
#include "front-matter.h"

#include <jansson.h>
#include <yaml.h>

#include "html-meta.h"

#define MAX_NESTING 64 /* lists and mappings in each other */

typedef enum { KEY_OTHER, KEY_TITLE, KEY_AUTHOR, KEY_DATE, KEY_SITE, KEY_ADDRESS } Key;

static Key
key_of (GxStr name)
{
    static const struct {
        const char *name;
        Key key;
    } keys[] = {
        { "title", KEY_TITLE },
        { "标题", KEY_TITLE },
        { "標題", KEY_TITLE },
        { "题目", KEY_TITLE },
        { "題目", KEY_TITLE },
        { "author", KEY_AUTHOR },
        { "authors", KEY_AUTHOR },
        { "作者", KEY_AUTHOR },
        { "date", KEY_DATE },
        { "日期", KEY_DATE },
        { "site", KEY_SITE },
        { "source", KEY_SITE },
        { "publisher", KEY_SITE },
        { "publication", KEY_SITE },
        { "来源", KEY_SITE },
        { "來源", KEY_SITE },
        { "媒体", KEY_SITE },
        { "媒體", KEY_SITE },
        { "from", KEY_ADDRESS },
        { "url", KEY_ADDRESS },
        { "link", KEY_ADDRESS },
        { "canonical", KEY_ADDRESS },
        { "canonical_url", KEY_ADDRESS },
        { "original_url", KEY_ADDRESS },
        { "source_url", KEY_ADDRESS },
        { "原文", KEY_ADDRESS },
        { "链接", KEY_ADDRESS },
        { "published", KEY_DATE },
        { "publishdate", KEY_DATE },
        { "时间", KEY_DATE },
        { "時間", KEY_DATE },
        { "pubdate", KEY_DATE },
        { "发布日期", KEY_DATE },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
        if (strlen (keys[i].name) == name.len && g_ascii_strncasecmp (keys[i].name, name.data, name.len) == 0)
            return keys[i].key;
    return KEY_OTHER;
}

/* A site is named, or its address is given; a name is better. */
static void
set_site (GxBuilder *builder, Key key, GxStr value)
{
    GxStr host = gx_meta_host (value);

    if (host.len > 0 && !gx_builder_has_site (builder))
        gx_builder_set_site (builder, host);
    else if (host.len == 0 && key == KEY_SITE)
        gx_builder_set_site (builder, value);
}

static void
set_value (GxBuilder *builder, Key key, GxStr value)
{
    switch (key) {
    case KEY_TITLE:
        gx_builder_set_title (builder, value);
        break;
    case KEY_AUTHOR:
        gx_builder_set_author (builder, value);
        break;
    case KEY_DATE:
        if (!gx_builder_has_date (builder))
            gx_builder_set_date (builder, value, GX_DATE_METADATA);
        break;
    case KEY_SITE:
    case KEY_ADDRESS:
        set_site (builder, key, value);
        break;
    case KEY_OTHER:
    default:
        break;
    }
}

/* The line at offset without its end; next is where the following one starts. */
static GxStr
line_at (GxStr text, gsize offset, gsize *next)
{
    const char *start = text.data + offset, *end = memchr (start, '\n', text.len - offset);
    gsize len = end ? (gsize)(end - start) : text.len - offset;

    *next = offset + len + (end ? 1 : 0);
    while (len > 0 && (start[len - 1] == '\r' || start[len - 1] == ' ' || start[len - 1] == '\t'))
        len--;
    return (GxStr){ start, len };
}

/* Text without the blanks and the pair of quotation marks around it. */
static GxStr
unquote (GxStr text)
{
    while (text.len > 0 && (*text.data == ' ' || *text.data == '\t'))
        text = (GxStr){ text.data + 1, text.len - 1 };
    while (text.len > 0 && (text.data[text.len - 1] == ' ' || text.data[text.len - 1] == '\t'))
        text.len--;
    if (text.len >= 2 && (*text.data == '"' || *text.data == '\'') && text.data[text.len - 1] == *text.data)
        text = (GxStr){ text.data + 1, text.len - 2 };
    return text;
}

/* The values of a list in one line, joined by ", "; the caller's. */
static char *
join_list (GxStr list)
{
    GString *out = g_string_new (NULL);
    gsize start = 0;
    char quote = 0;

    for (gsize i = 0; i <= list.len; i++) {
        GxStr value = { list.data + start, i - start };

        if (i < list.len && (list.data[i] == '"' || list.data[i] == '\''))
            quote = quote == 0 ? list.data[i] : quote == list.data[i] ? 0 : quote;
        if (i < list.len && (quote != 0 || list.data[i] != ','))
            continue;
        value = unquote (value);
        if (value.len > 0)
            g_string_append_printf (out, "%s%.*s", out->len > 0 ? ", " : "", (int)value.len, value.data);
        start = i + 1;
    }
    return g_string_free (out, FALSE);
}

/* Reads `key<sign> value` lines; returns how many there are. */
static guint
read_lines (GxBuilder *builder, GxStr matter, char sign)
{
    guint n = 0;

    for (gsize offset = 0; offset < matter.len;) {
        GxStr line = line_at (matter, offset, &offset);
        const char *at = memchr (line.data, sign, line.len);
        gsize before = at ? (gsize)(at - line.data) : 0;
        g_autofree char *joined = NULL;
        GxStr value;

        if (before == 0 || *line.data == ' ' || *line.data == '\t' || *line.data == '-' || *line.data == '#')
            continue;
        n++;
        value = unquote ((GxStr){ at + 1, line.len - before - 1 });
        if (value.len > 0 && *value.data == '[' && value.data[value.len - 1] == ']')
            value = gx_str (joined = join_list ((GxStr){ value.data + 1, value.len - 2 }));
        set_value (builder, key_of (unquote ((GxStr){ line.data, before })), value);
    }
    return n;
}

typedef enum { NODE_VALUE, NODE_END, NODE_FAILED } Node;

/* Reads the next node; its scalars are appended to out, joined by ", "; of a mapping only the value of `name`. */
static Node
read_node (yaml_parser_t *parser, GString *out, guint nesting)
{
    yaml_event_t event;
    yaml_event_type_t type;
    Node node;

    if (nesting > MAX_NESTING || !yaml_parser_parse (parser, &event))
        return NODE_FAILED;
    type = event.type;
    if (type == YAML_SCALAR_EVENT && event.data.scalar.length > 0) {
        if (out->len > 0)
            g_string_append (out, ", ");
        g_string_append_len (out, (const char *)event.data.scalar.value, (gssize)event.data.scalar.length);
    }
    yaml_event_delete (&event);
    switch ((int)type) {
    case YAML_SCALAR_EVENT:
    case YAML_ALIAS_EVENT:
        return NODE_VALUE;
    case YAML_SEQUENCE_START_EVENT:
        while ((node = read_node (parser, out, nesting + 1)) == NODE_VALUE)
            ;
        return node == NODE_END ? NODE_VALUE : NODE_FAILED;
    case YAML_MAPPING_START_EVENT:
        break;
    default:
        return NODE_END;
    }
    for (;;) {
        g_autoptr (GString) key = g_string_new (NULL);
        g_autoptr (GString) ignored = g_string_new (NULL);

        node = read_node (parser, key, nesting + 1);
        if (node != NODE_VALUE)
            return node == NODE_END ? NODE_VALUE : NODE_FAILED;
        if (read_node (parser, strcmp (key->str, "name") == 0 ? out : ignored, nesting + 1) != NODE_VALUE)
            return NODE_FAILED;
    }
}

/* Reads events up to the root node; FALSE when that is no mapping. */
static gboolean
enter_root (yaml_parser_t *parser)
{
    yaml_event_type_t type;

    do {
        yaml_event_t event;

        if (!yaml_parser_parse (parser, &event))
            return FALSE;
        type = event.type;
        yaml_event_delete (&event);
    } while (type == YAML_STREAM_START_EVENT || type == YAML_DOCUMENT_START_EVENT);
    return type == YAML_MAPPING_START_EVENT;
}

/* The line of the file on which libyaml stumbled; the matter starts on its second line. */
static guint
problem_line (const yaml_parser_t *parser, GxStr matter)
{
    guint line = 2;

    if (parser->error == YAML_NO_ERROR)
        return (guint)parser->mark.line + 2;
    if (parser->error != YAML_READER_ERROR)
        return (guint)parser->problem_mark.line + 2;
    for (gsize i = 0; i < matter.len && i < parser->problem_offset; i++)
        line += matter.data[i] == '\n';
    return line;
}

/* Reads the pairs of the root mapping; FALSE when it breaks off. */
static gboolean
read_pairs (GxBuilder *builder, yaml_parser_t *parser)
{
    for (;;) {
        g_autoptr (GString) key = g_string_new (NULL);
        g_autoptr (GString) value = g_string_new (NULL);
        Node node = read_node (parser, key, 0);

        if (node != NODE_VALUE)
            return node == NODE_END;
        if (read_node (parser, value, 0) != NODE_VALUE)
            return FALSE;
        set_value (builder, key_of ((GxStr){ key->str, key->len }), (GxStr){ value->str, value->len });
    }
}

/* FALSE when matter is no mapping, that is, no front matter. What libyaml refuses is read line by line if it looks like one. */
static gboolean
read_yaml (GxBuilder *builder, GxStr matter)
{
    yaml_parser_t parser;
    gboolean is_mapping, is_whole;

    if (!yaml_parser_initialize (&parser))
        return read_lines (builder, matter, ':') > 0;
    yaml_parser_set_input_string (&parser, (const unsigned char *)matter.data, matter.len);
    yaml_parser_set_encoding (&parser, YAML_UTF8_ENCODING);
    is_mapping = enter_root (&parser);
    is_whole = is_mapping ? read_pairs (builder, &parser) : parser.error == YAML_NO_ERROR;
    if (!is_whole) {
        is_mapping = read_lines (builder, matter, ':') > 0;
        if (is_mapping)
            gx_builder_warn (builder, "front matter: line %u: %s", problem_line (&parser, matter),
                             parser.problem ? parser.problem : "nested too deeply");
    }
    yaml_parser_delete (&parser);
    return is_mapping;
}

/* The strings of a JSON value, joined by ", "; of an object its name. */
static void
append_json (GString *out, const json_t *value)
{
    const char *string = json_string_value (json_is_object (value) ? json_object_get (value, "name") : value);

    if (string && *string)
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", string);
    for (size_t i = 0; i < json_array_size (value); i++)
        if (!json_is_array (json_array_get (value, i)))
            append_json (out, json_array_get (value, i));
}

/* Hugo also takes an object of JSON, with an empty line or the text behind it; returns where that starts, `start` when it is none. */
static gsize
read_json (GxBuilder *builder, GxStr text, gsize start)
{
    json_error_t end;
    json_t *root = json_loadb (text.data + start, text.len - start, JSON_DISABLE_EOF_CHECK, &end), *value;
    const char *key;
    gsize body = start, next;
    gboolean known = FALSE;

    if (!root)
        return start;
    next = start + (gsize)end.position;
    json_object_foreach (root, key, value) known = known || key_of (gx_str (key)) != KEY_OTHER;
    if (known && next < text.len && line_at (text, next, &body).len == 0) {
        json_object_foreach (root, key, value)
        {
            g_autoptr (GString) joined = g_string_new (NULL);

            append_json (joined, value);
            set_value (builder, key_of (gx_str (key)), (GxStr){ joined->str, joined->len });
        }
    } else {
        body = start;
    }
    json_decref (root);
    return body;
}

/* Front matter whose closing fence is missing: lines of keys up to an empty one, with a key among them that is known. Returns where it
 * ends; start when it is none. */
static gsize
find_unclosed_end (GxStr text, gsize start)
{
    gboolean known = FALSE;
    gsize next;

    for (gsize offset = start; offset < text.len; offset = next) {
        GxStr line = line_at (text, offset, &next);
        const char *colon = memchr (line.data, ':', line.len);

        if (line.len == 0)
            return known ? offset : start;
        if (*line.data == '-' || *line.data == ' ')
            continue;
        if (!colon)
            return start;
        known = known || key_of ((GxStr){ line.data, (gsize)(colon - line.data) }) != KEY_OTHER;
    }
    return start;
}

gsize
gx_front_matter_read (GxBuilder *builder, GxStr text, gsize start)
{
    gsize next, matter_start, body;
    GxStr fence = start < text.len ? line_at (text, start, &next) : gx_str ("");
    GxStr matter = { NULL, 0 };
    gboolean toml = gx_str_equal (fence, gx_str ("+++"));

    if (start < text.len && text.data[start] == '{')
        return read_json (builder, text, start);
    if (!toml && !gx_str_equal (fence, gx_str ("---")))
        return start;
    matter_start = next;
    for (gsize offset = matter_start; offset < text.len && !matter.data; offset = body) {
        GxStr line = line_at (text, offset, &body);

        if (gx_str_equal (line, fence) || (!toml && gx_str_equal (line, gx_str ("..."))))
            matter = (GxStr){ text.data + matter_start, offset - matter_start };
    }
    if (!matter.data && !toml) {
        body = find_unclosed_end (text, matter_start);
        matter = (GxStr){ text.data + matter_start, body - matter_start };
    }
    if (!matter.data || (matter.len == 0 && body == matter_start))
        return start;
    if (matter.len > 0 && !(toml ? read_lines (builder, matter, '=') > 0 : read_yaml (builder, matter)))
        return start;
    return body;
}
