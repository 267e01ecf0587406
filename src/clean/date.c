/* SPDX-License-Identifier: GPL-3.0-or-later
 * date.c - a date is read as a row of numbers and month names with what stands between them. */
#include "date.h"

#include "date-words.h"
#include "spacing.h"

#define MAX_PARTS    3
#define MAX_TEXT     200 /* characters: a date is not looked for behind more */
#define MAX_DATE     40  /* characters of a date itself */
#define MIN_YEAR     1000
#define MAX_YEAR     2999
#define YEAR_DIGITS  4
#define COMPACT_DATE 8   /* digits of 20190227 */
#define LONGEST_ERA  200 /* years */

/* A number, or a month by its name. */
typedef struct {
    guint value, digits; /* digits 0: a month name */
    gunichar after;      /* the first character behind it that is not white space; 0 at the end */
} Part;

#define TEN 0x5341 /* 十 */

/* Reads digits, or Han numbers up to 99 with 十; returns the characters read. */
static gsize
read_number (const gunichar *text, gsize len, Part *part)
{
    gsize i = 0;
    guint value = 0;

    for (; i < len && i <= COMPACT_DATE; i++) {
        gint digit = gx_date_digit (text[i]);

        if (text[i] == TEN) {
            gint ones = i + 1 < len ? gx_date_digit (text[i + 1]) : -1;

            part->value = (i > 0 ? value : 1) * 10 + (ones >= 0 ? (guint)ones : 0);
            part->digits = 2;
            return i + (ones >= 0 ? 2 : 1);
        }
        if (digit < 0)
            break;
        value = value * 10 + (guint)digit;
    }
    part->value = value;
    part->digits = (guint)i;
    return i;
}

/* Reads the name of a month; returns the characters read, 0 when it is none. */
static gsize
read_month_name (const gunichar *text, gsize len, Part *part)
{
    gsize n;
    guint month = gx_date_month (text, len, &n);

    if (month == 0)
        return 0;
    part->value = month;
    part->digits = 0;
    return n;
}

/* Reads a year of an era, 民國108 or 令和元, that 年 follows; returns the characters read, 0 when it is none. */
static gsize
read_era_year (const gunichar *text, gsize len, Part *part)
{
    gsize i, n;
    guint before = gx_date_era (text, len, &i);

    if (before == 0)
        return 0;
    while (i < len && gx_spacing_is_white (text[i]))
        i++;
    if (i < len && text[i] == 0x5143) { /* 元 */
        part->value = 1;
        n = 1;
    } else
        n = read_number (text + i, len - i, part);
    i += n;
    while (i < len && gx_spacing_is_white (text[i]))
        i++;
    if (n == 0 || part->value == 0 || part->value > LONGEST_ERA || i >= len || text[i] != 0x5E74)
        return 0;
    part->value += before;
    part->digits = 4;
    return i;
}

static gsize
skip_letters (const gunichar *text, gsize len)
{
    gsize i = 0;

    while (i < len && g_unichar_isalpha (text[i]) && gx_date_digit (text[i]) < 0 && text[i] != TEN)
        i++;
    return i;
}

/* Skips the `de` of 27 de febrero de 2019, the `of` of 27th of February; returns the characters. */
static gsize
skip_preposition (const gunichar *text, gsize len)
{
    static const char *const words[] = { "de ", "of ", "del " };

    for (guint w = 0; w < G_N_ELEMENTS (words); w++) {
        gsize n = strlen (words[w]), i = 0;

        while (i < n && i < len && text[i] == (gunichar)words[w][i])
            i++;
        if (i == n)
            return n;
    }
    return 0;
}

/* Whether a character joins a number to the next one; a blank doesn't, for that may be a time or a count: 2019 10:30, 2019-02 12个. */
static gboolean
is_joint (gunichar c)
{
    return c > 0 && g_utf8_strchr ("-/.年月년월／－．‐–", -1, c);
}

