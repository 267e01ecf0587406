/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-marks.c - where a number in the text may point to a note. */
#include "plain-marks.h"
#include "byte-blocks.h"
#include "plain-kinds.h"
#include "spacing.h"

/* Characters beyond ASCII that make the digits before them a quantity, a date or a rank, sorted; a digit that follows them is no mark:
 * °–—℃、万世个人亿代以份位余個倍億元册分到十千卷号名后吨周噸国國场場多天家屆届岁席年度後日时時月期条枚架條次歲点版百省
 * 票种秒種章節米类級级至艘节萬號輛輪轮辆頁項類页项餘點％）．～ */
static const gunichar units[] = { 0x00B0, 0x2013, 0x2014, 0x2103, 0x3001, 0x4E07, 0x4E16, 0x4E2A, 0x4EBA, 0x4EBF, 0x4EE3, 0x4EE5, 0x4EFD,
                                  0x4F4D, 0x4F59, 0x500B, 0x500D, 0x5104, 0x5143, 0x518C, 0x5206, 0x5230, 0x5341, 0x5343, 0x5377, 0x53F7,
                                  0x540D, 0x540E, 0x5428, 0x5468, 0x5678, 0x56FD, 0x570B, 0x573A, 0x5834, 0x591A, 0x5929, 0x5BB6, 0x5C46,
                                  0x5C4A, 0x5C81, 0x5E2D, 0x5E74, 0x5EA6, 0x5F8C, 0x65E5, 0x65F6, 0x6642, 0x6708, 0x671F, 0x6761, 0x679A,
                                  0x67B6, 0x689D, 0x6B21, 0x6B72, 0x70B9, 0x7248, 0x767E, 0x7701, 0x7968, 0x79CD, 0x79D2, 0x7A2E, 0x7AE0,
                                  0x7BC0, 0x7C73, 0x7C7B, 0x7D1A, 0x7EA7, 0x81F3, 0x8258, 0x8282, 0x842C, 0x865F, 0x8F1B, 0x8F2A, 0x8F6E,
                                  0x8F86, 0x9801, 0x9805, 0x985E, 0x9875, 0x9879, 0x9918, 0x9EDE, 0xFF05, 0xFF09, 0xFF0E, 0xFF5E };
/* Those that lead up to a number, sorted: –—了仅僅共到整有每第約约至超达近逾達～ */
static const gunichar ranks[] = { 0x2013, 0x2014, 0x4E86, 0x4EC5, 0x50C5, 0x5171, 0x5230, 0x6574, 0x6709, 0x6BCF,
                                  0x7B2C, 0x7D04, 0x7EA6, 0x81F3, 0x8D85, 0x8FBE, 0x8FD1, 0x903E, 0x9054, 0xFF5E };

/* Digits of a mark. */
#define MOST_DIGITS 3

static gboolean
stands_in (gunichar c, const char *set)
{
    if (c < 0x80)
        return c != 0 && strchr (set, (int)c) != NULL;
    for (; *set != '\0'; set += g_utf8_skip[(guchar)*set])
        if (gx_char_at (set) == c)
            return TRUE;
    return FALSE;
}

static gunichar
char_at (GxStr text, gsize at)
{
    return at < text.len ? gx_char_at (text.data + at) : 0;
}

/* Whether c is one of the sorted characters. */
static gboolean
is_among (gunichar c, const gunichar *sorted, guint n)
{
    guint low = 0, high = n;

    while (low < high) {
        guint middle = low + (high - low) / 2;

        if (sorted[middle] < c)
            low = middle + 1;
        else
            high = middle;
    }
    return low < n && sorted[low] == c;
}

/* Whether c makes the digits before it a quantity. */
static gboolean
is_unit (gunichar c)
{
    if (c < 0x80)
        return c != 0 && strchr ("%~-.:/)", (int)c) != NULL;
    return is_among (c, units, G_N_ELEMENTS (units));
}

/* Whether c is a Han letter or a syllable of Hangul, as nearly all wide letters are. */
static gboolean
is_common_letter (gunichar c)
{
    return (c >= 0x4E00 && c < 0x9FF0) || (c >= 0xAC00 && c <= 0xD7A3);
}

