/* SPDX-License-Identifier: GPL-3.0-or-later
 * html-flow.c - white space, line breaks, footnote marks and links in running text. Text is copied in runs as long as its white space
 * allows. */
#include "html-flow.h"

#include "html-lines.h"
#include "html-mark.h"
#include "spacing.h"

#define INDENT_CHARS 2  /* ideographic blanks that indent a Chinese paragraph */
#define MAX_BULLET   4  /* bytes of a bullet or number in front of a link */
#define MIN_LINE     6  /* bytes: a single character a line is text set upright */
#define SHORT_LINE   45 /* bytes of a line that nobody breaks for want of room */

/* A piece held back while it may be a footnote mark. */
typedef struct {
    gsize start, end;
    char decoded[8];
    gsize decoded_len; /* 0: the page's bytes */
} Piece;

struct _GxFlow {
    GxBuilder *builder;
    const GxPage *page;
    const GxMapRun *runs; /* of the page's map */
    gsize n_runs, run;    /* run: the one last looked at */
    GxSpan blank;         /* source bytes of white space not yet written; empty: none */
    guint breaks;         /* <br> since the last character */
    guint indent;         /* ideographic or no-break blanks since the last <br> */
    GxFrame break_frame;
    guint depth[GX_N_INLINE], mark_depth;
    GArray *held; /* of Piece */
    gsize held_len;
    gboolean mark_linked; /* the mark is a link or holds one */
    gsize bytes, inline_bytes[GX_N_INLINE];
    gsize line_start, line_links; /* bytes and bytes in links in front of the last <br> */
    guint links;
    gboolean link_counted;
    GArray *evidence; /* of GxEvidence */
};

GxFlow *
gx_flow_new (GxBuilder *builder, const GxPage *page)
{
    GxFlow *self = g_new0 (GxFlow, 1);

    self->builder = builder;
    self->page = page;
    if (page->map)
        self->runs = gx_map_runs (page->map, &self->n_runs);
    self->held = g_array_new (FALSE, FALSE, sizeof (Piece));
    self->evidence = g_array_new (FALSE, FALSE, sizeof (GxEvidence));
    return self;
}

void
gx_flow_free (GxFlow *self)
{
    if (!self)
        return;
    g_array_unref (self->held);
    g_array_unref (self->evidence);
    g_free (self);
}

GArray *
gx_flow_evidence (const GxFlow *self)
{
    return self->evidence;
}

/* The first run that ends behind a page byte: mostly the last one looked at, or the next. */
static gsize
find_run (GxFlow *self, gsize at)
{
    gsize i = self->run;

    if (i > 0 && (i >= self->n_runs || self->runs[i - 1].clean + self->runs[i - 1].clean_len > at))
        i = gx_map_find (self->page->map, at);
    while (i < self->n_runs && self->runs[i].clean + self->runs[i].clean_len <= at)
        i++;
    self->run = i;
    return i;
}

/* The source bytes behind page bytes; empty when they are the page's own. */
static GxSpan
source_span (GxFlow *self, gsize start, gsize end)
{
    const GxMapRun *run;
    gsize i;

    if (!self->page->map)
        return (GxSpan){ start, end };
    i = find_run (self, start);
    if (i >= self->n_runs)
        return (GxSpan){ 0, 0 };
    run = &self->runs[i];
    if (run->clean_len == run->source_len && start >= run->clean && end <= run->clean + run->clean_len)
        return (GxSpan){ run->source + (start - run->clean), run->source + (end - run->clean) };
    return gx_map_span (self->page->map, start, end);
}

static void
write_blank (GxFlow *self, gunichar next)
{
    GxSpan blank = self->blank;
    gunichar last;

    self->blank = (GxSpan){ 0, 0 };
    if (blank.start >= blank.end)
        return;
    last = gx_builder_last_char (self->builder);
    if (last && !gx_spacing_is_tight (last, next))
        gx_builder_replace (self->builder, gx_str (" "), blank.start, blank.end);
}

/* Copies page bytes; the only white space among them are single blanks. */
static void
copy_page (GxFlow *self, gsize start, gsize end)
{
    if (!self->page->map) {
        gx_builder_copy (self->builder, start, end);
        return;
    }
    for (gsize i = find_run (self, start); i < self->n_runs && self->runs[i].clean < end; i++) {
        const GxMapRun *run = &self->runs[i];
        gsize from = MAX (start, run->clean), to = MIN (end, run->clean + run->clean_len);

        if (run->clean_len == run->source_len)
            gx_builder_copy (self->builder, run->source + (from - run->clean), run->source + (to - run->clean));
        else
            gx_builder_replace (self->builder, (GxStr){ self->page->text.data + from, to - from }, run->source,
                                run->source + run->source_len);
    }
}

