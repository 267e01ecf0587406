/* SPDX-License-Identifier: GPL-3.0-or-later
 * plain-quantities.c - whether a number counts something, or may point to a note. */
#include "plain-quantities.h"
#include "plain-kinds.h"

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

gboolean
gx_char_is_among (gunichar c, const char *set)
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
gboolean
gx_quantity_is_unit (gunichar c)
{
    if (c < 0x80)
        return c != 0 && strchr ("%~-.:/)", (int)c) != NULL;
    return is_among (c, units, G_N_ELEMENTS (units));
}

/* Whether c is a Han letter or a syllable of Hangul, as nearly all wide letters are. */
gboolean
gx_char_is_common_letter (gunichar c)
{
    return (c >= 0x4E00 && c < 0x9FF0) || (c >= 0xAC00 && c <= 0xD7A3);
}

/* How much a number behind c looks like a mark; 0: not at all. Behind Latin letters it belongs to a name (G20). */
guint
gx_quantity_score_behind (gunichar c, gunichar before)
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
    return (gx_char_is_common_letter (c) || (c >= 0x1100 && g_unichar_iswide (c) && g_unichar_isalpha (c))) &&
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
gboolean
gx_quantity_begins (GxStr text, gsize start, gsize at)
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
    if (!gx_quantity_is_unit (unit) || !fits_unit (unit, value_of (text, at, digits), digits - at))
        return FALSE;
    return !(unit == 0x5E74 && digits - start == 4) &&
           !(unit != 0x5E74 && digits - start <= 2 && fits_unit (unit, value_of (text, start, digits), 2));
}

/* Whether no number goes with what follows: a Han numeral, or 以 but for 以上 and its like. */
gboolean
gx_quantity_refuses (GxStr text, gsize at)
{
    gunichar c = char_at (text, at);

    return c == 0x4EE5 ? !gx_char_is_among (char_at (text, at + 3), "上下内外前后內後") : gx_char_is_among (c, "一二三四五六七八九");
}

/* What is left of a mark's score by what follows it at `at`: nothing before letters or a mark of its own (1、 2.5), little before a unit,
 * where it may still be one (。32日本). */
guint
gx_quantity_score_before (GxStr text, gsize at, guint score)
{
    gunichar c = char_at (text, at);

    if (c < 0x80 ? c != 0 && (g_ascii_isalpha ((char)c) || strchr (".:/)-%", (int)c)) : gx_char_is_among (c, "、．）～—–：％℃°"))
        return 0;
    while (c == ' ')
        c = char_at (text, ++at);
    if (gx_quantity_is_unit (c) && !gx_quantity_refuses (text, at))
        return score >= 3 ? 1 : 0;
    return score;
}
