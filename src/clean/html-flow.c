/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-flow.c - white space, line breaks, footnote marks and links in running text. */
#include "html-flow.h"

#include "spacing.h"

#define MAX_MARK       24 /* bytes of a footnote mark */
#define MAX_SYMBOLS    3  /* * to *** */
#define MAX_DIGITS     3  /* digits or letters in a mark */
#define MIN_LINKS      2  /* a block of fewer links is no row of links */
#define MAX_LINK_CHARS 24 /* mean length of the links of such a row, in characters */
#define LINK_SHARE     80 /* per cent of the block's characters that are in links */
#define MIN_LINK_ITEMS 3  /* list items in a row that are nothing but a link make a list of links */
#define INDENT_CHARS   2  /* ideographic blanks that indent a Chinese paragraph */

/* A piece held back while it may be a footnote mark. */
typedef struct {
    gsize start, end;
    char decoded[6];
    gsize decoded_len; /* 0: the page's bytes */
} Piece;

struct _GxFlow {
    GxBuilder *builder;
    const GxPage *page;
    GxSpan blank; /* source bytes of white space not yet written; empty: none */
    guint breaks; /* <br> since the last character */
    guint indent; /* ideographic or no-break blanks since the last <br> */
    GxBlockType break_type;
    guint link_depth, mark_depth;
    GArray *held; /* of Piece */
    gsize held_len;
    gboolean mark_linked;    /* the mark is a link or holds one */
    gsize chars, link_chars; /* of the current block, white space not counted */
    guint links;
    gboolean link_counted, has_stop;
    guint link_items; /* blocks in a row, up to the last one, that are list items of one link */
};

GxFlow *
gx_flow_new (GxBuilder *builder, const GxPage *page)
{
    GxFlow *self = g_new0 (GxFlow, 1);

    self->builder = builder;
    self->page = page;
    self->held = g_array_new (FALSE, FALSE, sizeof (Piece));
    return self;
}

void
gx_flow_free (GxFlow *self)
{
    if (!self)
        return;
    g_array_unref (self->held);
    g_free (self);
}

/* The source bytes behind page bytes; empty when they are the page's own. */
static GxSpan
source_span (const GxFlow *self, gsize start, gsize end)
{
    return self->page->map ? gx_map_span (self->page->map, start, end) : (GxSpan){ start, end };
}

static void
write_blank (GxFlow *self, gunichar next)
{
    GxSpan blank = self->blank;
    gunichar last = gx_builder_last_char (self->builder);

    self->blank = (GxSpan){ 0, 0 };
    if (blank.start < blank.end && last && !gx_spacing_is_tight (last, next))
        gx_builder_replace (self->builder, gx_str (" "), blank.start, blank.end);
}

/* Copies page bytes without white space among them. */
static void
copy_page (GxFlow *self, gsize start, gsize end)
{
    const GxMapRun *runs;
    gsize n_runs, first;

    if (!self->page->map) {
        gx_builder_copy (self->builder, start, end);
        return;
    }
    runs = gx_map_runs (self->page->map, &n_runs);
    first = gx_map_find (self->page->map, start);
    for (gsize i = first; i < n_runs && runs[i].clean < end; i++) {
        gsize from = MAX (start, runs[i].clean), to = MIN (end, runs[i].clean + runs[i].clean_len);
        GxSpan span = gx_map_span (self->page->map, from, to);

        if (runs[i].clean_len == runs[i].source_len)
            gx_builder_copy (self->builder, span.start, span.end);
        else
            gx_builder_replace (self->builder, (GxStr){ self->page->text.data + from, to - from }, span.start, span.end);
    }
}

static gboolean
is_sentence_stop (gunichar c)
{
    return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF1B || c == ';'; /* 。！？； */
}

static void
count_char (GxFlow *self, gunichar c)
{
    self->chars++;
    if (is_sentence_stop (c))
        self->has_stop = TRUE;
    if (self->link_depth == 0)
        return;
    self->link_chars++;
    if (!self->link_counted)
        self->links++;
    self->link_counted = TRUE;
}

/* A row of short links: to share, to the next page, to other articles. Prose full of links has sentences. */
static gboolean
is_link_row (const GxFlow *self, GxBlockType type)
{
    return (type == GX_BLOCK_PARAGRAPH || type == GX_BLOCK_LIST_ITEM) && self->links >= MIN_LINKS && !self->has_stop &&
           self->link_chars * 100 >= self->chars * LINK_SHARE && self->link_chars <= (gsize)self->links * MAX_LINK_CHARS;
}

