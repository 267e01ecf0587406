/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <guanxi/error.h>

/* Formatted, the name would become a subtraction. */
/* clang-format off */
G_DEFINE_QUARK (gx-error-quark, gx_error)
/* clang-format on */
