# SPDX-License-Identifier: GPL-3.0-or-later
gx_test(pool base)
gx_test(word-list base)
gx_test(writer base)
gx_test(output base)
