/* SPDX-License-Identifier: GPL-3.0-or-later
 * likelihood.c - which legacy encoding explains some bytes best.
 *
 * The shares are round figures for running text of newspapers and government; only their orders of magnitude matter. */
#include "likelihood.h"

#include <math.h>

/** Bytes looked at, from the first one outside ASCII on. */
#define SAMPLE_BYTES 65536u
/** Probability of an ASCII byte: the same in every encoding, but it can be the second half of a character in some. */
#define ASCII_SHARE (1.0 / 64.0)
/** Probability of a byte that is no character in an encoding. */
#define DAMAGE_SHARE 1e-9
/** Korean words are two to four syllables long: so often does a character follow another without a blank. */
#define KOREAN_PAIR_SHARE 0.6
/** In Western text a letter with a mark follows another this rarely. */
#define WESTERN_PAIR_SHARE 0.05
/** Mean logarithm a character below which no text of East Asia falls: common characters lie near -8, noise below -12. */
#define LEAST_LIKELIHOOD (-11.5)

/** A text has at most one damaged character in so many. */
#define CHARACTERS_PER_DAMAGE 50u

/** Two-byte codes with a lead in [lead, lead_end] and a trail in [trail, trail_end] and their share of a text's characters
 *  outside ASCII. trail 0: a character of one byte. The first range that fits counts. */
typedef struct {
    guint8 lead, lead_end, trail, trail_end;
    double share;
} Range;

#define MAX_RANGES 12

typedef struct {
    const char *encoding, *converter;
    double following_share;   /* of a character after another without ASCII between them; 1: no matter */
    Range ranges[MAX_RANGES]; /* ends with lead 0 */
} Model;

static const Model models[] = {
    { "GB18030",
      "GB18030",
      1.0,
      { { 0xB0, 0xD7, 0xA1, 0xFE, 0.86 },       /* common Han */
        { 0xA1, 0xA3, 0xA1, 0xFE, 0.12 },       /* punctuation, full-width ASCII */
        { 0xD8, 0xF7, 0xA1, 0xFE, 0.012 },      /* rarer Han */
        { 0x81, 0xA0, 0x40, 0xFE, 0.004 },      /* GBK: traditional and rare */
        { 0xAA, 0xFE, 0x40, 0xA0, 0.003 },      /* the same */
        { 0xA4, 0xA9, 0xA1, 0xFE, 0.0005 },     /* kana, Greek, Cyrillic, lines */
        { 0x81, 0xFE, 0x30, 0x39, 0.0002 } } }, /* half of a four-byte character */
    { "Big5",
      "Big5-HKSCS",
      1.0,
      { { 0xA4, 0xC6, 0x40, 0x7E, 0.345 }, /* common Han */
        { 0xA4, 0xC6, 0xA1, 0xFE, 0.515 },
        { 0xA1, 0xA1, 0x40, 0x7E, 0.10 }, /* punctuation */
        { 0xA1, 0xA3, 0x40, 0x7E, 0.004 },
        { 0xA1, 0xA3, 0xA1, 0xFE, 0.02 },
        { 0xC9, 0xF9, 0x40, 0x7E, 0.005 }, /* rarer Han */
        { 0xC9, 0xF9, 0xA1, 0xFE, 0.007 },
        { 0xC7, 0xC8, 0x40, 0xFE, 0.0005 },
        { 0x87, 0xA0, 0x40, 0xFE, 0.001 }, /* Hong Kong's additions */
        { 0xFA, 0xFE, 0x40, 0xFE, 0.001 } } },
    { "EUC-KR",
      "windows-949",
      KOREAN_PAIR_SHARE,
      { { 0xB0, 0xC8, 0xA1, 0xFE, 0.93 }, /* Hangul */
        { 0xA1, 0xA3, 0xA1, 0xFE, 0.04 },
        { 0xCA, 0xFD, 0xA1, 0xFE, 0.02 }, /* Hanja */
        { 0xA4, 0xAC, 0xA1, 0xFE, 0.003 },
        { 0x81, 0xC6, 0x41, 0x5A, 0.001 }, /* rarer Hangul */
        { 0x81, 0xC6, 0x61, 0x7A, 0.001 },
        { 0x81, 0xC6, 0x81, 0xFE, 0.001 } } },
    { "Shift_JIS",
      "Shift_JIS",
      1.0,
      { { 0x82, 0x82, 0x9F, 0xF1, 0.50 }, /* hiragana */
        { 0x83, 0x83, 0x40, 0x96, 0.08 }, /* katakana */
        { 0x81, 0x81, 0x40, 0xFC, 0.10 },
        { 0x82, 0x82, 0x4F, 0x9A, 0.02 },
        { 0x88, 0x97, 0x40, 0xFC, 0.29 }, /* common kanji */
        { 0x98, 0x9F, 0x40, 0xFC, 0.006 },
        { 0xE0, 0xEA, 0x40, 0xFC, 0.006 },
        { 0xFA, 0xFC, 0x40, 0xFC, 0.0005 },
        { 0x83, 0x87, 0x40, 0xFC, 0.001 },
        { 0xA1, 0xDF, 0, 0, 0.001 } } }, /* half-width katakana */
    { "EUC-JP",
      "EUC-JP",
      1.0,
      { { 0xA4, 0xA4, 0xA1, 0xF3, 0.50 }, /* hiragana */
        { 0xA5, 0xA5, 0xA1, 0xF6, 0.08 }, /* katakana */
        { 0xA1, 0xA1, 0xA1, 0xFE, 0.10 },
        { 0xB0, 0xCF, 0xA1, 0xFE, 0.29 }, /* common kanji */
        { 0xD0, 0xF4, 0xA1, 0xFE, 0.01 },
        { 0xA3, 0xA3, 0xA1, 0xFE, 0.02 },
        { 0x8E, 0x8E, 0xA1, 0xDF, 0.001 },
        { 0xA2, 0xA8, 0xA1, 0xFE, 0.001 } } },
    { "windows-1252",
      "windows-1252",
      WESTERN_PAIR_SHARE,
      { { 0xE0, 0xFC, 0, 0, 0.70 }, /* small letters */
        { 0x91, 0x97, 0, 0, 0.20 }, /* quotes, dashes */
        { 0xC0, 0xDF, 0, 0, 0.05 }, /* capital letters */
        { 0xA0, 0xBF, 0, 0, 0.04 },
        { 0x82, 0x8C, 0, 0, 0.003 },
        { 0x98, 0x9C, 0, 0, 0.003 },
        { 0xFD, 0xFF, 0, 0, 0.001 },
        { 0x9E, 0x9F, 0, 0, 0.001 },
        { 0x80, 0x80, 0, 0, 0.001 },
        { 0x8E, 0x8E, 0, 0, 0.001 } } },
};

