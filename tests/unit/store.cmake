# SPDX-License-Identifier: GPL-3.0-or-later
gx_test(store store)
gx_test(reading match)
gx_test(left-out store export)
