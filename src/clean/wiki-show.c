/* SPDX-License-Identifier: GPL-3.0-or-later
 * wiki-show.c - templates by a general rule, for what they do is not to be seen: one that stands in a line of text shows its last unnamed
 * argument in the language of the page (links to other wikis, words in other languages, coloured and unbroken text all do); one that stands
 * alone is a box, unless it holds a sentence. */
#include "wiki-show.h"

#define LOOK           512  /* bytes of an argument that are looked at */
#define LOOK_PAGE      8192 /* bytes of a page that tell what it is written in */
#define MAX_NAME       64   /* bytes of an argument's name, a namespace */
#define HAN_SHARE      30   /* one character in so many is Han on a page that is Chinese, what it cites included */
#define MAX_ROW        16   /* templates on a line that are looked at */
#define MAX_CONVERSION 2048

static GxStr
slice (const GxWikiPage *self, gsize start, gsize end)
{
    return (GxStr){ self->page.data + start, end > start ? end - start : 0 };
}

static void
trim (const GxWikiPage *self, gsize *start, gsize *end)
{
    while (*start < *end && g_ascii_isspace (self->page.data[*start]))
        (*start)++;
    while (*end > *start && g_ascii_isspace (self->page.data[*end - 1]))
        (*end)--;
}

static gboolean
is_han_char (gunichar c)
{
    return (c >= 0x3041 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

/* How many characters of the first bytes of text are Han or kana. */
static gsize
count_han (GxStr text, gsize look, gsize *n_chars)
{
    const char *p = text.data, *end = p + MIN (text.len, look);
    gsize n = 0;

    *n_chars = 0;
    for (; p < end; p = g_utf8_next_char (p)) {
        (*n_chars)++;
        if (is_han_char (g_utf8_get_char (p)))
            n++;
    }
    return n;
}

GxWikiPage
gx_wiki_page (GxStr page, gsize start, const GxWikiPairs *pairs)
{
    GxWikiPage self = { page, pairs, FALSE, FALSE };
    gsize n_chars, n = count_han (slice (&self, start, page.len), LOOK_PAGE, &n_chars);

    self.is_han = n * HAN_SHARE >= n_chars;
    return self;
}

static gboolean
equals_any (GxStr text, const char *const *words)
{
    for (; *words; words++)
        if (strlen (*words) == text.len && g_ascii_strncasecmp (*words, text.data, text.len) == 0)
            return TRUE;
    return FALSE;
}

static gboolean
starts_with_any (GxStr text, const char *const *words)
{
    for (; *words; words++)
        if (strlen (*words) <= text.len && g_ascii_strncasecmp (*words, text.data, strlen (*words)) == 0)
            return TRUE;
    return FALSE;
}

/* What stands in front of the first c near the start of text; data NULL when there is none. */
static GxStr
before (GxStr text, char c)
{
    const char *found = text.len > 0 ? memchr (text.data, c, MIN (text.len, MAX_NAME)) : NULL;

    if (!found)
        return (GxStr){ NULL, 0 };
    while (text.data < found && g_ascii_isspace (*text.data))
        text.data++;
    for (text.len = (gsize)(found - text.data); text.len > 0 && g_ascii_isspace (text.data[text.len - 1]);)
        text.len--;
    return text;
}

/* en, zh-hant, ja: two or three small letters, perhaps with more behind a hyphen. */
static gboolean
is_language (GxStr text)
{
    gsize n = 0;

    while (n < text.len && g_ascii_islower (text.data[n]))
        n++;
    if (n < 2 || n > 3)
        return FALSE;
    for (gsize i = n; i < text.len; i++)
        if (!(g_ascii_isalnum (text.data[i]) || text.data[i] == '-') || (i == n && text.data[i] != '-'))
            return FALSE;
    return TRUE;
}

/* 2010, 12-15, #fff: no words. */
static gboolean
has_word (GxStr text)
{
    const char *p = text.data, *end = p + MIN (text.len, LOOK);

    for (; p < end; p = g_utf8_next_char (p))
        if (g_unichar_isalpha (g_utf8_get_char (p)))
            return TRUE;
    return FALSE;
}

static gboolean
has_sentence (GxStr text)
{
    const char *p = text.data, *end = p + MIN (text.len, LOOK);

    for (; p < end; p = g_utf8_next_char (p)) {
        gunichar c = g_utf8_get_char (p);

        if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F) /* 。！？ */
            return TRUE;
        if (c == '.' && p > text.data && g_ascii_isalpha (p[-1]) && (p + 1 == end || g_ascii_isspace (p[1]) || p[1] == '"'))
            return text.len > MAX_NAME;
    }
    return FALSE;
}

/* Whether an argument has a name; 1=… is an unnamed one with its number. */
static gboolean
is_named (const GxWikiPage *self, gsize *start, gsize end)
{
    GxStr name = before (slice (self, *start, end), '=');

    if (!name.data || memchr (name.data, '[', name.len) || memchr (name.data, '{', name.len) || memchr (name.data, '<', name.len))
        return FALSE;
    for (gsize i = 0; i < name.len; i++)
        if (!g_ascii_isdigit (name.data[i]))
            return TRUE;
    if (name.len > 0)
        *start = (gsize)((const char *)memchr (name.data + name.len, '=', MAX_NAME) - self->page.data) + 1;
    return FALSE;
}

/* The argument of a template that is seen. */
static gboolean
shown_argument (const GxWikiPage *self, const GxWikiPair *pair, gsize *start, gsize *end)
{
    guint n = 0, at = 0, n_unnamed = 0;
    gsize a, b, n_chars;
    gboolean is_fit = FALSE, found = FALSE, ends_with_number = FALSE;

    while (gx_wiki_pairs_next (self->pairs, pair, &n, &at, &a, &b)) {
        GxStr text;
        gboolean fits;

        if (n == 1 || is_named (self, &a, b))
            continue;
        trim (self, &a, &b);
        text = slice (self, a, b);
        n_unnamed++;
        ends_with_number = text.len > 0 && !has_word (text);
        if (text.len == 0 || ends_with_number || (is_language (text) && pair->n_pipes > 1))
            continue;
        fits = (count_han (text, LOOK, &n_chars) > 0) == self->is_han;
        if (found && is_fit && !fits)
            continue;
        found = TRUE;
        is_fit = fits;
        *start = a;
        *end = b;
    }
    return found && !(n_unnamed > 1 && ends_with_number); /* an author and a year: a reference */
}

/* The first argument that holds a sentence: of a quotation, say. */
static gboolean
sentence_argument (const GxWikiPage *self, const GxWikiPair *pair, gsize *start, gsize *end)
{
    guint n = 0, at = 0;

    while (gx_wiki_pairs_next (self->pairs, pair, &n, &at, start, end)) {
        GxStr name = before (slice (self, *start, *end), '=');

        if (n == 1)
            continue;
        if (name.data && !is_named (self, start, *end))
            name.data = NULL;
        if (name.data && !starts_with_any (name, (const char *const[]){ "text", "quote", "content", "内容", "引文", "文", NULL }))
            continue;
        if (name.data)
            *start = (gsize)((const char *)memchr (name.data + name.len, '=', MAX_NAME) - self->page.data) + 1;
        trim (self, start, end);
        if (has_sentence (slice (self, *start, *end)))
            return TRUE;
    }
    return FALSE;
}

/* Behind the pair that starts at `at`; `at` when none does. */
static gsize
behind_pair (const GxWikiPage *self, gsize at)
{
    guint low = 0, high = self->pairs->pairs->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;

        if (g_array_index (self->pairs->pairs, GxWikiPair, middle).start < at)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < self->pairs->pairs->len) {
        const GxWikiPair *pair = &g_array_index (self->pairs->pairs, GxWikiPair, low);

        if (pair->start == at && pair->end > 0)
            return pair->end;
    }
    return at;
}

