/* SPDX-License-Identifier: GPL-3.0-or-later
 * prose.c - white space, references, marks, and what stands aside, in running text.
 *
 * What can't be written yet is kept as a list of pieces, which are written like any other once it can. */
#include "prose.h"

#include "html-mark.h"
#include "spacing.h"

#define INDENT_CHARS 2 /* ideographic blanks that indent a Chinese paragraph */

typedef enum { PIECE_TEXT, PIECE_LITERAL, PIECE_CHAR, PIECE_GAP, PIECE_BREAK, PIECE_END } PieceKind;

typedef struct {
    PieceKind kind;
    guint32 value; /* the character, the gap, the block's type */
    gsize start, end;
} Piece;

struct _GxProse {
    GxBuilder *builder;
    GxStr source;
    GxMarkupMode mode;
    GxSpan blank; /* white space not yet written; empty: none */
    GxGap gap;    /* of that white space */
    guint breaks; /* line breaks since the last character */
    guint indent; /* ideographic or no-break blanks since the last one */
    GxBlockType break_type;
    GArray *aside;  /* of Piece: to come behind the current block */
    GArray *asides; /* of GxBlockType: those that are open */
    GArray *held;   /* of Piece: may be a footnote mark */
    gsize held_len;
    guint mark_depth;
};

static void write_piece (GxProse *self, const Piece *piece);

GxProse *
gx_prose_new (GxBuilder *builder, GxStr source, GxMarkupMode mode)
{
    GxProse *self = g_new0 (GxProse, 1);

    self->builder = builder;
    self->source = source;
    self->mode = mode;
    self->aside = g_array_new (FALSE, FALSE, sizeof (Piece));
    self->asides = g_array_new (FALSE, FALSE, sizeof (GxBlockType));
    self->held = g_array_new (FALSE, FALSE, sizeof (Piece));
    return self;
}

void
gx_prose_free (GxProse *self)
{
    if (!self)
        return;
    g_array_unref (self->aside);
    g_array_unref (self->asides);
    g_array_unref (self->held);
    g_free (self);
}

static void
forget_blank (GxProse *self)
{
    self->blank = (GxSpan){ 0, 0 };
    self->gap = GX_GAP_SOFT;
    self->breaks = self->indent = 0;
}

static void
close_block (GxProse *self, GxBlockType type)
{
    if (type == GX_BLOCK_FURNITURE)
        gx_builder_end_furniture (self->builder, GX_REASON_MARKUP);
    else
        gx_builder_end_block (self->builder, type);
    forget_blank (self);
}

static void
write_blank (GxProse *self, gunichar next)
{
    GxSpan blank = self->blank;
    gunichar last;

    if (self->breaks > 1 || (self->breaks == 1 && self->indent >= INDENT_CHARS)) {
        close_block (self, self->break_type);
        return;
    }
    if (blank.start < blank.end && self->gap != GX_GAP_NONE) {
        last = gx_builder_last_char (self->builder);
        if (last && (self->gap == GX_GAP_HARD || !gx_spacing_is_tight (last, next)))
            gx_builder_replace (self->builder, gx_str (" "), blank.start, blank.end);
    }
    forget_blank (self);
}

static void
write_word (GxProse *self, gsize start, gsize end)
{
    if (self->blank.start < self->blank.end)
        write_blank (self, g_utf8_get_char (self->source.data + start));
    gx_builder_copy (self->builder, start, end);
}

static void
write_gap (GxProse *self, GxGap gap, gsize start, gsize end)
{
    if (self->blank.start == self->blank.end)
        self->blank = (GxSpan){ start, end };
    else if (self->blank.end == start)
        self->blank.end = end;
    self->gap = MAX (self->gap, gap);
}

static void
write_white (GxProse *self, gunichar c, gsize start, gsize end)
{
    if (self->breaks > 0 && (c == 0x3000 || c == 0xA0))
        self->indent++;
    write_gap (self, GX_GAP_SOFT, start, end);
}

/* The first bytes of white space, see gx_spacing_is_white(). */
static const guint8 may_be_white[256] = {
    ['\t'] = 1, ['\n'] = 1, ['\v'] = 1, ['\f'] = 1, ['\r'] = 1, [' '] = 1, [0xC2] = 1, [0xE1] = 1, [0xE2] = 1, [0xE3] = 1
};

static void
write_literal (GxProse *self, gsize start, gsize end)
{
    const char *data = self->source.data;
    gsize word = start;

    for (gsize i = start; i < end;) {
        gunichar c;
        gsize next;

        if (!may_be_white[(guint8)data[i]]) {
            i++;
            continue;
        }
        c = g_utf8_get_char (data + i);
        next = (gsize)(g_utf8_next_char (data + i) - data);
        if (gx_spacing_is_white (c)) {
            if (word < i)
                write_word (self, word, i);
            write_white (self, c, i, next);
            word = next;
        }
        i = next;
    }
    if (word < end)
        write_word (self, word, end);
}

static void
write_decoded (GxProse *self, GxStr text, gsize start, gsize end)
{
    gunichar c = g_utf8_get_char (text.data);

    if (gx_spacing_is_white (c)) {
        write_white (self, c, start, end);
        return;
    }
    if (self->blank.start < self->blank.end)
        write_blank (self, c);
    gx_builder_replace (self->builder, text, start, end);
}

static void
write_char (GxProse *self, gunichar c, gsize start, gsize end)
{
    char bytes[6];

    write_decoded (self, (GxStr){ bytes, (gsize)g_unichar_to_utf8 (c, bytes) }, start, end);
}

