/* SPDX-License-Identifier: GPL-3.0-or-later
 * sentence-stop.c - whether a full stop ends a sentence: after Unicode's rules for sentence breaks (UAX #29), and what those leave to
 * suppression lists. */
#include "fold.h"
#include "language.h"
#include "sentence-marks.h"
#include "sentence-rules.h"

#include <unicode/uchar.h>

/* Words after whose full stop an English sentence goes on: always (titles before a name), before a number (No. 3, Jan. 5), or unless a word
 * follows that mostly begins a sentence (Inc., etc.). */
typedef enum { STOP_FREE, STOP_TITLE, STOP_NUMBER, STOP_LOOSE } StopKind;

static const struct {
    StopKind kind;
    const char *words; /* lower case, a blank around each */
} abbreviations[] = {
    { STOP_TITLE,
      " mr mrs ms dr prof gen sen rep gov lt col capt maj sgt cmdr cdr adm brig pres amb rev hon st mt ft messrs mme mlle vs cf eg ie "
      "supt det insp fr " },
    { STOP_NUMBER, " no nos art sec para fig vol ch pp p ed jan feb mar apr jun jul aug sep sept oct nov dec " },
    { STOP_LOOSE, " inc ltd co corp bros jr sr etc al dept univ assn est approx " },
};

/* Languages that write an ordinal number with a full stop: 27. Februar. */
static const char ordinal_languages[] = " de cs hu tr sv pl ";

#define LONGEST_ABBREVIATION 6  /* of those above */
#define LONGEST_WORD         24 /* bytes */
#define ORDINAL_DIGITS       2
#define ITEM_BYTES           9 /* of the number in front of an item: 12, 十二 */

/* Whether the lower-case form of the len bytes of ASCII letters at word stands in list. */
static gboolean
is_listed (const char *word, gsize len, const char *list)
{
    char key[LONGEST_WORD + 3];

    if (len == 0 || len > LONGEST_WORD)
        return FALSE;
    key[0] = ' ';
    for (gsize i = 0; i < len; i++) {
        if (!g_ascii_isalpha (word[i]))
            return FALSE;
        key[i + 1] = g_ascii_tolower (word[i]);
    }
    key[len + 1] = ' ';
    key[len + 2] = '\0';
    return strstr (list, key) != NULL;
}

static gsize
skip_closing (GxStr text, gsize at)
{
    while (at < text.len && (gx_mark_is_closing (gx_sentence_char_at (text, at)) || text.data[at] == '"' || text.data[at] == '\''))
        at += gx_char_len (text, at);
    return at;
}

static gboolean
is_letter (gunichar c)
{
    return c < 0x80 ? g_ascii_isalpha ((gchar)c) : u_isalpha ((UChar32)c) && !gx_mark_is_wide (c) && !gx_is_hangul (c);
}

/* Whether the word there mostly begins a sentence and is hardly ever part of a name: after `U.S.` or `Inc.` it tells that one ended. */
static gboolean
begins_with_opener (const GxPlace *place, gsize at)
{
    gsize end = at;

    while (end < place->text.len && end - at <= LONGEST_WORD && is_letter (gx_sentence_char_at (place->text, end)))
        end += gx_char_len (place->text, end);
    return gx_language_is_common (is_listed (place->language, 2, " zh ja ko ") ? "en" : place->language,
                                  (GxStr){ place->text.data + at, end - at });
}

/* Where the letters and full stops begin that end before byte `at`. */
static gsize
word_begin (const GxPlace *place, gsize at)
{
    gsize begin = at;

    while (begin > place->start && at - begin <= LONGEST_WORD) {
        gunichar c = gx_sentence_char_before (place->text, place->start, begin);

        if (c != '.' && !is_letter (c))
            break;
        begin = (gsize)(g_utf8_prev_char (place->text.data + begin) - place->text.data);
    }
    return begin;
}

