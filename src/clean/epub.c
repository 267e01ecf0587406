/* SPDX-License-Identifier: GPL-3.0-or-later
 * epub.c - a book is its chapters, one page behind the other. */
#include "epub.h"

#include "html.h"

void
gx_epub_read (GxBuilder *builder, const GxSource *source)
{
    GxStr text = gx_source_text (source);
    guint n = 0;
    const GxPart *parts = gx_source_parts (source, &n);

    for (guint i = 0; i < n; i++) {
        GxPage page = { { text.data, parts[i].end }, parts[i].start, NULL };

        if (parts[i].end - parts[i].start >= 3 && memcmp (text.data + page.start, "\xef\xbb\xbf", 3) == 0)
            page.start += 3; /* a byte order mark */
        gx_html_read_page (builder, &page);
    }
}
