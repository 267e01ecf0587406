/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <guanxi/error.h>

G_DEFINE_QUARK (gx - error - quark, gx_error)
