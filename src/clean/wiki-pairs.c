/* SPDX-License-Identifier: GPL-3.0-or-later
 * wiki-pairs.c - matching marks with a stack: what closes a pair closes all that was opened in it. */
#include "wiki-pairs.h"

#include <glib.h>

/** A tag is no longer than this. */
#define MAX_TAG 1024
/** Pairs and pipes behind so many are text: no page of a wiki has as many bytes. */
#define MAX_PAIRS (1u << 21)

/* Elements whose content is no wikitext, or is to be found as a whole. */
typedef struct {
    const char *name;
    GxWikiType type;
    gboolean is_raw; /* nothing in it is looked at */
} RawElement;

static const RawElement elements[] = {
    { "ref", GX_WIKI_NOTE, FALSE },
    { "gallery", GX_WIKI_GALLERY, FALSE },
    { "nowiki", GX_WIKI_LITERAL, TRUE },
    { "pre", GX_WIKI_LITERAL, TRUE },
    { "math", GX_WIKI_HIDDEN, TRUE },
    { "chem", GX_WIKI_HIDDEN, TRUE },
    { "ce", GX_WIKI_HIDDEN, TRUE },
    { "source", GX_WIKI_HIDDEN, TRUE },
    { "syntaxhighlight", GX_WIKI_HIDDEN, TRUE },
    { "score", GX_WIKI_HIDDEN, TRUE },
    { "timeline", GX_WIKI_HIDDEN, TRUE },
    { "graph", GX_WIKI_HIDDEN, TRUE },
    { "mapframe", GX_WIKI_HIDDEN, TRUE },
    { "maplink", GX_WIKI_HIDDEN, TRUE },
    { "templatedata", GX_WIKI_HIDDEN, TRUE },
    { "includeonly", GX_WIKI_HIDDEN, TRUE },
    { "imagemap", GX_WIKI_HIDDEN, TRUE },
    { "inputbox", GX_WIKI_HIDDEN, TRUE },
    { "hiero", GX_WIKI_HIDDEN, TRUE },
    { "templatestyles", GX_WIKI_HIDDEN, TRUE },
    { "style", GX_WIKI_HIDDEN, TRUE },
    { "script", GX_WIKI_HIDDEN, TRUE },
    { "rt", GX_WIKI_HIDDEN, TRUE },
    { "rp", GX_WIKI_HIDDEN, TRUE },
};

typedef struct {
    GxStr page;
    GxWikiPairs *pairs;
    GArray *open;                          /* of guint: places in pairs */
    guint n_open[GX_WIKI_LITERAL + 1];     /* how many of each type are open */
    guint no_end[G_N_ELEMENTS (elements)]; /* no end tag from here on */
} Scan;

static GxWikiPair *
pair_at (const Scan *self, guint index)
{
    return &g_array_index (self->pairs->pairs, GxWikiPair, index);
}

/* The innermost open pair. */
static GxWikiPair *
top (const Scan *self)
{
    return self->open->len > 0 ? pair_at (self, g_array_index (self->open, guint, self->open->len - 1)) : NULL;
}

static void
open_pair (Scan *self, GxWikiType type, gsize start, gsize inner)
{
    const GxWikiPair pair = { .type = type, .start = start, .inner = inner };
    guint index = self->pairs->pairs->len;

    if (index >= MAX_PAIRS)
        return;
    g_array_append_val (self->pairs->pairs, pair);
    g_array_append_val (self->open, index);
    self->n_open[type]++;
}

static void
pop (Scan *self)
{
    self->n_open[top (self)->type]--;
    g_array_set_size (self->open, self->open->len - 1);
}

/* Closes the innermost pair of this type; those inside it that are still open are none. FALSE when there is none. */
static gboolean
close_pair (Scan *self, GxWikiType type, gsize inner_end, gsize end)
{
    if (self->n_open[type] == 0)
        return FALSE;
    while (top (self)->type != type)
        pop (self);
    top (self)->inner_end = inner_end;
    top (self)->end = end;
    pop (self);
    return TRUE;
}

