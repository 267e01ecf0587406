/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-syllables.c - counts of neighbouring syllables, with and without a blank between. */
#include "plain-syllables.h"

/* Bytes of lines that are learned from. */
#define MOST_BYTES (1u << 17)
/* Of the line breaks that the counts tell something of, so many in a hundred are within words where lines break anywhere; where they break
 * at blanks, hardly one looks so. */
#define BROKEN_SHARE 20

/* What isn't Hangul but stands in its words. */
enum { NOTHING = 0, FIRST_SYLLABLE = 0xAC00, LAST_SYLLABLE = 0xD7A3, DIGIT = 0x2C00, LETTER, CLOSING };

/* The two characters before a place and the two behind it. */
typedef struct {
    guint left[2], right[2];
} Place;

/* So few bytes are learned from that no count overflows. */
typedef struct {
    guint32 key; /* of 56 bits mixed; 0: free */
    guint16 joined, apart;
} Count;

struct _GxSyllables {
    Count *counts; /* a table of open addresses */
    guint n_bits;
    gsize n_used;
    gboolean break_anywhere;
};

static gboolean
is_syllable (gunichar c)
{
    return c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE;
}

/* The character as one of 2^14 kinds. */
static guint
kind_of (gunichar c)
{
    if (is_syllable (c))
        return c - FIRST_SYLLABLE + 1;
    if (c < 0x80)
        return g_ascii_isdigit ((gchar)c)         ? DIGIT
               : g_ascii_isalpha ((gchar)c)       ? LETTER
               : c == ')' || c == ']' || c == '%' ? CLOSING
                                                  : NOTHING;
    return c == 0x2019 || c == 0x201D || c == 0x300D || c == 0x300B || c == 0xFF09 ? CLOSING : NOTHING; /* ’”」》） */
}

/* The place in the table that holds the key, or is free for it. */
static Count *
count_of (const GxSyllables *self, guint64 key, guint32 *short_key)
{
    guint64 mixed = key * 0x9E3779B97F4A7C15u, mask = ((guint64)1 << self->n_bits) - 1, at = mixed >> (64 - self->n_bits);

    *short_key = (guint32)(mixed >> 16) | 1;
    while (self->counts[at].key != 0 && self->counts[at].key != *short_key)
        at = (at + 1) & mask;
    return &self->counts[at];
}

/* What is looked at around a place, the most telling first: two and two, two and one, one and two, one and one. */
#define N_LOOKS 4

static guint64
key_of (const Place *p, guint look)
{
    guint64 far = look == 0 || look == 1 ? p->left[0] : 0, near = look == 0 || look == 2 ? p->right[1] : 0;

    return ((guint64)look + 1) << 56 | far << 42 | (guint64)p->left[1] << 28 | (guint64)p->right[0] << 14 | near;
}

static void
learn (GxSyllables *self, const Place *p, gboolean is_apart)
{
    for (guint look = 0; look < N_LOOKS; look++) {
        guint32 key;
        Count *count = count_of (self, key_of (p, look), &key);

        self->n_used += count->key == 0 ? 1 : 0;
        count->key = key;
        *(is_apart ? &count->apart : &count->joined) += 1;
    }
}

/* More than 0 when the characters go together, less when a blank parts them, 0 when nothing tells. */
static gint
judge (const GxSyllables *self, const Place *p)
{
    static const guint first_look[] = { 0, 1, 3, N_LOOKS };

    for (guint i = 0; i + 1 < G_N_ELEMENTS (first_look); i++) {
        gint sum = 0;

        for (guint look = first_look[i]; look < first_look[i + 1]; look++) {
            guint32 key;
            const Count *count = count_of (self, key_of (p, look), &key);

            sum += (gint)count->joined - (gint)count->apart;
        }
        if (sum != 0)
            return sum;
    }
    return 0;
}

static gboolean
is_telling (const Place *p)
{
    return p->left[1] != NOTHING && p->right[0] != NOTHING &&
           ((p->left[1] < DIGIT && p->left[1] > 0) || (p->right[0] < DIGIT && p->right[0] > 0));
}