/* How much a number behind c looks like a mark; 0: not at all. Behind Latin letters it belongs to a name (G20). */
static guint
score_behind (gunichar c, gunichar before)
{
    if (c < 0x80 && c != 0) {
        if (c == '.' && g_unichar_isdigit (before))
            return 0;
        return strchr (".!?;,:", (int)c) ? 3 : strchr (")]\"'", (int)c) ? 2 : 0;
    }
    if (gx_plain_is_end_mark (c) || c == 0xFF0C || c == 0x3001)
        return c == 0x3001 || c == 0xFF1A ? 1 : 3; /* 、： lead up to numbers */
    if (gx_plain_is_closing (c))
        return 2;
    return (is_common_letter (c) || (c >= 0x1100 && g_unichar_iswide (c) && g_unichar_isalpha (c))) &&
                   !is_among (c, ranks, G_N_ELEMENTS (ranks))
               ? 1
               : 0;
}

/* Whether n_digits digits of this value may stand before a unit of dates; TRUE before any other unit. */
static gboolean
fits_unit (gunichar unit, guint value, gsize n_digits)
{
    switch (unit) {
    case 0x5E74: /* 年 */
        return n_digits <= 2 || (n_digits == 4 && value >= 1000 && value < 3000);
    case 0x6708: /* 月 */
        return value <= 12;
    case 0x65E5: /* 日 */
    case 0x53F7: /* 号 */
        return value <= 31;
    default:
        return TRUE;
    }
}

static guint
value_of (GxStr text, gsize start, gsize end)
{
    guint value = 0;

    for (; start < end; start++)
        value = value % 100000 * 10 + (guint)(text.data[start] - '0');
    return value;
}

/* Whether the digits from `at` on begin a date or a quantity of their own: so 22 in `221 月` is a mark before 1 月. A run that is a date as
 * a whole, from start on, is not taken apart. */
static gboolean
begins_quantity (GxStr text, gsize start, gsize at)
{
    gsize digits = at, next;
    gunichar unit;

    while (digits < text.len && g_ascii_isdigit (text.data[digits]))
        digits++;
    if (digits == at || text.data[at] == '0')
        return FALSE;
    for (next = digits; next < text.len && text.data[next] == ' ';)
        next++;
    unit = char_at (text, next);
    if (!is_unit (unit) || !fits_unit (unit, value_of (text, at, digits), digits - at))
        return FALSE;
    return !(unit == 0x5E74 && digits - start == 4) &&
           !(unit != 0x5E74 && digits - start <= 2 && fits_unit (unit, value_of (text, start, digits), 2));
}

/* Whether no number goes with what follows: a Han numeral, or 以 but for 以上 and its like. */
static gboolean
refuses_number (GxStr text, gsize at)
{
    gunichar c = char_at (text, at);

    return c == 0x4EE5 ? !stands_in (char_at (text, at + 3), "上下内外前后內後") : stands_in (c, "一二三四五六七八九");
}

/* What is left of a mark's score by what follows it at `at`: nothing before letters or a mark of its own (1、 2.5), little before a unit,
 * where it may still be one (。32日本). */
static guint
score_before (GxStr text, gsize at, guint score)
{
    gunichar c = char_at (text, at);

    if (c < 0x80 ? c != 0 && (g_ascii_isalpha ((char)c) || strchr (".:/)-%", (int)c)) : stands_in (c, "、．）～—–：％℃°"))
        return 0;
    while (c == ' ')
        c = char_at (text, ++at);
    if (is_unit (c) && !refuses_number (text, at))
        return score >= 3 ? 1 : 0;
    return score;
}

static gboolean
is_superscript (gunichar c)
{
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
}

/* Bytes of a mark that can be nothing else at the start of text: ^[7], ¹². */
static gsize
sign_len (GxStr text)
{
    guint number;
    gsize at = 0;

    if (text.data[0] == '^' && text.len > 1) {
        return gx_note_number (text, GX_NOTE_BRACKETS, &number);
    }
    while (is_superscript (char_at (text, at)))
        at += (gsize)g_utf8_skip[(guchar)text.data[at]];
    return at;
}

