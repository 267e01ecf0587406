/* SPDX-License-Identifier: GPL-3.0-or-later
 * utf16.c - UTF-16 without a byte order mark.
 *
 * Where there is any Latin, its NULs tell. Han, kana and Hangul alone look like other encodings: they are read as UTF-16, written in the
 * encoding of their script, and measured there like anything else. */
#include "utf16.h"
#include "likelihood.h"

#include <math.h>
#include <unicode/ucnv.h>

/** Bytes looked at. */
#define SAMPLE_BYTES 4096u
/** Of 100 units, so many are in scripts that are read here. */
#define PLAUSIBLE 90u
/** Texts come in it so rarely, as a logarithm. */
#define PRIOR (-4.0)

/** Whether a unit is in the scripts and signs that East Asian and Western texts are made of. */
static gboolean
is_plausible_unit (guint unit)
{
    return (unit >= 0x20 && unit < 0x7F) || (unit >= 0x09 && unit <= 0x0D) || (unit >= 0xA0 && unit < 0x250) ||
           (unit >= 0x2010 && unit < 0x2040) || (unit >= 0x3000 && unit < 0x3130) || (unit >= 0x4E00 && unit < 0xA000) ||
           (unit >= 0xAC00 && unit < 0xD7A4) || (unit >= 0xFF00 && unit < 0xFFF0);
}

/** Of 100 units, how many are plausible; high tells where in a unit its high byte is. */
static guint
plausible_share (GxStr data, gsize high)
{
    gsize units = data.len / 2, plausible = 0;
    for (gsize i = 0; i < units; i++) {
        guint first = (guint8)data.data[2 * i + high], second = (guint8)data.data[2 * i + 1 - high];
        plausible += is_plausible_unit (first << 8 | second) ? 1 : 0;
    }
    return units > 0 ? (guint)(plausible * 100 / units) : 0;
}

/** The logarithm of the likelihood of units, written in the encoding of a script; without end when they can't be. */
static double
measure_written (const UChar *units, gsize n_units, const char *encoding, const char *converter)
{
    char written[2 * SAMPLE_BYTES + 64];
    UErrorCode code = U_ZERO_ERROR;
    UConverter *to = ucnv_open (converter, &code);
    ucnv_setFromUCallBack (to, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
    int32_t len = ucnv_fromUChars (to, written, (int32_t)sizeof written, units, (int32_t)n_units, &code);
    ucnv_close (to);
    return U_SUCCESS (code) && len > 0 ? gx_likelihood_measure ((GxStr){ written, (gsize)len }, encoding) : -HUGE_VAL;
}

/** The logarithm of the likelihood of data in UTF-16; high tells where in a unit its high byte is. */
static double
measure (GxStr data, gsize high)
{
    static const struct {
        const char *encoding, *converter;
    } scripts[] = { { "GB18030", "GB18030" }, { "Big5", "Big5" }, { "EUC-KR", "windows-949" }, { "Shift_JIS", "Shift_JIS" } };
    UChar units[SAMPLE_BYTES / 2];
    gsize n_units = data.len / 2;
    for (gsize i = 0; i < n_units; i++)
        units[i] = (UChar)((guint8)data.data[2 * i + high] << 8 | (guint8)data.data[2 * i + 1 - high]);
    double best = -HUGE_VAL;
    for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
        best = fmax (best, measure_written (units, n_units, scripts[i].encoding, scripts[i].converter));
    return best + PRIOR;
}

const char *
gx_utf16_find (GxStr data, guint *confidence)
{
    GxStr sample = { data.data, MIN (data.len, SAMPLE_BYTES) };
    guint little = plausible_share (sample, 1), big = plausible_share (sample, 0);
    if (data.len % 2 != 0 || MAX (little, big) < PLAUSIBLE)
        return NULL;
    if (memchr (data.data, 0, data.len)) {
        *confidence = 99;
        return little == big ? NULL : little > big ? "UTF-16LE" : "UTF-16BE";
    }
    double as_little = little >= PLAUSIBLE ? measure (sample, 1) : -HUGE_VAL;
    double as_big = big >= PLAUSIBLE ? measure (sample, 0) : -HUGE_VAL;
    double other = fmax (gx_likelihood_measure (sample, NULL), fmin (as_little, as_big)), best = fmax (as_little, as_big);
    if (best <= other)
        return NULL;
    *confidence = gx_likelihood_confidence (best - other);
    return as_little > as_big ? "UTF-16LE" : "UTF-16BE";
}