/** What a model makes of a sample. */
typedef struct {
    double sum;       /* of all logarithms */
    double outside;   /* of those outside ASCII */
    gsize characters; /* outside ASCII */
    gsize damaged;
} Verdict;

static double
range_likelihood (const Range *range)
{
    double trails = range->trail ? range->trail_end - range->trail + 1 : 1;
    return log (range->share / ((range->lead_end - range->lead + 1) * trails));
}

/** The range of the code that starts at byte i, or NULL. */
static const Range *
find_range (const Model *model, GxStr sample, gsize i)
{
    guint8 lead = (guint8)sample.data[i];
    guint8 trail = i + 1 < sample.len ? (guint8)sample.data[i + 1] : 0;
    for (const Range *range = model->ranges; range < model->ranges + MAX_RANGES && range->lead; range++)
        if (lead >= range->lead && lead <= range->lead_end && (range->trail == 0 || (trail >= range->trail && trail <= range->trail_end)))
            return range;
    return NULL;
}

static Verdict
judge (const Model *model, GxStr sample)
{
    double likelihoods[MAX_RANGES] = { 0 };
    for (gsize i = 0; i < MAX_RANGES && model->ranges[i].lead; i++)
        likelihoods[i] = range_likelihood (&model->ranges[i]);

    Verdict verdict = { 0 };
    gboolean follows = FALSE;
    for (gsize i = 0; i < sample.len;) {
        if ((guint8)sample.data[i] < 0x80) {
            verdict.sum += log (ASCII_SHARE);
            follows = FALSE;
            i++;
            continue;
        }
        const Range *range = find_range (model, sample, i);
        verdict.characters++;
        if (range) {
            verdict.outside += likelihoods[range - model->ranges] + (follows ? log (model->following_share) : 0);
            i += range->trail ? 2 : 1;
        } else {
            /* The sample may end inside a character. */
            gboolean cut = i + 1 == sample.len;
            verdict.damaged += cut ? 0 : 1;
            verdict.outside += cut ? 0 : log (DAMAGE_SHARE);
            i++;
        }
        follows = TRUE;
    }
    verdict.sum += verdict.outside;
    return verdict;
}

/** The part of data that tells most: from the first byte outside ASCII on. */
static GxStr
take_sample (GxStr data)
{
    gsize start = 0;
    while (start < data.len && (guint8)data.data[start] < 0x80)
        start++;
    return (GxStr){ data.data + start, MIN (data.len - start, SAMPLE_BYTES) };
}

GxGuess
gx_likelihood_guess (GxStr data)
{
    GxStr sample = take_sample (data);
    GxGuess guess = { 0 };
    double best = -HUGE_VAL;
    for (gsize i = 0; i < G_N_ELEMENTS (models); i++) {
        Verdict verdict = judge (&models[i], sample);
        if (guess.encoding && verdict.sum <= best)
            continue;
        best = verdict.sum;
        guess.encoding = models[i].encoding;
        guess.converter = models[i].converter;
        guess.plausible =
            verdict.damaged * CHARACTERS_PER_DAMAGE <= verdict.characters + CHARACTERS_PER_DAMAGE && /* one is always forgiven */
            verdict.outside >= LEAST_LIKELIHOOD * (double)verdict.characters;
    }
    return guess;
}