/* Whether nothing but templates stands on the pair's lines. */
static gboolean
stands_alone (const GxWikiPage *self, const GxWikiPair *pair)
{
    const char *data = self->page.data;
    gsize end = pair->end;

    if (self->has_text)
        return FALSE;
    for (guint i = 0; i < MAX_ROW; i++) {
        gsize next;

        while (end < self->page.len && (data[end] == ' ' || data[end] == '\t'))
            end++;
        if (end == self->page.len || data[end] == '\n' || data[end] == '\r')
            return TRUE;
        next = data[end] == '{' || data[end] == '<' ? behind_pair (self, end) : end;
        if (next == end)
            return FALSE;
        end = next;
    }
    return TRUE;
}

static GxWikiShow
show_template (const GxWikiPage *self, const GxWikiPair *pair, gsize *start, gsize *end)
{
    static const char *const notes[] = { "refn", "efn", "notetag", "footnote", "註", "注", "脚注", "腳註", NULL };
    static const char *const references[] = { "sfn", "harv", "cite", "citation", "rp", "r", NULL };
    gsize name_start = pair->inner, name_end = pair->inner_end;
    GxStr name;

    if (pair->n_pipes == 0)
        return GX_WIKI_NOTHING;
    name_end = g_array_index (self->pairs->pipes, GxWikiPipe, pair->first_pipe).at;
    trim (self, &name_start, &name_end);
    name = slice (self, name_start, name_end);
    if (name.len == 0 || *name.data == '#' || (starts_with_any (name, references) && (name.len > 1 + strlen ("r") || name.len == 1)) ||
        name.len > LOOK)
        return GX_WIKI_NOTHING;
    if (!equals_any (name, notes) && stands_alone (self, pair))
        return sentence_argument (self, pair, start, end) ? GX_WIKI_BLOCK : GX_WIKI_NOTHING;
    if (!shown_argument (self, pair, start, end))
        return GX_WIKI_NOTHING;
    return equals_any (name, notes) ? GX_WIKI_FOOTNOTE : GX_WIKI_INLINE;
}