static void
write_text (GxProse *self, gsize start, gsize end)
{
    const char *data = self->source.data;

    while (start < end) {
        const char *mark = memchr (data + start, '&', end - start);
        gsize at = mark ? (gsize)(mark - data) : end, len, decoded_len = 0;
        char decoded[8];

        if (start < at)
            write_literal (self, start, at);
        if (at == end)
            return;
        len = gx_markup_reference ((GxStr){ data + at, end - at }, self->mode, decoded, &decoded_len);
        if (len > 0 && decoded_len > 0)
            write_decoded (self, (GxStr){ decoded, decoded_len }, at, at + len);
        else
            write_literal (self, at, at + MAX (len, 1));
        start = at + MAX (len, 1);
    }
}

static void
replay (GxProse *self, GArray **pieces)
{
    g_autoptr (GArray) list = *pieces;

    *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
    for (guint i = 0; i < list->len; i++)
        write_piece (self, &g_array_index (list, Piece, i));
}

static void
write_piece (GxProse *self, const Piece *piece)
{
    switch (piece->kind) {
    case PIECE_TEXT:
        write_text (self, piece->start, piece->end);
        break;
    case PIECE_LITERAL:
        write_literal (self, piece->start, piece->end);
        break;
    case PIECE_CHAR:
        write_char (self, piece->value, piece->start, piece->end);
        break;
    case PIECE_GAP:
        write_gap (self, (GxGap)piece->value, piece->start, piece->end);
        break;
    case PIECE_BREAK:
        self->breaks++;
        self->indent = 0;
        self->break_type = (GxBlockType)piece->value;
        write_gap (self, GX_GAP_SOFT, piece->start, piece->end);
        break;
    case PIECE_END:
    default:
        close_block (self, (GxBlockType)piece->value);
        break;
    }
}

/* Writes a piece, or puts it where those of open asides go. */
static void
place (GxProse *self, const Piece *piece)
{
    if (self->asides->len > 0) {
        g_array_append_vals (self->aside, piece, 1);
        return;
    }
    write_piece (self, piece);
    if (piece->kind == PIECE_END && self->aside->len > 0)
        replay (self, &self->aside);
}

static void
release_held (GxProse *self)
{
    for (guint i = 0; i < self->held->len; i++)
        place (self, &g_array_index (self->held, Piece, i));
    g_array_set_size (self->held, 0);
}

static void
take (GxProse *self, PieceKind kind, guint32 value, gsize start, gsize end)
{
    Piece piece = { kind, value, start, end };

    if (start >= end)
        return;
    if (self->mark_depth == 0 || self->held_len > GX_MARK_ROOM) {
        place (self, &piece);
        return;
    }
    self->held_len += end - start;
    g_array_append_val (self->held, piece);
    if (self->held_len > GX_MARK_ROOM)
        release_held (self);
}

void
gx_prose_add (GxProse *self, gsize start, gsize end)
{
    take (self, PIECE_TEXT, 0, start, end);
}

void
gx_prose_add_literal (GxProse *self, gsize start, gsize end)
{
    take (self, PIECE_LITERAL, 0, start, end);
}

void
gx_prose_add_char (GxProse *self, gunichar c, gsize start, gsize end)
{
    take (self, PIECE_CHAR, c, start, end);
}

void
gx_prose_add_token (GxProse *self, const GxToken *token)
{
    if (token->type == GX_TOKEN_TEXT)
        gx_prose_add (self, token->start, token->end);
    else if (token->type == GX_TOKEN_CDATA)
        gx_prose_add_literal (self, token->start, token->end);
}

void
gx_prose_add_gap (GxProse *self, GxGap gap, gsize start, gsize end)
{
    take (self, PIECE_GAP, gap, start, end);
}

void
gx_prose_break_line (GxProse *self, gsize start, gsize end, GxBlockType type)
{
    take (self, PIECE_BREAK, type, start, end);
}

void
gx_prose_end_block (GxProse *self, GxBlockType type)
{
    const Piece piece = { PIECE_END, type, 0, 0 };

    release_held (self);
    place (self, &piece);
}

void
gx_prose_begin_aside (GxProse *self, GxBlockType type)
{
    release_held (self);
    if (self->asides->len > 0)
        gx_prose_end_block (self, g_array_index (self->asides, GxBlockType, self->asides->len - 1));
    g_array_append_val (self->asides, type);
}

void
gx_prose_end_aside (GxProse *self)
{
    guint n = self->asides->len;

    if (n == 0)
        return;
    gx_prose_end_block (self, g_array_index (self->asides, GxBlockType, n - 1));
    g_array_set_size (self->asides, n - 1);
    if (n == 1 && !gx_builder_has_text (self->builder))
        replay (self, &self->aside);
}

void
gx_prose_begin_mark (GxProse *self)
{
    if (self->mark_depth++ == 0)
        self->held_len = 0;
}

static gboolean
is_mark (const GxProse *self, GxMarkKind kind)
{
    GxMarkText text = { .n = 0 };

    for (guint i = 0; i < self->held->len; i++) {
        const Piece *piece = &g_array_index (self->held, Piece, i);

        if (piece->kind != PIECE_TEXT && piece->kind != PIECE_LITERAL)
            return FALSE;
        gx_mark_text_add (&text, (GxStr){ self->source.data + piece->start, piece->end - piece->start });
    }
    return gx_mark_text_is_one (&text, kind == GX_MARK_LINKED);
}

void
gx_prose_end_mark (GxProse *self, GxMarkKind kind)
{
    if (self->mark_depth == 0 || --self->mark_depth > 0)
        return;
    if (self->held->len > 0 && is_mark (self, kind))
        g_array_set_size (self->held, 0);
    release_held (self);
}