/* A list of which every item is one link is navigation too; that is only known some items later. */
static void
note_link_item (GxFlow *self, GxBlockType type)
{
    guint n = gx_builder_n_blocks (self->builder);

    if (type != GX_BLOCK_LIST_ITEM || self->links != 1 || self->link_chars < self->chars || self->has_stop ||
        self->link_chars > MAX_LINK_CHARS) {
        self->link_items = 0;
        return;
    }
    self->link_items++;
    if (self->link_items < MIN_LINK_ITEMS)
        return;
    for (guint i = self->link_items == MIN_LINK_ITEMS ? MIN_LINK_ITEMS : 1; i > 0; i--)
        gx_builder_remove_block (self->builder, n - i, GX_REASON_LINKS);
}

static void
close_block (GxFlow *self, GxBlockType type)
{
    if (gx_builder_has_text (self->builder)) {
        if (type == GX_BLOCK_FURNITURE)
            gx_builder_end_furniture (self->builder, GX_REASON_MARKUP);
        else if (is_link_row (self, type))
            gx_builder_end_furniture (self->builder, GX_REASON_LINKS);
        else
            gx_builder_end_block (self->builder, type);
        note_link_item (self, type);
    }
    self->blank = (GxSpan){ 0, 0 };
    self->breaks = self->indent = 0;
    self->chars = self->link_chars = 0;
    self->links = 0;
    self->link_counted = self->has_stop = FALSE;
}

/* Two line breaks, or one in front of an indented line, end a paragraph. */
static void
settle_breaks (GxFlow *self)
{
    if (self->breaks > 1 || (self->breaks == 1 && self->indent >= INDENT_CHARS))
        close_block (self, self->break_type);
    self->breaks = self->indent = 0;
}

static void
add_white (GxFlow *self, gunichar c, gsize start, gsize end)
{
    GxSpan span = source_span (self, start, end);

    if (self->breaks > 0 && (c == 0x3000 || c == 0xA0))
        self->indent++;
    if (self->blank.start == self->blank.end)
        self->blank = span;
    else if (self->blank.end == span.start)
        self->blank.end = span.end;
}

/* Adds a stretch without white space. */
static void
add_word (GxFlow *self, gsize start, gsize end, const GxStr *decoded)
{
    GxStr text = decoded ? *decoded : (GxStr){ self->page->text.data + start, end - start };
    GxSpan span = source_span (self, start, end);

    if (span.start >= span.end)
        return;
    settle_breaks (self);
    write_blank (self, g_utf8_get_char (text.data));
    for (const char *p = text.data; p < text.data + text.len; p = g_utf8_next_char (p))
        count_char (self, g_utf8_get_char (p));
    if (!decoded)
        copy_page (self, start, end);
    else if (span.end - span.start == text.len) /* the source has the character itself, only the page has it escaped */
        gx_builder_copy (self->builder, span.start, span.end);
    else
        gx_builder_replace (self->builder, text, span.start, span.end);
}

static void
add_text (GxFlow *self, gsize start, gsize end, const GxStr *decoded)
{
    const char *data = self->page->text.data;
    gsize word = start;

    if (decoded) {
        gunichar c = g_utf8_get_char (decoded->data);

        if (gx_spacing_is_white (c))
            add_white (self, c, start, end);
        else
            add_word (self, start, end, decoded);
        return;
    }
    for (gsize i = start; i < end;) {
        gsize next = (gsize)(g_utf8_next_char (data + i) - data);
        gunichar c = g_utf8_get_char (data + i);

        if (gx_spacing_is_white (c)) {
            if (word < i)
                add_word (self, word, i, NULL);
            add_white (self, c, i, next);
            word = next;
        }
        i = next;
    }
    if (word < end)
        add_word (self, word, end, NULL);
}

/* Held text was no mark: it goes where it came from. */
static void
release_held (GxFlow *self)
{
    for (guint i = 0; i < self->held->len; i++) {
        const Piece *piece = &g_array_index (self->held, Piece, i);
        GxStr decoded = { piece->decoded, piece->decoded_len };

        add_text (self, piece->start, piece->end, piece->decoded_len > 0 ? &decoded : NULL);
    }
    g_array_set_size (self->held, 0);
    self->held_len = 0;
}

