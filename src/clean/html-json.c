/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-json.c - JSON-LD: the description of an article that many pages carry in a script. */
#include "html-meta.h"

#include <jansson.h>

#define MAX_JSON   (1 << 20) /* bytes that are looked at */
#define MAX_DEPTH  8         /* lists and graphs in each other */
#define MAX_AUTHOR 400       /* bytes of a list of authors */

/* Whether a thing's type is that of an article. */
static gboolean
is_article (const json_t *thing)
{
    static const char *const types[] = { "Article", "BlogPosting", "Report", "Posting" };
    const json_t *type = json_object_get (thing, "@type");
    const char *name = json_string_value (json_is_array (type) ? json_array_get (type, 0) : type);

    for (gsize i = 0; name && i < G_N_ELEMENTS (types); i++)
        if (g_str_has_suffix (name, types[i]))
            return TRUE;
    return FALSE;
}

/* The name of a person or organization: a string, an object or a list of those, joined by ", ". */
static void
append_names (GString *out, const json_t *value, guint depth)
{
    const char *name = json_string_value (value);

    if (json_is_object (value))
        name = json_string_value (json_object_get (value, "name"));
    if (name && *name && out->len < MAX_AUTHOR && !strstr (name, "://"))
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", name);
    for (size_t i = 0; depth < MAX_DEPTH && i < json_array_size (value); i++)
        append_names (out, json_array_get (value, i), depth + 1);
}

static void
offer_names (GxPageMeta *meta, GxMetaField field, const json_t *value)
{
    g_autoptr (GString) out = g_string_new (NULL);

    append_names (out, value, 0);
    gx_page_meta_offer (meta, field, GX_META_JSON, (GxStr){ out->str, out->len });
}

static void
offer_string (GxPageMeta *meta, GxMetaField field, const json_t *value)
{
    const char *text = json_string_value (value);

    if (text)
        gx_page_meta_offer (meta, field, GX_META_JSON, gx_str (text));
}

/* Keeps the article's text when it is longer than what is kept. */
static void
offer_body (GxPageMeta *meta, const json_t *value, GxStr json)
{
    const char *text = json_string_value (value);

    if (!text || (meta->body && strlen (meta->body) >= strlen (text)))
        return;
    g_free (meta->body);
    meta->body = g_strdup (text);
    meta->body_json = json;
}

static void
read_thing (GxPageMeta *meta, const json_t *thing, GxStr json, guint depth)
{
    if (depth > MAX_DEPTH)
        return;
    for (size_t i = 0; i < json_array_size (thing); i++)
        read_thing (meta, json_array_get (thing, i), json, depth + 1);
    if (!json_is_object (thing))
        return;
    read_thing (meta, json_object_get (thing, "@graph"), json, depth + 1);
    if (!is_article (thing))
        return;
    offer_string (meta, GX_META_TITLE, json_object_get (thing, "headline"));
    offer_string (meta, GX_META_DATE, json_object_get (thing, "datePublished"));
    offer_names (meta, GX_META_AUTHOR, json_object_get (thing, "author"));
    offer_names (meta, GX_META_SITE, json_object_get (thing, "publisher"));
    offer_body (meta, json_object_get (thing, "articleBody"), json);
}

void
gx_page_meta_read_json (GxPageMeta *self, GxStr text)
{
    json_t *root;

    if (text.len > MAX_JSON)
        return;
    root = json_loadb (text.data, text.len, 0, NULL);
    if (!root)
        return;
    read_thing (self, root, text, 0);
    json_decref (root);
}
