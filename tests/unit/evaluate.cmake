# SPDX-License-Identifier: GPL-3.0-or-later
gx_test(evaluation evaluate)
gx_test(gold evaluate)
gx_test(name-sets evaluate)
gx_test(ranges evaluate)
gx_test(ruler evaluate)
gx_test(usage evaluate)
