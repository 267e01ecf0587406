/* SPDX-License-Identifier: GPL-3.0-or-later
 * likelihood.c - which legacy encoding explains some bytes best.
 *
 * The shares are round figures for running text of newspapers and government; only their orders of magnitude matter. */
#include "likelihood.h"

#include <math.h>

/** Bytes looked at, from the first one outside ASCII on. */
#define SAMPLE_BYTES 32768u
/** Probability of a byte that is no character in an encoding. */
#define DAMAGE_SHARE 1e-9
/** Korean words are two to four syllables long: so often does a character follow another without a blank, headlines without any aside. */
#define KOREAN_PAIR_SHARE 0.8
/** In Western text a letter with a mark follows another this rarely. */
#define WESTERN_PAIR_SHARE 0.05
/** Mean logarithm a character below which no text of East Asia falls: common characters lie near -8, noise below -12. */
#define LEAST_LIKELIHOOD (-11.5)

/** By this the advantage of one encoding over the others is divided before it becomes a probability. */
#define TEMPER 2.0

/** A text has at most one damaged character in so many. */
#define CHARACTERS_PER_DAMAGE 50u

/** Two-byte codes with a lead in [lead, lead_end] and a trail in [trail, trail_end] and their share of a text's characters
 *  outside ASCII. trail 0: a character of one byte. The first range that fits counts. */
typedef struct {
    guint8 lead, lead_end, trail, trail_end;
    double share;
} Range;

/* The most frequent characters of each script, sorted. */
static const guint16 frequent_simplified[] = {
    0xB1ED, 0xB2BB, 0xB2BF, 0xB2FA, 0xB3A4, 0xB3C9, 0xB3F6, 0xB4F3, 0xB5BD, 0xB5C3, 0xB5C4, 0xB5D8, 0xB6A8, 0xB6AF, 0xB6D4, 0xB6E0, 0xB6F8,
    0xB7A2, 0xB7A8, 0xB7BD, 0xB7D6, 0xB8F6, 0xB9A4, 0xB9D8, 0xB9FA, 0xB9FD, 0xBACD, 0xBAF3, 0xBBE1, 0xBCD2, 0xBDAB, 0xBDBB, 0xBDF8, 0xBEAD,
    0xBECD, 0xBEFC, 0xBFC9, 0xC0B4, 0xC1CB, 0xC3C0, 0xC3C7, 0xC3E6, 0xC3F1, 0xC4DC, 0xC4EA, 0xC8AB, 0xC8CB, 0xC8D5, 0xC9CF, 0xC9FA, 0xCAB1,
    0xCABE, 0xCAC7, 0xCBB5, 0xCBF9, 0xCBFB, 0xCCE2, 0xCDAC, 0xCDB3, 0xCDE2, 0xCEAA, 0xCECA, 0xCED2, 0xCFB5, 0xCFC2, 0xD0D0, 0xD1A7, 0xD2AA,
    0xD2B2, 0xD2BB, 0xD2D4, 0xD2E9, 0xD3C3, 0xD3D0, 0xD3DA, 0xD3EB, 0xD4DA, 0xD5E2, 0xD5FE, 0xD6D0, 0xD6D6, 0xD6F7, 0xD7D3, 0xD7DC, 0xD7F7,
};

static const guint16 frequent_traditional[] = {
    0xA440, 0xA446, 0xA448, 0xA455, 0xA457, 0xA45D, 0xA46A, 0xA46C, 0xA475, 0xA4A3, 0xA4A4, 0xA4C0, 0xA4E8, 0xA4E9, 0xA544, 0xA548, 0xA54C,
    0xA558, 0xA569, 0xA57E, 0xA5C1, 0xA5CD, 0xA5CE, 0xA5DC, 0xA5E6, 0xA5FE, 0xA650, 0xA661, 0xA662, 0xA668, 0xA67E, 0xA6A8, 0xA6B3, 0xA6D3,
    0xA6E6, 0xA740, 0xA7DA, 0xA8D3, 0xA8EC, 0xA94D, 0xA977, 0xA9D2, 0xA9F3, 0xAA6B, 0xAABA, 0xAAED, 0xAAF8, 0xAB59, 0xABE1, 0xAC46, 0xAC4F,
    0xACB0, 0xACFC, 0xAD6E, 0xAD78, 0xADB1, 0xADCC, 0xADD3, 0xAE61, 0xAEC9, 0xAFE0, 0xB0CA, 0xB0DD, 0xB0EA, 0xB14E, 0xB16F, 0xB2A3, 0xB2CE,
    0xB36F, 0xB3A1, 0xB44E, 0xB56F, 0xB669, 0xB77C, 0xB867, 0xB94C, 0xB9EF, 0xBAD8, 0xBB50, 0xBBA1, 0xBEC7, 0xC160, 0xC344, 0xC3F6, 0xC4B3,
};

