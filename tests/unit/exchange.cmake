# SPDX-License-Identifier: GPL-3.0-or-later
gx_test(exchange exchange text)
gx_test(import exchange)
