/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-marks.c - where a number in the text may point to a note. */
#include "plain-marks.h"
#include "spacing.h"

/* Characters that make the digits before them a quantity, a date or a rank; a digit that follows them is no mark. */
static const char units[] =
    "年月日号號时時点點个個项項次届屆条條名人位国國家省岁歲倍亿億万萬千百十多余餘％%周天分秒元米吨噸期版章节節页頁卷册"
    "票席架艘枚辆輛种種类類份场場轮輪—～~至到-–世代级級度后後以°℃.．:/、)）";
static const char ranks[] = "第约約近达達共有超逾至到—～~-–/每整仅僅了";

static gboolean
stands_in (gunichar c, const char *set)
{
    return c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

static gunichar
char_at (GxStr text, gsize at)
{
    return at < text.len ? g_utf8_get_char (text.data + at) : 0;
}

gsize
gx_note_number (GxStr text, GxNoteStyle style, guint *number)
{
    gunichar first = char_at (text, 0);
    gsize open = 0, at;

    *number = 0;
    if (style == GX_NOTE_CIRCLED) {
        if (first >= 0x2460 && first <= 0x2473)
            *number = first - 0x2460 + 1;
        else if (first >= 0x3251 && first <= 0x325F)
            *number = first - 0x3251 + 21;
        return *number > 0 ? 3 : 0;
    }
    if (style == GX_NOTE_BRACKETS) {
        if (first == '^' && text.len > 1 && text.data[1] == '[')
            open = 2;
        else
            open = first == '[' ? 1 : first == 0x3014 || first == 0xFF3B ? 3 : 0; /* 〔 ［ */
        if (open == 0)
            return 0;
    }
    for (at = open; at < text.len && at - open < 3 && g_ascii_isdigit (text.data[at]); at++)
        *number = *number * 10 + (guint)(text.data[at] - '0');
    if (at == open || *number == 0 || text.data[open] == '0')
        return 0;
    if (style == GX_NOTE_BRACKETS) {
        gunichar last = char_at (text, at);

        return last == ']' ? at + 1 : last == 0x3015 || last == 0xFF3D ? at + 3 : 0;
    }
    return at;
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
    return g_unichar_iswide (c) && g_unichar_isalpha (c) && !stands_in (c, ranks) ? 1 : 0;
}

/* Whether the digits at `at` begin a date or a quantity of their own: so 22 in `221 月` is a mark before 1 月. */
static gboolean
begins_quantity (GxStr text, gsize at)
{
    gsize digits = at;

    while (digits < text.len && g_ascii_isdigit (text.data[digits]))
        digits++;
    if (digits == at || text.data[at] == '0')
        return FALSE;
    at = digits;
    while (at < text.len && text.data[at] == ' ')
        at++;
    return stands_in (char_at (text, at), units);
}

static void
add (GArray *found, GxNoteStyle style, guint number, gsize start, gsize end, guint score)
{
    GxMarkCandidate candidate = { style, number, start, end, score };

    if (number > 0 && score > 0)
        g_array_append_val (found, candidate);
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
    if (stands_in (c, units))
        return score >= 3 ? 1 : 0;
    return score;
}

/* The readings of the run of digits [start, end) as a mark: all of it, or its first digits before a quantity. */
static void
add_digits (GArray *found, GxStr text, gsize start, gsize end, guint score)
{
    guint number = 0;

    for (gsize at = start; at < end && at < start + 3 && text.data[start] != '0'; at++) {
        number = number * 10 + (guint)(text.data[at] - '0');
        if (at + 1 < end) {
            if (score >= 2 && begins_quantity (text, at + 1))
                add (found, GX_NOTE_DIGITS, number, start, at + 1, score - 1);
        } else
            add (found, GX_NOTE_DIGITS, number, start, end, score_before (text, end, score));
    }
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

static gboolean
may_be_mark (gunichar c)
{
    if (c >= 0x3300 && c < 0xFF00)
        return FALSE;
    return g_ascii_isdigit (c < 0x80 ? (char)c : ' ') || c == '^' || c == '[' || c == 0x3014 || c == 0xFF3B || is_superscript (c) ||
           (c >= 0x2460 && c <= 0x2473) || (c >= 0x3251 && c <= 0x325F);
}

/* Candidates of one line. last and before are the two characters in front of it, blanks aside; both move on. */
static void
scan_line (GArray *found, GxStr text, const GxLine *line, gunichar *last, gunichar *before)
{
    GxStr until = { text.data, line->end };
    gsize at = line->start;

    while (at < line->end) {
        gunichar c = g_utf8_get_char (text.data + at);
        gsize len = (gsize)g_utf8_skip[(guchar)text.data[at]];
        guint score = 0, number;
        GxStr rest = { text.data + at, line->end - at };
        gsize sign = 0;

        if (may_be_mark (c)) {
            score = score_behind (*last, *before);
            sign = c == '^' || is_superscript (c) ? sign_len (rest) : 0;
        }
        if (sign > 0) {
            if (c == '^' && gx_note_number (rest, GX_NOTE_BRACKETS, &number) > 0)
                add (found, GX_NOTE_BRACKETS, number, at, at + sign, 3);
            /* At the start of a line it may be a note's own number. */
            if (c == '^' ? at > line->start || sign == rest.len : score > 0)
                add (found, GX_NOTE_SIGNS, 1, at, at + sign, 3);
            at += sign;
            continue;
        }
        if (g_ascii_isdigit (*rest.data)) {
            for (len = 0; len < rest.len && g_ascii_isdigit (rest.data[len]);)
                len++;
            /* A blank sets a number apart from the word before it: then it counts only behind the end of a sentence, or on a new line. */
            if (at == line->start || !gx_spacing_is_white (g_utf8_get_char (g_utf8_prev_char (text.data + at))) || score == 3)
                add_digits (found, until, at, at + len, score);
        } else if (c >= 0x2460 && c <= 0x325F && gx_note_number (rest, GX_NOTE_CIRCLED, &number) > 0 && at > line->start)
            add (found, GX_NOTE_CIRCLED, number, at, at + len, MAX (score, 1));
        else if (c == '[' || c == 0x3014 || c == 0xFF3B) {
            gsize bracket = gx_note_number (rest, GX_NOTE_BRACKETS, &number);

            if (bracket > 0 && at > line->start) {
                add (found, GX_NOTE_BRACKETS, number, at, at + bracket, MAX (score, 1));
                at += bracket; /* what is before it is still before what follows: [3][4] */
                continue;
            }
        }
        if (!gx_spacing_is_white (c)) {
            *before = *last;
            *last = g_utf8_get_char (g_utf8_prev_char (text.data + at + len));
        }
        at += len;
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
    return left->start < right->start ? -1 : left->start > right->start;
}

GArray *
gx_mark_candidates_find (const GxPlain *plain)
{
    GArray *found = g_array_new (FALSE, FALSE, sizeof (GxMarkCandidate));
    gunichar last = 0, before = 0;

    for (guint i = 0; i < plain->lines->len; i++)
        if (gx_plain_line (plain, i)->role == GX_LINE_BODY)
            scan_line (found, plain->text, gx_plain_line (plain, i), &last, &before);
    g_array_sort (found, compare);
    return found;
}