static void
add_closed (Scan *self, GxWikiType type, GxStr inner, gsize start, gsize end)
{
    GxWikiPair pair = { .type = type, .start = start, .end = end };

    pair.inner = (gsize)(inner.data - self->page.data);
    pair.inner_end = pair.inner + inner.len;
    if (self->pairs->pairs->len < MAX_PAIRS)
        g_array_append_val (self->pairs->pairs, pair);
}

static gboolean
starts_with (const Scan *self, gsize at, const char *prefix)
{
    gsize len = strlen (prefix);

    return self->page.len - at >= len && g_ascii_strncasecmp (self->page.data + at, prefix, len) == 0;
}

static gsize
run_of (const Scan *self, gsize at, char c)
{
    gsize end = at;

    while (end < self->page.len && self->page.data[end] == c)
        end++;
    return end - at;
}

static void
add_pipe (Scan *self, gsize at)
{
    GxWikiPair *pair = top (self);
    GxWikiPipe pipe = { at, 0 };
    guint index = self->pairs->pipes->len;

    if (!pair || index >= MAX_PAIRS || pair->type == GX_WIKI_NOTE || pair->type == GX_WIKI_GALLERY)
        return;
    g_array_append_val (self->pairs->pipes, pipe);
    if (pair->n_pipes++ == 0)
        pair->first_pipe = index;
    else
        g_array_index (self->pairs->pipes, GxWikiPipe, pair->last_pipe).next = index;
    pair->last_pipe = index;
}

/* Behind the > of the tag at `at`; 0 when it has none. */
static gsize
tag_end (const Scan *self, gsize at)
{
    const char *end = memchr (self->page.data + at, '>', MIN (self->page.len - at, MAX_TAG));

    return end ? (gsize)(end - self->page.data) + 1 : 0;
}

/* The end tag of element i at or after `at`; the page's length when there is none. */
static gsize
find_end_tag (Scan *self, guint i, gsize at)
{
    for (gsize p = at; !self->no_end[i] && p < self->page.len; p++) {
        const char *next = memchr (self->page.data + p, '<', self->page.len - p);

        if (!next)
            break;
        p = (gsize)(next - self->page.data);
        if (starts_with (self, p, "</") && starts_with (self, p + 2, elements[i].name))
            return p;
    }
    self->no_end[i] = TRUE;
    return self->page.len;
}

/* The start tag of element i at `at`; returns where to go on. */
static gsize
start_element (Scan *self, guint i, gsize at)
{
    gsize inner = tag_end (self, at), end, behind;

    if (inner == 0)
        return at + 1;
    if (self->page.data[inner - 2] == '/') { /* empty */
        add_closed (self, GX_WIKI_HIDDEN, (GxStr){ self->page.data + inner, 0 }, at, inner);
        return inner;
    }
    if (!elements[i].is_raw) {
        open_pair (self, elements[i].type, at, inner);
        return inner;
    }
    end = find_end_tag (self, i, inner);
    if (end == self->page.len)
        return inner;
    behind = tag_end (self, end);
    behind = behind ? behind : self->page.len;
    add_closed (self, elements[i].type, (GxStr){ self->page.data + inner, end - inner }, at, behind);
    return behind;
}

/* What begins with a <; returns where to go on. */
static gsize
scan_tag (Scan *self, gsize at)
{
    gboolean is_end = starts_with (self, at, "</");
    gsize name = at + (is_end ? 2 : 1);

    if (starts_with (self, at, "<!--")) {
        const char *close = g_strstr_len (self->page.data + at, (gssize)(self->page.len - at), "-->");
        gsize end = close ? (gsize)(close - self->page.data) + 3 : self->page.len;

        add_closed (self, GX_WIKI_HIDDEN, (GxStr){ self->page.data + at, 0 }, at, end);
        return end;
    }
    for (guint i = 0; i < G_N_ELEMENTS (elements); i++) {
        gsize behind = name + strlen (elements[i].name);

        if (!starts_with (self, name, elements[i].name) || behind >= self->page.len || g_ascii_isalnum (self->page.data[behind]))
            continue;
        if (!is_end)
            return start_element (self, i, at);
        if (!elements[i].is_raw && tag_end (self, at))
            (void)close_pair (self, elements[i].type, at, tag_end (self, at));
        return name;
    }
    return name;
}

