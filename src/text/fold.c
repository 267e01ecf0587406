/* SPDX-License-Identifier: GPL-3.0-or-later
 * fold.c - one pass over the text, and the map back.
 *
 * The map is a list of runs. In a straight run every folded character has as many bytes as the clean one it stands for (Chinese text is one
 * such run from blank to blank); a melted run is a piece whose length changed, and it only maps as a whole. */
#include "fold.h"
#include "fold-table.h"

#include <unicode/uchar.h>

typedef struct {
    gsize folded, clean; /* where it begins */
    gsize clean_len;     /* of a melted run; 0: a straight run */
} Run;

struct _GxFolded {
    char *data;
    gsize len, room;
    GArray *runs; /* of Run, ascending in both offsets */
};

/* What white space between two characters depends on. */
typedef enum { SIDE_NONE, SIDE_BREAK, SIDE_WIDE, SIDE_MARK, SIDE_OTHER } Side;

typedef struct {
    GxFolded *out;
    const GxFoldTable *table;
    GxStr text;
    gsize at;          /* next byte to read */
    gsize blank_start; /* where the white space before `at` began, when has_blank */
    gboolean has_blank;
    Side side;                /* of the last character written */
    gsize last_start;         /* clean start of the last character, when has_last: an accent may follow */
    gsize last_len, last_run; /* length of the folded text and of the runs before it was written */
    Side last_side;           /* what side was before it */
    gboolean has_last;
} Folder;

/* The character at *at, which moves behind it; U+FFFD for a damaged byte. */
static inline gunichar
next_char (GxStr text, gsize *at)
{
    const guint8 *p = (const guint8 *)text.data + *at;
    gsize left = text.len - *at;
    gunichar c;

    if (p[0] < 0x80) {
        *at += 1;
        return p[0];
    }
    if (left >= 3 && p[0] > 0xE0 && p[0] < 0xED && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
        *at += 3;
        return (gunichar)((p[0] & 0x0F) << 12 | (p[1] & 0x3F) << 6 | (p[2] & 0x3F));
    }
    c = g_utf8_get_char_validated ((const char *)p, (gssize)MIN (left, 6));
    if (c == (gunichar)-1 || c == (gunichar)-2) {
        *at += 1;
        return 0xFFFD;
    }
    *at += (gsize)g_unichar_to_utf8 (c, NULL);
    return c;
}

static inline gboolean
is_wide (gunichar c)
{
    return (c >= 0x3001 && c <= 0x312F) || (c >= 0x3190 && c <= 0x319F) || (c >= 0x31C0 && c <= 0x31FF) || gx_is_han (c);
}

static inline Side
side_of (gunichar c)
{
    if (c >= 0x4E00 && c <= 0x9FFF)
        return SIDE_WIDE;
    if (c < 0x80)
        return g_ascii_ispunct ((char)c) ? SIDE_MARK : SIDE_OTHER;
    if (is_wide (c))
        return SIDE_WIDE;
    return u_ispunct ((UChar32)c) ? SIDE_MARK : SIDE_OTHER;
}

static void
make_room (GxFolded *self, gsize more)
{
    if (self->room - self->len >= more)
        return;
    self->room = self->room + self->room / 2 + more;
    self->data = g_realloc (self->data, self->room);
}

static inline void
start_run (Folder *f, gsize clean, gsize clean_len)
{
    GArray *runs = f->out->runs;
    const Run *last = runs->len > 0 ? &g_array_index (runs, Run, runs->len - 1) : NULL;
    Run run = { f->out->len, clean, clean_len };

    if (last && clean_len == 0 && last->clean_len == 0 && clean - last->clean == f->out->len - last->folded)
        return;
    g_array_append_val (runs, run);
}

static inline void
append_char (GxFolded *self, gunichar c)
{
    guint8 *p = (guint8 *)self->data + self->len;

    if (c < 0x80) {
        p[0] = (guint8)c;
        self->len += 1;
    } else if (c >= 0x800 && c <= 0xFFFF) {
        p[0] = (guint8)(0xE0 | c >> 12);
        p[1] = (guint8)(0x80 | (c >> 6 & 0x3F));
        p[2] = (guint8)(0x80 | (c & 0x3F));
        self->len += 3;
    } else
        self->len += (gsize)g_unichar_to_utf8 (c, self->data + self->len);
}

/* Writes the white space before a character of this side, or leaves it out. */
static void
settle_blank (Folder *f, Side next, gsize start)
{
    gboolean wide = (f->side == SIDE_WIDE && (next == SIDE_WIDE || next == SIDE_MARK)) || (f->side == SIDE_MARK && next == SIDE_WIDE);

    f->has_blank = FALSE;
    if (wide || f->side == SIDE_BREAK)
        return;
    make_room (f->out, 4);
    start_run (f, f->blank_start, start - f->blank_start == 1 ? 0 : start - f->blank_start);
    append_char (f->out, ' ');
}

