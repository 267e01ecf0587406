# SPDX-License-Identifier: GPL-3.0-or-later
gx_test(archive corpus)
gx_test(container corpus)
gx_test(corpus corpus)
gx_test(detector corpus)
gx_test(encoding corpus)
gx_test(host corpus)
gx_test(office corpus)
