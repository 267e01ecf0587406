# SPDX-License-Identifier: GPL-3.0-or-later
gx_test(centrality network)
gx_test(community network)
gx_test(layout network)
gx_test(network network)
gx_test(network-reader network)