/* Learns every place inside of a line where two characters stand side by side or with one blank between. */
static void
learn_line (GxSyllables *self, GxStr line)
{
    guint kinds[4] = { NOTHING };
    gboolean apart[4] = { FALSE }; /* whether a blank stands before it */
    const char *p = line.data, *end = line.data + line.len;

    for (guint n = 0; n < 2;) {
        gunichar c = p < end ? gx_char_at (p) : 0;
        gboolean is_apart = c == ' ';

        if (is_apart) {
            p++;
            c = p < end ? gx_char_at (p) : 0;
        }
        kinds[0] = kinds[1], kinds[1] = kinds[2], kinds[2] = kinds[3], kinds[3] = kind_of (c);
        apart[0] = apart[1], apart[1] = apart[2], apart[2] = apart[3], apart[3] = is_apart;
        if (p < end)
            p += g_utf8_skip[(guchar)*p];
        else
            n++;
        {
            Place place = { { apart[1] ? NOTHING : kinds[0], kinds[1] }, { kinds[2], apart[3] ? NOTHING : kinds[3] } };

            if (is_telling (&place))
                learn (self, &place, apart[2]);
        }
    }
}

/* The place where line ends and next begins. */
static Place
place_between (const GxPlain *plain, const GxLine *line, const GxLine *next)
{
    const char *data = plain->text.data, *last = gx_char_before (data + line->end);
    const char *second = data + next->start + g_utf8_skip[(guchar)data[next->start]];

    return (Place){ { last > data + line->start ? kind_of (gx_char_at (gx_char_before (last))) : NOTHING, kind_of (line->last) },
                    { kind_of (next->first), second < data + next->end ? kind_of (gx_char_at (second)) : NOTHING } };
}

/* Whether lines break between any two syllables. */
static gboolean
does_break_anywhere (const GxSyllables *self, const GxPlain *plain)
{
    guint n_joined = 0, n_apart = 0;

    for (guint i = 0; i + 1 < plain->lines->len; i++) {
        const GxLine *line = gx_plain_line (plain, i), *next = gx_plain_line (plain, i + 1);
        gint sum;
        Place place;

        if (line->role != GX_LINE_BODY || next->role != GX_LINE_BODY || line->ends || !gx_syllables_may_break (line->last, next->first))
            continue;
        place = place_between (plain, line, next);
        sum = judge (self, &place);
        n_joined += sum > 0 ? 1 : 0;
        n_apart += sum < 0 ? 1 : 0;
    }
    return n_joined * 100 > (n_joined + n_apart) * BROKEN_SHARE;
}

GxSyllables *
gx_syllables_new (const GxPlain *plain)
{
    GxSyllables *self = g_new0 (GxSyllables, 1);
    gsize n_bytes = 0, n = 0;

    for (guint i = 0; i < plain->lines->len && n_bytes < MOST_BYTES; i++)
        n_bytes += MIN (gx_plain_line (plain, i)->end - gx_plain_line (plain, i)->start, MOST_BYTES);
    for (self->n_bits = 10; (gsize)1 << self->n_bits < MIN (n_bytes, MOST_BYTES) * 2;) /* a syllable has three bytes, and N_LOOKS keys */
        self->n_bits++;
    self->counts = g_new0 (Count, (gsize)1 << self->n_bits);
    for (guint i = 0; i < plain->lines->len && n < MOST_BYTES; i++) {
        GxStr line = { plain->text.data + gx_plain_line (plain, i)->start,
                       gx_plain_line (plain, i)->end - gx_plain_line (plain, i)->start };

        if (line.len > MOST_BYTES - n || self->n_used + line.len * 2 > (gsize)3 << (self->n_bits - 2))
            break; /* a quarter of the table stays free */
        n += line.len;
        learn_line (self, line);
    }
    self->break_anywhere = does_break_anywhere (self, plain);
    return self;
}

void
gx_syllables_free (GxSyllables *self)
{
    if (!self)
        return;
    g_free (self->counts);
    g_free (self);
}

gboolean
gx_syllables_may_break (gunichar last, gunichar first)
{
    return (is_syllable (last) && kind_of (first) != NOTHING) || (is_syllable (first) && kind_of (last) != NOTHING);
}

gboolean
gx_syllables_break_word (const GxSyllables *self, const GxPlain *plain, const GxLine *line, const GxLine *next)
{
    Place place;

    if (!self->break_anywhere)
        return FALSE;
    place = place_between (plain, line, next);
    return judge (self, &place) > 0;
}
