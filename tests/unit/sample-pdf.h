/* SPDX-License-Identifier: GPL-3.0-or-later
 * sample-pdf.h - small PDFs made on the spot: lines of text at places and sizes of one's choice.
 *
 * The font is Helvetica by name, or for Han one without glyphs whose codes are told to be Unicode: text is read, nothing is drawn. */
#pragma once

#include <glib.h>

/** A line of text on a page; the last one of a document has page 0. */
typedef struct {
    guint page; /**< from 1 */
    gdouble x, y, size;
    const char *text; /**< in UTF-8 */
} SampleLine;

static inline void
sample_pdf_object (GString *pdf, GArray *offsets, const char *body)
{
    gsize at = pdf->len;

    g_array_append_val (offsets, at);
    g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", offsets->len, body);
}

/** The text as hexadecimal codes of UTF-16. */
static inline void
sample_pdf_text (GString *out, const char *text)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
        g_string_append_printf (out, "%04X", g_utf8_get_char (p));
}

static inline char *
sample_pdf_page (const SampleLine *lines, guint page)
{
    g_autoptr (GString) content = g_string_new (NULL);

    for (; lines->page > 0; lines++) {
        if (lines->page != page)
            continue;
        g_string_append_printf (content, "BT /F1 %g Tf 1 0 0 1 %g %g Tm <", lines->size, lines->x, lines->y);
        sample_pdf_text (content, lines->text);
        g_string_append (content, "> Tj ET\n");
    }
    return g_strdup_printf ("<< /Length %" G_GSIZE_FORMAT " >>\nstream\n%sendstream", content->len, content->str);
}

/** A PDF of these lines; info is what stands in its information dictionary (`/Title (x)`). */
static inline GString *
sample_pdf (const SampleLine *lines, const char *info)
{
    static const char to_unicode[] = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
                                     "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
                                     "1 beginbfrange <0000> <FFFF> <0000> endbfrange\nendcmap end end\n";
    GString *pdf = g_string_new ("%PDF-1.4\n");
    g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
    g_autoptr (GString) kids = g_string_new (NULL);
    g_autofree char *map = g_strdup_printf ("<< /Length %d >>\nstream\n%sendstream", (int)sizeof to_unicode - 1, to_unicode);
    g_autofree char *information = g_strdup_printf ("<< %s >>", info ? info : "");
    g_autofree char *pages = NULL;
    guint n_pages = 0;
    gsize xref;

    for (const SampleLine *line = lines; line->page > 0; line++)
        n_pages = MAX (n_pages, line->page);
    for (guint i = 0; i < n_pages; i++)
        g_string_append_printf (kids, "%u 0 R ", 8 + 2 * i);
    pages = g_strdup_printf ("<< /Type /Pages /Kids [ %s] /Count %u >>", kids->str, n_pages);
    sample_pdf_object (pdf, offsets, "<< /Type /Catalog /Pages 2 0 R >>");
    sample_pdf_object (pdf, offsets, pages);
    sample_pdf_object (pdf, offsets, information);
    sample_pdf_object (
        pdf, offsets,
        "<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H /DescendantFonts [ 5 0 R ] /ToUnicode 6 0 R >>");
    sample_pdf_object (pdf, offsets,
                       "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /DW 1000 /W [ 32 126 500 ] /FontDescriptor 7 0 R "
                       "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
    sample_pdf_object (pdf, offsets, map);
    sample_pdf_object (pdf, offsets,
                       "<< /Type /FontDescriptor /FontName /Sample /Flags 4 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 "
                       "/ItalicAngle 0 /FontBBox [ 0 -200 1000 800 ] >>");
    for (guint i = 1; i <= n_pages; i++) {
        g_autofree char *content = sample_pdf_page (lines, i);
        g_autofree char *page = g_strdup_printf ("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 600 800 ] /Contents %u 0 R "
                                                 "/Resources << /Font << /F1 4 0 R >> >> >>",
                                                 7 + 2 * i);
        sample_pdf_object (pdf, offsets, page);
        sample_pdf_object (pdf, offsets, content);
    }
    xref = pdf->len;
    g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", offsets->len + 1);
    for (guint i = 0; i < offsets->len; i++)
        g_string_append_printf (pdf, "%010" G_GSIZE_FORMAT " 00000 n \n", g_array_index (offsets, gsize, i));
    g_string_append_printf (pdf, "trailer\n<< /Size %u /Root 1 0 R /Info 3 0 R >>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                            offsets->len + 1, xref);
    return pdf;
}
