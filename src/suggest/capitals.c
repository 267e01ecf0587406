/* SPDX-License-Identifier: GPL-3.0-or-later
 * capitals.c - runs of capitalised words. */
#include "capitals.h"

#include "language.h"
#include "neighbour.h"

/* Most words of a run. */
#define MOST_WORDS 8

static gboolean
is_letter (gunichar c)
{
    return (c < 0x80 && g_ascii_isalpha ((gchar)c)) || (c >= 0xC0 && c < 0x250 && c != 0xD7 && c != 0xF7);
}

static gboolean
is_inner (gunichar c)
{
    return is_letter (c) || (c < 0x80 && g_ascii_isdigit ((gchar)c));
}

gboolean
gx_capitals_word (GxStr text, gsize offset, GxSpan *word)
{
    gsize at = offset, next = 0;
    gunichar c;

    while ((c = gx_char_at (text, at, &next)) != 0 && !is_inner (c))
        at = next;
    word->start = at;
    while ((c = gx_char_at (text, at, &next)) != 0) {
        gsize beyond;
        gboolean joins = (c == '-' || c == '\'' || c == 0x2019 || c == '.' || c == '&') && is_letter (gx_char_at (text, next, &beyond));
        if (!is_inner (c) && !joins)
            break;
        at = next;
    }
    word->end = at;
    return word->end > word->start;
}

/* Bytes of the possessive that a word ends in: Taiwan's. */
static gsize
possessive (GxStr text, GxSpan word)
{
    GxStr piece = { text.data + word.start, word.end - word.start };
    return gx_str_has_suffix (piece, "'s") ? strlen ("'s") : gx_str_has_suffix (piece, "\u2019s") ? strlen ("\u2019s") : 0;
}

static gboolean
is_capital (GxStr text, GxSpan word)
{
    gsize next;
    gunichar c = gx_char_at (text, word.start, &next);
    return is_letter (c) && g_unichar_isupper (c);
}

static gboolean
is_link (const GxDictionary *dictionary, GxStr text, GxSpan word)
{
    GxStr piece = { text.data + word.start, word.end - word.start };
    return gx_lexicon_affix_at (dictionary, GX_AFFIX_NAME_LINK, piece, 0, GX_ANY_LENGTH) == piece.len;
}

/* Whether the word is shortened: I'm, we've. */
static gboolean
is_shortened (GxStr text, GxSpan word)
{
    gsize next;
    word.end -= possessive (text, word);
    for (gsize at = word.start; at < word.end; at = next) {
        gunichar c = gx_char_at (text, at, &next);
        if ((c == '\'' || c == 0x2019) && next < word.end && g_ascii_islower (text.data[next]))
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_common (GxStr text, GxSpan word)
{
    GxStr piece = { text.data + word.start, word.end - word.start };
    return gx_language_is_common ("en", piece) || piece.len == 1 || is_shortened (text, word);
}

/* Whether nothing but one blank parts two words. */
static gboolean
touch (GxStr text, GxSpan left, GxSpan right)
{
    return right.start == left.end + 1 && text.data[left.end] == ' ';
}

static void
grow (const GxDictionary *dictionary, GxStr text, GxSpan *run)
{
    GxSpan last = *run, word, beyond;
    for (guint n = 1; n < MOST_WORDS && gx_capitals_word (text, last.end, &word) && touch (text, last, word); n++) {
        if (possessive (text, last) > 0)
            return;
        if (is_capital (text, word))
            run->end = word.end - possessive (text, word);
        else if (!is_link (dictionary, text, word) || !gx_capitals_word (text, word.end, &beyond) || !touch (text, word, beyond) ||
                 !is_capital (text, beyond))
            return;
        last = word;
    }
}

gboolean
gx_capitals_next (const GxDictionary *dictionary, GxStr text, gsize offset, GxSpan *run)
{
    while (gx_capitals_word (text, offset, run)) {
        offset = run->end;
        if (!is_capital (text, *run) || is_common (text, *run))
            continue;
        gsize tail = possessive (text, *run);
        if (tail > 0)
            run->end -= tail;
        else
            grow (dictionary, text, run);
        return TRUE;
    }
    return FALSE;
}
