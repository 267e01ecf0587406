# SPDX-License-Identifier: GPL-3.0-or-later
gx_test(fold text)
gx_test(words text)
gx_test(language clean text)
gx_test(sentence clean text)
gx_test(sentence-marks clean text)
gx_test(twins text clean)
gx_test(repeats text clean)
gx_test(document-check clean text)
