/* SPDX-License-Identifier: GPL-3.0-or-later
 * scan.c - the lookup side of the scanner; prefixes.c builds it. */
#include "scan.h"

#include "prefixes.h"

/* Depth in characters from which the reach of a start is found by halving. */
#define SHALLOW 16
/* Shorter forms offered at one start, so that a pile of nested forms costs no more than this. */
#define MOST_OFFERS 64

/* One run over one text. */
typedef struct {
    const GxScanner *scanner;
    const guint8 *text;
    gsize len;
    guint64 *sums; /* hash of the first i bytes, for i <= n_sums; NULL until a start reaches deep */
    gsize n_sums;
} Run;

static inline gsize
char_end (const Run *run, gsize at)
{
    gsize end = at + gx_char_bytes (run->text[at]);
    return MIN (end, run->len);
}

static void
sum_up_to (Run *run, gsize end)
{
    if (!run->sums) {
        run->sums = g_new (guint64, run->len + 1);
        run->sums[0] = 0;
    }
    for (; run->n_sums < end; run->n_sums++)
        run->sums[run->n_sums + 1] = gx_prefix_hash (run->sums[run->n_sums], run->text + run->n_sums, 1);
}

static guint64
hash_between (const Run *run, gsize start, gsize end)
{
    return run->sums[end] - run->sums[start] * run->scanner->powers[end - start];
}

/* The deepest prefix in the table that starts at start, knowing that node, which ends at end, is one. Prefixes of a prefix are in the
 * table too, so halving finds it. */
static const GxPrefix *
dive (Run *run, gsize start, gsize end, const GxPrefix *node)
{
    gsize low = end;
    gsize high = MIN (run->len, start + run->scanner->longest);

    if (high > low)
        sum_up_to (run, high);
    while (low < high) {
        gsize middle = low + (high - low + 1) / 2;
        while (middle < run->len && middle > low && (run->text[middle] & 0xC0) == 0x80)
            middle--;
        if (middle == low)
            middle = char_end (run, low);
        if (middle > high)
            break;
        const GxPrefix *deeper = gx_prefix_find (run->scanner, hash_between (run, start, middle));
        if (deeper) {
            node = deeper;
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return node;
}

/* The deepest prefix at start of which at most one form goes on, or NULL. */
static const GxPrefix *
descend (Run *run, gsize start, guint shallow)
{
    gsize end = char_end (run, start);
    guint64 hash = gx_prefix_hash (0, run->text + start, end - start);
    const GxPrefix *node = NULL;

    /* Every form of two characters and more has its first two in the table: the first alone need not be looked up before. */
    if (end < run->len) {
        gsize second = char_end (run, end);
        guint64 pair = gx_prefix_hash (hash, run->text + end, second - end);
        node = gx_prefix_find (run->scanner, pair);
        if (node) {
            hash = pair;
            end = second;
        }
    }
    if (!node)
        return gx_prefix_find (run->scanner, hash);

    for (guint depth = 2; node->next == GX_PREFIX_BRANCHES && end < run->len; depth++) {
        if (depth == shallow)
            return dive (run, start, end, node);
        gsize next = char_end (run, end);
        hash = gx_prefix_hash (hash, run->text + end, next - end);
        const GxPrefix *deeper = gx_prefix_find (run->scanner, hash);
        if (!deeper)
            break;
        node = deeper;
        end = next;
    }
    return node;
}

static inline gboolean
stands_at (const Run *run, guint form, gsize start)
{
    GxStr text = run->scanner->forms[form];
    return text.len <= run->len - start && memcmp (run->text + start, text.data, text.len) == 0;
}

/* The longest form at start: the one that alone goes on behind the node, else those that end on the way to it. */
static guint
longest_form (const Run *run, const GxPrefix *node, gsize start)
{
    if (node->next >= GX_PREFIX_TAIL && stands_at (run, node->next - GX_PREFIX_TAIL, start))
        return node->next - GX_PREFIX_TAIL;
    return node->form != GX_NO_FORM && stands_at (run, node->form, start) ? node->form : GX_NO_FORM;
}

/* Offers the forms at start; the end of the one taken, or start when none is. */
static gsize
offer (Run *run, gsize start, GxHitFunc take, gpointer user_data, GArray *hits)
{
    const GxPrefix *node = descend (run, start, SHALLOW);
    guint form = node ? longest_form (run, node, start) : GX_NO_FORM;

    for (guint i = 0; form != GX_NO_FORM && i < MOST_OFFERS; i++) {
        GxHit hit = { start, start + run->scanner->forms[form].len, form };
        if (!take || take (&hit, user_data)) {
            if (hits)
                g_array_append_val (hits, hit);
            return hit.end;
        }
        form = run->scanner->shorter[form];
    }
    return start;
}

/* The character at an offset as a number, and its bytes; 0 at the end. Branches, not a table, tell the length: they are foreseen, so that
 * the next character needn't wait for this one. */
static inline guint32
key_at (const Run *run, gsize at, gsize *n)
{
    guint32 key;

    if (at >= run->len) {
        *n = 0;
        return 0;
    }
    guint8 lead = run->text[at];
    if (lead < 0x80) {
        *n = 1;
        return lead;
    }
    if ((lead & 0xF0) == 0xE0 && at + 4 <= run->len) {
        *n = 3;
        memcpy (&key, run->text + at, 4);
        return GUINT32_FROM_LE (key) & 0xFFFFFF;
    }
    gsize end = char_end (run, at);
    *n = end - at;
    return gx_char_key (run->text, run->len, at, end);
}

void
gx_scanner_scan (const GxScanner *self, GxStr text, GxHitFunc take, gpointer user_data, GArray *hits)
{
    Run run = { self, (const guint8 *)text.data, text.len, NULL, 0 };
    gsize at = 0, n, n_next;
    guint32 key = key_at (&run, 0, &n), next_key;
    gboolean inside_word = FALSE, behind_digit = FALSE;

    while (at < text.len && self->n_forms > 0) {
        gboolean is_word = key < 0x80 && g_ascii_isalnum ((char)key);
        next_key = key_at (&run, at + n, &n_next);
        /* Behind digits a name may begin: 13Biden, note 13. */
        gboolean begins = !(is_word && inside_word) || (behind_digit && !g_ascii_isdigit ((char)key));
        if (begins && gx_prefix_may_start (self, key, next_key)) {
            gsize end = offer (&run, at, take, user_data, hits);
            if (end > at) {
                inside_word = g_ascii_isalnum (text.data[end - 1]);
                behind_digit = g_ascii_isdigit (text.data[end - 1]);
                at = end;
                key = key_at (&run, at, &n);
                continue;
            }
        }
        inside_word = is_word;
        behind_digit = is_word && g_ascii_isdigit ((char)key);
        at += n;
        key = next_key;
        n = n_next;
    }
    g_free (run.sums);
}

guint
gx_scanner_longest_at (const GxScanner *self, GxStr text, gsize start)
{
    Run run = { self, (const guint8 *)text.data, text.len, NULL, 0 };

    if (start >= text.len || self->n_forms == 0)
        return GX_NO_FORM;
    const GxPrefix *node = descend (&run, start, G_MAXUINT);
    return node ? longest_form (&run, node, start) : GX_NO_FORM;
}

guint
gx_scanner_shorter (const GxScanner *self, guint form)
{
    return self->shorter[form];
}