static void
count (GxFlow *self, gsize bytes)
{
    self->bytes += bytes;
    for (guint i = 0; i < GX_N_INLINE; i++)
        if (self->depth[i] > 0)
            self->inline_bytes[i] += bytes;
    if (self->depth[GX_INLINE_LINK] > 0 && !self->link_counted) {
        self->links++;
        self->link_counted = TRUE;
    }
}

static void
close_block (GxFlow *self, const GxFrame *frame)
{
    if (gx_builder_has_text (self->builder)) {
        GxEvidence evidence = { gx_builder_n_blocks (self->builder),
                                frame->flags,
                                frame->root,
                                frame->cell,
                                frame->table,
                                self->bytes,
                                self->inline_bytes[GX_INLINE_LINK],
                                self->inline_bytes[GX_INLINE_SIDE],
                                self->inline_bytes[GX_INLINE_NAMES],
                                self->links };

        gx_builder_end_block (self->builder, frame->flags & GX_FRAME_NOTE ? GX_BLOCK_NOTE : frame->type);
        if (gx_builder_n_blocks (self->builder) > evidence.block)
            g_array_append_val (self->evidence, evidence);
    }
    self->blank = (GxSpan){ 0, 0 };
    self->breaks = self->indent = 0;
    self->bytes = self->line_start = self->line_links = 0;
    memset (self->inline_bytes, 0, sizeof self->inline_bytes);
    self->links = 0;
    self->link_counted = FALSE;
}

/* Whether the line in front of the <br> is a paragraph: a link, but for a bullet, or the first line, short and without a stop. */
static gboolean
is_paragraph_line (const GxFlow *self, GxStr next)
{
    gsize line = self->bytes - self->line_start, links = self->inline_bytes[GX_INLINE_LINK] - self->line_links;
    gunichar last = gx_builder_last_char (self->builder);
    gboolean alone = links > 0 && line - links <= MAX_BULLET;

    if (self->break_frame.type == GX_BLOCK_HEADING)
        return FALSE;
    if (!alone && (self->line_start > 0 || line < MIN_LINE || line > SHORT_LINE || self->break_frame.type != GX_BLOCK_PARAGRAPH ||
                   !g_unichar_isalnum (last)))
        return FALSE;
    return !gx_line_goes_on (line, self->depth[GX_INLINE_LINK] > 0 ? 0 : last, next);
}

/* Two line breaks, one in front of an indented line, or one behind a line that can't go on, end a paragraph. next: the text behind. */
static void
settle_breaks (GxFlow *self, GxStr next)
{
    if (self->breaks > 1 || self->indent >= INDENT_CHARS || is_paragraph_line (self, next))
        close_block (self, &self->break_frame);
    self->line_start = self->bytes;
    self->line_links = self->inline_bytes[GX_INLINE_LINK];
    self->breaks = self->indent = 0;
}

static void
add_white (GxFlow *self, gunichar c, gsize start, gsize end)
{
    GxSpan span;

    if (self->breaks > 0 && (c == 0x3000 || c == 0xA0))
        self->indent++;
    if (self->blank.start < self->blank.end && !self->breaks) /* the first of them is enough */
        return;
    span = source_span (self, start, end);
    if (self->blank.start == self->blank.end)
        self->blank = span;
}

/* Adds a stretch without white space, but for single blanks between letters. */
static void
add_word (GxFlow *self, gsize start, gsize end, const GxStr *decoded)
{
    GxStr text = decoded ? *decoded : (GxStr){ self->page->text.data + start, end - start };
    GxSpan span;

    if (self->breaks > 0)
        settle_breaks (self, decoded ? *decoded : (GxStr){ text.data, self->page->text.len - start });
    if (self->blank.start < self->blank.end)
        write_blank (self, g_utf8_get_char (text.data));
    if (!decoded) {
        count (self, text.len);
        copy_page (self, start, end);
        return;
    }
    span = source_span (self, start, end);
    if (span.start >= span.end)
        return;
    count (self, text.len);
    if (span.end - span.start == text.len) /* the source has the character itself, only the page has it escaped */
        gx_builder_copy (self->builder, span.start, span.end);
    else
        gx_builder_replace (self->builder, text, span.start, span.end);
}

/* What a byte may begin. */
#define WHITE   1
#define BLANK   2 /* ' ' */
#define LEAD    3 /* a character beyond ASCII that may be white */
#define CONTROL 4 /* no text in any markup */