void
gx_flow_add (GxFlow *self, gsize start, gsize end, const GxStr *decoded)
{
    Piece piece = { .start = start, .end = end };

    if (self->mark_depth == 0 || self->held_len > MAX_MARK) {
        add_text (self, start, end, decoded);
        return;
    }
    self->held_len += end - start;
    if (decoded) {
        memcpy (piece.decoded, decoded->data, MIN (decoded->len, sizeof piece.decoded));
        piece.decoded_len = MIN (decoded->len, sizeof piece.decoded);
    }
    g_array_append_val (self->held, piece);
    if (self->held_len > MAX_MARK) {
        gsize len = self->held_len;

        release_held (self);
        self->held_len = len; /* the rest of this element is no mark either */
    }
}

void
gx_flow_begin_mark (GxFlow *self)
{
    if (self->mark_depth++ == 0) {
        self->mark_linked = self->link_depth > 0;
        self->held_len = 0;
    }
}

/* The held text without white space, one character a cell; returns their number, or a size too large for a mark. */
static gsize
held_chars (const GxFlow *self, gunichar *chars, gsize room)
{
    gsize n = 0;

    for (guint i = 0; i < self->held->len; i++) {
        const Piece *piece = &g_array_index (self->held, Piece, i);
        gboolean decoded = piece->decoded_len > 0;
        const char *p = decoded ? piece->decoded : self->page->text.data + piece->start;
        const char *end = decoded ? p + piece->decoded_len : self->page->text.data + piece->end;

        for (; p < end; p = g_utf8_next_char (p)) {
            gunichar c = g_utf8_get_char (p);

            if (gx_spacing_is_white (c))
                continue;
            if (n == room)
                return room + 1;
            chars[n++] = c;
        }
    }
    return n;
}

static gboolean
is_one_of (gunichar c, const char *set)
{
    return g_utf8_strchr (set, -1, c) != NULL;
}

/* [1], 【注2】, *, †, ①; a number in round brackets or none only when it is a link. */
static gboolean
is_mark (const GxFlow *self)
{
    gunichar chars[MAX_MARK];
    gsize n = held_chars (self, chars, G_N_ELEMENTS (chars)), first = 0, last;
    gboolean square, round;

    if (n == 0 || n > G_N_ELEMENTS (chars))
        return FALSE;
    if (n <= MAX_SYMBOLS && is_one_of (chars[0], "*†‡§※"))
        return is_one_of (chars[n - 1], "*†‡§※");
    if (n == 1 && chars[0] >= 0x2460 && chars[0] <= 0x2473) /* ① to ⑳ */
        return TRUE;
    square = n > 2 && is_one_of (chars[0], "[［【〔") && is_one_of (chars[n - 1], "]］】〕");
    round = n > 2 && is_one_of (chars[0], "(（") && is_one_of (chars[n - 1], ")）");
    last = square || round ? n - 1 : n;
    first = square || round ? 1 : 0;
    if (square && is_one_of (chars[first], "注註"))
        first++;
    if (first == last || last - first > MAX_DIGITS)
        return FALSE;
    for (gsize i = first; i < last; i++)
        if (chars[i] >= 0x80 || !(g_ascii_isdigit ((gchar)chars[i]) || (square && g_ascii_isalpha ((gchar)chars[i]))))
            return FALSE;
    return square || self->mark_linked;
}

void
gx_flow_end_mark (GxFlow *self)
{
    if (self->mark_depth == 0 || --self->mark_depth > 0)
        return;
    if (self->held->len > 0 && is_mark (self))
        g_array_set_size (self->held, 0);
    release_held (self);
}

void
gx_flow_begin_link (GxFlow *self)
{
    if (self->link_depth++ == 0)
        self->link_counted = FALSE;
    if (self->mark_depth > 0)
        self->mark_linked = TRUE;
}

void
gx_flow_end_link (GxFlow *self)
{
    if (self->link_depth > 0)
        self->link_depth--;
}

void
gx_flow_break_line (GxFlow *self, gsize start, gsize end, GxBlockType type)
{
    release_held (self);
    self->breaks++;
    self->indent = 0;
    self->break_type = type;
    if (self->blank.start == self->blank.end)
        self->blank = source_span (self, start, end);
}

void
gx_flow_end_block (GxFlow *self, GxBlockType type)
{
    release_held (self);
    close_block (self, type);
}