/* Ends a part: 27th, 27. , 二月 : what may stand between it and the next. Returns the characters skipped. */
static gsize
skip_separator (const gunichar *text, gsize len, Part *part)
{
    gsize i = 0;

    while (i < len && gx_spacing_is_white (text[i]))
        i++;
    part->after = i < len ? text[i] : 0;
    if (i < len && part->digits > 0 && text[i] < 0x80 && g_ascii_isalpha ((gchar)text[i]) && part->digits <= 2 && i == 0)
        i += MIN (skip_letters (text, len), 2); /* st nd rd th */
    i += skip_preposition (text + i, len - i);
    while (i < len && (gx_spacing_is_white (text[i]) || text[i] == ',' || is_joint (text[i])))
        i++;
    return i + skip_preposition (text + i, len - i);
}

static gboolean
is_date (guint year, guint month, guint day)
{
    return year >= MIN_YEAR && year <= MAX_YEAR && month <= 12 && day <= 31 &&
           g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

static gboolean
is_year (const Part *part)
{
    return part->digits == YEAR_DIGITS && part->value >= MIN_YEAR && part->value <= MAX_YEAR;
}

/* Writes a number of so many digits; returns what is behind it. */
static char *
put_number (char *to, guint number, guint n_digits)
{
    for (guint i = n_digits; i-- > 0; number /= 10)
        to[i] = (char)('0' + number % 10);
    return to + n_digits;
}

/* A month or day of 0 isn't told. */
static char *
format_date (guint year, guint month, guint day)
{
    char text[sizeof "2019-02-27"], *end = text;

    if (month == 0 ? day > 0 : !is_date (year, month, MAX (day, 1)))
        return NULL;
    end = put_number (end, year, YEAR_DIGITS);
    if (month > 0) {
        *end++ = '-';
        end = put_number (end, month, 2);
    }
    if (day > 0) {
        *end++ = '-';
        end = put_number (end, day, 2);
    }
    return g_strndup (text, (gsize)(end - text));
}

/* Day and month in front of the year, as numbers: a full stop means day first; else the one reading that is a date, if only one is. */
static char *
format_ambiguous (const Part *parts)
{
    guint a = parts[0].value, b = parts[1].value, year = parts[2].value;
    gboolean day_first = is_date (year, b, a), month_first = is_date (year, a, b);

    if (day_first && (parts[0].after == '.' || !month_first || a == b))
        return format_date (year, b, a);
    if (month_first && !day_first)
        return format_date (year, a, b);
    return day_first && month_first ? format_date (year, 0, 0) : NULL;
}

static char *
format_year_first (const Part *parts, guint n)
{
    guint year = parts[0].value;

    if (n < 2 || (!is_joint (parts[0].after) && parts[1].digits > 0) || parts[1].digits > 2)
        return format_date (year, 0, 0);
    if (parts[1].value < 1 || parts[1].value > 12) /* 2018-19: a span of years */
        return parts[0].after == 0x5E74 ? NULL : format_date (year, 0, 0);
    if (n < 3 || (!is_joint (parts[1].after) && parts[1].digits > 0) || parts[2].digits > 2)
        return format_date (year, parts[1].value, 0);
    return format_date (year, parts[1].value, parts[2].value);
}

static char *
format_parts (const Part *parts, guint n)
{
    if (n == 0)
        return NULL;
    if (parts[0].digits == COMPACT_DATE)
        return format_date (parts[0].value / 10000, parts[0].value / 100 % 100, parts[0].value % 100);
    if (is_year (&parts[0]))
        return format_year_first (parts, n);
    if (n >= 2 && parts[0].digits == 0 && is_year (&parts[1])) /* February 2019 */
        return format_date (parts[1].value, parts[0].value, 0);
    if (n < 3 || !is_year (&parts[2]))
        return NULL;
    if (parts[0].digits == 0) /* February 27, 2019 */
        return format_date (parts[2].value, parts[0].value, parts[1].value);
    if (parts[1].digits == 0) /* 27 February 2019 */
        return format_date (parts[2].value, parts[1].value, parts[0].value);
    return parts[0].digits <= 2 && parts[1].digits <= 2 ? format_ambiguous (parts) : NULL;
}

static gboolean
starts_part (const gunichar *text, gsize len)
{
    Part ignored;

    return gx_date_digit (text[0]) >= 0 || text[0] == TEN || read_month_name (text, len, &ignored) > 0;
}

/* Skips a word of a label, and with the days of the week (星期三, 周三) the number in their name. */
static gsize
skip_word (const gunichar *text, gsize len)
{
    gsize letters = skip_letters (text, len);

    if (letters == 0)
        return 1;
    if (text[letters - 1] == 0x671F || text[letters - 1] == 0x5468 || text[letters - 1] == 0x9031) /* 期 周 週 */
        return letters < len ? letters + 1 : letters;
    return letters;
}

/* Where the first year of an era begins. */
static gboolean
find_era_year (const gunichar *text, gsize len, gsize *at)
{
    Part ignored;

    for (*at = 0; *at < len; (*at)++)
        if (read_era_year (text + *at, len - *at, &ignored) > 0)
            return TRUE;
    return FALSE;
}

/* Up to max characters of text, and a 0. */
static gsize
decode (GxStr text, gunichar *chars, gsize max)
{
    gsize len = 0;

    for (const char *p = text.data; p < text.data + text.len && len < max; p = g_utf8_next_char (p))
        chars[len++] = g_utf8_get_char (p);
    chars[len] = 0;
    return len;
}

/* The characters of a time of day, 08:30 or 08:30:00, and of the blanks behind it; 0 when there is none. */
static gsize
skip_clock (const gunichar *text, gsize len)
{
    gsize i = 0, n_colons = 0;

    while (i < len && (g_unichar_isdigit (text[i]) || (i > 0 && text[i] == ':')))
        n_colons += text[i++] == ':';
    if (n_colons == 0)
        return 0;
    while (i < len && gx_spacing_is_white (text[i]))
        i++;
    return i;
}

/* Reads the parts that stand there; end receives where the last one ends with what belongs to it. */
static guint
read_parts (const gunichar *chars, gsize len, gsize start, Part *parts, gsize *end)
{
    gsize i = start, era = read_era_year (chars + i, len - i, &parts[0]);
    guint n = 0;

    if (era > 0) {
        i += era;
        i += skip_separator (chars + i, len - i, &parts[n++]);
    }
    while (i < len && n < MAX_PARTS) {
        gsize read;

        if (n == 2 && parts[0].digits == 0) /* Feb 27 08:30:00 2019 */
            i += skip_clock (chars + i, len - i);
        read = read_number (chars + i, len - i, &parts[n]);

        if (read == 0)
            read = read_month_name (chars + i, len - i, &parts[n]);
        if (read == 0)
            break;
        i += read;
        *end = i;
        i += skip_separator (chars + i, len - i, &parts[n++]);
        if (parts[n - 1].digits == COMPACT_DATE)
            break;
    }
    return n;
}

char *
gx_date_parse (GxStr text)
{
    Part parts[MAX_PARTS];
    gsize i, end = 0, len;
    gunichar chars[MAX_TEXT + 1];

    len = decode (text, chars, MAX_TEXT);
    if (!find_era_year (chars, len, &i))
        for (i = 0; i < len && !starts_part (chars + i, len - i);)
            i += skip_word (chars + i, len - i);
    return format_parts (parts, read_parts (chars, len, i, parts, &end));
}

char *
gx_date_read (GxStr text, gsize *n_bytes)
{
    Part parts[MAX_PARTS];
    gsize end = 0, len;
    gunichar chars[MAX_DATE + 1];
    char *date;

    len = decode (text, chars, MAX_DATE);
    date = format_parts (parts, read_parts (chars, len, 0, parts, &end));
    if (date && end < len && g_utf8_strchr ("年月日號号년월일", -1, chars[end]))
        end++;
    *n_bytes = date ? (gsize)(g_utf8_offset_to_pointer (text.data, (glong)end) - text.data) : 0;
    return date;
}