/* Whether what is written next at the byte to be read next goes on with a straight run. */
static inline gboolean
is_straight (const Folder *f)
{
    const Run *last = &g_array_index (f->out->runs, Run, f->out->runs->len - 1);

    return last->clean_len == 0 && f->at - last->clean == f->out->len - last->folded;
}

/* Remembers the state before a character is written, so that an accent after it can take it back. */
static inline void
mark_last (Folder *f, gsize start)
{
    f->last_start = start;
    f->last_len = f->out->len;
    f->last_run = f->out->runs->len;
    f->last_side = f->side;
    f->has_last = TRUE;
}

/* Writes the n characters of clean bytes [start, at) melted together. */
static void
put_melted (Folder *f, const gunichar *cluster, guint n, gsize start)
{
    gunichar out[GX_FOLD_EXPANDED];
    guint n_out = gx_fold_table_expand (cluster, n, out);

    if (n_out == 0)
        return;
    if (f->has_blank)
        settle_blank (f, side_of (out[0]), start);
    mark_last (f, start);
    make_room (f->out, (gsize)n_out * 6);
    start_run (f, start, f->at - start);
    for (guint i = 0; i < n_out; i++)
        append_char (f->out, out[i]);
    f->side = side_of (out[n_out - 1]);
}

static gboolean
is_dropped (const GxFoldTable *table, gunichar c)
{
    gunichar out[GX_FOLD_EXPANDED];

    return c > 0xFFFF ? gx_fold_table_expand (&c, 1, out) == 0 : table->to[c] == GX_FOLD_DROP;
}

/* A character that melts into the one before it: takes that back and writes both, with all that follow, at once. */
static void
melt (Folder *f, gunichar c, gsize start)
{
    gunichar cluster[GX_FOLD_CLUSTER];
    guint n = 0;

    if (f->has_last && !f->has_blank) {
        gsize before = f->last_start;

        cluster[n++] = next_char (f->text, &before);
        start = f->last_start;
        f->out->len = f->last_len;
        g_array_set_size (f->out->runs, (guint)f->last_run);
        f->side = f->last_side;
    }
    cluster[n++] = c;
    for (gsize next = f->at; n < GX_FOLD_CLUSTER && next < f->text.len;) {
        gunichar more = next_char (f->text, &next);

        if (is_dropped (f->table, more)) /* it parts nothing */
            continue;
        if (!gx_fold_table_joins (f->table, more))
            break;
        cluster[n++] = more;
        f->at = next;
    }
    put_melted (f, cluster, n, start);
    f->has_last = FALSE;
}

static void
put_line_break (Folder *f, gsize start)
{
    f->has_blank = FALSE;
    make_room (f->out, 1);
    start_run (f, start, 0);
    append_char (f->out, '\n');
    f->side = SIDE_BREAK;
    f->has_last = FALSE;
}

static inline void
put_char (Folder *f, gunichar folded, gsize start)
{
    Side side = side_of (folded);
    gsize clean_len = f->at - start, folded_len = folded < 0x80 ? 1 : folded < 0x800 ? 2 : 3;

    if (G_UNLIKELY (f->has_blank))
        settle_blank (f, side, start);
    if (G_UNLIKELY (f->out->room - f->out->len < 4))
        make_room (f->out, 4);
    mark_last (f, start);
    start_run (f, start, clean_len == folded_len ? 0 : clean_len);
    append_char (f->out, folded);
    f->side = side;
}

/* Whether the full-width stop just read stands between two letters of East Asia, where it is a dot between names. */
static gboolean
is_name_dot (const Folder *f)
{
    const GxFolded *out = f->out;
    gunichar right = 0;

    if (f->has_blank || out->len == 0)
        return FALSE;
    if (f->side != SIDE_WIDE && !gx_is_hangul (g_utf8_get_char (g_utf8_prev_char (out->data + out->len))))
        return FALSE;
    for (gsize next = f->at; next < f->text.len;) {
        right = next_char (f->text, &next);
        if (!is_dropped (f->table, right))
            break;
    }
    return f->side == SIDE_WIDE ? is_wide (right) : gx_is_hangul (right);
}

static inline void
fold_char (Folder *f)
{
    gsize start = f->at;
    gunichar c = next_char (f->text, &f->at);
    guint16 folded;

    if (G_UNLIKELY (c > 0xFFFF)) {
        if (gx_fold_table_joins (f->table, c))
            melt (f, c, start);
        else
            put_melted (f, &c, 1, start);
        return;
    }
    folded = G_UNLIKELY (c == 0xFF0E) && is_name_dot (f) ? 0xB7 : f->table->to[c];
    if (c >= 0x300 && G_UNLIKELY ((f->table->joins[c / 8] >> c % 8 & 1) != 0) && folded != GX_FOLD_DROP)
        melt (f, c, start);
    else if (G_LIKELY (folded > GX_FOLD_LONG)) {
        if (G_UNLIKELY (folded == '\n'))
            put_line_break (f, start);
        else
            put_char (f, folded, start);
    } else if (folded == GX_FOLD_BLANK) {
        if (!f->has_blank)
            f->blank_start = start;
        f->has_blank = TRUE;
    } else if (folded == GX_FOLD_LONG)
        put_melted (f, &c, 1, start);
}