/* Braces that open, or close. */
static gsize
scan_braces (Scan *self, gsize at)
{
    gsize n = run_of (self, at, self->page.data[at]);

    if (self->page.data[at] == '{') {
        for (gsize i = 0; n - i >= 2;) {
            gboolean is_parameter = n - i == 3;

            open_pair (self, is_parameter ? GX_WIKI_PARAMETER : GX_WIKI_TEMPLATE, at + i, at + i + (is_parameter ? 3 : 2));
            i += is_parameter ? 3 : 2;
        }
        return at + n;
    }
    for (gsize i = 0; n - i >= 2;) {
        GxWikiPair *pair = top (self);

        if (pair && pair->type == GX_WIKI_PARAMETER && n - i >= 3) {
            (void)close_pair (self, GX_WIKI_PARAMETER, at + i, at + i + 3);
            i += 3;
        } else if (pair && pair->type == GX_WIKI_CONVERSION && n - i == 3 && starts_with (self, at + n, "-")) {
            i++; /* the first of }}}- belongs to nothing */
        } else {
            (void)close_pair (self, GX_WIKI_TEMPLATE, at + i, at + i + 2);
            i += 2;
        }
    }
    if (n % 2 == 1 && starts_with (self, at + n, "-") && close_pair (self, GX_WIKI_CONVERSION, at + n - 1, at + n + 1))
        return at + n + 1;
    return at + n;
}

static gsize
scan_mark (Scan *self, gsize at)
{
    GxWikiPair *pair = top (self);

    switch (self->page.data[at]) {
    case '<':
        return scan_tag (self, at);
    case '{':
    case '}':
        return scan_braces (self, at);
    case '|':
        add_pipe (self, at);
        return at + 1;
    case '-':
        if (!starts_with (self, at, "-{") || starts_with (self, at, "-{{"))
            return at + 1;
        open_pair (self, GX_WIKI_CONVERSION, at, at + 2);
        return at + 2;
    case '[':
        if (!starts_with (self, at, "[["))
            return at + 1;
        open_pair (self, GX_WIKI_LINK, at, at + 2);
        return at + 2;
    case ']':
        if (!starts_with (self, at, "]]"))
            return at + 1;
        (void)close_pair (self, GX_WIKI_LINK, at, at + 2);
        return at + 2;
    case '\n': /* what a link goes to is on one line */
    default:
        while (pair && pair->type == GX_WIKI_LINK && pair->n_pipes == 0) {
            pop (self);
            pair = top (self);
        }
        return at + 1;
    }
}

GxWikiPairs *
gx_wiki_pairs_new (GxStr page, gsize start)
{
    static const guint8 is_mark[256] = { ['<'] = 1, ['{'] = 1, ['}'] = 1, ['|'] = 1, ['-'] = 1, ['['] = 1, [']'] = 1, ['\n'] = 1 };
    GxWikiPairs *self = g_new0 (GxWikiPairs, 1);
    g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
    Scan scan = { .page = page, .pairs = self, .open = open };

    self->pairs = g_array_new (FALSE, FALSE, sizeof (GxWikiPair));
    self->pipes = g_array_new (FALSE, FALSE, sizeof (GxWikiPipe));
    for (gsize at = start; at < page.len;)
        at = is_mark[(guint8)page.data[at]] ? scan_mark (&scan, at) : at + 1;
    return self;
}

void
gx_wiki_pairs_free (GxWikiPairs *self)
{
    if (!self)
        return;
    g_array_unref (self->pairs);
    g_array_unref (self->pipes);
    g_free (self);
}

gboolean
gx_wiki_pairs_next (const GxWikiPairs *self, const GxWikiPair *pair, guint *n, guint *at, gsize *start, gsize *end)
{
    const GxWikiPipe *pipe;

    if (*n > pair->n_pipes)
        return FALSE;
    if (*n == 0) {
        *start = pair->inner;
        *at = pair->first_pipe;
    } else {
        pipe = &g_array_index (self->pipes, GxWikiPipe, *at);
        *start = pipe->at + 1;
        *at = pipe->next;
    }
    *end = *n < pair->n_pipes ? g_array_index (self->pipes, GxWikiPipe, *at).at : pair->inner_end;
    (*n)++;
    return TRUE;
}
