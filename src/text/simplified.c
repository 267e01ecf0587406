/* SPDX-License-Identifier: GPL-3.0-or-later
 * simplified.c - characters that only simplified writing has, from ICU's converters. */
#include "simplified.h"

#include "once.h"

#include <unicode/ucnv.h>
#include <unicode/uset.h>

static USet *
open_set (const char *encoding)
{
    UErrorCode ec = U_ZERO_ERROR;
    UConverter *converter = ucnv_open (encoding, &ec);
    USet *set = uset_openEmpty ();
    ucnv_getUnicodeSet (converter, set, UCNV_ROUNDTRIP_SET, &ec);
    ucnv_close (converter);
    if (U_FAILURE (ec))
        g_error ("ICU has no data for %s: %s", encoding, u_errorName (ec));
    return set;
}

/* The characters of an encoding. */
static gpointer
make_set (gpointer data)
{
    USet *set = open_set (data);
    uset_freeze (set);
    return set;
}

static gboolean
holds (GxOnce *once, const char *encoding, gunichar c)
{
    return uset_contains (gx_once_get (once, make_set, (gpointer)encoding), (UChar32)c);
}

gboolean
gx_is_of_traditional (gunichar c)
{
    static GxOnce once = GX_ONCE_INIT;
    return holds (&once, "Big5", c);
}

gboolean
gx_is_simplified_only (gunichar c)
{
    static GxOnce once = GX_ONCE_INIT;
    return c >= 0x4E00 && c <= 0x9FFF && holds (&once, "GB2312", c) && !gx_is_of_traditional (c);
}