static const guint16 frequent_hangul[] = {
    0xB0A1, 0xB0D4, 0xB0ED, 0xB0FA, 0xB1B8, 0xB1B9, 0xB1D7, 0xB1E2, 0xB3AA, 0xB3E2, 0xB4C2, 0xB4D9, 0xB4E7, 0xB4EB, 0xB5B5,
    0xB5BF, 0xB5E9, 0xB6F3, 0xB7CE, 0xB8A6, 0xB8AE, 0xB8B8, 0xB8E9, 0xBAB8, 0xBACE, 0xBAF1, 0xBBE7, 0xBBF3, 0xBCAD, 0xBCBC,
    0xBCF6, 0xBDBA, 0xBDC3, 0xBEC6, 0xBEC8, 0xBEEE, 0xBFA1, 0xBFA9, 0xBFF8, 0xC0A7, 0xC0B8, 0xC0BA, 0xC0BB, 0xC0C7, 0xC0CC,
    0xC0CE, 0xC0CF, 0xC0D6, 0xC0DA, 0xC0E5, 0xC0FC, 0xC1A4, 0xC1A6, 0xC1B6, 0xC1D6, 0xC1F6, 0xC7CF, 0xC7D1, 0xC7D8,
};

#define MAX_RANGES 12

typedef struct {
    const char *encoding, *converter;
    double prior;           /* how often texts come in it */
    double following_share; /* of a character after another without ASCII between them; 1: no matter */
    const guint16 *frequent;
    gsize n_frequent;
    double frequent_share;    /* of these */
    Range ranges[MAX_RANGES]; /* ends with lead 0 */
} Model;

