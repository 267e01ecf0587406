# SPDX-License-Identifier: GPL-3.0-or-later
gx_test(check dict)
gx_test(table-reader dict)
gx_test(tidy dict)
gx_test(dictionary dict)
gx_test(cache dict)
gx_test(lexicon dict)
gx_test(search dict)