typedef struct {
    GArray *found;
    const GxNoteStarts *starts;
    GxStr text; /* up to the line's end */
    gsize line_start;
    gunichar next;                      /* the first character of the line below, 0 when there is none */
    gunichar last, before;              /* the two characters at the end of the line above */
    gsize brackets_start, brackets_end; /* the row of bracketed marks passed last: what is before it is before what follows too */
} Scan;

static gboolean
is_start (const Scan *s, GxNoteStyle style, guint number)
{
    return number < GX_N_NOTE_NUMBERS && s->starts->is_there[style][number];
}

static void
add (Scan *s, GxNoteStyle style, guint number, gsize start, gsize end, guint score)
{
    GxMarkCandidate candidate = { style, number, start, end, 0, 0, score };
    gboolean is_any = style == GX_NOTE_BRACKETS || style == GX_NOTE_SIGNS;

    if (number > 0 && score > 0 && (is_any || is_start (s, style, number)))
        g_array_append_val (s->found, candidate);
}

/* Whether a note has the number that the digits [start, end) are or begin with. */
static gboolean
may_be_number (const Scan *s, gsize start, gsize end)
{
    guint number = 0;

    for (gsize at = start; at < end && at < start + MOST_DIGITS; at++) {
        number = number * 10 + (guint)(s->text.data[at] - '0');
        if (is_start (s, GX_NOTE_DIGITS, number))
            return TRUE;
    }
    return FALSE;
}

/* The readings of the run of digits [start, end) as a mark: all of it, or its first digits before a quantity. */
static void
add_digits (Scan *s, gsize start, gsize end, guint score)
{
    GxStr text = s->text;
    guint number = 0;

    for (gsize at = start; at < end && at < start + MOST_DIGITS && text.data[start] != '0'; at++) {
        number = number * 10 + (guint)(text.data[at] - '0');
        if (at + 1 < end) {
            if (score >= 2 && begins_quantity (text, start, at + 1))
                add (s, GX_NOTE_DIGITS, number, start, at + 1, score - 1);
        } else
            add (s, GX_NOTE_DIGITS, number, start, end, score_before (text, end, score));
    }
}

/* The two characters in front of byte `at`, white space aside. */
static void
look_back (const Scan *s, gsize at, gunichar *last, gunichar *before)
{
    gunichar seen[2] = { 0, 0 };
    guint n = 0;

    if (at == s->brackets_end && at > s->line_start)
        at = s->brackets_start;
    while (at > s->line_start && n < 2) {
        const char *p = gx_char_before (s->text.data + at);
        gunichar c = gx_char_at (p);

        at = (gsize)(p - s->text.data);
        if (!gx_spacing_is_white (c))
            seen[n++] = c;
        else if (n == 1)
            break;
    }
    *last = n > 0 ? seen[0] : s->last;
    *before = n > 1 ? seen[1] : n == 1 ? s->last : s->before;
}

/* Whether a number behind a blank at `at` belongs to what is before it after all: no blank sets it apart from the word behind it. */
static gboolean
leans_back (const Scan *s, gsize at, gsize end)
{
    gunichar after = char_at (s->text, end);

    return at > s->line_start && after >= 0x2E80 && (!is_unit (after) || refuses_number (s->text, end)) && g_unichar_isalpha (after);
}

/* Whether the digits at `at` end a Latin word of at least four small letters: `treaty3`. */
static gboolean
ends_word (const Scan *s, gsize at)
{
    gsize n = 0;

    while (at > s->line_start && g_ascii_islower (s->text.data[at - 1]) && n < 4) {
        at--;
        n++;
    }
    return n == 4;
}

