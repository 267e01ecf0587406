/* SPDX-License-Identifier: GPL-3.0-or-later
 * boundary.c - where a name may begin and end. */
#include "boundary.h"

#include "fold.h"
#include "neighbour.h"

/* Bytes looked back for the beginning of a web address. */
#define LONGEST_ADDRESS 128
/* Hyphens that no word has. */
#define SLUG_HYPHENS 4
/* Digits of the largest number of a note. */
#define LONGEST_NUMBER 3
/* Letters of the shortest word that is read behind such a number. */
#define SHORTEST_GLUED 3
/* Bytes of two syllables of Hangul. */
#define SHORTEST_WORD 6

/* How many particles may follow one another: 미국 + 측 + 에서 + 는. */
#define MOST_PARTICLES 3

gboolean
gx_boundary_inside_hangul (GxStr text, gsize offset)
{
    gsize at;
    return gx_is_hangul (gx_char_before (text, offset, &at)) && gx_is_hangul (gx_char_at (text, offset, &at));
}

static gboolean
is_katakana (gunichar c)
{
    return (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC;
}

static gboolean
splits_run (gunichar before, gunichar after)
{
    return (gx_is_word_script (before) && gx_is_word_script (after)) || (is_katakana (before) && is_katakana (after));
}

static gboolean
is_address_character (gunichar c)
{
    return (c > ' ' && c < 0x7F) || gx_is_hangul (c);
}

/* Names in https://… and www.… are no mentions. Looks back over the characters an address may have; Hangul may be among them, and after a
 * mark of the address any script. */
static gboolean
inside_address (GxStr text, gsize start)
{
    gsize first = start > LONGEST_ADDRESS ? start - LONGEST_ADDRESS : 0;
    gsize at = start, before;

    while (at > first && is_address_character (gx_char_before (text, at, &before)))
        at = before;
    for (gsize i = at; i < start; i++)
        if (gx_text_goes_on (text, i, "://") || gx_text_goes_on (text, i, "www."))
            return TRUE;
    return FALSE;
}

/* A slug: part of an address that a line break has cut off, with many hyphens and no blank. */
static gboolean
inside_slug (GxStr text, gsize start)
{
    gsize first = start > LONGEST_ADDRESS ? start - LONGEST_ADDRESS : 0, last = MIN (text.len, start + LONGEST_ADDRESS);
    guint hyphens = 0;

    for (gsize at = start; at > first && text.data[at - 1] > ' '; at--)
        hyphens += text.data[at - 1] == '-';
    for (gsize at = start; at < last && text.data[at] > ' '; at++)
        hyphens += text.data[at] == '-';
    return hyphens >= SLUG_HYPHENS;
}

/* The number of a note that has been glued to its text: 13Biden. Shorter words are units: 10BP. */
static gboolean
behind_note_number (GxStr text, gsize start)
{
    gsize at = start, end = start;

    while (end < text.len && end - start < SHORTEST_GLUED && g_ascii_isalpha (text.data[end]))
        end++;
    while (at > 0 && start - at <= LONGEST_NUMBER && g_ascii_isdigit (text.data[at - 1]))
        at--;
    return end - start == SHORTEST_GLUED && at < start && start - at <= LONGEST_NUMBER && (at == 0 || text.data[at - 1] <= ' ');
}

gboolean
gx_boundary_left (GxStr text, gsize start)
{
    gsize at;
    gunichar before = gx_char_before (text, start, &at);
    gunichar first = gx_char_at (text, start, &at);

    if ((splits_run (before, first) && !behind_note_number (text, start)) || (gx_is_hangul (before) && gx_is_hangul (first)))
        return FALSE;
    if (before >= 0x80 || before <= ' ')
        return TRUE;
    if (strchr ("./:-_=&?", (int)before) && (inside_address (text, start) || (before == '-' && inside_slug (text, start))))
        return FALSE;
    return first >= 0x80 || before != '@';
}

gboolean
gx_boundary_after_syllable (GxStr text, gsize start)
{
    gsize at;

    if (!gx_is_hangul (gx_char_before (text, start, &at)))
        return FALSE;
    return !gx_is_hangul (gx_char_before (text, at, &at));
}

/* Whether the run of Hangul from end on is made of particles and suffixes, or begins with one that is a word by itself: text cut out of a
 * page has lost the blanks behind it. */
static gboolean
korean_ending (const GxDictionary *dictionary, GxStr text, gsize end, guint n_left)
{
    gsize at, n = GX_ANY_LENGTH;

    if (!gx_is_hangul (gx_char_at (text, end, &at)))
        return TRUE;
    if (n_left == 0)
        return FALSE;
    while ((n = gx_lexicon_affix_at (dictionary, GX_AFFIX_PARTICLE, text, end, n)) != 0)
        if (n >= SHORTEST_WORD || korean_ending (dictionary, text, end + n, n_left - 1))
            return TRUE;
    return FALSE;
}

gboolean
gx_boundary_right (const GxDictionary *dictionary, GxStr text, gsize end)
{
    gsize at, beyond;
    gunichar last = gx_char_before (text, end, &at);
    gunichar after = gx_char_at (text, end, &beyond);

    if (splits_run (last, after))
        return FALSE;
    if (gx_is_hangul (last) && gx_is_hangul (after))
        return korean_ending (dictionary, text, end, MOST_PARTICLES);
    if (last >= 0x80 || after >= 0x80 || !gx_is_word_script (last))
        return TRUE;
    if (after == '@' || after == '$')
        return FALSE;
    /* cnn.com, but not the end of a sentence. */
    return after != '.' || !g_ascii_isalpha (beyond < text.len ? text.data[beyond] : ' ');
}
