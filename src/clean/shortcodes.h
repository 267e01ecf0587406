/* SPDX-License-Identifier: GPL-3.0-or-later
 * shortcodes.h - what site generators read in Markdown before it is Markdown: Liquid's `{% … %}` and `{{ … }}`, Hugo's `{{< … >}}`,
 * kramdown's `{: .class}` and `{#id}`; what wikis and notebooks add to it: `[[target|words]]`, `==words==`, `%%comment%%`, the frames of
 * admonitions; and links that are written as such but are none to CommonMark: `[题]（http://…）`, addresses with
 * blanks in them. None of it is text. */
#pragma once

#include <guanxi/str.h>

/** The text with all of that as blanks, or as GX_FOOTNOTE_MARK within a line, byte for byte as long; NULL when there is nothing of it; the
 * caller's. O(bytes). */
char *gx_shortcodes_blank (GxStr text);