/* 200px, x100px, 200x100px. */
static gboolean
is_size (GxStr text)
{
    if (text.len < 3 || memcmp (text.data + text.len - 2, "px", 2) != 0)
        return FALSE;
    for (gsize i = 0; i + 2 < text.len; i++)
        if (!g_ascii_isdigit (text.data[i]) && text.data[i] != 'x')
            return FALSE;
    return TRUE;
}

/* Whether what stands behind a file's name is about how it is shown. */
static gboolean
is_picture_option (GxStr text)
{
    static const char *const options[] = {
        "thumb", "thumbnail", "frame", "framed", "frameless", "border", "left", "right", "center", "centre", "none", "upright",
        "sub",   "super",     "top",   "middle", "bottom",    "缩略图", "縮圖", "缩图",  "右",     "左",     "居中", "置中",
        "無",    "无",        "有框",  "無框",   "无框",      "边框",   "邊框", "微型",  "小图",   NULL,
    };
    static const char *const settings[] = { "alt=",      "link=",     "upright", "page=", "class=", "lang=", "替代=",
                                            "替代文本=", "替代文字=", "链接=",   "連結=", "thumb=", NULL };

    return text.len == 0 || is_size (text) || equals_any (text, options) || starts_with_any (text, settings);
}

static GxWikiShow
show_file (const GxWikiPage *self, const GxWikiPair *pair, gsize *start, gsize *end)
{
    guint n = 0, at = 0;
    gsize a, b;
    gboolean found = FALSE;

    while (gx_wiki_pairs_next (self->pairs, pair, &n, &at, &a, &b)) {
        trim (self, &a, &b);
        if (n == 1 || is_picture_option (slice (self, a, b)))
            continue;
        found = TRUE;
        *start = a;
        *end = b;
    }
    return found ? GX_WIKI_CAPTION : GX_WIKI_NOTHING;
}

static GxWikiShow
show_link (const GxWikiPage *self, const GxWikiPair *pair, gsize *start, gsize *end)
{
    static const char *const files[] = { "file", "image",    "media", "文件", "图像", "圖像",  "图片", "圖片",    "檔案",    "档案", "媒体",
                                         "媒體", "ファイル", "画像",  "파일", "그림", "datei", "bild", "fichier", "archivo", "файл", NULL };
    static const char *const categories[] = { "category",  "分类",      "分類",      "カテゴリ",  "분류",
                                              "kategorie", "catégorie", "categoría", "категория", NULL };
    gboolean has_label = pair->n_pipes > 0;
    gsize target_end = has_label ? g_array_index (self->pairs->pipes, GxWikiPipe, pair->first_pipe).at : pair->inner_end;
    GxStr target = slice (self, pair->inner, target_end), space = before (target, ':');
    gboolean is_plain = target.len > 0 && *target.data == ':';

    if (!is_plain && space.data && equals_any (space, files))
        return show_file (self, pair, start, end);
    if (!is_plain && space.data && (equals_any (space, categories) || (!has_label && is_language (space))))
        return GX_WIKI_NOTHING;
    *start = has_label ? target_end + 1 : pair->inner + (is_plain ? 1 : 0);
    *end = pair->inner_end;
    if (has_label && gx_str_equal (slice (self, *start, *end), gx_str (""))) {
        *start = pair->inner + (is_plain ? 1 : 0);
        *end = target_end;
    }
    return GX_WIKI_INLINE;
}

