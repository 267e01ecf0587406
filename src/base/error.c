/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <guanxi/error.h>

/* By hand, since what G_DEFINE_QUARK makes is not for several threads at first use. */
GQuark
gx_error_quark (void)
{
    static gsize quark;
    if (g_once_init_enter (&quark))
        g_once_init_leave (&quark, g_quark_from_static_string ("gx-error-quark"));
    return (GQuark)quark;
}
