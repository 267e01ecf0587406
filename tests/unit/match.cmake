# SPDX-License-Identifier: GPL-3.0-or-later
gx_test(scan match)
gx_test(boundary match dict)
gx_test(names match)
gx_test(titles match)
gx_test(bodies match)
gx_test(candidates match)
gx_test(portmanteau match)
gx_test(matcher match dict text)
