# SPDX-License-Identifier: GPL-3.0-or-later
gx_test(csv export network)
gx_test(graphml export network)
gx_test(mention-export export)
gx_test(table export)