/* A run of digits at `at`; returns its end. */
static gsize
scan_digits (Scan *s, gsize at)
{
    gunichar last, before;
    gsize end = at;
    guint score;
    gboolean is_apart;

    while (end < s->text.len && g_ascii_isdigit (s->text.data[end]))
        end++;
    if (end - at > 8 || s->text.data[at] == '0' || !may_be_number (s, at, end))
        return end;
    is_apart = at > s->line_start && gx_spacing_is_white (gx_char_at (gx_char_before (s->text.data + at)));
    look_back (s, at, &last, &before);
    if (last < 0x80 ? g_ascii_isdigit ((gchar)last) : !is_common_letter (last) && g_unichar_isdigit (last))
        return end;
    score = score_behind (last, before);
    if (score == 0 && (ends_word (s, at) || (last >= 0x2E80 && (refuses_number (s->text, end) ||
                                                                (end == s->text.len && stands_in (s->next, "一二三四五六七八九"))))))
        score = 1;
    /* A blank sets a number apart from the word before it: then it counts only behind the end of a sentence, or on a new line. */
    if (!is_apart || score == 3 || (score > 0 && leans_back (s, at, end)))
        add_digits (s, at, end, score);
    return end;
}

/* Bytes of a row of numbers in brackets at the start of text: [2,3], [2-4]; number is the first of them. */
static gsize
number_row (GxStr text, guint *number)
{
    gsize at = 1, most = MIN (text.len, 24);

    *number = 0;
    if (text.data[0] != '[')
        return 0;
    for (; at < most && g_ascii_isdigit (text.data[at]) && *number < 1000; at++)
        *number = *number * 10 + (guint)(text.data[at] - '0');
    if (at == 1 || *number == 0 || *number >= 1000)
        return 0;
    while (at < most && (g_ascii_isdigit (text.data[at]) || strchr (",- ", text.data[at])))
        at++;
    return at < most && text.data[at] == ']' && g_ascii_isdigit (text.data[at - 1]) ? at + 1 : 0;
}

/* A sign at `at` that is no digit; returns where to go on. */
static gsize
scan_sign (Scan *s, gsize at)
{
    GxStr rest = { s->text.data + at, s->text.len - at };
    gunichar c = gx_char_at (rest.data), last, before;
    gsize len = (gsize)g_utf8_skip[(guchar)*rest.data], mark;
    guint number, score;

    look_back (s, at, &last, &before);
    score = score_behind (last, before);
    if ((c == '^' || is_superscript (c)) && (mark = sign_len (rest)) > 0) {
        if (c == '^' && gx_note_number (rest, GX_NOTE_BRACKETS, &number) > 0)
            add (s, GX_NOTE_BRACKETS, number, at, at + mark, 3);
        /* At the start of a line it may be a note's own number. */
        if (c == '^' ? at > s->line_start || mark == rest.len : score > 0)
            add (s, GX_NOTE_SIGNS, 1, at, at + mark, 3);
        return at + mark;
    }
    if (at == s->line_start)
        return at + len;
    if (gx_note_number (rest, GX_NOTE_CIRCLED, &number) > 0)
        add (s, GX_NOTE_CIRCLED, number, at, at + len, MAX (score, 1));
    else if ((mark = gx_note_number (rest, GX_NOTE_BRACKETS, &number)) > 0 || (mark = number_row (rest, &number)) > 0) {
        add (s, GX_NOTE_BRACKETS, number, at, at + mark, MAX (score, 1));
        if (at != s->brackets_end)
            s->brackets_start = at;
        return s->brackets_end = at + mark;
    } else if ((mark = gx_note_number (rest, GX_NOTE_STARS, &number)) > 0) {
        gunichar after = char_at (s->text, at + mark);

        if (!gx_spacing_is_white (gx_char_at (gx_char_before (rest.data))) && !(after < 0x80 && g_ascii_isalnum ((gchar)after)))
            add (s, GX_NOTE_STARS, number, at, at + mark, MAX (score, 1));
        return at + mark;
    }
    return at + len;
}

/* Which of the bytes at p may begin a sign: ^ [ * ¹ † ① ㉑ 〔 ［. */
static guint
find_signs (const guint8 *p)
{
    GxBytes b = gx_bytes_load (p), next = gx_bytes_load (p + 1), then = gx_bytes_load (p + 2);
    GxBytes found = (GxBytes)(b == '^') | (GxBytes)(b == '*') | (GxBytes)(b == '[') | (GxBytes)(b == 0xC2);

    found |= (GxBytes)(b == 0xE2) & ((GxBytes)((next & 0xFE) == 0x80) | (GxBytes)(next == 0x91));
    found |= (GxBytes)(b == 0xE3) & (((GxBytes)(next == 0x80) & (GxBytes)(then == 0x94)) | (GxBytes)(next == 0x89));
    found |= (GxBytes)(b == 0xEF) & (GxBytes)(next == 0xBC) & (GxBytes)(then == 0xBB);
    return gx_bytes_mask (found);
}

