/* SPDX-License-Identifier: GPL-3.0-or-later
 * sentence-stop.c - whether a full stop ends a sentence: after Unicode's rules for sentence breaks (UAX #29), and what those leave to
 * suppression lists. */
#include "fold.h"
#include "sentence-marks.h"

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

/* Words that begin sentences and hardly ever a name: after `U.S.` or `Inc.` they tell that the sentence ended there. */
static const char openers[] =
    " the a an in on at it its he she his her they their we our you i but and however this that these those there if when "
    "while as for after before since although according meanwhile ";

#define LONGEST_WORD 16

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
begins_with_opener (GxStr text, gsize at)
{
    gsize end = at;

    while (end < text.len && end - at <= LONGEST_WORD && g_ascii_isalpha (text.data[end]))
        end++;
    return is_listed (text.data + at, end - at, openers);
}

/* What the word before the full stop is. */
static StopKind
kind_of_word (GxStr text, gsize start, gsize at)
{
    gsize begin = at;
    gboolean has_dot = FALSE;

    while (begin > start && at - begin <= LONGEST_WORD && (g_ascii_isalpha (text.data[begin - 1]) || text.data[begin - 1] == '.')) {
        begin--;
        has_dot = has_dot || text.data[begin] == '.';
    }
    if (at - begin == 1 && g_ascii_isupper (text.data[begin]))
        return STOP_TITLE;
    if (has_dot && at - begin <= LONGEST_WORD)
        return STOP_LOOSE;
    for (guint i = 0; i < G_N_ELEMENTS (abbreviations); i++)
        if (is_listed (text.data + begin, at - begin, abbreviations[i].words))
            return abbreviations[i].kind;
    return STOP_FREE;
}

/* Whether only a number stands between the start of the sentence and its full stop: `1.` before a list item. */
static gboolean
is_item_number (GxStr text, gsize start, gsize at)
{
    if (at - start > 4)
        return FALSE;
    for (gsize i = start; i < at; i++)
        if (!g_ascii_isdigit (text.data[i]))
            return FALSE;
    return TRUE;
}

gboolean
gx_full_stop_ends (GxStr text, gsize start, gsize at)
{
    gsize behind = at + 1, next;
    gunichar before, after;

    while (behind < text.len && text.data[behind] == '.')
        behind++;
    behind = skip_closing (text, behind);
    next = gx_skip_blanks (text, behind);
    if (next >= text.len)
        return TRUE;

    before = gx_sentence_char_before (text, start, at);
    after = gx_sentence_char_at (text, next);
    if (is_item_number (text, start, at) || u_islower ((UChar32)after) || gx_mark_continues (after) || gx_mark_is_ascii_end (after))
        return FALSE;
    if (next == behind) /* without a blank: only as the full stop of Chinese or Japanese */
        return gx_mark_is_wide (before) && gx_mark_is_wide (after);
    if (u_isdigit ((UChar32)before) && (u_isdigit ((UChar32)after) || gx_is_hangul (after))) /* 2020. 11. 11. */
        return FALSE;
    switch (kind_of_word (text, start, at)) {
    case STOP_TITLE:
        return FALSE;
    case STOP_NUMBER:
        return !u_isdigit ((UChar32)after);
    case STOP_LOOSE:
        return begins_with_opener (text, next);
    case STOP_FREE:
        return TRUE;
    }
    return TRUE;
}
