/* SPDX-License-Identifier: GPL-3.0-or-later
 * boundary.c - where a name may begin and end. */
#include "boundary.h"

#include "fold.h"
#include "neighbour.h"

/* Bytes looked back for the beginning of a web address. */
#define LONGEST_ADDRESS 128

/* What may be glued to a Korean noun, longest first where one begins another: particles, then suffixes and nouns that make compounds with
 * the names of states and bodies. A language (-어) is no mention of its state, so it isn't here. */
static const char *const korean_endings[] = {
    "에서", "에게", "에는", "에도", "에",   "으로",   "로",   "은",     "는",     "이",   "가",   "을",     "를",   "의",
    "와",   "과",   "도",   "만",   "랑",   "께서",   "께",   "부터",   "까지",   "보다", "처럼", "마저",   "조차", "밖",
    "뿐",   "나",   "든",   "라고", "라는", "란",     "라",   "서",     "측",     "군",   "인",   "산",     "식",   "계",
    "행",   "발",   "내",   "당국", "정부", "대사관", "대사", "대표",   "대통령", "총리", "장관", "외무상", "외상", "외교",
    "국민", "기업", "언론", "매체", "의회", "경제",   "증시", "국적",   "대표단", "들",   "님",   "씨",     "형",   "제",
    "등",   "간",   "급",   "때",   "전",   "후",     "였",   "입니다", "이다",
};
/* How many of them may follow one another: 미국 + 측 + 에서 + 는. */
#define MOST_ENDINGS 3

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

/* Names in https://… and www.… are no mentions. Looks back over the characters an address may have. */
static gboolean
inside_address (GxStr text, gsize start)
{
    gsize first = start > LONGEST_ADDRESS ? start - LONGEST_ADDRESS : 0;
    gsize at = start;

    while (at > first && text.data[at - 1] > ' ' && (guchar)text.data[at - 1] < 0x7F)
        at--;
    for (gsize i = at; i < start; i++)
        if (gx_text_goes_on (text, i, "://") || gx_text_goes_on (text, i, "www."))
            return TRUE;
    return FALSE;
}

gboolean
gx_boundary_left (GxStr text, gsize start)
{
    gsize at;
    gunichar before = gx_char_before (text, start, &at);
    gunichar first = gx_char_at (text, start, &at);

    if (splits_run (before, first) || (gx_is_hangul (before) && gx_is_hangul (first)))
        return FALSE;
    if (first >= 0x80 || before >= 0x80 || before <= ' ')
        return TRUE;
    return before != '@' && !(strchr ("./:-_=&?", (int)before) && inside_address (text, start));
}

gboolean
gx_boundary_after_syllable (GxStr text, gsize start)
{
    gsize at;

    if (!gx_is_hangul (gx_char_before (text, start, &at)))
        return FALSE;
    return !gx_is_hangul (gx_char_before (text, at, &at));
}

/* Whether the run of Hangul from end on is made of particles and suffixes. */
static gboolean
korean_ending (GxStr text, gsize end, guint n_left)
{
    gsize at;

    if (!gx_is_hangul (gx_char_at (text, end, &at)))
        return TRUE;
    if (n_left == 0)
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS (korean_endings); i++)
        if (gx_text_goes_on (text, end, korean_endings[i]) && korean_ending (text, end + strlen (korean_endings[i]), n_left - 1))
            return TRUE;
    return FALSE;
}

gboolean
gx_boundary_right (GxStr text, gsize end)
{
    gsize at, beyond;
    gunichar last = gx_char_before (text, end, &at);
    gunichar after = gx_char_at (text, end, &beyond);

    if (splits_run (last, after))
        return FALSE;
    if (gx_is_hangul (last) && gx_is_hangul (after))
        return korean_ending (text, end, MOST_ENDINGS);
    if (last >= 0x80 || after >= 0x80 || !gx_is_word_script (last))
        return TRUE;
    if (after == '@' || after == '$')
        return FALSE;
    /* cnn.com, but not the end of a sentence. */
    return after != '.' || !g_ascii_isalpha (beyond < text.len ? text.data[beyond] : ' ');
}
