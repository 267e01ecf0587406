/* SPDX-License-Identifier: GPL-3.0-or-later
 * prefixes.c - builds the scanner's tables from the sorted forms. */
#include "prefixes.h"

/* Longest end of a form, in bytes, that is compared at once instead of having its prefixes in the table. */
#define LONGEST_TAIL 64
/* The bitmap: 16 bits a form, from 16 KB to 1 MB. */
#define FEWEST_BITS 17u
#define MOST_BITS   23u
#define ROW_COUNT   12u

static gsize
common_bytes (GxStr a, GxStr b)
{
    gsize n = MIN (a.len, b.len);
    gsize i = 0;

    while (i < n && a.data[i] == b.data[i])
        i++;
    return i;
}

static void
find_shorter (GxScanner *self)
{
    for (guint i = 0; i < self->n_forms; i++) {
        guint32 form = i == 0 ? GX_NO_FORM : i - 1;
        GxStr text = self->forms[i];
        while (form != GX_NO_FORM &&
               (self->forms[form].len >= text.len || memcmp (self->forms[form].data, text.data, self->forms[form].len) != 0))
            form = self->shorter[form];
        self->shorter[i] = form;
    }
}

static void
insert (GxScanner *self, guint64 hash, guint32 form, guint32 next)
{
    guint64 key = hash ? hash : 1;
    gsize place = gx_prefix_place (self, key);

    while (self->prefixes[place].key != 0)
        if (++place == self->capacity)
            place = 0;
    self->prefixes[place] = (GxPrefix){ key, form, next };
}

/* Adds the prefixes that form i is the first to have, or only counts them while there is no table. */
static gsize
add_prefixes (GxScanner *self, guint i)
{
    GxStr text = self->forms[i];
    const guint8 *bytes = (const guint8 *)text.data;
    gsize before = i == 0 ? 0 : common_bytes (self->forms[i - 1], text);
    gsize after = i + 1 == self->n_forms ? 0 : common_bytes (text, self->forms[i + 1]);
    gsize shared = MAX (before, after);
    gsize end = 0, n = 0;
    guint64 hash = 0;

    for (guint depth = 1; end < text.len; depth++) {
        gsize start = end;
        end = MIN (text.len, end + gx_char_bytes (bytes[end]));
        if (self->prefixes)
            hash = gx_prefix_hash (hash, bytes + start, end - start);
        gboolean branches = end <= shared || (end < text.len && (depth == 1 || text.len - end > LONGEST_TAIL));
        if (end > before || i == 0) {
            n++;
            if (self->prefixes) {
                guint32 next = branches ? GX_PREFIX_BRANCHES : end < text.len ? GX_PREFIX_TAIL + i : GX_PREFIX_ENDS;
                insert (self, hash, end == text.len ? i : self->shorter[i], next);
            }
        }
        if (!branches)
            break;
    }
    return n;
}

static void
fill_prefixes (GxScanner *self)
{
    gsize n = 0;

    for (guint i = 0; i < self->n_forms; i++)
        n += add_prefixes (self, i);
    self->capacity = n + n / 2 + 8;
    g_assert (self->capacity < G_MAXUINT32);
    self->prefixes = g_new0 (GxPrefix, self->capacity);
    for (guint i = 0; i < self->n_forms; i++)
        (void)add_prefixes (self, i);
}

static void
fill_bits (GxScanner *self)
{
    guint bits = FEWEST_BITS;

    while (bits < MOST_BITS && ((guint64)1 << bits) < (guint64)self->n_forms * 16)
        bits++;
    self->n_row_count = ROW_COUNT;
    self->n_row_bits = bits - ROW_COUNT;
    self->bits = g_new0 (guint64, ((gsize)1 << bits) / 64);
    for (guint i = 0; i < self->n_forms; i++) {
        GxStr text = self->forms[i];
        const guint8 *bytes = (const guint8 *)text.data;
        gsize first = MIN (text.len, gx_char_bytes (bytes[0]));
        guint32 key = gx_char_key (bytes, text.len, 0, first);
        if (first < text.len) {
            gsize second = MIN (text.len, first + gx_char_bytes (bytes[first]));
            gsize bit = gx_prefix_bit (self, key, gx_char_key (bytes, text.len, first, second));
            self->bits[bit / 64] |= (guint64)1 << (bit % 64);
        } else {
            /* A form of one character may be followed by anything. */
            gsize row = gx_prefix_bit (self, key, 0) >> self->n_row_bits << self->n_row_bits;
            for (gsize bit = row; bit < row + ((gsize)1 << self->n_row_bits); bit++)
                self->bits[bit / 64] |= (guint64)1 << (bit % 64);
        }
    }
}

GxScanner *
gx_scanner_new (const GxStr *forms, guint n_forms)
{
    GxScanner *self = g_new0 (GxScanner, 1);

    self->n_forms = n_forms;
    self->forms = g_new (GxStr, MAX (n_forms, 1));
    self->shorter = g_new (guint32, MAX (n_forms, 1));
    for (guint i = 0; i < n_forms; i++) {
        self->forms[i] = forms[i];
        self->longest = MAX (self->longest, forms[i].len);
    }
    self->powers = g_new (guint64, self->longest + 1);
    self->powers[0] = 1;
    for (gsize i = 1; i <= self->longest; i++)
        self->powers[i] = self->powers[i - 1] * GX_HASH_BASE;
    find_shorter (self);
    fill_prefixes (self);
    fill_bits (self);
    return self;
}

static gint
by_bytes (gconstpointer a, gconstpointer b)
{
    const char *const *left = a, *const *right = b;
    return strcmp (*left, *right);
}

GxScanner *
gx_scanner_of (GPtrArray *texts)
{
    g_autofree GxStr *forms = g_new (GxStr, MAX (texts->len, 1));

    g_ptr_array_sort (texts, by_bytes);
    for (guint i = 0; i < texts->len; i++)
        forms[i] = gx_str (texts->pdata[i]);
    return gx_scanner_new (forms, texts->len);
}

void
gx_scanner_free (GxScanner *self)
{
    if (!self)
        return;
    g_free (self->forms);
    g_free (self->shorter);
    g_free (self->prefixes);
    g_free (self->bits);
    g_free (self->powers);
    g_free (self);
}

gsize
gx_scanner_size (const GxScanner *self)
{
    return sizeof *self + self->n_forms * (sizeof *self->forms + sizeof *self->shorter) + self->capacity * sizeof *self->prefixes +
           ((gsize)1 << (self->n_row_bits + self->n_row_count)) / 8 + (self->longest + 1) * sizeof *self->powers;
}