static const guchar leads[256] = {
    CONTROL,       CONTROL,       CONTROL, CONTROL, CONTROL, CONTROL, CONTROL,          CONTROL,       CONTROL,
    WHITE,         WHITE,         WHITE,   WHITE,   WHITE,   CONTROL, CONTROL,          CONTROL,       CONTROL,
    CONTROL,       CONTROL,       CONTROL, CONTROL, CONTROL, CONTROL, CONTROL,          CONTROL,       CONTROL,
    CONTROL,       CONTROL,       CONTROL, CONTROL, CONTROL, BLANK,   [0x7F] = CONTROL, [0xC2] = LEAD, [0xE1] = LEAD,
    [0xE2] = LEAD, [0xE3] = LEAD,
};

/* Adds page bytes, word by word. */
static void
add_page (GxFlow *self, gsize start, gsize end)
{
    const char *data = self->page->text.data;
    gsize word = start, i = start;

    while (i < end) {
        guint lead = leads[(guchar)data[i]];
        gsize next;
        gunichar c;

        if (lead == 0) {
            i++;
            continue;
        }
        /* A single blank between two ASCII characters stays as it is. */
        if (lead == BLANK && i > word && i + 1 < end && (guchar)data[i - 1] < 0x80 && (guchar)data[i + 1] < 0x80 &&
            leads[(guchar)data[i + 1]] == 0) {
            i++;
            continue;
        }
        c = lead == LEAD ? g_utf8_get_char (data + i) : (gunichar)data[i];
        next = lead == LEAD ? (gsize)(g_utf8_next_char (data + i) - data) : i + 1;
        if (lead == CONTROL) {
            if (word < i)
                add_word (self, word, i, NULL);
            word = ++i;
            continue;
        }
        if (lead == LEAD && !gx_spacing_is_white (c)) {
            i = next;
            continue;
        }
        if (word < i)
            add_word (self, word, i, NULL);
        add_white (self, c, i, next);
        while (lead != LEAD && self->breaks == 0 && next < end &&
               (leads[(guchar)data[next]] == WHITE || leads[(guchar)data[next]] == BLANK))
            next++;
        word = i = next;
    }
    if (word < end)
        add_word (self, word, end, NULL);
}

static void
add_text (GxFlow *self, gsize start, gsize end, const GxStr *decoded)
{
    gunichar c;

    if (!decoded) {
        add_page (self, start, end);
        return;
    }
    c = g_utf8_get_char (decoded->data);
    if (gx_spacing_is_white (c))
        add_white (self, c, start, end);
    else
        add_word (self, start, end, decoded);
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

    if (self->mark_depth == 0 || self->held_len > GX_MARK_ROOM) {
        add_text (self, start, end, decoded);
        return;
    }
    self->held_len += end - start;
    if (decoded) {
        memcpy (piece.decoded, decoded->data, MIN (decoded->len, sizeof piece.decoded));
        piece.decoded_len = MIN (decoded->len, sizeof piece.decoded);
    }
    g_array_append_val (self->held, piece);
    if (self->held_len > GX_MARK_ROOM) {
        gsize len = self->held_len;

        release_held (self);
        self->held_len = len; /* the rest of this element is no mark either */
    }
}

void
gx_flow_begin_mark (GxFlow *self)
{
    if (self->mark_depth++ == 0) {
        self->mark_linked = self->depth[GX_INLINE_LINK] > 0;
        self->held_len = 0;
    }
}

static gboolean
is_mark (const GxFlow *self)
{
    GxMarkText text = { .n = 0 };

    for (guint i = 0; i < self->held->len; i++) {
        const Piece *piece = &g_array_index (self->held, Piece, i);

        gx_mark_text_add (&text, piece->decoded_len > 0 ? (GxStr){ piece->decoded, piece->decoded_len }
                                                        : (GxStr){ self->page->text.data + piece->start, piece->end - piece->start });
    }
    return gx_mark_text_is_one (&text, self->mark_linked);
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
gx_flow_begin (GxFlow *self, GxInline kind)
{
    if (self->depth[kind]++ == 0 && kind == GX_INLINE_LINK)
        self->link_counted = FALSE;
    if (kind == GX_INLINE_LINK && self->mark_depth > 0)
        self->mark_linked = TRUE;
}

void
gx_flow_end (GxFlow *self, GxInline kind)
{
    if (self->depth[kind] > 0)
        self->depth[kind]--;
}

void
gx_flow_break_line (GxFlow *self, gsize start, gsize end, const GxFrame *frame)
{
    release_held (self);
    self->breaks++;
    self->indent = 0;
    self->break_frame = *frame;
    if (self->blank.start == self->blank.end)
        self->blank = source_span (self, start, end);
}

void
gx_flow_end_block (GxFlow *self, const GxFrame *frame)
{
    if (self->held->len > 0)
        release_held (self);
    close_block (self, frame);
}