/* Whether the word is a letter by itself: an initial, г. of Russian, z. B. of German; no small letter of English, nor the end of 2030s. */
static gboolean
is_initial (const GxPlace *place, gsize begin, gsize at)
{
    gunichar c = gx_sentence_char_at (place->text, begin), before = gx_sentence_char_before (place->text, place->start, begin);

    if (at - begin != gx_char_len (place->text, begin) || !is_letter (c))
        return FALSE;
    if (u_isdigit ((UChar32)before) || before == '\'' || before == 0x2019) /* ’ */
        return FALSE;
    return !u_islower ((UChar32)c) || strcmp (place->language, "en") != 0;
}

/* What the word before the full stop is. */
static StopKind
kind_of_word (const GxPlace *place, gsize at)
{
    gsize begin = word_begin (place, at);
    GxStr word = { place->text.data + begin, at - begin };

    if (word.len == 0 || word.len > LONGEST_WORD)
        return STOP_FREE;
    if (is_initial (place, begin, at))
        return STOP_TITLE;
    if (memchr (word.data, '.', word.len) || gx_is_suppressed (place->language, word))
        return STOP_LOOSE;
    for (guint i = 0; word.len <= LONGEST_ABBREVIATION && i < G_N_ELEMENTS (abbreviations); i++)
        if (is_listed (word.data, word.len, abbreviations[i].words))
            return abbreviations[i].kind;
    return STOP_FREE;
}

static gboolean
is_numeral (gunichar c)
{
    return (c < 0x80 ? g_ascii_isdigit ((gchar)c) : u_isdigit ((UChar32)c) || u_charType ((UChar32)c) == U_OTHER_NUMBER) ||
           (gx_is_han (c) && g_utf8_strchr ("一二三四五六七八九十〇", -1, c));
}

/* Whether only a number stands between the start of the sentence and its full stop: `1.` or `一.` before a list item. */
static gboolean
is_item_number (const GxPlace *place, gsize at)
{
    if (at - place->start > ITEM_BYTES)
        return FALSE;
    for (gsize i = place->start; i < at; i += gx_char_len (place->text, i))
        if (!is_numeral (gx_sentence_char_at (place->text, i)))
            return FALSE;
    return TRUE;
}

/* Whether a full stop without a blank behind is one of Chinese or Japanese. */
static gboolean
ends_between_wide (const GxPlace *place, gunichar before, gunichar after)
{
    if (place->has_wide_stops || u_isdigit ((UChar32)after) || !gx_mark_is_wide (after))
        return FALSE;
    return gx_mark_is_closing (before) || before == '%' || before == 0xFF05 || (gx_mark_is_wide (before) && !u_isdigit ((UChar32)before));
}

/* Whether the number before the full stop is an ordinal one. */
static gboolean
is_ordinal (const GxPlace *place, gsize at)
{
    gsize n = 0;

    if (!is_listed (place->language, strlen (place->language), ordinal_languages))
        return FALSE;
    while (at - n > place->start && g_ascii_isdigit (place->text.data[at - n - 1]) && n <= ORDINAL_DIGITS)
        n++;
    return n >= 1 && n <= ORDINAL_DIGITS;
}

gboolean
gx_full_stop_ends (const GxPlace *place, gsize at)
{
    GxStr text = place->text;
    gsize behind = at + gx_char_len (text, at), next;
    gunichar before, after;

    while (behind < text.len && text.data[behind] == '.')
        behind++;
    behind = skip_closing (text, behind);
    next = gx_skip_blanks (text, behind);
    if (next >= text.len)
        return TRUE;

    before = gx_sentence_char_before (text, place->start, at);
    after = gx_sentence_char_at (text, next);
    if (is_item_number (place, at) || u_islower ((UChar32)after) || gx_mark_continues (after) || gx_mark_may_end (after))
        return FALSE;
    if (next == behind)
        return ends_between_wide (place, before, after);
    if (u_isdigit ((UChar32)before) && (u_isdigit ((UChar32)after) || gx_is_hangul (after) || is_ordinal (place, at))) /* 2020. 11. 11. */
        return FALSE;
    switch (kind_of_word (place, at)) {
    case STOP_TITLE:
        return FALSE;
    case STOP_NUMBER:
        return !u_isdigit ((UChar32)after);
    case STOP_LOOSE:
        return begins_with_opener (place, next);
    case STOP_FREE:
        return TRUE;
    }
    return TRUE;
}
