# SPDX-License-Identifier: GPL-3.0-or-later
gx_test(capitals suggest dict)
gx_test(grams suggest dict)
gx_test(suggestions suggest)