/* A run of Han characters behind one already written: each is as long as its folded form, so that nothing but bytes need be written. */
static void
fold_han_run (Folder *f)
{
    const guint8 *p = (const guint8 *)f->text.data + f->at, *end = (const guint8 *)f->text.data + f->text.len, *start = p;
    guint8 *out;

    make_room (f->out, (gsize)(end - p) + 4);
    out = (guint8 *)f->out->data + f->out->len;
    for (; end - p >= 3 && p[0] >= 0xE4 && p[0] <= 0xE9 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80; p += 3, out += 3) {
        gunichar c = f->table->to[(p[0] & 0x0F) << 12 | (p[1] & 0x3F) << 6 | (p[2] & 0x3F)];

        if (c < 0x4000)
            break;
        out[0] = (guint8)(0xE0 | c >> 12);
        out[1] = (guint8)(0x80 | (c >> 6 & 0x3F));
        out[2] = (guint8)(0x80 | (c & 0x3F));
    }
    if (p == start)
        return;
    f->at += (gsize)(p - start);
    f->out->len += (gsize)(p - start);
    f->last_start = f->at - 3;
    f->last_len = f->out->len - 3;
    f->last_run = f->out->runs->len;
    f->last_side = SIDE_WIDE;
}

GxFolded *
gx_fold_new (GxStr text)
{
    GxFolded *self = g_new (GxFolded, 1);
    Folder f = { .out = self, .table = gx_fold_table_get (), .text = text, .side = SIDE_NONE };

    self->len = 0;
    self->room = text.len + 16;
    self->data = g_malloc (self->room);
    self->runs = g_array_new (FALSE, FALSE, sizeof (Run));
    while (f.at < text.len) {
        fold_char (&f);
        if (f.side == SIDE_WIDE && f.has_last && !f.has_blank && is_straight (&f))
            fold_han_run (&f);
    }
    if (f.has_blank)
        settle_blank (&f, SIDE_OTHER, text.len);
    make_room (self, 1);
    self->data[self->len] = '\0';
    return self;
}

void
gx_folded_free (GxFolded *self)
{
    if (!self)
        return;
    g_free (self->data);
    g_array_unref (self->runs);
    g_free (self);
}

GxStr
gx_folded_text (const GxFolded *self)
{
    return (GxStr){ self->data, self->len };
}

/* The last run that begins at or before offset; offsets are those of the folded text or of the clean one, as key is the place of either in
 * Run. */
static guint
find_run (const GxFolded *self, gsize offset, gsize key)
{
    guint low = 0, high = self->runs->len;

    while (high - low > 1) {
        guint middle = low + (high - low) / 2;
        const char *run = (const char *)&g_array_index (self->runs, Run, middle);

        if (*(const gsize *)(run + key) <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

GxSpan
gx_folded_clean (const GxFolded *self, gsize start, gsize end)
{
    const Run *first, *last;
    GxSpan span;

    g_return_val_if_fail (start < end && end <= self->len, ((GxSpan){ 0, 0 }));

    first = &g_array_index (self->runs, Run, find_run (self, start, G_STRUCT_OFFSET (Run, folded)));
    last = &g_array_index (self->runs, Run, find_run (self, end - 1, G_STRUCT_OFFSET (Run, folded)));
    span.start = first->clean_len > 0 ? first->clean : first->clean + (start - first->folded);
    span.end = last->clean_len > 0 ? last->clean + last->clean_len : last->clean + (end - last->folded);
    return span;
}

gsize
gx_folded_from_clean (const GxFolded *self, gsize clean)
{
    const Run *run;
    guint i;
    gsize end, folded;

    if (self->runs->len == 0)
        return self->len;
    i = find_run (self, clean, G_STRUCT_OFFSET (Run, clean));
    run = &g_array_index (self->runs, Run, i);
    end = i + 1 < self->runs->len ? run[1].folded : self->len;
    if (clean <= run->clean)
        return run->folded;
    if (run->clean_len > 0)
        return end;
    folded = run->folded + MIN (clean - run->clean, end - run->folded);
    while (folded < end && ((guint8)self->data[folded] & 0xC0) == 0x80)
        folded++;
    return folded;
}

char *
gx_fold_name (const char *name)
{
    g_autoptr (GxFolded) folded = gx_fold_new (gx_str (name));

    return g_strstrip (g_strndup (folded->data, folded->len));
}

gunichar
gx_fold_char (gunichar c)
{
    gunichar out[GX_FOLD_EXPANDED];
    guint16 folded;

    if (c > 0xFFFF)
        return c <= 0x10FFFF && gx_fold_table_expand (&c, 1, out) == 1 ? out[0] : c;
    folded = gx_fold_table_get ()->to[c];
    if (folded == GX_FOLD_BLANK)
        return ' ';
    return folded == GX_FOLD_LONG ? c : folded;
}