/* How good a variant is for us: simplified Chinese first. */
static guint
variant_rank (GxStr key)
{
    static const char *const variants[] = { "zh-hans", "zh-cn", "zh", NULL };

    for (guint i = 0; variants[i]; i++)
        if (gx_str_equal (key, gx_str (variants[i])))
            return i;
    return G_N_ELEMENTS (variants);
}

/* Whether a rule `zh-cn:` begins at `at`: where its text does. */
static gboolean
begins_rule (const GxWikiPage *self, gsize at, gsize end, GxStr *key, gsize *text)
{
    trim (self, &at, &end);
    *key = before (slice (self, at, end), ':');
    if (!key->data || !is_language (*key))
        return FALSE;
    *text = (gsize)((const char *)memchr (key->data + key->len, ':', MAX_NAME) - self->page.data) + 1;
    return TRUE;
}

static GxWikiShow
show_conversion (const GxWikiPage *self, const GxWikiPair *pair, gsize *start, gsize *end)
{
    guint best = G_MAXUINT;
    gsize from = pair->inner, to = pair->inner_end, text, best_start = 0, best_end = 0;
    GxStr key;

    if (pair->n_pipes > 0) {
        GxStr flags = slice (self, from, g_array_index (self->pairs->pipes, GxWikiPipe, pair->first_pipe).at);

        for (gsize i = 0; i < flags.len; i++)
            if (strchr ("HTD-", flags.data[i]) && flags.len <= 3)
                return GX_WIKI_NOTHING;
        from += flags.len + 1;
    }
    for (gsize at = from; to - from <= MAX_CONVERSION && at < to && begins_rule (self, at, to, &key, &text);) {
        gsize stop = text, next;
        GxStr other;

        /* A rule ends at the ; in front of the next one. */
        while (stop < to && !(self->page.data[stop] == ';' &&
                              (begins_rule (self, stop + 1, to, &other, &next) || gx_str_equal (slice (self, stop + 1, to), gx_str ("")))))
            stop++;
        if (best > variant_rank (key)) {
            best = variant_rank (key);
            best_start = text;
            best_end = stop;
        }
        at = stop + 1;
    }
    *start = best == G_MAXUINT ? from : best_start;
    *end = best == G_MAXUINT ? to : best_end;
    trim (self, start, end);
    return *start < *end ? GX_WIKI_INLINE : GX_WIKI_NOTHING;
}

GxWikiShow
gx_wiki_show (const GxWikiPage *self, const GxWikiPair *pair, gsize *start, gsize *end)
{
    *start = pair->inner;
    *end = pair->inner_end;
    switch (pair->type) {
    case GX_WIKI_TEMPLATE:
        return show_template (self, pair, start, end);
    case GX_WIKI_LINK:
        return show_link (self, pair, start, end);
    case GX_WIKI_CONVERSION:
        return show_conversion (self, pair, start, end);
    case GX_WIKI_NOTE:
        return GX_WIKI_FOOTNOTE;
    case GX_WIKI_LITERAL:
        return GX_WIKI_INLINE;
    case GX_WIKI_GALLERY:
    case GX_WIKI_PARAMETER:
    case GX_WIKI_HIDDEN:
    default:
        return GX_WIKI_NOTHING;
    }
}

gsize
gx_wiki_gallery_caption (const GxWikiPage *self, gsize start, gsize end)
{
    GxStr line = slice (self, start, end);
    const char *pipe = line.len > 0 ? memchr (line.data, '|', line.len) : NULL;

    while (pipe && pipe + 1 < line.data + line.len) {
        gsize at = (gsize)(pipe + 1 - self->page.data);
        const char *next = memchr (pipe + 1, '|', end - at);
        gsize stop = next ? (gsize)(next - self->page.data) : end, a = at;

        trim (self, &a, &stop);
        if (!is_picture_option (slice (self, a, stop)))
            return a;
        pipe = next;
    }
    return end;
}