static const Model models[] = {
    { "GB18030",
      "GB18030",
      0.5,
      1.0,
      frequent_simplified,
      G_N_ELEMENTS (frequent_simplified),
      0.32,
      { { 0xB0, 0xD7, 0xA1, 0xFE, 0.54 },       /* common Han */
        { 0xA1, 0xA3, 0xA1, 0xFE, 0.12 },       /* punctuation, full-width ASCII */
        { 0xD8, 0xF7, 0xA1, 0xFE, 0.012 },      /* rarer Han */
        { 0x81, 0xA0, 0x40, 0xFE, 0.004 },      /* GBK: traditional and rare */
        { 0xAA, 0xFE, 0x40, 0xA0, 0.003 },      /* the same */
        { 0xA4, 0xA9, 0xA1, 0xFE, 0.0005 },     /* kana, Greek, Cyrillic, lines */
        { 0x81, 0xFE, 0x30, 0x39, 0.0002 } } }, /* half of a four-byte character */
    { "GB18030",
      "GB18030",
      0.03,
      1.0,
      NULL,
      0,
      0.0,
      { { 0xB0, 0xD7, 0xA1, 0xFE, 0.45 }, /* traditional characters in GBK */
        { 0xA1, 0xA3, 0xA1, 0xFE, 0.12 },
        { 0x81, 0xA0, 0x40, 0xFE, 0.22 },
        { 0xAA, 0xFE, 0x40, 0xA0, 0.19 },
        { 0xD8, 0xF7, 0xA1, 0xFE, 0.015 },
        { 0xA4, 0xA9, 0xA1, 0xFE, 0.0005 },
        { 0x81, 0xFE, 0x30, 0x39, 0.0002 } } },
    { "Big5",
      "Big5-HKSCS",
      0.2,
      1.0,
      frequent_traditional,
      G_N_ELEMENTS (frequent_traditional),
      0.32,
      { { 0xA4, 0xC6, 0x40, 0x7E, 0.215 }, /* common Han */
        { 0xA4, 0xC6, 0xA1, 0xFE, 0.325 },
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
      0.25,
      KOREAN_PAIR_SHARE,
      frequent_hangul,
      G_N_ELEMENTS (frequent_hangul),
      0.5,
      { { 0xB0, 0xC8, 0xA1, 0xFE, 0.43 }, /* Hangul */
        { 0xA1, 0xA3, 0xA1, 0xFE, 0.04 },
        { 0xCA, 0xFD, 0xA1, 0xFE, 0.02 }, /* Hanja */
        { 0xA4, 0xAC, 0xA1, 0xFE, 0.003 },
        { 0x81, 0xC6, 0x41, 0x5A, 0.001 }, /* rarer Hangul */
        { 0x81, 0xC6, 0x61, 0x7A, 0.001 },
        { 0x81, 0xC6, 0x81, 0xFE, 0.001 } } },
    { "Shift_JIS",
      "Shift_JIS",
      0.08,
      1.0,
      NULL,
      0,
      0.0,
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
      0.02,
      1.0,
      NULL,
      0,
      0.0,
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
      0.1,
      WESTERN_PAIR_SHARE,
      NULL,
      0,
      0.0,
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

/** Logarithms of the probabilities of ASCII characters: the same in every encoding, but they can be the second half of a character. */
typedef struct {
    double logs[128];
} Ascii;

static Ascii
weigh_ascii (void)
{
    Ascii ascii;
    for (guint c = 0; c < G_N_ELEMENTS (ascii.logs); c++) {
        double share = DAMAGE_SHARE;
        if (g_ascii_islower (c))
            share = 0.55 / 26;
        else if (g_ascii_isupper (c))
            share = 0.08 / 26;
        else if (g_ascii_isdigit (c))
            share = 0.12 / 10;
        else if (c == ' ')
            share = 0.15;
        else if (g_ascii_isspace (c) || g_ascii_ispunct (c))
            share = 0.10 / 37;
        ascii.logs[c] = log (share);
    }
    return ascii;
}

static double
range_likelihood (const Range *range)
{
    double trails = range->trail ? range->trail_end - range->trail + 1 : 1;
    return log (range->share / ((range->lead_end - range->lead + 1) * trails));
}

static gboolean
is_frequent (const Model *model, guint code)
{
    gsize low = 0, high = model->n_frequent;
    while (low < high) {
        gsize middle = low + (high - low) / 2;
        if (model->frequent[middle] < code)
            low = middle + 1;
        else
            high = middle;
    }
    return low < model->n_frequent && model->frequent[low] == code;
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
judge (const Model *model, const Ascii *ascii, GxStr sample)
{
    double likelihoods[MAX_RANGES] = { 0 }, following = log (model->following_share);
    double frequent = model->n_frequent > 0 ? log (model->frequent_share / (double)model->n_frequent) : 0;
    for (gsize i = 0; i < MAX_RANGES && model->ranges[i].lead; i++)
        likelihoods[i] = range_likelihood (&model->ranges[i]);

    Verdict verdict = { .sum = log (model->prior) };
    gboolean follows = FALSE;
    for (gsize i = 0; i < sample.len;) {
        guint8 lead = (guint8)sample.data[i];
        if (lead < 0x80) {
            verdict.sum += ascii->logs[lead];
            follows = FALSE;
            i++;
            continue;
        }
        const Range *range = find_range (model, sample, i);
        verdict.characters++;
        if (range) {
            gboolean is_common = range->trail && is_frequent (model, (guint)lead << 8 | (guint8)sample.data[i + 1]);
            verdict.outside += (is_common ? frequent : likelihoods[range - model->ranges]) + (follows ? following : 0);
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

double
gx_likelihood_measure (GxStr data, const char *encoding)
{
    const Ascii ascii = weigh_ascii ();
    double best = -HUGE_VAL;
    for (gsize i = 0; i < G_N_ELEMENTS (models); i++)
        if (!encoding || g_str_equal (models[i].encoding, encoding))
            best = fmax (best, judge (&models[i], &ascii, data).sum);
    return best;
}

guint
gx_likelihood_confidence (double advantage)
{
    /* Characters of a text are not independent of each other, so their logarithms count less than their sum says. */
    return (guint)lround (99.0 / (1.0 + exp (-advantage / TEMPER)));
}

GxGuess
gx_likelihood_guess (GxStr data)
{
    GxStr sample = take_sample (data);
    const Ascii ascii = weigh_ascii ();
    Verdict verdicts[G_N_ELEMENTS (models)];
    gsize best = 0;
    for (gsize i = 0; i < G_N_ELEMENTS (models); i++) {
        verdicts[i] = judge (&models[i], &ascii, sample);
        if (verdicts[i].sum > verdicts[best].sum)
            best = i;
    }
    double second = -HUGE_VAL;
    for (gsize i = 0; i < G_N_ELEMENTS (models); i++)
        if (!g_str_equal (models[i].encoding, models[best].encoding))
            second = fmax (second, verdicts[i].sum);
    const Verdict *verdict = &verdicts[best];
    return (GxGuess){
        .encoding = models[best].encoding,
        .converter = models[best].converter,
        .confidence = gx_likelihood_confidence (verdict->sum - second),
        .plausible = verdict->damaged * CHARACTERS_PER_DAMAGE <= verdict->characters + CHARACTERS_PER_DAMAGE && /* one is always forgiven */
                     verdict->outside >= LEAST_LIKELIHOOD * (double)verdict->characters,
    };
}
