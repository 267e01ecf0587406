/* SPDX-License-Identifier: GPL-3.0-or-later
 * date-words.c - months and eras. */
#include "date-words.h"

#include <string.h>

#define N_MONTHS     12
#define LONGEST_NAME 12 /* characters */
#define SHORTEST_CUT 3

/* English first: its names alone may be cut without a full stop. */
static const char *const month_names[][N_MONTHS] = {
    { "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december" },
    { "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember" },
    { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre" },
    { "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre" },
    { "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro" },
    { "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre" },
    { "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря" },
};

/* The small form of an ASCII letter, any other character as it is. */
static gunichar
small (gunichar c)
{
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

/* Lower-case letters of text that make a word, into word; returns their number. */
static gsize
read_word (const gunichar *text, gsize len, char *word)
{
    gsize n = 0, bytes = 0;

    while (n < len && n <= LONGEST_NAME && text[n] < 0x500 && g_unichar_isalpha (text[n]))
        bytes += (gsize)g_unichar_to_utf8 (g_unichar_tolower (text[n++]), word + bytes);
    word[bytes] = '\0';
    return n;
}

/* Whether a name of a month begins with these two small letters. */
static gboolean
may_be_month (gunichar first, gunichar second)
{
    /* Second letters by the first, of those in ASCII. */
    static const char *const seconds[26] = {
        ['a' - 'a'] = "pugbvo", ['d' - 'a'] = "ei", ['e' - 'a'] = "n", ['f' - 'a'] = "e",    ['g' - 'a'] = "ei", ['j' - 'a'] = "au",
        ['l' - 'a'] = "u",      ['m' - 'a'] = "a",  ['n' - 'a'] = "o", ['o' - 'a'] = "ckut", ['s' - 'a'] = "e",
    };

    if (first >= 0x80 || second >= 0x80)
        return TRUE;
    return first >= 'a' && first <= 'z' && seconds[first - 'a'] && second != 0 && strchr (seconds[first - 'a'], (int)second);
}

guint
gx_date_month (const gunichar *text, gsize len, gsize *read)
{
    char word[(LONGEST_NAME + 1) * 6 + 1];
    gsize n;
    gboolean is_cut;

    *read = 0;
    if (len < SHORTEST_CUT || !may_be_month (small (text[0]), small (text[1])))
        return 0;
    n = read_word (text, len, word);
    is_cut = n < len && text[n] == '.';
    *read = n;
    if (n < SHORTEST_CUT || n > LONGEST_NAME)
        return 0;
    for (guint i = 0; i < G_N_ELEMENTS (month_names); i++)
        for (guint month = 0; month < N_MONTHS; month++)
            if (month_names[i][month][0] == word[0] && month_names[i][month][1] == word[1] &&
                (i == 0 || is_cut ? g_str_has_prefix (month_names[i][month], word) : strcmp (month_names[i][month], word) == 0))
                return month + 1;
    return strcmp (word, "sept") == 0 ? 9 : 0;
}

gboolean
gx_date_may_be_month (const char *text, gsize len)
{
    return len >= SHORTEST_CUT && may_be_month (small ((guchar)text[0]), small ((guchar)text[1]));
}

guint
gx_date_era (const gunichar *text, gsize len, gsize *read)
{
    static const struct {
        gunichar name[2];
        guint before;
    } eras[] = {
        { { 0x6C11, 0x570B }, 1911 }, /* 民國 */
        { { 0x6C11, 0x56FD }, 1911 }, /* 民国 */
        { { 0x660E, 0x6CBB }, 1867 }, /* 明治 */
        { { 0x5927, 0x6B63 }, 1911 }, /* 大正 */
        { { 0x662D, 0x548C }, 1925 }, /* 昭和 */
        { { 0x5E73, 0x6210 }, 1988 }, /* 平成 */
        { { 0x4EE4, 0x548C }, 2018 }, /* 令和 */
    };

    *read = 2;
    for (guint i = 0; len >= 2 && i < G_N_ELEMENTS (eras); i++)
        if (text[0] == eras[i].name[0] && text[1] == eras[i].name[1])
            return eras[i].before;
    return 0;
}

gint
gx_date_digit (gunichar c)
{
    if (c >= '0' && c <= '9')
        return (gint)(c - '0');
    if (c >= 0xFF10 && c <= 0xFF19)
        return (gint)(c - 0xFF10);
    switch (c) {
    case 0x3007: /* 〇 */
    case 0x25CB: /* the circle often typed for it */
    case 0x96F6: /* 零 */
        return 0;
    case 0x4E00:
        return 1;
    case 0x4E8C:
        return 2;
    case 0x4E09:
        return 3;
    case 0x56DB:
        return 4;
    case 0x4E94:
        return 5;
    case 0x516D:
        return 6;
    case 0x4E03:
        return 7;
    case 0x516B:
        return 8;
    case 0x4E5D:
        return 9;
    default:
        return -1;
    }
}
