/* SPDX-License-Identifier: GPL-3.0-or-later
 * byte-blocks.h - many bytes at a time.
 *
 * The vectors are GCC's and Clang's: comparisons give 0 or 255 in each place.
 *
 * Threads    pure. */
#pragma once

#include <glib.h>
#include <string.h>

#define GX_BYTES        16
#define GX_BYTES_WINDOW (GX_BYTES + 2) /* with the two bytes behind, so that characters of three can be told */

typedef guint8 GxBytes __attribute__ ((vector_size (GX_BYTES)));

static inline GxBytes
gx_bytes_load (const guint8 *bytes)
{
    GxBytes b;

    memcpy (&b, bytes, GX_BYTES);
    return b;
}

static inline gboolean
gx_bytes_any (GxBytes b)
{
    guint64 halves[2];

    memcpy (halves, &b, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

/** Bit i tells whether byte i of a comparison is 255. */
static inline guint
gx_bytes_mask (GxBytes b)
{
#ifdef __SSE2__
    typedef char Chars __attribute__ ((vector_size (GX_BYTES)));

    return (guint)__builtin_ia32_pmovmskb128 ((Chars)b);
#else
    guint mask = 0;

    for (guint i = 0; i < GX_BYTES; i++)
        mask |= (guint)(b[i] & 1) << i;
    return mask;
#endif
}

#define GX_BYTES_ALL 0xFFFFu /* the mask of a comparison that holds everywhere */

/** Bit i tells whether byte i is beyond ASCII. */
static inline guint
gx_bytes_high (GxBytes b)
{
#ifdef __SSE2__
    return gx_bytes_mask (b);
#else
    return gx_bytes_mask ((GxBytes)(b >= 0x80));
#endif
}

/** Which bytes are above this one, both being beyond ASCII; bytes of ASCII are above any. */
static inline GxBytes
gx_bytes_above (GxBytes b, guint8 byte)
{
    typedef gint8 Signed __attribute__ ((vector_size (GX_BYTES)));

    return (GxBytes)((Signed)b > (gint8)byte);
}

/** The lowest bit of a mask that isn't 0. */
static inline guint
gx_bytes_first (guint mask)
{
    return (guint)__builtin_ctz (mask);
}

/** The GX_BYTES_WINDOW bytes from p on; near the end a copy in padded, filled up with zeros. */
static inline const guint8 *
gx_bytes_window (const guint8 *p, const guint8 *end, guint8 padded[GX_BYTES_WINDOW])
{
    if (end - p >= GX_BYTES_WINDOW)
        return p;
    memset (padded, 0, GX_BYTES_WINDOW);
    for (gsize i = 0; p + i < end; i++)
        padded[i] = p[i];
    return padded;
}
