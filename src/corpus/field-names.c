/* SPDX-License-Identifier: GPL-3.0-or-later
 * field-names.c - under which names records keep a text, and what is said of it. */
#include "field-names.h"
#include "host.h"

#define MAX_NAMES 32

/* The likeliest first; without blanks, `_` and `-`. */
static const char *const text_names[MAX_NAMES] = {
    "text", "content",  "body",        "article",     "fulltext",    "正文",        "内容",     "內容", "全文",        "文本",       "内文",
    "內文", "maintext", "articletext", "articlebody", "contenttext", "contenthtml", "bodyhtml", "html", "textcontent", "paragraphs",
};

static const char *const field_names[GX_N_SOURCE_FIELDS][MAX_NAMES] = {
    [GX_SOURCE_TITLE] = { "title", "headline", "标题", "標題", "题目", "題目", "篇名", "subject" },
    [GX_SOURCE_AUTHOR] = { "author", "authors", "byline", "作者", "记者", "記者", "撰文", "creator" },
    [GX_SOURCE_DATE] = { "date",        "published",       "pubdate",  "publishedat", "publishdate", "datepublished",
                         "datepublish", "publicationdate", "日期",     "发布日期",    "發布日期",    "发布时间",
                         "發布時間",    "发表时间",        "發表時間", "时间",        "時間",        "pubtime",
                         "publishtime", "datetime",        "time",     "createdat",   "timestamp" },
    [GX_SOURCE_SITE] = { "site",   "sitename", "source", "publisher", "media", "来源",      "來源",         "媒体", "媒體", "网站", "網站",
                         "domain", "host",     "url",    "link",      "href",  "permalink", "canonicalurl", "网址", "網址", "链接" },
};

/** Whether a key is this name. */
static gboolean
fits (GxStr key, const char *name)
{
    for (gsize i = 0; i < key.len; i++) {
        char c = key.data[i];
        if (c == '_' || c == '-' || g_ascii_isspace (c))
            continue;
        if (g_ascii_tolower (c) != *name)
            return FALSE;
        name++;
    }
    return *name == '\0';
}

static guint
rank (GxStr key, const char *given, const char *const *names)
{
    if (given)
        return gx_str_equal (key, gx_str (given)) ? 0 : G_MAXUINT;
    for (guint i = 0; names[i]; i++)
        if (fits (key, names[i]))
            return i;
    return G_MAXUINT;
}

guint
gx_field_rank_text (GxStr key, const GxCorpusOptions *options)
{
    return rank (key, options->text_field, text_names);
}

guint
gx_field_rank (GxStr key, GxSourceField field, const GxCorpusOptions *options)
{
    return rank (key, options->fields[field], field_names[field]);
}

/** The day of so many seconds or milliseconds since 1970, or NULL; the caller's. */
static char *
find_day (GxStr value)
{
    if (value.len != 10 && value.len != 13)
        return NULL;
    gint64 seconds = 0;
    for (gsize i = 0; i < 10; i++) {
        if (!g_ascii_isdigit (value.data[i]))
            return NULL;
        seconds = seconds * 10 + (value.data[i] - '0');
    }
    g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc (seconds);
    return day ? g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (day), g_date_time_get_month (day),
                                  g_date_time_get_day_of_month (day))
               : NULL;
}

void
gx_field_set (GxRecord *record, GxSourceField field, GxStr value)
{
    GxStr host = field == GX_SOURCE_SITE ? gx_host_of (value) : (GxStr){ value.data, 0 };
    g_autofree char *day = field == GX_SOURCE_DATE ? find_day (value) : NULL;
    gx_fields_set (&record->fields, field, day ? gx_str (day) : host.len > 0 ? host : value);
}

gboolean
gx_field_fail_text (const char *path, const GxCorpusOptions *options, GError **error)
{
    if (options->text_field)
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s: no field %s", path, options->text_field);
    else
        g_set_error (error, GX_ERROR, GX_ERROR_FORMAT, "%s: no field for the text (text, content, body, 正文 …)", path);
    return FALSE;
}
