# SPDX-License-Identifier: GPL-3.0-or-later
# The tests of src/clean.
gx_test(plain clean)
gx_test(builder clean)
gx_test(date clean)
gx_test(dates clean)
gx_test(front-matter clean)
gx_test(html clean)
gx_test(markdown clean)
gx_test(markup clean)
gx_test(docx clean corpus)
gx_test(odt clean corpus)
gx_test(wikitext clean)
gx_test(xml clean)
