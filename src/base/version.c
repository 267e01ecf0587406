/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <guanxi/version.h>

char *
gx_version_describe (void)
{
    return g_strdup_printf ("guanxi " GX_VERSION_STRING "\nGLib %u.%u.%u (built with %d.%d.%d)\n", glib_major_version, glib_minor_version,
                            glib_micro_version, GLIB_MAJOR_VERSION, GLIB_MINOR_VERSION, GLIB_MICRO_VERSION);
}