/* Which of the bytes at p begin a run of digits. Was_digit: the byte before p is one; that of the next block's is noted there. */
static guint
find_runs (const guint8 *p, guint *was_digit)
{
    guint digits = gx_bytes_mask ((GxBytes)(gx_bytes_load (p) - '0' < 10));
    guint runs = digits & ~(digits << 1 | *was_digit);

    *was_digit = digits >> (GX_BYTES - 1) & 1;
    return runs;
}

static void
scan_line (Scan *s, const GxLine *line, gsize text_len)
{
    const guint8 *data = (const guint8 *)s->text.data;
    guint8 padded[GX_BYTES_WINDOW];
    gsize behind = line->start; /* the mark seen last */
    guint was_digit = 0;

    s->text.len = line->end;
    s->line_start = line->start;
    for (gsize from = line->start; from < line->end; from += GX_BYTES) {
        const guint8 *window = gx_bytes_window (data + from, data + text_len, padded);
        guint found = find_signs (window) | (s->starts->has_any[GX_NOTE_DIGITS] ? find_runs (window, &was_digit) : 0);

        for (; found != 0; found &= found - 1) {
            gsize at = from + gx_bytes_first (found);

            if (at >= behind && at < line->end)
                behind = g_ascii_isdigit ((gchar)data[at]) ? scan_digits (s, at) : scan_sign (s, at);
        }
    }
}

static gint
compare (gconstpointer a, gconstpointer b)
{
    const GxMarkCandidate *left = a, *right = b;

    if (left->style != right->style)
        return left->style < right->style ? -1 : 1;
    if (left->number != right->number)
        return left->number < right->number ? -1 : 1;
    return left->place < right->place ? -1 : left->place > right->place;
}

/* Whether the line may have a mark: a sign, an opening bracket with a digit behind it, or any digit or ① when there are notes that are
 * numbered so. */
static gboolean
may_have_mark (const GxPlain *plain, const GxLine *line, const GxNoteStarts *starts)
{
    GxStr text = gx_plain_text (plain, line);

    if ((line->signs & GX_SIGN_MARK) || ((line->signs & GX_SIGN_GENERAL) && gx_bytes_have_dagger (text)))
        return TRUE;
    if (!(line->signs & GX_SIGN_DIGIT))
        return FALSE;
    return starts->has_any[GX_NOTE_DIGITS] || starts->has_any[GX_NOTE_CIRCLED] || gx_bytes_have_bracketed_digit (text);
}

GArray *
gx_mark_candidates_find (const GxPlain *plain, const GxNoteStarts *starts)
{
    Scan s = { .found = g_array_new (FALSE, FALSE, sizeof (GxMarkCandidate)), .starts = starts, .text = plain->text };

    for (guint i = 0; i < plain->lines->len; i++) {
        const GxLine *line = gx_plain_line (plain, i);

        if (line->role != GX_LINE_BODY)
            continue;
        if (may_have_mark (plain, line, starts)) {
            guint n = s.found->len;

            s.next = i + 1 < plain->lines->len ? gx_plain_line (plain, i + 1)->first : 0;
            scan_line (&s, line, plain->text.len);
            for (; n < s.found->len; n++) {
                GxMarkCandidate *c = &g_array_index (s.found, GxMarkCandidate, n);

                c->line = i;
                c->place = gx_mark_place (plain, i, c->start);
            }
        }
        s.before = 0;
        s.last = line->last;
        if (line->last == '.' && line->end - line->start > 1)
            s.before = (guchar)plain->text.data[line->end - 2] < 0x80 ? (gunichar)plain->text.data[line->end - 2] : 0;
    }
    g_array_sort (s.found, compare);
    return s.found;
}
